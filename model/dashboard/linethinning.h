// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/sample.h"
#include "model/fields/graphconfig.h"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace sightglass {

/// What matters of a line.
enum class ThinningKind : std::uint8_t
{
    Extremes, ///< how far it reaches
    States,   ///< which values it has, one after the other
    All       ///< every value: what is reckoned of them counts each
};

/// How lines are thinned out: of values at multiples of fineMs (a few of them may be missing), those are kept
/// that matter in columns (k - 1, k] * columnMs of absolute time. columnMs is a multiple of fineMs.
struct ThinningGrid
{
    std::int64_t columnMs = 1;
    std::int64_t fineMs = 1; ///< 0: the values are stored samples, which lie at any times
    ThinningKind kind = ThinningKind::Extremes;
    std::int64_t storedGapMs = 0; ///< see gapMs(), of stored samples

    [[nodiscard]] bool isOfStored() const noexcept { return fineMs == 0; }
    /// Finite values further apart than this have a gap between them.
    [[nodiscard]] std::int64_t gapMs() const noexcept
    {
        return isOfStored() ? storedGapMs : fineMs + fineMs * 3 / 4;
    }
};

/// A line that is being thinned out, column by column.
struct ThinnedLine
{
    std::vector<Sample> samples;     ///< those kept
    std::vector<TimestampMs> breaks; ///< times of (of lines that are no states: finite) samples behind a gap
    std::optional<TimestampMs> lastTime; ///< of the last such value so far, kept or not
    /// Of stored samples: what columns have beside those kept. The sum and the number of those that are no
    /// NaN, at the end of their column; nothing of columns that are kept whole.
    std::vector<Sample> leftOutSums = {};
    std::vector<Sample> leftOutCounts = {};
};

/// Thins values, ascending, that go on from those before by whole columns. Kept of each column are the first,
/// the lowest, the highest and the last finite value, the last value of any kind, the first of each kind that
/// is not finite, and the values on either side of the longest gap inside of the column: ten at most.
///
/// Of states, the first and the last value of the column, and where it changes or has a gap, the first of the
/// new run and the last before a gap. Where that is more than maxColumnStates, the first and the last, and
/// the first of each value that comes in the column. Values that are not finite are states like any other.
///
/// Of ThinningKind::All everything is kept.
///
/// `begins`, ascending: times of values that have a gap before them however near the last one is.
void thinLine(std::span<const Sample> values, const ThinningGrid &grid, ThinnedLine &line,
              std::span<const TimestampMs> begins = {});

/// The same for lines that are stacked on each other in this order: all of them keep the values of the same
/// times, so that each layer rests on all layers below it. Those are the times at which the edges between
/// layers (of values upwards and downwards from zero apart; of shares, where the stack is one of 100 %) are
/// lowest and highest in the column, the total's first, then those that vary most: at most maxStackTimes, of
/// which the first and the last of each line go before others.
void thinStack(std::span<const std::span<const Sample>> values, StackingMode mode, const ThinningGrid &grid,
               std::span<ThinnedLine> lines);

inline constexpr std::size_t maxStackTimes = 24;
inline constexpr std::size_t maxColumnStates = 32;

} // namespace sightglass
