// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/panels/panelview.h"

#include <QAbstractTableModel>

namespace sightglass {

/// The newest values of a panel's series as a table: one column for each label that tells rows apart (all
/// labels of a single row), then the value. Rows have
/// no order of their own; ValueRole and text are there to sort by. Texts are displayable.
class InstantTableModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    static constexpr int sortRole = Qt::UserRole;

    InstantTableModel(const PanelSpec &spec, const Theme &theme, QObject *parent = nullptr);

    /// Keeps rows where the series are the same as before: then only values change.
    void setData(const PanelData &data);
    void setTheme(const Theme &theme);
    [[nodiscard]] int valueColumn() const { return static_cast<int>(m_labels.size()); }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    using QAbstractTableModel::setData;

private:
    struct Row
    {
        Labels labels;
        double value = 0;
    };
    [[nodiscard]] static std::vector<std::string> tellingLabels(const std::vector<Row> &rows);
    [[nodiscard]] QVariant cell(const Row &row, int column) const;

    PanelSpec m_spec;
    Theme m_theme;
    std::vector<std::string> m_labels; ///< column names
    std::vector<Row> m_rows;
};

} // namespace sightglass
