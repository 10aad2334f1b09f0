// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/scenario.h"

namespace sightglass::demo {

/// The weather as a modelled system feels it.
struct Disturbance
{
    double load = 1;       ///< factor on the usual traffic
    double slowness = 1;   ///< factor on what others take to answer
    double errorShare = 0; ///< of requests to others that fail, beyond the usual few; 0 … 1
    double warmth = 1;     ///< of caches: 1 answers as usual, 0 nothing

    /// Whether things break, rather than being slow or busy.
    [[nodiscard]] bool breaksThings() const noexcept { return errorShare > 0.1; }
};

[[nodiscard]] Disturbance disturbanceOf(const Weather &weather) noexcept;

/// What is felt after this time under a new disturbance: nothing changes at once, all is there after some
/// seconds.
[[nodiscard]] Disturbance eased(const Disturbance &felt, const Disturbance &target, double seconds) noexcept;

} // namespace sightglass::demo
