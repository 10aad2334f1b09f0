// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/sample.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace sightglass {

/// A time in the tokens of moment.js (YYYY-MM-DD HH:mm:ss, [quoted], …), in English. `offset`: how far local
/// time is ahead of UTC, in milliseconds. An empty format is ISO 8601 with the offset. Times of years
/// beyond 0 to 9999 are "Invalid date".
[[nodiscard]] std::string formattedTime(double milliseconds, std::string_view format, std::int64_t offset);

/// A text read by those tokens, forgivingly: what stands between them may differ. Milliseconds since 1970 as
/// if the text were UTC, unless it tells its offset. Empty where a token finds nothing.
struct ParsedTime
{
    TimestampMs time = 0;
    bool hasOffset = false; ///< already counted in
};
[[nodiscard]] std::optional<ParsedTime> parsedTime(std::string_view text, std::string_view format);

/// ISO 8601: 2024-01-31T12:00:00.5Z, 2024-01-31 12:00:00, 2024-01-31.
[[nodiscard]] std::optional<ParsedTime> parsedIsoTime(std::string_view text);

} // namespace sightglass
