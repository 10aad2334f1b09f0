// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/base/urlquery.h"

#include "parser/base/quoting.h"

#include <algorithm>
#include <utility>

namespace sightglass {

namespace {

int hexValue(char c) noexcept
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return -1;
}

/// The damaged escape that keeps `text` from being decoded, as Go quotes it.
std::string damagedEscape(std::string_view text)
{
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '%')
            continue;
        if (i + 2 >= text.size() || hexValue(text[i + 1]) < 0 || hexValue(text[i + 2]) < 0)
            return "invalid URL escape " + goQuoted(text.substr(i, 3));
        i += 2;
    }
    return {};
}

} // namespace

std::optional<std::string> percentDecoded(std::string_view text, PlusSign plus)
{
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '+' && plus == PlusSign::Blank) {
            out += ' ';
        } else if (text[i] == '%') {
            const int high = i + 2 < text.size() ? hexValue(text[i + 1]) : -1;
            const int low = high >= 0 ? hexValue(text[i + 2]) : -1;
            if (low < 0)
                return std::nullopt;
            out += static_cast<char>(high * 16 + low);
            i += 2;
        } else {
            out += text[i];
        }
    }
    return out;
}

std::string readUrlQuery(std::string_view text,
                         const std::function<std::string(std::string, std::string)> &take)
{
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('&'), text.size());
        const std::string_view pair = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        if (pair.empty())
            continue;
        if (pair.find(';') != std::string_view::npos)
            return "invalid semicolon separator in query";
        const std::size_t equals = std::min(pair.find('='), pair.size());
        auto name = percentDecoded(pair.substr(0, equals), PlusSign::Blank);
        auto value = percentDecoded(pair.substr(std::min(equals + 1, pair.size())), PlusSign::Blank);
        if (!name || !value)
            return damagedEscape(pair);
        if (std::string wrong = take(*std::move(name), *std::move(value)); !wrong.empty())
            return wrong;
    }
    return {};
}

} // namespace sightglass
