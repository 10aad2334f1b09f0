// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <span>
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

/// A colour by its name: Grafana's named colours ("green", "semi-dark-red", "super-light-blue", …) in the
/// shade for the surface, "transparent", CSS forms (#rgb, #rrggbb, #rrggbbaa, rgb(), rgba(), hsl(), CSS
/// names). The words of this program's own dashboards (good, notice, warning, critical, info, neutral, text)
/// are the theme's and not known here. Empty for what is no colour.
[[nodiscard]] std::optional<Rgba> namedColor(std::string_view name, Surface surface) noexcept;

/// The colours of a continuous scheme ("continuous-GrYlRd", "continuous-blues", …), from low to high; empty
/// for an unknown id.
[[nodiscard]] std::span<const std::string_view> schemeColors(std::string_view id) noexcept;

/// Between the scheme's colours, 0 to 1.
[[nodiscard]] std::optional<Rgba> schemeColor(std::string_view id, double share, Surface surface) noexcept;

} // namespace sightglass
