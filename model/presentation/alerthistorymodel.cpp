// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/presentation/alerthistorymodel.h"

#include "model/presentation/alerttablemodel.h"
#include "model/presentation/displaytext.h"
#include "model/presentation/valuetext.h"

#include <QDateTime>

#include <array>

namespace sightglass {

void AlertHistoryModel::append(const std::vector<AlertTransition> &transitions)
{
    if (transitions.empty())
        return;
    beginInsertRows({}, 0, static_cast<int>(transitions.size()) - 1);
    m_transitions.insert(m_transitions.begin(), transitions.rbegin(), transitions.rend());
    endInsertRows();
    if (m_transitions.size() > capacity) {
        beginRemoveRows({}, static_cast<int>(capacity), static_cast<int>(m_transitions.size()) - 1);
        m_transitions.resize(capacity);
        endRemoveRows();
    }
}

int AlertHistoryModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_transitions.size());
}

int AlertHistoryModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant AlertHistoryModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const AlertTransition &transition = m_transitions[static_cast<std::size_t>(index.row())];
    if (role == Qt::DisplayRole)
        return cellText(transition, index.column());
    if (role == AlertStateRole)
        return static_cast<int>(transition.to);
    if (role == SeverityRole)
        return static_cast<int>(transition.severity);
    return {};
}

QVariant AlertHistoryModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section < 0 || section >= ColumnCount)
        return {};
    const std::array<QString, ColumnCount> titles = {tr("Time"),   tr("State"), tr("Alert"),
                                                     tr("Labels"), tr("Value"), tr("Summary")};
    return titles[static_cast<std::size_t>(section)];
}

QString AlertHistoryModel::cellText(const AlertTransition &transition, int column)
{
    switch (column) {
    case TimeColumn: {
        const QDateTime at = QDateTime::fromMSecsSinceEpoch(transition.at);
        const bool isToday = at.date() == QDate::currentDate();
        return at.toString(isToday ? QStringLiteral("HH:mm:ss") : QStringLiteral("yyyy-MM-dd HH:mm:ss"));
    }
    case ChangeColumn:
        // An alert that never fired was not resolved: it went quiet before its time.
        if (transition.to == AlertState::Inactive && transition.from == AlertState::Pending)
            return tr("no longer pending");
        return AlertTableModel::stateText(transition.to);
    case NameColumn:
        return displayText(transition.rule);
    case LabelsColumn:
        return AlertTableModel::labelsText(transition.labels);
    case ValueColumn:
        return valueText(transition.value, "short");
    case SummaryColumn:
        return displayText(transition.summary);
    default:
        return {};
    }
}

} // namespace sightglass
