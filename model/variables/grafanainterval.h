// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace sightglass {

/// A span of time rounded to one of Grafana's steps (1, 2, 5, 10, 15, 20, 30 s, 1, 2, 5 … min, …).
[[nodiscard]] std::int64_t roundedInterval(std::int64_t milliseconds) noexcept;

/// A duration as Grafana reads it: a number, which may have a fraction, and a unit ms, s, m, h, d, w, M, y,
/// of which only the beginning counts ("1min"); a bare number is seconds, ">" before it is passed over. Empty
/// for anything else.
[[nodiscard]] std::optional<std::int64_t> grafanaIntervalMs(std::string_view text) noexcept;

} // namespace sightglass
