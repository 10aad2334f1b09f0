// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/dashboard/panelframes.h"

#include "model/core/timegrid.h"
#include "model/core/zonerule.h"
#include "model/dashboard/framecells.h"
#include "model/dashboard/framemaker.h"
#include "model/dashboard/panelfields.h"
#include "model/dashboard/serverexpression.h"
#include "model/fields/displaynames.h"
#include "model/fields/jsvalue.h"

#include <algorithm>
#include <utility>

namespace sightglass {

namespace {

/// Cells of a panel's frames, at first and behind each transformation: some 80 MB at most.
constexpr std::size_t mostCells = 2'000'000;
/// More notes would tell nobody more.
constexpr std::size_t mostNotes = 20;

bool isApplied(const TransformationSpec &spec)
{
    return !spec.disabled;
}

bool isRange(const PanelQuery &query)
{
    return !query.instant && !query.hidden;
}

/// Whether the frames differ from a frame for each series.
bool isReshaped(const PanelSpec &panel) noexcept
{
    const bool formatted = std::ranges::any_of(panel.queries, [](const PanelQuery &query) {
        return !query.hidden && query.format != FrameFormat::TimeSeries;
    });
    return std::ranges::any_of(panel.transformations, isApplied) ||
           (formatted && panel.type() != PanelType::Heatmap);
}

/// Rows as they come, and columns of any type, take names and types from their frame.
bool reducesColumns(const PanelSpec &panel)
{
    const ReduceOptions *reduce = reduceOf(panel.options);
    return reduce != nullptr && (reduce->allRows || !reduce->fields.empty());
}

std::optional<double> drawnNumber(const FieldValue &value)
{
    if (const auto *number = std::get_if<double>(&value))
        return *number;
    if (const auto *flag = std::get_if<bool>(&value))
        return *flag ? 1 : 0;
    return std::nullopt;
}

std::vector<Sample> samplesOf(const Field &times, const Field &values)
{
    std::vector<Sample> samples;
    samples.reserve(values.values.size());
    for (std::size_t row = 0; row < values.values.size(); ++row) {
        const auto time = drawnNumber(cellOf(times, row));
        const auto value = drawnNumber(values.values[row]);
        // Beyond this a double names no millisecond, and the cast would be undefined.
        constexpr double farthest = 9e15;
        if (time && value && *time > -farthest && *time < farthest)
            samples.push_back({static_cast<TimestampMs>(*time), *value});
    }
    if (!std::ranges::is_sorted(samples, {}, &Sample::t))
        std::ranges::stable_sort(samples, {}, &Sample::t);
    // Of several at one time the last row counts.
    const auto end = std::unique(samples.rbegin(), samples.rend(),
                                 [](const Sample &a, const Sample &b) { return a.t == b.t; });
    samples.erase(samples.begin(), end.base());
    return samples;
}

/// One sample for each row of a frame, for what counts values wherever and whenever they are.
std::vector<Sample> rowSamples(const Field &values)
{
    std::vector<Sample> samples;
    samples.reserve(values.values.size());
    for (std::size_t row = 0; row < values.values.size(); ++row) {
        if (const auto value = drawnNumber(values.values[row]))
            samples.push_back({static_cast<TimestampMs>(row), *value});
    }
    return samples;
}

/// Whether the rows of a frame are values at times of their own.
bool isSeries(const Frame &frame, std::optional<std::size_t> time)
{
    if (!time)
        return false;
    const std::vector<FieldValue> &times = frame.fields[*time].values;
    return std::ranges::adjacent_find(times) == times.end();
}

/// Whether a transformation has sorted the values into bins already.
bool hasBins(const Frame &frame)
{
    return std::ranges::find(frame.fields, "xMin", &Field::name) != frame.fields.end();
}

std::size_t queryOf(const PanelSpec &panel, const std::string &refId)
{
    for (std::size_t i = 0; i < panel.queries.size(); ++i) {
        if (queryRefId(panel, i) == refId)
            return i;
    }
    const auto expressions = serverExpressions(panel);
    for (std::size_t i = 0; i < expressions.size(); ++i) {
        if (expressions[i].refId == refId)
            return panel.queries.size() + i;
    }
    return 0;
}

void addNotes(std::vector<std::string> &notes, const std::vector<std::string> &more)
{
    for (const std::string &note : more) {
        if (notes.size() < mostNotes && std::ranges::find(notes, note) == notes.end())
            notes.push_back(note);
    }
}

} // namespace

bool showsData(const PanelSpec &panel) noexcept
{
    switch (panel.type()) {
    case PanelType::Text:
    case PanelType::AlertList:
    case PanelType::DashboardList:
    case PanelType::Row:
    case PanelType::Foreign:
        return false;
    default:
        return true;
    }
}

bool needsFrames(const PanelSpec &panel) noexcept
{
    switch (panel.type()) {
    case PanelType::Table:
        return isReshaped(panel) || std::ranges::any_of(panel.queries, isRange);
    case PanelType::Pie:
        return isReshaped(panel) || reducesColumns(panel);
    case PanelType::BarChart:
        return true;
    default:
        return isReshaped(panel);
    }
}

std::vector<Frame> seriesFrames(const PanelData &data, const PanelSpec &panel, TransformContext &context)
{
    return FrameMaker(data, panel, context).take();
}

bool isDrawn(const Field &field) noexcept
{
    return field.type == FieldType::Number || field.type == FieldType::Boolean;
}

std::vector<PanelSeries> frameSeries(const std::vector<Frame> &frames, const PanelSpec &panel)
{
    std::vector<PanelSeries> series;
    const DisplayNames names(frames);
    for (const Frame &frame : frames) {
        const auto time = timeColumn(frame);
        // Values sorted into bins need no time, and rows of a table have all the same.
        const bool rows = panel.type() == PanelType::Histogram && !isSeries(frame, time) && !hasBins(frame);
        if (!time && !rows)
            continue;
        const std::size_t query = queryOf(panel, frame.refId);
        for (const Field &field : frame.fields) {
            if (!isDrawn(field))
                continue;
            series.push_back({field.labels,
                              names.of(field, frame),
                              query,
                              rows ? rowSamples(field) : samplesOf(frame.fields[*time], field),
                              {},
                              std::make_shared<const FieldConfig>(field.config)});
        }
    }
    return series;
}

namespace {

/// What a transformation has made at times of its own (a regression) is a line without gaps: its samples are
/// no steps of a query, however far apart they are.
void joinForeignTimes(PanelData &data)
{
    if (data.stepMs <= 0)
        return;
    const auto isForeign = [step = data.stepMs](const Sample &sample) { return sample.t % step != 0; };
    for (PanelSeries &series : data.series) {
        const auto foreign = static_cast<std::size_t>(std::ranges::count_if(series.samples, isForeign));
        if (foreign > series.samples.size() / 2)
            series.columnMs = 1;
    }
}

} // namespace

PanelPipeline::PanelPipeline(PanelSpec panel)
    : m_panel(std::move(panel))
{
    for (const TransformationSpec &spec : m_panel.transformations)
        m_steps.emplace_back(std::span(&spec, 1));
}

void PanelPipeline::apply(PanelData &data, std::stop_token cancel, const ZoneRule &zone) const
{
    nameSeries(data, m_panel);
    const bool framed = needsFrames(m_panel);
    if (framed)
        applyFrames(data, cancel, zone);
    if (cancel.stop_requested())
        return;
    if (!framed || !isReshaped(m_panel)) {
        configureSeries(data, m_panel);
        return;
    }
    if (m_panel.type() == PanelType::Table)
        return;
    data.series = frameSeries(*data.frames, m_panel);
    joinForeignTimes(data);
    // A line chart draws the series and reads nothing else.
    if (m_panel.type() == PanelType::TimeSeries)
        data.frames.reset();
}

void PanelPipeline::applyFrames(PanelData &data, const std::stop_token &cancel, const ZoneRule &zone) const
{
    TransformLimits limits;
    limits.cells = mostCells;
    TransformContext context({}, limits);
    // Variables are laid over the panel before.
    context.setUtcOffset([zone](TimestampMs t) {
        constexpr std::int64_t second = 1000;
        return zone(gridFloor(t, second) / second).secondsEast * second;
    });
    std::vector<Frame> frames = seriesFrames(data, m_panel, context);
    for (const TransformationChain &step : m_steps) {
        if (cancel.stop_requested())
            return;
        addNotes(data.notes, step.losses());
        frames = step.apply(std::move(frames), context);
    }
    if (cancel.stop_requested())
        return;
    applyFieldConfig(frames, m_panel.field, m_panel.overrides);
    addNotes(data.notes, context.notes());
    data.frames = std::make_shared<const std::vector<Frame>>(std::move(frames));
}

} // namespace sightglass
