// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/panelkit/panelview.h"

class QTableView;

namespace sightglass {

class ChartTableModel;

/// A chart's samples as a table in the chart's place: see ChartTableModel. A heatmap's are those of its
/// cells. Rows can be selected and copied, sorted and filtered by the heads (Space and Alt+Down do so for the
/// current column); what is scrolled to stays in sight while data come.
class ChartTable : public PanelView
{
    Q_OBJECT

public:
    ChartTable(const PanelSpec &spec, const Theme &theme, QWidget *parent = nullptr);

    void setData(const PanelDataPtr &data) override;
    void setTheme(const Theme &theme) override;
    void setTimeZone(const QTimeZone &zone) override;
    /// Without the rows that are filtered away. A heatmap's cells are no samples of its answer: null.
    [[nodiscard]] PanelDataPtr arrangedData() const override;
    [[nodiscard]] std::optional<FilteredRows> filteredRows() const override;
    [[nodiscard]] QTableView *table() const { return m_table; }
    [[nodiscard]] ChartTableModel *model() const { return m_model; }
    /// Opens the popup that filters a column.
    void openFilter(int column);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    class Header;

    void layoutColumns();

    bool m_isHeatmap;
    PanelSpec m_spec;
    ChartTableModel *m_model;
    QTableView *m_table;
    Header *m_header;
};

} // namespace sightglass
