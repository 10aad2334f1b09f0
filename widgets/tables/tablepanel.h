// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/panelkit/panelview.h"

#include <string>

class QLabel;
class QSortFilterProxyModel;
class QTableView;

namespace sightglass {

class InstantTableModel;

/// The newest values as a table, largest first until the user sorts otherwise; what is not a number is last
/// in either direction. Selection, scroll position and the user's order outlive new data. The columns of the
/// labels give way, so that the value is always in sight.
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
    void rememberSorting(int column, Qt::SortOrder order);
    void restoreSorting();
    void layoutColumns();

    InstantTableModel *m_model;
    QSortFilterProxyModel *m_sorted;
    QTableView *m_table;
    QLabel *m_empty;
    std::optional<std::string> m_sortKey; ///< of the model's column
    Qt::SortOrder m_sortOrder = Qt::DescendingOrder;
};

} // namespace sightglass
