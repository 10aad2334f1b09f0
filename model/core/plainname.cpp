// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/core/plainname.h"

namespace sightglass {

std::string plainName(std::string_view text, NameCase letters, std::size_t longest)
{
    std::string name;
    for (const char c : text) {
        if (name.size() >= longest)
            break;
        const bool isUpper = c >= 'A' && c <= 'Z';
        const bool isPlain = isUpper || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
        if (isPlain)
            name += isUpper && letters == NameCase::Lowered ? static_cast<char>(c - 'A' + 'a') : c;
        else if (!name.empty() && name.back() != '-')
            name += '-';
    }
    while (!name.empty() && name.back() == '-')
        name.pop_back();
    return name;
}

} // namespace sightglass
