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

std::string paddedDuration(std::int64_t number, std::string_view unit, std::size_t length)
{
    return paddedDigits(number, length - unit.size()) + std::string(unit);
}

/// With zeros behind it: before it they would make it octal.
std::string paddedNumber(std::int64_t number, std::size_t length)
{
    std::string text = std::to_string(std::max<std::int64_t>(number, 1));
    if (text.size() + 1 < length)
        text += '.' + std::string(length - text.size() - 1, '0');
    return text.size() == length ? text : paddedDigits(number, length);
}

/// The text for a variable in this many bytes; `hasUnit`: one follows ("${__interval_ms}ms" is a duration).
std::string masked(IntervalKind kind, const IntervalValues &values, std::size_t length, bool hasUnit)
{
    constexpr std::int64_t second = 1000;
    const std::int64_t seconds = (values.rangeMs + second / 2) / second;
    const auto number = [length, hasUnit](std::int64_t value) {
        return hasUnit ? paddedDigits(value, length) : paddedNumber(value, length);
    };
    switch (kind) {
    case IntervalKind::Interval:
        break;
    case IntervalKind::RateInterval:
        return paddedDuration(values.rateIntervalMs, "ms", length);
    case IntervalKind::IntervalMs:
        return number(values.intervalMs);
    case IntervalKind::RateIntervalMs:
        return number(values.rateIntervalMs);
    case IntervalKind::Range:
        return paddedDuration(seconds, "s", length);
    case IntervalKind::RangeSeconds:
        return number(seconds);
    case IntervalKind::RangeMs:
        return number(values.rangeMs);
    }
    return paddedDuration(values.intervalMs, "ms", length);
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
    return {panelStepMs(time), rateIntervalMs(time), std::max<std::int64_t>(time.range.lengthMs(), 0)};
}

std::string maskedIntervals(std::string_view query, const IntervalValues &values)
{
    std::string text(query);
    for (const auto &[kind, span] : intervalReferences(query)) {
        const std::size_t length = span.end - span.begin;
        const bool hasUnit = span.end < query.size() && isLetter(query[span.end]);
        text.replace(span.begin, length, masked(kind, values, length, hasUnit));
    }
    return text;
}

} // namespace sightglass
