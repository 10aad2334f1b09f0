// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/query/regextemplate.h"

#include <re2/re2.h>

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

RegexTemplate::RegexTemplate(std::string_view replacement, const re2::RE2 &regex)
    : m_regex(regex)
{
    parse(replacement);
}

int RegexTemplate::groupOf(std::string_view name) const
{
    int number = 0;
    const auto read = std::from_chars(name.data(), name.data() + name.size(), number);
    if (read.ec == std::errc() && read.ptr == name.data() + name.size())
        return number;
    const auto &named = m_regex.NamedCapturingGroups();
    const auto found = named.find(std::string(name));
    return found == named.end() ? m_regex.NumberOfCapturingGroups() + 1 : found->second;
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
        m_parts.push_back({std::move(literal), -1});
}

std::optional<std::string> RegexTemplate::expand(std::string_view text, std::size_t maximum) const
{
    std::vector<re2::StringPiece> groups(static_cast<std::size_t>(m_regex.NumberOfCapturingGroups()) + 1);
    const re2::StringPiece piece(text.data(), text.size());
    if (!m_regex.Match(piece, 0, text.size(), RE2::ANCHOR_BOTH, groups.data(),
                       static_cast<int>(groups.size())))
        return std::nullopt;
    std::string expanded;
    for (const Part &part : m_parts) {
        expanded += part.literal;
        if (part.group >= 0 && static_cast<std::size_t>(part.group) < groups.size()) {
            const re2::StringPiece &group = groups[static_cast<std::size_t>(part.group)];
            expanded.append(group.data() == nullptr ? "" : group.data(), group.size());
        }
        if (expanded.size() > maximum)
            break;
    }
    return expanded;
}

} // namespace sightglass
