// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/core/numberformat.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace sightglass {

namespace {

constexpr int significantDigits = 3;
constexpr int groupedDecimals = 3;

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

/// Also what would be but for the last bits, of which reckoning with parts leaves some (0.57 * 100).
bool isWhole(double value)
{
    constexpr double lastBits = 1e-13;
    return std::fabs(value - std::round(value)) <= lastBits * std::fabs(value);
}

} // namespace

double roundedTo(double value, int decimals)
{
    const double shift = std::pow(10.0, decimals);
    const double shifted = std::round(value * shift);
    return std::isfinite(shifted) ? shifted / shift : value;
}

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

std::string numberText(double value, std::optional<int> decimals)
{
    int digits = std::clamp(decimals.value_or(neededDecimals(value)), 0, mostDecimals);
    const double shown = roundedTo(value, digits);
    const bool lostInRounding = shown == 0 && value != 0 && !decimals;
    if (std::fabs(value) >= tooLongForDigits || lostInRounding)
        return exponentText(value);
    // 9.999 has a digit more than it was counted to have.
    if (!decimals)
        digits = isWhole(value) ? 0 : std::min(digits, neededDecimals(shown));
    // Adding zero turns a rounded -0 into 0: "-0.00" says nothing.
    return fixedText(shown + 0.0, digits);
}

std::string groupedText(double value, std::optional<int> decimals)
{
    if (std::fabs(value) >= tooLongForDigits)
        return exponentText(value);
    const int digits = std::clamp(decimals.value_or(groupedDecimals), 0, mostDecimals);
    std::string text = fixedText(roundedTo(value, digits) + 0.0, digits);
    dropTrailingZeros(text);
    const std::size_t begin = text.starts_with('-') ? 1 : 0;
    for (std::size_t at = std::min(text.find('.'), text.size()); at > begin + 3;) {
        at -= 3;
        text.insert(at, 1, ',');
    }
    return text;
}

std::string scientificText(double value, std::optional<int> decimals)
{
    std::array<char, 64> buffer;
    char *const last = buffer.data() + buffer.size();
    const auto format = std::chars_format::scientific;
    const auto end =
        decimals
            ? std::to_chars(buffer.data(), last, value, format, std::clamp(*decimals, 0, mostDecimals)).ptr
            : std::to_chars(buffer.data(), last, value, format).ptr;
    std::string text(buffer.data(), end);
    const std::size_t exponent = text.find('e');
    if (text[exponent + 2] == '0')
        text.erase(exponent + 2, 1);
    return text;
}

std::string hexText(double value, std::optional<int> decimals)
{
    constexpr std::size_t mostFraction = 12;
    if (std::fabs(value) >= tooLongForDigits)
        return exponentText(value);
    const double shown = std::fabs(roundedTo(value, decimals.value_or(neededDecimals(value))));
    double rest = shown - std::floor(shown);
    std::array<char, 32> buffer;
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(),
                                   static_cast<unsigned long long>(shown), 16)
                         .ptr;
    std::string text(buffer.data(), end);
    for (std::size_t place = 0; rest > 0 && place < mostFraction; ++place) {
        if (place == 0)
            text += '.';
        rest *= 16;
        text += "0123456789abcdef"[static_cast<std::size_t>(rest)];
        rest -= std::floor(rest);
    }
    dropTrailingZeros(text);
    std::transform(text.begin(), text.end(), text.begin(),
                   [](char c) { return c >= 'a' && c <= 'f' ? char(c - 'a' + 'A') : c; });
    return value < 0 && shown != 0 ? "-" + text : text;
}

} // namespace sightglass
