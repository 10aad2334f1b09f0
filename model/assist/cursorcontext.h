// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/base/sourcespan.h"
#include "parser/promql/matcher.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace sightglass {

/// What may be written where the cursor stands.
enum class CursorPlace : std::uint8_t
{
    Nothing, ///< in a comment, a number, an ordinary string
    Operand, ///< a metric, function or aggregation
    Operator,
    LabelName,     ///< in braces
    MatchOperator, ///< behind a label name in braces
    LabelValue,
    GroupingLabel, ///< in by(), without(), on(), ignoring(), group_left(), group_right()
    Duration,
    FixedTime ///< behind @
};

/// The place of the cursor in a query that may be unfinished.
struct CursorContext
{
    CursorPlace place = CursorPlace::Nothing;
    SourceSpan word;    ///< what a completion replaces: the word or string under the cursor, else empty
    std::string prefix; ///< of it, before the cursor; of a string without its quote
    char quote = 0;     ///< the string's quote; 0 outside of strings

    // In braces
    std::vector<Matcher> matchers; ///< of the selector, but for the one being written; the name among them
    std::string label;             ///< LabelValue: of which label

    // In label lists
    std::vector<std::string> metrics; ///< whose labels are meant; empty: all
    std::vector<std::string> listed;  ///< labels that the list has already

    // Around the cursor
    std::string function;          ///< the innermost function or aggregation whose arguments these are
    std::size_t argument = 0;      ///< which one, from 0
    bool afterAggregation = false; ///< `sum` or `sum(…)` stands right before: by and without may follow
    bool afterOperator = false;    ///< a binary operator stands right before: on, ignoring, bool may follow
    bool afterMatching = false;    ///< on(…) or ignoring(…) does: group_left, group_right may follow
};

/// `cursor` is a byte offset, at most the query's size.
[[nodiscard]] CursorContext cursorContext(std::string_view query, std::size_t cursor);

} // namespace sightglass
