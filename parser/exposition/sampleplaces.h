// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/base/sourcespan.h"

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace sightglass {

/// Where a label stands, quotes included.
struct LabelPlace
{
    SourceSpan name;
    SourceSpan value;

    /// From the name to the end of the value.
    [[nodiscard]] SourceSpan whole() const noexcept { return {name.begin, value.end}; }
};

/// Where the parts of a sample line stand, in offsets of the body. A part that is not there is empty, at the
/// place where it would be.
struct SamplePlaces
{
    std::vector<LabelPlace> labels; ///< as they are written; a name in quotes among them is none
    bool labelsEnd = true;          ///< with a brace; true where there are none
    SourceSpan value;
    SourceSpan timestamp;
};

/// Looks for them on the line that begins there, in either text format. For lines that could be read; of
/// others it finds what there is. Time in proportion to the line.
[[nodiscard]] SamplePlaces samplePlaces(std::string_view body, std::size_t lineStart);

/// A label value of the line that begins there, from its quote to the end of the line, where that quote is
/// closed on a later line only and the error at `error` is about labels: most likely the quote is missing,
/// and what the parser stumbled over says nothing. A value may have line feeds, in the Prometheus text
/// format.
[[nodiscard]] std::optional<SourceSpan> openLabelValue(std::string_view body, std::size_t lineStart,
                                                       std::size_t error);

/// The end of the quoted text that begins there, behind its closing quote, which may stand on a later line;
/// the body's end where there is none.
[[nodiscard]] std::size_t endOfQuoted(std::string_view body, std::size_t quote) noexcept;

} // namespace sightglass
