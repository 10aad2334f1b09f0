// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/core/units.h"

#include "model/core/unittable.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <ctime>
#include <span>

namespace sightglass {

namespace {

constexpr int significantDigits = 3;
constexpr int mostDecimals = 12;
/// From here on a number that cannot be scaled is written with an exponent rather than as a ribbon of digits.
constexpr double tooLongForDigits = 1e15;

/// Half away from zero to the last shown digit, so that deciding about a carry and printing agree.
double rounded(double value, int decimals)
{
    const double shift = std::pow(10.0, decimals);
    const double shifted = std::round(value * shift);
    return std::isfinite(shifted) ? shifted / shift : value;
}

/// As many decimals as three significant digits need; none for values of a hundred and more, and for what is
/// no number of decimals (0, ±Inf, NaN).
int neededDecimals(double value)
{
    if (value == 0 || !std::isfinite(value))
        return 0;
    const int magnitude = static_cast<int>(std::floor(std::log10(std::fabs(value))));
    return std::clamp(significantDigits - 1 - magnitude, 0, mostDecimals);
}

std::string fixedText(double value, int decimals)
{
    std::array<char, 400> buffer;
    const auto end =
        std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, std::chars_format::fixed, decimals)
            .ptr;
    return {buffer.data(), end};
}

std::string exponentText(double value)
{
    std::array<char, 64> buffer;
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value,
                                   std::chars_format::general, significantDigits)
                         .ptr;
    return {buffer.data(), end};
}

void dropTrailingZeros(std::string &text)
{
    if (text.find('.') == std::string::npos)
        return;
    while (text.back() == '0')
        text.pop_back();
    if (text.back() == '.')
        text.pop_back();
}

std::string numberText(double value, std::optional<int> decimals)
{
    const int digits = std::clamp(decimals.value_or(neededDecimals(value)), 0, mostDecimals);
    const double shown = rounded(value, digits);
    const bool lostInRounding = shown == 0 && value != 0 && !decimals;
    if (std::fabs(value) >= tooLongForDigits || lostInRounding)
        return exponentText(value);
    // Adding zero turns a rounded -0 into 0: "-0.00" says nothing.
    std::string text = fixedText(shown + 0.0, digits);
    if (!decimals)
        dropTrailingZeros(text);
    return text;
}

/// The step a value is shown in: the largest that it reaches once rounded as it will be printed (999.96 -> 1
/// k).
UnitStep stepFor(double value, std::span<const UnitStep> steps, double zeroStep, std::optional<int> decimals)
{
    const double magnitude = std::fabs(value);
    if (magnitude == 0) {
        const auto own = std::find_if(steps.begin(), steps.end(),
                                      [zeroStep](const UnitStep &step) { return step.factor == zeroStep; });
        return own != steps.end() ? *own : steps.front();
    }
    std::size_t chosen = 0;
    for (std::size_t next = 1; next < steps.size(); ++next) {
        const double scaled = magnitude / steps[next - 1].factor;
        const int digits = std::clamp(decimals.value_or(neededDecimals(scaled)), 0, mostDecimals);
        const double limit = steps[next].factor / steps[next - 1].factor;
        if (magnitude >= steps[next].factor || rounded(scaled, digits) >= limit)
            chosen = next;
    }
    return steps[chosen];
}

/// The factor whose step a zero is shown in: that of the unit as named ("0 ms"), which for scaled units is 1.
double ownStep(const UnitInfo &unit)
{
    return unit.scaling == UnitScaling::Duration ? unit.factor : 1.0;
}

FormattedValue clockText(double seconds)
{
    struct Part
    {
        double seconds;
        const char *symbol;
    };
    constexpr std::array<Part, 4> parts = {{{86400, "d"}, {3600, "h"}, {60, "min"}, {1, "s"}}};
    double rest = std::round(std::fabs(seconds));
    if (rest < 60 || rest >= tooLongForDigits)
        return formatValue(seconds, "s");
    std::size_t first = 0;
    while (rest < parts[first].seconds)
        ++first;
    const double whole = std::floor(rest / parts[first].seconds);
    const double remainder = std::floor((rest - whole * parts[first].seconds) / parts[first + 1].seconds);
    FormattedValue value{(seconds < 0 ? "-" : "") + fixedText(whole, 0), parts[first].symbol};
    if (remainder > 0)
        value.unit += " " + fixedText(remainder, 0) + " " + parts[first + 1].symbol;
    return value;
}

FormattedValue dateText(double seconds)
{
    constexpr double farthest = 253402300799.0; // the end of year 9999
    if (std::fabs(seconds) > farthest)
        return formatValue(seconds, "s");
    const auto time = static_cast<std::time_t>(std::floor(seconds));
    std::tm parts{};
    std::array<char, 64> buffer{};
    const bool known = localtime_r(&time, &parts) != nullptr;
    const std::size_t size =
        known ? std::strftime(buffer.data(), buffer.size(), "%Y-%m-%d %H:%M:%S", &parts) : 0;
    return {std::string(buffer.data(), size), {}};
}

FormattedValue booleanText(double value, std::string_view words)
{
    const std::size_t slash = words.find('/');
    return {std::string(value != 0 ? words.substr(0, slash) : words.substr(slash + 1)), {}};
}

/// Decimals at which every tick is printed exactly, as far as nine digits go.
int tickDecimals(const std::vector<double> &ticks, double factor)
{
    double largest = 0;
    for (const double tick : ticks)
        largest = std::max(largest, std::fabs(tick / factor));
    for (int decimals = 0; decimals < 9; ++decimals) {
        const double unit = std::pow(10.0, -decimals);
        const auto exact = [&](double tick) {
            const double scaled = tick / factor;
            return std::fabs(scaled - rounded(scaled, decimals)) <= unit * 1e-3 + largest * 1e-12;
        };
        if (std::all_of(ticks.begin(), ticks.end(), exact))
            return decimals;
    }
    return 9;
}

/// The step of an axis: that of its largest tick, or the one below where that spares every tick its fraction
/// (15 s, 30 s, 45 s, 60 s rather than quarters of a minute).
UnitStep tickStep(const std::vector<double> &ticks, const UnitInfo &unit, double largest)
{
    const auto steps = unitSteps(unit.scaling);
    const UnitStep step = stepFor(largest, steps, ownStep(unit), std::nullopt);
    if (tickDecimals(ticks, step.factor) < 2)
        return step;
    const auto at = std::find_if(steps.begin(), steps.end(),
                                 [&step](const UnitStep &one) { return one.factor == step.factor; });
    if (at == steps.begin())
        return step;
    const UnitStep below = *std::prev(at);
    return tickDecimals(ticks, below.factor) == 0 && largest / below.factor < 1e4 ? below : step;
}

std::string nonFiniteText(double value)
{
    if (std::isnan(value))
        return "NaN";
    return value > 0 ? "+Inf" : "-Inf";
}

} // namespace

FormattedValue formatValue(double value, std::string_view unit, std::optional<int> decimals)
{
    if (!std::isfinite(value))
        return {nonFiniteText(value), {}};
    const UnitInfo info = unitInfo(unit);
    if (info.scaling == UnitScaling::Boolean)
        return booleanText(value, info.symbol);
    const double base = value * info.factor;
    if (!std::isfinite(base))
        return {nonFiniteText(base), {}};
    if (info.scaling == UnitScaling::Clock)
        return clockText(base);
    if (info.scaling == UnitScaling::Date)
        return dateText(base);
    const UnitStep step = stepFor(base, unitSteps(info.scaling), ownStep(info), decimals);
    return {numberText(base / step.factor, decimals), unitText(info, step)};
}

std::vector<std::string> formatTicks(const std::vector<double> &ticks, std::string_view unit)
{
    std::vector<std::string> texts;
    texts.reserve(ticks.size());
    const UnitInfo info = unitInfo(unit);
    const bool plain = info.scaling != UnitScaling::Boolean && info.scaling != UnitScaling::Clock &&
                       info.scaling != UnitScaling::Date;
    std::vector<double> finite;
    double largest = 0;
    for (const double tick : ticks) {
        if (std::isfinite(tick * info.factor))
            finite.push_back(tick * info.factor);
        largest = finite.empty() ? 0 : std::max(largest, std::fabs(finite.back()));
    }
    const UnitStep step = tickStep(finite, info, largest);
    const int decimals = tickDecimals(finite, step.factor);
    for (const double tick : ticks) {
        const double base = tick * info.factor;
        const bool shared = plain && std::isfinite(base) && std::fabs(base / step.factor) < tooLongForDigits;
        if (!shared)
            texts.push_back(formatValue(tick, unit).text());
        else
            texts.push_back(
                FormattedValue{numberText(base / step.factor, base == 0 ? 0 : decimals), unitText(info, step)}
                    .text());
    }
    return texts;
}

bool isBinaryUnit(std::string_view unit) noexcept
{
    return unitInfo(unit).scaling == UnitScaling::Binary;
}

} // namespace sightglass
