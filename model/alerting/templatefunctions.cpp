// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/alerting/templatefunction.h"
#include "model/alerting/templatehumanize.h"
#include "model/alerting/templatetext.h"
#include "model/alerting/templatetime.h"
#include "model/core/goformat.h"
#include "parser/base/durationtext.h"
#include "parser/base/quoting.h"
#include "parser/template/templateliteral.h"

#include <re2/re2.h>

#include <algorithm>
#include <cmath>

namespace sightglass {

namespace {

using Parameter = TemplateParameter;

[[noreturn]] void fail(std::string message)
{
    throw TemplateCallFailure{std::move(message)};
}

template<typename T>
T orFail(Result<T> result)
{
    if (!result)
        fail(plainText(result.error()));
    return std::move(result).value();
}

TemplateValue text(std::string value)
{
    return TemplateValue::string(std::move(value));
}

/// What Prometheus takes for a number.
double number(const TemplateValue &value)
{
    const TemplateValue plain = value.unboxed();
    const bool isNumber = plain.type() == GoType::Int || plain.type() == GoType::Int64;
    if (plain.isPointer())
        fail("can't convert " + std::string(plain.typeName()) + " to float");
    if (plain.type() == GoType::Float64)
        return plain.asReal();
    if (plain.type() == GoType::String)
        return orFail(goParseFloat(plain.asText()));
    if (isNumber)
        return static_cast<double>(plain.asInteger());
    if (plain.type() == GoType::Duration) {
        const std::int64_t whole = plain.asInteger() / nanosecondsPerSecond;
        return static_cast<double>(whole) +
               static_cast<double>(plain.asInteger() % nanosecondsPerSecond) / 1e9;
    }
    fail("can't convert " + std::string(plain.typeName()) + " to float");
}

/// A float as a Go program on amd64 makes an integer of it: what does not fit is the least one.
std::int64_t truncatedAsGo(double value) noexcept
{
    return value >= -0x1p63 && value < 0x1p63 ? static_cast<std::int64_t>(value) : INT64_MIN;
}

/// Seconds since the epoch as nanoseconds, whole milliseconds.
std::int64_t unixNanoseconds(double seconds)
{
    if (!std::isfinite(seconds))
        fail("value is NaN or Inf");
    const double nanoseconds = seconds * 1e9;
    if (nanoseconds > 0x1p63 || nanoseconds < -0x1p63)
        fail(goShortest(seconds) +
             " cannot be represented as a nanoseconds timestamp since it overflows int64");
    constexpr std::int64_t perMillisecond = 1'000'000;
    return truncatedAsGo(nanoseconds) / perMillisecond * perMillisecond;
}

TemplateValue query(TemplateCall &call)
{
    if (!call.environment.query)
        fail("no queries here");
    const auto samples = orFail(call.environment.query(call[0].asText()));
    TemplateList list;
    for (const TemplateSample &sample : samples)
        list.push_back(TemplateValue::sample(TemplateValue::labels(sample.labels),
                                             sample.histogram ? TemplateValue::histogram(sample.histogram)
                                                              : TemplateValue::real(sample.value)));
    return TemplateValue::sampleList(std::move(list));
}

TemplateValue first(TemplateCall &call)
{
    if (call[0].asList().empty())
        fail("first() called on vector with no elements");
    return call[0].asList().front();
}

const TemplateValue &field(const TemplateValue &sample, std::string_view name)
{
    for (const auto &[fieldName, value] : sample.asFields())
        if (fieldName == name)
            return value;
    fail("runtime error: invalid memory address or nil pointer dereference");
}

std::string labelOf(const TemplateValue &sample, std::string_view name)
{
    const TemplateMap &labels = field(sample, "Labels").asMap();
    const auto found = labels.find(name);
    return found == labels.end() ? std::string() : found->second.asText();
}

TemplateValue args(TemplateCall &call)
{
    TemplateMap map;
    for (std::size_t i = 0; i < call.arguments.size(); ++i)
        map.emplace("arg" + std::to_string(i), call[i].boxed());
    return TemplateValue::anyMap(std::move(map));
}

/// Sorts the very list, as Prometheus does.
TemplateValue sortByLabel(TemplateCall &call)
{
    TemplateValue list = call[1];
    if (TemplateList *samples = list.sharedList())
        std::ranges::stable_sort(
            *samples, {}, [&call](const TemplateValue &sample) { return labelOf(sample, call[0].asText()); });
    return list;
}

TemplateValue reReplaceAll(TemplateCall &call)
{
    return text(
        orFail(regexReplaced(call[0].asText(), call[1].asText(), call[2].asText(), call.mostBytes())));
}

TemplateValue humanizeTimestamp(TemplateCall &call)
{
    const double seconds = number(call[0]);
    return text(std::isfinite(seconds) ? goTimeText(unixNanoseconds(seconds)) : fourDigits(seconds));
}

TemplateValue toDuration(TemplateCall &call)
{
    const double nanoseconds = number(call[0]) * 1e9;
    return TemplateValue::duration(truncatedAsGo(nanoseconds)).pointer();
}

TemplateValue parseDuration(TemplateCall &call)
{
    std::string_view duration = call[0].asText();
    const bool negative = duration.starts_with('-');
    duration.remove_prefix(negative ? 1 : 0);
    if (duration.empty())
        fail("empty duration string");
    if (const auto milliseconds = parseDurationMs(duration)) {
        const double seconds = static_cast<double>(*milliseconds) / 1000;
        return TemplateValue::real(negative ? -seconds : seconds);
    }
    static const RE2 shape("(\\d+y)?(\\d+w)?(\\d+d)?(\\d+h)?(\\d+m)?(\\d+s)?(\\d+ms)?");
    if (RE2::FullMatch(re2::StringPiece(duration.data(), duration.size()), shape))
        fail("duration out of range");
    fail("not a valid duration string: " + goQuoted(duration));
}

std::string graphLink(const std::string &expression, int tab)
{
    return "/graph?g0.expr=" + queryEscaped(expression) + "&g0.tab=" + std::to_string(tab);
}

template<std::string (*function)(double)>
TemplateValue ofNumber(TemplateCall &call)
{
    return text(function(number(call[0])));
}

template<std::string (*function)(std::string_view)>
TemplateValue ofText(TemplateCall &call)
{
    return text(function(call[0].asText()));
}

constexpr TemplateFunction onText(std::string_view name, TemplateValue (*call)(TemplateCall &))
{
    return {name, 1, {Parameter::String}, std::nullopt, call};
}

constexpr TemplateFunction onAny(std::string_view name, TemplateValue (*call)(TemplateCall &))
{
    return {name, 1, {Parameter::Any}, std::nullopt, call};
}

constexpr TemplateFunction onSample(std::string_view name, TemplateValue (*call)(TemplateCall &))
{
    return {name, 1, {Parameter::Sample}, std::nullopt, call};
}

constexpr TemplateFunction plain(std::string_view name, TemplateValue (*call)(TemplateCall &))
{
    return {name, 0, {}, std::nullopt, call};
}

constexpr std::array functions = {
    TemplateFunction{"args", 0, {}, Parameter::Any, args},
    plain("externalURL", [](TemplateCall &call) { return text(call.environment.externalUrl); }),
    TemplateFunction{"first", 1, {Parameter::SampleList}, std::nullopt, first},
    onText("graphLink", [](TemplateCall &call) { return text(graphLink(call[0].asText(), 0)); }),
    onAny("humanize", ofNumber<humanized>),
    onAny("humanize1024", ofNumber<humanized1024>),
    onAny("humanizeDuration", ofNumber<humanizedDuration>),
    onAny("humanizePercentage", ofNumber<humanizedPercentage>),
    onAny("humanizeTimestamp", humanizeTimestamp),
    TemplateFunction{"label",
                     2,
                     {Parameter::String, Parameter::Sample},
                     std::nullopt,
                     [](TemplateCall &call) { return text(labelOf(call[1], call[0].asText())); }},
    TemplateFunction{"match",
                     2,
                     {Parameter::String, Parameter::String},
                     std::nullopt,
                     [](TemplateCall &call) {
                         return TemplateValue::boolean(
                             orFail(regexMatches(call[0].asText(), call[1].asText())));
                     }},
    plain("now",
          [](TemplateCall &call) {
              return TemplateValue::real(static_cast<double>(call.environment.time) / 1000);
          }),
    onText("parseDuration", parseDuration),
    plain("pathPrefix", [](TemplateCall &call) { return text(urlPath(call.environment.externalUrl)); }),
    onText("query", query),
    TemplateFunction{"reReplaceAll",
                     3,
                     {Parameter::String, Parameter::String, Parameter::String},
                     std::nullopt,
                     reReplaceAll},
    onText("safeHtml",
           [](TemplateCall &call) { return TemplateValue::string(call[0].asText(), GoType::Html); }),
    TemplateFunction{"sortByLabel", 2, {Parameter::String, Parameter::SampleList}, std::nullopt, sortByLabel},
    onText("stripDomain", ofText<domainStripped>),
    onText("stripPort", ofText<portStripped>),
    onSample("strvalue", [](TemplateCall &call) { return text(labelOf(call[0], "__value__")); }),
    onText("tableLink", [](TemplateCall &call) { return text(graphLink(call[0].asText(), 1)); }),
    onText("title", ofText<titleCased>),
    onAny("toDuration", toDuration),
    onText("toLower", ofText<lowerCased>),
    onAny("toTime",
          [](TemplateCall &call) { return TemplateValue::time(unixNanoseconds(number(call[0]))).pointer(); }),
    onText("toUpper", ofText<upperCased>),
    onText("urlQueryEscape", ofText<queryEscaped>),
    onSample("value", [](TemplateCall &call) { return field(call[0], "Value"); }),
};

} // namespace

std::span<const TemplateFunction> prometheusTemplateFunctions() noexcept
{
    return functions;
}

} // namespace sightglass
