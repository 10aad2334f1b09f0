// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/analysis/exposedpage.h"
#include "parser/exposition/expositiondiagnostic.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace sightglass {

/// What is wrong with a line that cannot be read, or with a whole body: each has a remedy of its own. Told by
/// the parser's message and by the text around its place.
enum class SyntaxProblem : std::uint8_t
{
    Other,
    // The body as a whole.
    Html,
    Json,
    Utf16,
    Packed,
    // A line.
    ByteOrderMark,
    LineEnds,
    EndMissing,
    EndMisspelt,
    DataAfterEnd,
    LineCutOff,
    OpenMetricsComment,
    OpenMetricsBlanks,
    SingleQuotes,
    TypographicQuotes,
    LabelValueUnquoted,
    LabelValueOpen,
    LabelWithoutValue,
    LabelNameInvalid,
    LabelComma,
    LabelsOpen,
    MetricNameInvalid,
    MetricNameMissing,
    ValueMissing,
    ValueSeparators,
    ValueUnit,
    ValueBoolean,
    ValueNone,
    ValueQuoted,
    ValueRange,
    ValueNoNumber,
    TimestampInvalid,
    ExemplarInText,
    ExemplarInvalid,
    TextBehindValue,
    TypeCase,
    TypeInvalid,
    UnitSuffix,
    MetadataIncomplete,
    Utf8Invalid
};
inline constexpr std::size_t syntaxProblemCount = static_cast<std::size_t>(SyntaxProblem::Utf8Invalid) + 1;

/// Of a body that is no exposition: Html, Json, Utf16 or Packed; else Other.
[[nodiscard]] SyntaxProblem bodyProblem(const ExposedPage &page) noexcept;

/// Of a line that one of the strict checks says Prometheus refuses.
[[nodiscard]] SyntaxProblem lineProblem(const ExposedPage &page, const ExpositionDiagnostic &refusal);

/// Whether the parser's message is about the word of a TYPE line, and which type that means all the same:
/// words of the format in any letter case, and in the text format promtool's gauge_histogram. promtool reads
/// them so; Prometheus refuses them.
[[nodiscard]] bool isTypeRefusal(std::string_view message) noexcept;
[[nodiscard]] std::optional<MetricType> meantType(std::string_view message, ExpositionFormat format);

/// Whether a line is OpenMetrics' # EOF, however it is spelt.
[[nodiscard]] bool looksLikeEnd(std::string_view line);

} // namespace sightglass
