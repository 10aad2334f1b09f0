// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/dashboard/dashboardsettings.h"
#include "widgets/panelkit/dashboardentry.h"

#include <QWidget>

#include <vector>

class QHBoxLayout;
class QMenu;

namespace sightglass {

/// The links of a dashboard as buttons: addresses, and the dashboards that have some tags, one button each or
/// a menu of them. Says what was clicked; where it leads is its owner's.
class DashboardLinkBar : public QWidget
{
    Q_OBJECT

public:
    explicit DashboardLinkBar(QWidget *parent = nullptr);

    /// `own`: the id of the dashboard that they stand on, which none leads to.
    void setLinks(const std::vector<DashboardLink> &links, const std::vector<DashboardEntry> &dashboards,
                  const std::string &own);

signals:
    void linkChosen(const sightglass::DashboardLink &link);
    void dashboardChosen(const sightglass::DashboardLink &link, const std::string &id);

private:
    void addDashboards(const DashboardLink &link, const std::vector<DashboardEntry> &dashboards);

    QHBoxLayout *m_layout;
    std::vector<DashboardLink> m_links;
    std::vector<DashboardEntry> m_dashboards;
};

} // namespace sightglass
