// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/dashboard/dashboardchoices.h"
#include "model/dashboard/dashboardsettings.h"
#include "model/dashboard/showndashboard.h"

#include <QString>
#include <QUrl>

#include <optional>

namespace sightglass {

/// Where a link leads that Grafana would follow within itself: "/d/UID/name?var-x=a&from=now-1h".
struct DashboardAddress
{
    QString uid;
    ChosenVariables variables;
    QString from; ///< as parseTime() reads it; empty: not said
    QString to;
};

/// Nothing for what is no address of a dashboard: only those without a host are.
[[nodiscard]] std::optional<DashboardAddress> dashboardAddress(const QString &text);

/// The address of a dashboard's link as it is followed: variables filled in, and those and the time added
/// where it asks for that.
[[nodiscard]] QString addressOf(const DashboardLink &link, const VariableValues &values,
                                const BuiltInContext &context);

/// The same for one dashboard of a link that leads to all with some tags.
[[nodiscard]] QString addressOf(const DashboardLink &link, const std::string &dashboardId,
                                const VariableValues &values, const BuiltInContext &context);

} // namespace sightglass
