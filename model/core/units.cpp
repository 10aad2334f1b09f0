// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/core/units.h"

#include "model/core/durationformat.h"
#include "model/core/momentformat.h"
#include "model/core/numberformat.h"
#include "model/core/shortlength.h"
#include "model/core/unittable.h"
#include "parser/base/numbertext.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <span>
#include <utility>

namespace sightglass {

namespace {

/// The step a value is shown in: the largest that it reaches once rounded as it will be printed (999.96 -> 1
/// K).
UnitStep stepFor(double value, std::span<const UnitStep> steps, double zeroStep, std::optional<int> decimals)
{
    const double magnitude = std::fabs(value);
    if (magnitude == 0) {
        const auto find = [steps](double factor) {
            return std::find_if(steps.begin(), steps.end(),
                                [factor](const UnitStep &step) { return step.factor == factor; });
        };
        const auto own = find(zeroStep);
        return own != steps.end() ? *own : *find(1);
    }
    std::size_t chosen = 0;
    for (std::size_t next = 1; next < steps.size(); ++next) {
        const double scaled = magnitude / steps[next - 1].factor;
        const int digits = std::clamp(decimals.value_or(neededDecimals(scaled)), 0, mostDecimals);
        const double limit = steps[next].factor / steps[next - 1].factor;
        if (magnitude >= steps[next].factor || roundedTo(scaled, digits) >= limit)
            chosen = next;
    }
    return steps[chosen];
}

/// The factor whose step a zero is shown in: that of the unit as named ("0 ms"), which for scaled units is 1.
double ownStep(const UnitInfo &unit)
{
    return unit.scaling == UnitScaling::Duration ? unit.factor : 1.0;
}

FormattedValue dateText(double seconds, const UnitInfo &unit, const DateContext &dates)
{
    constexpr double earliest = -62135596800.0; // the beginning of year 1
    constexpr double farthest = 253402214400.0; // the last day of year 9999, in any zone
    if (seconds < earliest || seconds > farthest)
        return formatValue(seconds, "s");
    const double milliseconds = std::floor(seconds * 1000 + 0.01); // 1.7e9 + 0.999 s has not all its digits
    if (unit.scaling == UnitScaling::FromNow && dates.now)
        return {timeFromNow(milliseconds, *dates.now), {}};
    std::string_view pattern = unit.symbol;
    if (pattern.empty()) {
        const bool detailed = dates.detail == DateContext::Detail::Milliseconds;
        pattern = detailed ? "YYYY-MM-DD HH:mm:ss.SSS" : "YYYY-MM-DD HH:mm:ss";
    }
    const bool today = unit.scaling == UnitScaling::DateOrTime && dates.now &&
                       onOneDay(milliseconds, *dates.now, dates.zone);
    if (today)
        pattern.remove_prefix(pattern.find(' ') + 1);
    std::string text = momentText(milliseconds, pattern, dates.zone);
    // A pattern of the user's own says what he wants said.
    if (!unit.id.starts_with("time:")) {
        const std::string which =
            repeatedHour(static_cast<std::int64_t>(std::floor(milliseconds / 1000)), dates.zone);
        text += which.empty() ? which : ' ' + which;
    }
    return {std::move(text), {}};
}

bool isDate(UnitScaling scaling)
{
    return scaling == UnitScaling::Date || scaling == UnitScaling::DateOrTime ||
           scaling == UnitScaling::FromNow;
}

/// A number with its unit, on the side where that belongs; the sign comes first.
FormattedValue placed(std::string number, std::string unit, const UnitInfo &info)
{
    if (info.place == UnitPlace::Before)
        number.insert(number.starts_with('-') ? 1 : 0, info.symbol);
    return {std::move(number), std::move(unit)};
}

/// Decimals of a percentage of which nobody said any: what is not quite all is not written as 100 %, but with
/// so many as it takes to tell, within reason.
std::optional<int> decimalsBelowAll(double percent)
{
    constexpr double all = 100;
    constexpr int most = 6;
    const double magnitude = std::fabs(percent);
    if (magnitude >= all || roundedTo(magnitude, neededDecimals(magnitude)) < all)
        return std::nullopt;
    for (int decimals = 1; decimals <= most; ++decimals) {
        if (roundedTo(magnitude, decimals) < all)
            return decimals;
    }
    return std::nullopt;
}

FormattedValue scaledText(double base, const UnitInfo &info, const UnitStep &step,
                          std::optional<int> decimals)
{
    if (!decimals && info.symbol == "%")
        decimals = decimalsBelowAll(base / step.factor);
    return placed(numberText(base / step.factor, decimals) + stepAtNumber(info, step), unitText(info, step),
                  info);
}

/// A duration with its unit in a word: what is written as more than one of it is several.
FormattedValue spelled(double base, const UnitStep &step, std::optional<int> decimals)
{
    FormattedValue value{numberText(base / step.factor, decimals), std::string(step.text)};
    constexpr double minute = 60;
    double shown = 0;
    std::from_chars(value.number.data(), value.number.data() + value.number.size(), shown);
    if (step.factor >= minute && std::fabs(shown) > 1)
        value.unit += 's';
    return value;
}

/// A tick of an axis of durations, in the words that values are read in elsewhere. Nothing is several.
std::string spelledTick(double base, const UnitStep &step, int decimals)
{
    constexpr double hour = 3600;
    constexpr double day = 24 * hour;
    constexpr double year = 365 * day;
    constexpr std::array<UnitStep, 3> words{{{hour, "hour"}, {day, "day"}, {year, "year"}}};
    const auto *const word = std::ranges::find(words, step.factor, &UnitStep::factor);
    FormattedValue value = spelled(base, word != words.end() ? *word : step, decimals);
    if (base == 0 && step.factor >= 60)
        value.unit += 's';
    return value.text();
}

/// No prefix helps to read what has to be written with an exponent.
bool isBeyondSteps(double scaled)
{
    constexpr double tooSmallForDigits = 1e-9;
    const double magnitude = std::fabs(scaled);
    return magnitude >= tooLongForDigits || (magnitude > 0 && magnitude < tooSmallForDigits);
}

FormattedValue booleanText(double value, std::string_view words)
{
    const std::size_t slash = words.find('/');
    if (value != 0)
        return {std::string(words.substr(0, slash)), {}};
    return {slash == std::string_view::npos ? "-" : std::string(words.substr(slash + 1)), {}};
}

FormattedValue durationText(double base, const UnitInfo &info, std::optional<int> decimals)
{
    const auto steps = durationWords(info.factor);
    const UnitStep step = stepFor(base, steps, info.factor, decimals);
    return spelled(base, isBeyondSteps(base / step.factor) ? stepFor(0, steps, info.factor, decimals) : step,
                   decimals);
}

/// A finite value of a unit that is no date.
FormattedValue undatedText(double base, const UnitInfo &info, std::optional<int> decimals)
{
    switch (info.scaling) {
    case UnitScaling::Boolean:
        return booleanText(base, info.symbol);
    case UnitScaling::Duration:
        return durationText(base, info, decimals);
    case UnitScaling::Clock:
        return durationWords(base, info.factor, decimals);
    case UnitScaling::Hms:
        return durationHms(base);
    case UnitScaling::Dhms:
        return durationDhms(base);
    case UnitScaling::ClockParts:
        return durationClock(base, decimals);
    case UnitScaling::Hex:
        return placed(hexText(base, decimals), {}, info);
    case UnitScaling::Scientific:
        return {scientificText(base, decimals), {}};
    case UnitScaling::Grouped:
        return {groupedText(base, decimals), {}};
    case UnitScaling::GroupedMoney:
        return placed(groupedText(base, decimals.value_or(2)), unitText(info, {}), info);
    case UnitScaling::Text:
        return {formatFloat(base), {}};
    default:
        break;
    }
    const auto steps = unitSteps(info.scaling);
    const UnitStep step = stepFor(base, steps, ownStep(info), decimals);
    return scaledText(base, info,
                      isBeyondSteps(base / step.factor) ? stepFor(0, steps, ownStep(info), decimals) : step,
                      decimals);
}

/// A number whose size in the unit's base is no number any more: written in the unit as it is named, alone
/// where that is none that it could be written in.
FormattedValue unscaledText(double value, const UnitInfo &info)
{
    const auto steps = unitSteps(info.scaling);
    const auto own = std::ranges::find(steps, info.factor, &UnitStep::factor);
    const UnitStep step = own != steps.end() ? *own : UnitStep{};
    return placed(numberText(value, std::nullopt) + stepAtNumber(info, step),
                  own != steps.end() ? unitText(info, step) : std::string(), info);
}

/// How a tick is written alone: durations in short, there are many of them.
std::string tickText(double tick, std::string_view unit, std::optional<int> parts = std::nullopt)
{
    const UnitInfo info = unitInfo(unit);
    if (info.scaling == UnitScaling::Clock && std::isfinite(tick * info.factor))
        return durationParts(tick * info.factor, parts).text();
    return formatValue(tick, unit, parts).text();
}

constexpr int mostTickDecimals = 9;

/// The smallest distance between two neighbouring ticks; 0 where there are not two different ones.
double spacingOf(const std::vector<double> &ticks)
{
    double spacing = 0;
    for (std::size_t i = 1; i < ticks.size(); ++i) {
        const double distance = std::fabs(ticks[i] - ticks[i - 1]);
        if (distance > 0 && (spacing == 0 || distance < spacing))
            spacing = distance;
    }
    return spacing;
}

/// Decimals at which every tick is printed as what it is, so that neighbours are told apart. Empty where
/// nine digits do not do that.
std::optional<int> tickDecimals(const std::vector<double> &ticks, double factor)
{
    double largest = 0;
    for (const double tick : ticks)
        largest = std::max(largest, std::fabs(tick / factor));
    const double spacing = ticks.size() > 1 ? spacingOf(ticks) / factor : largest;
    const double tolerance = spacing * 1e-3 + largest * 4e-16;
    for (int decimals = 0; decimals <= mostTickDecimals; ++decimals) {
        const auto exact = [&](double tick) {
            const double scaled = tick / factor;
            return std::fabs(scaled - roundedTo(scaled, decimals)) <= tolerance;
        };
        if (std::all_of(ticks.begin(), ticks.end(), exact))
            return decimals;
    }
    return std::nullopt;
}

/// The step of an axis: that of its largest tick, which is the one that values are read in, or the one below
/// where that spares every tick its fraction and is the one of the values (250, 500, 750, 1000 rather than
/// quarters of 1 K; of durations 15 s, 30 s, … 90 s too), or one further below where ticks differ in little
/// only (1000.01 K rather than 1.00001 Mil).
UnitStep tickStep(const std::vector<double> &ticks, const UnitInfo &unit, double largest)
{
    constexpr int fewDecimals = 3;
    constexpr int mostOwnDecimals = 4;
    const auto steps = unitSteps(unit.scaling);
    const UnitStep step = stepFor(largest, steps, ownStep(unit), std::nullopt);
    if (isBeyondSteps(largest / step.factor))
        return stepFor(0, steps, ownStep(unit), std::nullopt);
    const std::optional<int> own = tickDecimals(ticks, step.factor);
    if (own && *own < 2)
        return step;
    auto at = std::find_if(steps.begin(), steps.end(),
                           [&step](const UnitStep &one) { return one.factor == step.factor; });
    if (at == steps.begin() || at == steps.end())
        return step;
    const UnitStep below = *std::prev(at);
    const bool isReadBelow = unit.scaling == UnitScaling::Duration || largest <= step.factor;
    if (isReadBelow && tickDecimals(ticks, below.factor) == 0 && largest / below.factor < 1e4)
        return below;
    for (; !(own && *own <= mostOwnDecimals) && at != steps.begin(); --at) {
        const UnitStep lower = *std::prev(at);
        const std::optional<int> decimals = tickDecimals(ticks, lower.factor);
        if (decimals && *decimals <= fewDecimals && largest / lower.factor < 1e12)
            return lower;
    }
    return step;
}

/// Ticks that differ in no decimal that is written: with as many digits as tell them apart.
std::string finelyWritten(double value, double spacing, double largest)
{
    const double digits = spacing > 0 ? std::ceil(std::log10(largest / spacing)) + 2 : 3;
    std::array<char, 64> buffer{};
    const auto [end, error] =
        std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, std::chars_format::general,
                      std::clamp(static_cast<int>(digits), 1, 17));
    return error == std::errc() ? std::string(buffer.data(), end) : formatFloat(value);
}

/// Durations in parts have as many parts as tell neighbours apart.
void tellApart(std::vector<std::string> &texts, const std::vector<double> &ticks, std::string_view unit,
               UnitScaling scaling)
{
    constexpr int mostParts = 6;
    if (scaling != UnitScaling::Clock && scaling != UnitScaling::ClockParts)
        return;
    for (int parts = 1; parts <= mostParts && std::ranges::adjacent_find(texts) != texts.end(); ++parts) {
        for (std::size_t i = 0; i < ticks.size(); ++i)
            texts[i] = tickText(ticks[i], unit, parts);
    }
}

/// Whether ticks differ in digits only that are so far behind that nobody compares them.
bool differInLastDigits(const std::vector<double> &ticks, double largest)
{
    constexpr double mostSpacings = 1e7;
    constexpr double mostSpans = 1e6;
    return ticks.size() > 1 && std::ranges::is_sorted(ticks) && ticks.front() < ticks.back() &&
           spacingOf(ticks) * mostSpacings < largest && (ticks.back() - ticks.front()) * mostSpans < largest;
}

/// Ticks of a unit with prefixes that differ in their last digits only: the first as it is, the others as
/// what they are more.
std::vector<std::string> countedOn(std::vector<std::string> texts, const std::vector<double> &ticks,
                                   std::string_view unit)
{
    std::vector<double> more;
    for (const double tick : ticks)
        more.push_back(tick - ticks.front());
    const std::vector<std::string> distances = formatTicks(more, unit);
    const UnitInfo info = unitInfo(unit);
    const double first = ticks.front() * info.factor;
    const UnitStep step = stepFor(first, unitSteps(info.scaling), ownStep(info), std::nullopt);
    const double scaled = first / step.factor;
    const double tolerance = spacingOf(more) * info.factor / step.factor * 1e-3 + std::fabs(scaled) * 4e-16;
    for (int decimals = 0; decimals <= mostTickDecimals; ++decimals) {
        if (std::fabs(scaled - roundedTo(scaled, decimals)) <= tolerance) {
            texts.front() = scaledText(first, info, step, decimals).text();
            break;
        }
    }
    for (std::size_t i = 1; i < texts.size(); ++i)
        texts[i] = '+' + distances[i];
    return texts;
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
    const UnitInfo info = unitInfo(unit);
    const double base = value * info.factor;
    if (!std::isfinite(base))
        return std::isfinite(value) ? unscaledText(value, info) : FormattedValue{nonFiniteText(base), {}};
    return isDate(info.scaling) ? dateText(base, info, DateContext{}) : undatedText(base, info, decimals);
}

FormattedValue formatValue(double value, std::string_view unit, std::optional<int> decimals,
                           const DateContext &dates)
{
    const UnitInfo info = unitInfo(unit);
    const double base = value * info.factor;
    if (!isDate(info.scaling) || !std::isfinite(base))
        return formatValue(value, unit, decimals);
    return dateText(base, info, dates);
}

FormattedValue formatBriefly(double value, std::string_view unit)
{
    FormattedValue text = formatValue(value, unit);
    const std::size_t point = text.number.find('.');
    if (point == std::string::npos || !hasSteps(unitInfo(unit).scaling))
        return text;
    const std::size_t end =
        std::min(text.number.find_first_not_of("0123456789", point + 1), text.number.size());
    std::size_t kept = text.number.find_last_not_of('0', end - 1);
    kept += kept > point ? 1 : 0;
    text.number.erase(kept, end - kept);
    return text;
}

namespace {

enum class DurationForm : unsigned char
{
    Short, ///< 2 h
    Words  ///< 2 hours
};

std::vector<std::string> tickTexts(const std::vector<double> &ticks, std::string_view unit, DurationForm form)
{
    std::vector<std::string> texts;
    texts.reserve(ticks.size());
    const UnitInfo info = unitInfo(unit);
    const bool plain = hasSteps(info.scaling);
    std::vector<double> finite;
    double largest = 0;
    for (const double tick : ticks) {
        if (std::isfinite(tick * info.factor))
            finite.push_back(tick * info.factor);
        largest = finite.empty() ? 0 : std::max(largest, std::fabs(finite.back()));
    }
    const UnitStep step = tickStep(finite, info, largest);
    const std::optional<int> decimals = tickDecimals(finite, step.factor);
    const double spacing = spacingOf(finite) / step.factor;
    for (const double tick : ticks) {
        const double base = tick * info.factor;
        const bool shared = plain && std::isfinite(base) && std::fabs(base / step.factor) < tooLongForDigits;
        if (!shared)
            texts.push_back(tickText(tick, unit));
        else if (base == 0 && info.scaling != UnitScaling::Duration)
            texts.push_back(formatValue(0, unit, 0).text()); // nobody counts nothing in thousands
        else if (decimals && info.scaling == UnitScaling::Duration && form == DurationForm::Words)
            texts.push_back(spelledTick(base, step, base == 0 ? 0 : *decimals));
        else if (decimals || base == 0)
            texts.push_back(scaledText(base, info, step, base == 0 ? 0 : *decimals).text());
        else
            texts.push_back(placed(finelyWritten(base / step.factor, spacing, largest / step.factor) +
                                       stepAtNumber(info, step),
                                   unitText(info, step), info)
                                .text());
    }
    tellApart(texts, ticks, unit, info.scaling);
    if (plain && finite.size() == ticks.size() && differInLastDigits(finite, largest))
        return countedOn(std::move(texts), ticks, unit);
    return texts;
}

} // namespace

std::vector<std::string> formatTicks(const std::vector<double> &ticks, std::string_view unit)
{
    return tickTexts(ticks, unit, DurationForm::Words);
}

std::string shortLength(double seconds)
{
    return tickTexts({seconds}, "s", DurationForm::Short).front();
}

bool isDateUnit(std::string_view unit) noexcept
{
    return isDate(unitInfo(unit).scaling);
}

bool dependsOnNow(std::string_view unit) noexcept
{
    const UnitScaling scaling = unitInfo(unit).scaling;
    return scaling == UnitScaling::FromNow || scaling == UnitScaling::DateOrTime;
}

double secondsOf(std::string_view unit) noexcept
{
    const UnitInfo info = unitInfo(unit);
    switch (info.scaling) {
    case UnitScaling::Duration:
    case UnitScaling::Clock:
    case UnitScaling::Hms:
    case UnitScaling::Dhms:
    case UnitScaling::ClockParts:
    case UnitScaling::Date:
    case UnitScaling::DateOrTime:
        return info.factor;
    default:
        return 0;
    }
}

bool isBinaryUnit(std::string_view unit) noexcept
{
    return unitInfo(unit).scaling == UnitScaling::Binary;
}

} // namespace sightglass
