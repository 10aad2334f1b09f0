// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/config/urlparts.h"

#include "parser/base/asciicase.h"
#include "parser/base/quoting.h"

#include <algorithm>

namespace sightglass {
namespace {

bool isLetter(char c)
{
    return asciiLower(c) >= 'a' && asciiLower(c) <= 'z';
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isHexDigit(char c)
{
    return isDigit(c) || (asciiLower(c) >= 'a' && asciiLower(c) <= 'f');
}

/// The text without what could be a password before an '@', and without the query, which may hold secrets
/// under any name.
std::string redacted(std::string_view url)
{
    const std::size_t slashes = url.find("//");
    const std::size_t begin = slashes == std::string_view::npos ? 0 : slashes + 2;
    const std::size_t at = url.rfind('@');
    const std::size_t colon = url.find(':', begin);
    if (at == std::string_view::npos || colon == std::string_view::npos || colon > at)
        return std::string(url.substr(0, url.find('?')));
    // The '@' may be one of the query, and what is behind it, too.
    const std::string_view end = url.find('?') < at ? "/?&#" : "?";
    const std::string_view behind = url.substr(at);
    return std::string(url.substr(0, colon + 1)) + "xxxxx" +
           std::string(behind.substr(0, behind.find_first_of(end)));
}

/// What is wrong with the percent signs, if anything.
std::string escapeProblem(std::string_view text)
{
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '%')
            continue;
        if (i + 2 >= text.size() || !isHexDigit(text[i + 1]) || !isHexDigit(text[i + 2]))
            return "invalid URL escape " + goQuoted(text.substr(i, 3));
        i += 2;
    }
    return {};
}

std::string portProblem(std::string_view afterHost)
{
    if (afterHost.empty())
        return {};
    const bool good = afterHost[0] == ':' && std::all_of(afterHost.begin() + 1, afterHost.end(), isDigit);
    return good ? std::string() : "invalid port " + goQuoted(afterHost) + " after host";
}

std::string hostProblem(std::string_view host)
{
    if (host.starts_with('[')) {
        const std::size_t end = host.rfind(']');
        return end == std::string_view::npos ? "missing ']' in host" : portProblem(host.substr(end + 1));
    }
    const std::size_t colon = host.rfind(':');
    if (colon != std::string_view::npos)
        if (std::string problem = portProblem(host.substr(colon)); !problem.empty())
            return problem;
    if (std::string problem = escapeProblem(host); !problem.empty())
        return problem;
    constexpr std::string_view forbidden = " \\^`{|}#/?";
    const std::size_t bad = host.find_first_of(forbidden);
    return bad == std::string_view::npos
               ? std::string()
               : "invalid character " + goQuoted(host.substr(bad, 1)) + " in host name";
}

std::string userInfoProblem(std::string_view user)
{
    const bool good = std::all_of(user.begin(), user.end(), [](char c) {
        return isLetter(c) || isDigit(c) ||
               std::string_view("-._:~!$&'()*+,;=%@").find(c) != std::string_view::npos;
    });
    return good ? escapeProblem(user) : "net/url: invalid userinfo";
}

/// Cuts the scheme off, as Go: what does not begin like one is a path.
std::string takeScheme(std::string_view &rest, std::string &scheme)
{
    for (std::size_t i = 0; i < rest.size(); ++i) {
        const char c = rest[i];
        if (c == ':') {
            if (i == 0)
                return "missing protocol scheme";
            scheme = asciiLower(rest.substr(0, i));
            rest.remove_prefix(i + 1);
            return {};
        }
        const bool inside = isDigit(c) || c == '+' || c == '-' || c == '.';
        if (!isLetter(c) && (i == 0 || !inside))
            return {};
    }
    return {};
}

std::string takeAuthority(std::string_view &rest, std::string &host)
{
    if (!rest.starts_with("//"))
        return {};
    std::string_view authority = rest.substr(2, std::min(rest.find('/', 2), rest.size()) - 2);
    rest.remove_prefix(2 + authority.size());
    if (const std::size_t at = authority.rfind('@'); at != std::string_view::npos) {
        if (std::string problem = userInfoProblem(authority.substr(0, at)); !problem.empty())
            return problem;
        authority.remove_prefix(at + 1);
    }
    host = authority;
    return hostProblem(authority);
}

std::string takeApart(std::string_view rest, UrlParts &parts)
{
    const bool controls = std::any_of(
        rest.begin(), rest.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; });
    if (controls)
        return "net/url: invalid control character in URL";
    if (const std::size_t hash = rest.find('#'); hash != std::string_view::npos) {
        if (std::string problem = escapeProblem(rest.substr(hash)); !problem.empty())
            return problem;
        rest = rest.substr(0, hash);
    }
    if (std::string problem = takeScheme(rest, parts.scheme); !problem.empty())
        return problem;
    rest = rest.substr(0, rest.find('?')); // queries are not looked at
    if (!rest.starts_with('/')) {
        const std::string_view segment = rest.substr(0, rest.find('/'));
        if (!parts.scheme.empty())
            return {}; // opaque: mailto:x
        if (segment.find(':') != std::string_view::npos)
            return "first path segment in URL cannot contain colon";
    }
    if (std::string problem = takeAuthority(rest, parts.host); !problem.empty())
        return problem;
    return escapeProblem(rest);
}

} // namespace

Result<UrlParts> parseUrl(std::string_view url)
{
    UrlParts parts;
    const std::string problem = takeApart(url, parts);
    if (problem.empty())
        return parts;
    return Error{ErrorCode::ConfigValue, {"parse " + goQuoted(redacted(url)) + ": " + problem}, {}, {}};
}

} // namespace sightglass
