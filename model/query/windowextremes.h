// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/query/columns.h"
#include "model/query/windows.h"

#include <cstdint>
#include <span>
#include <vector>

namespace sightglass {

enum class Extreme : std::uint8_t
{
    Lowest,
    Highest
};

/// The lowest or highest value of every window with a sample; `out` has a place per window. Bit for bit as
/// Prometheus finds them: NaN counts only where there is nothing else, and of 0 and -0 the first stays. Each
/// sample is looked at once, however long the windows are: begins and ends never decrease from window to
/// window.
void extremesOfWindows(const std::vector<double> &values, std::span<const Window> windows, Extreme extreme,
                       Column &out);

} // namespace sightglass
