// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/base/sourcespan.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace sightglass {

/// What follows from a finding on a page.
enum class DiagnosticSeverity : std::uint8_t
{
    Rejected, ///< Prometheus refuses the whole page
    Wrong,    ///< Prometheus takes it, but it is against the format's specification
    Advice    ///< allowed, but better avoided
};

/// One finding on a page: which rule, where, and why, in English. Text is partly the page's own: hostile.
struct ExpositionDiagnostic
{
    DiagnosticSeverity severity = DiagnosticSeverity::Wrong;
    std::string_view rule; ///< a stable name such as "missing-inf-bucket"; static memory
    SourceSpan span;
    SourcePosition position;
    std::string text;

    friend bool operator==(const ExpositionDiagnostic &, const ExpositionDiagnostic &) = default;
};

/// Collects findings up to a limit, and as many of advice: however much advice there is, what is wrong is
/// found.
class DiagnosticSink
{
public:
    explicit DiagnosticSink(std::size_t limit) noexcept
        : m_limit(limit)
    {}

    void add(DiagnosticSeverity severity, std::string_view rule, SourceSpan span, std::string text);
    void wrong(std::string_view rule, SourceSpan span, std::string text)
    {
        add(DiagnosticSeverity::Wrong, rule, span, std::move(text));
    }

    /// Of findings that are more than advice.
    [[nodiscard]] bool full() const noexcept { return m_diagnostics.size() - m_advice >= m_limit; }

    /// What there is, in the order of the body, with lines and columns.
    [[nodiscard]] std::vector<ExpositionDiagnostic> take(std::string_view body);

private:
    std::size_t m_limit;
    std::size_t m_advice = 0; ///< of m_diagnostics
    std::vector<ExpositionDiagnostic> m_diagnostics;
};

} // namespace sightglass
