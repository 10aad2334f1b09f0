// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/transform/frametools.h"
#include "model/transform/makers.h"

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>

namespace sightglass {

namespace {

struct JoinByLabelsOptions
{
    std::string value;             ///< the label whose values become columns
    std::vector<std::string> join; ///< the labels that make a row; empty: all others
};

/// The series of one combination of joined labels, by the value label.
struct LabelRow
{
    std::vector<std::string> labels;
    std::map<std::size_t, std::vector<FieldValue>> values; ///< by column
    std::size_t rows = 0;
};

/// Series put together by their labels.
class LabelJoin
{
public:
    LabelJoin(std::string valueLabel, std::vector<std::string> join)
        : m_valueLabel(std::move(valueLabel))
        , m_join(std::move(join))
    {}

    void add(const Field &field)
    {
        std::string key;
        std::vector<std::string> labels;
        for (const std::string &name : m_join) {
            labels.emplace_back(field.labels.value(name));
            key.append(labels.back()).push_back('\0');
        }
        const auto [found, added] = m_rowByKey.emplace(std::move(key), m_rows.size());
        if (added)
            m_rows.push_back({std::move(labels), {}, 0});
        LabelRow &row = m_rows[found->second];
        std::vector<FieldValue> &values = row.values[columnOf(field)];
        values.insert(values.end(), field.values.begin(), field.values.end());
        row.rows = std::max(row.rows, values.size());
    }

    [[nodiscard]] Frame frame(TransformContext &context) const
    {
        Frame frame;
        for (const std::string &name : m_join)
            frame.fields.push_back(makeField(name, FieldType::Text));
        const std::size_t columns = context.columnsWithin(m_columns.size());
        for (std::size_t i = 0; i < columns; ++i)
            frame.fields.push_back(makeField(m_columns[i].name, m_columns[i].type));
        std::size_t wanted = 0;
        for (const LabelRow &row : m_rows)
            wanted += std::max<std::size_t>(row.rows, 1);
        std::size_t left = context.rowsWithin(wanted, frame.fields.size());
        for (const LabelRow &row : m_rows) {
            const std::size_t rows = std::min(left, std::max<std::size_t>(row.rows, 1));
            appendRows(frame, row, rows, columns);
            left -= rows;
        }
        return frame;
    }

private:
    std::size_t columnOf(const Field &field)
    {
        const std::string name(field.labels.value(m_valueLabel));
        const auto [found, added] = m_columnByName.emplace(name, m_columns.size());
        if (added)
            m_columns.push_back(makeField(name, field.type));
        return found->second;
    }

    void appendRows(Frame &frame, const LabelRow &row, std::size_t rows, std::size_t columns) const
    {
        for (std::size_t i = 0; i < m_join.size(); ++i) {
            std::vector<FieldValue> &cells = frame.fields[i].values;
            cells.insert(cells.end(), rows, row.labels[i]);
        }
        for (std::size_t i = 0; i < columns; ++i) {
            std::vector<FieldValue> &cells = frame.fields[m_join.size() + i].values;
            const auto found = row.values.find(i);
            const std::size_t there = found == row.values.end() ? 0 : std::min(found->second.size(), rows);
            if (there > 0)
                cells.insert(cells.end(), found->second.begin(),
                             found->second.begin() + static_cast<std::ptrdiff_t>(there));
            cells.resize(cells.size() + (rows - there));
        }
    }

    std::string m_valueLabel;
    std::vector<std::string> m_join;
    std::vector<Field> m_columns;
    std::unordered_map<std::string, std::size_t> m_columnByName;
    std::vector<LabelRow> m_rows;
    std::unordered_map<std::string, std::size_t> m_rowByKey;
};

std::vector<std::string> allLabelNames(const std::vector<Frame> &frames)
{
    std::set<std::string, std::less<>> names;
    for (const Frame &frame : frames) {
        for (const Field &field : frame.fields) {
            for (const LabelView label : field.labels)
                names.emplace(label.name);
        }
    }
    return {names.begin(), names.end()};
}

std::vector<Frame> joinByLabels(std::vector<Frame> frames, const JoinByLabelsOptions &options,
                                TransformContext &context)
{
    if (frames.empty())
        return frames;
    const std::string valueLabel = context.text(options.value);
    const std::vector<std::string> labels = allLabelNames(frames);
    if (std::find(labels.begin(), labels.end(), valueLabel) == labels.end()) {
        context.note(valueLabel.empty() ? "no value label is chosen" : "no series has the value label");
        return frames;
    }
    std::vector<std::string> join = options.join.empty() ? labels : context.texts(options.join);
    std::erase(join, valueLabel);
    join.resize(std::min(join.size(), context.columnsWithin(join.size())));
    LabelJoin joined(valueLabel, std::move(join));
    for (const Frame &frame : frames) {
        for (const Field &field : frame.fields) {
            if (!field.labels.empty() && field.type != FieldType::Time)
                joined.add(field);
        }
    }
    Frame table = joined.frame(context);
    table.refId = combinedRefId("joinByLabels", frames);
    std::vector<Frame> answer;
    answer.push_back(std::move(table));
    return answer;
}

} // namespace

TransformationPtr makeJoinByLabels(OptionReader &options)
{
    return makeTransformation(JoinByLabelsOptions{options.text("value"), options.texts("join")},
                              joinByLabels);
}

} // namespace sightglass
