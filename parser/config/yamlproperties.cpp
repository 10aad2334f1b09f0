// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/config/yamlproperties.h"

#include "parser/config/yamlrefusal.h"

namespace sightglass {
namespace {

/// One or two digits.
void readVersionNumber(YamlCursor &cursor, const YamlMark &start, std::string &version)
{
    int digits = 0;
    while (cursor.isDigit()) {
        if (++digits > 2)
            throw scanRefusal(start, cursor.mark(), "found extremely long version number");
        cursor.read(version);
    }
    if (digits == 0)
        throw scanRefusal(start, cursor.mark(), "did not find expected version number");
}

void readVersion(YamlCursor &cursor, const YamlMark &start, std::string &version)
{
    cursor.skipBlanks();
    readVersionNumber(cursor, start, version);
    if (cursor.at() != '.')
        throw scanRefusal(start, cursor.mark(), "did not find expected digit or '.' character");
    cursor.read(version);
    readVersionNumber(cursor, start, version);
}

/// "!", "!!", "!name!", or the begin of something else: "!name".
std::string readHandle(YamlCursor &cursor, const YamlMark &start)
{
    std::string handle;
    if (cursor.at() != '!')
        throw scanRefusal(start, cursor.mark(), "did not find expected '!'");
    cursor.read(handle);
    while (cursor.isWord())
        cursor.read(handle);
    if (cursor.at() == '!')
        cursor.read(handle);
    return handle;
}

/// A byte of a character that is written as %xx; how many more there are to come.
int readEscapedByte(YamlCursor &cursor, const YamlMark &start, int more, std::string &uri)
{
    const int high = cursor.hexDigit(1);
    const int low = high < 0 ? -1 : cursor.hexDigit(2);
    if (cursor.at() != '%' || high < 0 || low < 0)
        throw scanRefusal(start, cursor.mark(), "did not find URI escaped octet");
    const int octet = high * 16 + low;
    if (more > 0 && (octet & 0xC0) != 0x80)
        throw scanRefusal(start, cursor.mark(), "found an incorrect trailing UTF-8 octet");
    const int width = octet < 0x80                    ? 1
                      : octet < 0xC0 || octet >= 0xF8 ? 0
                      : octet < 0xE0                  ? 2
                      : octet < 0xF0                  ? 3
                                                      : 4;
    if (more == 0 && width == 0)
        throw scanRefusal(start, cursor.mark(), "found an incorrect leading UTF-8 octet");
    uri += static_cast<char>(octet);
    cursor.skip(3);
    return (more == 0 ? width : more) - 1;
}

std::string readUri(YamlCursor &cursor, const YamlMark &start, std::string_view head)
{
    constexpr std::string_view allowed = ";/?:@&=+$,.!~*'()[]%";
    std::string uri(head.substr(head.empty() ? 0 : 1)); // without its '!'
    bool any = !head.empty();
    while (cursor.isWord() || (!cursor.isEnd() && allowed.find(cursor.at()) != std::string_view::npos)) {
        any = true;
        if (cursor.at() != '%') {
            cursor.read(uri);
            continue;
        }
        int more = readEscapedByte(cursor, start, 0, uri);
        while (more > 0)
            more = readEscapedByte(cursor, start, more, uri);
    }
    if (!any)
        throw scanRefusal(start, cursor.mark(), "did not find expected tag URI");
    return uri;
}

void readTagDirective(YamlCursor &cursor, YamlToken &token)
{
    cursor.skipBlanks();
    token.text = readHandle(cursor, token.start);
    if (token.text != "!" && !token.text.ends_with('!'))
        throw scanRefusal(token.start, cursor.mark(), "did not find expected '!'");
    if (!cursor.isBlank())
        throw scanRefusal(token.start, cursor.mark(), "did not find expected whitespace");
    cursor.skipBlanks();
    token.suffix = readUri(cursor, token.start, {});
    if (!cursor.isBlankOrEnd())
        throw scanRefusal(token.start, cursor.mark(), "did not find expected whitespace or line break");
}

} // namespace

YamlToken scanDirective(YamlCursor &cursor)
{
    YamlToken token{YamlTokenKind::VersionDirective, cursor.mark(), {}, {}, {}};
    cursor.skip();
    std::string name;
    while (cursor.isWord())
        cursor.read(name);
    if (name.empty())
        throw scanRefusal(token.start, cursor.mark(), "could not find expected directive name");
    if (!cursor.isBlankOrEnd())
        throw scanRefusal(token.start, cursor.mark(), "found unexpected non-alphabetical character");
    if (name == "YAML") {
        readVersion(cursor, token.start, token.text);
    } else if (name == "TAG") {
        token.kind = YamlTokenKind::TagDirective;
        readTagDirective(cursor, token);
    } else {
        throw scanRefusal(token.start, cursor.mark(), "found unknown directive name").shownAt(token.start);
    }
    token.end = cursor.mark();
    if (!cursor.skipRestOfLine())
        throw scanRefusal(token.start, cursor.mark(), "did not find expected comment or line break");
    cursor.skipBreak();
    return token;
}

YamlToken scanAnchor(YamlCursor &cursor, YamlTokenKind kind)
{
    YamlToken token{kind, cursor.mark(), {}, {}, {}};
    cursor.skip();
    while (cursor.isWord())
        cursor.read(token.text);
    constexpr std::string_view mayFollow = "?:,]}%@`";
    const bool ends = cursor.isBlankOrEnd() || mayFollow.find(cursor.at()) != std::string_view::npos;
    if (token.text.empty() || !ends)
        throw scanRefusal(token.start, cursor.mark(),
                          "did not find expected alphabetic or numeric character");
    token.end = cursor.mark();
    return token;
}

YamlToken scanTag(YamlCursor &cursor)
{
    YamlToken token{YamlTokenKind::Tag, cursor.mark(), {}, {}, {}};
    if (cursor.at(1) == '<') {
        cursor.skip(2);
        token.suffix = readUri(cursor, token.start, {});
        if (cursor.at() != '>')
            throw scanRefusal(token.start, cursor.mark(), "did not find the expected '>'");
        cursor.skip();
    } else if (token.text = readHandle(cursor, token.start);
               token.text.size() > 1 && token.text.ends_with('!')) {
        token.suffix = readUri(cursor, token.start, {});
    } else {
        token.suffix = readUri(cursor, token.start, token.text);
        token.text = token.suffix.empty() ? "" : "!";
        if (token.suffix.empty())
            token.suffix = "!";
    }
    if (!cursor.isBlankOrEnd())
        throw scanRefusal(token.start, cursor.mark(), "did not find expected whitespace or line break");
    token.end = cursor.mark();
    return token;
}

} // namespace sightglass
