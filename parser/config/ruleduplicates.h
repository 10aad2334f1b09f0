// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/base/labels.h"
#include "parser/config/rulefile.h"

#include <cstddef>
#include <string>
#include <vector>

namespace sightglass {

/// Rules of one file with the same name and labels of their own: promtool's lint duplicate-rules. Groups'
/// labels do not count.
struct DuplicateRules
{
    /// One of them: indices into RuleFile::groups and WrittenGroup::rules.
    struct Place
    {
        std::size_t group = 0;
        std::size_t rule = 0;
    };

    std::string name;
    Labels labels;
    std::vector<Place> places; ///< in the file's order, at least two
};

/// By name, then by labels.
[[nodiscard]] std::vector<DuplicateRules> duplicateRules(const RuleFile &file);

/// What promtool says of them: "2 duplicate rule(s) found.", each one's name and labels on lines of their
/// own, and why it matters.
[[nodiscard]] std::string duplicatesText(const std::vector<DuplicateRules> &duplicates);

} // namespace sightglass
