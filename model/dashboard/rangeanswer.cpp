// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/dashboard/rangeevaluation.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace sightglass {

namespace {

/// There is nothing before a line's first value that this could be joined to.
void dropUseless(std::vector<TimestampMs> &breaks, const SampleRun &samples, ThinningKind kind)
{
    if (breaks.empty())
        return;
    const auto first = std::ranges::find_if(samples, [kind](const Sample &sample) {
        return kind == ThinningKind::States || std::isfinite(sample.v);
    });
    breaks.erase(breaks.begin(),
                 first != samples.end() ? std::ranges::upper_bound(breaks, first->t) : breaks.end());
}

} // namespace

/// Brings the line's ends in order: samples beyond the range stay where the line goes there.
StoredLine RangeEvaluation::endStored(const Part &part, Line &line)
{
    const RangeQuery &query = part.query;
    const TimestampMs start = query.steps.start;
    std::vector<Sample> &added = line.added.samples;
    Carried &carried = line.carried;
    const std::size_t count = carried.size() + added.size();
    const auto at = [&](std::size_t i) {
        return i < carried.size() ? carried.known[carried.first + i] : added[i - carried.size()];
    };
    StoredLine stored;
    stored.offsetMs = part.samples->offsetMs();
    stored.before = count > 0 && at(0).t <= start ? 1 : 0;
    const bool isAlone = stored.before == count;
    const bool goesOn = count > 0 && !line.progress.ended;
    stored.ended = !goesOn || query.steps.end - at(count - 1).t >= query.lookbackMs;
    const bool isUseless =
        stored.before > 0 && (isAlone ? !goesOn || query.steps.end - at(0).t >= query.lookbackMs
                                      : std::ranges::binary_search(line.added.breaks, at(1).t));
    const std::optional<Sample> &behind = line.progress.behind;
    // What ends less than a step before the range does needs no more, and can be gone on from in its memory.
    const bool hasBehind = behind && goesOn && query.steps.end - at(count - 1).t >= query.steps.stepMs &&
                           behind->t - at(count - 1).t <= query.lookbackMs;
    if (isUseless) {
        stored.before = 0;
        if (!carried.empty())
            ++carried.first;
        else
            added.erase(added.begin());
    }
    if (hasBehind && !(isUseless && isAlone)) {
        added.push_back(*behind);
        stored.behind = 1;
    }
    stored.leftOutSums = line.leftOutSums.movedOn(std::move(line.added.leftOutSums));
    stored.leftOutCounts = line.leftOutCounts.movedOn(std::move(line.added.leftOutCounts));
    return stored;
}

PanelSeries RangeEvaluation::seriesOf(const Part &part, Line line)
{
    const RangeQuery &query = part.query;
    PanelSeries series;
    series.labels = std::move(line.labels);
    series.query = query.query;
    series.histograms = std::move(line.histograms);
    if (part.query.isStored())
        series.stored = endStored(part, line);
    else if (part.samples)
        series.sampled =
            SampledValues{part.samples->offsetMs(), line.carriedAges.movedOn(std::move(line.ages))};
    series.samples = line.carried.movedOn(std::move(line.added.samples));
    if (query.fineMs < query.steps.stepMs) {
        series.columnMs = query.steps.stepMs;
        series.breaks = std::move(line.added.breaks);
        dropUseless(series.breaks, series.samples, query.kind);
    }
    return series;
}

std::vector<RangeEvaluation::Answer> RangeEvaluation::take()
{
    std::vector<Answer> answers;
    for (Part &part : m_parts) {
        Answer &answer = answers.emplace_back();
        answer.series.reserve(part.lines.size());
        for (Line &line : part.lines) {
            PanelSeries series = seriesOf(part, std::move(line));
            if (!series.samples.empty() || !series.histograms.empty())
                answer.series.push_back(std::move(series));
        }
        // Those of an earlier answer came in order.
        if (part.hasNewLines)
            std::ranges::stable_sort(
                answer.series, {}, [](const PanelSeries &series) -> const Labels & { return series.labels; });
        answer.annotations = std::move(part.annotations);
        answer.error = std::move(part.error);
        answer.fineMs = part.query.fineMs;
        answer.note = std::move(part.note);
    }
    m_parts.clear();
    m_groups.clear();
    return answers;
}

} // namespace sightglass
