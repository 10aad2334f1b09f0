// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/base/result.h"
#include "parser/grafana/jsonvalues.h"

#include <cstddef>
#include <string_view>

namespace sightglass::grafana {

struct JsonBounds
{
    std::size_t bytes = 0;
    std::size_t depth = 0;
};

/// Parses a whole JSON text (RFC 8259, a byte order mark before it is passed over). Of equal keys the last
/// counts, as in JavaScript. ConfigSyntax with line:column (in bytes) where it is not well-formed, longer or
/// deeper than the bounds, or has a number that no double holds.
[[nodiscard]] Result<Json> parseJsonText(std::string_view text, const JsonBounds &bounds);

} // namespace sightglass::grafana
