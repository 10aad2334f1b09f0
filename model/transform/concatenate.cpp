// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/transform/frametools.h"
#include "model/transform/makers.h"

#include <algorithm>
#include <map>

namespace sightglass {

namespace {

struct ConcatenateOptions
{
    enum class FrameName : std::uint8_t
    {
        Drop,
        InFieldName,
        AsLabel
    };
    FrameName frameName = FrameName::InFieldName;
    std::string label = "frame";
};

using FrameName = ConcatenateOptions::FrameName;

void takeFrameName(Field &field, const std::string &name, const ConcatenateOptions &options)
{
    if (name.empty() || options.frameName == FrameName::Drop)
        return;
    if (options.frameName == FrameName::AsLabel)
        field.labels = field.labels.with(options.label, name);
    else if (field.name.empty() || field.name == valueFieldName)
        field.name = name;
    else
        field.name = name + " · " + field.name;
}

/// All columns side by side, as long as the longest.
std::vector<Frame> concatenate(std::vector<Frame> frames, const ConcatenateOptions &options,
                               TransformContext &context)
{
    if (frames.size() < 2)
        return frames;
    std::size_t rows = 0;
    std::size_t columns = 0;
    for (const Frame &frame : frames) {
        rows = std::max(rows, rowsOf(frame));
        columns += frame.fields.size();
    }
    columns = context.columnsWithin(columns);
    rows = context.rowsWithin(rows, columns);
    Frame wide;
    wide.refId = combinedRefId("concatenate", frames);
    for (Frame &frame : frames) {
        for (Field &field : frame.fields) {
            if (wide.fields.size() >= columns)
                break;
            takeFrameName(field, frame.name, options);
            wide.fields.push_back(std::move(field));
        }
    }
    cutRows(wide, rows);
    for (Field &field : wide.fields) {
        field.values.resize(rows);
        if (!field.trends.empty())
            field.trends.resize(rows);
    }
    std::vector<Frame> answer;
    answer.push_back(std::move(wide));
    return answer;
}

struct AppendOptions
{};

/// All rows of all frames below each other; columns are the same where their names are.
std::vector<Frame> append(std::vector<Frame> frames, const AppendOptions &, TransformContext &context)
{
    if (frames.size() < 2)
        return frames;
    Frame all;
    all.refId = combinedRefId("append", frames);
    std::map<std::string, std::size_t> columnByName;
    std::size_t wanted = 0;
    for (const Frame &frame : frames) {
        wanted += rowsOf(frame);
        for (const Field &field : frame.fields) {
            if (columnByName.emplace(field.name, all.fields.size()).second)
                all.fields.push_back(columnLike(field, field.name));
        }
    }
    const std::size_t columns = context.columnsWithin(all.fields.size());
    const std::size_t most = context.rowsWithin(wanted, columns);
    all.fields.resize(columns);
    std::size_t rows = 0;
    for (const Frame &frame : frames) {
        const std::size_t end = std::min(rows + rowsOf(frame), most);
        for (Field &column : all.fields)
            column.values.resize(end);
        for (const Field &field : frame.fields) {
            const std::size_t column = columnByName[field.name];
            for (std::size_t row = rows; column < columns && row < end; ++row)
                all.fields[column].values[row] = cellAt(field, row - rows);
        }
        rows = end;
    }
    std::vector<Frame> answer;
    answer.push_back(std::move(all));
    return answer;
}

} // namespace

TransformationPtr makeConcatenate(OptionReader &options)
{
    static constexpr OptionWord<FrameName> modes[]{
        {"drop", FrameName::Drop}, {"field", FrameName::InFieldName}, {"label", FrameName::AsLabel}};
    ConcatenateOptions concatenating;
    concatenating.frameName = options.word<FrameName>("frameNameMode", modes, FrameName::InFieldName);
    concatenating.label = options.text("frameNameLabel", "frame");
    return makeTransformation(std::move(concatenating), concatenate);
}

TransformationPtr makeAppend(OptionReader &options)
{
    options.ignoreAll();
    return makeTransformation(AppendOptions{}, append);
}

} // namespace sightglass
