// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/transform/framejoin.h"

#include "model/transform/cellvalue.h"

#include <algorithm>
#include <array>
#include <unordered_map>

namespace sightglass {

namespace {

/// One frame's part of the join: its key and its other fields, which stand in the answer from firstColumn on.
struct JoinTable
{
    std::vector<FieldValue> keys;
    std::vector<Field> fields;
    std::size_t firstColumn = 1;
};

struct Join
{
    Field key; ///< of the first table, without values
    std::vector<JoinTable> tables;
    std::size_t columns = 1;
};

using RowsByKey = std::unordered_map<FieldValue, std::vector<std::size_t>, ValueHash, ValueEqual>;

/// The name and label by which a joined field remembers its frame.
void takeFrameName(Field &field, const std::string &frameName)
{
    if (frameName.empty())
        return;
    if (field.name == valueFieldName)
        field.name = frameName;
    field.labels = field.labels.with("_frameName", frameName);
}

Join joinOf(std::vector<Frame> frames, const FieldSelector &by, TransformContext &context)
{
    const FieldNames names(frames);
    Join join;
    for (std::size_t f = 0; f < frames.size(); ++f) {
        Frame &frame = frames[f];
        const std::vector<std::size_t> selected = selectedFields(frame, names.of(f), by);
        if (selected.empty())
            continue;
        const std::size_t wanted = join.columns + frame.fields.size() - 1;
        if (context.columnsWithin(wanted) < wanted)
            break;
        JoinTable table;
        table.firstColumn = join.columns;
        if (join.tables.empty())
            join.key = emptied(frame.fields[selected.front()]);
        for (std::size_t i = 0; i < frame.fields.size(); ++i) {
            if (i == selected.front()) {
                table.keys = std::move(frame.fields[i].values);
                continue;
            }
            takeFrameName(frame.fields[i], frame.name);
            table.fields.push_back(std::move(frame.fields[i]));
        }
        join.columns = wanted;
        join.tables.push_back(std::move(table));
    }
    return join;
}

/// The answer's columns, empty.
Frame emptyAnswer(const Join &join)
{
    Frame frame;
    frame.fields.push_back(emptied(join.key));
    for (const JoinTable &table : join.tables) {
        for (const Field &field : table.fields)
            frame.fields.push_back(emptied(field));
    }
    return frame;
}

/// Appends a row to the answer: the key, and of each table the row that is told, if any.
constexpr std::size_t noRow = static_cast<std::size_t>(-1);

void appendRow(Frame &answer, const Join &join, const FieldValue &key, const std::vector<std::size_t> &rows)
{
    answer.fields.front().values.push_back(key);
    for (std::size_t t = 0; t < join.tables.size(); ++t) {
        const JoinTable &table = join.tables[t];
        for (std::size_t i = 0; i < table.fields.size(); ++i) {
            std::vector<FieldValue> &column = answer.fields[table.firstColumn + i].values;
            if (rows[t] == noRow)
                column.emplace_back();
            else
                column.push_back(cellAt(table.fields[i], rows[t]));
        }
    }
}

/// All different keys: numbers in ascending order, anything else in order of appearance.
std::vector<FieldValue> orderedKeys(const Join &join)
{
    std::vector<FieldValue> keys;
    std::unordered_map<FieldValue, bool, ValueHash, ValueEqual> seen;
    for (const JoinTable &table : join.tables) {
        for (const FieldValue &key : table.keys) {
            if (seen.emplace(key, true).second)
                keys.push_back(key);
        }
    }
    const bool sortable = std::none_of(keys.begin(), keys.end(), [](const FieldValue &key) {
        return std::holds_alternative<std::string>(key);
    });
    if (sortable) {
        std::stable_sort(keys.begin(), keys.end(), [](const FieldValue &a, const FieldValue &b) {
            return compareCells(a, b, FieldType::Number) < 0;
        });
    }
    return keys;
}

Frame outerJoin(const Join &join, TransformContext &context)
{
    std::vector<FieldValue> keys = orderedKeys(join);
    keys.resize(context.rowsWithin(keys.size(), join.columns));
    std::unordered_map<FieldValue, std::size_t, ValueHash, ValueEqual> rowOf;
    for (std::size_t i = 0; i < keys.size(); ++i)
        rowOf.emplace(keys[i], i);
    Frame answer = emptyAnswer(join);
    for (const JoinTable &table : join.tables) {
        for (std::size_t i = 0; i < table.fields.size(); ++i) {
            const Field &source = table.fields[i];
            std::vector<FieldValue> column(keys.size());
            for (std::size_t row = 0; row < std::min(table.keys.size(), source.values.size()); ++row) {
                const auto found = rowOf.find(table.keys[row]);
                if (found != rowOf.end() && !isNull(source.values[row]))
                    column[found->second] = source.values[row];
            }
            answer.fields[table.firstColumn + i].values = std::move(column);
        }
    }
    answer.fields.front().values = std::move(keys);
    return answer;
}

std::vector<RowsByKey> rowsByKey(const Join &join)
{
    std::vector<RowsByKey> result;
    for (const JoinTable &table : join.tables) {
        RowsByKey &rows = result.emplace_back();
        for (std::size_t row = 0; row < table.keys.size(); ++row)
            rows[table.keys[row]].push_back(row);
    }
    return result;
}

/// All combinations of the rows with this key, the last table's changing fastest. False where the limit is
/// reached.
bool appendCombinations(Frame &answer, const Join &join, const FieldValue &key,
                        const std::vector<const std::vector<std::size_t> *> &choices, std::size_t mostRows)
{
    std::vector<std::size_t> at(choices.size(), 0);
    std::vector<std::size_t> rows(choices.size());
    for (;;) {
        if (answer.rows() >= mostRows)
            return false;
        for (std::size_t t = 0; t < choices.size(); ++t)
            rows[t] = (*choices[t])[at[t]];
        appendRow(answer, join, key, rows);
        std::size_t t = choices.size();
        while (t > 1 && ++at[t - 1] == choices[t - 1]->size())
            at[--t] = 0;
        if (t <= 1)
            return true;
    }
}

Frame innerJoin(const Join &join, TransformContext &context)
{
    const std::vector<RowsByKey> byKey = rowsByKey(join);
    const std::size_t mostRows = context.limits().cells / join.columns;
    Frame answer = emptyAnswer(join);
    const std::vector<FieldValue> &keys = join.tables.front().keys;
    for (std::size_t row = 0; row < keys.size(); ++row) {
        const std::vector<std::size_t> first{row};
        std::vector<const std::vector<std::size_t> *> choices{&first};
        for (std::size_t t = 1; t < byKey.size(); ++t) {
            const auto found = byKey[t].find(keys[row]);
            if (found == byKey[t].end())
                break;
            choices.push_back(&found->second);
        }
        if (choices.size() < byKey.size())
            continue;
        if (!appendCombinations(answer, join, keys[row], choices, mostRows)) {
            context.note("the join has more than " + std::to_string(mostRows) +
                         " rows; the others are left out");
            break;
        }
    }
    return answer;
}

/// What makes a row of a tabular join: the key's text is not enough, since rows may repeat.
struct RowHash
{
    std::size_t operator()(const std::vector<FieldValue> &row) const noexcept
    {
        std::size_t hash = row.size();
        for (const FieldValue &value : row)
            hash = hash * 1099511628211ULL + ValueHash{}(value);
        return hash;
    }
};
struct RowEqual
{
    bool operator()(const std::vector<FieldValue> &a, const std::vector<FieldValue> &b) const noexcept
    {
        return std::equal(a.begin(), a.end(), b.begin(), b.end(), ValueEqual{});
    }
};

/// Each row of each table with the first row of each other table that has its key, each such row once.
class TabularJoin
{
public:
    TabularJoin(const Join &join, TransformContext &context)
        : m_join(join)
        , m_byKey(rowsByKey(join))
        , m_mostRows(context.limits().cells / join.columns)
        , m_answer(emptyAnswer(join))
    {
        // Pairs of tables: with very many of them the work is bounded too.
        std::size_t work = context.limits().comparisons;
        for (std::size_t one = 0; one < join.tables.size(); ++one) {
            for (std::size_t other = 0; other < join.tables.size() && !m_cut; ++other) {
                const std::size_t cost = (join.tables[one].keys.size() + 1) * join.columns;
                m_cut = cost > work;
                work -= std::min(work, cost);
                if (one != other && !m_cut)
                    addPair(one, other);
            }
        }
        if (m_cut)
            context.note("the join is too large; rows are left out");
    }

    [[nodiscard]] Frame answer() && { return std::move(m_answer); }

private:
    void addPair(std::size_t one, std::size_t other)
    {
        const std::vector<FieldValue> &keys = m_join.tables[one].keys;
        for (std::size_t row = 0; row < keys.size(); ++row) {
            std::vector<std::size_t> rows(m_join.tables.size(), noRow);
            rows[one] = row;
            const auto found = m_byKey[other].find(keys[row]);
            if (found != m_byKey[other].end())
                rows[other] = found->second.front();
            addOnce(keys[row], rows);
        }
    }

    void addOnce(const FieldValue &key, const std::vector<std::size_t> &rows)
    {
        if (m_answer.rows() >= m_mostRows) {
            m_cut = true;
            return;
        }
        std::vector<FieldValue> cells{key};
        for (std::size_t t = 0; t < rows.size(); ++t) {
            for (const Field &field : m_join.tables[t].fields)
                cells.push_back(rows[t] == noRow ? FieldValue{} : cellAt(field, rows[t]));
        }
        if (m_seen.emplace(std::move(cells), true).second)
            appendRow(m_answer, m_join, key, rows);
    }

    const Join &m_join;
    std::vector<RowsByKey> m_byKey;
    std::size_t m_mostRows;
    Frame m_answer;
    bool m_cut = false;
    std::unordered_map<std::vector<FieldValue>, bool, RowHash, RowEqual> m_seen;
};

/// Other frames' times stand beside the join field as "Time 1", "Time 2": dashboards leave them out by these
/// names.
void numberTimes(Frame &answer)
{
    std::unordered_map<std::string, std::size_t> counts;
    for (const Field &field : answer.fields)
        ++counts[field.name];
    std::unordered_map<std::string, std::size_t> seen;
    for (std::size_t i = 0; i < answer.fields.size(); ++i) {
        Field &field = answer.fields[i];
        const std::size_t number = ++seen[field.name];
        const bool alone = counts[field.name] == 1 || !field.labels.empty() || !field.legend.empty();
        if (i > 0 && field.type == FieldType::Time && !alone)
            field.legend = field.name + " " + std::to_string(number);
    }
}

Frame joinedTables(const Join &join, JoinMode mode, TransformContext &context)
{
    switch (mode) {
    case JoinMode::Inner:
        return innerJoin(join, context);
    case JoinMode::OuterTabular:
        return TabularJoin(join, context).answer();
    case JoinMode::Outer:
        break;
    }
    return outerJoin(join, context);
}

/// A single frame needs only to be in order.
Frame inOrder(Frame frame, const FieldSelector &by)
{
    const FieldNames names({frame});
    const std::vector<std::size_t> selected = selectedFields(frame, names.of(0), by);
    if (selected.empty() || frame.fields[selected.front()].type == FieldType::Text)
        return frame;
    return sortedBy(frame, selected.front(), SortOrder::Ascending);
}

} // namespace

std::optional<Frame> joinedFrames(std::vector<Frame> frames, const FieldSelector &by, JoinMode mode,
                                  TransformContext &context)
{
    if (frames.empty())
        return std::nullopt;
    if (frames.size() == 1)
        return inOrder(std::move(frames.front()), by);
    const Join join = joinOf(std::move(frames), by, context);
    if (join.tables.empty())
        return std::nullopt;
    Frame answer = joinedTables(join, mode, context);
    numberTimes(answer);
    return answer;
}

FieldSelector bestJoinField(const std::vector<Frame> &frames)
{
    if (frames.empty() || timeField(frames.front()))
        return [](const FieldPlace &place) { return timeField(place.frame) == place.index; };
    const auto inAll = [&frames](const Field &field) {
        return std::all_of(frames.begin(), frames.end(), [&field](const Frame &frame) {
            return std::any_of(frame.fields.begin(), frame.fields.end(),
                               [&field](const Field &other) { return other.name == field.name; });
        });
    };
    const std::vector<Field> &fields = frames.front().fields;
    const auto common = std::find_if(fields.begin(), fields.end(), inAll);
    if (common == fields.end())
        return [](const FieldPlace &) { return false; };
    return [name = common->name](const FieldPlace &place) { return place.field().name == name; };
}

} // namespace sightglass
