// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/config/yamldocument.h"

#include "parser/base/quoting.h"
#include "parser/config/yamltreebuilder.h"

#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <sstream>
#include <utility>

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

/// What YAML 1.1 forbids among the ASCII characters.
bool isForbidden(char c)
{
    const auto byte = static_cast<unsigned char>(c);
    return (byte < 0x20 && c != '\t' && c != '\n' && c != '\r') || byte == 0x7F;
}

/// Where the first line is that is not UTF-8.
std::size_t brokenLine(std::string_view text)
{
    std::size_t begin = 0;
    while (begin < text.size()) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        if (!isValidUtf8(text.substr(begin, end - begin)))
            break;
        begin = end + 1;
    }
    return std::min(begin, text.size());
}

/// Refuses what yaml-cpp would take for something else: it ends at a byte 4 and does not look at UTF-8.
Status checkCharacters(std::string_view text)
{
    if (!isValidUtf8(text))
        return yamlError(positionOf(text, brokenLine(text)), "invalid UTF-8");
    for (std::size_t i = 0; i < text.size(); ++i)
        if (isForbidden(text[i]))
            return yamlError(positionOf(text, i), "control characters are not allowed");
    return Done{};
}

/// yaml-cpp does not name the anchor that it misses.
std::string unknownAnchor(std::string_view text, const YAML::Mark &mark)
{
    const std::size_t begin = static_cast<std::size_t>(mark.pos) + 1;
    if (mark.pos < 0 || begin > text.size())
        return YAML::ErrorMsg::UNKNOWN_ANCHOR;
    const std::string_view rest = text.substr(begin, 100);
    return "unknown anchor '" + std::string(rest.substr(0, rest.find_first_of(" \t\r\n,[]{}"))) +
           "' referenced";
}

} // namespace

Result<YamlDocument> YamlDocument::parse(std::string_view text, const YamlLimits &limits)
{
    if (text.size() > limits.bytes)
        return yamlError({}, "document is too large");
    if (const Status good = checkCharacters(text); !good)
        return good.error();

    YamlDocument document;
    YamlTreeBuilder builder(document.m_nodes, limits);
    try {
        std::istringstream stream{std::string(text)};
        YAML::Parser parser(stream);
        parser.HandleNextDocument(builder);
    } catch (const YamlRefusal &refusal) {
        return yamlError(refusal.position(), refusal.what());
    } catch (const YAML::Exception &exception) {
        const bool anchorMissing = exception.msg == YAML::ErrorMsg::UNKNOWN_ANCHOR;
        return yamlError(yamlPosition(exception.mark),
                         anchorMissing ? unknownAnchor(text, exception.mark) : exception.msg);
    } catch (const std::exception &exception) {
        return yamlError({}, exception.what());
    }
    document.m_root = builder.root();
    return document;
}

} // namespace sightglass
