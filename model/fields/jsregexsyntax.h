// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/base/result.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// Regular expressions of JavaScript as trees, for those that RE2 cannot do.
namespace sightglass::jsregex {

enum class NodeKind : std::uint8_t
{
    Sequence,
    Choice,
    Class, ///< one character; also a plain one and the dot
    Group,
    BackReference,
    Repeat,
    LineStart,
    LineEnd,
    WordBoundary,
    NoWordBoundary,
    Ahead,
    NotAhead,
    Behind,
    NotBehind
};

/// Code points, both ends included.
struct CharRange
{
    char32_t first = 0;
    char32_t last = 0;
};

constexpr std::uint32_t endless = 0xFFFFFFFF;

struct Node
{
    NodeKind kind = NodeKind::Sequence;
    std::vector<Node> children;
    std::vector<CharRange> ranges; ///< of Class
    bool negated = false;          ///< of Class
    bool lazy = false;             ///< of Repeat
    std::uint32_t least = 0;       ///< of Repeat
    std::uint32_t most = 0;        ///< of Repeat, or `endless`
    std::uint32_t group = 0;       ///< of Group and BackReference; of Repeat the first group within it
    std::uint32_t groupsEnd = 0;   ///< of Repeat: one behind the last group within it
};

struct Syntax
{
    Node root;
    std::uint32_t groups = 0; ///< without the whole match
    std::vector<std::pair<std::uint32_t, std::string>> names;
};

/// The tree of a source without its slashes. `dotAll`: the flag s. Errors: ConfigValue, the reason alone.
[[nodiscard]] Result<Syntax> parse(std::string_view source, bool dotAll);

/// The code point at the front of a text that is not empty and how many bytes it takes; a byte that is no
/// UTF-8 stands for itself, above all code points.
[[nodiscard]] std::pair<char32_t, std::size_t> frontOf(std::string_view text) noexcept;

} // namespace sightglass::jsregex
