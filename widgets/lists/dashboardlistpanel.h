// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/panelkit/dashboardentry.h"
#include "widgets/panelkit/panelview.h"

class QLineEdit;

namespace sightglass {

class RowList;

/// Dashboards to go to, with a field to look for one where the options ask for a search. Needs no data.
class DashboardListPanel : public PanelView
{
    Q_OBJECT

public:
    DashboardListPanel(const PanelSpec &spec, const Theme &theme, QWidget *parent = nullptr);

    void setData(const PanelDataPtr &data) override;
    void setTheme(const Theme &theme) override;
    void setDashboards(const std::vector<DashboardEntry> &dashboards) override;
    void exportTo(QPainter &painter) override;

    [[nodiscard]] RowList *list() const { return m_list; }
    /// Null where no search is asked for.
    [[nodiscard]] QLineEdit *field() const { return m_field; }

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void present();

    DashboardListOptions m_options;
    Theme m_theme;
    std::vector<DashboardEntry> m_dashboards;
    QLineEdit *m_field = nullptr;
    RowList *m_list;
};

} // namespace sightglass
