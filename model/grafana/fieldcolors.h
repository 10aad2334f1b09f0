// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/fields/fieldconfig.h"

#include <string>
#include <string_view>

namespace sightglass::grafana {

/// Grafana's id of a colour mode: "palette-classic", "continuous-GrYlRd", ….
[[nodiscard]] std::string colorModeText(const FieldColor &color);

enum class ModeReading : std::uint8_t
{
    Known,
    Unknown
};

/// Sets mode and scheme by the id.
[[nodiscard]] ModeReading setColorMode(FieldColor &color, std::string_view id);

template<typename Io>
void describeColor(Io &io, FieldColor &color)
{
    std::string mode = colorModeText(color);
    io.field("mode", mode, std::string());
    io.field("fixedColor", color.fixed, std::string());
    io.field("seriesBy", color.by, ColorBy::Last);
    if constexpr (Io::reading) {
        if (setColorMode(color, mode) == ModeReading::Unknown)
            io.notes().lose(io.placeOf("mode").pointer, io.placeOf("mode").path,
                            "The value is not one that is known.");
    }
}

} // namespace sightglass::grafana
