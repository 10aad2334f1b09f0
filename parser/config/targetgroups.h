// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/base/result.h"
#include "parser/config/scrapeconfig.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace sightglass {

enum class TargetGroupFormat : std::uint8_t
{
    Yaml,
    Json
};

/// The target groups of a file that file_sd names, or of an answer to http_sd (scraping reference, section
/// 11), strictly: unknown fields, wrong types, bad label names and null entries are errors. The groups'
/// sources are "<source>:<index>"; labels are sorted by name, and no __meta_ label is added. An empty text
/// is an empty list in YAML only. Errors: ConfigSyntax or ConfigValue with line:column, which in JSON is
/// where the reader stood.
[[nodiscard]] Result<std::vector<TargetGroup>>
parseTargetGroups(std::string_view text, TargetGroupFormat format, std::string_view source);

} // namespace sightglass
