// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <random>
#include <string>
#include <string_view>

namespace sightglass::test {

/// A YAML text with something done to it: lines and characters gone, doubled, moved, values and keys
/// replaced.
[[nodiscard]] std::string mutated(std::string_view text, std::mt19937 &random);

} // namespace sightglass::test
