// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/promql/regexcheck.h"

#include <re2/re2.h>

namespace sightglass::promql {

namespace {

re2::StringPiece piece(std::string_view text)
{
    return {text.data(), text.size()};
}

RE2::Options options()
{
    RE2::Options result;
    result.set_log_errors(false);
    result.set_dot_nl(true);
    return result;
}

std::string_view goText(RE2::ErrorCode code) noexcept
{
    switch (code) {
    case RE2::ErrorBadEscape:
        return "invalid escape sequence";
    case RE2::ErrorBadCharClass:
        return "invalid character class";
    case RE2::ErrorBadCharRange:
        return "invalid character class range";
    case RE2::ErrorMissingBracket:
        return "missing closing ]";
    case RE2::ErrorMissingParen:
        return "missing closing )";
    case RE2::ErrorUnexpectedParen:
        return "unexpected )";
    case RE2::ErrorTrailingBackslash:
        return "trailing backslash at end of expression";
    case RE2::ErrorRepeatArgument:
        return "missing argument to repetition operator";
    case RE2::ErrorRepeatSize:
        return "invalid repeat count";
    case RE2::ErrorRepeatOp:
        return "invalid nested repetition operator";
    case RE2::ErrorBadPerlOp:
        return "invalid or unsupported Perl syntax";
    case RE2::ErrorBadUTF8:
        return "invalid UTF-8";
    case RE2::ErrorBadNamedCapture:
        return "invalid named capture";
    case RE2::ErrorPatternTooLarge:
        return "expression too large";
    default:
        return "internal error";
    }
}

} // namespace

std::optional<std::string> regexError(std::string_view pattern)
{
    const RE2 compiled(piece(pattern), options());
    if (compiled.ok())
        return std::nullopt;
    return "error parsing regexp: " + std::string(goText(compiled.error_code())) + ": `" +
           compiled.error_arg() + "`";
}

bool matchesEmpty(const Matcher &matcher)
{
    switch (matcher.op) {
    case MatchOp::Equal:
        return matcher.value.empty();
    case MatchOp::NotEqual:
        return !matcher.value.empty();
    case MatchOp::Regex:
        return RE2::FullMatch(re2::StringPiece(), RE2(piece(matcher.value), options()));
    case MatchOp::NotRegex:
        return !RE2::FullMatch(re2::StringPiece(), RE2(piece(matcher.value), options()));
    }
    return false;
}

} // namespace sightglass::promql
