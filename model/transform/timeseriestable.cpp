// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/transform/cellvalue.h"
#include "model/transform/fieldselector.h"
#include "model/transform/makers.h"

#include <cmath>
#include <map>
#include <set>

namespace sightglass {

namespace {

/// What is said about one query.
struct QueryTable
{
    Calculation stat = Calculation::LastNotNull;
    std::string timeField; ///< empty: the first
};

struct TimeSeriesTableOptions
{
    std::map<std::string, QueryTable, std::less<>> byQuery;

    [[nodiscard]] QueryTable of(const std::string &refId) const
    {
        const auto found = byQuery.find(refId);
        return found == byQuery.end() ? QueryTable{} : found->second;
    }
};

std::optional<std::size_t> timeOf(const Frame &frame, const QueryTable &table)
{
    if (table.timeField.empty())
        return timeField(frame);
    for (std::size_t i = 0; i < frame.fields.size(); ++i) {
        if (frame.fields[i].name == table.timeField)
            return i;
    }
    return std::nullopt;
}

std::vector<Sample> trendOf(const Field &time, const Field &field)
{
    std::vector<Sample> samples;
    samples.reserve(field.values.size());
    for (std::size_t row = 0; row < field.values.size(); ++row) {
        const double at = numberOrNaN(cellAt(time, row));
        const double value = numberOrNaN(field.values[row]);
        // Times beyond all calendars would not fit the type.
        if (std::fabs(at) < 1e15 && !isNull(field.values[row]))
            samples.push_back({static_cast<TimestampMs>(at), value});
    }
    return samples;
}

/// The series of one query, a row for each: its labels, then the trend.
class TrendTable
{
public:
    TrendTable(const std::string &refId, const std::vector<const Frame *> &frames)
    {
        m_frame.refId = refId;
        std::set<std::string, std::less<>> labels;
        for (const Frame *frame : frames) {
            for (const Field &field : frame->fields) {
                if (field.type != FieldType::Number)
                    continue;
                for (const LabelView label : field.labels)
                    labels.emplace(label.name);
            }
        }
        for (const std::string &label : labels)
            m_frame.fields.push_back(makeField(label, FieldType::Text));
        m_frame.fields.push_back(makeField("Trend #" + refId, FieldType::Other));
    }

    void add(const Frame &frame, const QueryTable &table)
    {
        const auto time = timeOf(frame, table);
        for (const Field &field : frame.fields) {
            if (field.type != FieldType::Number || !time)
                continue;
            for (std::size_t i = 0; i + 1 < m_frame.fields.size(); ++i) {
                const std::string_view value = field.labels.value(m_frame.fields[i].name);
                m_frame.fields[i].values.push_back(value.empty() ? FieldValue{} : std::string(value));
            }
            Field &trend = m_frame.fields.back();
            if (trend.values.empty())
                trend.config = field.config;
            trend.config.displayName.reset();
            trend.values.push_back(calculate(table.stat, field));
            trend.trends.push_back(trendOf(frame.fields[*time], field));
        }
    }

    [[nodiscard]] Frame &frame() noexcept { return m_frame; }

private:
    Frame m_frame;
};

std::vector<Frame> timeSeriesTable(std::vector<Frame> frames, const TimeSeriesTableOptions &options,
                                   TransformContext &)
{
    std::vector<std::string> queries;
    std::map<std::string, std::vector<const Frame *>> byQuery;
    std::vector<Frame> answer;
    for (const Frame &frame : frames) {
        if (!isTimeSeries(frame)) {
            answer.push_back(frame);
            continue;
        }
        std::vector<const Frame *> &series = byQuery[frame.refId];
        if (series.empty())
            queries.push_back(frame.refId);
        series.push_back(&frame);
    }
    for (const std::string &refId : queries) {
        TrendTable table(refId, byQuery[refId]);
        for (const Frame *frame : byQuery[refId])
            table.add(*frame, options.of(refId));
        answer.push_back(std::move(table.frame()));
    }
    return answer;
}

} // namespace

TransformationPtr makeTimeSeriesTable(OptionReader &options)
{
    TimeSeriesTableOptions tables;
    const nlohmann::json *legacy = options.value("refIdToStat");
    if (legacy != nullptr && legacy->is_object()) {
        OptionReader stats = options.object("refIdToStat");
        for (const auto &[refId, stat] : legacy->items()) {
            const auto calculation = readCalculation(stats, refId);
            tables.byQuery[refId].stat = calculation.value_or(Calculation::LastNotNull);
        }
        return makeTransformation(std::move(tables), timeSeriesTable);
    }
    for (auto &[refId, member] : options.members()) {
        QueryTable &table = tables.byQuery[refId];
        table.stat = readCalculation(member, "stat", "lastNotNull").value_or(Calculation::LastNotNull);
        table.timeField = member.text("timeField");
        if (member.flag("inlineStat"))
            member.loss("inlineStat", "the calculated value always stands beside the trend");
        member.ignore({"mergeSeries"}); // of Grafana 10.0, without effect since
        member.finish();
    }
    return makeTransformation(std::move(tables), timeSeriesTable);
}

} // namespace sightglass
