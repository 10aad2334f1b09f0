// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/assist/intervalmask.h"

#include <algorithm>
#include <array>

namespace sightglass {

namespace {

constexpr std::array<std::string_view, 4> variables = {"$__rate_interval", "${__rate_interval}",
                                                       "$__interval", "${__interval}"};

constexpr bool isWordCharacter(char c) noexcept
{
    return c == '_' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

/// The length of the variable that begins here; 0 where there is none.
std::size_t variableLength(std::string_view text)
{
    for (const std::string_view variable : variables) {
        if (!text.starts_with(variable))
            continue;
        const bool goesOn =
            variable.back() != '}' && text.size() > variable.size() && isWordCharacter(text[variable.size()]);
        return goesOn ? 0 : variable.size();
    }
    return 0;
}

/// Milliseconds with leading zeros; the largest that fits where they do not.
std::string paddedDuration(std::int64_t milliseconds, std::size_t length)
{
    const std::string_view unit = "ms";
    const std::size_t room = length - unit.size();
    std::string digits = std::to_string(std::max<std::int64_t>(milliseconds, 1));
    if (digits.size() > room)
        digits.assign(room, '9');
    return std::string(room - digits.size(), '0') + digits + std::string(unit);
}

} // namespace

std::vector<SourceSpan> intervalVariables(std::string_view query)
{
    std::vector<SourceSpan> spans;
    for (std::size_t at = query.find('$'); at != std::string_view::npos; at = query.find('$', at + 1)) {
        if (const std::size_t length = variableLength(query.substr(at)))
            spans.push_back({at, at + length});
    }
    return spans;
}

std::string maskedIntervals(std::string_view query, const IntervalValues &values)
{
    std::string masked(query);
    for (const SourceSpan span : intervalVariables(query)) {
        const std::size_t length = span.end - span.begin;
        const bool rate = query.substr(span.begin, length).find("rate") != std::string_view::npos;
        masked.replace(span.begin, length,
                       paddedDuration(rate ? values.rateIntervalMs : values.intervalMs, length));
    }
    return masked;
}

} // namespace sightglass
