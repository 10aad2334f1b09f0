// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace sightglass {

/// The vertical axis: `high` is drawn at y 0, `low` at y `height` (device pixels, downwards). low < high.
struct ValueScale
{
    double low = 0;
    double high = 1;
    int height = 1;

    /// Linear, not clamped; NaN gives NaN. Halves are exact, and the distance of the largest numbers is
    /// infinite.
    [[nodiscard]] double yOf(double value) const noexcept
    {
        return (high / 2 - value / 2) / (high / 2 - low / 2) * height;
    }
    [[nodiscard]] double valueAt(double y) const noexcept
    {
        return (high / 2 - y / height * (high / 2 - low / 2)) * 2;
    }

    friend bool operator==(const ValueScale &, const ValueScale &) = default;
};

} // namespace sightglass
