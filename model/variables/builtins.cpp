// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/variables/builtins.h"

#include "model/variables/variableformat.h"
#include "parser/base/durationtext.h"

#include <algorithm>
#include <array>

namespace sightglass {

namespace {

constexpr std::array<std::string_view, 18> names = {"__interval",
                                                    "__interval_ms",
                                                    "__rate_interval",
                                                    "__rate_interval_ms",
                                                    "__range",
                                                    "__range_s",
                                                    "__range_ms",
                                                    "__from",
                                                    "__to",
                                                    "__dashboard",
                                                    "__timezone",
                                                    "__url_time_range",
                                                    "__org",
                                                    "__user",
                                                    "timeFilter",
                                                    "__timeFilter",
                                                    "__all_variables",
                                                    "__name"};

void put(VariableValues &values, std::string_view name, std::string text)
{
    values.set(std::string(name), singleValue(std::move(text)));
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
    const std::string from = std::to_string(context.range.from);
    const std::string to = std::to_string(context.range.to);
    put(values, "__dashboard", context.dashboardTitle);
    put(values, "__timezone", context.timezone);
    put(values, "__url_time_range",
        "from=" + (context.rangeFrom.empty() ? from : context.rangeFrom) +
            "&to=" + (context.rangeTo.empty() ? to : context.rangeTo));
    // There is nobody to log in.
    put(values, "__org", "1");
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
