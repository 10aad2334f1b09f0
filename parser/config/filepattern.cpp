// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/config/filepattern.h"

#include "parser/base/utf8cut.h"

#include <algorithm>
#include <array>
#include <optional>

namespace sightglass {
namespace {

/// The first character, with all its bytes.
std::string_view firstCharacter(std::string_view text)
{
    std::size_t length = text.empty() ? 0 : 1;
    while (length < text.size() && isUtf8Continuation(text[length]))
        ++length;
    return text.substr(0, length);
}

std::string_view takeCharacter(std::string_view &text)
{
    const std::string_view character = firstCharacter(text);
    text.remove_prefix(character.size());
    return character;
}

/// One end of a range in brackets; nothing where it is malformed.
std::optional<std::string_view> takeRangeEnd(std::string_view &pattern)
{
    if (pattern.empty() || pattern[0] == '-' || pattern[0] == ']')
        return {};
    if (pattern[0] == '\\')
        pattern.remove_prefix(1);
    if (pattern.empty())
        return {};
    return takeCharacter(pattern);
}

/// Behind '[': whether the character is in the set, which is taken from the pattern. UTF-8 compares as its
/// characters do.
std::optional<bool> takeSet(std::string_view &pattern, std::string_view character)
{
    const bool negated = pattern.starts_with('^');
    pattern.remove_prefix(negated ? 1 : 0);
    bool inside = false;
    bool any = false;
    while (!(any && pattern.starts_with(']'))) {
        const auto low = takeRangeEnd(pattern);
        if (!low)
            return {};
        auto high = low;
        if (pattern.starts_with('-')) {
            pattern.remove_prefix(1);
            high = takeRangeEnd(pattern);
        }
        if (!high)
            return {};
        inside = inside || (*low <= character && character <= *high);
        any = true;
    }
    pattern.remove_prefix(1);
    return inside != negated;
}

/// Takes one element of the pattern that is no asterisk, and one character of the name.
bool takeMatch(std::string_view &pattern, std::string_view &name)
{
    if (pattern.empty() || name.empty())
        return false;
    const std::string_view character = takeCharacter(name);
    const char first = pattern[0];
    if (first == '[') {
        pattern.remove_prefix(1);
        return takeSet(pattern, character).value_or(false);
    }
    if (first == '?') {
        pattern.remove_prefix(1);
        return character != "/";
    }
    if (first == '\\')
        pattern.remove_prefix(1);
    return !pattern.empty() && takeCharacter(pattern) == character;
}

} // namespace

bool isFilePattern(std::string_view pattern)
{
    const std::size_t star = pattern.find('*');
    return star == std::string_view::npos || pattern.find('/', star) == std::string_view::npos;
}

bool isDiscoveryFilePattern(std::string_view pattern)
{
    constexpr std::array<std::string_view, 6> endings = {".json", ".yml", ".yaml", ".JSON", ".YML", ".YAML"};
    return isFilePattern(pattern) &&
           std::any_of(endings.begin(), endings.end(),
                       [&](std::string_view ending) { return pattern.ends_with(ending); });
}

bool isWildcard(std::string_view pattern)
{
    return pattern.find_first_of("*?[\\") != std::string_view::npos;
}

FilePattern splitFilePattern(std::string_view pattern)
{
    const std::size_t slash = pattern.rfind('/');
    if (slash == std::string_view::npos)
        return {".", std::string(pattern)};
    return {std::string(pattern.substr(0, std::max<std::size_t>(slash, 1))),
            std::string(pattern.substr(slash + 1))};
}

bool matchesFileName(std::string_view pattern, std::string_view name)
{
    // Where a mismatch goes back to: behind the last asterisk, which then takes one character more.
    std::optional<std::string_view> afterStar;
    std::string_view retry;
    while (!name.empty() || !pattern.empty()) {
        if (pattern.starts_with('*')) {
            pattern.remove_prefix(1);
            afterStar = pattern;
            retry = name;
            continue;
        }
        if (takeMatch(pattern, name))
            continue;
        if (!afterStar || retry.empty() || retry.starts_with('/'))
            return false;
        takeCharacter(retry);
        name = retry;
        pattern = *afterStar;
    }
    return true;
}

} // namespace sightglass
