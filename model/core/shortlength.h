// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace sightglass {

/// A length of time in short, for corners and sentences that say something else: "15 s", "2.5 h", "3 d".
[[nodiscard]] std::string shortLength(double seconds);

} // namespace sightglass
