// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/transform/cellvalue.h"
#include "model/transform/frametools.h"
#include "model/transform/makers.h"

#include <algorithm>

namespace sightglass {

namespace {

struct TransposeOptions
{
    std::string firstFieldName;
    std::string restFieldsName;
};

/// The one type of the columns from `first` on; texts where they differ.
FieldType commonType(const Frame &frame, std::size_t first)
{
    if (first >= frame.fields.size())
        return FieldType::Text;
    const FieldType type = frame.fields[first].type;
    const bool same =
        std::all_of(frame.fields.begin() + static_cast<std::ptrdiff_t>(first), frame.fields.end(),
                    [type](const Field &field) { return field.type == type; });
    return same ? type : FieldType::Text;
}

/// Each column becomes a row, headed by its name; each row becomes a column, called by the first column where
/// that one holds texts or times.
Frame transposed(const Frame &frame, const std::vector<std::string> &names, const TransposeOptions &options,
                 TransformContext &context)
{
    const Field &head = frame.fields.front();
    const bool headed = head.type == FieldType::Text || head.type == FieldType::Time;
    const std::size_t first = headed ? 1 : 0;
    const std::size_t height = frame.fields.size() - first;
    const FieldType type = commonType(frame, first);
    std::size_t columns = context.columnsWithin(rowsOf(frame));
    columns = std::min(columns, context.limits().cells / std::max<std::size_t>(height, 1));
    Frame result;
    result.name = frame.name;
    result.refId = "transpose-" + frame.refId;
    result.fields.push_back(makeField(options.firstFieldName, FieldType::Text));
    for (std::size_t i = 0; i < height; ++i)
        result.fields.front().values.emplace_back(names[first + i]);
    for (std::size_t row = 0; row < columns; ++row) {
        Field field = makeField(options.restFieldsName, type);
        const std::string label = headed ? templateText(cellAt(head, row)) : std::to_string(row + 1);
        field.labels = Labels({{headed ? head.name : "row", label}});
        for (std::size_t i = 0; i < height; ++i) {
            const FieldValue &value = cellAt(frame.fields[first + i], row);
            field.values.push_back(type == FieldType::Text ? FieldValue(templateText(value)) : value);
        }
        result.fields.push_back(std::move(field));
    }
    return result;
}

std::vector<Frame> transpose(std::vector<Frame> frames, const TransposeOptions &options,
                             TransformContext &context)
{
    const TransposeOptions named{context.text(options.firstFieldName), context.text(options.restFieldsName)};
    const FieldNames names(frames);
    for (std::size_t f = 0; f < frames.size(); ++f) {
        if (!frames[f].fields.empty())
            frames[f] = transposed(frames[f], names.of(f), named, context);
    }
    return frames;
}

} // namespace

TransformationPtr makeTranspose(OptionReader &options)
{
    const auto name = [&options](std::string_view member, std::string_view fallback) {
        const std::string text = options.text(member);
        return text.empty() ? std::string(fallback) : text;
    };
    TransposeOptions transposing;
    transposing.firstFieldName = name("firstFieldName", "Field");
    transposing.restFieldsName = name("restFieldsName", valueFieldName);
    return makeTransformation(std::move(transposing), transpose);
}

} // namespace sightglass
