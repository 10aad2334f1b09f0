// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/panelkit/panelview.h"

class QTableView;

namespace sightglass {

class ChartTableModel;

/// A chart's samples as a table in the chart's place: see ChartTableModel. A heatmap's are those of its
/// cells. Rows can be selected and copied, and sorted by the heads; what is scrolled to stays in sight while
/// data come.
class ChartTable : public PanelView
{
    Q_OBJECT

public:
    ChartTable(const PanelSpec &spec, const Theme &theme, QWidget *parent = nullptr);

    void setData(const PanelDataPtr &data) override;
    void setTheme(const Theme &theme) override;
    void setTimeZone(const QTimeZone &zone) override;
    [[nodiscard]] QTableView *table() const { return m_table; }

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void layoutColumns();

    bool m_isHeatmap;
    PanelSpec m_spec;
    ChartTableModel *m_model;
    QTableView *m_table;
};

} // namespace sightglass
