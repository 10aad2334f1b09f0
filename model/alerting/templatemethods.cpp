// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/alerting/templateformat.h"
#include "model/alerting/templatefunction.h"
#include "model/alerting/templatetime.h"

#include <algorithm>
#include <limits>

namespace sightglass {

namespace {

using Parameter = TemplateParameter;
__extension__ using Wide = __int128; // sums and products of nanoseconds

constexpr std::int64_t least = std::numeric_limits<std::int64_t>::min();
constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();
constexpr std::int64_t nanosecondsPerMinute = 60 * nanosecondsPerSecond;
constexpr std::int64_t nanosecondsPerHour = 60 * nanosecondsPerMinute;

std::int64_t clamped(Wide value) noexcept
{
    return static_cast<std::int64_t>(std::clamp<Wide>(value, least, most));
}

std::int64_t number(const TemplateCall &call, std::size_t index = 0)
{
    return call[index].asInteger();
}

GoDateTime civil(const TemplateCall &call)
{
    return goDateTime(number(call));
}

TemplateValue time(Wide nanoseconds)
{
    return TemplateValue::time(clamped(nanoseconds));
}

TemplateValue duration(Wide nanoseconds)
{
    return TemplateValue::duration(clamped(nanoseconds));
}

TemplateValue wholes(std::int64_t value)
{
    return TemplateValue::integer(value);
}

TemplateValue wide(std::int64_t value)
{
    return TemplateValue::integer(value, GoType::Int64);
}

/// Rounded down, not towards zero: times before the epoch belong to the second before.
std::int64_t floorDivided(std::int64_t value, std::int64_t by) noexcept
{
    return value / by - (value % by < 0 ? 1 : 0);
}

TemplateValue string(TemplateCall &call)
{
    return TemplateValue::string(goSprint(call.arguments.subspan(0, 1), call.mostBytes()));
}

/// How far a time is behind the last multiple of the step since the year 1, where Go begins to count.
Wide sinceMultiple(std::int64_t unixNanoseconds, std::int64_t step) noexcept
{
    constexpr Wide epoch = Wide{62'135'596'800} * nanosecondsPerSecond;
    const Wide behind = (epoch + unixNanoseconds) % step;
    return behind < 0 ? behind + step : behind;
}

TemplateValue truncatedTime(TemplateCall &call)
{
    const std::int64_t step = number(call, 1);
    return time(step <= 0 ? Wide{number(call)} : Wide{number(call)} - sinceMultiple(number(call), step));
}

TemplateValue roundedTime(TemplateCall &call)
{
    const std::int64_t step = number(call, 1);
    if (step <= 0)
        return time(number(call));
    const Wide behind = sinceMultiple(number(call), step);
    return time(Wide{number(call)} - behind + (behind + behind < step ? 0 : step));
}

TemplateValue truncatedDuration(TemplateCall &call)
{
    const std::int64_t step = number(call, 1);
    return duration(step <= 0 ? number(call) : number(call) - number(call) % step);
}

TemplateValue roundedDuration(TemplateCall &call)
{
    const std::int64_t step = number(call, 1);
    if (step <= 0)
        return duration(number(call));
    const Wide value = number(call);
    const Wide rest = value % step;
    const Wide magnitude = rest < 0 ? -rest : rest;
    const Wide away = value < 0 ? -Wide{step} : Wide{step};
    return duration(value - rest + (magnitude + magnitude < step ? 0 : away));
}

TemplateValue addDate(TemplateCall &call)
{
    const GoDateTime t = civil(call);
    constexpr std::int64_t far = 1'000'000;
    const auto added = [&](std::int64_t value, std::size_t index) {
        return value + std::clamp(number(call, index), -far, far);
    };
    const std::int64_t ofDay =
        number(call) - floorDivided(number(call), 24 * nanosecondsPerHour) * 24 * nanosecondsPerHour;
    return time(Wide{unixNanosecondsOf(added(t.year, 1), added(t.month, 2), added(t.day, 3))} + ofDay);
}

/// As Go adds the parts, so that the last bit is its.
template<std::int64_t unit>
TemplateValue inUnits(TemplateCall &call)
{
    return TemplateValue::real(static_cast<double>(number(call) / unit) +
                               static_cast<double>(number(call) % unit) / static_cast<double>(unit));
}

template<int GoDateTime::*member>
TemplateValue part(TemplateCall &call)
{
    return wholes(civil(call).*member);
}

template<std::int64_t unit>
TemplateValue unixIn(TemplateCall &call)
{
    return wide(floorDivided(number(call), unit));
}

constexpr TemplateFunction niladic(std::string_view name, TemplateValue (*call)(TemplateCall &))
{
    return {name, 0, {}, std::nullopt, call};
}

constexpr TemplateFunction monadic(std::string_view name, Parameter parameter,
                                   TemplateValue (*call)(TemplateCall &))
{
    return {name, 1, {parameter}, std::nullopt, call};
}

constexpr std::array timeMethods = {
    monadic("Add", Parameter::Duration,
            [](TemplateCall &call) { return time(Wide{number(call)} + number(call, 1)); }),
    TemplateFunction{"AddDate", 3, {Parameter::Int, Parameter::Int, Parameter::Int}, std::nullopt, addDate},
    monadic("After", Parameter::Time,
            [](TemplateCall &call) { return TemplateValue::boolean(number(call) > number(call, 1)); }),
    monadic("Before", Parameter::Time,
            [](TemplateCall &call) { return TemplateValue::boolean(number(call) < number(call, 1)); }),
    monadic("Compare", Parameter::Time,
            [](TemplateCall &call) {
                return wholes((number(call) > number(call, 1)) - (number(call) < number(call, 1)));
            }),
    niladic("Day", part<&GoDateTime::day>),
    monadic("Equal", Parameter::Time,
            [](TemplateCall &call) { return TemplateValue::boolean(number(call) == number(call, 1)); }),
    monadic("Format", Parameter::String,
            [](TemplateCall &call) {
                return TemplateValue::string(goTimeFormatted(number(call), call[1].asText()));
            }),
    niladic("Hour", part<&GoDateTime::hour>),
    niladic("IsZero", [](TemplateCall &) { return TemplateValue::boolean(false); }),
    niladic("Local", [](TemplateCall &call) { return time(number(call)); }),
    niladic("Minute", part<&GoDateTime::minute>),
    niladic("Month",
            [](TemplateCall &call) { return TemplateValue::integer(civil(call).month, GoType::Month); }),
    niladic("Nanosecond", part<&GoDateTime::nanosecond>),
    monadic("Round", Parameter::Duration, roundedTime),
    niladic("Second", part<&GoDateTime::second>),
    niladic("String", string),
    monadic("Sub", Parameter::Time,
            [](TemplateCall &call) { return duration(Wide{number(call)} - number(call, 1)); }),
    monadic("Truncate", Parameter::Duration, truncatedTime),
    niladic("UTC", [](TemplateCall &call) { return time(number(call)); }),
    niladic("Unix", unixIn<nanosecondsPerSecond>),
    niladic("UnixMicro", unixIn<1000>),
    niladic("UnixMilli", unixIn<1'000'000>),
    niladic("UnixNano", unixIn<1>),
    niladic("Weekday",
            [](TemplateCall &call) { return TemplateValue::integer(civil(call).weekday, GoType::Weekday); }),
    niladic("Year", [](TemplateCall &call) { return wholes(civil(call).year); }),
    niladic("YearDay", part<&GoDateTime::yearDay>),
};

constexpr std::array durationMethods = {
    niladic("Abs",
            [](TemplateCall &call) {
                const Wide value = number(call);
                return duration(value < 0 ? -value : value);
            }),
    niladic("Hours", inUnits<nanosecondsPerHour>),
    niladic("Microseconds", [](TemplateCall &call) { return wide(number(call) / 1000); }),
    niladic("Milliseconds", [](TemplateCall &call) { return wide(number(call) / 1'000'000); }),
    niladic("Minutes", inUnits<nanosecondsPerMinute>),
    niladic("Nanoseconds", [](TemplateCall &call) { return wide(number(call)); }),
    monadic("Round", Parameter::Duration, roundedDuration),
    niladic("Seconds", inUnits<nanosecondsPerSecond>),
    niladic("String", string),
    monadic("Truncate", Parameter::Duration, truncatedDuration),
};

constexpr std::array textMethods = {niladic("String", string)};

std::span<const TemplateFunction> methodsOf(GoType type) noexcept
{
    switch (type) {
    case GoType::Time:
        return timeMethods;
    case GoType::Duration:
        return durationMethods;
    case GoType::Month:
    case GoType::Weekday:
    case GoType::Histogram:
        return textMethods;
    default:
        return {};
    }
}

} // namespace

const TemplateFunction *findTemplateMethod(GoType type, std::string_view name) noexcept
{
    const auto methods = methodsOf(type);
    const auto found = std::ranges::find(methods, name, &TemplateFunction::name);
    return found == methods.end() ? nullptr : &*found;
}

} // namespace sightglass
