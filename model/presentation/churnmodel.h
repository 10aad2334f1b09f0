// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/presentation/pageexamination.h"

#include <QAbstractTableModel>

#include <memory>

namespace sightglass {

/// The families whose series changed from one scrape to the next, most first.
class ChurnModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column
    {
        NameColumn,
        SeriesColumn,
        AddedColumn,
        GoneColumn,
        ColumnCount
    };

    using QAbstractTableModel::QAbstractTableModel;

    void setExamination(std::shared_ptr<const PageExamination> examination);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::shared_ptr<const PageExamination> m_examination;
};

} // namespace sightglass
