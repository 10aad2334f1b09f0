// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/analysis/pagefinding.h"
#include "parser/base/result.h"

#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace sightglass {

/// Which findings one finding stands for when it is approved: the same rule about the same metric and label,
/// wherever on the page.
struct FindingKey
{
    std::string rule;
    std::string metric; ///< may be empty
    std::string label;  ///< may be empty

    friend auto operator<=>(const FindingKey &, const FindingKey &) = default;
};
[[nodiscard]] FindingKey keyOf(const PageFinding &finding);

/// Findings that are to stay. A value; its text is one line each, sorted:
///
///     # comment
///     many-series apiserver_request_duration_seconds
///     long-label-value node_uname_info version
///     scrape-slow
///
/// with blanks, control characters, backslashes, commas and a leading # in names as \ and two hexadecimal
/// digits, and - where there is no metric but a label. - for a label is read as none, too.
class ApprovedFindings
{
public:
    void approve(FindingKey key) { m_keys.insert(std::move(key)); }
    void withdraw(const FindingKey &key) { m_keys.erase(key); }
    [[nodiscard]] bool contains(const PageFinding &finding) const { return m_keys.contains(keyOf(finding)); }
    [[nodiscard]] bool contains(const FindingKey &key) const { return m_keys.contains(key); }
    [[nodiscard]] std::size_t size() const noexcept { return m_keys.size(); }
    [[nodiscard]] const std::set<FindingKey> &keys() const noexcept { return m_keys; }

    [[nodiscard]] std::string toText() const;
    /// The key's line, without line feed.
    [[nodiscard]] static std::string lineOf(const FindingKey &key);
    /// The rules that are named, sorted, each once.
    [[nodiscard]] std::vector<std::string> rules() const;

    /// ConfigSyntax with line and column for a line that is none of these. Rules that do not exist (any more)
    /// are kept.
    [[nodiscard]] static Result<ApprovedFindings> fromText(std::string_view text);

    friend bool operator==(const ApprovedFindings &, const ApprovedFindings &) = default;

private:
    std::set<FindingKey> m_keys;
};

} // namespace sightglass
