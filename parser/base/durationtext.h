// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace sightglass {

/// A duration as Prometheus writes it in configuration and PromQL, in milliseconds: units y w d h m s ms in
/// this order, each at most once, whole numbers, no sign; "0" alone is allowed. A year is 365 days. Empty on
/// anything else and on overflow of 2^63 ns (about 292 years).
[[nodiscard]] std::optional<std::int64_t> parseDurationMs(std::string_view text) noexcept;

/// The same text form: largest units that divide exactly, e.g. 5400000 -> "1h30m", 0 -> "0s". Negative values
/// get a leading minus.
[[nodiscard]] std::string formatDurationMs(std::int64_t milliseconds);

} // namespace sightglass
