// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/storage/snapshot.h"
#include "parser/promql/ast.h"

#include <cstddef>
#include <map>
#include <span>
#include <stop_token>
#include <string_view>
#include <vector>

namespace sightglass {

/// Reads the raw series behind a panel's expressions for what addEvents() tells of: which targets they come
/// from, when those failed, started and were not scraped, when counters fell. Bounded in what it reads.
class EventScan
{
public:
    static constexpr std::size_t noTarget = static_cast<std::size_t>(-1);

    EventScan(const Snapshot &snapshot, TimeRange range, std::stop_token cancel);

    /// Finds the series and their targets. First.
    void select(std::span<const promql::ExprPtr> exprs);
    void readTargets();
    void readCounters();

    /// Something about a target.
    struct Moment
    {
        std::size_t target = 0;
        TimestampMs t = 0;
    };
    struct Reset
    {
        std::size_t target = noTarget; ///< noTarget for a series with neither job nor instance
        TimestampMs t = 0;
        Labels counter; ///< the series; of a histogram without `le` and suffix
    };
    /// Between two scrapes of a target with none for far longer than was usual before. Those that end in the
    /// range or go on behind it, and those before it that its first scrape tells from a longer interval. What
    /// it says of a time depends on the store alone, not on the range.
    struct Hole
    {
        std::size_t target = 0;
        TimestampMs since = 0; ///< of the scrape before
        TimestampMs until = 0; ///< of the one behind, which may lie behind the range
    };
    [[nodiscard]] const std::vector<Hole> &holes() const noexcept { return m_holes; }
    [[nodiscard]] const std::vector<Moment> &failures() const noexcept { return m_failures; }
    [[nodiscard]] const std::vector<Moment> &starts() const noexcept { return m_starts; }
    [[nodiscard]] const std::vector<Reset> &resets() const noexcept { return m_resets; }

    /// Its job and instance.
    [[nodiscard]] const Labels &target(std::size_t index) const { return m_targets[index].labels; }
    /// Whether it tells when its process started.
    [[nodiscard]] bool knowsStart(std::size_t index) const { return m_targets[index].knowsStart; }

private:
    struct Target
    {
        Labels labels;
        bool knowsStart = false;
    };
    struct Counter
    {
        std::shared_ptr<const SeriesView> series;
        std::size_t target = noTarget;
        std::size_t turn = 0; ///< the how manieth of its target
    };

    /// isRated: an expression asks for its rate.
    [[nodiscard]] bool isCounter(const Labels &series, bool isRated) const;
    [[nodiscard]] std::size_t targetOf(const Labels &series);
    void addSeries(const promql::VectorSelector &selector, bool isRated);
    template<typename Look>
    void readMetric(std::string_view name, const Look &look);
    void readFromBefore(const SeriesView &series, SampleColumns &samples) const;
    void lookForHoles(std::size_t target, const SeriesView &up, const SampleColumns &samples);
    [[nodiscard]] std::vector<TimestampMs> lastBefore(const SeriesView &series, TimestampMs t,
                                                      std::size_t count) const;
    [[nodiscard]] std::vector<TimestampMs> firstBehind(const SeriesView &series, TimestampMs t,
                                                       std::size_t count) const;
    void lookForFalls(const Counter &counter, const SampleColumns &samples);

    const Snapshot &m_snapshot;
    TimeRange m_range;
    std::stop_token m_cancel;
    std::vector<Target> m_targets;
    std::map<Labels, std::size_t> m_targetOf;
    std::size_t m_questions = 0;
    std::vector<Counter> m_counters;
    std::vector<Moment> m_failures;
    std::vector<Moment> m_starts;
    std::vector<Hole> m_holes;
    std::vector<Reset> m_resets;
};

} // namespace sightglass
