// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/grafana/jsontext.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>

namespace sightglass::grafana {
namespace {

Error errorAt(std::string_view text, std::size_t at, std::string message)
{
    const std::string_view before = text.substr(0, std::min(at, text.size()));
    const std::size_t newline = before.rfind('\n');
    const std::size_t lineStart = newline == std::string_view::npos ? 0 : newline + 1;
    Error error{ErrorCode::ConfigSyntax, {std::move(message)}, {before.size(), before.size()}, {}};
    error.position = {static_cast<std::uint32_t>(std::count(before.begin(), before.end(), '\n') + 1),
                      static_cast<std::uint32_t>(before.size() - lineStart + 1)};
    return error;
}

/// Where the text is nested deeper than allowed. Looks at brackets outside of strings only, so that it needs
/// no memory; whether they match is the parser's business.
std::optional<std::size_t> tooDeepAt(std::string_view text, std::size_t limit)
{
    std::size_t depth = 0;
    bool quoted = false;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char c = text[at];
        if (quoted) {
            at += c == '\\' ? 1U : 0U;
            quoted = c != '"';
        } else if (c == '"') {
            quoted = true;
        } else if (c == '{' || c == '[') {
            if (++depth > limit)
                return at;
        } else if ((c == '}' || c == ']') && depth > 0) {
            --depth;
        }
    }
    return std::nullopt;
}

/// The library's message without its own error number and position, which we give in our own way.
std::string bareMessage(std::string_view what)
{
    for (const std::string_view separator : {"] ", ": "}) {
        if (const std::size_t at = what.find(separator); at != std::string_view::npos)
            what.remove_prefix(at + separator.size());
    }
    return std::string(what);
}

} // namespace

Result<Json> parseJsonText(std::string_view text, const JsonBounds &bounds)
{
    if (text.size() > bounds.bytes)
        return errorAt(text, bounds.bytes,
                       "the text is longer than " + std::to_string(bounds.bytes) + " bytes");
    if (const auto at = tooDeepAt(text, bounds.depth))
        return errorAt(text, *at, "nested deeper than " + std::to_string(bounds.depth) + " levels");
    try {
        return Json::parse(text.begin(), text.end());
    } catch (const Json::parse_error &failure) {
        return errorAt(text, failure.byte > 0 ? failure.byte - 1 : 0, bareMessage(failure.what()));
    } catch (const Json::exception &failure) {
        return errorAt(text, 0, bareMessage(failure.what()));
    }
}

} // namespace sightglass::grafana
