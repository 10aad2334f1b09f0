// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/core/durationformat.h"

#include "model/core/numberformat.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>

namespace sightglass {

namespace {

struct Part
{
    double seconds;
    const char *symbol;
};

constexpr std::array<Part, 4> parts = {{{86400, "d"}, {3600, "h"}, {60, "min"}, {1, "s"}}};

/// A whole number with zeros before it up to a width.
std::string padded(double value, std::size_t width)
{
    std::string text = fixedText(value, 0);
    if (text.size() < width)
        text.insert(0, width - text.size(), '0');
    return text;
}

std::string twoDigits(double value)
{
    return padded(value, 2);
}

std::string sign(double seconds)
{
    return seconds < 0 ? "-" : "";
}

std::string ago(double seconds)
{
    return seconds < 0 ? " ago" : "";
}

/// "02:05:09" of whole seconds.
std::string hms(double seconds)
{
    const double hours = std::floor(seconds / 3600);
    const double minutes = std::floor((seconds - hours * 3600) / 60);
    return twoDigits(hours) + ":" + twoDigits(minutes) + ":" +
           twoDigits(seconds - hours * 3600 - minutes * 60);
}

} // namespace

FormattedValue durationWords(double seconds, double unitSeconds, std::optional<int> decimals)
{
    struct Word
    {
        double milliseconds;
        const char *word;
    };
    constexpr std::array<Word, 8> words = {{{31'536'000'000, "year"},
                                            {2'592'000'000, "month"},
                                            {604'800'000, "week"},
                                            {86'400'000, "day"},
                                            {3'600'000, "hour"},
                                            {60'000, "minute"},
                                            {1000, "second"},
                                            {1, "millisecond"}}};
    double rest = std::floor(std::fabs(seconds) * 1000 + 1e-6);
    if (rest >= tooLongForDigits)
        return formatValue(seconds, "s");
    if (rest == 0 && seconds != 0)
        return formatValue(seconds, "s");
    if (rest == 0)
        return {"0", unitSeconds < 1 ? "milliseconds" : "seconds"};
    const auto *word =
        std::ranges::find_if(words, [rest](const Word &one) { return rest >= one.milliseconds; });
    FormattedValue value;
    for (int more = std::max(decimals.value_or(0), 0); word != words.end() && more >= 0; ++word, --more) {
        const double count = std::floor(rest / word->milliseconds);
        rest -= count * word->milliseconds;
        const std::string name = std::string(word->word) + (count == 1 ? "" : "s");
        if (value.number.empty())
            value = {fixedText(count, 0), name};
        else
            value.unit += ", " + fixedText(count, 0) + " " + name;
    }
    if (seconds < 0)
        value.unit += " ago";
    return value;
}

FormattedValue durationParts(double seconds, std::optional<int> decimals)
{
    double rest = std::round(std::fabs(seconds));
    if (rest < 60 || rest >= tooLongForDigits)
        return formatValue(seconds, "s");
    const auto first = std::size_t(
        std::find_if(parts.begin(), parts.end(), [rest](const Part &part) { return rest >= part.seconds; }) -
        parts.begin());
    const std::size_t more = std::size_t(std::clamp(decimals.value_or(1), 0, int(parts.size())));
    FormattedValue value;
    for (std::size_t at = first; at < std::min(parts.size(), first + more + 1); ++at) {
        const double count = std::floor(rest / parts[at].seconds);
        rest -= count * parts[at].seconds;
        if (at == first)
            value = {sign(seconds) + fixedText(count, 0), parts[at].symbol};
        else if (count > 0)
            value.unit += " " + fixedText(count, 0) + " " + parts[at].symbol;
    }
    return value;
}

FormattedValue durationHms(double seconds)
{
    if (std::fabs(seconds) >= tooLongForDigits)
        return formatValue(seconds, "s");
    const double whole = std::floor(std::fabs(seconds));
    return {hms(whole) + (whole > 0 ? ago(seconds) : ""), {}};
}

FormattedValue durationDhms(double seconds)
{
    if (std::fabs(seconds) >= tooLongForDigits)
        return formatValue(seconds, "s");
    const double whole = std::floor(std::fabs(seconds));
    const double days = std::floor(whole / 86400);
    std::string text;
    if (days > 0)
        text += fixedText(days, 0) + " d ";
    return {text + hms(whole - days * 86400) + (whole > 0 ? ago(seconds) : ""), {}};
}

FormattedValue durationClock(double seconds, std::optional<int> decimals)
{
    const double milliseconds = std::floor(std::fabs(seconds) * 1000 + 1e-6);
    if (milliseconds >= tooLongForDigits)
        return formatValue(seconds, "s");
    auto next = [rest = milliseconds](double size) mutable {
        const double count = std::floor(rest / size);
        rest -= count * size;
        return count;
    };
    const std::array<double, 4> counts = {next(3'600'000), next(60'000), next(1000), next(1)};
    constexpr std::array<const char *, 4> symbols = {"h", "m", "s", "ms"};
    std::size_t first = 0;
    while (first < 3 && counts[first] == 0)
        ++first;
    const std::size_t shown = decimals ? std::size_t(std::clamp(*decimals, 0, 3)) + 1 : counts.size();
    std::string text = milliseconds > 0 ? sign(seconds) : "";
    for (std::size_t at = first; at < std::min(counts.size(), first + shown); ++at) {
        const std::string digits = padded(counts[at], at == 3 ? 3 : 2);
        text += (at > first ? ":" : "") + digits + symbols[at];
    }
    return {text, {}};
}

} // namespace sightglass
