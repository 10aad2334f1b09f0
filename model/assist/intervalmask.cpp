// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/assist/intervalmask.h"

#include "model/dashboard/intervalvariables.h"

#include <algorithm>

namespace sightglass {

namespace {

bool isLetter(char c) noexcept
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// Digits with zeros before them; the largest number that fits where they do not.
std::string paddedDigits(std::int64_t number, std::size_t length)
{
    const std::string digits = std::to_string(std::max<std::int64_t>(number, 1));
    return digits.size() > length ? std::string(length, '9')
                                  : std::string(length - digits.size(), '0') + digits;
}

std::string paddedDuration(std::int64_t milliseconds, std::size_t length)
{
    const std::string unit = "ms";
    return paddedDigits(milliseconds, length - unit.size()) + unit;
}

/// With zeros behind it: before it they would make it octal.
std::string paddedNumber(std::int64_t number, std::size_t length)
{
    std::string text = std::to_string(std::max<std::int64_t>(number, 1));
    if (text.size() + 1 < length)
        text += '.' + std::string(length - text.size() - 1, '0');
    return text.size() == length ? text : paddedDigits(number, length);
}

bool isRate(IntervalKind kind) noexcept
{
    return kind == IntervalKind::RateInterval || kind == IntervalKind::RateIntervalMs;
}

bool isNumber(IntervalKind kind) noexcept
{
    return kind == IntervalKind::IntervalMs || kind == IntervalKind::RateIntervalMs;
}

} // namespace

std::vector<SourceSpan> intervalVariables(std::string_view query)
{
    std::vector<SourceSpan> spans;
    for (const IntervalReference &reference : intervalReferences(query))
        spans.push_back(reference.span);
    return spans;
}

IntervalValues intervalValuesAt(const PanelTime &time) noexcept
{
    const std::int64_t step = panelStepMs(time);
    return {step, rateIntervalMs(time)};
}

std::string maskedIntervals(std::string_view query, const IntervalValues &values)
{
    std::string masked(query);
    for (const auto &[kind, span] : intervalReferences(query)) {
        const std::size_t length = span.end - span.begin;
        const std::int64_t value = isRate(kind) ? values.rateIntervalMs : values.intervalMs;
        // "${__interval_ms}ms" is a duration.
        const bool hasUnit = span.end < query.size() && isLetter(query[span.end]);
        masked.replace(span.begin, length,
                       !isNumber(kind) ? paddedDuration(value, length)
                       : hasUnit       ? paddedDigits(value, length)
                                       : paddedNumber(value, length));
    }
    return masked;
}

} // namespace sightglass
