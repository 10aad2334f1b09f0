// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/event.h"

#include <optional>

namespace sightglass::demo {

/// Exponential backoff: the first retry waits `base`, each further one twice as long, never longer than
/// `longest`; after `attempts` tries in all there is no further one.
struct RetrySchedule
{
    unsigned attempts = 3;
    Milliseconds base{200};
    Milliseconds longest{5'000};

    /// How long to wait before trying again after this many failed tries (1 is the first). Empty when it was
    /// the last. The wait is spread by jitter in [0, 1] over 80 % to 120 % of its length, so that what failed
    /// together does not come back together.
    [[nodiscard]] std::optional<Milliseconds> delayAfter(unsigned failures, double jitter) const noexcept;
};

} // namespace sightglass::demo
