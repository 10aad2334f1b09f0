// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/bundleddashboards.h"

#include "model/grafana/dashboardfile.h"
#include "model/presentation/dashboardtext.h"
#include "model/presentation/errortext.h"

#include <QDir>
#include <QFile>

#include <algorithm>
#include <iterator>

static void initResources()
{
    // Resources of a static library are only there once asked for.
    Q_INIT_RESOURCE(resources);
    Q_INIT_RESOURCE(dashboards);
}

namespace sightglass {

namespace {

/// In English, as shipped.
std::vector<DashboardSpec> shippedDashboards()
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

} // namespace

std::vector<DashboardSpec> bundledDashboards()
{
    std::vector<DashboardSpec> dashboards = shippedDashboards();
    std::transform(std::make_move_iterator(dashboards.begin()), std::make_move_iterator(dashboards.end()),
                   dashboards.begin(), translatedDashboard);
    return dashboards;
}

QStringList bundledDashboardIds()
{
    QStringList ids;
    for (const DashboardSpec &dashboard : shippedDashboards())
        ids += QString::fromStdString(dashboard.id);
    return ids;
}

std::optional<QString> bundledDashboardId(const QString &name)
{
    const std::string wanted = name.toStdString();
    for (const DashboardSpec &dashboard : shippedDashboards()) {
        if (wanted == dashboard.id || wanted == dashboard.title ||
            wanted == translatedDashboard(dashboard).title)
            return QString::fromStdString(dashboard.id);
    }
    return std::nullopt;
}

} // namespace sightglass
