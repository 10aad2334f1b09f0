// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/exposition/contentnegotiation.h"

#include "parser/base/asciicase.h"
#include "parser/base/quoting.h"
#include "parser/base/trimmed.h"
#include "parser/exposition/expositionparser.h"

#include <algorithm>
#include <string>

namespace sightglass {

namespace {

constexpr std::string_view blanks = " \t\r\n";

/// RFC 7230 token character.
constexpr bool isTokenCharacter(char c) noexcept
{
    return c > ' ' && c < 0x7F && std::string_view("()<>@,;:\\\"/[]?=").find(c) == std::string_view::npos;
}

std::string_view takeToken(std::string_view &text) noexcept
{
    const auto end = std::find_if_not(text.begin(), text.end(), isTokenCharacter);
    const std::string_view token = text.substr(0, static_cast<std::size_t>(end - text.begin()));
    text.remove_prefix(token.size());
    return token;
}

/// A double-quoted string; false where it is not closed.
bool takeQuotedValue(std::string_view &text) noexcept
{
    for (std::size_t i = 1; i < text.size(); ++i) {
        if (text[i] == '"') {
            text.remove_prefix(i + 1);
            return true;
        }
        if (text[i] == '\\')
            ++i;
    }
    return false;
}

/// `; name=value` as often as there are, a lone final semicolon allowed: the shape that makes Go's mime
/// package take a header at all. Values do not matter.
bool parametersAreWellFormed(std::string_view text) noexcept
{
    text = trimmed(text, blanks);
    while (!text.empty()) {
        if (text.front() != ';')
            return false;
        text = trimmed(text.substr(1), blanks);
        if (text.empty())
            return true;
        if (takeToken(text).empty())
            return false;
        text = trimmed(text, blanks);
        if (text.empty() || text.front() != '=')
            return false;
        text = trimmed(text.substr(1), blanks);
        const bool quoted = !text.empty() && text.front() == '"';
        if (quoted ? !takeQuotedValue(text) : takeToken(text).empty())
            return false;
        text = trimmed(text, blanks);
    }
    return true;
}

/// Whether Go's mime package takes it: "type/subtype", or "type" alone.
bool isMediaType(std::string_view contentType) noexcept
{
    const std::size_t semicolon = std::min(contentType.find(';'), contentType.size());
    std::string_view type = trimmed(contentType.substr(0, semicolon), blanks);
    if (takeToken(type).empty())
        return false;
    if (type.starts_with('/')) {
        type.remove_prefix(1);
        if (takeToken(type).empty())
            return false;
    }
    return type.empty() && parametersAreWellFormed(contentType.substr(semicolon));
}

} // namespace

Error contentTypeError(std::string_view contentType, const std::string &shown)
{
    if (contentType.empty())
        return {ErrorCode::ContentTypeMissing, {}, {}, {}};
    const std::string text =
        isMediaType(contentType)
            ? "received unsupported Content-Type " + goQuoted(shown) +
                  " and no fallback_scrape_protocol specified for target"
            : "cannot parse Content-Type " + goQuoted(shown) + " and no fallback_scrape_protocol for target";
    return {ErrorCode::UnsupportedContentType, {text, shown}, {}, {}};
}

std::optional<ExpositionFormat> expositionFormatOf(std::string_view contentType)
{
    const std::size_t semicolon = std::min(contentType.find(';'), contentType.size());
    const std::string mediaType = asciiLower(trimmed(contentType.substr(0, semicolon), blanks));
    if (!parametersAreWellFormed(contentType.substr(semicolon)))
        return std::nullopt;
    if (mediaType == "text/plain")
        return ExpositionFormat::PrometheusText;
    if (mediaType == "application/openmetrics-text")
        return ExpositionFormat::OpenMetricsText;
    if (mediaType == "application/vnd.google.protobuf")
        return ExpositionFormat::Protobuf;
    return std::nullopt;
}

std::string_view scrapeAcceptHeader() noexcept
{
    return "application/openmetrics-text;version=1.0.0;escaping=allow-utf-8;q=0.6,"
           "application/openmetrics-text;version=0.0.1;q=0.5,"
           "text/plain;version=1.0.0;escaping=allow-utf-8;q=0.4,"
           "text/plain;version=0.0.4;q=0.3,*/*;q=0.2";
}

} // namespace sightglass
