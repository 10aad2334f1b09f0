// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/alerting/templatehumanize.h"

#include "model/alerting/templateverb.h"

#include <array>
#include <cmath>
#include <cstdint>
#include <string_view>

namespace sightglass {

namespace {

using Prefixes = std::array<std::string_view, 8>;

constexpr Prefixes large = {"k", "M", "G", "T", "P", "E", "Z", "Y"};
constexpr Prefixes binary = {"ki", "Mi", "Gi", "Ti", "Pi", "Ei", "Zi", "Yi"};
constexpr Prefixes small = {"m", "u", "n", "p", "f", "a", "z", "y"};

std::string reduced(double value, const Prefixes &prefixes, double step)
{
    std::string_view prefix;
    for (const std::string_view candidate : prefixes) {
        if (std::fabs(value) < step)
            break;
        prefix = candidate;
        value /= step;
    }
    return fourDigits(value) + std::string(prefix);
}

std::string enlarged(double value)
{
    std::string_view prefix;
    for (const std::string_view candidate : small) {
        if (std::fabs(value) >= 1)
            break;
        prefix = candidate;
        value *= 1000;
    }
    return fourDigits(value) + std::string(prefix);
}

/// A float as a Go program on amd64 makes an integer of it: what is too large is the least one.
std::int64_t truncatedAsGo(double value) noexcept
{
    return value < 0x1p63 ? static_cast<std::int64_t>(value) : INT64_MIN;
}

} // namespace

std::string fourDigits(double value)
{
    GoFormat format;
    format.precision = 4;
    return goReal(value, 'g', format);
}

std::string humanized(double value)
{
    if (value == 0 || !std::isfinite(value))
        return fourDigits(value);
    return std::fabs(value) >= 1 ? reduced(value, large, 1000) : enlarged(value);
}

std::string humanized1024(double value)
{
    if (std::fabs(value) <= 1 || !std::isfinite(value))
        return fourDigits(value);
    return reduced(value, binary, 1024);
}

std::string humanizedDuration(double seconds)
{
    if (!std::isfinite(seconds))
        return fourDigits(seconds);
    if (seconds == 0)
        return fourDigits(seconds) + "s";
    if (std::fabs(seconds) < 1)
        return enlarged(seconds) + "s";
    const std::string sign = seconds < 0 ? "-" : "";
    const double magnitude = std::fabs(seconds);
    const std::int64_t whole = truncatedAsGo(magnitude);
    const auto part = [](std::int64_t count, const char *unit) { return std::to_string(count) + unit; };
    const std::string s = part(whole % 60, "s");
    const std::string m = part(whole / 60 % 60, "m ");
    const std::string h = part(whole / 3600 % 24, "h ");
    if (whole / 86'400 != 0)
        return sign + part(whole / 86'400, "d ") + h + m + s;
    if (whole / 3600 % 24 != 0)
        return sign + h + m + s;
    if (whole / 60 % 60 != 0)
        return sign + m + s;
    return sign + fourDigits(magnitude) + "s";
}

std::string humanizedPercentage(double ratio)
{
    return fourDigits(ratio * 100) + "%";
}

} // namespace sightglass
