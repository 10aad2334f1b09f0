// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>

namespace sightglass {

/// What WCAG 2.2 asks for at least.
inline constexpr double graphicsContrast = 3;   ///< of lines and marks (1.4.11, AA)
inline constexpr double textContrast = 4.5;     ///< of text (1.4.3, AA)
inline constexpr double strongTextContrast = 7; ///< of text (1.4.6, AAA)

/// WCAG's contrast ratio of two opaque colours, 1 to 21.
[[nodiscard]] double contrastRatio(const QColor &a, const QColor &b);

/// The colour itself where it has this contrast with the surface, else the nearest lighter or darker one of
/// its hue that has; black or white where none has.
[[nodiscard]] QColor legibleOn(const QColor &color, const QColor &surface, double least);

/// Black or white for text on a fill of any colour: whichever has more contrast with it, which is
/// textContrast at least.
[[nodiscard]] QColor textOn(const QColor &fill);

} // namespace sightglass
