// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/dashboard/dashboardspec.h"

#include <cstdint>
#include <string>

namespace sightglass {

/// Whose eyes the file is for.
enum class FileFor : std::uint8_t
{
    Sightglass, ///< as it is
    Grafana     ///< colours by their role ("warning"), which Grafana does not know, become its nearest
};

/// The dashboard as Grafana's JSON, schema 42, indented by two, members in fixed order. importDashboard() of
/// it gives the same dashboard, but for refIds of queries that have none and colours by role where it is for
/// Grafana; panels that are not drawn here come back as they were written.
[[nodiscard]] std::string exportDashboard(const DashboardSpec &dashboard, FileFor reader);

} // namespace sightglass
