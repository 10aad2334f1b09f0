// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/base/regextemplate.h"

#include "parser/base/goregex.h"

#include <algorithm>
#include <charconv>

namespace sightglass {

namespace {

bool isWordByte(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

/// The name that a reference at the start of `text` (behind the dollar) has, and the bytes it takes. Empty
/// name: none.
struct Reference
{
    std::string_view name;
    std::size_t length = 0;
};

Reference referenceAt(std::string_view text)
{
    const bool braced = !text.empty() && text.front() == '{';
    const std::string_view body = braced ? text.substr(1) : text;
    std::size_t length = 0;
    while (length < body.size() && isWordByte(body[length]))
        ++length;
    if (length == 0 || (braced && (length == body.size() || body[length] != '}')))
        return {};
    return {body.substr(0, length), length + (braced ? 2U : 0U)};
}

} // namespace

RegexTemplate::RegexTemplate(std::string_view replacement, const GoRegex &regex)
    : m_regex(regex)
{
    parse(replacement);
}

/// Beyond the last group where there is none of this name.
std::optional<std::size_t> RegexTemplate::groupOf(std::string_view name) const
{
    std::size_t number = 0;
    const auto read = std::from_chars(name.data(), name.data() + name.size(), number);
    if (read.ec == std::errc() && read.ptr == name.data() + name.size())
        return number;
    return m_regex.groupNamed(std::string(name)).value_or(m_regex.groupCount() + 1);
}

void RegexTemplate::parse(std::string_view replacement)
{
    std::string literal;
    while (!replacement.empty()) {
        if (replacement.front() != '$') {
            literal += replacement.front();
            replacement.remove_prefix(1);
            continue;
        }
        replacement.remove_prefix(1);
        const Reference reference = referenceAt(replacement);
        if (reference.length > 0) {
            m_parts.push_back({std::move(literal), groupOf(reference.name)});
            literal.clear();
            replacement.remove_prefix(reference.length);
            continue;
        }
        literal += '$';
        if (!replacement.empty() && replacement.front() == '$')
            replacement.remove_prefix(1);
    }
    if (!literal.empty())
        m_parts.push_back({std::move(literal), std::nullopt});
}

std::optional<std::string> RegexTemplate::expand(std::string_view text, std::size_t maximum) const
{
    std::vector<std::string_view> groups;
    if (!m_regex.match(text, groups))
        return std::nullopt;
    std::string expanded;
    for (const Part &part : m_parts) {
        expanded += part.literal;
        if (part.group && *part.group < groups.size())
            expanded.append(groups[*part.group]);
        if (expanded.size() > maximum)
            break;
    }
    return expanded;
}

} // namespace sightglass
