// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/exposition/expositiontoken.h"

#include <array>

namespace sightglass {

std::string_view tokenName(ExpositionToken token) noexcept
{
    // In the order of the enumeration.
    constexpr std::array<std::string_view, 20> names = {
        "INVALID", "EOF",    "LINEBREAK", "WHITESPACE", "HELP",      "TYPE",  "UNIT",
        "EOFWORD", "TEXT",   "COMMENT",   "MNAME",      "QSTRING",   "BOPEN", "BCLOSE",
        "LNAME",   "LVALUE", "COMMA",     "EQUAL",      "TIMESTAMP", "VALUE"};
    return names[static_cast<std::size_t>(token)];
}

} // namespace sightglass
