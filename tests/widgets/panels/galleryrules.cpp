// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/panels/galleryrules.h"

#include <algorithm>
#include <memory>
#include <utility>

namespace sightglass::test {

namespace {

constexpr TimestampMs now = 1'763'733'600'000; ///< 2025-11-21 14:00:00 UTC
constexpr std::int64_t minute = 60'000;

Alert alertOf(AlertState state, const std::string &instance, const std::string &severity,
              const std::string &summary)
{
    Alert alert;
    alert.labels =
        Labels(std::vector<Label>{{"alertname", "x"}, {"instance", instance}, {"severity", severity}});
    alert.state = state;
    alert.activeAt = now - 25 * minute;
    if (state == AlertState::Firing)
        alert.firedAt = now - 20 * minute;
    if (state == AlertState::Inactive)
        alert.resolvedAt = now - 3 * minute;
    alert.annotations = {{"summary", summary}};
    return alert;
}

RuleStatus ruleOf(std::string name, std::vector<Alert> alerts)
{
    auto rule = std::make_shared<Rule>();
    rule->name = std::move(name);
    RuleStatus status;
    status.group = "gallery";
    status.rule = std::move(rule);
    for (const Alert &alert : alerts)
        status.state = std::max(status.state, alert.state);
    status.alerts = std::move(alerts);
    status.lastEvaluation = now;
    return status;
}

} // namespace

std::vector<RuleStatus> galleryRules(const std::function<std::string(const std::string &)> &named, int many)
{
    const auto summary = [&named](const std::string &text) { return named(text); };
    std::vector<Alert> crowd;
    for (int i = 0; i < many; ++i)
        crowd.push_back(alertOf(AlertState::Firing, named("web-" + std::to_string(i)), "warning",
                                summary("Queue of web-" + std::to_string(i) + " grows")));
    return {ruleOf(named("QueueFull"), std::move(crowd)),
            ruleOf(named("DiskFull"), {alertOf(AlertState::Firing, named("db-1"), "critical",
                                               summary("Disk of db-1 is full in 3 h"))}),
            ruleOf(named("LatencyHigh"), {alertOf(AlertState::Pending, named("api"), "warning",
                                                  summary("Every tenth request takes over 2 s"))}),
            ruleOf(named("WasLoud"),
                   {alertOf(AlertState::Inactive, named("web-1"), "info", summary("Calm again"))}),
            ruleOf(named("Quiet"), {})};
}

} // namespace sightglass::test
