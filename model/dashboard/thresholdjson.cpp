// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/dashboard/thresholdjson.h"

#include "model/alerting/severity.h"
#include "model/dashboard/dashboardwords.h"
#include "parser/base/durationtext.h"
#include "parser/base/numbertext.h"

#include <cmath>
#include <set>

namespace sightglass {

namespace {

using Json = nlohmann::ordered_json;

/// Whole numbers without a fraction, infinities as text, as JsonObject takes them.
Json number(double value)
{
    constexpr double exactIntegers = 9007199254740992.0;
    if (!std::isfinite(value))
        return formatFloat(value);
    if (value == std::trunc(value) && std::fabs(value) < exactIntegers &&
        !(value == 0 && std::signbit(value)))
        return static_cast<std::int64_t>(value);
    return value;
}

Json toJson(const Labels &labels)
{
    Json json = Json::object();
    for (const LabelView label : labels)
        json[std::string(label.name)] = label.value;
    return json;
}

Json toJson(const ThresholdRule &rule)
{
    Json json = {{"name", rule.name}, {"expr", rule.expr}, {"op", wordFor(rule.op)}};
    json["threshold"] = number(rule.threshold);
    if (rule.forMs != 0)
        json["for"] = formatDurationMs(rule.forMs);
    json["severity"] = severityName(rule.severity);
    if (const Json labels = toJson(rule.labels); !labels.empty())
        json["labels"] = labels;
    if (!rule.summary.empty())
        json["summary"] = rule.summary;
    if (!rule.description.empty())
        json["description"] = rule.description;
    return json;
}

ThresholdRule readRule(JsonObject &json)
{
    ThresholdRule rule;
    for (const char *name : {"name", "expr", "op", "threshold"})
        json.require(name);
    json.read("name", rule.name);
    json.read("expr", rule.expr);
    json.readWord("op", rule.op);
    json.read("threshold", rule.threshold);
    json.readDuration("for", rule.forMs);
    std::string severity(severityName(rule.severity));
    json.read("severity", severity);
    if (const auto known = severityFromName(severity))
        rule.severity = *known;
    else
        json.fail("severity", "expected one of info warning critical");
    json.read("labels", rule.labels);
    json.read("summary", rule.summary);
    json.read("description", rule.description);
    return rule;
}

} // namespace

ThresholdGroup readThresholdGroup(JsonObject &json)
{
    ThresholdGroup group;
    json.require("name");
    json.read("name", group.name);
    json.readDuration("interval", group.intervalMs);
    if (group.intervalMs <= 0)
        json.fail("interval", "must be above zero");
    std::set<std::string> names;
    json.forEach("rules", [&group, &names](JsonObject &rule) {
        group.rules.push_back(readRule(rule));
        if (!names.insert(group.rules.back().name).second)
            rule.fail("name", "occurs twice in its group");
    });
    return group;
}

nlohmann::ordered_json thresholdGroupJson(const ThresholdGroup &group)
{
    Json json = {{"name", group.name}, {"interval", formatDurationMs(group.intervalMs)}};
    json["rules"] = Json::array();
    for (const ThresholdRule &rule : group.rules)
        json["rules"].push_back(toJson(rule));
    return json;
}

} // namespace sightglass
