// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string_view>

namespace sightglass {

/// Whether the byte continues a UTF-8 sequence.
[[nodiscard]] constexpr bool isUtf8Continuation(char byte) noexcept
{
    return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

/// The longest beginning of at most maxBytes that does not cut a character in two. Bytes that are no UTF-8
/// count as they come.
[[nodiscard]] constexpr std::string_view utf8Prefix(std::string_view text, std::size_t maxBytes) noexcept
{
    if (text.size() <= maxBytes)
        return text;
    std::size_t end = maxBytes;
    while (end > 0 && isUtf8Continuation(text[end]))
        --end;
    return text.substr(0, end);
}

} // namespace sightglass
