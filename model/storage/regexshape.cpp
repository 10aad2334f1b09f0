// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/storage/regexshape.h"

#include <optional>

namespace sightglass {

namespace {

constexpr std::string_view metaCharacters = "\\.+*?()|[]{}^$";

bool isMeta(char c)
{
    return metaCharacters.find(c) != std::string_view::npos;
}

/// The text that a pattern of plain characters and escaped punctuation stands for.
std::optional<std::string> literalOf(std::string_view pattern)
{
    std::string text;
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        char c = pattern[i];
        if (c == '\\' && i + 1 < pattern.size() && (isMeta(pattern[i + 1]) || pattern[i + 1] == '-'))
            c = pattern[++i];
        else if (isMeta(c))
            return std::nullopt;
        text += c;
    }
    return text;
}

std::string_view withoutGroup(std::string_view pattern)
{
    if (pattern.size() < 2 || pattern.front() != '(' || pattern.back() != ')')
        return pattern;
    pattern = pattern.substr(1, pattern.size() - 2);
    if (pattern.starts_with("?:"))
        pattern.remove_prefix(2);
    return pattern;
}

/// Splits at every | that is not escaped.
std::vector<std::string_view> alternatives(std::string_view pattern)
{
    std::vector<std::string_view> parts;
    std::size_t begin = 0;
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        if (pattern[i] == '\\') {
            ++i;
        } else if (pattern[i] == '|') {
            parts.push_back(pattern.substr(begin, i - begin));
            begin = i + 1;
        }
    }
    parts.push_back(pattern.substr(begin));
    return parts;
}

std::optional<RegexShape> prefixShape(std::string_view pattern)
{
    RegexShape shape;
    if (pattern.ends_with(".*"))
        shape.kind = RegexShape::Kind::Prefix;
    else if (pattern.ends_with(".+"))
        shape.kind = RegexShape::Kind::LongerPrefix;
    else
        return std::nullopt;
    // "\.*" is an escaped dot: literalOf() then sees a lone backslash and declines.
    std::optional<std::string> literal = literalOf(pattern.substr(0, pattern.size() - 2));
    if (!literal)
        return std::nullopt;
    shape.texts.push_back(std::move(*literal));
    return shape;
}

} // namespace

RegexShape analyseRegex(std::string_view pattern)
{
    if (const std::optional<RegexShape> prefix = prefixShape(pattern))
        return *prefix;
    RegexShape shape;
    for (const std::string_view part : alternatives(withoutGroup(pattern))) {
        std::optional<std::string> literal = literalOf(part);
        if (!literal)
            return {};
        shape.texts.push_back(std::move(*literal));
    }
    shape.kind = RegexShape::Kind::OneOf;
    return shape;
}

} // namespace sightglass
