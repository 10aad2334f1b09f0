// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/core/unittable.h"

#include "model/core/units.h"

#include <algorithm>
#include <array>
#include <iterator>

namespace sightglass {

namespace {

constexpr double kibi = 1024;
constexpr double mebi = kibi * kibi;
constexpr double gibi = mebi * kibi;
constexpr double tebi = gibi * kibi;

using enum UnitScaling;

/// Grafana's ids, in the order of its own list.
constexpr UnitInfo table[] = {
    {"none", None, ""},
    {"short", Count, ""},
    {"percent", None, "%"},
    {"percentunit", None, "%", 100},
    {"bool", Boolean, "true/false"},
    {"bool_yes_no", Boolean, "yes/no"},
    {"bool_on_off", Boolean, "on/off"},
    {"ratio", None, ""},
    {"dB", None, "dB"},
    {"humidity", None, "%H"},
    // time
    {"s", Duration, "s"},
    {"ms", Duration, "ms", 1e-3},
    {"\u00B5s", Duration, "\u00B5s", 1e-6},
    {"\u03BCs", Duration, "\u00B5s", 1e-6},
    {"us", Duration, "\u00B5s", 1e-6},
    {"ns", Duration, "ns", 1e-9},
    {"m", Duration, "min", 60},
    {"h", Duration, "h", 3600},
    {"d", Duration, "d", 86400},
    {"dtdurations", Clock, "s"},
    {"dtdurationms", Clock, "s", 1e-3},
    {"dthms", Clock, "s"},
    {unixMillisecondsUnit, Date, "", 1e-3},
    {"dateTimeAsSystem", Date, "", 1e-3},
    {unixSecondsUnit, Date, ""},
    {"hertz", Si, "Hz"},
    // data
    {"bytes", Binary, "B"},
    {"kbytes", Binary, "B", kibi},
    {"mbytes", Binary, "B", mebi},
    {"gbytes", Binary, "B", gibi},
    {"tbytes", Binary, "B", tebi},
    {"decbytes", Bytes, "B"},
    {"deckbytes", Bytes, "B", 1e3},
    {"decmbytes", Bytes, "B", 1e6},
    {"decgbytes", Bytes, "B", 1e9},
    {"dectbytes", Bytes, "B", 1e12},
    {"bits", Binary, "b"},
    {"decbits", Bytes, "b"},
    {"Bps", Bytes, "B/s"},
    {"binBps", Binary, "B/s"},
    {"bps", Bytes, "b/s"},
    {"binbps", Binary, "b/s"},
    {"KiBs", Binary, "B/s", kibi},
    {"MiBs", Binary, "B/s", mebi},
    {"GiBs", Binary, "B/s", gibi},
    {"KBs", Bytes, "B/s", 1e3},
    {"MBs", Bytes, "B/s", 1e6},
    {"GBs", Bytes, "B/s", 1e9},
    {"Kbits", Bytes, "b/s", 1e3},
    {"Mbits", Bytes, "b/s", 1e6},
    {"Gbits", Bytes, "b/s", 1e9},
    {"pps", Count, "p/s"},
    // throughput
    {"cps", Count, "c/s"},
    {"ops", Count, "ops/s"},
    {"reqps", Count, "req/s"},
    {"rps", Count, "rd/s"},
    {"wps", Count, "wr/s"},
    {"iops", Count, "io/s"},
    {"eps", Count, "evt/s"},
    {"mps", Count, "msg/s"},
    {"recps", Count, "rec/s"},
    {"rowsps", Count, "rows/s"},
    {"cpm", Count, "c/min"},
    {"opm", Count, "ops/min"},
    {"reqpm", Count, "req/min"},
    {"rpm", Count, "rd/min"},
    {"wpm", Count, "wr/min"},
    {"epm", Count, "evt/min"},
    {"mpm", Count, "msg/min"},
    // physics
    {"celsius", None, "\u00B0C"},
    {"fahrenheit", None, "\u00B0F"},
    {"kelvin", None, "K"},
    {"volt", Si, "V"},
    {"kvolt", Si, "V", 1e3},
    {"mvolt", Si, "V", 1e-3},
    {"amp", Si, "A"},
    {"kamp", Si, "A", 1e3},
    {"mamp", Si, "A", 1e-3},
    {"watt", Si, "W"},
    {"kwatt", Si, "W", 1e3},
    {"mwatt", Si, "W", 1e-3},
    {"watth", Si, "Wh"},
    {"kwatth", Si, "Wh", 1e3},
    {"joule", Si, "J"},
    {"ohm", Si, "\u03A9"},
    {"farad", Si, "F"},
    {"lengthm", Si, "m"},
    {"massg", Si, "g"},
    {"masskg", Si, "g", 1e3},
    {"pressurepa", Si, "Pa"},
    {"rotrpm", None, "rpm"},
    {"degree", None, "\u00B0"},
};

constexpr UnitStep noSteps[] = {{1, ""}};
constexpr UnitStep countSteps[] = {{1, ""},     {1e3, "k"},  {1e6, "M"}, {1e9, "G"},
                                   {1e12, "T"}, {1e15, "P"}, {1e18, "E"}};
constexpr UnitStep siSteps[] = {{1e-9, "n"}, {1e-6, "\u00B5"}, {1e-3, "m"}, {1, ""},     {1e3, "k"},
                                {1e6, "M"},  {1e9, "G"},       {1e12, "T"}, {1e15, "P"}, {1e18, "E"}};
constexpr UnitStep binarySteps[] = {{1, ""},      {kibi, "Ki"},        {mebi, "Mi"},       {gibi, "Gi"},
                                    {tebi, "Ti"}, {tebi * kibi, "Pi"}, {tebi * mebi, "Ei"}};
constexpr UnitStep durationSteps[] = {{1e-9, "ns"}, {1e-6, "\u00B5s"}, {1e-3, "ms"}, {1, "s"},
                                      {60, "min"},  {3600, "h"},       {86400, "d"}, {86400.0 * 365, "y"}};

constexpr std::string_view suffixForm = "suffix:";
constexpr std::string_view siForm = "si:";

} // namespace

UnitInfo unitInfo(std::string_view id) noexcept
{
    const auto *found = std::find_if(std::begin(table), std::end(table),
                                     [id](const UnitInfo &unit) { return unit.id == id; });
    if (found != std::end(table))
        return *found;
    if (id.starts_with(suffixForm))
        return {id, None, id.substr(suffixForm.size())};
    if (id.starts_with(siForm))
        return {id, Si, id.substr(siForm.size())};
    return {id, None, id};
}

std::span<const UnitInfo> knownUnits() noexcept
{
    return table;
}

std::span<const UnitStep> unitSteps(UnitScaling scaling) noexcept
{
    switch (scaling) {
    case Count:
    case Bytes:
        return countSteps;
    case Si:
        return siSteps;
    case Binary:
        return binarySteps;
    case Duration:
        return durationSteps;
    case None:
    case Clock:
    case Date:
    case Boolean:
        break;
    }
    return noSteps;
}

std::string unitText(const UnitInfo &unit, const UnitStep &step)
{
    if (unit.scaling == Duration)
        return std::string(step.text);
    std::string text(step.text);
    if (unit.scaling == Count && !text.empty() && !unit.symbol.empty())
        text += ' ';
    text += unit.symbol;
    return text;
}

} // namespace sightglass
