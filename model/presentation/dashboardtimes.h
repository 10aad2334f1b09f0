// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/dashboard/dashboardspec.h"
#include "model/dashboard/paneltime.h"
#include "parser/grafana/importloss.h"

#include <QTimeZone>

#include <vector>

namespace sightglass {

/// The dashboard's own zone, or the one that the user chose where it names none that is known.
[[nodiscard]] QTimeZone zoneOf(const DashboardSpec &dashboard, const QTimeZone &chosen);

/// The zone of a panel's time axis: its own first one where that is known, else the dashboard's.
[[nodiscard]] QTimeZone zoneOf(const PanelSpec &panel, const QTimeZone &dashboards);

/// The zones of the rows of times that a panel's time axis has below that: its own further ones, as far as
/// they are known and others than those before.
[[nodiscard]] std::vector<QTimeZone> furtherZonesOf(const PanelSpec &panel, const QTimeZone &dashboards);

/// The zones of all panels of a dashboard that is shown in this one.
[[nodiscard]] PanelZones panelZones(const QTimeZone &dashboards);

/// When its weeks and its fiscal year begin. Weeks begin on Monday where it does not say.
[[nodiscard]] CalendarRules calendarOf(const DashboardSpec &dashboard);

/// What a dashboard says of its time range, refresh and zone, and its panels of their zones, that means none,
/// so that the usual one is taken.
[[nodiscard]] std::vector<ImportLoss> timeLosses(const DashboardSpec &dashboard);

} // namespace sightglass
