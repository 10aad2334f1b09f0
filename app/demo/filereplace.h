// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/base/result.h"

#include <string>
#include <string_view>

namespace sightglass::demo {

/// Writes a file beside this one, flushes it to disk and renames it over: readers and crashes see all of the
/// old bytes or all of the new. Errors: FileUnreadable with path and the system's reason; the old file is
/// then untouched.
[[nodiscard]] Status replaceFile(const std::string &path, std::string_view bytes);

} // namespace sightglass::demo
