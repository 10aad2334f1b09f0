// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/analysis/labelshape.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace sightglass {

namespace {

bool isDigit(char c) noexcept
{
    return c >= '0' && c <= '9';
}

bool isHex(char c) noexcept
{
    return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

bool isUuid(std::string_view value) noexcept
{
    if (value.size() != 36)
        return false;
    for (std::size_t i = 0; i < value.size(); ++i) {
        const bool dash = i == 8 || i == 13 || i == 18 || i == 23;
        if (dash ? value[i] != '-' : !isHex(value[i]))
            return false;
    }
    return true;
}

bool isHash(std::string_view value) noexcept
{
    return value.size() >= 16 && std::all_of(value.begin(), value.end(), isHex) &&
           std::any_of(value.begin(), value.end(), isDigit) &&
           !std::all_of(value.begin(), value.end(), isDigit);
}

bool isEmail(std::string_view value) noexcept
{
    const std::size_t at = value.find('@');
    return at != std::string_view::npos && at > 0 && value.find('.', at + 2) != std::string_view::npos &&
           value.find_first_of(" /@", at + 1) == std::string_view::npos;
}

bool isUrl(std::string_view value) noexcept
{
    return value.starts_with("http://") || value.starts_with("https://");
}

/// From 2001 to 2065 in seconds or milliseconds, or "2026-11-21T…".
bool isTimestamp(std::string_view value) noexcept
{
    if (value.size() >= 16 && value[4] == '-' && value[7] == '-' && (value[10] == 'T' || value[10] == ' '))
        return std::all_of(value.begin(), value.begin() + 4, isDigit);
    return (value.size() == 10 || value.size() == 13) && (value[0] == '1' || value[0] == '2') &&
           std::all_of(value.begin(), value.end(), isDigit);
}

/// A part of a path that consists of digits counts too.
bool isNumber(std::string_view value) noexcept
{
    std::size_t digits = 0;
    bool onlyDigits = true;
    for (std::size_t i = 0; i <= value.size(); ++i) {
        const bool partEnds = i == value.size() || value[i] == '/';
        if (partEnds && onlyDigits && digits >= 5)
            return true;
        onlyDigits = partEnds || (onlyDigits && isDigit(value[i]));
        digits = partEnds ? 0 : digits + 1;
    }
    return false;
}

struct Shape
{
    LabelShape shape;
    std::string_view name;
    bool (*is)(std::string_view) noexcept;
};

/// In this order: a timestamp is a number too.
constexpr std::array<Shape, 6> shapes = {{
    {LabelShape::Uuid, "a UUID", isUuid},
    {LabelShape::Hash, "a hash", isHash},
    {LabelShape::Email, "an e-mail address", isEmail},
    {LabelShape::Url, "a URL", isUrl},
    {LabelShape::Timestamp, "a time", isTimestamp},
    {LabelShape::Number, "a number that counts on", isNumber},
}};

} // namespace

LabelShape shapeOf(std::span<const std::string_view> values) noexcept
{
    for (const Shape &shape : shapes) {
        const auto fitting = std::count_if(values.begin(), values.end(), shape.is);
        if (fitting > 0 && static_cast<std::size_t>(fitting) * 5 >= values.size() * 4)
            return shape.shape;
    }
    return LabelShape::Words;
}

std::string_view shapeName(LabelShape shape) noexcept
{
    const auto found = std::find_if(shapes.begin(), shapes.end(),
                                    [shape](const Shape &each) { return each.shape == shape; });
    return found == shapes.end() ? "a word" : found->name;
}

std::span<const std::string_view> shapeNames() noexcept
{
    static constexpr auto names = [] {
        std::array<std::string_view, shapes.size()> result;
        std::transform(shapes.begin(), shapes.end(), result.begin(),
                       [](const Shape &each) { return each.name; });
        return result;
    }();
    return names;
}

} // namespace sightglass
