// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace sightglass {

/// The vertical axis: `high` is drawn at y 0, `low` at y `height` (device pixels, downwards). low < high.
struct ValueScale
{
    double low = 0;
    double high = 1;
    int height = 1;

    /// Linear, not clamped; NaN gives NaN.
    [[nodiscard]] double yOf(double value) const noexcept { return (high - value) / (high - low) * height; }
    [[nodiscard]] double valueAt(double y) const noexcept { return high - y / height * (high - low); }

    friend bool operator==(const ValueScale &, const ValueScale &) = default;
};

} // namespace sightglass
