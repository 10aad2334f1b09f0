// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/alerting/keptalert.h"

#include "model/alerting/ruleoutput.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <utility>

namespace sightglass {

namespace {

using Json = nlohmann::json;

constexpr int formatVersion = 1;
// Further away a number of seconds would not fit one of milliseconds.
constexpr double mostSeconds = 4e12;

std::optional<Labels> labelsOf(const Json &entry)
{
    const auto labels = entry.find("labels");
    if (labels == entry.end() || !labels->is_object())
        return std::nullopt;
    std::vector<Label> read;
    for (const auto &[name, value] : labels->items()) {
        if (!value.is_string() || name == metricNameLabel)
            return std::nullopt;
        read.push_back({name, value.get<std::string>()});
    }
    return Labels(std::move(read));
}

std::optional<double> numberOf(const Json &entry, const char *name)
{
    const auto number = entry.find(name);
    if (number == entry.end() || !number->is_number())
        return std::nullopt;
    const auto value = number->get<double>();
    return std::abs(value) < mostSeconds ? std::optional(value) : std::nullopt;
}

std::optional<KeptAlert> keptAlert(const Json &entry)
{
    if (!entry.is_object())
        return std::nullopt;
    auto labels = labelsOf(entry);
    const auto at = numberOf(entry, "seenAt");
    const auto activeAt = numberOf(entry, "activeAt");
    if (!labels || labels->value("alertname").empty() || !at || !activeAt)
        return std::nullopt;
    return KeptAlert{*std::move(labels), {static_cast<TimestampMs>(std::llround(*at * 1000)), *activeAt}};
}

Json entryOf(const KeptAlert &alert)
{
    Json labels = Json::object();
    for (const LabelView label : alert.labels)
        labels[std::string(label.name)] = std::string(label.value);
    return {{"labels", std::move(labels)},
            {"seenAt", static_cast<double>(alert.state.at) / 1000},
            {"activeAt", alert.state.activeAtSeconds}};
}

} // namespace

std::vector<KeptAlert> keptAlerts(const Snapshot &snapshot, TimestampMs now, const RestoreOptions &options)
{
    const TimeRange range{now - options.outageToleranceMs, now};
    const std::vector<Matcher> matchers = {
        {MatchOp::Equal, std::string(metricNameLabel), std::string(alertsForStateMetric)}};
    std::vector<KeptAlert> alerts;
    SampleColumns columns;
    for (const auto &series : snapshot.select(matchers, range)) {
        series->read(range, columns);
        if (columns.times.empty() || isStaleMarker(columns.values.back()))
            continue;
        alerts.push_back(
            {series->labels().without(metricNameLabel), {columns.times.back(), columns.values.back()}});
    }
    if (alerts.size() > mostKeptAlerts) {
        std::sort(alerts.begin(), alerts.end(), [](const KeptAlert &a, const KeptAlert &b) {
            return a.state.activeAtSeconds < b.state.activeAtSeconds;
        });
        alerts.resize(mostKeptAlerts);
    }
    std::sort(alerts.begin(), alerts.end(),
              [](const KeptAlert &a, const KeptAlert &b) { return a.labels < b.labels; });
    return alerts;
}

std::string keptAlertsText(std::span<const KeptAlert> alerts)
{
    Json entries = Json::array();
    for (const KeptAlert &alert : alerts)
        entries.push_back(entryOf(alert));
    const Json document = {{"version", formatVersion}, {"alerts", std::move(entries)}};
    // What is not UTF-8 cannot be in JSON; such a label value is not found again.
    return document.dump(1, ' ', false, Json::error_handler_t::replace) + '\n';
}

bool looksLikeKeptAlerts(std::string_view beginning)
{
    std::string dense;
    for (const char c : beginning) {
        if (c != ' ' && c != '\t' && c != '\r' && c != '\n')
            dense += c;
    }
    // Their keys are sorted.
    return dense.starts_with(R"({"alerts":[)") || dense.starts_with(R"({"version":1,"alerts":[)");
}

Result<std::vector<KeptAlert>> readKeptAlerts(std::string_view text)
{
    const Json document = Json::parse(text, nullptr, false);
    const auto entries = document.is_object() ? document.find("alerts") : document.end();
    if (!document.is_object() || entries == document.end() || !entries->is_array())
        return Error{ErrorCode::ConfigSyntax, {"not a file of kept alerts"}, {}, {}};
    std::vector<KeptAlert> alerts;
    for (const Json &entry : *entries) {
        if (alerts.size() == mostKeptAlerts)
            break;
        if (auto alert = keptAlert(entry))
            alerts.push_back(*std::move(alert));
    }
    return alerts;
}

void appendKeptAlerts(std::span<const KeptAlert> alerts, RuleStore &store)
{
    bool any = false;
    for (const KeptAlert &alert : alerts) {
        const RuleSample sample{alert.labels.with(metricNameLabel, alertsForStateMetric),
                                alert.state.activeAtSeconds};
        any = store.append(sample, alert.state.at).ok() || any;
    }
    if (any)
        store.commit();
}

} // namespace sightglass
