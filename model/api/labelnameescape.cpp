// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/api/labelnameescape.h"

#include "parser/base/utf8append.h"

#include <charconv>
#include <cstdint>
#include <system_error>

namespace sightglass {

namespace {

constexpr std::size_t maxHexDigits = 6;

bool isRune(std::uint32_t value)
{
    return value < 0xD800 || (value > 0xDFFF && value <= 0x10FFFF);
}

} // namespace

std::string unescapedName(std::string_view name)
{
    constexpr std::string_view prefix = "U__";
    if (!name.starts_with(prefix))
        return std::string(name);
    std::string out;
    for (std::size_t i = prefix.size(); i < name.size(); ++i) {
        if (name[i] != '_') {
            out += name[i];
            continue;
        }
        const std::size_t end = name.find('_', i + 1);
        if (end == std::string_view::npos || end - i - 1 > maxHexDigits)
            return std::string(name);
        if (end == i + 1) {
            out += '_';
        } else {
            std::uint32_t rune = 0;
            const auto [stop, error] = std::from_chars(name.data() + i + 1, name.data() + end, rune, 16);
            if (error != std::errc() || stop != name.data() + end || !isRune(rune))
                return std::string(name);
            appendUtf8(out, rune);
        }
        i = end;
    }
    return out;
}

} // namespace sightglass
