// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/dashboard/listoptions.h"
#include "widgets/panelkit/panelview.h"

#include <vector>

class QComboBox;
class QLabel;
class QTableView;
class QToolButton;

namespace sightglass {

class DisplayList;
class FilterHeader;
class FrameTableModel;
class TableFooterRow;

/// Frames as a table: sorted and filtered by its heads, with a footer of calculations, a choice between
/// frames where there are several, and pages where the options say so. Sorting, filters, selection, column
/// widths and scroll position outlive new data.
class FrameTable : public QWidget
{
    Q_OBJECT

public:
    FrameTable(const PanelSpec &spec, const Theme &theme, QWidget *parent = nullptr);

    /// Data with frames.
    void setData(const PanelDataPtr &answer);
    void setTheme(const Theme &theme);
    void setTimeZone(const QTimeZone &zone);
    [[nodiscard]] QTableView *table() const { return m_table; }
    [[nodiscard]] FrameTableModel *model() const { return m_model; }
    [[nodiscard]] FilterHeader *header() const { return m_header; }
    [[nodiscard]] QComboBox *frameChoice() const { return m_choice; }
    /// Opens the popup that filters a column.
    void openFilter(int column);
    /// As in PanelView::exportTo(): heads, rows in sight and footer, `origin` being the top left corner.
    void addTo(DisplayList &list, QPointF origin) const;
    /// The data with the rows that are shown, on all pages and in their order; the frames that are not chosen
    /// are as they came. Null where nothing is filtered or sorted.
    [[nodiscard]] PanelDataPtr arrangedData() const;
    /// See PanelView; of the frame that is chosen.
    [[nodiscard]] std::optional<PanelView::FilteredRows> filteredRows() const;
    /// What the footer says below a column.
    [[nodiscard]] QString footerText(int column) const;

signals:
    /// A cell's link was chosen: an address that may be opened.
    void linkRequested(const QUrl &url);

protected:
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    static constexpr int narrowestColumn = 40;
    static constexpr int measuredRows = 60; ///< that decide on a column's width

    void setupTable(QTableView *table);
    void showFrame();
    void nameFrames();
    void followLinks(const QModelIndex &index);
    void inspect(const QModelIndex &index);
    [[nodiscard]] int wrappedLines(const std::vector<int> &widths) const;
    void layoutColumns();
    void layoutParts();
    void fitRows(int columnsWidth);
    void layoutFrozen();
    void describe();
    void turnPage(int step);
    struct ColumnRoom
    {
        int wanted = 0; ///< for head and cells
        int least = 0;  ///< for the cells
    };
    [[nodiscard]] ColumnRoom columnRoom(int column) const;
    [[nodiscard]] std::vector<int> columnWidths() const;
    [[nodiscard]] int rowHeight() const;
    void applyRowHeight();

    TableOptions m_options;
    PanelDataPtr m_data;
    FrameTableModel *m_model;
    QTableView *m_table;
    QTableView *m_frozen = nullptr; ///< the columns that do not scroll, above the table
    FilterHeader *m_header;
    TableFooterRow *m_footer;
    QComboBox *m_choice;
    QToolButton *m_back;
    QToolButton *m_on;
    QLabel *m_page;
    QStringList m_columns; ///< whose widths were laid out
    int m_lines = 1;       ///< of a row whose texts wrap
    int m_tableRoom = 0; ///< the height that the rows may take
};

} // namespace sightglass
