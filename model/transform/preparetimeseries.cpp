// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/fields/jsvalue.h"
#include "model/transform/cellvalue.h"
#include "model/transform/framejoin.h"
#include "model/transform/makers.h"

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>

namespace sightglass {

namespace {

struct PrepareTimeSeriesOptions
{
    enum class Format : std::uint8_t
    {
        Wide,  ///< one frame: the time and a column for each series
        Multi, ///< a frame for each series
        Long   ///< a row for each sample, labels as columns
    };
    Format format = Format::Wide;
};

using Format = PrepareTimeSeriesOptions::Format;

/// How a frame's columns become rows of the long form.
struct LongPlan
{
    std::size_t time = 0;
    std::map<std::string, FieldType> values;                   ///< columns of values by name
    std::map<std::string, std::size_t> texts;                  ///< columns of texts, which every row keeps
    std::set<std::string> factors;                             ///< names of labels and texts
    std::map<Labels, std::vector<std::size_t>> fieldsByLabels; ///< each is a row
};

void addValueField(LongPlan &plan, const Field &field, std::size_t index)
{
    const auto known = plan.values.find(field.name);
    if (known != plan.values.end() && known->second != field.type)
        return;
    plan.values.emplace(field.name, field.type);
    plan.fieldsByLabels[field.labels].push_back(index);
    for (const LabelView label : field.labels)
        plan.factors.emplace(label.name);
}

LongPlan longPlan(const Frame &frame, std::size_t time)
{
    LongPlan plan;
    plan.time = time;
    for (std::size_t i = 0; i < frame.fields.size(); ++i) {
        const Field &field = frame.fields[i];
        if (i == time)
            continue;
        if (field.type != FieldType::Text && field.type != FieldType::Boolean)
            addValueField(plan, field, i);
        else if (plan.texts.emplace(field.name, i).second)
            plan.factors.insert(field.name);
    }
    return plan;
}

/// Appends one row: of each column the cell that the plan finds for it.
void appendLongRow(Frame &table, const Frame &frame, const LongPlan &plan, std::size_t row,
                   const std::pair<const Labels, std::vector<std::size_t>> &series)
{
    std::size_t column = 0;
    table.fields[column++].values.push_back(cellAt(frame.fields[plan.time], row));
    for (const auto &[name, type] : plan.values) {
        FieldValue cell;
        for (const std::size_t field : series.second) {
            if (frame.fields[field].name == name)
                cell = cellAt(frame.fields[field], row);
        }
        table.fields[column++].values.push_back(std::move(cell));
    }
    for (const std::string &factor : plan.factors) {
        FieldValue cell;
        if (const auto text = plan.texts.find(factor); text != plan.texts.end())
            cell = cellAt(frame.fields[text->second], row);
        if (const std::string_view label = series.first.value(factor); !label.empty())
            cell = std::string(label);
        table.fields[column++].values.push_back(std::move(cell));
    }
}

std::optional<Frame> longFrame(const Frame &frame, TransformContext &context)
{
    const auto time = timeField(frame);
    if (!time)
        return std::nullopt;
    const LongPlan plan = longPlan(frame, *time);
    const std::size_t columns = 1 + plan.values.size() + plan.factors.size();
    Frame table;
    table.name = frame.name;
    table.refId = frame.refId;
    table.fields.push_back(makeField(frame.fields[*time].name, FieldType::Time));
    for (const auto &[name, type] : plan.values)
        table.fields.push_back(makeField(name, type));
    for (const std::string &factor : plan.factors)
        table.fields.push_back(makeField(factor, FieldType::Text));
    const Frame sorted = sortedBy(frame, *time, SortOrder::Ascending);
    const std::size_t rows = context.rowsWithin(rowsOf(sorted) * plan.fieldsByLabels.size(), columns);
    for (std::size_t row = 0; row < rowsOf(sorted) && table.rows() < rows; ++row) {
        for (const auto &series : plan.fieldsByLabels)
            appendLongRow(table, sorted, plan, row, series);
    }
    return table;
}

std::vector<Frame> toLong(const std::vector<Frame> &frames, TransformContext &context)
{
    std::vector<Frame> tables;
    for (const Frame &frame : frames) {
        if (auto table = longFrame(frame, context))
            tables.push_back(std::move(*table));
    }
    return tables;
}

/// The rows of a long frame with equal texts, as a series of one value column.
void appendSeries(std::vector<Frame> &series, const Frame &table, const Field &value,
                  const std::vector<const Field *> &texts, TransformContext &context)
{
    std::unordered_map<std::string, std::size_t> byKey;
    for (std::size_t row = 0; row < table.rows(); ++row) {
        // A row that has no value comes from another series of the same time.
        if (isNull(cellAt(value, row)) || isNull(table.fields.front().values[row]))
            continue;
        std::string key;
        for (const Field *text : texts)
            key.append(templateText(cellAt(*text, row))).push_back('\0');
        const auto [found, added] = byKey.emplace(std::move(key), series.size());
        if (added) {
            if (context.columnsWithin(2 * (series.size() + 1)) < 2 * (series.size() + 1))
                return;
            std::vector<Label> labels;
            for (const Field *text : texts)
                labels.push_back({text->name, cellText(cellAt(*text, row))});
            Frame &frame = series.emplace_back();
            frame.name = table.name;
            frame.refId = table.refId;
            frame.fields = {emptied(table.fields.front()), emptied(value)};
            frame.fields.back().labels = Labels(std::move(labels));
        }
        Frame &frame = series[found->second];
        frame.fields[0].values.push_back(table.fields.front().values[row]);
        frame.fields[1].values.push_back(cellAt(value, row));
    }
}

std::vector<Frame> toMulti(const std::vector<Frame> &frames, TransformContext &context)
{
    std::vector<Frame> series;
    for (const Frame &table : toLong(frames, context)) {
        std::vector<const Field *> texts;
        for (const Field &field : table.fields) {
            if (field.type == FieldType::Text)
                texts.push_back(&field);
        }
        for (const Field &field : table.fields) {
            if (field.type == FieldType::Number || field.type == FieldType::Boolean)
                appendSeries(series, table, field, texts, context);
        }
    }
    return series;
}

std::vector<Frame> prepareTimeSeries(std::vector<Frame> frames, const PrepareTimeSeriesOptions &options,
                                     TransformContext &context)
{
    if (frames.empty())
        return frames;
    if (options.format == Format::Long)
        return toLong(frames, context);
    if (options.format == Format::Multi)
        return toMulti(frames, context);
    FieldMatching firstTime;
    firstTime.kind = FieldMatching::Kind::FirstTime;
    std::string refId =
        frames.size() == 1 ? frames.front().refId : combinedRefId("prepareTimeSeries", frames);
    auto wide = joinedFrames(std::move(frames), fieldSelector(firstTime, context), JoinMode::Outer, context);
    std::vector<Frame> answer;
    if (wide) {
        wide->refId = std::move(refId);
        answer.push_back(std::move(*wide));
    }
    return answer;
}

} // namespace

TransformationPtr makePrepareTimeSeries(OptionReader &options)
{
    static constexpr OptionWord<Format> formats[]{
        {"wide", Format::Wide}, {"multi", Format::Multi}, {"many", Format::Multi}, {"long", Format::Long}};
    return makeTransformation(PrepareTimeSeriesOptions{options.word<Format>("format", formats, Format::Wide)},
                              prepareTimeSeries);
}

} // namespace sightglass
