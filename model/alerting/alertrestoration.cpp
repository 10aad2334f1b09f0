// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/alerting/alertrestoration.h"

#include "model/alerting/ruleoutput.h"

#include <cmath>
#include <string>
#include <unordered_map>

namespace sightglass {

namespace {

constexpr std::int64_t second = 1000;

/// Those of the rule, as far as its labels are no templates.
std::vector<Matcher> matchersOf(const Rule &rule)
{
    std::vector<Matcher> matchers = {
        {MatchOp::Equal, std::string(metricNameLabel), std::string(alertsForStateMetric)},
        {MatchOp::Equal, "alertname", rule.name}};
    for (const LabelView label : rule.labels) {
        if (label.value.find("{{") == std::string_view::npos)
            matchers.push_back({MatchOp::Equal, std::string(label.name), std::string(label.value)});
    }
    return matchers;
}

} // namespace

std::optional<TimestampMs> restoredActiveAt(const KeptForState &kept, std::int64_t forMs, TimestampMs now,
                                            const RestoreOptions &options)
{
    // A time that is none would not fit a number of milliseconds.
    constexpr double mostSeconds = 4e12;
    if (isStaleMarker(kept.activeAtSeconds) || !(std::abs(kept.activeAtSeconds) < mostSeconds))
        return std::nullopt;
    const TimestampMs downAt = kept.at / second * second;
    const TimestampMs activeAt = static_cast<TimestampMs>(kept.activeAtSeconds) * second;
    const std::int64_t remaining = forMs - (downAt - activeAt);
    if (remaining <= 0)
        return activeAt;
    if (remaining < options.gracePeriodMs)
        return now + options.gracePeriodMs - forMs;
    return activeAt + (now - downAt);
}

void restoreAlerts(std::vector<Alert> &alerts, const Rule &rule, const Snapshot &snapshot, TimestampMs now,
                   const RestoreOptions &options)
{
    if (rule.forMs < options.gracePeriodMs || alerts.empty())
        return;
    const TimeRange range{now - options.outageToleranceMs, now};
    std::unordered_map<Labels, KeptForState, LabelsHash> kept;
    SampleColumns columns;
    for (const auto &series : snapshot.select(matchersOf(rule), range)) {
        series->read(range, columns);
        if (!columns.times.empty())
            kept[series->labels().without(metricNameLabel)] = {columns.times.back(), columns.values.back()};
    }
    for (Alert &alert : alerts) {
        const auto found = kept.find(alert.labels);
        if (alert.state == AlertState::Inactive || found == kept.end())
            continue;
        if (const auto activeAt = restoredActiveAt(found->second, rule.forMs, now, options))
            alert.activeAt = *activeAt;
    }
}

} // namespace sightglass
