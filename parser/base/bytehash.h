// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>

namespace sightglass {

/// A 64-bit hash of bytes whose bits are all good enough to be cut out by a mask. Sixteen bytes at a time, so
/// that a label set costs little more than reading it. For tables in memory only: not stable between
/// versions or byte orders, and no defence against somebody who searches for collisions.
[[nodiscard]] std::uint64_t hashBytes(std::string_view bytes) noexcept;

} // namespace sightglass
