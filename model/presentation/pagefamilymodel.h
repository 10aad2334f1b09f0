// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/presentation/pageexamination.h"

#include <QAbstractTableModel>

#include <memory>
#include <vector>

namespace sightglass {

/// The metric families of a page that pass a filter, in the page's order. Texts are displayable.
class PageFamilyModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column
    {
        NameColumn,
        TypeColumn,
        UnitColumn,
        SamplesColumn,
        HelpColumn,
        ColumnCount
    };

    using QAbstractTableModel::QAbstractTableModel;

    void setExamination(std::shared_ptr<const PageExamination> examination);
    /// Families that have it in their name, type, unit or HELP, whatever the case.
    void setFilter(const QString &filter);
    [[nodiscard]] std::size_t total() const;

    /// Its number in ExposedPage::families; nothing where the row has gone.
    [[nodiscard]] std::optional<std::size_t> family(int row) const;
    /// -1 where it is not listed.
    [[nodiscard]] int rowOf(std::string_view name) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void update();
    [[nodiscard]] QString text(std::size_t family, int column, qsizetype longest) const;

    std::shared_ptr<const PageExamination> m_examination;
    QString m_filter;
    std::vector<std::size_t> m_rows;
};

} // namespace sightglass
