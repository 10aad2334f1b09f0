// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/analysis/answercontent.h"

#include "parser/base/asciicase.h"
#include "parser/base/utf8append.h"
#include "parser/base/utf8cut.h"
#include "parser/exposition/expositionparser.h"
#include "parser/exposition/formatdetection.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

namespace sightglass {

namespace {

constexpr std::size_t lookedAt = 64 * 1024;
constexpr std::size_t longestTitle = 200;
constexpr std::string_view blanks = " \t\r\n\f\v";

std::string_view withoutFront(std::string_view body)
{
    constexpr std::string_view byteOrderMark = "\xEF\xBB\xBF";
    if (body.starts_with(byteOrderMark))
        body.remove_prefix(byteOrderMark.size());
    body.remove_prefix(std::min(body.find_first_not_of(blanks), body.size()));
    return body;
}

/// "#233", "#xe9"; nothing where it is no character.
std::optional<std::uint32_t> numberedCharacter(std::string_view name)
{
    name.remove_prefix(1);
    const bool isHex = name.starts_with('x') || name.starts_with('X');
    if (isHex)
        name.remove_prefix(1);
    std::uint32_t code = 0;
    const char *const end = name.data() + name.size();
    const auto [read, error] = std::from_chars(name.data(), end, code, isHex ? 16 : 10);
    const bool isCharacter = code > 0 && code < 0x110000 && (code < 0xD800 || code > 0xDFFF);
    return error == std::errc() && read == end && isCharacter ? std::optional(code) : std::nullopt;
}

/// Takes a character reference behind & off the front; false where there is none that is known.
bool takeReference(std::string_view &text, std::string &out)
{
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 6> names = {
        {{"amp", "&"}, {"lt", "<"}, {"gt", ">"}, {"quot", "\""}, {"apos", "'"}, {"nbsp", " "}}};
    constexpr std::size_t longestName = 10;
    const std::size_t end = text.substr(0, longestName).find(';');
    if (end == std::string_view::npos || end == 0)
        return false;
    const std::string_view name = text.substr(0, end);
    if (name.starts_with('#')) {
        const auto code = numberedCharacter(name);
        if (!code)
            return false;
        appendUtf8(out, *code);
    } else {
        const auto known =
            std::find_if(names.begin(), names.end(), [name](const auto &each) { return each.first == name; });
        if (known == names.end())
            return false;
        out += known->second;
    }
    text.remove_prefix(end + 1);
    return true;
}

/// Character references are read, blanks become one.
std::string plainText(std::string_view html)
{
    std::string out;
    while (!html.empty() && out.size() < longestTitle) {
        const char c = html.front();
        html.remove_prefix(1);
        if (c == '&' && takeReference(html, out))
            continue;
        if (blanks.find(c) == std::string_view::npos)
            out += c;
        else if (!out.empty() && out.back() != ' ')
            out += ' ';
    }
    while (out.ends_with(' '))
        out.pop_back();
    return std::string(utf8Prefix(out, longestTitle));
}

std::string titleOf(std::string_view html, std::string_view lowerHtml)
{
    const std::size_t tag = lowerHtml.find("<title");
    const std::size_t begin = tag == std::string_view::npos ? tag : lowerHtml.find('>', tag);
    if (begin == std::string_view::npos)
        return {};
    const std::size_t end = std::min(lowerHtml.find('<', begin), html.size());
    return plainText(html.substr(begin + 1, end - begin - 1));
}

bool hasPasswordField(std::string_view lowerHtml)
{
    static constexpr std::array<std::string_view, 3> types = {"type=\"password\"", "type='password'",
                                                              "type=password"};
    return std::any_of(types.begin(), types.end(), [lowerHtml](std::string_view type) {
        return lowerHtml.find(type) != std::string_view::npos;
    });
}

bool isHtml(std::string_view lowerText)
{
    static constexpr std::array<std::string_view, 5> tags = {"<!doctype html", "<html", "<head", "<body",
                                                             "<title"};
    return std::any_of(tags.begin(), tags.end(), [lowerText](std::string_view tag) {
        return lowerText.find(tag) != std::string_view::npos;
    });
}

bool isExposition(std::string_view body, ExpositionFormat format)
{
    constexpr std::size_t mostEntries = 1000;
    using Entry = ExpositionParser::Entry;
    const auto parser = createExpositionParser(format, body, {});
    std::size_t samples = 0;
    std::size_t errors = 0;
    for (std::size_t entries = 0; entries < mostEntries; ++entries) {
        const Result<Entry> entry = parser->next();
        if (!entry) {
            ++errors;
            if (!parser->resume())
                break;
        } else if (*entry == Entry::Type) {
            return true;
        } else if (*entry == Entry::End) {
            break;
        } else if (*entry == Entry::Sample || *entry == Entry::Histogram) {
            ++samples;
        }
    }
    return samples > 0 && samples >= errors;
}

} // namespace

AnswerContent answerContent(std::string_view body)
{
    const std::string_view text = withoutFront(body);
    if (text.empty())
        return {};
    AnswerContent content;
    if (text.starts_with('<')) {
        const std::string_view beginning = text.substr(0, lookedAt);
        const std::string lower = asciiLower(beginning);
        if (!isHtml(lower)) {
            content.kind = AnswerKind::Other;
            return content;
        }
        content.kind = hasPasswordField(lower) ? AnswerKind::LoginPage : AnswerKind::Html;
        content.title = titleOf(beginning, lower);
        return content;
    }
    content.format = detectExpositionFormat(body);
    if (isExposition(body, content.format))
        content.kind = AnswerKind::Exposition;
    else
        content.kind = text.starts_with('{') || text.starts_with('[') ? AnswerKind::Json : AnswerKind::Other;
    return content;
}

std::optional<ExpositionFormat> examinedFormat(const RefusedAnswer &answer, const Error &error)
{
    const bool isForItsType =
        error.code == ErrorCode::ContentTypeMissing || error.code == ErrorCode::UnsupportedContentType;
    if (!isForItsType || !answer.isWhole)
        return std::nullopt;
    const AnswerContent content = answerContent(answer.body);
    return content.kind == AnswerKind::Exposition ? std::optional(content.format) : std::nullopt;
}

} // namespace sightglass
