// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/sample.h"
#include "model/core/timerange.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace sightglass {

/// The times that "all time" means: farther than anything stored or evaluated, near enough to be added to.
inline constexpr TimeRange allTime{-(std::int64_t{1} << 61), std::int64_t{1} << 61};

/// A time as the API takes it: seconds since the epoch as a number (parseGoFloat()), rounded to ms, or RFC
/// 3339 as Go reads it, a comma or one digit of an hour included, with any fraction, cut to ms; and
/// Prometheus' own names for the ends of time. Brought into allTime. Empty otherwise, and for NaN, of which
/// Prometheus makes the first time that it can count.
[[nodiscard]] std::optional<TimestampMs> parseApiTime(std::string_view text);

/// A duration as the API takes it: seconds as a number, or Prometheus' own notation; cut to ms. The
/// text is what is wrong with it.
[[nodiscard]] std::variant<std::int64_t, std::string> parseApiDuration(std::string_view text);

/// A time as the API's JSON numbers have it: seconds, with three decimals where it is not a whole one.
[[nodiscard]] std::string secondsText(TimestampMs t);

/// RFC 3339 in UTC with as much of a fraction as there is, as Go marshals a time.
[[nodiscard]] std::string rfc3339Text(TimestampMs t);

/// Go's zero time: "never".
inline constexpr std::string_view neverText = "0001-01-01T00:00:00Z";

} // namespace sightglass
