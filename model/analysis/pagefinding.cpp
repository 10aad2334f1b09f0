// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/analysis/pagefinding.h"

#include "parser/base/error.h"
#include "parser/base/utf8cut.h"

#include <algorithm>

namespace sightglass {

std::string_view severityName(DiagnosticSeverity severity) noexcept
{
    switch (severity) {
    case DiagnosticSeverity::Rejected:
        return "rejected";
    case DiagnosticSeverity::Wrong:
        return "wrong";
    case DiagnosticSeverity::Advice:
        break;
    }
    return "advice";
}

std::string findingText(const PageFinding &finding)
{
    return formatMessage(finding.rule->message, finding.arguments);
}

std::string findingConsequence(const PageFinding &finding)
{
    return formatMessage(finding.rule->consequence, finding.arguments);
}

std::string findingRemedy(const PageFinding &finding)
{
    return formatMessage(finding.rule->remedy, finding.arguments);
}

FindingLine lineOf(const PageFinding &finding, std::string_view body, std::size_t maxBytes)
{
    if (finding.position.line == 0)
        return {};
    const std::size_t at = std::min(finding.span.begin, body.size());
    std::size_t begin = at;
    while (begin > 0 && body[begin - 1] != '\n' && at - begin < maxBytes)
        --begin;
    while (begin < at && isUtf8Continuation(body[begin]))
        ++begin;
    const std::string_view rest = body.substr(at);
    const std::string_view toEnd = rest.substr(0, std::min(rest.find('\n'), rest.size()));
    const std::string_view behind = utf8Prefix(toEnd, maxBytes);
    FindingLine line;
    line.text = body.substr(begin, at - begin + behind.size());
    line.offset = at - begin;
    line.length = std::min(finding.span.end - std::min(finding.span.begin, finding.span.end), behind.size());
    line.cutBefore = begin > 0 && body[begin - 1] != '\n';
    line.cutBehind = behind.size() < toEnd.size();
    return line;
}

} // namespace sightglass
