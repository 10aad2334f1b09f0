// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/dashboard/autodashboard.h"
#include "model/dashboard/intervalvariables.h"
#include "model/dashboard/selectorrewrite.h"
#include "parser/promql/parse.h"
#include "parser/promql/print.h"

#include <algorithm>

namespace sightglass {

namespace {

std::vector<Matcher> matchersOf(const Labels &labels)
{
    std::vector<Matcher> matchers;
    for (const LabelView label : labels)
        matchers.push_back({MatchOp::Equal, std::string(label.name), std::string(label.value)});
    return matchers;
}

/// Text that does not parse stays as it is: the panel or rule shows its error.
std::string boundExpression(const std::string &text, std::span<const Matcher> matchers)
{
    const auto parsed =
        promql::parseExpr(replaceIntervalVariables(text, intervalPlaceholders()), promql::Features::all());
    if (!parsed)
        return text;
    return restoreIntervalVariables(promql::printExpr(*withMatchers(*parsed, matchers)));
}

} // namespace

DashboardSpec boundToTarget(const DashboardSpec &dashboard, const Labels &targetLabels)
{
    DashboardSpec bound = dashboard;
    const std::vector<Matcher> matchers = matchersOf(targetLabels);
    for (PanelSpec &panel : bound.panels) {
        for (PanelQuery &query : panel.queries)
            query.expr = boundExpression(query.expr, matchers);
    }
    for (ThresholdGroup &group : bound.ruleGroups) {
        for (ThresholdRule &rule : group.rules) {
            rule.expr = boundExpression(rule.expr, matchers);
            // An aggregation drops the target's labels; its alert shall still say whose it is.
            for (const LabelView label : targetLabels)
                rule.labels = rule.labels.with(label.name, label.value);
        }
    }
    return bound;
}

int matchDashboard(const std::vector<DashboardSpec> &dashboards, const Snapshot &snapshot,
                   const Labels &targetLabels, TimestampMs now)
{
    const TimeRange lately{now - 5 * 60 * 1000, now};
    const auto exposes = [&](const std::string &family) {
        std::vector<Matcher> matchers = matchersOf(targetLabels);
        matchers.push_back({MatchOp::Equal, std::string(metricNameLabel), {}});
        // A family shows under the names of its samples, depending on its type.
        for (const char *suffix : {"", "_total", "_count", "_bucket"}) {
            matchers.back().value = family + suffix;
            if (!snapshot.select(matchers, lately).empty())
                return true;
        }
        return false;
    };
    for (std::size_t i = 0; i < dashboards.size(); ++i) {
        const std::vector<std::string> &required = dashboards[i].requiredMetrics;
        if (!required.empty() && std::all_of(required.begin(), required.end(), exposes))
            return static_cast<int>(i);
    }
    return -1;
}

} // namespace sightglass
