// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/base/goregex.h"
#include "parser/base/labels.h"
#include "parser/base/result.h"
#include "parser/promql/matcher.h"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace sightglass {

/// Matchers as Alertmanager reads them (rules reference, section 7.6): `{a="b", c=~"d|e", "f g"!=h,}`, braces
/// and quotes optional, commas between, one may stand at the end. Expressions are checked. ConfigSyntax with
/// the bytes.
[[nodiscard]] Result<std::vector<Matcher>> parseAlertMatchers(std::string_view text);

/// Back as a text that reads the same: {a="b",c=~"d|e"}.
[[nodiscard]] std::string alertMatchersText(const std::vector<Matcher> &matchers);

/// Matchers made ready. All must match; an absent label is "". Regular expressions are anchored, and in
/// contrast to PromQL's a dot does not match a newline, as in Alertmanager. Immutable; any thread.
class AlertMatchers
{
public:
    /// ConfigSyntax: an expression that is none.
    [[nodiscard]] static Result<AlertMatchers> compile(const std::vector<Matcher> &matchers);

    /// True where there are no matchers at all.
    [[nodiscard]] bool match(const Labels &labels) const;

private:
    struct Ready
    {
        Matcher matcher;
        std::optional<GoRegex> regex;
    };
    [[nodiscard]] static bool matches(const Ready &ready, std::string_view value);

    std::vector<Ready> m_matchers;
};

/// Whether a silence of this matcher alone would hit everything that lacks the label, as Alertmanager counts
/// it: = and =~ that match "".
[[nodiscard]] bool matchesEmpty(const Matcher &matcher);

} // namespace sightglass
