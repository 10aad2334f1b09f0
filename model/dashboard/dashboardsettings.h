// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace sightglass {

/// What a ready-made dashboard is about, which decides where it stands among those that fit a target.
enum class DashboardRole : std::uint8_t
{
    System, ///< the program itself: shown first
    Detail, ///< a part of it, beside the dashboard of the whole
    Runtime ///< what many programs have in them: never in front of a program's own metrics
};

/// One further kind of target of a system that is several.
struct SystemPart
{
    std::vector<std::string> requiredMetrics;

    friend bool operator==(const SystemPart &, const SystemPart &) = default;
};

/// What the pointer over one panel does to the others, in the order of Grafana's numbers.
enum class CursorSync : std::uint8_t
{
    Off,
    Crosshair,
    CrosshairAndTooltip
};

/// A range that a dashboard's own time picker offers, in words as relativeTime() reads them or as times.
struct QuickRange
{
    std::string title;
    std::string from;
    std::string to;

    friend bool operator==(const QuickRange &, const QuickRange &) = default;
};

/// A link at the top of a dashboard: to an address, or to all dashboards with some tags.
struct DashboardLink
{
    bool byTags = false;
    std::string title;
    std::string url; ///< may hold variables
    std::string tooltip;
    std::string icon;
    std::vector<std::string> tags;
    bool asDropdown = false;
    bool includeVariables = false;
    bool keepTime = false;
    bool newTab = false;

    friend bool operator==(const DashboardLink &, const DashboardLink &) = default;
};

/// Marks on all time panels of a dashboard.
struct AnnotationSpec
{
    std::string name;
    bool enabled = true;
    bool hidden = false; ///< its switch is not shown
    /// Grafana's own list: alerts and notes of this dashboard.
    bool builtIn = false;
    std::string color = "red";
    std::string expr; ///< PromQL: where it is not 0 there is a mark; empty: no query of Prometheus
    std::string interval;
    std::string title; ///< with {{label}} places
    std::string text;
    std::string tagLabels;       ///< names of labels that become tags, divided by commas
    bool timeIsValue = false;    ///< the sample's value is the mark's time in milliseconds
    bool excludesPanels = false; ///< shown in all but `panels`
    std::vector<int> panels;     ///< ids of the only ones to show it in; empty: all
    std::string datasource;      ///< Grafana's uid or ${variable}, kept for its sake
    std::string json;            ///< as it was written, where it asks another data source; else empty
    std::string kept = {};       ///< JSON that nobody here reads, to be written back; empty: nothing

    friend bool operator==(const AnnotationSpec &, const AnnotationSpec &) = default;
};

} // namespace sightglass
