// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/query/promqltest/evalexpectations.h"

#include "model/query/promqltest/words.h"
#include "parser/base/asciicase.h"
#include "parser/base/durationtext.h"
#include "parser/base/numbertext.h"
#include "parser/promql/parse.h"

#include <charconv>

namespace sightglass::promqltest {

namespace {

Status refused(std::string_view what, std::string_view line)
{
    return Error{ErrorCode::ConfigSyntax, {std::string(what) + ": " + std::string(line)}, {}, {}};
}

/// The rest of an `expect` line: nothing, `msg: …` or `regex: …`. The text is taken as it stands.
TextExpectation textExpectation(std::string_view rest)
{
    rest = trimmed(rest);
    if (rest.starts_with("msg:"))
        return {TextExpectation::Kind::Whole, std::string(trimmed(rest.substr(4)))};
    if (rest.starts_with("regex:"))
        return {TextExpectation::Kind::Regex, std::string(trimmed(rest.substr(6)))};
    return {};
}

Status expectRangeVector(std::string_view rest, EvalCommand &eval)
{
    const auto time = [&rest](std::string_view keyword) -> std::optional<TimestampMs> {
        return asciiLower(takeWord(rest)) == keyword ? parseDurationMs(takeWord(rest)) : std::nullopt;
    };
    const bool vector = asciiLower(takeWord(rest)) == "vector";
    const auto from = time("from");
    const auto to = time("to");
    const auto step = time("step");
    if (!vector || !from || !to || !step)
        return refused("malformed range vector", rest);
    eval.rangeVector = StepRange{*from, *to, *step};
    return Done{};
}

Status expectString(std::string_view rest, EvalCommand &eval)
{
    const auto expr = promql::parseExpr(rest);
    const auto *literal = expr ? promql::as<promql::StringLiteral>(expr->get()) : nullptr;
    if (literal == nullptr)
        return refused("malformed string", rest);
    eval.string = literal->value;
    return Done{};
}

Status expectation(std::string_view line, EvalCommand &eval)
{
    std::string_view rest = line;
    takeWord(rest);
    const std::string what = asciiLower(takeWord(rest));
    if (what == "ordered")
        eval.ordered = true;
    else if (what == "fail" && eval.failure)
        return refused("a second expected failure", line);
    else if (what == "fail")
        eval.failure = textExpectation(rest);
    else if (what == "warn")
        eval.warnings.texts.push_back(textExpectation(rest));
    else if (what == "info")
        eval.infos.texts.push_back(textExpectation(rest));
    else if (what == "no_warn")
        eval.warnings.none = true;
    else if (what == "no_info")
        eval.infos.none = true;
    else if (what == "range")
        return expectRangeVector(rest, eval);
    else if (what == "string")
        return expectString(rest, eval);
    else
        return refused("unknown expectation", line);
    return Done{};
}

/// The digits behind a sign and a base prefix as Go's base 0 reads them: 0x, 0o, 0b, and 0 alone for octal.
std::optional<double> prefixedInteger(std::string_view digits)
{
    int base = 8;
    digits.remove_prefix(1);
    const char letter = digits.empty() ? '\0' : static_cast<char>(digits.front() | 0x20);
    if (letter == 'x' || letter == 'o' || letter == 'b') {
        base = letter == 'x' ? 16 : letter == 'o' ? 8 : 2;
        digits.remove_prefix(1);
    }
    std::uint64_t value = 0;
    const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), value, base);
    const bool whole = read.ec == std::errc() && read.ptr == digits.data() + digits.size();
    return whole ? std::optional(static_cast<double>(value)) : std::nullopt;
}

/// Go's integer with base prefix, or a float.
std::optional<double> scalarValue(std::string_view text)
{
    const bool negative = text.starts_with('-');
    const std::string_view digits = text.substr(negative || text.starts_with('+') ? 1 : 0);
    if (digits.starts_with('0') && digits.size() > 1) {
        if (const auto value = prefixedInteger(digits))
            return negative ? -*value : *value;
    }
    return parseFloat(text);
}

} // namespace

Status parseExpectation(std::string_view line, EvalCommand &eval)
{
    const std::string_view word = firstWord(line);
    if (word == "expect")
        return expectation(line, eval);
    if (word == "expected_fail_message") {
        eval.failure =
            TextExpectation{TextExpectation::Kind::Whole, std::string(trimmed(line.substr(word.size())))};
        return Done{};
    }
    if (word == "expected_fail_regexp") {
        eval.failure =
            TextExpectation{TextExpectation::Kind::Regex, std::string(trimmed(line.substr(word.size())))};
        return Done{};
    }
    if (const auto value = scalarValue(line)) {
        eval.scalar = value;
        return Done{};
    }
    auto series = parseSeriesDescription(line);
    if (!series)
        return series.error();
    eval.series.push_back(std::move(*series));
    return Done{};
}

} // namespace sightglass::promqltest
