// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/base/result.h"

#include <cstdint>
#include <string_view>

namespace sightglass {

/// A size as Prometheus' configuration writes it: numbers with units B, KB … EB, or KiB … EiB, all of them
/// powers of 1024; "1.5MB", "1GB512MB". A unit is needed, but for 0. A sign may stand in front. Errors:
/// ConfigValue with the text of the library that Prometheus uses.
[[nodiscard]] Result<std::int64_t> parseByteSize(std::string_view text);

} // namespace sightglass
