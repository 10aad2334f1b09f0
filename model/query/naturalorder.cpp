// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/query/naturalorder.h"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <optional>

namespace sightglass {

namespace {

bool isDigit(char c) noexcept
{
    return c >= '0' && c <= '9';
}

/// Takes the first run of digits or of other bytes off the text, which is not empty.
std::string_view takeRun(std::string_view &text) noexcept
{
    const bool digits = isDigit(text.front());
    const auto end =
        std::find_if(text.begin(), text.end(), [digits](char c) { return isDigit(c) != digits; });
    const std::string_view run = text.substr(0, static_cast<std::size_t>(end - text.begin()));
    text.remove_prefix(run.size());
    return run;
}

std::optional<std::int64_t> numberOf(std::string_view run) noexcept
{
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(run.data(), run.data() + run.size(), number);
    if (!isDigit(run.front()) || error != std::errc() || end != run.data() + run.size())
        return {};
    return number;
}

std::strong_ordering compareRuns(std::string_view a, std::string_view b) noexcept
{
    const auto left = numberOf(a);
    const auto right = numberOf(b);
    return left && right ? *left <=> *right : a <=> b;
}

} // namespace

std::strong_ordering naturalOrder(std::string_view a, std::string_view b) noexcept
{
    std::string_view left = a;
    std::string_view right = b;
    while (!left.empty() && !right.empty()) {
        const auto order = compareRuns(takeRun(left), takeRun(right));
        if (order != std::strong_ordering::equal)
            return order;
    }
    if (left.empty() != right.empty())
        return left.empty() ? std::strong_ordering::less : std::strong_ordering::greater;
    return a <=> b;
}

} // namespace sightglass
