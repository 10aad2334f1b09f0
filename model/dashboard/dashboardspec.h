// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/alerting/thresholdrule.h"
#include "model/dashboard/dashboardsettings.h"
#include "model/dashboard/panelspec.h"
#include "model/variables/variablespec.h"

#include <string>
#include <vector>

namespace sightglass {

/// A dashboard as data: one JSON file in resources/dashboards, or made by autoDashboard(). One dashboard is
/// one tab.
struct DashboardSpec
{
    std::string id;    ///< stable, [a-z0-9-]+
    std::string title; ///< plain text
    std::string description;
    /// A target belongs to this dashboard when its first scrape has all of these families
    /// (observed-systems.md). Empty: never chosen by itself.
    std::vector<std::string> requiredMetrics;
    std::int64_t defaultRangeMs = 5 * 60 * 1000;
    std::vector<PanelSpec> panels;
    std::vector<ThresholdGroup> ruleGroups; ///< switched on together with the dashboard
    std::vector<VariableSpec> variables = {};
    std::vector<AnnotationSpec> annotations = {};
    std::vector<DashboardLink> links = {};
    std::vector<std::string> tags = {};
    /// The range as Grafana writes it ("now-1h", "now/d", an ISO time); empty: the default range up to now.
    std::string timeFrom = {};
    std::string timeTo = {};
    /// "10s": so often, at most; empty and "auto": as data come in. Grafana has data only when it asks.
    std::string refresh = {};
    std::string timezone = {}; ///< "utc", an IANA name; empty and "browser": the machine's
    std::string weekStart = {};
    int fiscalYearStartMonth = 0;
    CursorSync cursorSync = CursorSync::Off;
    bool editable = true;
    bool liveNow = false;                           ///< the right end follows the clock between refreshes
    std::vector<std::string> refreshIntervals = {}; ///< that are offered; empty: the standard ones
    std::string nowDelay = {};                      ///< "now" is so far back
    bool pickerHidden = false;
    std::vector<QuickRange> quickRanges = {}; ///< that are offered; empty: the standard ones
    std::string uid = {};  ///< Grafana's; links name it
    std::string kept = {}; ///< see PanelSpec::kept
    DashboardRole role = DashboardRole::System;
    /// Targets that have requiredMetrics and those that have what one of these asks for are one system on one
    /// dashboard; empty: each target is a system of its own.
    std::vector<SystemPart> otherParts = {};
    /// Rule files that come with the program, by name ("streamhouse"): switched on while a target has this
    /// dashboard.
    std::vector<std::string> rules = {};
    /// Of one that is bound to targets, their labels: which alerts are theirs. Not in files.
    std::vector<Labels> targets = {};

    friend bool operator==(const DashboardSpec &, const DashboardSpec &) = default;
};

} // namespace sightglass
