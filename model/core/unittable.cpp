// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/core/unittable.h"

#include <algorithm>
#include <array>
#include <optional>

namespace sightglass {

namespace {

using enum UnitScaling;

constexpr double kibi = 1024;
constexpr double mebi = kibi * kibi;
constexpr double gibi = mebi * kibi;
constexpr double tebi = gibi * kibi;

constexpr UnitStep noSteps[] = {{1, ""}};
constexpr UnitStep shortSteps[] = {{1, ""},         {1e3, "K"},     {1e6, "Mil"},
                                   {1e9, "Bil"},    {1e12, "Tri"},  {1e15, "Quadr"},
                                   {1e18, "Quint"}, {1e21, "Sext"}, {1e24, "Sept"}};
constexpr UnitStep countSteps[] = {{1, ""}, {1e3, "K"}, {1e6, "M"}, {1e9, "B"}, {1e12, "T"}};
constexpr UnitStep byteSteps[] = {{1, ""},     {1e3, "k"},  {1e6, "M"}, {1e9, "G"},
                                  {1e12, "T"}, {1e15, "P"}, {1e18, "E"}};
constexpr UnitStep siSteps[] = {{1e-15, "f"}, {1e-12, "p"}, {1e-9, "n"}, {1e-6, "\u00B5"}, {1e-3, "m"},
                                {1, ""},      {1e3, "k"},   {1e6, "M"},  {1e9, "G"},       {1e12, "T"},
                                {1e15, "P"},  {1e18, "E"},  {1e21, "Z"}, {1e24, "Y"}};
constexpr UnitStep binarySteps[] = {{1, ""},      {kibi, "Ki"},        {mebi, "Mi"},       {gibi, "Gi"},
                                    {tebi, "Ti"}, {tebi * kibi, "Pi"}, {tebi * mebi, "Ei"}};
constexpr UnitStep psiSteps[] = {{1, "psi"}, {1e3, "ksi"}, {1e6, "Mpsi"}};
constexpr UnitStep durationSteps[] = {{1e-9, "ns"}, {1e-6, "\u00B5s"}, {1e-3, "ms"}, {1, "s"},
                                      {60, "min"},  {3600, "h"},       {86400, "d"}, {86400.0 * 365, "y"}};

// Grafana's, of which each unit has its own. A year is another one for each of them.
constexpr double week = 7 * 86400.0;
constexpr UnitStep secondsWords[] = {{1e-9, "ns"},   {1e-6, "\u00B5s"}, {1e-3, "ms"},
                                     {1, "s"},       {60, "min"},       {3600, "hour"},
                                     {86400, "day"}, {week, "week"},    {3.15569e7, "year"}};
constexpr UnitStep millisecondsWords[] = {{1e-3, "ms"},   {1, "s"},       {60, "min"},
                                          {3600, "hour"}, {86400, "day"}, {86400.0 * 365, "year"}};
constexpr UnitStep microsecondsWords[] = {{1e-6, "\u00B5s"}, {1e-3, "ms"}, {1, "s"}};
constexpr UnitStep nanosecondsWords[] = {{1e-9, "ns"}, {1e-6, "\u00B5s"}, {1e-3, "ms"},  {1, "s"},
                                         {60, "min"},  {3600, "hour"},    {86400, "day"}};
constexpr UnitStep minutesWords[] = {
    {60, "min"}, {3600, "hour"}, {86400, "day"}, {week, "week"}, {5.25948e5 * 60, "year"}};
constexpr UnitStep daysWords[] = {{3600, "hour"}, {86400, "day"}, {week, "week"}, {86400.0 * 365, "year"}};

/// The prefix that an "si:" unit begins with, taken off; the Greek letter is one too.
UnitInfo siUnit(std::string_view id, std::string_view symbol) noexcept
{
    if (symbol.starts_with("\u03BC"))
        return {id, Si, symbol.substr(2), 1e-6};
    for (const UnitStep &step : siSteps) {
        if (!step.text.empty() && symbol.starts_with(step.text))
            return {id, Si, symbol.substr(step.text.size()), step.factor};
    }
    return {id, Si, symbol};
}

UnitInfo currencyUnit(std::string_view id, std::string_view symbol) noexcept
{
    constexpr std::string_view financial = "financial:";
    constexpr std::string_view suffix = ":suffix";
    constexpr std::string_view prefix = ":prefix";
    if (!symbol.starts_with(financial))
        return {id, Money, symbol, 1, UnitPlace::Before};
    symbol.remove_prefix(financial.size());
    if (symbol.ends_with(suffix))
        return {id, GroupedMoney, symbol.substr(0, symbol.size() - suffix.size())};
    if (symbol.ends_with(prefix))
        symbol.remove_suffix(prefix.size());
    return {id, GroupedMoney, symbol, 1, UnitPlace::Before};
}

/// Grafana's custom forms "key:text".
std::optional<UnitInfo> customUnit(std::string_view id) noexcept
{
    const std::size_t colon = id.find(':');
    if (colon == std::string_view::npos)
        return std::nullopt;
    const std::string_view key = id.substr(0, colon);
    const std::string_view text = id.substr(colon + 1);
    if (key == "suffix")
        return UnitInfo{id, None, text};
    if (key == "prefix")
        return UnitInfo{id, None, text, 1, UnitPlace::Before};
    if (key == "si")
        return siUnit(id, text);
    if (key == "count")
        return UnitInfo{id, Count, text};
    if (key == "currency")
        return currencyUnit(id, text);
    if (key == "bool")
        return UnitInfo{id, Boolean, text};
    if (key == "time")
        return UnitInfo{id, Date, text, 1e-3};
    return std::nullopt;
}

} // namespace

UnitInfo unitInfo(std::string_view id) noexcept
{
    const std::span<const UnitInfo> units = knownUnits();
    const auto found =
        std::lower_bound(units.begin(), units.end(), id,
                         [](const UnitInfo &unit, std::string_view wanted) { return unit.id < wanted; });
    if (found != units.end() && found->id == id)
        return *found;
    return customUnit(id).value_or(UnitInfo{id, None, id});
}

std::span<const UnitStep> unitSteps(UnitScaling scaling) noexcept
{
    switch (scaling) {
    case Short:
        return shortSteps;
    case Count:
    case Money:
        return countSteps;
    case Bytes:
        return byteSteps;
    case Si:
        return siSteps;
    case Binary:
        return binarySteps;
    case Psi:
        return psiSteps;
    case Duration:
        return durationSteps;
    default:
        return noSteps;
    }
}

std::span<const UnitStep> durationWords(double factor) noexcept
{
    if (factor == nanosecondsWords[0].factor)
        return nanosecondsWords;
    if (factor == microsecondsWords[0].factor)
        return microsecondsWords;
    if (factor == millisecondsWords[0].factor)
        return millisecondsWords;
    if (factor == minutesWords[0].factor)
        return minutesWords;
    if (factor == daysWords[0].factor)
        return daysWords;
    if (factor == daysWords[1].factor)
        return std::span(daysWords).subspan(1);
    return secondsWords;
}

std::string unitText(const UnitInfo &unit, const UnitStep &step)
{
    if (unit.scaling == Money)
        return {};
    if (unit.scaling == Duration || unit.scaling == Psi || unit.place == UnitPlace::Before)
        return std::string(step.text);
    std::string text(unit.scaling == Count ? std::string_view() : step.text);
    text += unit.symbol;
    return text;
}

std::string stepAtNumber(const UnitInfo &unit, const UnitStep &step)
{
    if (unit.scaling != Count && unit.scaling != Money)
        return {};
    std::string text(step.text);
    if (unit.scaling == Money && unit.place == UnitPlace::Behind)
        text += unit.symbol;
    return text;
}

} // namespace sightglass
