// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/grafana/importdashboard.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace sightglass {

/// How a panel is shown.
enum class PanelVerdict : std::uint8_t
{
    FullyHonoured,
    WithLosses, ///< shown, and what is not as in Grafana has a name
    NotShown    ///< keeps its place and says what it is
};

/// One panel of a report; rows are none.
struct PanelReport
{
    std::int64_t id = 0;
    std::string title;
    std::string type; ///< Grafana's id
    PanelVerdict verdict = PanelVerdict::FullyHonoured;
    bool asksPrometheus = false;    ///< has a query: others show texts and lists
    std::vector<ImportLoss> losses; ///< of the kind Ours
    /// What a current Grafana drops too. They change no verdict.
    std::vector<ImportLoss> asInGrafana;
    /// Queries that are no PromQL, each "A: 1:5: parse error: …". They are shown in the panel, as Grafana
    /// would show its server's answer, and are no losses; but nothing that shows one is fully honoured.
    std::vector<std::string> queryErrors;
};

struct VerdictCounts
{
    std::size_t fullyHonoured = 0;
    std::size_t withLosses = 0;
    std::size_t notShown = 0;

    void add(PanelVerdict verdict) noexcept;
    [[nodiscard]] std::size_t all() const noexcept { return fullyHonoured + withLosses + notShown; }
};

struct DashboardReport
{
    std::string title;
    std::vector<PanelReport> panels;
    std::vector<ImportLoss> losses;      ///< of the dashboard itself, of the kind Ours
    std::vector<ImportLoss> asInGrafana; ///< of the dashboard itself: what a current Grafana drops too
    VerdictCounts panelCounts;           ///< of all panels
    VerdictCounts prometheusCounts;      ///< of those with a query
};

/// What came of an import, panel by panel, out of nothing but its losses: a panel is fully honoured where
/// there is none of our kind, none of a variable that it refers to, and no query that is no PromQL.
[[nodiscard]] DashboardReport importReport(const ImportedDashboard &imported);

} // namespace sightglass
