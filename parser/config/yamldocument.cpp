// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/config/yamldocument.h"

#include "parser/config/yamlrefusal.h"
#include "parser/config/yamltreebuilder.h"

#include <array>
#include <cstdint>
#include <optional>

namespace sightglass {
namespace {

Error yamlError(SourcePosition position, std::string_view what)
{
    return {ErrorCode::ConfigSyntax, {"yaml: " + std::string(what)}, {}, position};
}

SourcePosition positionOf(std::string_view text, std::size_t offset)
{
    SourcePosition position{1, 1};
    for (const char c : text.substr(0, offset)) {
        ++position.column;
        if (c == '\n')
            position = {position.line + 1, 1};
    }
    return position;
}

/// What is wrong with a character, in go-yaml's words.
using Fault = std::optional<std::string_view>;

/// What YAML 1.1 forbids: controls but tab, line breaks and U+0085, surrogates, U+FFFE and U+FFFF.
bool isForbidden(std::uint32_t value)
{
    const bool allowed = value == 0x09 || value == 0x0A || value == 0x0D ||
                         (value >= 0x20 && value <= 0x7E) || value == 0x85 ||
                         (value >= 0xA0 && value <= 0xFFFD) || value >= 0x10000;
    return !allowed;
}

/// Goes behind the character.
Fault faultOfCharacter(std::string_view text, std::size_t &at)
{
    constexpr std::array<std::uint32_t, 5> smallest = {0, 0, 0x80, 0x800, 0x10000};
    const auto lead = static_cast<unsigned char>(text[at]);
    const std::size_t width = lead < 0x80                   ? 1
                              : lead < 0xC0 || lead >= 0xF8 ? 0
                              : lead < 0xE0                 ? 2
                              : lead < 0xF0                 ? 3
                                                            : 4;
    if (width == 0)
        return "invalid leading UTF-8 octet";
    if (at + width > text.size())
        return "incomplete UTF-8 octet sequence";
    std::uint32_t value = width == 1 ? lead : lead & (0xFFU >> (width + 1));
    for (std::size_t i = 1; i < width; ++i) {
        const auto trail = static_cast<unsigned char>(text[at + i]);
        if ((trail & 0xC0U) != 0x80)
            return "invalid trailing UTF-8 octet";
        value = (value << 6U) + (trail & 0x3FU);
    }
    if (value < smallest[width])
        return "invalid length of a UTF-8 sequence";
    if ((value >= 0xD800 && value <= 0xDFFF) || value > 0x10FFFF)
        return "invalid Unicode character";
    if (isForbidden(value))
        return "control characters are not allowed";
    at += width;
    return {};
}

Status checkCharacters(std::string_view text)
{
    std::size_t at = 0;
    while (at < text.size()) {
        if (text[at] >= 0x20 && text[at] < 0x7F)
            ++at;
        else if (const Fault fault = faultOfCharacter(text, at))
            return yamlError(positionOf(text, at), *fault);
    }
    return Done{};
}

/// Whether there is another document, broken or not.
bool hasAnother(YamlEvents &events)
{
    try {
        return events.next().kind != YamlEventKind::StreamEnd;
    } catch (const YamlRefusal &) {
        return true;
    }
}

} // namespace

Result<YamlDocument> YamlDocument::parse(std::string_view text, const YamlLimits &limits, GoYaml version)
{
    if (text.size() > limits.bytes)
        return yamlError({}, "document is too large");
    constexpr std::string_view byteOrderMark = "\xEF\xBB\xBF"; // which no place counts
    text.remove_prefix(text.starts_with(byteOrderMark) ? byteOrderMark.size() : 0);
    if (const Status good = checkCharacters(text); !good)
        return good.error();

    YamlDocument document;
    try {
        YamlEvents events(text);
        document.m_root = YamlTreeBuilder(document.m_nodes, limits).build(events);
        document.m_hasMore = document.m_root != nullptr && hasAnother(events);
    } catch (const YamlRefusal &refusal) {
        return yamlError(refusal.position(), refusal.text(version));
    }
    return document;
}

} // namespace sightglass
