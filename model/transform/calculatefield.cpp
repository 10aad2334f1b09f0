// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/transform/calculatefield.h"

#include "model/fields/jsvalue.h"
#include "model/transform/cellvalue.h"
#include "model/transform/ensurecolumns.h"
#include "model/transform/makers.h"

#include <algorithm>
#include <cmath>

namespace sightglass {

namespace {

using Values = std::optional<std::vector<FieldValue>>;

/// A frame with the names of its fields while a column is calculated from it.
struct CalculationSource
{
    const Frame &frame;
    const std::vector<std::string> &names;
    TransformContext &context;

    [[nodiscard]] std::size_t rows() const { return rowsOf(frame); }
};

/// The field of that name, or the first number where no name is told.
const Field *chosenField(const CalculationSource &source, const std::string &name)
{
    const FieldMatching matching =
        name.empty() ? FieldMatching::byTypes({FieldType::Number}) : FieldMatching::byNames({name});
    const auto found = selectedFields(source.frame, source.names, fieldSelector(matching, source.context));
    return found.empty() ? nullptr : &source.frame.fields[found.front()];
}

/// The column that an operand means in this frame; nothing where it means none.
std::optional<std::vector<double>> column(const CalculationSource &source, const Operand &operand)
{
    const std::string text = source.context.text(operand.text);
    if (operand.is == Operand::Is::NameOrNumber) {
        const auto named = std::find(source.names.begin(), source.names.end(), text);
        if (named != source.names.end()) {
            const Field &field = source.frame.fields[static_cast<std::size_t>(named - source.names.begin())];
            std::vector<double> values;
            for (std::size_t row = 0; row < source.rows(); ++row)
                values.push_back(numberOf(cellAt(field, row)));
            return values;
        }
    }
    const double number = jsLeadingNumber(text);
    if (std::isnan(number))
        return std::nullopt;
    return std::vector<double>(source.rows(), number);
}

std::vector<FieldValue> combined(const std::vector<double> &left, BinaryOperator operation,
                                 const std::vector<double> &right)
{
    std::vector<FieldValue> values;
    values.reserve(left.size());
    for (std::size_t row = 0; row < left.size(); ++row)
        values.emplace_back(calculated(left[row], operation, right[row]));
    return values;
}

Values calculatedColumn(const RowReduction &reduction, const CalculationSource &source)
{
    const FieldMatching matching = reduction.include.empty() ? FieldMatching::byTypes({FieldType::Number})
                                                             : FieldMatching::byNames(reduction.include);
    const auto fields = selectedFields(source.frame, source.names, fieldSelector(matching, source.context));
    std::vector<FieldValue> values;
    Field row = makeField("row", FieldType::Number, std::vector<FieldValue>(fields.size()));
    for (std::size_t i = 0; i < source.rows(); ++i) {
        for (std::size_t k = 0; k < fields.size(); ++k)
            row.values[k] = cellAt(source.frame.fields[fields[k]], i);
        values.push_back(calculate(reduction.calculation, row, reduction.nulls));
    }
    return values;
}

Values calculatedColumn(const BinaryCalculation &binary, const CalculationSource &source)
{
    const auto left = column(source, binary.left);
    const auto right = column(source, binary.right);
    if (!left || !right)
        return std::nullopt;
    return combined(*left, binary.operation, *right);
}

Values calculatedColumn(const UnaryCalculation &unary, const CalculationSource &source)
{
    const std::string name = source.context.text(unary.field);
    const Field *field = nullptr;
    for (std::size_t i = 0; i < source.frame.fields.size(); ++i) {
        if (source.names[i] == name && source.frame.fields[i].type == FieldType::Number)
            field = &source.frame.fields[i];
    }
    if (field == nullptr || field->values.empty())
        return std::nullopt;
    std::vector<FieldValue> values;
    for (const FieldValue &value : field->values)
        values.emplace_back(calculated(unary.operation, numberOf(value)));
    return values;
}

Values calculatedColumn(const Cumulation &cumulation, const CalculationSource &source)
{
    const Field *field = chosenField(source, cumulation.field);
    if (field == nullptr)
        return std::nullopt;
    return cumulative(*field, cumulation.calculation);
}

Values calculatedColumn(const Windowing &window, const CalculationSource &source)
{
    const Field *field = chosenField(source, window.field);
    if (field == nullptr || !(window.size > 0))
        return std::nullopt;
    const auto count = static_cast<double>(field->values.size());
    const double rows = std::ceil(window.size * (window.of == Windowing::Of::Share ? count : 1));
    return windowed(*field, window.calculation, static_cast<std::size_t>(std::clamp(rows, 1.0, 1e9)),
                    window.alignment);
}

Values calculatedColumn(const RowIndex &index, const CalculationSource &source)
{
    std::vector<FieldValue> values;
    const auto rows = static_cast<double>(source.rows());
    for (std::size_t i = 0; i < source.rows(); ++i)
        values.emplace_back(static_cast<double>(i) / (index.asShare ? rows : 1));
    return values;
}

/// The frame with new fields: beside its own, or instead of them, then with its time where it is a series.
Frame withFields(Frame frame, std::vector<Field> added, const CalculateFieldOptions &options)
{
    std::vector<Field> fields;
    if (options.replaceFields) {
        const auto time = timeField(frame);
        const bool isIndex = std::holds_alternative<RowIndex>(options.calculation);
        if (time && options.timeSeries && !isIndex)
            fields.push_back(std::move(frame.fields[*time]));
    } else {
        fields = std::move(frame.fields);
    }
    std::move(added.begin(), added.end(), std::back_inserter(fields));
    frame.fields = std::move(fields);
    return frame;
}

/// A new field for each field of a type: the left side of a binary calculation may mean them all.
std::vector<Field> perFieldOfType(const BinaryCalculation &binary, const CalculationSource &source)
{
    std::vector<Field> added;
    const auto type = fieldTypeFromWord(source.context.text(binary.left.text));
    const auto right = column(source, binary.right);
    if (!right || !type)
        return added;
    const std::string rest = " " + binary.sign + " " + source.context.text(binary.right.text);
    for (const Field &field : source.frame.fields) {
        if (field.type != *type)
            continue;
        std::vector<double> left;
        for (std::size_t row = 0; row < source.rows(); ++row)
            left.push_back(numberOf(cellAt(field, row)));
        added.push_back(emptied(field));
        added.back().name = field.name + rest;
        added.back().values = combined(left, binary.operation, *right);
    }
    return added;
}

std::vector<Field> newFields(const CalculateFieldOptions &options, const CalculationSource &source)
{
    const auto *binary = std::get_if<BinaryCalculation>(&options.calculation);
    if (binary != nullptr && binary->left.is == Operand::Is::Type)
        return perFieldOfType(*binary, source);
    Values values =
        std::visit([&source](const auto &calculation) { return calculatedColumn(calculation, source); },
                   options.calculation);
    if (!values)
        return {};
    const std::string alias = source.context.text(options.alias);
    std::vector<Field> added;
    added.push_back(makeField(alias.empty() ? options.name : alias, FieldType::Number, std::move(*values)));
    if (const auto *reduction = std::get_if<RowReduction>(&options.calculation))
        added.back().type = resultType(reduction->calculation, FieldType::Number);
    const auto *index = std::get_if<RowIndex>(&options.calculation);
    if (index != nullptr && index->asShare)
        added.back().config.unit = "percentunit";
    return added;
}

std::vector<Frame> calculateField(std::vector<Frame> frames, const CalculateFieldOptions &options,
                                  TransformContext &context)
{
    const auto *binary = std::get_if<BinaryCalculation>(&options.calculation);
    const bool rightIsNumber = binary != nullptr && binary->right.is == Operand::Is::Number;
    if (options.timeSeries && !rightIsNumber)
        frames = joinedByTime(std::move(frames), context);
    const FieldNames names(frames);
    std::vector<Frame> answer;
    for (std::size_t f = 0; f < frames.size(); ++f) {
        std::vector<Field> added = newFields(options, {frames[f], names.of(f), context});
        if (!added.empty())
            answer.push_back(withFields(std::move(frames[f]), std::move(added), options));
        else if (!options.replaceFields)
            answer.push_back(std::move(frames[f]));
    }
    return answer;
}

} // namespace

TransformationPtr makeCalculateField(OptionReader &options)
{
    return makeTransformation(readCalculateField(options), calculateField);
}

} // namespace sightglass
