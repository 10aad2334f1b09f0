// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/core/goformat.h"

#include <array>
#include <charconv>
#include <cmath>

namespace sightglass {

namespace {

const char *specialText(double value)
{
    if (std::isnan(value))
        return "NaN";
    if (std::isinf(value))
        return value > 0 ? "+Inf" : "-Inf";
    return nullptr;
}

/// The exponents of ten that are written without one.
struct Positional
{
    int least;
    int most;
};
constexpr Positional likePercentG{-4, 5};
constexpr Positional always{-1000, 1000};

/// What to_chars wrote in scientific form, positional in that range.
std::string placed(const std::string &scientific, Positional range)
{
    const std::size_t e = scientific.find('e');
    const int exponent = std::stoi(scientific.substr(e + 1));
    if (exponent < range.least || exponent > range.most)
        return scientific;
    const bool negative = scientific.front() == '-';
    std::string digits;
    for (const char c : scientific.substr(0, e)) {
        if (c >= '0' && c <= '9')
            digits += c;
    }
    std::string text;
    if (exponent < 0) {
        text = "0." + std::string(static_cast<std::size_t>(-exponent - 1), '0') + digits;
    } else {
        const auto whole = static_cast<std::size_t>(exponent) + 1;
        if (digits.size() <= whole)
            text = digits + std::string(whole - digits.size(), '0');
        else
            text = digits.substr(0, whole) + '.' + digits.substr(whole);
    }
    return (negative ? "-" : "") + text;
}

} // namespace

std::string goShortest(double value)
{
    if (const char *special = specialText(value))
        return special;
    std::array<char, 64> buffer;
    const auto end =
        std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, std::chars_format::scientific);
    return placed(std::string(buffer.data(), end.ptr), likePercentG);
}

std::string goTwoDigits(double value)
{
    if (const char *special = specialText(value))
        return special;
    std::array<char, 64> buffer;
    const auto end =
        std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, std::chars_format::general, 2);
    return std::string(buffer.data(), end.ptr);
}

std::string goFixed(double value)
{
    if (const char *special = specialText(value))
        return special;
    std::array<char, 400> buffer;
    const auto end =
        std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, std::chars_format::fixed, 6);
    return std::string(buffer.data(), end.ptr);
}

std::string decimalText(double value)
{
    if (const char *special = specialText(value))
        return special;
    std::array<char, 800> buffer;
    const auto end =
        std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, std::chars_format::scientific);
    return placed(std::string(buffer.data(), end.ptr), always);
}

} // namespace sightglass
