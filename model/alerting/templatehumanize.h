// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace sightglass {

/// Prometheus' humanize functions (rules reference, section 4); numbers with four digits, as Go's %.4g.
[[nodiscard]] std::string humanized(double value);
[[nodiscard]] std::string humanized1024(double value);
[[nodiscard]] std::string humanizedDuration(double seconds);
[[nodiscard]] std::string humanizedPercentage(double ratio);

/// Go's %.4g.
[[nodiscard]] std::string fourDigits(double value);

} // namespace sightglass
