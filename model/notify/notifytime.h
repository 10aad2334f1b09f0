// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/sample.h"

#include <optional>
#include <string>
#include <string_view>

namespace sightglass {

/// RFC 3339 in UTC with milliseconds, as Prometheus sends alerts: 2024-01-01T00:00:00.000Z.
[[nodiscard]] std::string rfc3339Ms(TimestampMs t);

/// Back again, of any offset and any fraction, which is cut to milliseconds. Nothing for all else.
[[nodiscard]] std::optional<TimestampMs> parseRfc3339(std::string_view text);

/// What Go writes for a time that is not set.
inline constexpr std::string_view zeroTimeText = "0001-01-01T00:00:00Z";

} // namespace sightglass
