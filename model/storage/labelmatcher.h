// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/storage/regexshape.h"
#include "parser/base/labels.h"
#include "parser/promql/matcher.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace sightglass {

class GoRegex;

/// A Matcher made ready for use: its regular expression compiled as GoRegex does; no automaton where the text
/// is a literal, an alternation of literals or a prefix (PromQL reference, matchers). An expression that is
/// refused matches nothing, under either operator. Immutable; any thread.
class LabelMatcher
{
public:
    explicit LabelMatcher(const Matcher &matcher);
    ~LabelMatcher();
    LabelMatcher(LabelMatcher &&) noexcept;
    LabelMatcher &operator=(LabelMatcher &&) noexcept;

    [[nodiscard]] const std::string &name() const noexcept { return m_name; }

    /// Whether a label with this value satisfies the matcher; "" asks for an absent label.
    [[nodiscard]] bool matches(std::string_view value) const;
    [[nodiscard]] bool matches(const Labels &labels) const { return matches(labels.value(m_name)); }
    [[nodiscard]] bool matchesAbsent() const noexcept { return m_matchesAbsent; }

    /// Every value that satisfies it, where these are few and known: one for =, the alternatives for a
    /// regular expression. Null for all else.
    [[nodiscard]] const std::vector<std::string> *onlyValues() const noexcept;

private:
    [[nodiscard]] bool matchesText(std::string_view value) const;

    std::string m_name;
    bool m_negated;
    RegexShape m_shape;
    std::unique_ptr<const GoRegex> m_regex; ///< for RegexShape::Kind::General; null where it is refused
    bool m_matchesAbsent;
};

} // namespace sightglass
