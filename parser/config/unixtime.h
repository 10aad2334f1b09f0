// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace sightglass {

/// Unix time in milliseconds of what promtool takes for a time: seconds since 1970 as a number ("1.5e9"), or
/// RFC 3339 ("2024-05-01T10:00:00.5+02:00"); finer parts are cut off. Nothing for all else, and for times
/// that do not fit.
[[nodiscard]] std::optional<std::int64_t> unixTimeMs(std::string_view text);

} // namespace sightglass
