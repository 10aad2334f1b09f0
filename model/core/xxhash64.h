// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>

namespace sightglass {

/// XXH64 with seed 0 of some bytes, as the xxHash specification defines it. For where Prometheus' own hash of
/// something shows in results; nothing of ours is found by it.
[[nodiscard]] std::uint64_t xxHash64(std::string_view bytes) noexcept;

} // namespace sightglass
