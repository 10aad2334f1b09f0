// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/config/yamlbinary.h"

#include <cstddef>
#include <cstdint>

namespace sightglass {

std::optional<std::string> decodedYamlBinary(std::string_view text)
{
    constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string bytes;
    std::uint32_t bits = 0;
    std::size_t digits = 0;
    std::size_t padding = 0;
    for (const char c : text) {
        if (c == '\n' || c == '\r')
            continue;
        const std::size_t value = alphabet.find(c);
        const bool pads = c == '=' && digits % 4 >= 2;
        if (!pads && (value == std::string_view::npos || padding > 0))
            return {};
        padding += pads ? 1 : 0;
        bits = (bits << 6U) | (pads ? 0U : static_cast<std::uint32_t>(value));
        if (++digits % 4 != 0)
            continue;
        for (std::size_t i = 0; i + padding < 3; ++i)
            bytes += static_cast<char>((bits >> (16 - 8 * i)) & 0xFFU);
    }
    return digits % 4 == 0 ? std::optional(std::move(bytes)) : std::nullopt;
}

} // namespace sightglass
