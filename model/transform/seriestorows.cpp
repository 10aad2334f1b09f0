// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/transform/frametools.h"
#include "model/transform/makers.h"

#include <algorithm>

namespace sightglass {

namespace {

struct SeriesToRowsOptions
{};

/// Time, metric and value of each sample of each series, the newest first.
std::vector<Frame> seriesToRows(std::vector<Frame> frames, const SeriesToRowsOptions &,
                                TransformContext &context)
{
    if (frames.size() <= 1)
        return frames;
    std::vector<const Frame *> filled;
    std::size_t rows = 0;
    for (const Frame &frame : frames) {
        if (rowsOf(frame) == 0)
            continue;
        if (!isTimeSeries(frame))
            return frames;
        filled.push_back(&frame);
        rows += rowsOf(frame);
    }
    Frame table;
    table.refId = combinedRefId("seriesToRows", frames);
    if (filled.empty())
        return {std::move(table)};
    const std::size_t kept = context.rowsWithin(rows, 3);
    const Frame &first = *filled.front();
    const std::size_t firstTime = *timeField(first);
    table.fields.push_back(columnLike(first.fields[firstTime], timeFieldName));
    table.fields.push_back(makeField(metricFieldName, FieldType::Text));
    table.fields.push_back(columnLike(first.fields[firstTime == 0 ? 1 : 0], valueFieldName));
    for (const Frame *frame : filled) {
        const std::size_t time = *timeField(*frame);
        const Field &value = frame->fields[time == 0 ? 1 : 0];
        const std::string name = frameDisplayName(*frame);
        for (std::size_t row = 0; row < rowsOf(*frame) && table.rows() < kept; ++row) {
            table.fields[0].values.push_back(cellAt(frame->fields[time], row));
            table.fields[1].values.emplace_back(name);
            table.fields[2].values.push_back(cellAt(value, row));
        }
    }
    return {sortedBy(table, 0, SortOrder::Descending)};
}

} // namespace

TransformationPtr makeSeriesToRows(OptionReader &options)
{
    options.ignoreAll();
    return makeTransformation(SeriesToRowsOptions{}, seriesToRows);
}

} // namespace sightglass
