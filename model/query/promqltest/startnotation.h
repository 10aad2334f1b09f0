// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/base/result.h"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace sightglass::promqltest {

/// The items of a `<series>@st` line: per sample the milliseconds from its time to its start timestamp
/// (usually negative), or nothing. `_`, `_xN`, `<dur>`, `<dur>xN`, `<dur>±<dur>xN` (promqltest reference,
/// section 2, load). Errors: ConfigSyntax.
[[nodiscard]] Result<std::vector<std::optional<std::int64_t>>> parseStartOffsets(std::string_view text);

} // namespace sightglass::promqltest
