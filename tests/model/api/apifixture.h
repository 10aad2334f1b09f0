// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/api/apirouter.h"

#include <string>
#include <string_view>

namespace sightglass::test {

/// The time that requests are made at: 2023-11-14T22:23:20Z.
inline constexpr TimestampMs apiNow = 1'700'000'600'000;

/// Ten minutes of a few series, two targets (one down), a rule group with a firing, a pending and a resolved
/// alert and one that fails.
[[nodiscard]] ApiContext apiContext();

/// The answer to "GET /path?query" or "POST /path?form" of this context.
[[nodiscard]] ApiResponse ask(const ApiContext &context, std::string_view request);

} // namespace sightglass::test
