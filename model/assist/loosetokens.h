// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/promql/token.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace sightglass {

/// A piece of a query that may be unfinished or wrong.
struct LooseToken
{
    enum class Kind : std::uint8_t
    {
        Token,      ///< as the language has it
        Unfinished, ///< a string without its end, up to the end of its line
        Unreadable, ///< nothing that may stand here
        Comment
    };
    Kind kind = Kind::Token;
    promql::TokenType type = promql::TokenType::Error; ///< of Token; String for Unfinished
    SourceSpan span;
    bool inBraces = false;   ///< between { and }, these excluded
    bool inBrackets = false; ///< between [ and ], these excluded

    [[nodiscard]] bool is(promql::TokenType wanted) const noexcept
    {
        return kind == Kind::Token && type == wanted;
    }
};

/// Cuts a query into tokens by the language's own lexer, and goes on where that gives up: while somebody
/// types, most queries are wrong. Spans ascend and do not overlap. After very many unreadable places the rest
/// is one unreadable piece.
[[nodiscard]] std::vector<LooseToken> looseTokens(std::string_view query);

} // namespace sightglass
