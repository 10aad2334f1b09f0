// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/dashboard/rangeevaluation.h"

#include "model/core/timegrid.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <limits>
#include <utility>

namespace sightglass {

namespace {

/// Points of a piece: few enough to stay in the cache, enough that starting one is nothing beside it.
constexpr std::size_t slicePoints = 1'000'000;

/// Remarks that differ in their numbers only are one: each piece says how much it had to mend.
bool sayTheSame(const Annotation &a, const Annotation &b)
{
    const auto isDigit = [](char c) { return (c >= '0' && c <= '9') || c == '.' || c == 'e' || c == '-'; };
    if (a.severity != b.severity || a.span != b.span)
        return false;
    auto left = a.text.begin();
    auto right = b.text.begin();
    while (true) {
        left = std::find_if_not(left, a.text.end(), isDigit);
        right = std::find_if_not(right, b.text.end(), isDigit);
        if (left == a.text.end() || right == b.text.end())
            return left == a.text.end() && right == b.text.end();
        if (*left++ != *right++)
            return false;
    }
}

void addNew(std::vector<Annotation> &all, std::vector<Annotation> more)
{
    for (Annotation &annotation : more) {
        if (std::ranges::none_of(all, [&](const Annotation &known) { return sayTheSame(known, annotation); }))
            all.push_back(std::move(annotation));
    }
}

void dropBefore(std::vector<TimestampMs> &times, TimestampMs from)
{
    times.erase(times.begin(), std::ranges::lower_bound(times, from));
}

std::size_t countBefore(std::span<const Sample> samples, TimestampMs t)
{
    return static_cast<std::size_t>(std::ranges::lower_bound(samples, t, {}, &Sample::t) - samples.begin());
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

RangeEvaluation::RangeEvaluation(std::vector<RangeQuery> queries, StackingMode stacking)
{
    const auto same = [](const RangeQuery &a, const RangeQuery &b) {
        return a.steps.stepMs == b.steps.stepMs && a.fineMs == b.fineMs && a.steps.start == b.steps.start &&
               a.steps.end == b.steps.end;
    };
    for (RangeQuery &query : queries) {
        const bool joins = stacking != StackingMode::None && query.fineMs < query.steps.stepMs;
        const auto group = std::ranges::find_if(m_groups, [&](const Group &one) {
            return joins && one.stacking != StackingMode::None &&
                   same(m_parts[one.parts.front()].query, query);
        });
        if (group != m_groups.end())
            group->parts.push_back(m_parts.size());
        else
            m_groups.push_back({{m_parts.size()}, joins ? stacking : StackingMode::None, 0});
        m_parts.push_back({std::move(query), {}, {}, {}, {}});
    }
    for (Group &group : m_groups)
        startOver(group);
}

bool RangeEvaluation::isThinned(const Group &group) const
{
    const RangeQuery &query = m_parts[group.parts.front()].query;
    return query.fineMs < query.steps.stepMs;
}

void RangeEvaluation::startOver(Group &group) const
{
    const RangeQuery &query = m_parts[group.parts.front()].query;
    group.done = query.steps.start - query.fineMs;
}

// ---- what is known already

void RangeEvaluation::carryOn(const PanelData &before, TimestampMs sameBefore)
{
    TimestampMs carried = std::numeric_limits<TimestampMs>::max();
    for (Group &group : m_groups) {
        const RangeQuery &query = m_parts[group.parts.front()].query;
        // A column is the same only if all of it is.
        const TimestampMs keepTo = std::min(gridFloor(sameBefore - 1, query.steps.stepMs), query.steps.end);
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
    const TimestampMs from = part.query.steps.start;
    for (const PanelSeries &series : before.series) {
        if (series.query != part.query.query)
            continue;
        Line line;
        line.labels = series.labels;
        line.known = series.samples;
        line.first = countBefore(series.samples, from);
        line.last = countBefore(series.samples, keepTo + 1);
        const auto firstHistogram =
            std::ranges::lower_bound(series.histograms, from, {}, &HistogramSample::t);
        const auto endHistogram =
            std::ranges::upper_bound(series.histograms, keepTo, {}, &HistogramSample::t);
        line.histograms.assign(firstHistogram, std::max(firstHistogram, endHistogram));
        if (line.first >= line.last && line.histograms.empty())
            continue;
        line.added.breaks.assign(std::ranges::lower_bound(series.breaks, from),
                                 std::ranges::upper_bound(series.breaks, keepTo));
        for (std::size_t i = line.last; i > line.first && !line.added.lastTime; --i) {
            if (part.query.kind == ThinningKind::States || std::isfinite(line.known[i - 1].v))
                line.added.lastTime = line.known[i - 1].t;
        }
        part.lines.push_back(std::move(line));
    }
}

// ---- what is not

bool RangeEvaluation::advance(const Source &source, std::size_t points)
{
    for (Group &group : m_groups) {
        while (group.done < m_parts[group.parts.front()].query.steps.end) {
            if (points == 0)
                return false;
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
    const RangeQuery &query = m_parts[group.parts.front()].query;
    if (!isThinned(group))
        return query.steps.end;
    std::size_t series = 0;
    for (const std::size_t part : group.parts)
        series += m_parts[part].query.series;
    constexpr std::size_t mostSteps = 10'000;
    const auto steps = static_cast<std::int64_t>(std::clamp<std::size_t>(slicePoints / series, 1, mostSteps));
    const std::int64_t columns = std::max<std::int64_t>(steps * query.fineMs / query.steps.stepMs, 1);
    return std::min(gridFloor(group.done, query.steps.stepMs) + columns * query.steps.stepMs,
                    query.steps.end);
}

void RangeEvaluation::evaluateSlice(Group &group, const Source &source, std::size_t &points)
{
    const TimestampMs end = sliceEnd(group);
    std::vector<std::vector<MatrixSeries>> slices;
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
        addNew(part.annotations, std::move(answer->annotations));
        slices.push_back(std::move(answer->matrix));
    }
    group.done = end;
    addSlice(group, std::move(slices));
    if (m_kept > mostKeptSamples && isThinned(group))
        giveUpDetail(group, "there are too many lines");
}

RangeEvaluation::Line &RangeEvaluation::lineFor(Part &part, const Labels &labels, std::size_t hint)
{
    if (hint < part.lines.size() && part.lines[hint].labels == labels)
        return part.lines[hint];
    const auto known = std::ranges::find(part.lines, labels, &Line::labels);
    if (known != part.lines.end())
        return *known;
    part.lines.emplace_back().labels = labels;
    return part.lines.back();
}

void RangeEvaluation::addSlice(Group &group, std::vector<std::vector<MatrixSeries>> slices)
{
    for (std::size_t i = 0; i < slices.size(); ++i) {
        Part &part = m_parts[group.parts[i]];
        const std::int64_t step = part.query.steps.stepMs;
        for (std::size_t at = 0; at < slices[i].size(); ++at) {
            MatrixSeries &series = slices[i][at];
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

void RangeEvaluation::addStacked(Group &group, const std::vector<std::vector<MatrixSeries>> &slices)
{
    const RangeQuery &query = m_parts[group.parts.front()].query;
    std::vector<Line *> known;
    std::vector<std::span<const Sample>> values;
    for (std::size_t i = 0; i < slices.size(); ++i) {
        // All lines are there since addSlice(): their places do not change any more.
        for (std::size_t at = 0; at < slices[i].size(); ++at) {
            known.push_back(&lineFor(m_parts[group.parts[i]], slices[i][at].labels, at));
            values.emplace_back(slices[i][at].samples);
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

void RangeEvaluation::giveUpDetail(Group &group, const std::string &why)
{
    for (const std::size_t index : group.parts) {
        Part &part = m_parts[index];
        part.query.fineMs = part.query.steps.stepMs;
        part.lines.clear();
        part.annotations.clear();
        part.note = "Lines show the values at their steps only: " + why;
    }
    group.stacking = StackingMode::None;
    m_carriedBefore.reset();
    startOver(group);
}

// ---- the answer

PanelSeries RangeEvaluation::seriesOf(const RangeQuery &query, Line line)
{
    PanelSeries series;
    series.labels = std::move(line.labels);
    series.query = query.query;
    series.histograms = std::move(line.histograms);
    const std::vector<Sample> &added = line.added.samples;
    if (line.first >= line.last) {
        series.samples = SampleRun(std::move(line.added.samples));
    } else {
        // What was evaluated again and came out the same need not move.
        const std::size_t again = repeated(std::span(line.known).subspan(line.last), added);
        series.samples = line.known.movedOn(line.first, line.last + again, std::span(added).subspan(again));
    }
    if (query.fineMs < query.steps.stepMs) {
        series.columnMs = query.steps.stepMs;
        series.breaks = std::move(line.added.breaks);
        const auto first = std::ranges::find_if(series.samples, [&query](const Sample &sample) {
            return query.kind == ThinningKind::States || std::isfinite(sample.v);
        });
        // There is nothing before the first one that it could be joined to.
        dropBefore(series.breaks,
                   first != series.samples.end() ? first->t + 1 : std::numeric_limits<TimestampMs>::max());
    }
    return series;
}

std::vector<RangeEvaluation::Answer> RangeEvaluation::take()
{
    std::vector<Answer> answers;
    for (Part &part : m_parts) {
        Answer &answer = answers.emplace_back();
        for (Line &line : part.lines) {
            if (line.first < line.last || !line.added.samples.empty() || !line.histograms.empty())
                answer.series.push_back(seriesOf(part.query, std::move(line)));
        }
        std::ranges::stable_sort(answer.series, {},
                                 [](const PanelSeries &series) -> const Labels & { return series.labels; });
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
