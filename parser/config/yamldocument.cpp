// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/config/yamldocument.h"

#include "parser/base/quoting.h"
#include "parser/config/yamltreebuilder.h"

#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
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

/// Whether "..." stands before, with nothing but blank lines and comments behind it.
bool isBehindEnd(std::string_view before)
{
    const std::size_t end = before.rfind("\n...");
    if (end == std::string_view::npos)
        return false;
    before.remove_prefix(end + 4);
    while (!before.empty()) {
        before.remove_prefix(std::min(before.find_first_not_of(" \t\r\n"), before.size()));
        if (!before.empty() && before[0] != '#')
            return false;
        before.remove_prefix(std::min(before.find('\n'), before.size()));
    }
    return true;
}

/// Ends the parsing at the begin of a second document, which nobody reads. Refuses it where nothing parts it
/// from the first: yaml-cpp takes what it cannot put into the first for another.
class SecondDocument : public YAML::EventHandler
{
public:
    explicit SecondDocument(std::string_view text)
        : m_text(text)
    {}
    void OnDocumentStart(const YAML::Mark &mark) override
    {
        const std::size_t begin = std::min(static_cast<std::size_t>(std::max(mark.pos, 0)), m_text.size());
        if (begin < m_text.size() && !m_text.substr(begin).starts_with("---") &&
            !isBehindEnd(m_text.substr(0, begin)))
            throw YamlRefusal(yamlPosition(mark), "did not find expected <document start>");
        throw Seen();
    }

    void OnDocumentEnd() override {}
    void OnNull(const YAML::Mark &, YAML::anchor_t) override {}
    void OnAlias(const YAML::Mark &, YAML::anchor_t) override {}
    void OnScalar(const YAML::Mark &, const std::string &, YAML::anchor_t, const std::string &) override {}
    void OnSequenceStart(const YAML::Mark &, const std::string &, YAML::anchor_t,
                         YAML::EmitterStyle::value) override
    {}
    void OnSequenceEnd() override {}
    void OnMapStart(const YAML::Mark &, const std::string &, YAML::anchor_t,
                    YAML::EmitterStyle::value) override
    {}
    void OnMapEnd() override {}

    struct Seen
    {};

private:
    const std::string_view m_text;
};

/// Whether there is a second document.
bool findSecondDocument(YAML::Parser &parser, std::string_view text)
{
    try {
        SecondDocument second(text);
        parser.HandleNextDocument(second);
        return false;
    } catch (const SecondDocument::Seen &) {
        return true;
    } catch (const YAML::Exception &) {
        // Broken behind the first document, which is nobody's business where it is another one.
        if (text.find("\n---") == std::string_view::npos && text.find("\n...") == std::string_view::npos)
            throw;
        return true;
    }
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

    constexpr std::string_view byteOrderMark = "\xEF\xBB\xBF"; // not counted in yaml-cpp's places
    text.remove_prefix(text.starts_with(byteOrderMark) ? byteOrderMark.size() : 0);
    YamlDocument document;
    YamlTreeBuilder builder(text, document.m_nodes, limits);
    try {
        std::istringstream stream{std::string(text)};
        YAML::Parser parser(stream);
        parser.HandleNextDocument(builder);
        builder.requireClosedQuotes();
        document.m_hasMore = findSecondDocument(parser, text);
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
