// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/presentation/alerttablemodel.h"

#include "model/presentation/displaytext.h"
#include "model/presentation/errortext.h"
#include "model/presentation/numbertext.h"
#include "model/presentation/valuetext.h"

#include <algorithm>
#include <array>
#include <optional>
#include <tuple>
#include <utility>

namespace sightglass {

namespace {

TimestampMs sinceOf(const Alert &alert)
{
    if (alert.state == AlertState::Inactive)
        return alert.resolvedAt.value_or(alert.activeAt);
    return alert.state == AlertState::Firing ? alert.firedAt.value_or(alert.activeAt) : alert.activeAt;
}

} // namespace

std::vector<AlertTableModel::Row> AlertTableModel::rowsOf(const RuleStatus &status, TimestampMs now) const
{
    std::vector<Row> rows;
    const auto makeRow = [&status](const Labels &labels) {
        Row row;
        row.group = status.group;
        row.rule = status.rule->name;
        row.severity = severityOf(labels);
        row.severityText = labels.value(severityLabel);
        return row;
    };
    if (status.error) {
        rows.push_back(makeRow(status.rule->labels));
        rows.back().error = status.error;
    }
    for (const Alert &alert : status.alerts) {
        rows.push_back(makeRow(alert.labels));
        rows.back().alert = alert;
        rows.back().ageSeconds = std::max<std::int64_t>(now - sinceOf(alert), 0) / 1000;
        rows.back().isQuiet = m_quiet.contains(alert.labels);
    }
    return rows;
}

void AlertTableModel::setQuiet(QuietAlerts quiet)
{
    m_quiet = std::move(quiet);
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        Row &row = m_rows[i];
        const bool isQuiet = !row.error && m_quiet.contains(row.alert.labels);
        if (isQuiet == row.isQuiet)
            continue;
        row.isQuiet = isQuiet;
        rowChanged(static_cast<int>(i));
    }
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
        return !row.error && !row.isQuiet && row.alert.state == state;
    }));
}

int AlertTableModel::quietCount() const
{
    return static_cast<int>(std::count_if(m_rows.begin(), m_rows.end(), [](const Row &row) {
        return row.isQuiet && row.alert.state != AlertState::Inactive;
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
    if (role == QuietRole)
        return row.isQuiet;
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
        if (row.error)
            return tr("broken rule");
        return row.isQuiet ? tr("%1, quiet").arg(stateText(row.alert.state)) : stateText(row.alert.state);
    case NameColumn:
        return displayText(row.rule);
    case SeverityColumn:
        return severityText(row.severityText);
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

QString AlertTableModel::severityText(std::string_view label)
{
    constexpr qsizetype longest = 40;
    const std::optional<Severity> known = severityFromName(label);
    return known ? severityText(*known) : displayText(label, longest);
}

QString AlertTableModel::labelsText(const Labels &labels)
{
    const Labels shown = labels.without("alertname").without(severityLabel);
    const Labels telling = shown.without("instance").without("job");
    std::vector<Label> where;
    for (const LabelView label : shown) {
        if (telling.value(label.name).empty())
            where.push_back({std::string(label.name), std::string(label.value)});
    }
    if (telling.empty() || where.empty())
        return displayText(shown.toString());
    const std::string first = telling.toString();
    const std::string last = Labels(std::move(where)).toString();
    return displayText(first.substr(0, first.size() - 1) + ", " + last.substr(1));
}

} // namespace sightglass
