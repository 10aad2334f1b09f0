// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/base/result.h"

#include <string>

namespace sightglass {

/// The bytes of a YAML file as UTF-8: those of UTF-16 with a byte order mark are converted, as go-yaml does
/// it; all others stay as they are. Places then count bytes of the converted text. Errors: ConfigSyntax with
/// go-yaml's words, without a place.
[[nodiscard]] Result<std::string> utf8Yaml(std::string bytes);

} // namespace sightglass
