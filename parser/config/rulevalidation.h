// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/config/rulefilereader.h"

#include <string_view>
#include <vector>

namespace sightglass {

/// Parses the expressions of a file whose shape is right, and finds what is wrong with its groups and rules,
/// with Prometheus' texts and in its order; labels and annotations by name. `text` is the file's, to tell
/// places in expressions.
[[nodiscard]] std::vector<RuleProblem> validatedRules(RuleFile &file, std::string_view text,
                                                      const RuleFileOptions &options);

} // namespace sightglass
