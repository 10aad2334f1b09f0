// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/transform/cellvalue.h"
#include "model/transform/frametools.h"
#include "model/transform/makers.h"

#include <algorithm>
#include <unordered_map>

namespace sightglass {

namespace {

struct MatrixOptions
{
    std::string columnField;
    std::string rowField;
    std::string valueField;
    FieldValue empty;
};

/// The different cells of a column in order of appearance, and which of them each row has.
struct Distinct
{
    explicit Distinct(const Field &field)
    {
        std::unordered_map<FieldValue, std::size_t, ValueHash, ValueEqual> seen;
        for (const FieldValue &value : field.values) {
            const auto [found, added] = seen.emplace(value, values.size());
            if (added)
                values.push_back(value);
            of.push_back(found->second);
        }
    }

    std::vector<FieldValue> values;
    std::vector<std::size_t> of;
};

std::vector<Frame> groupingToMatrix(std::vector<Frame> frames, const MatrixOptions &options,
                                    TransformContext &context)
{
    if (frames.size() != 1)
        return frames;
    const Frame &frame = frames.front();
    const FieldNames names(frames);
    const std::string rowName = context.text(options.rowField);
    const std::string columnName = context.text(options.columnField);
    const auto columnField = fieldNamed(frame, names.of(0), columnName);
    const auto rowField = fieldNamed(frame, names.of(0), rowName);
    const auto valueField = fieldNamed(frame, names.of(0), context.text(options.valueField));
    if (!columnField || !rowField || !valueField)
        return frames;
    const Distinct columns(frame.fields[*columnField]);
    Distinct rows(frame.fields[*rowField]);
    const std::size_t columnCount = context.columnsWithin(columns.values.size());
    const std::size_t rowCount = context.rowsWithin(rows.values.size(), columnCount + 1);
    Frame matrix;
    rows.values.resize(rowCount);
    matrix.fields.push_back(makeField(rowName + "\\" + columnName, FieldType::Text, std::move(rows.values)));
    const Field &value = frame.fields[*valueField];
    for (std::size_t i = 0; i < columnCount; ++i) {
        Field field = columnLike(value, templateText(columns.values[i]));
        field.values.assign(rowCount, options.empty);
        matrix.fields.push_back(std::move(field));
    }
    const std::size_t filled = std::min({columns.of.size(), rows.of.size(), value.values.size()});
    for (std::size_t i = 0; i < filled; ++i) {
        if (columns.of[i] < columnCount && rows.of[i] < rowCount && !isNull(value.values[i]))
            matrix.fields[1 + columns.of[i]].values[rows.of[i]] = value.values[i];
    }
    std::vector<Frame> answer;
    answer.push_back(std::move(matrix));
    return answer;
}

enum class EmptyCell : std::uint8_t
{
    Text,
    Null,
    True,
    False,
    Zero
};

FieldValue emptyCell(EmptyCell cell)
{
    switch (cell) {
    case EmptyCell::Null:
        return {};
    case EmptyCell::True:
        return true;
    case EmptyCell::False:
        return false;
    case EmptyCell::Zero:
        return 0.0;
    case EmptyCell::Text:
        break;
    }
    return std::string();
}

} // namespace

TransformationPtr makeGroupingToMatrix(OptionReader &options)
{
    static constexpr OptionWord<EmptyCell> words[]{{"empty", EmptyCell::Text},
                                                   {"null", EmptyCell::Null},
                                                   {"true", EmptyCell::True},
                                                   {"false", EmptyCell::False},
                                                   {"zero", EmptyCell::Zero}};
    const auto field = [&options](std::string_view name, std::string_view fallback) {
        const std::string text = options.text(name);
        return text.empty() ? std::string(fallback) : text;
    };
    MatrixOptions matrix;
    matrix.columnField = field("columnField", timeFieldName);
    matrix.rowField = field("rowField", timeFieldName);
    matrix.valueField = field("valueField", valueFieldName);
    matrix.empty = emptyCell(options.word<EmptyCell>("emptyValue", words, EmptyCell::Text));
    return makeTransformation(std::move(matrix), groupingToMatrix);
}

} // namespace sightglass
