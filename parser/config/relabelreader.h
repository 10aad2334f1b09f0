// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/config/configreading.h"
#include "parser/config/relabelrule.h"
#include "parser/config/scrapeconfig.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sightglass {

/// A relabelling rule as it stands in the file. What was left out is told from what was written, for some
/// actions refuse even defaults.
struct RelabelDraft
{
    std::optional<std::vector<std::string>> sourceLabels;
    std::string separator = ";";
    std::optional<std::string> regex;
    std::uint64_t modulus = 0;
    std::string targetLabel;
    std::string replacement = "$1";
    std::optional<RelabelAction> action = RelabelAction::Replace; ///< nothing where it is null
    SourcePosition position;
};

/// A list of rules; `nullText` is the error for a null among them.
[[nodiscard]] std::vector<RelabelDraft> readRelabelRules(const YamlNode &node, std::string_view nullText,
                                                         ConfigReading &reading);

/// Checks what the fields of a rule have to do with its action (scraping reference, section 9).
[[nodiscard]] RelabelRule finishedRelabelRule(const RelabelDraft &draft, NameValidation names,
                                              ConfigReading &reading);

/// The name of an action in files.
[[nodiscard]] std::string_view relabelActionName(RelabelAction action);

} // namespace sightglass
