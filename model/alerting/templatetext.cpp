// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/alerting/templatetext.h"

#include "model/alerting/templatecases.h"
#include "parser/template/runes.h"

#include <arpa/inet.h>
#include <re2/re2.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <optional>
#include <span>

namespace sightglass {

namespace {

constexpr bool isLower(char32_t rune) noexcept
{
    return rune >= 'a' && rune <= 'z';
}

constexpr bool isUpper(char32_t rune) noexcept
{
    return rune >= 'A' && rune <= 'Z';
}

char32_t mapped(char32_t rune, std::span<const CaseRange> ranges) noexcept
{
    const auto range = std::ranges::lower_bound(ranges, rune, {}, &CaseRange::last);
    if (range == ranges.end() || rune < range->first || (rune - range->first) % range->step != 0)
        return rune;
    return static_cast<char32_t>(static_cast<int>(rune) + range->distance);
}

char32_t upper(char32_t rune) noexcept
{
    if (rune < 0x80)
        return isLower(rune) ? rune - 'a' + 'A' : rune;
    return mapped(rune, upperCases);
}

char32_t lower(char32_t rune) noexcept
{
    if (rune < 0x80)
        return isUpper(rune) ? rune - 'A' + 'a' : rune;
    return mapped(rune, lowerCases);
}

/// Differs from the upper case in Georgian, which has no title case, and in four letters that are two.
char32_t title(char32_t rune) noexcept
{
    if (rune >= 0x10D0 && rune <= 0x10FF)
        return rune;
    if (rune >= 0x1C4 && rune <= 0x1CC)
        return 0x1C5 + (rune - 0x1C4) / 3 * 3;
    if (rune >= 0x1F1 && rune <= 0x1F3)
        return 0x1F2;
    return upper(rune);
}

constexpr char32_t sharpS = 0xDF;

/// Whether there is another case of it, be it of several letters (ß, ŉ, ǰ and the ligatures ﬀ … ﬆ).
bool isCased(char32_t rune) noexcept
{
    return upper(rune) != rune || lower(rune) != rune || rune == sharpS || rune == 0x149 || rune == 0x1F0 ||
           (rune >= 0xFB00 && rune <= 0xFB06);
}

template<typename Mapping>
std::string mapRunes(std::string_view text, Mapping mapping)
{
    std::string out;
    out.reserve(text.size());
    while (!text.empty()) {
        const Rune rune = firstRune(text);
        appendRune(out, mapping(rune.value));
        text.remove_prefix(rune.length);
    }
    return out;
}

/// What joins the letters on both sides of it to one word.
bool isInsideWords(char32_t rune) noexcept
{
    constexpr std::array<char32_t, 13> runes = {'\'',   '.',    ':',    0xB7,   0x387,  0x2018, 0x2019,
                                                0x2024, 0x2027, 0xFE13, 0xFE52, 0xFE55, 0xFF07};
    return std::ranges::find(runes, rune) != runes.end();
}

bool endsWord(char32_t rune)
{
    if (isAlphaNumeric(rune) || isInsideWords(rune))
        return false;
    if (rune < 0x80)
        return true;
    static const RE2 marks("\\pM");
    std::string text;
    appendRune(text, rune);
    return !RE2::FullMatch(text, marks);
}

struct HostAndPort
{
    std::string_view host;
    std::string_view port;
};

/// Go's net.SplitHostPort().
std::optional<HostAndPort> splitHostPort(std::string_view text) noexcept
{
    const std::size_t colon = text.rfind(':');
    if (colon == std::string_view::npos)
        return std::nullopt;
    const std::string_view port = text.substr(colon + 1);
    std::string_view host = text.substr(0, colon);
    if (text.starts_with('[')) {
        if (host.size() < 2 || host.find(']') != host.size() - 1)
            return std::nullopt;
        host = host.substr(1, host.size() - 2);
        if (host.find('[') != std::string_view::npos)
            return std::nullopt;
    } else if (host.find_first_of(":[]") != std::string_view::npos) {
        return std::nullopt;
    }
    return port.find_first_of("[]") == std::string_view::npos ? std::optional(HostAndPort{host, port})
                                                              : std::nullopt;
}

bool isAddress(std::string_view host)
{
    std::array<unsigned char, sizeof(in6_addr)> address{};
    const std::string text(host);
    return text.find('\0') == std::string::npos && (inet_pton(AF_INET, text.c_str(), address.data()) == 1 ||
                                                    inet_pton(AF_INET6, text.c_str(), address.data()) == 1);
}

constexpr int hexDigit(char c) noexcept
{
    if (c >= '0' && c <= '9')
        return c - '0';
    const char small = static_cast<char>(c | 0x20);
    return small >= 'a' && small <= 'f' ? small - 'a' + 10 : -1;
}

} // namespace

std::string upperCased(std::string_view text)
{
    return mapRunes(text, upper);
}

std::string lowerCased(std::string_view text)
{
    return mapRunes(text, lower);
}

std::string titleCased(std::string_view text)
{
    std::string out;
    bool insideWord = false;
    bool wasInsideMark = false;
    for (; !text.empty(); text.remove_prefix(firstRune(text).length)) {
        const char32_t rune = firstRune(text).value;
        const bool isMark = isInsideWords(rune);
        if (isMark && wasInsideMark)
            insideWord = false; // two in a row end a word
        wasInsideMark = isMark;
        const bool cased = isCased(rune);
        if (cased && !insideWord && rune == sharpS)
            out += "Ss";
        else
            appendRune(out, cased && !insideWord ? title(rune) : rune);
        insideWord = cased || (insideWord && !endsWord(rune));
    }
    return out;
}

std::string htmlEscaped(std::string_view text)
{
    std::string out;
    for (const char c : text) {
        switch (c) {
        case '\0':
            out += "\xEF\xBF\xBD";
            break;
        case '"':
            out += "&#34;";
            break;
        case '\'':
            out += "&#39;";
            break;
        case '&':
            out += "&amp;";
            break;
        case '<':
            out += "&lt;";
            break;
        case '>':
            out += "&gt;";
            break;
        default:
            out += c;
        }
    }
    return out;
}

std::string jsEscaped(std::string_view text)
{
    std::string out;
    while (!text.empty()) {
        const Rune rune = firstRune(text);
        const std::string_view bytes = text.substr(0, rune.length);
        text.remove_prefix(rune.length);
        const bool quoted = rune.value == '\\' || rune.value == '\'' || rune.value == '"';
        const bool special = rune.value < ' ' || rune.value == '<' || rune.value == '>' ||
                             rune.value == '&' || rune.value == '=';
        if (quoted) {
            out += '\\';
            out += bytes;
        } else if (special || (rune.value >= 0x80 && !isPrintableRune(rune.value))) {
            std::array<char, 16> code{};
            std::snprintf(code.data(), code.size(), "\\u%04X", static_cast<unsigned>(rune.value));
            out += code.data();
        } else {
            out += bytes;
        }
    }
    return out;
}

std::string queryEscaped(std::string_view text)
{
    constexpr std::string_view hex = "0123456789ABCDEF";
    std::string out;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        const bool isDigit = c >= '0' && c <= '9';
        if (isLower(byte) || isUpper(byte) || isDigit || c == '-' || c == '_' || c == '.' || c == '~') {
            out += c;
        } else if (c == ' ') {
            out += '+';
        } else {
            out += '%';
            out += hex[byte >> 4U];
            out += hex[byte & 0xFU];
        }
    }
    return out;
}

std::string portStripped(std::string_view hostPort)
{
    const auto parts = splitHostPort(hostPort);
    return std::string(parts ? parts->host : hostPort);
}

std::string domainStripped(std::string_view hostPort)
{
    const auto parts = splitHostPort(hostPort);
    const std::string_view host = parts ? parts->host : hostPort;
    if (isAddress(host))
        return std::string(hostPort);
    std::string first(host.substr(0, host.find('.')));
    if (!parts || parts->port.empty())
        return first;
    if (first.find(':') != std::string::npos)
        first = "[" + first + "]";
    return first + ":" + std::string(parts->port);
}

std::string urlPath(std::string_view url)
{
    url = url.substr(0, url.find_first_of("?#"));
    if (const std::size_t scheme = url.find("://"); scheme != std::string_view::npos) {
        url.remove_prefix(scheme + 3);
        url.remove_prefix(std::min(url.find('/'), url.size()));
    }
    std::string path;
    for (std::size_t i = 0; i < url.size(); ++i) {
        const int high = url[i] == '%' && i + 2 < url.size() ? hexDigit(url[i + 1]) : -1;
        const int low = high >= 0 ? hexDigit(url[i + 2]) : -1;
        path += low >= 0 ? static_cast<char>(high * 16 + low) : url[i];
        i += low >= 0 ? 2 : 0;
    }
    return path;
}

} // namespace sightglass
