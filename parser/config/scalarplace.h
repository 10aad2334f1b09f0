// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/config/rulefile.h"

#include <string>
#include <string_view>

namespace sightglass {

/// Where in the file a place of a scalar's text stands: plain or quoted on one line without escapes, or a
/// literal block. The scalar's own place otherwise, as for folded text. `inside` counts from 1, in bytes.
[[nodiscard]] SourcePosition placeInScalar(std::string_view file, const Written<std::string> &scalar,
                                           SourcePosition inside);

} // namespace sightglass
