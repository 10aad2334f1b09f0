// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/model/dashboard/gridcheck.h"

#include <QSet>
#include <QStringList>

namespace sightglass::test {

QString gridComplaints(const DashboardSpec &dashboard)
{
    QStringList complaints;
    QSet<QString> ids;
    QSet<std::pair<int, int>> taken;
    for (const PanelSpec &panel : dashboard.panels) {
        const QString id = QString::fromStdString(panel.id);
        if (ids.contains(id))
            complaints += id + QStringLiteral(" occurs twice");
        ids.insert(id);
        const GridPosition &grid = panel.grid;
        if (grid.x < 0 || grid.y < 0 || grid.width < 1 || grid.height < 1 || grid.x + grid.width > 24)
            complaints += id + QStringLiteral(" is off the grid");
        for (int cell = 0; cell < grid.width * grid.height; ++cell) {
            const std::pair<int, int> place{grid.x + cell % grid.width, grid.y + cell / grid.width};
            if (taken.contains(place))
                complaints += id + QStringLiteral(" overlaps another panel");
            taken.insert(place);
        }
    }
    complaints.removeDuplicates();
    return complaints.join(QLatin1Char('\n'));
}

} // namespace sightglass::test
