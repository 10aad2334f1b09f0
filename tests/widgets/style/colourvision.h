// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>

namespace sightglass::test {

enum class ColourVision
{
    Full,
    NoReds,   ///< protanopia
    NoGreens, ///< deuteranopia
    NoBlues   ///< tritanopia
};

/// How far apart two colours look to such eyes, as CIEDE2000: 1 is just noticeable side by side. Simulated
/// after Machado, Oliveira and Fernandes (2009), at full severity.
[[nodiscard]] double colourDistance(const QColor &a, const QColor &b, ColourVision eyes);

} // namespace sightglass::test
