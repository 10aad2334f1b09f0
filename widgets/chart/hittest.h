// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/sample.h"

#include <optional>
#include <span>

namespace sightglass {

/// The index of the sample nearest in time to `at`, the earlier of two equally near; nothing where none is
/// within `withinMs` (inclusive). It is a real sample, never an interpolation.
[[nodiscard]] std::optional<std::size_t> nearestSample(std::span<const Sample> samples, TimestampMs at,
                                                       std::int64_t withinMs) noexcept;

} // namespace sightglass
