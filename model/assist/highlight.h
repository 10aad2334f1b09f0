// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/base/sourcespan.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace sightglass {

/// What a piece of a query is to the eye.
enum class TokenClass : std::uint8_t
{
    Metric,
    Label,
    Function,
    Aggregation,
    Keyword, ///< by, on, offset, and, bool …
    Operator,
    Punctuation,
    Number,
    Duration,
    String,
    Variable, ///< $__rate_interval
    Comment,
    Unreadable
};

struct ColoredSpan
{
    SourceSpan span;
    TokenClass tokenClass = TokenClass::Operator;
};

/// The classes of all pieces of a query, finished or not, in order. Blanks belong to none.
[[nodiscard]] std::vector<ColoredSpan> highlight(std::string_view query);

/// The byte of the bracket at `cursor` or right before it, and that of its partner; empty where there is no
/// bracket. The partner is empty where it is missing or of another kind.
struct BracketPair
{
    std::size_t bracket = 0;
    std::optional<std::size_t> partner;
};
[[nodiscard]] std::optional<BracketPair> bracketAt(std::string_view query, std::size_t cursor);

} // namespace sightglass
