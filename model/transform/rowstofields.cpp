// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/fields/jsvalue.h"
#include "model/transform/cellvalue.h"
#include "model/transform/fieldmapping.h"
#include "model/transform/makers.h"

namespace sightglass {

namespace {

struct RowsToFieldsOptions
{
    std::vector<FieldMapping> mappings;
};

Labels labelsOfRow(const Frame &frame, std::size_t row, const std::vector<std::string> &names,
                   const MappedFields &mapped)
{
    std::vector<Label> labels;
    for (const LabelView label : frame.fields[*mapped.name].labels)
        labels.emplace_back(label);
    for (std::size_t i = 0; i < frame.fields.size(); ++i) {
        const FieldValue &value = cellAt(frame.fields[i], row);
        if (mapped.fields[i].role == FieldRole::Label && !isNull(value))
            labels.push_back({names[i], cellText(value)});
    }
    return Labels(std::move(labels));
}

Frame fieldsOfRows(const Frame &frame, const std::vector<std::string> &names, const MappedFields &mapped,
                   TransformContext &context)
{
    Frame result;
    result.name = frame.name;
    result.refId = frame.refId;
    const std::size_t rows = context.columnsWithin(rowsOf(frame));
    const Field &value = frame.fields[*mapped.value];
    for (std::size_t row = 0; row < rows; ++row) {
        const std::string name = templateText(cellAt(frame.fields[*mapped.name], row));
        Field field = makeField(name, value.type, {cellAt(value, row)});
        field.config = configOfRow(frame, row, mapped);
        field.labels = labelsOfRow(frame, row, names, mapped);
        result.fields.push_back(std::move(field));
    }
    return result;
}

std::vector<Frame> rowsToFields(std::vector<Frame> frames, const RowsToFieldsOptions &options,
                                TransformContext &context)
{
    const FieldNames names(frames);
    for (std::size_t f = 0; f < frames.size(); ++f) {
        const MappedFields mapped =
            mappedFields(frames[f], names.of(f), options.mappings, RowsBecome::Fields);
        if (mapped.name && mapped.value)
            frames[f] = fieldsOfRows(frames[f], names.of(f), mapped, context);
    }
    return frames;
}

} // namespace

TransformationPtr makeRowsToFields(OptionReader &options)
{
    RowsToFieldsOptions transposing{readFieldMappings(options)};
    // The names that Grafana's first version had for it.
    if (const std::string name = options.text("nameField"); !name.empty())
        transposing.mappings.push_back({name, FieldRole::Name, {}, "red"});
    if (const std::string value = options.text("valueField"); !value.empty())
        transposing.mappings.push_back({value, FieldRole::Value, {}, "red"});
    return makeTransformation(std::move(transposing), rowsToFields);
}

} // namespace sightglass
