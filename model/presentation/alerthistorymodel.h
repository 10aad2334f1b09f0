// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/alerting/alert.h"

#include <QAbstractTableModel>

#include <deque>
#include <vector>

namespace sightglass {

/// What alerts did, newest first; the oldest beyond `capacity` are forgotten.
class AlertHistoryModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column
    {
        TimeColumn,
        ChangeColumn,
        NameColumn,
        LabelsColumn,
        ValueColumn,
        SummaryColumn,
        ColumnCount
    };
    enum Role
    {
        AlertStateRole = Qt::UserRole,
        SeverityRole
    };

    static constexpr std::size_t capacity = 1000;

    using QAbstractTableModel::QAbstractTableModel;

    /// In order of time.
    void append(const std::vector<AlertTransition> &transitions);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] static QString cellText(const AlertTransition &transition, int column);

    std::deque<AlertTransition> m_transitions;
};

} // namespace sightglass
