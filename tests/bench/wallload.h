// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/dashboard/dashboardspec.h"
#include "model/storage/head.h"
#include "tests/bench/qtchartswindow.h"

#include <deque>
#include <memory>
#include <random>
#include <vector>

namespace sightglass::bench {

/// The load of the refresh budgets: panels of 1 h of 1 s samples, in a real store. Half of the panels show
/// gauges as they are (noise with two decimals), half the rates of counters.
class WallLoad
{
public:
    static constexpr std::int64_t lengthMs = 3600 * 1000;
    static constexpr std::int64_t stepMs = 1000;

    /// Fills the store up to `now`, inclusive.
    WallLoad(const WallSize &size, TimestampMs now);

    /// Draws the values of the next steps, so that advance() does nothing but append: they stand for a
    /// service, which costs this process nothing.
    void prepare(int steps);
    /// Appends one sample to each series, one step later, and publishes them.
    void advance();

    [[nodiscard]] TimestampMs now() const noexcept { return m_now; }
    [[nodiscard]] std::shared_ptr<const Snapshot> snapshot() { return m_head.snapshot(); }
    [[nodiscard]] const WallSize &size() const noexcept { return m_size; }
    /// A dashboard of exactly these panels, as many in a row as make all of them visible on a window 1080
    /// logical pixels high.
    [[nodiscard]] DashboardSpec dashboard() const;

private:
    struct Series
    {
        SeriesId id = 0;
        bool counter = false;
        double level = 0; ///< about which a gauge wanders
        double value = 0;
    };

    [[nodiscard]] double drawn(Series &series);

    WallSize m_size;
    Head m_head;
    std::vector<Series> m_series;
    std::deque<std::vector<double>> m_prepared; ///< a value for each series, of the next steps
    TimestampMs m_now;
    std::mt19937 m_random{1};
    std::normal_distribution<double> m_noise{0, 1};
};

} // namespace sightglass::bench
