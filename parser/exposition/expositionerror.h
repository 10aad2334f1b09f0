// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/base/error.h"
#include "parser/exposition/expositionlexer.h"

#include <string>

namespace sightglass {

/// An ExpositionSyntax error with this text, placed at the span.
[[nodiscard]] Error expositionError(const ExpositionLexer &lexer, SourceSpan span, std::string text);

/// `<expectation>, got "<token and a byte>" ("<TOKEN>") while parsing: "<line so far>"`: the form of both of
/// Prometheus' text parsers (section 1).
[[nodiscard]] Error unexpectedToken(const ExpositionLexer &lexer, std::size_t entryStart,
                                    std::string_view expectation, ExpositionToken got);

/// ` while parsing: "<bytes>"`
[[nodiscard]] std::string whileParsing(const ExpositionLexer &lexer, SourceSpan span);

[[nodiscard]] inline SourceSpan tokenSpan(const ExpositionLexer &lexer) noexcept
{
    return {lexer.tokenStart(), lexer.position()};
}

/// Why a number was refused, as Go's strconv says it: `strconv.ParseFloat: parsing "x": invalid syntax`, or
/// Prometheus' own "unsupported character in float".
[[nodiscard]] std::string floatFailure(std::string_view text);

} // namespace sightglass
