// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/http/messagehead.h"

#include <algorithm>
#include <optional>

namespace sightglass::http {

namespace {

constexpr std::size_t excerptBytes = 100;

bool isDigit(char c) noexcept
{
    return c >= '0' && c <= '9';
}

bool isVisible(char c) noexcept
{
    return c > ' ' && c < '\x7F';
}

/// tchar (RFC 9110, 5.6.2).
bool isTokenByte(char c) noexcept
{
    return isVisible(c) && std::string_view("\"(),/:;<=>?@[\\]{}").find(c) == std::string_view::npos;
}

bool isToken(std::string_view text) noexcept
{
    return !text.empty() && std::all_of(text.begin(), text.end(), isTokenByte);
}

bool isControl(char c) noexcept
{
    return (static_cast<unsigned char>(c) < 0x20 && c != '\t') || c == '\x7F';
}

bool hasForbiddenByte(std::string_view text, FieldBytes allowed) noexcept
{
    return std::any_of(text.begin(), text.end(), [allowed](char c) {
        return allowed == FieldBytes::Visible ? isControl(c) : c == '\0' || c == '\r' || c == '\n';
    });
}

Error startLineError(std::string_view line)
{
    return Error{ErrorCode::HttpStartLineInvalid, {excerpt(line)}, {}, {}};
}

Result<Version> parseVersion(std::string_view text, std::string_view line)
{
    const bool shaped = text.size() == 8 && text.starts_with("HTTP/") && isDigit(text[5]) && text[6] == '.' &&
                        isDigit(text[7]);
    if (!shaped)
        return startLineError(line);
    if (text[5] != '1')
        return Error{ErrorCode::HttpVersionUnsupported, {std::string(text)}, {}, {}};
    return text[7] == '0' ? Version::Http10 : Version::Http11;
}

} // namespace

std::string excerpt(std::string_view text)
{
    std::string shown(text.substr(0, excerptBytes));
    for (char &c : shown) {
        if (!isVisible(c) && c != ' ')
            c = '?';
    }
    return shown;
}

bool keepsConnection(Version version, const HeaderFields &fields)
{
    if (fields.hasToken("Connection", "close"))
        return false;
    return version == Version::Http11 || fields.hasToken("Connection", "keep-alive");
}

Status parseStartLine(std::string_view line, RequestHead &head)
{
    const std::size_t first = line.find(' ');
    const std::size_t second = first == std::string_view::npos ? first : line.find(' ', first + 1);
    if (second == std::string_view::npos)
        return startLineError(line);
    const std::string_view method = line.substr(0, first);
    const std::string_view target = line.substr(first + 1, second - first - 1);
    if (!isToken(method) || target.empty() || !std::all_of(target.begin(), target.end(), isVisible))
        return startLineError(line);
    const auto version = parseVersion(line.substr(second + 1), line);
    if (!version)
        return version.error();
    head.method = method;
    head.target = target;
    head.version = *version;
    return Done{};
}

Status parseStartLine(std::string_view line, ResponseHead &head)
{
    constexpr std::size_t versionEnd = 8;
    constexpr std::size_t statusEnd = versionEnd + 4;
    const auto version = parseVersion(line.substr(0, versionEnd), line);
    if (!version)
        return version.error();
    const std::string_view status = line.size() < statusEnd ? "" : line.substr(versionEnd, 4);
    const bool shaped = status.size() == 4 && status[0] == ' ' && status[1] >= '1' && isDigit(status[1]) &&
                        isDigit(status[2]) && isDigit(status[3]);
    const bool blankFollows = line.size() == statusEnd || (shaped && line[statusEnd] == ' ');
    const std::string_view reason = line.substr(std::min(line.size(), statusEnd + 1));
    if (!shaped || !blankFollows || hasForbiddenByte(reason, FieldBytes::Tolerated))
        return startLineError(line);
    head.version = *version;
    head.status = (status[1] - '0') * 100 + (status[2] - '0') * 10 + (status[3] - '0');
    head.reason = reason;
    return Done{};
}

Status parseFieldLine(std::string_view line, FieldBytes allowed, HeaderFields &fields)
{
    const std::size_t colon = line.find(':');
    const bool named = colon != std::string_view::npos && isToken(line.substr(0, colon));
    const std::string_view value = named ? trimmed(line.substr(colon + 1)) : std::string_view();
    if (!named || hasForbiddenByte(value, allowed))
        return Error{ErrorCode::HttpFieldInvalid, {excerpt(line)}, {}, {}};
    fields.append(line.substr(0, colon), value);
    return Done{};
}

} // namespace sightglass::http
