// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/presentation/pageexamination.h"

#include <QAbstractItemModel>

#include <memory>

namespace sightglass {

/// The families of a page with most series, and below each its labels with what dropping one would save.
class CardinalityModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Column
    {
        NameColumn,
        SeriesColumn, ///< of a label: its distinct values
        ShareColumn,  ///< of the page's series; of a label: of its family's
        SavesColumn,  ///< of a label: series that the family would have less without it
        RemarkColumn,
        ColumnCount
    };

    using QAbstractItemModel::QAbstractItemModel;

    /// Null: no rows.
    void setExamination(std::shared_ptr<const PageExamination> examination);
    /// Null for a label, and where the row has gone.
    [[nodiscard]] const FamilyCardinality *family(const QModelIndex &index) const;

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &child) const override;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] const std::vector<FamilyCardinality> &families() const;
    [[nodiscard]] QString cellText(const QModelIndex &index) const;
    [[nodiscard]] QString familyText(const FamilyCardinality &family, int column) const;
    [[nodiscard]] QString labelText(const FamilyCardinality &family, const LabelCardinality &label,
                                    int column) const;

    std::shared_ptr<const PageExamination> m_examination;
};

} // namespace sightglass
