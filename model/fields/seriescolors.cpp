// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/fields/seriescolors.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <vector>

namespace sightglass {

namespace {

constexpr std::string_view palette[] = {
    "green",
    "yellow",
    "blue",
    "orange",
    "red",
    "purple",
    "dark-green",
    "dark-yellow",
    "dark-blue",
    "dark-orange",
    "dark-red",
    "dark-purple",
    "super-light-green",
    "super-light-yellow",
    "super-light-blue",
    "super-light-orange",
    "super-light-red",
    "super-light-purple",
    "#447EBC",
    "#C15C17",
    "#890F02",
    "#0A437C",
    "#6D1F62",
    "#584477",
    "#B7DBAB",
    "#F4D598",
    "#70DBED",
    "#F9BA8F",
    "#F29191",
    "#82B5D8",
    "#E5A8E2",
    "#AEA2E0",
    "#629E51",
    "#E5AC0E",
    "#64B0C8",
    "#E0752D",
    "#BF1B00",
    "#0A50A1",
    "#962D82",
    "#614D93",
    "#9AC48A",
    "#F2C96D",
    "#65C5DB",
    "#F9934E",
    "#EA6460",
    "#5195CE",
    "#D683CE",
    "#806EB7",
    "#3F6833",
    "#967302",
    "#2F575E",
    "#99440A",
    "#58140C",
    "#052B51",
    "#511749",
    "#3F2B5B",
    "#E0F9D7",
    "#FCEACA",
    "#CFFAFF",
    "#F9E2D2",
    "#FCE2DE",
    "#BADFF4",
    "#F9D9F9",
    "#DEDAF7",
};

/// Relative luminance (WCAG 2.0), cut to three decimals as Grafana does.
double luminance(Rgba color) noexcept
{
    const auto linear = [](std::uint8_t byte) {
        const double value = byte / 255.0;
        return value <= 0.03928 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
    };
    const double sum =
        0.2126 * linear(color.red) + 0.7152 * linear(color.green) + 0.0722 * linear(color.blue);
    return std::round(sum * 1000) / 1000;
}

double contrast(Rgba a, Rgba b) noexcept
{
    const auto [low, high] = std::minmax({luminance(a), luminance(b)});
    return (high + 0.05) / (low + 0.05);
}

/// The palette's colours that can be told from the panel's background.
std::vector<std::string_view> visiblePalette(Surface surface)
{
    constexpr double leastContrast = 3;
    const Rgba background = namedColor("panel-bg", surface).value_or(Rgba{});
    std::vector<std::string_view> visible;
    for (const std::string_view name : palette) {
        if (contrast(namedColor(name, surface).value_or(background), background) >= leastContrast)
            visible.push_back(name);
    }
    return visible;
}

/// The UTF-16 units of a text, which is what JavaScript hashes.
std::vector<std::uint16_t> utf16(std::string_view text)
{
    std::vector<std::uint16_t> units;
    for (std::size_t at = 0; at < text.size();) {
        const auto byte = [text](std::size_t i) {
            return i < text.size() ? std::uint32_t(static_cast<unsigned char>(text[i])) : 0U;
        };
        const std::uint32_t lead = byte(at);
        const std::size_t length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
        std::uint32_t point = length == 1 ? lead : lead & (0xFFU >> (length + 1));
        for (std::size_t i = 1; i < length; ++i)
            point = (point << 6) | (byte(at + i) & 0x3FU);
        if (point >= 0x10000) {
            units.push_back(std::uint16_t(0xD800 + ((point - 0x10000) >> 10)));
            units.push_back(std::uint16_t(0xDC00 + ((point - 0x10000) & 0x3FF)));
        } else {
            units.push_back(std::uint16_t(point));
        }
        at += length;
    }
    return units;
}

/// The hash of npm's string-hash: Bernstein's with xor, from the end.
std::uint32_t stringHash(std::string_view text)
{
    const std::vector<std::uint16_t> units = utf16(text);
    std::uint32_t hash = 5381;
    for (auto unit = units.rbegin(); unit != units.rend(); ++unit)
        hash = (hash * 33) ^ *unit;
    return hash;
}

struct Hsl
{
    double hue = 0; ///< degrees
    double saturation = 0;
    double lightness = 0;
};

Hsl toHsl(const std::array<double, 3> &rgb) noexcept
{
    const auto [low, high] = std::minmax({rgb[0], rgb[1], rgb[2]});
    const double reach = high - low;
    Hsl hsl{0, 0, (high + low) / 2};
    if (reach == 0)
        return hsl;
    hsl.saturation = hsl.lightness > 0.5 ? reach / (2 - high - low) : reach / (high + low);
    if (high == rgb[0])
        hsl.hue = 60 * std::fmod((rgb[1] - rgb[2]) / reach + 6, 6);
    else if (high == rgb[1])
        hsl.hue = 60 * ((rgb[2] - rgb[0]) / reach + 2);
    else
        hsl.hue = 60 * ((rgb[0] - rgb[1]) / reach + 4);
    return hsl;
}

std::array<double, 3> toRgb(const Hsl &hsl) noexcept
{
    const double reach = hsl.saturation * std::min(hsl.lightness, 1 - hsl.lightness);
    const auto channel = [&hsl, reach](double offset) {
        const double place = std::fmod(offset + hsl.hue / 30, 12);
        return hsl.lightness - reach * std::max(-1.0, std::min({place - 3, 9 - place, 1.0}));
    };
    return {channel(0), channel(8), channel(4)};
}

Rgba rounded(const std::array<double, 3> &rgb, std::uint8_t alpha) noexcept
{
    const auto byte = [](double value) {
        return std::uint8_t(std::lround(std::clamp(value, 0.0, 1.0) * 255));
    };
    return {byte(rgb[0]), byte(rgb[1]), byte(rgb[2]), alpha};
}

Hsl spun(Hsl hsl, double degrees) noexcept
{
    hsl.hue = std::fmod(hsl.hue + degrees + 360, 360);
    return hsl;
}

} // namespace

std::span<const std::string_view> classicPalette() noexcept
{
    return palette;
}

std::string_view classicColor(std::size_t series) noexcept
{
    return palette[series % std::size(palette)];
}

std::string_view classicColorByName(std::string_view series, Surface surface)
{
    static const std::array<std::vector<std::string_view>, 2> visible = {visiblePalette(Surface::Dark),
                                                                         visiblePalette(Surface::Light)};
    const std::vector<std::string_view> &colors = visible[surface == Surface::Dark ? 0 : 1];
    return colors[stringHash(series) % colors.size()];
}

Rgba shadeOf(Rgba color, std::size_t series) noexcept
{
    constexpr std::size_t steps = 6;
    constexpr double mostSpin = 10;      // degrees
    constexpr double mostLightness = 35; // percent
    const std::size_t place = series % (2 * steps - 1);
    if (place == 0)
        return color;
    const double share = double((place + 1) / 2) / double(steps);
    const Hsl hsl = toHsl({color.red / 255.0, color.green / 255.0, color.blue / 255.0});
    if (place % 2 == 1) {
        Rgba shade = rounded(toRgb(spun(hsl, share * mostSpin)), color.alpha);
        const long more = std::lround(255 * share * mostLightness / 100);
        for (std::uint8_t *part : {&shade.red, &shade.green, &shade.blue})
            *part = std::uint8_t(std::min(255L, *part + more));
        return shade;
    }
    Hsl dark = spun(hsl, -share * mostSpin);
    dark.lightness = std::max(0.0, dark.lightness - share * mostLightness / 100);
    return rounded(toRgb(dark), color.alpha);
}

} // namespace sightglass
