// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/base/error.h"
#include "parser/exposition/expositionlexer.h"
#include "parser/exposition/sampleparts.h"

#include <optional>

namespace sightglass {

/// Where a label list stands, which decides its commas and whether a lone quoted string may name the metric.
enum class LabelListKind : std::uint8_t
{
    PrometheusText, ///< commas between labels may be missing
    OpenMetrics,
    Exemplar ///< of OpenMetrics: no metric name inside
};

/// Reads a label list behind its opening brace up to and with the closing one into sample.labels and, where
/// it is named inside the braces, sample.name. Empty on success. `entryStart` is where the line begins.
[[nodiscard]] std::optional<Error> readLabelList(ExpositionLexer &lexer, std::size_t entryStart,
                                                 LabelListKind kind, SampleParts &sample);

/// Whether a name was found: an unset name has no data, an empty quoted one has.
[[nodiscard]] inline bool hasName(const SampleParts &sample) noexcept
{
    return sample.name.data() != nullptr;
}

} // namespace sightglass
