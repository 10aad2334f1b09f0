// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/storage/snapshot.h"

#include <cstddef>
#include <cstdint>
#include <stop_token>
#include <vector>

namespace sightglass {

/// How a series was different from a moment on.
enum class MoveKind : std::uint8_t
{
    Value,    ///< a gauge's values
    Rate,     ///< a counter's increase per second
    Appeared, ///< it was not there before
    Vanished  ///< it was there before, and is not any more
};

/// One series that moved.
struct MovedSeries
{
    Labels labels;
    MoveKind kind = MoveKind::Value;
    /// The change of the median in units of what is usual: 0 nothing, about 1 as the series always does, at
    /// most mostMoveScore, which only what was constantly 0 comes to, or became it. Robust: single outliers
    /// count for nothing.
    double score = 0;
    double before = 0; ///< medians; per second for Rate, values for what came or went
    double after = 0;
    std::int64_t delayMs = 0; ///< behind the moment, until a sample was nearer to `after` than to `before`

    friend bool operator==(const MovedSeries &, const MovedSeries &) = default;
};

inline constexpr double mostMoveScore = 1000;

/// Which time is compared with which, and how much work that may be.
struct MoveQuestion
{
    TimestampMs at = 0; ///< when it moved
    Labels about = {};  ///< of series that moved as far, those that share more of these come first
    std::int64_t beforeMs = 30 * 60'000; ///< what is usual: so long before
    std::int64_t nearMs = 5 * 60'000;    ///< what was different so long before already did not move then
    std::int64_t afterMs = 60'000;
    std::size_t most = 100;           ///< series in the answer
    std::size_t mostSeries = 200'000; ///< looked at
    std::int64_t longestMs = 5000;
};

struct MoveAnswer
{
    /// The furthest first; of those that moved as far, what has more labels in common with what is asked
    /// about, then what moved sooner.
    std::vector<MovedSeries> moved;
    std::size_t series = 0;    ///< that were looked at
    std::int64_t beforeMs = 0; ///< how long the time before really was: since the oldest sample looked at
    std::int64_t afterMs = 0;  ///< the same of the time after
    bool complete = true;      ///< false: there were too many, it took too long, or it was cancelled
};

/// All series ranked by how much they changed at a moment against the time before it. Counters are compared
/// by their rates; buckets, and what rules record of alerts, are left out: their _count and _sum, and the
/// alerts themselves, say it. Any thread.
[[nodiscard]] MoveAnswer whatMoved(const Snapshot &snapshot, const MoveQuestion &question,
                                   const std::stop_token &cancel = {});

/// The score of a change between two samples of values, each in any order; 0 where there are too few of them
/// to tell. NaN and infinite values do not count. Pure.
[[nodiscard]] double moveScore(std::vector<double> before, std::vector<double> after);

} // namespace sightglass
