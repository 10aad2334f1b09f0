// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/exposition/labellist.h"

#include "parser/base/quoting.h"
#include "parser/exposition/expositionerror.h"

namespace sightglass {

using Token = ExpositionToken;

namespace {

std::string_view withoutQuotes(std::string_view text) noexcept
{
    return text.substr(1, text.size() - 2);
}

std::optional<Error> readLabelValue(ExpositionLexer &lexer, std::size_t entryStart, RawLabel &label)
{
    const Token token = lexer.next();
    if (token != Token::LabelValue)
        return unexpectedToken(lexer, entryStart, "expected label value", token);
    const std::string_view text = lexer.tokenText();
    if (!isValidUtf8(text))
        return expositionError(lexer, tokenSpan(lexer), "invalid UTF-8 label value: " + goQuoted(text));
    label.value = withoutQuotes(text);
    return std::nullopt;
}

/// A lone quoted string is the metric's name.
std::optional<Error> setName(const ExpositionLexer &lexer, std::size_t entryStart, std::string_view quoted,
                             SampleParts &sample)
{
    if (hasName(sample)) {
        const SourceSpan read{entryStart, lexer.position()};
        return expositionError(lexer, tokenSpan(lexer),
                               "metric name already set" + whileParsing(lexer, read));
    }
    sample.name = withoutQuotes(quoted);
    return std::nullopt;
}

} // namespace

std::optional<Error> readLabelList(ExpositionLexer &lexer, std::size_t entryStart, LabelListKind kind,
                                   SampleParts &sample)
{
    Token token = lexer.next();
    while (token != Token::BraceClose) {
        const bool quoted = token == Token::QuotedString;
        if (!quoted && token != Token::LabelName)
            return unexpectedToken(lexer, entryStart, "expected label name", token);
        RawLabel label{lexer.tokenText(), {}};

        token = lexer.next();
        if (quoted && (token == Token::Comma || token == Token::BraceClose)) {
            if (kind == LabelListKind::Exemplar)
                return unexpectedToken(lexer, entryStart, "expected label name", token);
            if (auto error = setName(lexer, entryStart, label.name, sample))
                return error;
        } else {
            if (token != Token::Equal)
                return unexpectedToken(lexer, entryStart, "expected equal", token);
            if (quoted)
                label.name = withoutQuotes(label.name);
            if (auto error = readLabelValue(lexer, entryStart, label))
                return error;
            sample.labels.push_back(label);
            token = lexer.next();
            if (kind != LabelListKind::PrometheusText && token != Token::Comma && token != Token::BraceClose)
                return unexpectedToken(lexer, entryStart, "expected comma or brace close", token);
        }
        if (token == Token::Comma)
            token = lexer.next();
    }
    return std::nullopt;
}

} // namespace sightglass
