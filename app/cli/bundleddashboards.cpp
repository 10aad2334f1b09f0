// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/bundleddashboards.h"

#include "model/dashboard/dashboardfile.h"
#include "model/presentation/errortext.h"

#include <QDir>
#include <QFile>

static void initResources()
{
    // Resources of a static library are only there once asked for.
    Q_INIT_RESOURCE(resources);
}

namespace sightglass {

std::vector<DashboardSpec> bundledDashboards()
{
    initResources();
    std::vector<DashboardSpec> dashboards;
    const QDir folder(QStringLiteral(":/dashboards"));
    for (const QString &name : folder.entryList({QStringLiteral("*.json")}, QDir::Files, QDir::Name)) {
        QFile file(folder.filePath(name));
        if (!file.open(QIODevice::ReadOnly))
            continue;
        Result<DashboardSpec> dashboard = readDashboard(file.readAll().toStdString());
        if (dashboard)
            dashboards.push_back(std::move(*dashboard));
        else
            qWarning("%s: %s", qUtf8Printable(name), qUtf8Printable(errorText(dashboard.error())));
    }
    return dashboards;
}

} // namespace sightglass
