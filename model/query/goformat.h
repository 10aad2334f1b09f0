// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/goformat.h"
#include "model/core/sample.h"

#include <string>

namespace sightglass {

/// RFC 3339 in UTC with whole seconds: 1970-01-01T00:50:00Z.
[[nodiscard]] std::string rfc3339(TimestampMs t);

} // namespace sightglass
