// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace sightglass {

/// Adds a code point (up to 0x10FFFF) in UTF-8. Surrogates are written like any other: who must not write
/// them looks first.
inline void appendUtf8(std::string &out, char32_t rune)
{
    const auto tail = [&out, rune](unsigned shift) {
        out += static_cast<char>(0x80U | ((rune >> shift) & 0x3FU));
    };
    if (rune < 0x80) {
        out += static_cast<char>(rune);
    } else if (rune < 0x800) {
        out += static_cast<char>(0xC0U | (rune >> 6U));
        tail(0);
    } else if (rune < 0x10000) {
        out += static_cast<char>(0xE0U | (rune >> 12U));
        tail(6);
        tail(0);
    } else {
        out += static_cast<char>(0xF0U | (rune >> 18U));
        tail(12);
        tail(6);
        tail(0);
    }
}

} // namespace sightglass
