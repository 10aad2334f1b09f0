// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/assist/whatmoved.h"

#include "model/core/median.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <string_view>
#include <tuple>
#include <utility>

namespace sightglass {

namespace {

using Clock = std::chrono::steady_clock;

constexpr std::size_t leastBefore = 3;
constexpr std::size_t leastAfter = 1;
constexpr std::size_t checkedEvery = 256;
// A constant that changes by a hundredth is not news: as if everything trembled by a fiftieth of itself, of
// the smaller value of the two, so that a fall is as far as a rise.
constexpr double leastNoise = 0.02;
// Of normally distributed values the standard deviation is so many medians of the absolute deviations.
constexpr double deviationsPerMad = 1.4826;
constexpr double appearedScore = 5;
// Noise itself comes to about 1.
constexpr double notable = 2;

double usualDeviation(std::vector<double> values, double median)
{
    for (double &value : values)
        value = std::abs(value - median);
    return medianOf(values).value_or(0) * deviationsPerMad;
}

bool endsWith(std::string_view name, std::string_view end)
{
    return name.size() > end.size() && name.substr(name.size() - end.size()) == end;
}

bool countsByName(std::string_view name)
{
    return endsWith(name, "_total") || endsWith(name, "_count") || endsWith(name, "_sum");
}

bool isLeftOut(std::string_view name)
{
    return endsWith(name, "_bucket") || name == "ALERTS" || name == "ALERTS_FOR_STATE" ||
           name == "scrape_duration_seconds";
}

struct Halves
{
    std::vector<double> before;
    std::vector<double> after;
    std::vector<TimestampMs> afterTimes;

    void add(TimestampMs t, double value, TimestampMs at)
    {
        (t <= at ? before : after).push_back(value);
        if (t > at)
            afterTimes.push_back(t);
    }
};

void addRates(const SampleColumns &columns, TimestampMs at, Halves &halves)
{
    for (std::size_t i = 1; i < columns.times.size(); ++i) {
        const double now = columns.values[i];
        const double then = columns.values[i - 1];
        if (isStaleMarker(now) || isStaleMarker(then))
            continue;
        const auto seconds = static_cast<double>(columns.times[i] - columns.times[i - 1]) / 1000;
        const double rate = (now < then ? now : now - then) / seconds; // a counter that began anew
        if (std::isfinite(rate))
            halves.add(columns.times[i], rate, at);
    }
}

void addValues(const SampleColumns &columns, TimestampMs at, Halves &halves)
{
    for (std::size_t i = 0; i < columns.times.size(); ++i) {
        if (std::isfinite(columns.values[i]))
            halves.add(columns.times[i], columns.values[i], at);
    }
}

class Mover
{
public:
    Mover(const Snapshot &snapshot, const MoveQuestion &question)
        : m_snapshot(snapshot)
        , m_question(question)
    {}

    MoveAnswer find(const std::stop_token &cancel)
    {
        const auto began = Clock::now();
        const TimeRange range{m_question.at - m_question.beforeMs, m_question.at + m_question.afterMs};
        const std::vector<Matcher> all = {{MatchOp::NotEqual, std::string(metricNameLabel), ""}};
        const auto series = m_snapshot.select(all, range);
        const auto stats = m_snapshot.stats();
        m_answer.afterMs = std::clamp<std::int64_t>(std::min(stats.maxTime, range.to) - m_question.at, 0,
                                                    m_question.afterMs);
        for (const auto &each : series) {
            const bool isLate = m_answer.series % checkedEvery == 0 &&
                                Clock::now() - began > std::chrono::milliseconds(m_question.longestMs);
            if (isLate || cancel.stop_requested() || m_answer.series >= m_question.mostSeries) {
                m_answer.complete = false;
                break;
            }
            ++m_answer.series;
            if (!isLeftOut(each->labels().metricName()))
                look(*each, range);
        }
        m_answer.beforeMs = std::clamp<std::int64_t>(m_question.at - m_oldest, 0, m_question.beforeMs);
        rank();
        return std::move(m_answer);
    }

private:
    [[nodiscard]] bool isCounter(const Labels &series) const
    {
        const std::string_view name = series.metricName();
        return countsByName(name) || m_snapshot.metadata(name, series).type == MetricType::Counter;
    }

    void look(const SeriesView &series, TimeRange range)
    {
        series.read(range, m_columns);
        if (m_columns.times.empty())
            return;
        m_oldest = std::min(m_oldest, m_columns.times.front());
        const bool counts = isCounter(series.labels());
        Halves halves;
        MovedSeries moved{series.labels(), counts ? MoveKind::Rate : MoveKind::Value, 0, 0, 0};
        const bool comesOrGoes = isComingOrGoing(moved);
        // The level of a counter that comes or goes is what there was of it; it has no rate yet.
        if (counts && !comesOrGoes)
            addRates(m_columns, m_question.at, halves);
        else
            addValues(m_columns, m_question.at, halves);
        if (moved.kind == MoveKind::Vanished ? halves.before.empty() : halves.after.empty())
            return;
        if (!comesOrGoes)
            moved.score = std::min(moveScore(halves.before, halves.after), nearScore(halves));
        moved.before = medianOf(halves.before).value_or(0);
        moved.after = medianOf(halves.after).value_or(0);
        moved.delayMs = delay(halves, moved);
        if (moved.score > notable)
            m_answer.moved.push_back(std::move(moved));
    }

    [[nodiscard]] std::int64_t delay(const Halves &halves, const MovedSeries &moved) const
    {
        for (std::size_t i = 0; i < halves.after.size(); ++i) {
            if (std::abs(halves.after[i] - moved.after) < std::abs(halves.after[i] - moved.before))
                return halves.afterTimes[i] - m_question.at;
        }
        return m_question.afterMs;
    }

    /// The same against what was just before: what moved earlier had moved by then. Its own noise is that of
    /// the whole time before.
    [[nodiscard]] double nearScore(const Halves &halves) const
    {
        const std::int64_t step = std::max<std::int64_t>(
            1, (m_columns.times.back() - m_columns.times.front()) /
                   std::max<std::int64_t>(1, static_cast<std::int64_t>(m_columns.times.size()) - 1));
        const auto count = static_cast<std::size_t>(
            std::max<std::int64_t>(static_cast<std::int64_t>(leastBefore), m_question.nearMs / step));
        if (halves.before.size() <= count)
            return mostMoveScore;
        const std::vector<double> near(halves.before.end() - static_cast<std::ptrdiff_t>(count),
                                       halves.before.end());
        return moveScore(near, halves.after);
    }

    /// A series that was not there, or is not any more.
    [[nodiscard]] bool isComingOrGoing(MovedSeries &moved) const
    {
        const TimestampMs first = m_columns.times.front();
        const TimestampMs last = m_columns.times.back();
        const bool began = m_snapshot.stats().minTime < m_question.at - m_question.afterMs;
        if (first > m_question.at && began)
            moved.kind = MoveKind::Appeared;
        else if (isStaleMarker(m_columns.values.back()) && last > m_question.at - m_question.afterMs)
            moved.kind = MoveKind::Vanished;
        else
            return false;
        moved.score = appearedScore;
        return true;
    }

    /// How many labels a series has in common with what is asked about.
    [[nodiscard]] std::ptrdiff_t shared(const Labels &labels) const
    {
        return std::count_if(labels.begin(), labels.end(), [this](const LabelView label) {
            return label.name != metricNameLabel && m_question.about.value(label.name) == label.value;
        });
    }

    void rank()
    {
        std::vector<MovedSeries> &moved = m_answer.moved;
        const auto key = [this](const MovedSeries &series) {
            return std::tuple(-series.score, -shared(series.labels), series.delayMs);
        };
        std::stable_sort(moved.begin(), moved.end(),
                         [&key](const MovedSeries &a, const MovedSeries &b) { return key(a) < key(b); });
        if (moved.size() > m_question.most)
            moved.resize(m_question.most);
    }

    const Snapshot &m_snapshot;
    const MoveQuestion &m_question;
    MoveAnswer m_answer;
    SampleColumns m_columns;
    TimestampMs m_oldest = m_question.at; ///< of the samples that were looked at
};

} // namespace

double moveScore(std::vector<double> before, std::vector<double> after)
{
    const auto isUseless = [](double value) { return !std::isfinite(value); };
    std::erase_if(before, isUseless);
    std::erase_if(after, isUseless);
    if (before.size() < leastBefore || after.size() < leastAfter)
        return 0;
    const double then = medianOf(before).value_or(0);
    const double now = medianOf(after).value_or(0);
    const double smaller = std::min(std::abs(then), std::abs(now));
    const double larger = std::max(std::abs(then), std::abs(now));
    if (larger <= 0)
        return 0;
    const double noise = std::max(usualDeviation(before, then), leastNoise * smaller);
    // Halves, because the distance of the largest numbers is infinite.
    const double distance = std::abs(now / 2 - then / 2);
    const double most = std::min(mostMoveScore, mostMoveScore * (distance / (larger / 2)));
    return noise > 0 ? std::min(distance / (noise / 2), most) : most;
}

MoveAnswer whatMoved(const Snapshot &snapshot, const MoveQuestion &question, const std::stop_token &cancel)
{
    return Mover(snapshot, question).find(cancel);
}

} // namespace sightglass
