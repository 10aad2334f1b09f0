// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/serve/requesttarget.h"

#include "parser/base/asciicase.h"
#include "parser/http/headerfields.h"

#include <algorithm>

namespace sightglass {

namespace {

bool isPort(std::string_view text)
{
    return text.size() <= 5 &&
           std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

} // namespace

std::optional<RequestTarget> parseRequestTarget(std::string_view target)
{
    constexpr std::string_view scheme = "http://";
    if (target == "*")
        return RequestTarget{"*", {}, {}};
    if (target.find('#') != std::string_view::npos)
        return std::nullopt;
    RequestTarget parsed;
    if (http::equalsIgnoringCase(target.substr(0, scheme.size()), scheme)) {
        target.remove_prefix(scheme.size());
        const std::size_t end = std::min(target.find_first_of("/?"), target.size());
        parsed.authority = target.substr(0, end);
        target.remove_prefix(end);
        if (hostOfAuthority(parsed.authority).empty())
            return std::nullopt;
        if (target.empty() || target.front() == '?')
            parsed.path = "/";
    }
    const std::size_t end = std::min(target.find('?'), target.size());
    parsed.path += target.substr(0, end);
    if (!parsed.path.starts_with('/'))
        return std::nullopt;
    parsed.query = target.substr(std::min(end + 1, target.size()));
    return parsed;
}

std::string hostOfAuthority(std::string_view authority)
{
    if (authority.find('@') != std::string_view::npos)
        return {};
    if (authority.starts_with('[')) {
        const std::size_t end = authority.find(']');
        if (end == std::string_view::npos)
            return {};
        const std::string_view rest = authority.substr(end + 1);
        const bool hasPort = rest.starts_with(':') && isPort(rest.substr(1));
        return rest.empty() || hasPort ? asciiLower(authority.substr(1, end - 1)) : std::string();
    }
    const std::size_t colon = std::min(authority.find(':'), authority.size());
    if (!isPort(authority.substr(std::min(colon + 1, authority.size()))))
        return {};
    return asciiLower(authority.substr(0, colon));
}

std::string_view portOfAuthority(std::string_view authority)
{
    const std::size_t colon = authority.rfind(':');
    const bool inBrackets = authority.ends_with(']');
    return colon == std::string_view::npos || inBrackets || colon + 1 == authority.size()
               ? "80"
               : authority.substr(colon + 1);
}

} // namespace sightglass
