// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/fields/colornames.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <iterator>

namespace sightglass {

namespace {

constexpr std::size_t shades = 5;

constexpr Rgba rgb(std::uint32_t value)
{
    return {std::uint8_t(value >> 16), std::uint8_t(value >> 8), std::uint8_t(value), 255};
}

struct Hue
{
    std::string_view name;
    /// From lightest to darkest. The light surface has its colours one shade darker.
    std::array<Rgba, shades + 1> colors;
};

constexpr std::array<std::string_view, shades> shadePrefixes = {"super-light-", "light-", "", "semi-dark-",
                                                                "dark-"};

constexpr Hue hues[] = {
    {"red", {rgb(0xFFA6B0), rgb(0xFF7383), rgb(0xF2495C), rgb(0xE02F44), rgb(0xC4162A), rgb(0xAD0317)}},
    {"orange", {rgb(0xFFCB7D), rgb(0xFFB357), rgb(0xFF9830), rgb(0xFF780A), rgb(0xFA6400), rgb(0xE55400)}},
    {"yellow", {rgb(0xFFF899), rgb(0xFFEE52), rgb(0xFADE2A), rgb(0xF2CC0C), rgb(0xE0B400), rgb(0xCC9D00)}},
    {"green", {rgb(0xC8F2C2), rgb(0x96D98D), rgb(0x73BF69), rgb(0x56A64B), rgb(0x37872D), rgb(0x19730E)}},
    {"blue", {rgb(0xC0D8FF), rgb(0x8AB8FF), rgb(0x5794F2), rgb(0x3274D9), rgb(0x1F60C4), rgb(0x1250B0)}},
    {"purple", {rgb(0xDEB6F2), rgb(0xCA95E5), rgb(0xB877D9), rgb(0xA352CC), rgb(0x8F3BB8), rgb(0x7C2EA3)}},
};

std::optional<Rgba> grafanaColor(std::string_view name, Surface surface) noexcept
{
    for (const Hue &hue : hues) {
        if (!name.ends_with(hue.name))
            continue;
        const std::string_view prefix = name.substr(0, name.size() - hue.name.size());
        const auto *shade = std::find(shadePrefixes.begin(), shadePrefixes.end(), prefix);
        if (shade != shadePrefixes.end())
            return hue
                .colors[std::size_t(shade - shadePrefixes.begin()) + (surface == Surface::Light ? 1 : 0)];
    }
    const bool dark = surface == Surface::Dark;
    if (name == "transparent")
        return dark ? Rgba{0, 0, 0, 0} : Rgba{255, 255, 255, 0};
    if (name == "panel-bg")
        return dark ? rgb(0x181B1F) : rgb(0xFFFFFF);
    return std::nullopt;
}

std::optional<Rgba> hexColor(std::string_view digits) noexcept
{
    const bool brief = digits.size() == 3 || digits.size() == 4;
    if (!brief && digits.size() != 6 && digits.size() != 8)
        return std::nullopt;
    std::array<std::uint8_t, 4> parts = {0, 0, 0, 255};
    const std::size_t width = brief ? 1 : 2;
    for (std::size_t part = 0; part * width < digits.size(); ++part) {
        const char *const begin = digits.data() + part * width;
        unsigned value = 0;
        const auto read = std::from_chars(begin, begin + width, value, 16);
        if (read.ec != std::errc{} || read.ptr != begin + width)
            return std::nullopt;
        parts[part] = std::uint8_t(brief ? value * 17 : value);
    }
    return Rgba{parts[0], parts[1], parts[2], parts[3]};
}

/// One argument of a CSS function: a number, and whether a percent sign stood behind it.
struct CssNumber
{
    double value = 0;
    bool percent = false;
};

std::optional<CssNumber> cssNumber(std::string_view text) noexcept
{
    if (text.starts_with('+'))
        text.remove_prefix(1);
    CssNumber number;
    const char *const end = text.data() + text.size();
    const auto read = std::from_chars(text.data(), end, number.value, std::chars_format::fixed);
    if (read.ec != std::errc{} || !std::isfinite(number.value))
        return std::nullopt;
    const std::string_view rest(read.ptr, std::size_t(end - read.ptr));
    number.percent = rest == "%";
    const bool known = rest.empty() || number.percent || rest == "deg";
    return known ? std::optional(number) : std::nullopt;
}

/// The three or four arguments of "name(a, b c / d)"; none where the text is something else.
std::optional<std::array<CssNumber, 4>> cssArguments(std::string_view text) noexcept
{
    constexpr std::string_view separators = " ,/\t";
    std::array<CssNumber, 4> numbers = {{{}, {}, {}, {1, false}}};
    std::size_t count = 0;
    while (true) {
        const std::size_t begin = text.find_first_not_of(separators);
        if (begin == std::string_view::npos)
            break;
        text.remove_prefix(begin);
        const std::size_t end = std::min(text.find_first_of(separators), text.size());
        const auto number = cssNumber(text.substr(0, end));
        if (!number || count == numbers.size())
            return std::nullopt;
        numbers[count++] = *number;
        text.remove_prefix(end);
    }
    return count >= 3 ? std::optional(numbers) : std::nullopt;
}

std::uint8_t byteOf(double share) noexcept
{
    return std::uint8_t(std::lround(std::clamp(share, 0.0, 1.0) * 255));
}

double shareOf(CssNumber number, double whole) noexcept
{
    return number.value / (number.percent ? 100 : whole);
}

/// One channel of a colour given as hue, saturation and lightness (CSS Color 4, 7.1).
double hslChannel(double offset, double hue, double saturation, double lightness) noexcept
{
    const double place = std::fmod(offset + hue / 30, 12);
    const double reach = saturation * std::min(lightness, 1 - lightness);
    return lightness - reach * std::max(-1.0, std::min({place - 3, 9 - place, 1.0}));
}

std::optional<Rgba> functionColor(std::string_view text) noexcept
{
    const std::size_t open = text.find('(');
    if (open == std::string_view::npos || !text.ends_with(')'))
        return std::nullopt;
    const std::string_view function = text.substr(0, open);
    const auto arguments = cssArguments(text.substr(open + 1, text.size() - open - 2));
    if (!arguments)
        return std::nullopt;
    const auto &[a, b, c, alpha] = *arguments;
    const std::uint8_t opacity = byteOf(shareOf(alpha, 1));
    if (function == "rgb" || function == "rgba")
        return Rgba{byteOf(shareOf(a, 255)), byteOf(shareOf(b, 255)), byteOf(shareOf(c, 255)), opacity};
    if (function != "hsl" && function != "hsla")
        return std::nullopt;
    const double hue = std::fmod(std::fmod(a.value, 360) + 360, 360);
    const double saturation = std::clamp(b.value / 100, 0.0, 1.0);
    const double lightness = std::clamp(c.value / 100, 0.0, 1.0);
    return Rgba{byteOf(hslChannel(0, hue, saturation, lightness)),
                byteOf(hslChannel(8, hue, saturation, lightness)),
                byteOf(hslChannel(4, hue, saturation, lightness)), opacity};
}

} // namespace

std::optional<Rgba> namedColor(std::string_view name, Surface surface) noexcept
{
    if (const auto color = grafanaColor(name, surface))
        return color;
    if (name.starts_with('#'))
        return hexColor(name.substr(1));
    if (const auto color = functionColor(name))
        return color;
    return cssColor(name);
}

std::string colorText(Rgba color)
{
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text = "#";
    const auto add = [&text, digits](std::uint8_t part) {
        text += digits[part >> 4];
        text += digits[part & 15];
    };
    add(color.red);
    add(color.green);
    add(color.blue);
    if (color.alpha != 255)
        add(color.alpha);
    return text;
}

} // namespace sightglass
