// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/base/sourcespan.h"

#include <cstdint>
#include <string>
#include <vector>

namespace sightglass {

/// What a relabelling rule does (scraping reference, section 9). Names in files are these in lower case, in
/// any case.
enum class RelabelAction : std::uint8_t
{
    Replace,
    Keep,
    Drop,
    KeepEqual,
    DropEqual,
    HashMod,
    LabelMap,
    LabelDrop,
    LabelKeep,
    Lowercase,
    Uppercase
};

/// One entry of relabel_configs or metric_relabel_configs, checked, not yet compiled. A value.
struct RelabelRule
{
    std::vector<std::string> sourceLabels;
    std::string separator = ";";
    std::string regex = "(.*)"; ///< Go's RE2, as written; matched whole, dot matches newline
    std::uint64_t modulus = 0;  ///< > 0 for HashMod
    std::string targetLabel;
    std::string replacement = "$1";
    RelabelAction action = RelabelAction::Replace;
    SourcePosition position; ///< in the file; {0, 0} when made by hand

    friend bool operator==(const RelabelRule &, const RelabelRule &) = default;
};

} // namespace sightglass
