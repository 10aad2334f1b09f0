// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace sightglass {

/// What an anchored regular expression amounts to where that is plain to see, so that most matchers need no
/// automaton.
struct RegexShape
{
    enum class Kind : std::uint8_t
    {
        General,      ///< needs the automaton
        OneOf,        ///< exactly one of `texts`: a literal, or literals joined by |, perhaps in one group
        Prefix,       ///< texts[0], then anything: lit.*
        LongerPrefix, ///< texts[0], then at least one character: lit.+
    };
    Kind kind = Kind::General;
    std::vector<std::string> texts;
};

/// Only ever says something other than General where it is certain.
[[nodiscard]] RegexShape analyseRegex(std::string_view pattern);

} // namespace sightglass
