// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/config/yamldocument.h"
#include "parser/config/yamltext.h"

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sightglass {

/// What is put into a list, in both notations.
struct YamlItemText
{
    std::function<std::string(const YamlLayout &)> block; ///< whole lines, the dash at the layout's column
    std::function<std::string()> flow;
};

/// A list of a text that was read, and its key. Null items do not count in its indices.
struct YamlList
{
    const YamlNode *key = nullptr;   ///< null: neither the key nor the list is there
    const YamlNode *value = nullptr; ///< null, or a null node: there are no items
    std::size_t column = 0;          ///< where dashes go, from 0, where the list does not show it
};

// Each gives the texts that a change may come to, the one that looks best first; whether one reads back as it
// should is for the caller to see. None where the items cannot be found.

[[nodiscard]] std::vector<std::string> withoutItem(std::string_view text, const YamlList &list,
                                                   std::size_t index);
[[nodiscard]] std::vector<std::string> withItemReplaced(std::string_view text, const YamlList &list,
                                                        std::size_t index, const YamlItemText &item);
/// Before the item that is there, or behind the last.
[[nodiscard]] std::vector<std::string> withItemInserted(std::string_view text, const YamlList &list,
                                                        std::size_t index, const YamlItemText &item);

/// The lines put in at a place, with a line end before them where the text has none.
[[nodiscard]] std::string withLines(std::string_view text, std::size_t at, std::string_view lines);

/// "\r\n" where the first line ends so.
[[nodiscard]] std::string_view lineEndOf(std::string_view text);

} // namespace sightglass
