// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/base/sourcespan.h"
#include "parser/config/textlines.h"
#include "parser/config/yamldocument.h"

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace sightglass {

/// Where the items of a list stand in the text.
struct YamlItems
{
    bool flow = false;      ///< in brackets
    std::size_t column = 0; ///< of the dashes, from 0
    /// In brackets: the values. Else whole lines, from the dash to the last line of the item; comments and
    /// empty lines between items are in none.
    std::vector<SourceSpan> items;
    std::size_t begin = 0; ///< in brackets: of the opening one
    std::size_t end = 0;   ///< in brackets: behind the closing one
};

/// Finds the items of a list that was read from the text. Nothing where that cannot be told for certain, as
/// for a list that stands elsewhere and is only referred to.
[[nodiscard]] std::optional<YamlItems> locateItems(std::string_view text, const TextLines &lines,
                                                   const YamlNode &list);

} // namespace sightglass
