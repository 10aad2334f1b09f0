// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/config/rulefile.h"
#include "parser/config/textlines.h"

#include <string>

namespace sightglass {

/// Where in the file a place of a scalar's text stands: plain or quoted on one line without escapes, or a
/// literal block. The scalar's own place otherwise, as for folded text. `inside` counts from 1, in bytes.
[[nodiscard]] SourcePosition placeInScalar(const TextLines &file, const Written<std::string> &scalar,
                                           SourcePosition inside);

} // namespace sightglass
