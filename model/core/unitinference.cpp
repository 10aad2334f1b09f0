// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/core/namewords.h"
#include "model/core/units.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <vector>

namespace sightglass {

namespace {

/// A word that names a unit at the end of a metric's name or on its UNIT line.
struct UnitWord
{
    std::string_view word;
    std::string_view value;     ///< unit of the values
    std::string_view perSecond; ///< unit of their rate
};

// A rate of seconds is the share of each second spent: it reads best in percent.
constexpr UnitWord unitWords[] = {
    {"seconds", "s", "percentunit"},
    {"second", "s", "percentunit"},
    {"secs", "s", "percentunit"},
    {"milliseconds", "ms", "ms/s"},
    {"millis", "ms", "ms/s"},
    {"ms", "ms", "ms/s"},
    {"msec", "ms", "ms/s"},
    {"microseconds", "\u00B5s", "\u00B5s/s"},
    {"micros", "\u00B5s", "\u00B5s/s"},
    {"usec", "\u00B5s", "\u00B5s/s"},
    {"us", "\u00B5s", "\u00B5s/s"},
    {"nanoseconds", "ns", "ns/s"},
    {"nanos", "ns", "ns/s"},
    {"ns", "ns", "ns/s"},
    {"minutes", "m", "min/s"},
    {"hours", "h", "h/s"},
    {"days", "d", "d/s"},
    {"bytes", "bytes", "Bps"},
    {"byte", "bytes", "Bps"},
    {"kilobytes", "kbytes", "KiBs"},
    {"kb", "kbytes", "KiBs"},
    {"megabytes", "mbytes", "MiBs"},
    {"mb", "mbytes", "MiBs"},
    {"gigabytes", "gbytes", "GiBs"},
    {"gb", "gbytes", "GiBs"},
    {"kibibytes", "kbytes", "KiBs"},
    {"mebibytes", "mbytes", "MiBs"},
    {"gibibytes", "gbytes", "GiBs"},
    {"terabytes", "tbytes", "TiBs"},
    {"bits", "decbits", "bps"},
    {"ratio", "percentunit", "percentunit"},
    {"ratios", "percentunit", "percentunit"},
    {"fraction", "percentunit", "percentunit"},
    {"percent", "percent", "percent"},
    {"percents", "percent", "percent"},
    {"percentage", "percent", "percent"},
    {"pct", "percent", "percent"},
    {"celsius", "celsius", "\u00B0C/s"},
    {"fahrenheit", "fahrenheit", "\u00B0F/s"},
    {"kelvin", "kelvin", "K/s"},
    {"volts", "volt", "V/s"},
    {"millivolts", "mvolt", "mV/s"},
    {"amperes", "amp", "A/s"},
    {"amps", "amp", "A/s"},
    {"watts", "watt", "W/s"},
    {"milliwatts", "mwatt", "mW/s"},
    {"kilowatts", "kwatt", "kW/s"},
    {"ohms", "ohm", "\u03A9/s"},
    {"dbm", "dBm", "dBm/s"},
    {"decibels", "dB", "dB/s"},
    {"lux", "lux", "lx/s"},
    {"joules", "joule", "watt"},
    {"hertz", "hertz", "Hz/s"},
    {"hz", "hertz", "Hz/s"},
    {"mhz", "rotmhz", "MHz/s"},
    {"meters", "lengthm", "velocityms"},
    {"kilometers", "lengthkm", "km/s"},
    {"grams", "massg", "g/s"},
    {"kilograms", "masskg", "kg/s"},
    {"liters", "litre", "L/s"},
    {"litres", "litre", "L/s"},
    {"degrees", "degree", "rotdegs"},
    {"radians", "radian", "rotrads"},
    {"pascals", "pressurepa", "Pa/s"},
    {"rpm", "rotrpm", "ops"},
    {"packets", "short", "pps"},
    {"requests", "short", "reqps"},
    {"reads", "short", "rps"},
    {"writes", "short", "wps"},
    {"events", "short", "eps"},
    {"messages", "short", "mps"},
    {"records", "short", "recps"},
    {"rows", "short", "rowsps"},
};

const UnitWord *findWord(std::string_view word) noexcept
{
    const auto *found = std::find_if(std::begin(unitWords), std::end(unitWords),
                                     [word](const UnitWord &one) { return one.word == word; });
    return found != std::end(unitWords) ? found : nullptr;
}

/// What a type adds behind the unit: total, and the parts of histograms and summaries.
std::string_view withoutTypeSuffix(std::string_view metric) noexcept
{
    constexpr std::array<std::string_view, 5> suffixes = {"_total", "_sum", "_bucket", "_created", "_max"};
    for (const std::string_view suffix : suffixes) {
        if (metric.ends_with(suffix))
            return metric.substr(0, metric.size() - suffix.size());
    }
    return metric;
}

/// Words that tell what became of what the word before them counts: "bytes_received".
constexpr std::array<std::string_view, 17> fates = {
    "received", "sent", "read", "written",    "transmitted", "transferred", "in",    "out",       "rx",
    "tx",       "used", "free", "downloaded", "uploaded",    "processed",   "spent", "allocated",
};

/// The word that a metric's name has for its unit: the last, or the one before a fate.
const UnitWord *unitWordOf(std::string_view metric)
{
    const std::vector<std::string_view> words = nameWords(metric);
    if (words.empty())
        return nullptr;
    const std::string last = lowered(words.back());
    if (words.size() < 2 || std::ranges::find(fates, last) == fates.end())
        return findWord(last);
    return findWord(lowered(words[words.size() - 2]));
}

} // namespace

std::string inferUnit(std::string_view metric, std::string_view declaredUnit, UnitForm form)
{
    const UnitWord *word = findWord(declaredUnit);
    // "_count" counts observations, whatever unit they are in.
    if (word == nullptr && !metric.ends_with("_count"))
        word = unitWordOf(withoutTypeSuffix(metric));
    if (word == nullptr)
        return form == UnitForm::PerSecond ? "ops" : "short";
    return std::string(form == UnitForm::PerSecond ? word->perSecond : word->value);
}

bool namesUnit(std::string_view word)
{
    const UnitWord *unit = findWord(lowered(word));
    return unit != nullptr && unit->value != "short";
}

std::string inferPresentUnit(std::string_view metric, double value)
{
    constexpr double year2001 = 1e9;
    constexpr double year2100 = 4.1e9;
    const bool timely = lowered(metric).find("time") != std::string::npos || metric.ends_with("_created");
    std::string unit = inferUnit(metric, {}, UnitForm::Value);
    const auto isPoint = [timely, value](double unitsPerSecond) {
        return timely && value > year2001 * unitsPerSecond && value < year2100 * unitsPerSecond;
    };
    const bool unitless = unit == "short";
    if (isPoint(1) && (unit == "s" || unitless))
        return std::string(unixSecondsUnit);
    if (isPoint(1000) && (unit == "ms" || unitless))
        return std::string(unixMillisecondsUnit);
    return unit;
}

} // namespace sightglass
