// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace sightglass {

/// A colour by its role; the theme decides the shade. Dashboards name it by its word: "good", "notice",
/// "warning", "critical", "info", "neutral".
enum class SemanticColor : std::uint8_t
{
    Good,
    Notice,
    Warning,
    Critical,
    Info,
    Neutral
};

} // namespace sightglass
