// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/base/error.h"

#include <cstddef>
#include <string>

namespace sightglass {

/// What is wrong with a rule file, and in which rule.
struct RuleProblem
{
    /// ConfigSyntax: no YAML, or not of a rule file's shape; ConfigValue: all else. Its place is the one that
    /// Prometheus tells, or a better one where it tells none.
    Error error;
    SourcePosition otherPosition; ///< of the other of `record` and `alert`; {0, 0} but there
    /// Where in the file the very character is that an expression or template does not parse at:
    /// error.position, where there is none better.
    SourcePosition exactPosition;
    std::string group;    ///< its name, from the file: hostile
    std::size_t rule = 0; ///< from 1 on in the group; 0: it is about the group or the file
    std::string ruleName;

    friend bool operator==(const RuleProblem &, const RuleProblem &) = default;
};

/// As Prometheus says it behind the file's name: `5:15: group "g", rule 1, "name": field 'expr' must be set
/// in rule`.
[[nodiscard]] std::string plainText(const RuleProblem &problem);

} // namespace sightglass
