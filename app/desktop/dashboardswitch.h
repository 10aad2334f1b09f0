// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/dashboard/dashboardspec.h"

#include <QWidget>

#include <string>
#include <utility>
#include <vector>

class QButtonGroup;

namespace sightglass {

class FlowLayout;

/// The dashboards of one target as a row of buttons, of which one is pressed. Takes no room where there is
/// nothing to choose.
class DashboardSwitch : public QWidget
{
    Q_OBJECT

public:
    explicit DashboardSwitch(QWidget *parent = nullptr);

    void setDashboards(const std::vector<DashboardSpec> &dashboards, const std::string &current);

    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;

signals:
    void chosen(const std::string &id);

private:
    FlowLayout *m_flow;
    QButtonGroup *m_group;
    std::vector<std::pair<std::string, std::string>> m_shown; ///< ids and titles
};

} // namespace sightglass
