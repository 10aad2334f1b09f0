// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/fields/colornames.h"

#include <cstddef>
#include <span>
#include <string_view>

namespace sightglass {

/// The names of Grafana's classic palette, in the order in which series take them.
[[nodiscard]] std::span<const std::string_view> classicPalette() noexcept;

/// The name of the series' colour in that palette, which begins anew behind its end.
[[nodiscard]] std::string_view classicColor(std::size_t series) noexcept;

/// By the hash of a series' name, among those colours of the palette that stand out from the surface: the
/// same in every panel.
[[nodiscard]] std::string_view classicColorByName(std::string_view series, Surface surface);

/// The series' shade of a colour: the colour itself, then lighter and darker ones in turn, eleven in all.
[[nodiscard]] Rgba shadeOf(Rgba color, std::size_t series) noexcept;

} // namespace sightglass
