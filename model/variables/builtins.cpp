// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/variables/builtins.h"

#include "model/variables/variableformat.h"
#include "parser/base/durationtext.h"

#include <algorithm>
#include <array>
#include <utility>

namespace sightglass {

namespace {

constexpr std::array<std::string_view, 19> names = {
    "__interval",   "__interval_ms",   "__rate_interval", "__rate_interval_ms",
    "__range",      "__range_s",       "__range_ms",      "__from",
    "__to",         "__dashboard",     "__timezone",      "__url_time_range",
    "__org",        "__org.name",      "__user",          "timeFilter",
    "__timeFilter", "__all_variables", "__name"};

void put(VariableValues &values, std::string_view name, std::string text)
{
    values.set(std::string(name), singleValue(std::move(text)));
}

/// "now-6h" where "now" is known and so far away in whole seconds, else the time.
std::string timeText(TimestampMs time, std::optional<TimestampMs> now)
{
    constexpr std::int64_t second = 1000;
    if (!now || time > *now || (*now - time) % second != 0)
        return std::to_string(time);
    const std::int64_t seconds = (*now - time) / second;
    constexpr std::array<std::pair<std::int64_t, char>, 4> units = {
        {{86'400, 'd'}, {3'600, 'h'}, {60, 'm'}, {1, 's'}}};
    for (const auto &[length, unit] : units) {
        if (seconds > 0 && seconds % length == 0)
            return "now-" + std::to_string(seconds / length) + unit;
    }
    return "now";
}

} // namespace

VariableValues rangeValues(TimeRange range)
{
    const std::int64_t length = std::max<std::int64_t>(range.lengthMs(), 0);
    const std::int64_t seconds = (length + 500) / 1000;
    VariableValues values;
    put(values, "__from", std::to_string(range.from));
    put(values, "__to", std::to_string(range.to));
    put(values, "__range", std::to_string(seconds) + "s");
    put(values, "__range_s", std::to_string(seconds));
    put(values, "__range_ms", std::to_string(length));
    return values;
}

void addBuiltIns(VariableValues &values, const BuiltInContext &context)
{
    values = values.with(rangeValues(context.range));
    const std::string from = timeText(context.range.from, context.now);
    const std::string to = timeText(context.range.to, context.now);
    put(values, "__dashboard", context.dashboardTitle);
    put(values, "__timezone", context.timezone);
    put(values, "__url_time_range",
        "from=" + (context.rangeFrom.empty() ? from : context.rangeFrom) +
            "&to=" + (context.rangeTo.empty() ? to : context.rangeTo));
    addAllVariables(values);
    // There is nobody to log in.
    put(values, "__org", "1");
    put(values, "__org.name", "Main Org."); // as Grafana calls the first
    put(values, "__user", "");
    put(values, "timeFilter", "");
    put(values, "__timeFilter", "");
}

void addAllVariables(VariableValues &values)
{
    std::string all;
    for (const auto &[name, value] : values) {
        if (isBuiltIn(name))
            continue;
        all += all.empty() ? "" : "&";
        all += formattedVariable(value, {name, "queryparam", nullptr});
    }
    put(values, "__all_variables", std::move(all));
}

VariableValues intervalValues(std::int64_t stepMs, std::int64_t rateIntervalMs)
{
    VariableValues values;
    put(values, "__interval", formatDurationMs(stepMs));
    put(values, "__interval_ms", std::to_string(stepMs));
    put(values, "__rate_interval", formatDurationMs(rateIntervalMs));
    put(values, "__rate_interval_ms", std::to_string(rateIntervalMs));
    return values;
}

bool isBuiltIn(std::string_view name) noexcept
{
    return std::find(names.begin(), names.end(), name) != names.end();
}

} // namespace sightglass
