// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plots/plottedseries.h"

#include "model/core/samplesearch.h"
#include "model/dashboard/panelfields.h"
#include "widgets/chart/chartscene.h"
#include "widgets/chart/decimate.h"
#include "widgets/chart/linegaps.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

namespace sightglass {

namespace {

/// Below so many samples walking them is as fast as looking up.
constexpr std::size_t worthAPyramid = 16'384;
constexpr std::int64_t noGap = std::numeric_limits<std::int64_t>::max() / 4;
/// Stands for a bound that is not there: outside every axis, and still a number that a line can go to.
constexpr double unbounded = 1e300;

void widen(std::optional<ValueRange> &all, const std::optional<ValueRange> &more)
{
    if (more)
        all = all ? ValueRange{std::min(all->low, more->low), std::max(all->high, more->high)} : *more;
}

std::optional<ValueRange> rangeOf(const PlottedSeries &series)
{
    if (!series.pyramid)
        return series.extremes.range();
    const MinMaxPyramid::Extent extent = series.pyramid->extent(0, series.pyramid->size());
    return extent.count > 0 ? std::optional(ValueRange{extent.low, extent.high}) : std::nullopt;
}

std::vector<Sample> negated(std::span<const Sample> samples)
{
    std::vector<Sample> result(samples.begin(), samples.end());
    for (Sample &sample : result)
        sample.v = -sample.v;
    return result;
}

/// The first value, at the first time and the last.
std::vector<Sample> constant(std::span<const Sample> samples)
{
    const auto first = std::ranges::find_if(samples, [](const Sample &s) { return std::isfinite(s.v); });
    if (first == samples.end())
        return {};
    return {{samples.front().t, first->v}, {samples.back().t, first->v}};
}

std::vector<Sample> finite(std::span<const Sample> samples)
{
    std::vector<Sample> result;
    result.reserve(samples.size());
    std::ranges::copy_if(samples, std::back_inserter(result),
                         [](const Sample &s) { return std::isfinite(s.v); });
    return result;
}

/// As interrupted(), going on from what it was before the series went on: samples before a time are the same.
SampleRun interruptedOn(const SampleRun &before, const PanelSeries &series, std::int64_t spannedMs,
                        TimestampMs sameBefore)
{
    const std::span<const Sample> samples(series.samples);
    const std::size_t same = firstSampleAtOrAfter(samples, sameBefore);
    if (same > 0) {
        const std::size_t first = firstSampleAtOrAfter(before, samples.front().t);
        const std::size_t end = firstSampleAtOrAfter(before, samples[same - 1].t + 1);
        if (first < end && before[first].t == samples.front().t && before[end - 1].t == samples[same - 1].t) {
            const std::vector<Sample> more = interrupted(samples.subspan(same - 1), series.breaks, spannedMs);
            return before.movedOn(first, end, std::span(more).subspan(1));
        }
    }
    return SampleRun(interrupted(samples, series.breaks, spannedMs));
}

/// Of the first sample at or after a time, or the gap before it.
TimestampMs firstMark(const PanelSeries &series, TimestampMs t)
{
    if (series.breaks.empty())
        return t;
    const std::size_t next = firstSampleAtOrAfter(series.samples, t);
    if (next == 0 || next == series.samples.size() ||
        !std::ranges::binary_search(series.breaks, series.samples[next].t))
        return t;
    return std::min(t, gapTime(series.samples[next - 1].t, series.samples[next].t));
}

/// What was thinned says itself where its gaps are, which are shorter than the distances it has left.
std::int64_t drawnGapOf(const PanelSeries &series, const GraphConfig &graph, std::int64_t stepMs)
{
    if (!series.isThinned())
        return gapOf(graph, stepMs);
    const bool told = series.isWhole() && graph.insertNullsMs && !graph.spanNulls;
    return told ? std::min(gapOf(graph, noGap), noGap) : noGap;
}

bool spansNulls(const GraphConfig &graph)
{
    if (!graph.spanNulls)
        return false;
    const bool *always = std::get_if<bool>(&*graph.spanNulls);
    return always == nullptr || *always;
}

/// How long gaps are drawn over all the same; nothing: all of them.
std::optional<std::int64_t> spannedMs(const GraphConfig &graph)
{
    if (graph.transform == ValueTransform::Constant)
        return std::nullopt;
    if (!graph.spanNulls)
        return 0;
    if (const bool *always = std::get_if<bool>(&*graph.spanNulls))
        return *always ? std::nullopt : std::optional<std::int64_t>(0);
    return gapOf(graph, 0);
}

/// The times of what is drawn behind a gap.
std::vector<TimestampMs> gapsOf(const PlottedSeries &series, std::span<const TimestampMs> breaks,
                                const GraphConfig &graph)
{
    std::vector<TimestampMs> gaps;
    const auto spanned = spannedMs(graph);
    for (std::size_t i = 1; i < series.drawn.size() && spanned; ++i) {
        const std::int64_t distance = series.drawn[i].t - series.drawn[i - 1].t;
        if (distance > series.gapMs ||
            (distance > *spanned && std::ranges::binary_search(breaks, series.drawn[i].t)))
            gaps.push_back(series.drawn[i].t);
    }
    return gaps;
}

} // namespace

std::int64_t apartMs(const PanelSeries &series, const PanelData &data) noexcept
{
    const std::int64_t fine = series.isThinned() ? data.fineStepMs : data.stepMs;
    const std::int64_t stored = data.spacing && data.spacing->mostMs > 0 ? data.spacing->mostMs : data.stepMs;
    return std::max<std::int64_t>(series.isStored() ? stored : fine, 1);
}

std::int64_t gapOf(const GraphConfig &graph, std::int64_t stepMs) noexcept
{
    const auto asMs = [](double ms) {
        return std::isfinite(ms) ? static_cast<std::int64_t>(std::clamp(ms, 0.0, 1e15)) : noGap;
    };
    std::int64_t gap = gapThresholdMs(stepMs);
    if (graph.insertNullsMs)
        gap = std::min(gap, asMs(*graph.insertNullsMs));
    if (!graph.spanNulls)
        return gap;
    if (const bool *always = std::get_if<bool>(&*graph.spanNulls))
        return *always ? noGap : gap;
    return std::max(gap, asMs(std::get<double>(*graph.spanNulls)));
}

PlotData::PlotData(std::shared_ptr<const PanelSpec> spec, const PanelDataPtr &data,
                   const std::vector<bool> &visible, const PlotData *before)
    : m_spec(std::move(spec))
    , m_data(data)
    , m_axes(planAxes(*m_spec, *data))
{
    for (const AxisPlan &axis : m_axes.axes)
        m_transforms.push_back(AxisTransform::of(axis.shape.scale));
    addSeries(visible);
    stack();
    interrupt(before);
    fillBetween();
    toAxes();
    addBands();
    findExtremes(before);
}

const FieldConfig &PlotData::configOfSeries(std::size_t series) const
{
    return configOf(*m_spec, m_data->series[series]);
}

std::span<const Sample> PlotData::keep(std::vector<Sample> samples)
{
    m_kept.push_back(std::make_unique<const std::vector<Sample>>(std::move(samples)));
    return *m_kept.back();
}

const AxisTransform &PlotData::transformOf(std::size_t axis) const
{
    return m_transforms[axis];
}

void PlotData::addSeries(const std::vector<bool> &visible)
{
    m_series.reserve(m_data->series.size());
    for (std::size_t i = 0; i < m_data->series.size(); ++i) {
        const GraphConfig &graph = configOfSeries(i).graph;
        if (!visible[i] || (graph.hideFrom && graph.hideFrom->plot))
            continue;
        PlottedSeries &series = m_series.emplace_back();
        series.series = i;
        series.axis = m_axes.axisOf[i];
        series.samples = m_data->series[i].samples;
        series.drawn = series.samples;
        series.gapMs = drawnGapOf(m_data->series[i], graph, m_data->stepMs);
        if (graph.transform == ValueTransform::NegativeY) {
            series.drawn = keep(negated(series.drawn));
        } else if (graph.transform == ValueTransform::Constant) {
            series.drawn = keep(constant(series.drawn));
            series.gapMs = noGap;
        }
        if (spansNulls(graph) && graph.transform != ValueTransform::Constant)
            series.drawn = keep(finite(series.drawn));
    }
}

void PlotData::stack()
{
    using Group = std::tuple<std::size_t, StackingMode, std::string>;
    std::map<Group, std::vector<std::size_t>> groups;
    for (std::size_t i = 0; i < m_series.size(); ++i) {
        const auto &stacking = configOfSeries(m_series[i].series).graph.stacking;
        if (stacking && stacking->mode != StackingMode::None)
            groups[{m_series[i].axis, stacking->mode, stacking->group}].push_back(i);
    }
    for (const auto &[group, members] : groups)
        stackGroup(members, std::get<StackingMode>(group));
}

void PlotData::stackGroup(const std::vector<std::size_t> &members, StackingMode mode)
{
    std::vector<std::span<const Sample>> layers;
    std::vector<std::vector<TimestampMs>> gaps;
    for (const std::size_t member : members) {
        const PlottedSeries &series = m_series[member];
        layers.push_back(series.drawn);
        gaps.push_back(
            gapsOf(series, m_data->series[series.series].breaks, configOfSeries(series.series).graph));
    }
    std::vector<StackedSeries> stacked = stackSeries(layers, mode, gaps);
    for (std::size_t i = 0; i < members.size(); ++i) {
        PlottedSeries &series = m_series[members[i]];
        series.drawn = keep(std::move(stacked[i].upper));
        series.base = keep(std::move(stacked[i].lower));
        if (!stacked[i].own.empty())
            series.dots = keep(std::move(stacked[i].own));
        series.stacked = true;
    }
}

void PlotData::interrupt(const PlotData *before)
{
    const TimestampMs agreed = before != nullptr ? agreeBefore(*before) : unknownBefore;
    for (std::size_t i = 0; i < m_series.size(); ++i) {
        PlottedSeries &series = m_series[i];
        const PanelSeries &answer = m_data->series[series.series];
        const GraphConfig &graph = configOfSeries(series.series).graph;
        const auto spans = answer.breaks.empty() ? std::nullopt : spannedMs(graph);
        if (!spans)
            continue;
        const std::int64_t spanned = *spans;
        if (series.isSteady() && series.base.empty()) {
            const TimestampMs same = agreed != unknownBefore ? goesOnFrom(*before, i, agreed) : agreed;
            const bool carried = same != unknownBefore && before->m_series[i].isSteady();
            series.interrupted = interruptedOn(carried ? before->m_series[i].interrupted : SampleRun(),
                                               answer, spanned, carried ? same : unknownBefore);
            series.drawn = series.interrupted;
            continue;
        }
        series.drawn = keep(interrupted(series.drawn, answer.breaks, spanned));
        if (!series.base.empty())
            series.base = keep(interrupted(series.base, answer.breaks, spanned));
    }
}

void PlotData::fillBetween()
{
    for (PlottedSeries &series : m_series) {
        const auto &below = configOfSeries(series.series).graph.fillBelowTo;
        if (!below || below->empty() || series.stacked)
            continue;
        const auto other = std::ranges::find_if(m_series, [this, &below, &series](const PlottedSeries &one) {
            return one.axis == series.axis && m_data->series[one.series].name == *below;
        });
        if (other != m_series.end() && &*other != &series)
            series.base = other->drawn;
    }
}

void PlotData::toAxes()
{
    for (PlottedSeries &series : m_series) {
        const AxisTransform &transform = transformOf(series.axis);
        const auto transformed = [this, &transform](std::span<const Sample> samples, double none) {
            std::vector<Sample> result(samples.begin(), samples.end());
            for (Sample &sample : result) {
                const double v = transform.forward(sample.v);
                sample.v = std::isnan(v) && !std::isnan(sample.v) ? none : v;
            }
            return keep(std::move(result));
        };
        if (transform.kind != ScaleKind::Linear) {
            series.drawn = transformed(series.drawn, PlotColumn::none);
            if (!series.dots.empty())
                series.dots = transformed(series.dots, PlotColumn::none);
            // What has no place on the axis is at its end: an area goes down to there.
            if (!series.base.empty())
                series.base = transformed(series.base, -unbounded);
        }
        if (series.drawn.size() >= worthAPyramid)
            series.pyramid = std::make_unique<MinMaxPyramid>(series.drawn);
        if (series.base.size() >= worthAPyramid)
            series.basePyramid = std::make_unique<MinMaxPyramid>(series.base);
    }
}

void PlotData::addBands()
{
    for (const ErrorBand &band : m_data->bands) {
        const auto of = std::ranges::find_if(
            m_series, [&band](const PlottedSeries &s) { return s.series == band.series; });
        if (of == m_series.end() || of->stacked || configOfSeries(band.series).graph.transform)
            continue;
        const AxisTransform &transform = transformOf(of->axis);
        const auto drawn = [&transform](const std::vector<Sample> &samples, double none) {
            std::vector<Sample> result(samples);
            for (Sample &sample : result) {
                const double v = transform.forward(sample.v);
                // Below a logarithmic axis there is no bound either; what is no number stays a gap.
                const bool missing = std::isinf(v) || (std::isnan(v) && !std::isnan(sample.v));
                sample.v = missing ? none : v;
            }
            return result;
        };
        m_bands.push_back({band.series, of->axis, drawn(band.low, -unbounded), drawn(band.high, unbounded)});
    }
}

/// The time before which a series that both answers have has the same samples in both; unknownBefore where
/// that is not known.
TimestampMs PlotData::agreeBefore(const PlotData &before) const
{
    if (m_data == before.m_data)
        return std::numeric_limits<TimestampMs>::max();
    const auto &continues = m_data->continues;
    const bool goesOn = continues && continues->earlier.lock() == before.m_data &&
                        m_data->range.from >= before.m_data->range.from;
    return goesOn ? continues->sameBefore : unknownBefore;
}

/// The time before which a series has the samples that it had in `before`; unknownBefore where it is not the
/// same one. `agreed`: of the answers.
TimestampMs PlotData::goesOnFrom(const PlotData &before, std::size_t series, TimestampMs agreed) const
{
    if (series >= before.m_series.size())
        return unknownBefore;
    const PanelSeries &now = m_data->series[m_series[series].series];
    const PanelSeries &then = before.m_data->series[before.m_series[series].series];
    if (now.query != then.query || now.labels != then.labels)
        return unknownBefore;
    return &now == &then ? agreed : std::min(firstMark(now, agreed), firstMark(then, agreed));
}

std::vector<TimestampMs> PlotData::sameBefore(const PlotData &before) const
{
    std::vector<TimestampMs> known(m_series.size(), unknownBefore);
    const TimestampMs agreed = agreeBefore(before);
    if (agreed == unknownBefore)
        return known;
    for (std::size_t i = 0; i < std::min(m_series.size(), before.m_series.size()); ++i) {
        if (m_series[i].isSteady() && before.m_series[i].isSteady())
            known[i] = goesOnFrom(before, i, agreed);
    }
    return known;
}

void PlotData::findExtremes(const PlotData *before)
{
    const std::vector<TimestampMs> known =
        before != nullptr ? sameBefore(*before) : std::vector<TimestampMs>(m_series.size(), unknownBefore);
    for (std::size_t i = 0; i < m_series.size(); ++i) {
        PlottedSeries &series = m_series[i];
        if (series.pyramid)
            continue;
        const bool carried = known[i] != unknownBefore && !before->m_series[i].pyramid;
        series.extremes = carried ? before->m_series[i].extremes.movedOn(series.drawn, known[i])
                                  : SeriesExtremes(series.drawn);
    }
    // A line whose extreme has gone is read again only where it could be what bounds the axis: of many lines
    // few are.
    std::vector<std::optional<ValueRange>> sure(m_axes.axes.size());
    for (const PlottedSeries &series : m_series) {
        if (series.extremes.isExact())
            widen(sure[series.axis], rangeOf(series));
    }
    for (PlottedSeries &series : m_series) {
        std::optional<ValueRange> &axis = sure[series.axis];
        const auto bound = series.extremes.range();
        if (series.extremes.isExact() || (axis && axis->low <= bound->low && bound->high <= axis->high))
            continue;
        series.extremes = SeriesExtremes(series.drawn);
        widen(axis, series.extremes.range());
    }
}

std::optional<ValueRange> PlotData::valuesOn(std::size_t axis) const
{
    const AxisTransform &transform = transformOf(axis);
    const auto read = [&transform](const std::optional<ValueRange> &range) -> std::optional<ValueRange> {
        if (!range)
            return std::nullopt;
        return ValueRange{transform.backward(range->low), transform.backward(range->high)};
    };
    std::optional<ValueRange> all;
    for (const PlottedSeries &series : m_series) {
        if (series.axis != axis)
            continue;
        widen(all, read(rangeOf(series)));
        const bool bars = configOfSeries(series.series).graph.drawStyle == DrawStyle::Bars;
        if ((series.stacked || bars) && transform.kind != ScaleKind::Log && all)
            widen(all, ValueRange{0, 0});
    }
    for (const PlottedBand &band : m_bands) {
        if (band.axis != axis)
            continue;
        for (const std::vector<Sample> *side : {&band.low, &band.high}) {
            std::vector<Sample> bounded;
            std::ranges::copy_if(*side, std::back_inserter(bounded),
                                 [](const Sample &s) { return std::abs(s.v) < unbounded; });
            widen(all, read(valueRange(bounded)));
        }
    }
    return all;
}

} // namespace sightglass
