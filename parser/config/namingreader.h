// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/config/configreading.h"
#include "parser/config/scrapeconfig.h"

#include <optional>
#include <string_view>

namespace sightglass {

/// metric_name_validation_scheme: utf8 or legacy; nothing for null and the empty text.
void readNameValidation(const YamlNode &node, std::optional<NameValidation> &target, ConfigReading &reading);

/// metric_name_escaping_scheme; nothing for null and the empty text. `where` is "global" or "scrape config",
/// for the error text.
void readNameEscaping(const YamlNode &node, std::string_view where, std::optional<NameEscaping> &target,
                      ConfigReading &reading);

/// What is asked for where nothing is said.
[[nodiscard]] constexpr NameEscaping defaultEscaping(NameValidation names)
{
    return names == NameValidation::Legacy ? NameEscaping::Underscores : NameEscaping::AllowUtf8;
}

} // namespace sightglass
