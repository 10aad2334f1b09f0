// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace sightglass {

/// The words of a metric's or label's name: parted by underscores, colons, dots and other separators, and
/// where "camelCase" begins a new one ("HTTPRequestCount" is HTTP, Request and Count; "kB", "iOS" and "VMs"
/// are one word each). Views into `name`, none empty.
[[nodiscard]] std::vector<std::string_view> nameWords(std::string_view name);

/// The text with ASCII capitals as small letters.
[[nodiscard]] std::string lowered(std::string_view text);

/// A word as it stands within a title: "Free" as "free"; acronyms and mixtures ("HTTP", "iOS") stay.
[[nodiscard]] std::string wordInTitle(std::string_view word);

} // namespace sightglass
