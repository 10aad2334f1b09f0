// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/query/promqltest/seriesnotation.h"
#include "parser/base/result.h"

#include <cstddef>
#include <string_view>
#include <vector>

namespace sightglass::promqltest {

/// Reads the histogram item that the text begins with, `{{…}}`, `{{…}}xN` or `{{…}}±{{…}}xN`, appends what it
/// expands to, and returns the bytes taken (promqltest reference, section 3). Errors: ConfigSyntax.
[[nodiscard]] Result<std::size_t> appendHistogramItem(std::string_view text, std::vector<SeriesItem> &items);

/// What stands behind counter_reset_hint: unknown, reset, not_reset, gauge.
[[nodiscard]] std::string_view hintText(CounterResetHint hint) noexcept;

} // namespace sightglass::promqltest
