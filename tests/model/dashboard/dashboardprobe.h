// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/dashboard/autodashboard.h"
#include "model/dashboard/paneldata.h"
#include "model/storage/head.h"
#include "tests/model/dashboard/expositionloader.h"

#include <QString>

namespace sightglass::test {

constexpr TimestampMs probeStart = 1'700'000'000'000;

/// The target labels of the endpoint that is tried, one of them hard to quote.
[[nodiscard]] Labels target();
[[nodiscard]] DashboardSpec probeDashboard(Head &head, TimestampMs now);

/// nullptr where there is none.
[[nodiscard]] const PanelSpec *panelFor(const DashboardSpec &dashboard, const std::string &id);
[[nodiscard]] PanelData ask(Head &head, const PanelSpec &panel, TimestampMs now, std::int64_t scrapeInterval);

/// Complaints about panels that have an error or no series with a sample; not of headings and of those that
/// say what it means to have none (noValue).
[[nodiscard]] QString emptyPanels(Head &head, const DashboardSpec &dashboard, TimestampMs now,
                                  std::int64_t scrapeInterval = 10'000);

/// How many panels are neither heading nor table.
[[nodiscard]] int drawnPanels(const DashboardSpec &dashboard);
[[nodiscard]] QString allExpressions(const DashboardSpec &dashboard);
/// The expressions of the tables with this title.
[[nodiscard]] QString tableUnder(const DashboardSpec &dashboard, const std::string &heading);

/// Ten scrapes, a second apart; `bodyAt` makes each one's page.
template<typename Body>
DashboardSpec afterTenScrapes(Head &head, Body bodyAt)
{
    for (int i = 0; i < 10; ++i)
        loadExposition(head, bodyAt(i), target(), probeStart + i * 1000);
    return probeDashboard(head, probeStart + 9000);
}

} // namespace sightglass::test
