// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/dashboard/intervalvariables.h"

#include <array>
#include <optional>
#include <utility>

namespace sightglass {

namespace {

constexpr std::array<std::pair<std::string_view, IntervalKind>, 7> names = {{
    {"__interval", IntervalKind::Interval},
    {"__rate_interval", IntervalKind::RateInterval},
    {"__interval_ms", IntervalKind::IntervalMs},
    {"__rate_interval_ms", IntervalKind::RateIntervalMs},
    {"__range", IntervalKind::Range},
    {"__range_s", IntervalKind::RangeSeconds},
    {"__range_ms", IntervalKind::RangeMs},
}};

bool isWordCharacter(char c) noexcept
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

std::string_view leadingWord(std::string_view text) noexcept
{
    std::size_t length = 0;
    while (length < text.size() && isWordCharacter(text[length]))
        ++length;
    return text.substr(0, length);
}

std::optional<IntervalKind> kindOf(std::string_view name) noexcept
{
    for (const auto &[known, kind] : names) {
        if (name == known)
            return kind;
    }
    return std::nullopt;
}

/// A variable that a text begins with.
struct Reference
{
    std::string_view name;
    std::size_t length = 0; ///< of all of it; 0: there is none
};

/// "$name", "${name}", "${name:format}", "[[name]]".
Reference leadingReference(std::string_view text) noexcept
{
    const bool bracketed = text.starts_with("[[");
    const bool braced = text.starts_with("${");
    if (!bracketed && !text.starts_with('$'))
        return {};
    const std::size_t begin = bracketed || braced ? 2 : 1;
    const std::string_view name = leadingWord(text.substr(begin));
    std::size_t end = begin + name.size();
    if (!bracketed && !braced)
        return {name, end};
    if (end < text.size() && text[end] == ':')
        end += 1 + leadingWord(text.substr(end + 1)).size();
    const std::string_view close = bracketed ? "]]" : "}";
    return text.substr(end).starts_with(close) ? Reference{name, end + close.size()} : Reference{};
}

void replaceAll(std::string &text, std::string_view from, std::string_view to)
{
    for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
        text.replace(at, from.size(), to);
}

} // namespace

std::vector<IntervalReference> intervalReferences(std::string_view expr)
{
    std::vector<IntervalReference> found;
    constexpr std::string_view begins = "$[";
    for (std::size_t at = expr.find_first_of(begins); at != std::string_view::npos;
         at = expr.find_first_of(begins, at)) {
        const Reference reference = leadingReference(expr.substr(at));
        const auto kind = reference.length > 0 ? kindOf(reference.name) : std::nullopt;
        if (kind)
            found.push_back({*kind, {at, at + reference.length}});
        at += kind ? reference.length : 1;
    }
    return found;
}

const std::string &IntervalTexts::of(IntervalKind kind) const noexcept
{
    switch (kind) {
    case IntervalKind::Interval:
        break;
    case IntervalKind::RateInterval:
        return rateInterval;
    case IntervalKind::IntervalMs:
        return intervalMs;
    case IntervalKind::RateIntervalMs:
        return rateIntervalMs;
    case IntervalKind::Range:
        return range;
    case IntervalKind::RangeSeconds:
        return rangeSeconds;
    case IntervalKind::RangeMs:
        return rangeMs;
    }
    return interval;
}

std::string replaceIntervalVariables(std::string_view expr, const IntervalTexts &texts)
{
    std::string result;
    std::size_t done = 0;
    for (const IntervalReference &reference : intervalReferences(expr)) {
        result.append(expr.substr(done, reference.span.begin - done));
        result.append(texts.of(reference.kind));
        done = reference.span.end;
    }
    return result.append(expr.substr(done));
}

const IntervalTexts &intervalPlaceholders()
{
    static const IntervalTexts placeholders{"8h9m47s461ms",  "7h11m53s739ms", "29387461", "25913739",
                                            "9h13m41s587ms", "33221929",      "33221587"};
    return placeholders;
}

std::string restoreIntervalVariables(std::string text)
{
    const IntervalTexts &placeholders = intervalPlaceholders();
    // "${__range_s}s"; milliseconds with their unit are printed as the durations' own placeholders.
    replaceAll(text, "384d12h18m49s", "$__range");
    for (const auto &[name, kind] : names) {
        const std::string &placeholder = placeholders.of(kind);
        const std::string variable = "$" + std::string(name);
        replaceAll(text, placeholder, variable);
        // PromQL prints large numbers with an exponent.
        if (placeholder.find_first_not_of("0123456789") == std::string::npos)
            replaceAll(text, placeholder.substr(0, 1) + '.' + placeholder.substr(1) + "e+07", variable);
    }
    return text;
}

} // namespace sightglass
