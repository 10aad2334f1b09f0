// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace sightglass {

/// How the lines of a file that is written to look.
struct YamlLayout
{
    std::size_t column = 0; ///< blanks before the lines that are written
    std::string_view lineEnd = "\n";
    std::size_t listIndent = 0; ///< how far the dashes of a list stand inside its key
};

/// A text as YAML that reads back as this text: in double quotes, on one line, good anywhere.
[[nodiscard]] std::string yamlQuoted(std::string_view text);

/// The same for a key in a block: plain where that is safe and cannot be taken for a number or the like, else
/// in quotes.
[[nodiscard]] std::string yamlKey(std::string_view text);

/// The same for the value of such a key: a text of several lines is a literal block, whose lines begin at the
/// layout's column. Without a line end behind it.
[[nodiscard]] std::string yamlValue(std::string_view text, const YamlLayout &layout);

} // namespace sightglass
