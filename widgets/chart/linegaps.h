// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/sample.h"

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace sightglass {

/// Whether a line goes from a to b, the next sample: both are finite and no further apart than that.
[[nodiscard]] bool joined(const Sample &a, const Sample &b, std::int64_t gapMs) noexcept;

/// Walks along a line and says behind which of its samples' times the gaps lie. `gaps`: the times of samples
/// before which there is one, ascending (PanelSeries::breaks); those of other times count for nothing.
class GapWalk
{
public:
    explicit GapWalk(std::span<const TimestampMs> gaps) noexcept
        : m_gaps(gaps)
    {}

    /// Times ascend from one call to the next.
    [[nodiscard]] bool isBefore(TimestampMs t) noexcept
    {
        while (!m_gaps.empty() && m_gaps.front() < t)
            m_gaps = m_gaps.subspan(1);
        return !m_gaps.empty() && m_gaps.front() == t;
    }

private:
    std::span<const TimestampMs> m_gaps;
};

/// Calls what(first, last) with the places of the ends of each run of finite samples without a gap between
/// them.
template<typename What>
void eachRun(std::span<const Sample> samples, std::span<const TimestampMs> gaps, const What &what)
{
    GapWalk walk(gaps);
    std::optional<std::size_t> first;
    for (std::size_t i = 0; i < samples.size(); ++i) {
        const bool counts = std::isfinite(samples[i].v);
        if (first && (!counts || walk.isBefore(samples[i].t))) {
            what(*first, i - 1);
            first.reset();
        }
        if (counts && !first)
            first = i;
    }
    if (first)
        what(*first, samples.size() - 1);
}

/// Where a gap between two samples is marked.
[[nodiscard]] TimestampMs gapTime(TimestampMs from, TimestampMs to) noexcept;

/// The samples with a NaN in each gap that is longer than `spannedMs`: as lines are drawn.
[[nodiscard]] std::vector<Sample> interrupted(std::span<const Sample> samples,
                                              std::span<const TimestampMs> gaps, std::int64_t spannedMs = 0);

} // namespace sightglass
