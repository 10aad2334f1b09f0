// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/dashboard/intervalvariables.h"

#include <utility>

namespace sightglass {

namespace {

constexpr std::string_view intervalName = "__interval";
constexpr std::string_view rateIntervalName = "__rate_interval";

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

const std::string *textOf(std::string_view name, const IntervalTexts &texts) noexcept
{
    if (name == intervalName)
        return &texts.interval;
    return name == rateIntervalName ? &texts.rateInterval : nullptr;
}

void replaceAll(std::string &text, std::string_view from, std::string_view to)
{
    for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
        text.replace(at, from.size(), to);
}

} // namespace

std::string replaceIntervalVariables(std::string_view expr, const IntervalTexts &texts)
{
    std::string result;
    for (std::size_t dollar = expr.find('$'); dollar != std::string_view::npos; dollar = expr.find('$')) {
        result.append(expr.substr(0, dollar));
        const std::string_view rest = expr.substr(dollar + 1);
        const bool braced = rest.starts_with('{');
        const std::string_view name = leadingWord(rest.substr(braced ? 1 : 0));
        const std::size_t length = 1 + name.size() + (braced ? 2 : 0);
        const bool closed = !braced || (length <= expr.size() - dollar && expr[dollar + length - 1] == '}');
        const std::string *text = closed ? textOf(name, texts) : nullptr;
        if (text != nullptr)
            result.append(*text);
        else
            result.append(expr.substr(dollar, 1));
        expr.remove_prefix(dollar + (text != nullptr ? length : 1));
    }
    return result.append(expr);
}

const IntervalTexts &intervalPlaceholders()
{
    static const IntervalTexts placeholders{"8h9m47s461ms", "7h11m53s739ms"};
    return placeholders;
}

std::string restoreIntervalVariables(std::string text)
{
    replaceAll(text, intervalPlaceholders().interval, "$__interval");
    replaceAll(text, intervalPlaceholders().rateInterval, "$__rate_interval");
    return text;
}

} // namespace sightglass
