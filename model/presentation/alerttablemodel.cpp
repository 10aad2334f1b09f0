// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/presentation/alerttablemodel.h"

#include "model/presentation/displaytext.h"
#include "model/presentation/errortext.h"
#include "model/presentation/numbertext.h"
#include "model/presentation/valuetext.h"

#include <array>
#include <tuple>

namespace sightglass {

namespace {

TimestampMs sinceOf(const Alert &alert)
{
    if (alert.state == AlertState::Inactive)
        return alert.resolvedAt.value_or(alert.activeAt);
    return alert.state == AlertState::Firing ? alert.firedAt.value_or(alert.activeAt) : alert.activeAt;
}

} // namespace

std::vector<AlertTableModel::Row> AlertTableModel::rowsOf(const RuleStatus &status, TimestampMs now)
{
    std::vector<Row> rows;
    if (status.error)
        rows.push_back(
            {status.group, status.rule->name, severityOf(status.rule->labels), {}, status.error, 0});
    for (const Alert &alert : status.alerts)
        rows.push_back({status.group,
                        status.rule->name,
                        severityOf(alert.labels),
                        alert,
                        {},
                        std::max<std::int64_t>(now - sinceOf(alert), 0) / 1000});
    return rows;
}

void AlertTableModel::update(const std::vector<RuleStatus> &rules, TimestampMs now)
{
    std::vector<Row> rows;
    for (const RuleStatus &status : rules) {
        auto some = rowsOf(status, now);
        rows.insert(rows.end(), std::make_move_iterator(some.begin()), std::make_move_iterator(some.end()));
    }
    const auto rank = [](const Row &row) {
        const int state = row.error ? 3 : static_cast<int>(row.alert.state);
        return std::tuple(-state, -static_cast<int>(row.severity));
    };
    std::stable_sort(rows.begin(), rows.end(),
                     [&rank](const Row &a, const Row &b) { return rank(a) < rank(b); });
    updateRows(*this, m_rows, std::move(rows), [](const Row &row) {
        return std::tuple(std::string_view(row.group), std::string_view(row.rule), row.alert.labels,
                          row.error.has_value());
    });
}

int AlertTableModel::count(AlertState state) const
{
    return static_cast<int>(std::count_if(m_rows.begin(), m_rows.end(), [state](const Row &row) {
        return !row.error && row.alert.state == state;
    }));
}

int AlertTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int AlertTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant AlertTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows[static_cast<std::size_t>(index.row())];
    if (role == Qt::DisplayRole)
        return cellText(row, index.column());
    if (role == AlertStateRole)
        return static_cast<int>(row.alert.state);
    if (role == SeverityRole)
        return static_cast<int>(row.severity);
    return {};
}

QVariant AlertTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section < 0 || section >= ColumnCount)
        return {};
    const std::array<QString, ColumnCount> titles = {tr("State"), tr("Alert"), tr("Severity"), tr("Labels"),
                                                     tr("Value"), tr("Since"), tr("Summary")};
    return titles[static_cast<std::size_t>(section)];
}

QString AlertTableModel::cellText(const Row &row, int column) const
{
    switch (column) {
    case StateColumn:
        return row.error ? tr("broken rule") : stateText(row.alert.state);
    case NameColumn:
        return displayText(row.rule);
    case SeverityColumn:
        return severityText(row.severity);
    case LabelsColumn:
        return row.error ? QString() : labelsText(row.alert.labels);
    case ValueColumn:
        return row.error ? QString() : valueText(row.alert.value, "short");
    case SinceColumn:
        return row.error ? QString() : measureText(static_cast<double>(row.ageSeconds), "s");
    case SummaryColumn:
        return row.error ? errorText(*row.error) : displayText(summaryOf(row.alert.annotations));
    default:
        return {};
    }
}

QString AlertTableModel::stateText(AlertState state)
{
    switch (state) {
    case AlertState::Firing:
        return tr("firing");
    case AlertState::Pending:
        return tr("pending");
    case AlertState::Inactive:
        break;
    }
    return tr("resolved");
}

QString AlertTableModel::severityText(Severity severity)
{
    switch (severity) {
    case Severity::Critical:
        return tr("critical");
    case Severity::Warning:
        return tr("warning");
    case Severity::Info:
        break;
    }
    return tr("info");
}

QString AlertTableModel::labelsText(const Labels &labels)
{
    return displayText(labels.without("alertname").without("severity").toString());
}

} // namespace sightglass
