// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/dashboard/autodashboard.h"
#include "model/dashboard/metricfamily.h"

#include <cstdint>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

namespace sightglass {

/// Panels below one heading, without places.
struct AutoSection
{
    std::string title;
    std::vector<PanelSpec> panels;
    bool isRuntime = false;
};

/// An automatic dashboard before it is laid out: what it shows, and what it folds away.
struct AutoPlan
{
    std::string id;
    std::string title;
    Labels targetLabels;
    AutoTexts texts;
    // At the top, without headings.
    std::vector<PanelSpec> vitals;
    std::vector<PanelSpec> infos;
    std::vector<PanelSpec> glance;
    std::vector<AutoSection> sections;
    /// Nothing of the program's own moved when this was planned: what it has done before is shown instead.
    bool isAtRest = false;
    std::vector<PanelSpec> woken; ///< of what was folded away when this was planned, and moves since
    // In tables.
    std::vector<MetricFamily> over;  ///< one too many
    std::vector<MetricFamily> still; ///< without any change so far
    std::vector<MetricFamily> facts; ///< info metrics
};

/// What an automatic dashboard of the subject shows now. Deterministic for a snapshot.
[[nodiscard]] AutoPlan automaticPlan(const Snapshot &snapshot, const DashboardSubject &subject,
                                     TimestampMs now);

/// The dashboard itself.
[[nodiscard]] DashboardSpec laidOut(const AutoPlan &plan);

/// Which of the families that are folded away because nothing changes have changed in the range, by name;
/// none that is folded for what it is. Every series is looked at, at its samples of the range only: for some
/// seconds, often.
[[nodiscard]] std::vector<std::string> wokenFamilies(const Snapshot &snapshot, const AutoPlan &plan,
                                                     TimeRange range, const std::stop_token &cancel = {});

/// These families unfolded: their panels come below all that is open already, none of which moves.
[[nodiscard]] AutoPlan withWoken(AutoPlan plan, std::span<const std::string> families);

} // namespace sightglass
