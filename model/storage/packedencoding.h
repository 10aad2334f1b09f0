// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/sample.h"
#include "model/core/timerange.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace sightglass {

/// A run of samples as two packed columns (packedcolumn.h). Words: the first time, the heads of the times'
/// and the values' column, the words of the times' column, those of the values'. The values' integers are
/// decimals (decimals.h), with scale the exponent, or, where they are not decimals or that is longer, the
/// bits of the doubles. Behind the columns come the positions and the bits of special values.
///
/// Times at equal intervals take no room of their own, and neither do values that stay as they are or that
/// change by the same amount each time: these are lines, and a chunk of two lines can be lengthened.
inline constexpr std::size_t maxPackedSamples = 360;
inline constexpr std::size_t maxLineSamples = 8000;

/// Replaces `words`. As many values as times, 1 to maxPackedSamples; times ascend.
void encodePacked(std::span<const TimestampMs> times, std::span<const double> values,
                  std::vector<std::uint64_t> &words);

/// The first `count` samples: as many as were written, or, of lines, as many as were added since.
void decodePacked(std::span<const std::uint64_t> words, std::size_t count, TimestampMs *times,
                  double *values) noexcept;

/// The samples of a packed chunk whose times and values are lines.
class PackedLines
{
public:
    /// Nothing where the columns are something else.
    [[nodiscard]] static std::optional<PackedLines> of(std::span<const std::uint64_t> words) noexcept;

    /// Whether the samples follow those with the indexes below `index` on both lines.
    [[nodiscard]] bool goesOn(std::size_t index, std::span<const TimestampMs> times,
                              std::span<const double> values) const noexcept;

    /// The indexes below `count` of the samples inside the range: the first one and the one behind the last.
    struct Indexes
    {
        std::size_t begin = 0;
        std::size_t end = 0;
    };
    [[nodiscard]] Indexes inside(TimeRange range, std::size_t count) const noexcept;

    /// Writes the samples with these indexes.
    void decode(Indexes indexes, TimestampMs *times, double *values) const noexcept;

private:
    [[nodiscard]] TimestampMs timeAt(std::size_t index) const noexcept;
    [[nodiscard]] double valueAt(std::size_t index) const noexcept;

    TimestampMs m_firstTime = 0;
    std::uint64_t m_interval = 0;
    std::uint64_t m_firstInteger = 0;
    std::uint64_t m_step = 0;
    unsigned m_scale = 0;
};

} // namespace sightglass
