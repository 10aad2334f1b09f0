// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/presentation/alertboardmodel.h"

#include "model/presentation/alerttablemodel.h"
#include "model/presentation/displaytext.h"
#include "model/presentation/errortext.h"
#include "model/presentation/numbertext.h"
#include "model/presentation/valuetext.h"

#include <algorithm>
#include <tuple>

namespace sightglass {

namespace {

// State, severity and name stand before the labels; value, since and summary behind them.
constexpr int leading = 3;
constexpr int trailing = 3;

auto keyOf(const BoardRow &row)
{
    return std::tuple(std::string_view(row.file), std::string_view(row.group), std::string_view(row.rule),
                      row.alert.labels, row.error.has_value());
}

} // namespace

void AlertBoardModel::setRows(std::vector<BoardRow> rows, TimestampMs now)
{
    m_all = std::move(rows);
    m_now = now;
    count();
    show();
}

void AlertBoardModel::setFilter(const BoardFilter &filter)
{
    m_filter = filter;
    show();
}

void AlertBoardModel::setOrder(const BoardOrder &order)
{
    m_order = order;
    show();
}

void AlertBoardModel::sortBy(int column)
{
    const Place place = placeOf(column);
    BoardOrder order{place.column, {}, false};
    if (place.column == BoardColumn::Label)
        order.label = m_labels.columns[place.label];
    // The gravest, the highest and the newest are what one looks for first.
    order.descending = place.column == BoardColumn::Severity || place.column == BoardColumn::Value ||
                       place.column == BoardColumn::Since;
    const bool same = order.column == m_order.column && order.label == m_order.label;
    if (same)
        order.descending = !m_order.descending;
    setOrder(order);
}

int AlertBoardModel::orderColumn() const
{
    for (int column = 0; column < columnCount(); ++column) {
        const Place place = placeOf(column);
        if (place.column != m_order.column)
            continue;
        if (place.column != BoardColumn::Label || m_labels.columns[place.label] == m_order.label)
            return column;
    }
    return 0;
}

void AlertBoardModel::count()
{
    m_counts = {};
    for (const BoardRow &row : m_all) {
        if (row.error) {
            ++m_counts.broken;
            continue;
        }
        m_counts.firing += row.alert.state == AlertState::Firing ? 1 : 0;
        m_counts.pending += row.alert.state == AlertState::Pending ? 1 : 0;
        m_counts.resolved += row.alert.state == AlertState::Inactive ? 1 : 0;
        m_counts.quiet += row.verdict.isTold() ? 0 : 1;
    }
}

void AlertBoardModel::show()
{
    std::vector<BoardRow> rows;
    std::copy_if(m_all.begin(), m_all.end(), std::back_inserter(rows),
                 [this](const BoardRow &row) { return m_filter.passes(row); });
    sortBoard(rows, m_order);
    BoardLabels labels = boardLabels(rows);
    std::vector<Shown> shown;
    shown.reserve(rows.size());
    for (BoardRow &row : rows) {
        const std::int64_t age = std::max<std::int64_t>(m_now - row.since().value_or(m_now), 0) / 1000;
        shown.push_back({std::move(row), age});
    }
    if (labels.columns != m_labels.columns) {
        beginResetModel();
        m_labels = std::move(labels);
        m_rows = std::move(shown);
        endResetModel();
        return;
    }
    m_labels = std::move(labels);
    updateRows(*this, m_rows, std::move(shown), [](const Shown &each) { return keyOf(each.row); });
}

const BoardRow *AlertBoardModel::row(int row) const
{
    return row >= 0 && row < rowCount() ? &m_rows[static_cast<std::size_t>(row)].row : nullptr;
}

int AlertBoardModel::find(const BoardRow &wanted) const
{
    const auto found = std::find_if(m_rows.begin(), m_rows.end(), [key = keyOf(wanted)](const Shown &each) {
        return keyOf(each.row) == key;
    });
    return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

QString AlertBoardModel::commonLabels() const
{
    if (m_labels.common.empty())
        return {};
    return displayText(Labels(m_labels.common).toString(), 400);
}

int AlertBoardModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int AlertBoardModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : leading + static_cast<int>(m_labels.columns.size()) + trailing;
}

AlertBoardModel::Place AlertBoardModel::placeOf(int column) const
{
    const int labels = static_cast<int>(m_labels.columns.size());
    switch (column) {
    case 0:
        return {BoardColumn::Worst, 0};
    case 1:
        return {BoardColumn::Severity, 0};
    case 2:
        return {BoardColumn::Alert, 0};
    default:
        break;
    }
    if (column < leading + labels)
        return {BoardColumn::Label, static_cast<std::size_t>(column - leading)};
    const int behind = column - leading - labels;
    return {behind == 0 ? BoardColumn::Value : behind == 1 ? BoardColumn::Since : BoardColumn::Summary, 0};
}

QVariant AlertBoardModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Shown &shown = m_rows[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return cellText(shown, placeOf(index.column()));
    case Qt::ToolTipRole:
        return plainToolTip(toolTip(shown.row));
    case AlertStateRole:
        return static_cast<int>(shown.row.error ? AlertState::Firing : shown.row.alert.state);
    case SeverityRole:
        return static_cast<int>(shown.row.severity);
    case BrokenRole:
        return shown.row.error.has_value();
    case QuietRole:
        return !shown.row.verdict.isTold();
    case AcknowledgedRole:
        return shown.row.acknowledgedAt.has_value();
    default:
        return {};
    }
}

QVariant AlertBoardModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    const Place place = placeOf(section);
    if (role == Qt::DisplayRole)
        return title(place);
    if (role == IsLabelRole)
        return place.column == BoardColumn::Label;
    if (role != ImportanceRole)
        return {};
    switch (place.column) {
    case BoardColumn::Worst:
    case BoardColumn::Alert:
        return 0;
    case BoardColumn::Label:
        return place.label == 0 ? 1 : 4 + static_cast<int>(place.label);
    case BoardColumn::Since:
        return 2;
    case BoardColumn::Value: // behind what tells alerts apart
        return 30;
    case BoardColumn::Severity: // the colour of its state tells it too
        return 50;
    case BoardColumn::Summary:
        break;
    }
    return 100;
}

QString AlertBoardModel::title(const Place &place) const
{
    switch (place.column) {
    case BoardColumn::Worst:
        return tr("State");
    case BoardColumn::Severity:
        return tr("Severity");
    case BoardColumn::Alert:
        return tr("Alert");
    case BoardColumn::Label:
        return displayText(m_labels.columns[place.label], 60);
    case BoardColumn::Value:
        return tr("Value");
    case BoardColumn::Since:
        return tr("Since");
    case BoardColumn::Summary:
        break;
    }
    return tr("Summary");
}

QString AlertBoardModel::cellText(const Shown &shown, const Place &place) const
{
    const BoardRow &row = shown.row;
    switch (place.column) {
    case BoardColumn::Worst:
        return row.error ? tr("broken rule") : AlertTableModel::stateText(row.alert.state);
    case BoardColumn::Severity:
        return AlertTableModel::severityText(row.severityText);
    case BoardColumn::Alert:
        return displayText(row.rule);
    case BoardColumn::Label:
        return displayText(row.alert.labels.value(m_labels.columns[place.label]), 120);
    case BoardColumn::Value:
        return row.error ? QString() : valueText(row.alert.value, "short");
    case BoardColumn::Since:
        return row.error ? QString() : measureText(static_cast<double>(shown.ageSeconds), "s");
    case BoardColumn::Summary:
        break;
    }
    return row.error ? errorText(*row.error) : displayText(summaryOf(row.alert.annotations));
}

QString AlertBoardModel::toolTip(const BoardRow &row) const
{
    if (row.error)
        return displayText(row.rule) + QLatin1Char('\n') + errorText(*row.error);
    QStringList lines = {displayText(row.rule) + QStringLiteral(" · ") +
                         AlertTableModel::stateText(row.alert.state)};
    for (const LabelView label : row.alert.labels)
        lines << displayText(label.name, 60) + QStringLiteral(": ") + displayText(label.value, 200);
    for (const Label &annotation : row.alert.annotations)
        lines << displayText(annotation.name, 60) + QStringLiteral(": ") + displayText(annotation.value);
    lines += remarks(row);
    return lines.join(QLatin1Char('\n'));
}

QStringList AlertBoardModel::remarks(const BoardRow &row)
{
    QStringList lines;
    if (!row.verdict.silencedBy.empty())
        lines << tr("silenced");
    if (row.verdict.inhibitedBy)
        lines << tr("inhibited by %1").arg(displayText(row.verdict.inhibitedBy->toString()));
    if (row.verdict.isQuietTime)
        lines << tr("quiet hours");
    if (row.acknowledgedAt)
        lines << tr("acknowledged");
    return lines;
}

int AlertBoardModel::activeRows() const
{
    return static_cast<int>(std::count_if(m_rows.begin(), m_rows.end(), [](const Shown &each) {
        return each.row.error || each.row.alert.state != AlertState::Inactive;
    }));
}

QStringList AlertBoardModel::details(int row) const
{
    constexpr qsizetype longest = 2000;
    const BoardRow *shown = this->row(row);
    if (shown == nullptr)
        return {};
    if (shown->error)
        return {displayText(shown->rule) + QStringLiteral(" · ") + tr("broken rule"),
                errorText(*shown->error)};
    QStringList first = {displayText(shown->rule), AlertTableModel::stateText(shown->alert.state)};
    first << displayText(shown->alert.labels.without("alertname").toString(), longest);
    QStringList second = remarks(*shown);
    for (const Label &annotation : shown->alert.annotations)
        second << displayText(annotation.name, 60) + QStringLiteral(": ") +
                      displayText(annotation.value, longest);
    return {first.join(QStringLiteral(" · ")), second.join(QStringLiteral(" · "))};
}

} // namespace sightglass
