// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/dashboard/framemaker.h"

#include "model/dashboard/framecells.h"
#include "model/dashboard/panelfields.h"
#include "model/dashboard/serverexpression.h"
#include "model/histogram/histogramtext.h"
#include "parser/base/numbertext.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <set>
#include <string_view>

namespace sightglass {

namespace {

constexpr std::string_view boundLabel = "le";
constexpr std::string_view timeName = "Time";
constexpr std::string_view valueName = "Value";

std::size_t rowsOf(const PanelSeries &series)
{
    return series.samples.empty() ? series.histograms.size() : series.samples.size();
}

void appendTimes(Field &times, const PanelSeries &series, std::size_t from)
{
    for (std::size_t i = from; i < series.samples.size(); ++i)
        times.values.emplace_back(static_cast<double>(series.samples[i].t));
    for (std::size_t i = from; series.samples.empty() && i < series.histograms.size(); ++i)
        times.values.emplace_back(static_cast<double>(series.histograms[i].t));
}

void appendValues(Field &values, const PanelSeries &series, std::size_t from)
{
    for (std::size_t i = from; i < series.samples.size(); ++i)
        values.values.emplace_back(series.samples[i].v);
    for (std::size_t i = from; series.samples.empty() && i < series.histograms.size(); ++i)
        values.values.emplace_back(toText(*series.histograms[i].histogram));
}

FieldType valueType(const PanelSeries &series)
{
    return series.samples.empty() && !series.histograms.empty() ? FieldType::Text : FieldType::Number;
}

FieldValue labelCell(const Labels &labels, const std::string &name)
{
    const std::string_view value = labels.value(name);
    if (name != boundLabel || value.empty())
        return std::string(value);
    return parseFloat(value).value_or(std::numeric_limits<double>::quiet_NaN());
}

double boundOf(const PanelSeries &series)
{
    return parseFloat(series.labels.value(boundLabel)).value_or(std::numeric_limits<double>::quiet_NaN());
}

/// The buckets of one histogram, by upper bound; those that have none stay at the end in their order.
using Buckets = std::vector<const PanelSeries *>;

std::vector<Buckets> histogramsOf(const std::vector<const PanelSeries *> &series)
{
    std::vector<Buckets> histograms;
    std::map<Labels, std::size_t> places;
    for (const PanelSeries *one : series) {
        const auto [place, isNew] = places.try_emplace(one->labels.without(boundLabel), histograms.size());
        if (isNew)
            histograms.emplace_back();
        histograms[place->second].push_back(one);
    }
    for (Buckets &buckets : histograms) {
        std::ranges::stable_sort(buckets, [](const PanelSeries *a, const PanelSeries *b) {
            const double left = boundOf(*a);
            const double right = boundOf(*b);
            return std::isnan(left) ? false : std::isnan(right) || left < right;
        });
    }
    return histograms;
}

std::vector<TimestampMs> timesOf(const std::vector<const PanelSeries *> &series)
{
    std::set<TimestampMs> times;
    for (const PanelSeries *one : series) {
        for (const Sample &sample : one->samples)
            times.insert(times.end(), sample.t);
    }
    return {times.begin(), times.end()};
}

/// The column of a bucket: what is counted beyond the buckets below, whose counts `below` holds and takes on.
std::vector<FieldValue> bucketCounts(const PanelSeries &bucket, const std::vector<TimestampMs> &times,
                                     std::vector<double> &below)
{
    const bool cumulative = !std::isnan(boundOf(bucket));
    std::vector<FieldValue> counts(times.size());
    std::size_t row = 0;
    for (const Sample &sample : bucket.samples) {
        while (times[row] < sample.t)
            ++row;
        if (!cumulative) {
            counts[row] = sample.v;
            continue;
        }
        // Rates of buckets are sums of floats: that one is a little below its neighbour is no negative count.
        const double upTo = std::isnan(sample.v) ? below[row] : std::max(sample.v, below[row]);
        counts[row] = std::isnan(sample.v) ? sample.v : upTo - below[row];
        below[row] = upTo;
    }
    return counts;
}

} // namespace

FrameMaker::FrameMaker(const PanelData &data, const PanelSpec &panel, TransformContext &context)
    : m_data(data)
    , m_panel(panel)
    , m_context(context)
    , m_series(panel.queries.size() + serverExpressions(panel).size())
    , m_cellsLeft(context.limits().cells)
    , m_mostRows(std::numeric_limits<std::size_t>::max())
{
    for (const PanelSeries &series : data.series) {
        if (series.query < m_series.size())
            m_series[series.query].push_back(&series);
    }
    chooseRows();
}

std::vector<Frame> FrameMaker::take()
{
    const auto each = [this](FrameFormat format, auto add) {
        for (std::size_t i = 0; i < m_panel.queries.size(); ++i) {
            if (m_panel.queries[i].format == format && !m_panel.queries[i].hidden)
                add(i);
        }
    };
    const bool only = answeredTables() <= 1;
    each(FrameFormat::TimeSeries, [this](std::size_t query) { addSeries(query); });
    for (std::size_t expression = m_panel.queries.size(); expression < m_series.size(); ++expression)
        addSeries(expression);
    each(FrameFormat::Table, [this, only](std::size_t query) { addTable(query, only); });
    each(FrameFormat::Heatmap, [this](std::size_t query) { addHeatmap(query); });
    if (m_isCut)
        m_context.note("only the newest " + std::to_string(m_mostRows) +
                       " values of a series are shown: too many for a table");
    if (m_leftOut > 0)
        m_context.note(std::to_string(m_leftOut) + " of " + std::to_string(m_data.series.size()) +
                       " series are left out: too many values for a table");
    return std::move(m_frames);
}

/// How many queries in table format answered, if only by nothing.
std::size_t FrameMaker::answeredTables() const
{
    return static_cast<std::size_t>(std::ranges::count_if(m_panel.queries, [](const PanelQuery &query) {
        return query.format == FrameFormat::Table && !query.hidden;
    }));
}

/// The cells of series and tables of which each series has so many rows at most.
std::size_t FrameMaker::cellsWith(std::size_t rows) const
{
    std::size_t cells = 0;
    for (std::size_t query = 0; query < m_series.size(); ++query) {
        const PanelQuery *asked = query < m_panel.queries.size() ? &m_panel.queries[query] : nullptr;
        if (asked != nullptr && (asked->hidden || asked->format == FrameFormat::Heatmap))
            continue;
        for (const PanelSeries *series : m_series[query]) {
            const bool isTable = asked != nullptr && asked->format == FrameFormat::Table;
            cells += std::min(rowsOf(*series), rows) * (isTable ? series->labels.size() + 2 : 2) + 1;
        }
    }
    return cells;
}

/// Where not all values have room, each series keeps its newest, all the same number.
void FrameMaker::chooseRows()
{
    if (cellsWith(m_mostRows) <= m_cellsLeft || cellsWith(1) > m_cellsLeft)
        return;
    std::size_t fits = 1;
    std::size_t tooMany = m_cellsLeft;
    while (tooMany - fits > 1) {
        const std::size_t middle = fits + (tooMany - fits) / 2;
        (cellsWith(middle) <= m_cellsLeft ? fits : tooMany) = middle;
    }
    m_mostRows = fits;
}

std::size_t FrameMaker::firstRow(const PanelSeries &series)
{
    const std::size_t rows = rowsOf(series);
    if (rows <= m_mostRows)
        return 0;
    m_isCut = true;
    return rows - m_mostRows;
}

bool FrameMaker::spend(std::size_t cells)
{
    if (cells > m_cellsLeft) {
        m_cellsLeft = 0; // what comes behind would be a choice by size
        ++m_leftOut;
        return false;
    }
    m_cellsLeft -= cells;
    return true;
}

void FrameMaker::addSeries(std::size_t query)
{
    const std::string refId = queryRefId(m_panel, query);
    for (const PanelSeries *series : m_series[query]) {
        const std::size_t from = firstRow(*series);
        if (!spend(2 * (rowsOf(*series) - from) + 1))
            continue;
        Field times = newField(timeName, FieldType::Time);
        const bool isOfQuery = query < m_panel.queries.size();
        Field values = newField(isOfQuery ? valueName : std::string_view(refId), valueType(*series));
        values.labels = series->labels;
        values.legend = series->name;
        appendTimes(times, *series, from);
        appendValues(values, *series, from);
        m_frames.push_back({series->name, refId, {std::move(times), std::move(values)}});
    }
}

void FrameMaker::addTable(std::size_t query, bool only)
{
    const SeriesList &all = m_series[query];
    if (all.empty() && only)
        return;
    std::set<std::string, std::less<>> names;
    for (const PanelSeries *series : all) {
        for (const LabelView label : series->labels)
            names.emplace(label.name);
    }
    const std::string refId = queryRefId(m_panel, query);
    std::vector<Field> fields{newField(timeName, FieldType::Time)};
    for (const std::string &name : names)
        fields.push_back(newField(name, name == boundLabel ? FieldType::Number : FieldType::Text));
    Field values =
        newField(only ? std::string(valueName) : std::string(valueName) + " #" + refId, FieldType::Number);
    for (const PanelSeries *series : all) {
        const std::size_t from = firstRow(*series);
        const std::size_t rows = rowsOf(*series) - from;
        if (!spend((names.size() + 2) * rows))
            continue;
        if (values.values.empty())
            values.type = valueType(*series);
        appendTimes(fields.front(), *series, from);
        appendValues(values, *series, from);
        std::size_t column = 1;
        for (const std::string &name : names) {
            std::vector<FieldValue> &cells = fields[column++].values;
            cells.insert(cells.end(), rows, labelCell(series->labels, name));
        }
    }
    fields.push_back(std::move(values));
    m_frames.push_back({{}, refId, std::move(fields)});
}

void FrameMaker::addHeatmap(std::size_t query)
{
    const std::vector<TimestampMs> times = timesOf(m_series[query]);
    if (times.empty())
        return;
    Frame frame{{}, queryRefId(m_panel, query), {newField(timeName, FieldType::Time)}};
    for (const TimestampMs t : times)
        frame.fields.front().values.emplace_back(static_cast<double>(t));
    const std::string &legend = m_panel.queries[query].legend;
    const bool named = !legend.empty() && legend != autoLegend;
    for (const Buckets &buckets : histogramsOf(m_series[query])) {
        std::vector<double> below(times.size(), 0);
        for (const PanelSeries *bucket : buckets) {
            if (!spend(times.size()))
                continue;
            const std::string_view bound = bucket->labels.value(boundLabel);
            Field field = newField(bound.empty() ? valueName : bound, FieldType::Number,
                                   bucketCounts(*bucket, times, below));
            field.labels = bucket->labels;
            field.legend = named || bound.empty() ? bucket->name : std::string(bound);
            frame.fields.push_back(std::move(field));
        }
    }
    m_frames.push_back(std::move(frame));
}

} // namespace sightglass
