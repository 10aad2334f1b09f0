// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/transform/frametools.h"
#include "model/transform/makers.h"

#include <algorithm>
#include <set>

namespace sightglass {

namespace {

struct LabelsToFieldsOptions
{
    enum class Mode : std::uint8_t
    {
        Columns,
        Rows
    };
    Mode mode = Mode::Columns;
    std::vector<std::string> keepLabels; ///< empty: all
    std::string valueLabel;              ///< the label whose value becomes the field's name

    [[nodiscard]] bool keeps(std::string_view label) const
    {
        return keepLabels.empty() ||
               std::find(keepLabels.begin(), keepLabels.end(), label) != keepLabels.end();
    }
};

/// The labels of one frame's fields, each value once.
class LabelColumns
{
public:
    void add(LabelView label)
    {
        if (m_seen.emplace(label.name, label.value).second)
            m_labels.emplace_back(label);
    }

    /// Label by label in alphabetical order, values in order of appearance.
    void appendTo(Frame &frame, std::size_t rows, TransformContext &context)
    {
        std::stable_sort(m_labels.begin(), m_labels.end(),
                         [](const Label &a, const Label &b) { return a.name < b.name; });
        m_labels.resize(std::min(m_labels.size(), context.columnsWithin(m_labels.size())));
        const std::size_t columns = frame.fields.size() + m_labels.size();
        const std::size_t kept = context.rowsWithin(rows, columns);
        cutRows(frame, kept);
        for (const Label &label : m_labels) {
            frame.fields.push_back(
                makeField(label.name, FieldType::Text, std::vector<FieldValue>(kept, label.value)));
        }
    }

private:
    std::set<std::pair<std::string, std::string>> m_seen;
    std::vector<Label> m_labels;
};

void toColumns(Frame &frame, const LabelsToFieldsOptions &options, TransformContext &context)
{
    LabelColumns columns;
    for (Field &field : frame.fields) {
        if (field.labels.empty())
            continue;
        const Labels labels = field.labels;
        for (const LabelView label : labels) {
            if (!options.keeps(label.name))
                continue;
            if (label.name == options.valueLabel)
                field.name = std::string(label.value);
            else
                columns.add(label);
        }
        field.labels = {};
        field.legend.clear();
        field.config.displayName.reset();
    }
    columns.appendTo(frame, rowsOf(frame), context);
}

/// A table of names and values for each field that has labels.
Frame labelTable(const Frame &frame, const Field &field, const std::string &name,
                 const LabelsToFieldsOptions &options)
{
    Frame table;
    table.name = name;
    table.refId = frame.refId;
    table.fields = {makeField("label", FieldType::Text), makeField("value", FieldType::Text)};
    const auto add = [&table](std::string_view label, std::string_view value) {
        table.fields[0].values.emplace_back(std::string(label));
        table.fields[1].values.push_back(value.empty() ? FieldValue{} : std::string(value));
    };
    for (const std::string &label : options.keepLabels)
        add(label, field.labels.value(label));
    if (options.keepLabels.empty()) {
        for (const LabelView label : field.labels)
            add(label.name, label.value);
    }
    return table;
}

std::vector<Frame> toRows(const std::vector<Frame> &frames, const LabelsToFieldsOptions &options)
{
    const FieldNames names(frames);
    std::vector<Frame> tables;
    for (std::size_t f = 0; f < frames.size(); ++f) {
        for (std::size_t i = 0; i < frames[f].fields.size(); ++i) {
            if (!frames[f].fields[i].labels.empty())
                tables.push_back(labelTable(frames[f], frames[f].fields[i], names.of(f, i), options));
        }
    }
    return tables;
}

std::vector<Frame> labelsToFields(std::vector<Frame> frames, const LabelsToFieldsOptions &options,
                                  TransformContext &context)
{
    LabelsToFieldsOptions current = options;
    current.keepLabels = context.texts(options.keepLabels);
    current.valueLabel = context.text(options.valueLabel);
    if (options.mode == LabelsToFieldsOptions::Mode::Rows)
        return toRows(frames, current);
    for (Frame &frame : frames)
        toColumns(frame, current, context);
    return frames;
}

} // namespace

TransformationPtr makeLabelsToFields(OptionReader &options)
{
    static constexpr OptionWord<LabelsToFieldsOptions::Mode> modes[]{
        {"columns", LabelsToFieldsOptions::Mode::Columns}, {"rows", LabelsToFieldsOptions::Mode::Rows}};
    LabelsToFieldsOptions labels;
    labels.mode = options.word<LabelsToFieldsOptions::Mode>("mode", modes, labels.mode);
    labels.keepLabels = options.texts("keepLabels");
    labels.valueLabel = options.text("valueLabel");
    return makeTransformation(std::move(labels), labelsToFields);
}

} // namespace sightglass
