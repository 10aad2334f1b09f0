// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/api/parameterreader.h"

#include "model/api/apitime.h"
#include "model/storage/labelmatcher.h"
#include "parser/base/quoting.h"
#include "parser/promql/parse.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <string>
#include <system_error>
#include <utility>
#include <variant>

namespace sightglass {

namespace {

std::string timeProblem(std::string_view text)
{
    return "cannot parse " + goQuoted(text) + " to a valid timestamp";
}

/// Go's strconv.Atoi; the text is its error.
std::variant<std::int64_t, std::string> parseInteger(std::string_view text)
{
    const std::string_view digits = text.starts_with('+') ? text.substr(1) : text;
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    const bool whole = end == digits.data() + digits.size() && !digits.empty();
    const std::string prefix = "strconv.Atoi: parsing " + goQuoted(text) + ": ";
    if (error == std::errc::result_out_of_range)
        return prefix + "value out of range";
    if (error != std::errc() || !whole || (text.starts_with('+') && digits.starts_with('-')))
        return prefix + "invalid syntax";
    return number;
}

bool matchesEverything(const std::vector<Matcher> &matchers)
{
    return std::all_of(matchers.begin(), matchers.end(),
                       [](const Matcher &matcher) { return LabelMatcher(matcher).matchesAbsent(); });
}

} // namespace

void ParameterReader::fail(ApiError error)
{
    if (!m_error)
        m_error = std::move(error);
}

TimestampMs ParameterReader::time(std::string_view name, TimestampMs fallback)
{
    const std::string_view value = text(name);
    if (value.empty())
        return fallback;
    const std::optional<TimestampMs> t = parseApiTime(value);
    if (!t)
        fail(invalidParameter(name,
                              "invalid time value for '" + std::string(name) + "': " + timeProblem(value)));
    return t.value_or(fallback);
}

TimestampMs ParameterReader::requiredTime(std::string_view name)
{
    const std::optional<TimestampMs> t = parseApiTime(text(name));
    if (!t)
        fail(invalidParameter(name, timeProblem(text(name))));
    return t.value_or(0);
}

TimeRange ParameterReader::range()
{
    const TimestampMs from = time("start", allTime.from);
    const TimestampMs to = time("end", allTime.to);
    return {from, to};
}

std::int64_t ParameterReader::requiredDuration(std::string_view name)
{
    const auto parsed = parseApiDuration(text(name));
    if (const auto *milliseconds = std::get_if<std::int64_t>(&parsed))
        return *milliseconds;
    fail(invalidParameter(name, *std::get_if<std::string>(&parsed)));
    return 0;
}

std::optional<std::int64_t> ParameterReader::duration(std::string_view name)
{
    return text(name).empty() ? std::nullopt : std::optional(requiredDuration(name));
}

std::size_t ParameterReader::limit()
{
    const std::string_view value = text("limit");
    if (value.empty())
        return 0;
    const auto parsed = parseInteger(value);
    const auto *number = std::get_if<std::int64_t>(&parsed);
    if (number != nullptr && *number >= 0)
        return static_cast<std::size_t>(*number);
    fail(invalidParameter("limit", number != nullptr ? "limit must be non-negative"
                                                     : *std::get_if<std::string>(&parsed)));
    return 0;
}

std::optional<std::size_t> ParameterReader::metadataLimit(std::string_view name)
{
    const std::string_view value = text(name);
    if (value.empty())
        return std::nullopt;
    const auto parsed = parseInteger(value);
    const auto *number = std::get_if<std::int64_t>(&parsed);
    if (number == nullptr)
        fail(badData(std::string(name) + " must be a number"));
    return number != nullptr && *number >= 0 ? std::optional(static_cast<std::size_t>(*number))
                                             : std::nullopt;
}

bool ParameterReader::flag(std::string_view name)
{
    static constexpr std::array<std::string_view, 6> yes{"1", "t", "T", "TRUE", "true", "True"};
    static constexpr std::array<std::string_view, 7> no{"", "0", "f", "F", "FALSE", "false", "False"};
    const std::string_view value = text(name);
    if (std::find(yes.begin(), yes.end(), value) != yes.end())
        return true;
    if (std::find(no.begin(), no.end(), value) == no.end())
        fail(invalidParameter(name, "error converting " + std::string(name) +
                                        ": strconv.ParseBool: parsing " + goQuoted(value) +
                                        ": invalid syntax"));
    return false;
}

std::vector<std::vector<Matcher>> ParameterReader::matchers()
{
    std::vector<std::vector<Matcher>> sets;
    for (const std::string_view selector : m_parameters.values("match[]")) {
        const auto parsed = promql::parseSelector(selector);
        if (!parsed) {
            fail(invalidParameter("match[]", parseErrorText(parsed.error())));
            return {};
        }
        if (matchesEverything(*parsed)) {
            fail(invalidParameter("match[]", "match[] must contain at least one non-empty matcher"));
            return {};
        }
        sets.push_back(*parsed);
    }
    return sets;
}

} // namespace sightglass
