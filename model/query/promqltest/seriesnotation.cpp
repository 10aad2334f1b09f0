// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/query/promqltest/seriesnotation.h"

#include "model/core/sample.h"
#include "model/query/promqltest/histogramnotation.h"
#include "model/query/promqltest/startnotation.h"
#include "parser/base/durationtext.h"
#include "parser/base/numbertext.h"
#include "parser/base/quoting.h"
#include "parser/promql/parse.h"

#include <algorithm>
#include <charconv>
#include <optional>

namespace sightglass::promqltest {

namespace {

Error syntaxError(std::string_view what, std::string_view text)
{
    return Error{ErrorCode::ConfigSyntax, {std::string(what) + ": " + std::string(text)}, {}, {}};
}

bool isBlank(char c)
{
    return c == ' ' || c == '\t';
}

std::size_t skipBlanks(std::string_view text, std::size_t at)
{
    while (at < text.size() && isBlank(text[at]))
        ++at;
    return at;
}

/// Behind the "}" that closes the "{" at `open`, quotes respected; npos where there is none.
std::size_t closingBrace(std::string_view text, std::size_t open)
{
    char quote = '\0';
    for (std::size_t i = open + 1; i < text.size(); ++i) {
        const char c = text[i];
        if (quote != '\0') {
            if (c == '\\' && quote != '`')
                ++i;
            else if (c == quote)
                quote = '\0';
        } else if (c == '"' || c == '\'' || c == '`') {
            quote = c;
        } else if (c == '}') {
            return i + 1;
        }
    }
    return std::string_view::npos;
}

/// A label set, read by the selector parser. The extra matcher keeps it from refusing one that would match
/// everything; the name is quoted because any keyword may be one.
Result<Labels> parseLabels(std::string_view name, std::string_view inner)
{
    constexpr std::string_view guard = "__guard__";
    std::string selector = "{" + std::string(guard) + "=\"x\"";
    if (!name.empty())
        selector += ", " + goQuoted(name);
    if (skipBlanks(inner, 0) < inner.size())
        selector += ", " + std::string(inner);
    selector += '}';
    const auto matchers = promql::parseSelector(selector);
    if (!matchers)
        return matchers.error();
    std::vector<Label> labels;
    for (const Matcher &matcher : *matchers) {
        if (matcher.op != MatchOp::Equal)
            return syntaxError("only = is allowed in a series", selector);
        if (matcher.name != guard)
            labels.push_back({matcher.name, matcher.value});
    }
    return Labels(std::move(labels));
}

std::optional<std::size_t> parseCount(std::string_view text)
{
    constexpr std::size_t limit = 1'000'000;
    std::size_t count = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), count);
    const bool whole = read.ec == std::errc() && read.ptr == text.data() + text.size();
    return whole && count <= limit ? std::optional(count) : std::nullopt;
}

std::optional<double> parseValue(std::string_view text)
{
    if (text == "stale")
        return staleMarker();
    const bool negative = text.starts_with('-');
    const std::string_view magnitude = negative || text.starts_with('+') ? text.substr(1) : text;
    const auto read = [](std::string_view number) -> std::optional<double> {
        if (const auto value = parseFloat(number))
            return value;
        if (const auto duration = parseDurationMs(number))
            return static_cast<double>(*duration) / 1000;
        return std::nullopt;
    };
    const auto value = read(magnitude);
    if (!value)
        return std::nullopt;
    return negative ? -*value : *value;
}

/// Where in `a+b` the sign between the two numbers stands; signs of exponents and leading ones do not count.
std::size_t findDelta(std::string_view text)
{
    for (std::size_t i = 1; i < text.size(); ++i) {
        const bool sign = text[i] == '+' || text[i] == '-';
        if (sign && text[i - 1] != 'e' && text[i - 1] != 'E')
            return i;
    }
    return std::string_view::npos;
}

/// `a`, `axN`, `a+bxN`, `_`, `_xN`.
bool appendNumberItem(std::string_view item, std::vector<SeriesItem> &items)
{
    const std::size_t times = item.rfind('x');
    const bool repeated = times != std::string_view::npos;
    const auto count = repeated ? parseCount(item.substr(times + 1)) : std::optional<std::size_t>(0);
    if (!count)
        return false;
    const std::string_view body = item.substr(0, times);
    if (body == "_") {
        items.insert(items.end(), repeated ? *count : 1, SeriesItem{});
        return true;
    }
    const std::size_t sign = repeated ? findDelta(body) : std::string_view::npos;
    const auto first = parseValue(body.substr(0, sign));
    const auto delta = sign == std::string_view::npos ? std::optional(0.0) : parseValue(body.substr(sign));
    if (!first || !delta)
        return false;
    double value = *first;
    for (std::size_t i = 0; i <= *count; ++i) {
        items.push_back({SeriesItem::Kind::Value, value, nullptr, false});
        // Repeated addition, not a multiple; a stale marker must not be computed with.
        if (sign != std::string_view::npos)
            value += *delta;
    }
    return true;
}

} // namespace

bool SeriesDescription::hasHistograms() const noexcept
{
    return std::any_of(items.begin(), items.end(),
                       [](const SeriesItem &item) { return item.kind == SeriesItem::Kind::Histogram; });
}

Result<std::vector<SeriesItem>> parseSeriesItems(std::string_view text)
{
    std::vector<SeriesItem> items;
    for (std::size_t at = skipBlanks(text, 0); at < text.size(); at = skipBlanks(text, at)) {
        const std::string_view rest = text.substr(at);
        if (rest.starts_with("{{")) {
            const auto taken = appendHistogramItem(rest, items);
            if (!taken)
                return taken.error();
            at += *taken;
            continue;
        }
        const std::size_t length = std::min(rest.find_first_of(" \t"), rest.size());
        if (!appendNumberItem(rest.substr(0, length), items))
            return syntaxError("malformed value", rest.substr(0, length));
        at += length;
    }
    return items;
}

Result<SeriesDescription> parseSeriesDescription(std::string_view line)
{
    std::size_t at = skipBlanks(line, 0);
    const std::size_t nameEnd = std::min(line.find_first_of(" \t{@", at), line.size());
    const std::string_view name = line.substr(at, nameEnd - at);
    at = nameEnd;
    std::string_view inner;
    const std::size_t open = skipBlanks(line, at);
    if (open < line.size() && line[open] == '{' && line.substr(open, 2) != "{{") {
        const std::size_t close = closingBrace(line, open);
        if (close == std::string_view::npos)
            return syntaxError("unclosed braces", line);
        inner = line.substr(open + 1, close - open - 2);
        at = close;
    }
    auto labels = parseLabels(name, inner);
    if (!labels)
        return labels.error();
    constexpr std::string_view startMark = "@st";
    SeriesDescription series{std::move(*labels), {}, line.substr(at).starts_with(startMark), {}};
    if (series.startTimestamps) {
        auto offsets = parseStartOffsets(line.substr(at + startMark.size()));
        if (!offsets)
            return offsets.error();
        series.startOffsets = std::move(*offsets);
        return series;
    }
    auto items = parseSeriesItems(line.substr(at));
    if (!items)
        return items.error();
    series.items = std::move(*items);
    return series;
}

} // namespace sightglass::promqltest
