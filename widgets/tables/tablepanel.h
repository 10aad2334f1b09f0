// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/panelkit/panelview.h"

#include <string>

class QLabel;
class QSortFilterProxyModel;
class QTableView;

namespace sightglass {

class FrameTable;
class InstantTableModel;

/// What has frames as they are (see FrameTable). Else the newest values as a table, largest first until the
/// user sorts otherwise; what is not a number is last in either direction. Selection, scroll position and the
/// user's order outlive new data. The columns of the labels give way, so that the value is always in sight.
class TablePanel : public PanelView
{
    Q_OBJECT

public:
    TablePanel(const PanelSpec &spec, const Theme &theme, QWidget *parent = nullptr);

    void setData(const PanelDataPtr &data) override;
    void setTheme(const Theme &theme) override;
    void setTimeZone(const QTimeZone &zone) override;
    void exportTo(QPainter &painter) override;
    [[nodiscard]] PanelDataPtr arrangedData() const override;
    [[nodiscard]] std::optional<FilteredRows> filteredRows() const override;
    /// Of the newest values; of frames where they are shown.
    [[nodiscard]] QTableView *table() const;
    /// Null as long as no data had frames.
    [[nodiscard]] FrameTable *frames() const { return m_frames; }

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void showFrames(const PanelDataPtr &answer);
    void rememberSorting(int column, Qt::SortOrder order);
    void restoreSorting();
    void layoutColumns();

    PanelSpec m_spec;
    Theme m_theme;
    QTimeZone m_zone = QTimeZone::systemTimeZone();
    FrameTable *m_frames = nullptr;
    InstantTableModel *m_model;
    QSortFilterProxyModel *m_sorted;
    QTableView *m_table;
    QLabel *m_empty;
    std::optional<std::string> m_sortKey; ///< of the model's column
    Qt::SortOrder m_sortOrder = Qt::DescendingOrder;
};

} // namespace sightglass
