// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace sightglass::promqltest {

inline constexpr std::string_view blanks = " \t\r\n\v\f";

[[nodiscard]] inline std::string_view trimmed(std::string_view text)
{
    const std::size_t begin = text.find_first_not_of(blanks);
    if (begin == std::string_view::npos)
        return {};
    return text.substr(begin, text.find_last_not_of(blanks) - begin + 1);
}

/// The text up to the first blank.
[[nodiscard]] inline std::string_view firstWord(std::string_view text)
{
    return text.substr(0, text.find_first_of(blanks));
}

/// Removes the first word and the blanks around it from the text.
inline std::string_view takeWord(std::string_view &text)
{
    text = trimmed(text);
    const std::string_view word = firstWord(text);
    text = trimmed(text.substr(word.size()));
    return word;
}

} // namespace sightglass::promqltest
