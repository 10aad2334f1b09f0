// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/panels/panelview.h"

class QLabel;
class QSortFilterProxyModel;
class QTableView;

namespace sightglass {

class InstantTableModel;

/// The newest values as a table, largest first until the user sorts otherwise.
class TablePanel : public PanelView
{
    Q_OBJECT

public:
    TablePanel(const PanelSpec &spec, const Theme &theme, QWidget *parent = nullptr);

    void setData(const PanelDataPtr &data) override;
    void setTheme(const Theme &theme) override;
    [[nodiscard]] QTableView *table() const { return m_table; }

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void layoutColumns();

    InstantTableModel *m_model;
    QSortFilterProxyModel *m_sorted;
    QTableView *m_table;
    QLabel *m_empty;
    int m_columns = 0; ///< that the layout was made for
};

} // namespace sightglass
