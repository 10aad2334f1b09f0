// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/dashboard/dashboardmatch.h"

#include "model/dashboard/familygroups.h"
#include "model/dashboard/intervalvariables.h"
#include "parser/promql/exprparts.h"
#include "parser/promql/parse.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <tuple>

namespace sightglass {

namespace {

constexpr std::int64_t lately = 5 * 60 * 1000;

SampleNames exposedNames(const Snapshot &snapshot, const Labels &targetLabels, TimestampMs now)
{
    std::vector<Matcher> matchers;
    for (const LabelView label : targetLabels)
        matchers.push_back({MatchOp::Equal, std::string(label.name), std::string(label.value)});
    SampleNames names;
    for (const auto &series : snapshot.select(matchers, {now - lately, now}))
        names.emplace(series->labels().metricName());
    return names;
}

bool exposes(const SampleNames &names, const std::string &family)
{
    constexpr std::array<const char *, 4> suffixes = {"", "_total", "_count", "_bucket"};
    return std::any_of(suffixes.begin(), suffixes.end(),
                       [&](const char *suffix) { return names.contains(family + suffix); });
}

bool exposesAll(const SampleNames &names, const std::vector<std::string> &required)
{
    return !required.empty() && std::all_of(required.begin(), required.end(), [&](const std::string &family) {
        return exposes(names, family);
    });
}

bool fits(const DashboardSpec &dashboard, const SampleNames &names)
{
    return exposesAll(names, dashboard.requiredMetrics) ||
           std::any_of(dashboard.otherParts.begin(), dashboard.otherParts.end(),
                       [&](const SystemPart &part) { return exposesAll(names, part.requiredMetrics); });
}

std::size_t sharedWith(const SampleNames &names, const SampleNames &shown)
{
    return static_cast<std::size_t>(std::count_if(
        shown.begin(), shown.end(), [&names](const std::string &name) { return names.contains(name); }));
}

/// A dashboard that fits, and how well.
struct Candidate
{
    std::size_t index = 0;
    DashboardRole role = DashboardRole::System;
    std::size_t shared = 0;
    std::size_t place = 0; ///< of a detail: where the dashboard of the whole comes to it
};

/// The names that queries ask for, panel after panel; a name may come again.
std::vector<std::string> namesAskedFor(const DashboardSpec &dashboard)
{
    std::vector<std::string> names;
    for (const PanelSpec &panel : dashboard.panels) {
        for (const PanelQuery &query : panel.queries) {
            const auto parsed = promql::parseExpr(
                replaceIntervalVariables(query.expr, intervalPlaceholders()), promql::Features::all());
            if (!parsed)
                continue;
            for (const promql::VectorSelector *selector : promql::selectorsOf(**parsed))
                names.push_back(selector->name);
        }
    }
    return names;
}

/// Details come in the order in which the dashboard of the whole comes to what they are about.
void placeDetails(std::vector<Candidate> &candidates, const std::vector<DashboardSpec> &dashboards)
{
    std::vector<std::string> asked;
    for (const Candidate &candidate : candidates) {
        if (candidate.role == DashboardRole::System)
            std::ranges::move(namesAskedFor(dashboards[candidate.index]), std::back_inserter(asked));
    }
    for (Candidate &candidate : candidates) {
        if (candidate.role != DashboardRole::Detail)
            continue;
        const auto found = std::ranges::find_first_of(asked, dashboards[candidate.index].requiredMetrics);
        candidate.place = static_cast<std::size_t>(found - asked.begin());
    }
}

/// What nobody asks the program for: it comes with the scrape or from what it is built with.
bool comesByItself(const std::string &name)
{
    return name.empty() || isRuntimeName(name) || name.starts_with("ALERTS");
}

} // namespace

SampleNames metricsShownBy(const DashboardSpec &dashboard)
{
    std::vector<std::string> asked = namesAskedFor(dashboard);
    SampleNames names(std::make_move_iterator(asked.begin()), std::make_move_iterator(asked.end()));
    names.erase(std::string());
    return names;
}

DashboardMatches matchDashboards(const std::vector<DashboardSpec> &dashboards, const Snapshot &snapshot,
                                 const Labels &targetLabels, TimestampMs now)
{
    DashboardMatches matches;
    matches.exposed = exposedNames(snapshot, targetLabels, now);
    const SampleNames &exposed = matches.exposed;
    std::vector<Candidate> candidates;
    SampleNames shown;
    for (std::size_t i = 0; i < dashboards.size(); ++i) {
        if (!fits(dashboards[i], exposed))
            continue;
        const SampleNames names = metricsShownBy(dashboards[i]);
        candidates.push_back({i, dashboards[i].role, sharedWith(exposed, names), 0});
        shown.insert(names.begin(), names.end());
    }
    placeDetails(candidates, dashboards);
    std::stable_sort(candidates.begin(), candidates.end(), [](const Candidate &a, const Candidate &b) {
        return std::tuple(a.role, a.place, b.shared) < std::tuple(b.role, b.place, a.shared);
    });
    for (const Candidate &candidate : candidates)
        matches.fitting.push_back(candidate.index);
    const bool ownDashboard = !candidates.empty() && candidates.front().role != DashboardRole::Runtime;
    const bool ownMetrics = std::any_of(exposed.begin(), exposed.end(), [&shown](const std::string &name) {
        return !comesByItself(name) && !shown.contains(name);
    });
    matches.automaticLeads = candidates.empty() || (!ownDashboard && ownMetrics);
    return matches;
}

} // namespace sightglass
