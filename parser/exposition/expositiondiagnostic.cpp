// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/exposition/expositiondiagnostic.h"

#include <algorithm>
#include <utility>

namespace sightglass {

void DiagnosticSink::add(DiagnosticSeverity severity, std::string_view rule, SourceSpan span,
                         std::string text)
{
    const bool isAdvice = severity == DiagnosticSeverity::Advice;
    if (isAdvice ? m_advice >= m_limit : full())
        return;
    m_advice += isAdvice ? 1 : 0;
    m_diagnostics.push_back({severity, rule, span, {}, std::move(text)});
}

std::vector<ExpositionDiagnostic> DiagnosticSink::take(std::string_view body)
{
    std::stable_sort(m_diagnostics.begin(), m_diagnostics.end(),
                     [](const ExpositionDiagnostic &a, const ExpositionDiagnostic &b) {
                         return a.span.begin < b.span.begin;
                     });
    // One pass over the body for all of them.
    std::size_t lineStart = 0;
    std::uint32_t line = 1;
    for (ExpositionDiagnostic &diagnostic : m_diagnostics) {
        const std::size_t target = std::min(diagnostic.span.begin, body.size());
        std::size_t lineFeed = body.find('\n', lineStart);
        while (lineFeed < target) {
            lineStart = lineFeed + 1;
            ++line;
            lineFeed = body.find('\n', lineStart);
        }
        diagnostic.position = {line, static_cast<std::uint32_t>(target - lineStart + 1)};
    }
    m_advice = 0;
    return std::exchange(m_diagnostics, {});
}

} // namespace sightglass
