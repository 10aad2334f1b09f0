// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/analysis/findingsink.h"

#include "parser/base/utf8cut.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace sightglass {

namespace {

constexpr std::size_t longestArgument = 200;

std::string shortened(std::string_view text)
{
    const std::string_view kept = utf8Prefix(text, longestArgument);
    return kept.size() < text.size() ? std::string(kept) + "…" : std::string(kept);
}

bool hasPlace(const PageFinding &finding) noexcept
{
    return finding.span != SourceSpan{};
}

} // namespace

void FindingSink::report(const FindingRule &rule, const FindingSubject &subject,
                         std::initializer_list<std::string_view> arguments)
{
    if (++m_counts[&rule] > m_limit)
        return;
    PageFinding &finding = m_findings.emplace_back();
    finding.rule = &rule;
    finding.span = subject.span;
    finding.metric = shortened(subject.metric);
    finding.label = shortened(subject.label);
    finding.sample = subject.sample;
    for (const std::string_view argument : arguments)
        finding.arguments.push_back(shortened(argument));
}

std::vector<PageFinding> FindingSink::take(std::string_view textBody)
{
    std::stable_sort(m_findings.begin(), m_findings.end(),
                     [](const PageFinding &a, const PageFinding &b) { return a.span.begin < b.span.begin; });
    // One pass over the body for all of them.
    std::size_t lineStart = 0;
    std::uint32_t line = 1;
    for (PageFinding &finding : m_findings) {
        if (!hasPlace(finding) || textBody.empty())
            continue;
        const std::size_t target = std::min(finding.span.begin, textBody.size());
        std::size_t lineFeed = textBody.find('\n', lineStart);
        while (lineFeed < target) {
            lineStart = lineFeed + 1;
            ++line;
            lineFeed = textBody.find('\n', lineStart);
        }
        finding.position = {line, static_cast<std::uint32_t>(target - lineStart + 1)};
    }
    std::stable_sort(m_findings.begin(), m_findings.end(), [](const PageFinding &a, const PageFinding &b) {
        return std::tuple(a.severity(), a.span.begin) < std::tuple(b.severity(), b.span.begin);
    });
    return std::exchange(m_findings, {});
}

std::vector<OmittedFindings> FindingSink::omitted() const
{
    std::vector<OmittedFindings> result;
    for (const auto &[rule, count] : m_counts) {
        if (count > m_limit)
            result.push_back({rule, count - m_limit});
    }
    std::sort(result.begin(), result.end(),
              [](const OmittedFindings &a, const OmittedFindings &b) { return a.rule->id < b.rule->id; });
    return result;
}

} // namespace sightglass
