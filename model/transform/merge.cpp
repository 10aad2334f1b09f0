// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/transform/cellvalue.h"
#include "model/transform/frametools.h"
#include "model/transform/makers.h"

#include <algorithm>
#include <map>
#include <unordered_map>

namespace sightglass {

namespace {

struct MergeOptions
{};

using Row = std::vector<FieldValue>;

/// The columns of the answer: those of all frames by their names, and where each frame's are among them.
struct MergePlan
{
    std::vector<Field> columns;
    std::vector<std::vector<std::size_t>> columnOf; ///< by frame and field
    std::vector<std::size_t> keys;                  ///< the columns that every frame has
};

MergePlan planOf(const std::vector<Frame> &frames)
{
    MergePlan plan;
    std::map<std::string, std::size_t, std::less<>> byName;
    std::vector<std::size_t> lastFrame; // that has the column, plus one
    std::vector<std::size_t> frameCount;
    for (std::size_t f = 0; f < frames.size(); ++f) {
        std::vector<std::size_t> &places = plan.columnOf.emplace_back();
        for (const Field &field : frames[f].fields) {
            const auto [found, added] = byName.emplace(field.name, plan.columns.size());
            if (added) {
                plan.columns.push_back(columnLike(field, field.name));
                lastFrame.push_back(0);
                frameCount.push_back(0);
            }
            const std::size_t column = found->second;
            places.push_back(column);
            frameCount[column] += lastFrame[column] == f + 1 ? 0U : 1U;
            lastFrame[column] = f + 1;
        }
    }
    for (std::size_t i = 0; i < plan.columns.size(); ++i) {
        if (frameCount[i] == frames.size())
            plan.keys.push_back(i);
    }
    return plan;
}

/// Rows with equal keys, put together where they do not contradict each other.
class MergedRows
{
public:
    MergedRows(const MergePlan &plan, std::size_t mostRows, std::size_t comparisons)
        : m_plan(plan)
        , m_mostRows(mostRows)
        , m_comparisons(comparisons)
    {}

    void add(const Frame &frame, std::size_t frameIndex, std::size_t row)
    {
        const std::vector<std::size_t> &columns = m_plan.columnOf[frameIndex];
        Row values(m_plan.columns.size());
        for (std::size_t i = 0; i < columns.size(); ++i)
            values[columns[i]] = cellAt(frame.fields[i], row);
        std::vector<std::size_t> &group = m_groups[keyOf(values)];
        bool merged = false;
        for (const std::size_t existing : group) {
            if (!fits(m_rows[existing], values, columns))
                continue;
            for (const std::size_t column : columns)
                m_rows[existing][column] = values[column];
            merged = true;
        }
        if (merged)
            return;
        ++m_wanted;
        if (m_rows.size() >= m_mostRows)
            return;
        group.push_back(m_rows.size());
        m_rows.push_back(std::move(values));
    }

    [[nodiscard]] std::vector<Row> &rows() noexcept { return m_rows; }
    [[nodiscard]] std::size_t wanted() const noexcept { return m_wanted; }
    [[nodiscard]] bool gaveUp() const noexcept { return m_comparisons == 0; }

private:
    [[nodiscard]] std::string keyOf(const Row &values) const
    {
        std::string key;
        for (const std::size_t column : m_plan.keys)
            key.append(templateText(values[column])).push_back('\0');
        return key;
    }

    /// Whether the frame's columns are empty in the row or say the same.
    [[nodiscard]] bool fits(const Row &row, const Row &values, const std::vector<std::size_t> &columns)
    {
        for (const std::size_t column : columns) {
            if (m_comparisons == 0)
                return false;
            --m_comparisons;
            if (!isNull(row[column]) && !ValueEqual{}(row[column], values[column]))
                return false;
        }
        return true;
    }

    const MergePlan &m_plan;
    std::size_t m_mostRows;
    std::size_t m_comparisons;
    std::size_t m_wanted = 0;
    std::vector<Row> m_rows;
    std::unordered_map<std::string, std::vector<std::size_t>> m_groups;
};

std::vector<Frame> merge(std::vector<Frame> frames, const MergeOptions &, TransformContext &context)
{
    if (frames.size() <= 1)
        return frames;
    std::vector<Frame> filled;
    std::copy_if(frames.begin(), frames.end(), std::back_inserter(filled),
                 [](const Frame &frame) { return !frame.fields.empty(); });
    if (filled.empty())
        return {std::move(frames.front())};
    MergePlan plan = planOf(filled);
    if (plan.keys.empty() || context.columnsWithin(plan.columns.size()) < plan.columns.size())
        return frames;
    MergedRows merged(plan, context.limits().cells / plan.columns.size(), context.limits().comparisons);
    for (std::size_t f = 0; f < filled.size(); ++f) {
        for (std::size_t row = 0; row < rowsOf(filled[f]); ++row)
            merged.add(filled[f], f, row);
    }
    static_cast<void>(context.rowsWithin(merged.wanted(), plan.columns.size()));
    if (merged.gaveUp())
        context.note("too many rows have the same values in all common columns; some are not put together");
    Frame result;
    result.refId = combinedRefId("merge", filled);
    result.fields = std::move(plan.columns);
    for (std::size_t i = 0; i < result.fields.size(); ++i) {
        result.fields[i].values.reserve(merged.rows().size());
        for (Row &row : merged.rows())
            result.fields[i].values.push_back(std::move(row[i]));
    }
    std::vector<Frame> answer;
    answer.push_back(std::move(result));
    return answer;
}

} // namespace

TransformationPtr makeMerge(OptionReader &options)
{
    options.ignoreAll();
    return makeTransformation(MergeOptions{}, merge);
}

} // namespace sightglass
