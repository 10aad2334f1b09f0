// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/dashboard/rangeevaluation.h"

#include "model/core/samplesearch.h"
#include "model/core/timegrid.h"
#include "model/dashboard/annotationmerge.h"
#include "model/dashboard/finesteps.h"
#include "model/dashboard/sampledtimes.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <limits>
#include <utility>

namespace sightglass {

namespace {

/// Points of a piece: few enough to stay in the cache, enough that starting one is nothing beside it.
constexpr std::size_t slicePoints = 1'000'000;

/// So many lines further is what the processor should fetch meanwhile.
constexpr std::size_t linesAhead = 6;

/// A second later none of a wall's lines is in any cache any more, and going on from one reads its ends
/// alone.
void prefetchEnds(const PanelSeries &series) noexcept
{
    const auto ends = [](const SampleRun &run) {
        __builtin_prefetch(run.data());
        __builtin_prefetch(run.data() + run.size());
    };
    ends(series.samples);
    if (series.sampled)
        ends(series.sampled->ages);
}

/// How many samples of the old run, from `last` on, come again as the first of the new ones, bit by bit.
std::size_t repeated(std::span<const Sample> old, std::span<const Sample> added)
{
    if (old.empty() || old.size() > added.size() ||
        std::memcmp(old.data(), added.data(), old.size() * sizeof(Sample)) != 0)
        return 0;
    return old.size();
}

} // namespace

bool isReadAsStored(const RangeQuery &query)
{
    const auto samples = static_cast<std::size_t>((query.steps.end - query.steps.start) /
                                                  std::max<std::int64_t>(query.sourceMs, 1));
    const std::size_t most = query.kind == ThinningKind::All ? mostWholeSamples : mostStoredPoints;
    return samples * query.series <= most && SampleExpression::of(*query.expr).has_value();
}

RangeEvaluation::RangeEvaluation(std::vector<RangeQuery> queries, StackingMode stacking)
{
    const auto same = [](const RangeQuery &a, const RangeQuery &b) {
        return a.steps.stepMs == b.steps.stepMs && a.fineMs == b.fineMs && a.steps.start == b.steps.start &&
               a.steps.end == b.steps.end;
    };
    for (RangeQuery &query : queries) {
        const bool joins =
            stacking != StackingMode::None && !query.isStored() && query.fineMs < query.steps.stepMs;
        const auto group = std::ranges::find_if(m_groups, [&](const Group &one) {
            return joins && one.stacking != StackingMode::None &&
                   same(m_parts[one.parts.front()].query, query);
        });
        if (group != m_groups.end())
            group->parts.push_back(m_parts.size());
        else
            m_groups.push_back({{m_parts.size()}, joins ? stacking : StackingMode::None, 0});
        auto samples =
            query.isStored() || query.tellsTimes ? SampleExpression::of(*query.expr) : std::nullopt;
        Part &part = m_parts.emplace_back();
        part.query = std::move(query);
        part.samples = std::move(samples);
    }
    for (Group &group : m_groups)
        startOver(group);
}

const RangeQuery &RangeEvaluation::queryOf(const Group &group) const
{
    return m_parts[group.parts.front()].query;
}

bool RangeEvaluation::isThinned(const Group &group) const
{
    return queryOf(group).fineMs < queryOf(group).steps.stepMs;
}

void RangeEvaluation::startOver(Group &group) const
{
    const RangeQuery &query = queryOf(group);
    group.done = query.steps.start - (query.isStored() ? query.steps.stepMs : query.fineMs);
}

// ---- what is known already

void RangeEvaluation::carryOn(const PanelData &before, TimestampMs sameBefore)
{
    TimestampMs carried = std::numeric_limits<TimestampMs>::max();
    for (Group &group : m_groups) {
        const RangeQuery &query = queryOf(group);
        // A column is the same only if all of it is. Where stored lines go on behind the range is always
        // read.
        const TimestampMs last =
            query.isStored() ? gridFloor(query.steps.end - 1, query.steps.stepMs) : query.steps.end;
        const TimestampMs keepTo = std::min(gridFloor(sameBefore - 1, query.steps.stepMs), last);
        carried = std::min(carried, keepTo + 1);
        if (keepTo < query.steps.start)
            continue;
        group.done = keepTo;
        for (const std::size_t part : group.parts)
            carryPart(m_parts[part], before, keepTo);
    }
    if (!m_groups.empty())
        m_carriedBefore = carried;
}

void RangeEvaluation::carryPart(Part &part, const PanelData &before, TimestampMs keepTo)
{
    const bool stored = part.query.isStored();
    // The range of stored samples is open to the left.
    const TimestampMs from = part.query.steps.start + (stored ? 1 : 0);
    part.lines.reserve(before.series.size());
    for (std::size_t at = 0; at < before.series.size(); ++at) {
        if (at + linesAhead < before.series.size())
            prefetchEnds(before.series[at + linesAhead]);
        const PanelSeries &series = before.series[at];
        if (series.query != part.query.query || series.isStored() != stored)
            continue;
        Line line;
        line.labels = series.labels;
        line.carried = Carried::within(series.samples, from, keepTo);
        const auto firstHistogram =
            std::ranges::lower_bound(series.histograms, from, {}, &HistogramSample::t);
        const auto endHistogram =
            std::ranges::upper_bound(series.histograms, keepTo, {}, &HistogramSample::t);
        line.histograms.assign(firstHistogram, std::max(firstHistogram, endHistogram));
        if (stored)
            carryStored(part.query, series, keepTo, line);
        else if (series.sampled)
            line.carriedAges = Carried::within(series.sampled->ages, from, keepTo);
        if (line.carried.empty() && line.histograms.empty())
            continue;
        line.added.breaks.assign(std::ranges::lower_bound(series.breaks, from),
                                 std::ranges::upper_bound(series.breaks, keepTo));
        for (std::size_t i = line.carried.last; i > line.carried.first && !line.added.lastTime; --i) {
            const Sample &sample = line.carried.known[i - 1];
            if (part.query.kind == ThinningKind::States || std::isfinite(sample.v))
                line.added.lastTime = sample.t;
        }
        part.lines.push_back(std::move(line));
    }
}

/// The last sample before the range comes along while it counts there.
void RangeEvaluation::carryStored(const RangeQuery &query, const PanelSeries &series, TimestampMs keepTo,
                                  Line &line)
{
    const TimestampMs start = query.steps.start;
    Carried &carried = line.carried;
    if (carried.first > 0 && carried.known[carried.first - 1].t > start - query.lookbackMs)
        --carried.first;
    line.leftOutSums = Carried::within(series.stored->leftOutSums, start + 1, keepTo);
    line.leftOutCounts = Carried::within(series.stored->leftOutCounts, start + 1, keepTo);
    // A stale marker may have come since.
    if (!carried.empty()) {
        line.progress.readTo = carried.known[carried.last - 1].t;
        line.progress.last = *line.progress.readTo - series.stored->offsetMs;
    }
    if (!line.histograms.empty())
        line.progress.readTo =
            std::max(line.progress.readTo.value_or(line.histograms.back().t), line.histograms.back().t);
}

RangeEvaluation::Carried RangeEvaluation::Carried::within(const SampleRun &known, TimestampMs from,
                                                          TimestampMs to)
{
    return {known, firstSampleAtOrAfter(known, from), firstSampleAtOrAfter(known, to + 1)};
}

SampleRun RangeEvaluation::Carried::movedOn(std::vector<Sample> added) const
{
    if (empty())
        return added;
    // What was evaluated again and came out the same need not move.
    const std::size_t again = repeated(std::span(known).subspan(last), added);
    return known.movedOn(first, last + again, std::span(added).subspan(again));
}

// ---- what is not

bool RangeEvaluation::advance(const Source &source, std::size_t points)
{
    for (Group &group : m_groups) {
        while (group.done < m_parts[group.parts.front()].query.steps.end) {
            if (points == 0)
                return false;
            if (queryOf(group).isStored())
                readSlice(group, source, points);
            else
                evaluateSlice(group, source, points);
            if (source.cancel.stop_requested())
                return true;
        }
    }
    return true;
}

/// Steps alone are evaluated at once: the engine shares them with others.
TimestampMs RangeEvaluation::sliceEnd(const Group &group) const
{
    const RangeQuery &query = queryOf(group);
    if (!isThinned(group))
        return query.steps.end;
    std::size_t series = 0;
    for (const std::size_t part : group.parts)
        series += m_parts[part].query.series;
    constexpr std::size_t mostSteps = 10'000;
    const auto steps = static_cast<std::int64_t>(
        std::clamp<std::size_t>(slicePoints / std::max<std::size_t>(series, 1), 1, mostSteps));
    const std::int64_t apart = query.isStored() ? std::max<std::int64_t>(query.sourceMs, 1) : query.fineMs;
    const std::int64_t columns = std::max<std::int64_t>(steps * apart / query.steps.stepMs, 1);
    return std::min(gridFloor(group.done, query.steps.stepMs) + columns * query.steps.stepMs,
                    query.steps.end);
}

void RangeEvaluation::evaluateSlice(Group &group, const Source &source, std::size_t &points)
{
    const TimestampMs end = sliceEnd(group);
    std::vector<Slice> slices;
    for (const std::size_t index : group.parts) {
        Part &part = m_parts[index];
        const RangeQuery &query = part.query;
        const StepRange slice{group.done + query.fineMs, end, query.fineMs};
        auto answer =
            isThinned(group)
                ? source.engine.part(source.snapshot, *query.expr, query.steps, slice, source.cancel)
                : source.engine.range(source.snapshot, *query.expr, slice, source.cancel);
        const auto steps = static_cast<std::size_t>((end - group.done) / query.fineMs);
        points -= std::min(points, steps * query.series);
        if (!answer && isThinned(group) && !source.cancel.stop_requested()) {
            giveUpDetail(group, plainText(answer.error()));
            return;
        }
        if (!answer) {
            part.error = std::move(answer).error();
            part.lines.clear();
            slices.emplace_back();
            continue;
        }
        addNewAnnotations(part.annotations, std::move(answer->annotations));
        Slice &own = slices.emplace_back();
        own.series = std::move(answer->matrix);
        if (part.samples)
            own.ages = SampledTimes(*part.samples, query.lookbackMs, query.sourceMs)
                           .readAll(source.snapshot, own.series, query.fineMs, source.cancel);
    }
    group.done = end;
    addSlice(group, slices);
    for (std::size_t i = 0; i < slices.size(); ++i)
        noteTimes(m_parts[group.parts[i]], slices[i]);
    if (m_kept > mostKeptSamples && isThinned(group))
        giveUpDetail(group, "there are too many lines");
}

void RangeEvaluation::readSlice(Group &group, const Source &source, std::size_t &points)
{
    Part &part = m_parts[group.parts.front()];
    const RangeQuery &query = part.query;
    const SampleExpression &expression = *part.samples;
    const TimestampMs end = sliceEnd(group);
    StoredReader reader(expression, {query.steps.start, query.steps.end, query.lookbackMs, query.sourceMs},
                        {query.steps.stepMs, 0, query.kind, query.lookbackMs});
    const auto views =
        source.snapshot.select(expression.selector().matchers, reader.toSelect(group.done, end));
    std::size_t hint = 0;
    for (const auto &view : views) {
        if (source.cancel.stop_requested()) {
            part.error = Error{ErrorCode::QueryCancelled, {"expression evaluation"}, {}, {}};
            part.lines.clear();
            return;
        }
        Line &line = lineFor(part, expression.labelsOf(view->labels()), hint);
        hint = static_cast<std::size_t>(&line - part.lines.data()) + 1;
        // Two series that differ in what the expression drops are one to it: the engine knows the error.
        const bool isTwice = line.progress.readTo && *line.progress.readTo >= end;
        const std::size_t before = line.added.samples.size();
        if (isTwice || !reader.read(*view, end, line.progress, line.added)) {
            giveUpDetail(group, {});
            return;
        }
        reader.addHistograms(line.histograms);
        m_kept += line.added.samples.size() - before;
        points -= std::min(points, reader.readCount());
    }
    // Progress also where there is nothing to read.
    points -= std::min<std::size_t>(points, 1);
    group.done = end;
    if (m_kept > mostKeptSamples)
        giveUpDetail(group, "there are too many lines");
}

RangeEvaluation::Line &RangeEvaluation::lineFor(Part &part, const Labels &labels, std::size_t hint)
{
    if (hint < part.lines.size() && part.lines[hint].labels == labels)
        return part.lines[hint];
    const auto known = std::ranges::find(part.lines, labels, &Line::labels);
    if (known != part.lines.end())
        return *known;
    part.hasNewLines = true;
    part.lines.emplace_back().labels = labels;
    return part.lines.back();
}

void RangeEvaluation::addSlice(Group &group, std::vector<Slice> &slices)
{
    for (std::size_t i = 0; i < slices.size(); ++i) {
        Part &part = m_parts[group.parts[i]];
        const std::int64_t step = part.query.steps.stepMs;
        for (std::size_t at = 0; at < slices[i].series.size(); ++at) {
            MatrixSeries &series = slices[i].series[at];
            Line &line = lineFor(part, series.labels, at);
            // What is drawn of them are cells of steps.
            std::ranges::copy_if(series.histograms, std::back_inserter(line.histograms),
                                 [step](const HistogramSample &one) { return one.t % step == 0; });
            if (!isThinned(group)) {
                if (line.added.samples.empty())
                    line.added.samples = std::move(series.samples);
                else
                    line.added.samples.insert(line.added.samples.end(), series.samples.begin(),
                                              series.samples.end());
            } else if (group.stacking == StackingMode::None) {
                const std::size_t before = line.added.samples.size();
                thinLine(series.samples, {step, part.query.fineMs, part.query.kind}, line.added);
                m_kept += line.added.samples.size() - before;
            }
        }
    }
    if (isThinned(group) && group.stacking != StackingMode::None)
        addStacked(group, slices);
}

void RangeEvaluation::addStacked(Group &group, const std::vector<Slice> &slices)
{
    const RangeQuery &query = m_parts[group.parts.front()].query;
    std::vector<Line *> known;
    std::vector<std::span<const Sample>> values;
    for (std::size_t i = 0; i < slices.size(); ++i) {
        // All lines are there since addSlice(): their places do not change any more.
        for (std::size_t at = 0; at < slices[i].series.size(); ++at) {
            known.push_back(&lineFor(m_parts[group.parts[i]], slices[i].series[at].labels, at));
            values.emplace_back(slices[i].series[at].samples);
        }
    }
    std::vector<ThinnedLine> lines;
    for (Line *line : known)
        lines.push_back(std::move(line->added));
    const auto kept = [&lines] {
        std::size_t count = 0;
        for (const ThinnedLine &line : lines)
            count += line.samples.size();
        return count;
    };
    const std::size_t before = kept();
    thinStack(values, group.stacking, {query.steps.stepMs, query.fineMs}, lines);
    m_kept += kept() - before;
    for (std::size_t i = 0; i < known.size(); ++i)
        known[i]->added = std::move(lines[i]);
}

/// When the samples were taken that the lines' new values are, which may be fewer than those of the slice.
void RangeEvaluation::noteTimes(Part &part, const Slice &slice)
{
    for (std::size_t at = 0; at < slice.ages.size(); ++at) {
        Line &line = lineFor(part, slice.series[at].labels, at);
        const std::vector<Sample> &ages = slice.ages[at];
        auto next = ages.begin();
        for (std::size_t i = line.ages.size(); i < line.added.samples.size(); ++i) {
            next = std::lower_bound(next, ages.end(), line.added.samples[i].t,
                                    [](const Sample &age, TimestampMs t) { return age.t < t; });
            line.ages.push_back(*next);
        }
    }
}

void RangeEvaluation::giveUpDetail(Group &group, const std::string &why)
{
    for (const std::size_t index : group.parts) {
        Part &part = m_parts[index];
        part.query.fineMs = part.query.steps.stepMs;
        part.lines.clear();
        part.annotations.clear();
        if (!why.empty())
            part.note = "Lines show the values at their steps only: " + why;
    }
    group.stacking = StackingMode::None;
    m_carriedBefore.reset();
    startOver(group);
}

} // namespace sightglass
