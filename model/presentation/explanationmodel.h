// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/assist/explanation.h"

#include <QAbstractItemModel>

#include <memory>

namespace sightglass {

/// An explanation as a tree: one row for each node. Texts are displayable.
class ExplanationModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Column
    {
        ExpressionColumn,
        TypeColumn,
        SeriesColumn,
        SampleColumn,
        TimeColumn,
        ColumnCount
    };
    enum Role
    {
        EmptiedRole = Qt::UserRole, ///< bool: nothing comes out of this node though something goes in
        FailedRole,                 ///< bool
        SpanBeginRole,              ///< bytes of the query
        SpanEndRole
    };

    using QAbstractItemModel::QAbstractItemModel;

    /// Null: no rows.
    void setExplanation(std::shared_ptr<const Explanation> explanation);

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &child) const override;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    /// What the parts below it give stands as … in a long one: they are the rows below.
    [[nodiscard]] QString partText(const ExplainedNode &node) const;
    [[nodiscard]] QString text(const ExplainedNode &node, int column) const;
    [[nodiscard]] QString toolTip(const ExplainedNode &node, int column) const;

    std::shared_ptr<const Explanation> m_explanation;
    std::vector<std::vector<int>> m_children; ///< of each node; the last element: the roots
    std::vector<int> m_rows;                  ///< of each node among its siblings
};

} // namespace sightglass
