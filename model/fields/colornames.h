// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace sightglass {

struct Rgba
{
    std::uint8_t red = 0;
    std::uint8_t green = 0;
    std::uint8_t blue = 0;
    std::uint8_t alpha = 255;

    friend bool operator==(const Rgba &, const Rgba &) = default;
};

enum class Surface : std::uint8_t
{
    Dark,
    Light
};

/// What Grafana shows where no colour is said.
inline constexpr std::string_view fallbackColor = "#808080";

/// A colour by its name: Grafana's named colours ("green", "semi-dark-red", "super-light-blue", …) in the
/// shade for the surface, "transparent", "panel-bg", CSS forms (#rgb, #rgba, #rrggbb, #rrggbbaa, rgb(),
/// rgba(), hsl(), hsla(), CSS names in any case, of which Grafana's own come first: "green" is not "Green").
/// The words of this program's own dashboards (good, notice, warning, critical, info, neutral, text) are the
/// theme's and not known here. Empty for what is no colour.
[[nodiscard]] std::optional<Rgba> namedColor(std::string_view name, Surface surface) noexcept;

/// "#rrggbb", or "#rrggbbaa" where it is not opaque.
[[nodiscard]] std::string colorText(Rgba color);

/// The CSS names alone, in lower case; empty for an unknown one.
[[nodiscard]] std::optional<Rgba> cssColor(std::string_view name) noexcept;

} // namespace sightglass
