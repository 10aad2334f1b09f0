// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/config/yamltext.h"

#include "parser/config/yamlscalar.h"

#include <algorithm>
#include <array>
#include <utility>
#include <variant>

namespace sightglass {
namespace {

using namespace std::string_view_literals;

/// What some reader of YAML takes for a line break, or drops: they are written as escapes.
constexpr std::array<std::pair<std::string_view, std::string_view>, 3> escapedRunes = {{
    {"\xE2\x80\xA8", "\\u2028"},
    {"\xE2\x80\xA9", "\\u2029"},
    {"\xEF\xBB\xBF", "\\uFEFF"},
}};

bool isControl(char c)
{
    const auto byte = static_cast<unsigned char>(c);
    return byte < 0x20 || byte == 0x7F;
}

/// U+0080 to U+009F.
bool isHighControl(std::string_view text)
{
    return text.size() >= 2 && text[0] == '\xC2' && static_cast<unsigned char>(text[1]) < 0xA0;
}

bool needsEscapes(std::string_view line)
{
    for (std::size_t i = 0; i < line.size(); ++i)
        if (isControl(line[i]) || isHighControl(line.substr(i)))
            return true;
    return std::any_of(escapedRunes.begin(), escapedRunes.end(),
                       [line](const auto &rune) { return line.find(rune.first) != std::string_view::npos; });
}

std::string hexEscape(unsigned char byte)
{
    constexpr std::string_view digits = "0123456789ABCDEF";
    return {'\\', 'x', digits[byte >> 4U], digits[byte & 0xFU]};
}

/// One character of a text as it stands in double quotes; takes it off the text.
std::string takeEscaped(std::string_view &text)
{
    for (const auto &[rune, escape] : escapedRunes) {
        if (text.starts_with(rune)) {
            text.remove_prefix(rune.size());
            return std::string(escape);
        }
    }
    if (isHighControl(text)) {
        const auto second = static_cast<unsigned char>(text[1]);
        text.remove_prefix(2);
        return hexEscape(second); // U+0080 + n is C2 80 + n
    }
    const char c = text[0];
    text.remove_prefix(1);
    switch (c) {
    case '"':
        return "\\\"";
    case '\\':
        return "\\\\";
    case '\n':
        return "\\n";
    case '\t':
        return "\\t";
    case '\r':
        return "\\r";
    default:
        return isControl(c) ? hexEscape(static_cast<unsigned char>(c)) : std::string(1, c);
    }
}

bool isLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// Fewer than YAML allows: what needs thought to be read is quoted.
bool isSafePlain(std::string_view text)
{
    if (text.empty() || text.ends_with(' ') || text.ends_with(':'))
        return false;
    if (!isLetter(text[0]) && text[0] != '_' && text[0] != '(' && text[0] != '/')
        return false;
    if (text.find(": ") != std::string_view::npos || text.find(" #") != std::string_view::npos)
        return false;
    return std::holds_alternative<std::string>(resolvePlain(text));
}

std::string singleQuoted(std::string_view text)
{
    std::string quoted = "'";
    for (const char c : text) {
        quoted += c;
        if (c == '\'')
            quoted += c;
    }
    return quoted + '\'';
}

/// Whether a literal block is what a text of several lines is best written as, and gives it back: no line but
/// empty ones begins with a blank, none needs escapes, and at most one line break ends it.
bool fitsLiteral(std::string_view text)
{
    if (text.find('\n') == std::string_view::npos || text[0] == '\n' || text[0] == ' ' ||
        text.ends_with("\n\n"))
        return false;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        const std::string_view line = text.substr(begin, end - begin);
        const bool onlyBlanks = !line.empty() && line.find_first_not_of(' ') == std::string_view::npos;
        if (onlyBlanks || needsEscapes(line))
            return false;
        begin = end + 1;
    }
    return true;
}

std::string literalBlock(std::string_view text, const YamlLayout &layout)
{
    const bool ended = text.ends_with('\n');
    text.remove_suffix(ended ? 1 : 0);
    std::string block = ended ? "|" : "|-";
    for (std::size_t begin = 0; begin <= text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        block += layout.lineEnd;
        if (end > begin)
            block.append(layout.column, ' ').append(text.substr(begin, end - begin));
        begin = end + 1;
    }
    return block;
}

} // namespace

std::string yamlQuoted(std::string_view text)
{
    std::string quoted = "\"";
    while (!text.empty())
        quoted += takeEscaped(text);
    return quoted + '"';
}

std::string yamlValue(std::string_view text, const YamlLayout &layout)
{
    return fitsLiteral(text) ? literalBlock(text, layout) : yamlKey(text);
}

std::string yamlKey(std::string_view text)
{
    if (needsEscapes(text))
        return yamlQuoted(text);
    if (isSafePlain(text))
        return std::string(text);
    return text.find_first_of("\"\\") == std::string_view::npos ? yamlQuoted(text) : singleQuoted(text);
}

} // namespace sightglass
