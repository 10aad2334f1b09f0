// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/grafana/fieldcolors.h"

#include "model/fields/colorschemes.h"

#include <array>
#include <utility>

namespace sightglass::grafana {

namespace {

constexpr std::array<std::pair<std::string_view, ColorMode>, 6> modes = {{
    {"fixed", ColorMode::Fixed},
    {"shades", ColorMode::Shades},
    {"thresholds", ColorMode::Thresholds},
    {"palette-classic", ColorMode::PaletteClassic},
    {"palette-classic-by-name", ColorMode::PaletteClassicByName},
    {"", ColorMode::PaletteClassic},
}};

} // namespace

std::string colorModeText(const FieldColor &color)
{
    if (color.mode == ColorMode::Continuous)
        return color.scheme;
    for (const auto &[id, mode] : modes) {
        if (mode == color.mode)
            return std::string(id);
    }
    return {};
}

ModeReading setColorMode(FieldColor &color, std::string_view id)
{
    for (const auto &[known, mode] : modes) {
        if (known == id) {
            color.mode = mode;
            return ModeReading::Known;
        }
    }
    if (!id.starts_with("continuous-"))
        return ModeReading::Unknown;
    color.mode = ColorMode::Continuous;
    color.scheme = id;
    return !schemeColors(id).empty() ? ModeReading::Known : ModeReading::Unknown;
}

} // namespace sightglass::grafana
