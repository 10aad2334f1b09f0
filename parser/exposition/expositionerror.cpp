// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/exposition/expositionerror.h"

#include "parser/base/quoting.h"

#include <algorithm>

namespace sightglass {

namespace {

/// Digits with at most one point and an exponent: text that only its magnitude can keep from being a number.
bool looksLikeDecimal(std::string_view text) noexcept
{
    const auto takeDigits = [&text] {
        const auto end = std::find_if_not(text.begin(), text.end(), isAsciiDigit);
        const auto count = static_cast<std::size_t>(end - text.begin());
        text.remove_prefix(count);
        return count;
    };
    const auto takeOneOf = [&text](std::string_view choices) {
        const bool found = !text.empty() && choices.find(text.front()) != std::string_view::npos;
        text.remove_prefix(found ? 1 : 0);
        return found;
    };
    takeOneOf("+-");
    std::size_t digits = takeDigits();
    if (takeOneOf("."))
        digits += takeDigits();
    if (digits == 0)
        return false;
    if (takeOneOf("eE")) {
        takeOneOf("+-");
        if (takeDigits() == 0)
            return false;
    }
    return text.empty();
}

} // namespace

Error expositionError(const ExpositionLexer &lexer, SourceSpan span, std::string text)
{
    const std::string_view body = lexer.body();
    const SourceSpan inBody{std::min(span.begin, body.size()), std::min(span.end, body.size())};
    return {ErrorCode::ExpositionSyntax, {std::move(text)}, inBody, lexer.placeOf(inBody.begin)};
}

Error unexpectedToken(const ExpositionLexer &lexer, std::size_t entryStart, std::string_view expectation,
                      ExpositionToken got)
{
    const std::size_t end = lexer.lookaheadEnd();
    std::string text(expectation);
    text += ", got " + goQuoted(lexer.quotedBytes(lexer.tokenStart(), end));
    text += " (\"";
    text += tokenName(got);
    text += "\")" + whileParsing(lexer, {entryStart, end});
    // At the end of the input the bytes quoted are those of the token before; the place is the end itself.
    const std::size_t begin = got == ExpositionToken::Eof ? lexer.position() : lexer.tokenStart();
    return expositionError(lexer, {begin, std::max(begin, end)}, std::move(text));
}

std::string whileParsing(const ExpositionLexer &lexer, SourceSpan span)
{
    return " while parsing: " + goQuoted(lexer.quotedBytes(span.begin, span.end));
}

std::string floatFailure(std::string_view text)
{
    if (text.find_first_of("pP_") != std::string_view::npos)
        return "unsupported character in float";
    const std::string_view reason = looksLikeDecimal(text) ? "value out of range" : "invalid syntax";
    return "strconv.ParseFloat: parsing " + goQuoted(text) + ": " + std::string(reason);
}

} // namespace sightglass
