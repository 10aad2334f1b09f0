// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/sample.h"
#include "parser/base/labels.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <random>
#include <string>
#include <vector>

namespace sightglass::bench {

/// The data set of the performance reference, "Range queries": an hour of samples at 1 s of 1,000 counters,
/// 1,000 buckets of classic histograms, 1,000 gauges with two decimals. The same in every run.
class QueryData
{
public:
    static constexpr TimestampMs startMs = 1'700'000'000'000;
    static constexpr std::int64_t seconds = 3600;
    static constexpr std::size_t seriesPerFamily = 1000;

    enum Family : std::size_t
    {
        Counter,
        Bucket,
        Gauge,
        familyCount
    };

    [[nodiscard]] static const char *name(Family family) noexcept;
    [[nodiscard]] static Labels labelsOf(Family family, std::size_t index);

    /// The values of the next second, by family and series.
    using Row = std::array<std::vector<double>, familyCount>;
    [[nodiscard]] const Row &next();

private:
    std::mt19937 m_random{1}; // NOLINT: the same values in every run
    Row m_row{std::vector<double>(seriesPerFamily), std::vector<double>(seriesPerFamily),
              std::vector<double>(seriesPerFamily)};
};

} // namespace sightglass::bench
