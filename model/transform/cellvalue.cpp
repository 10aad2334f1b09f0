// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/transform/cellvalue.h"

#include "model/fields/jsvalue.h"
#include "parser/base/asciicase.h"

#include <cmath>
#include <functional>
#include <limits>

namespace sightglass {

namespace {

constexpr double notANumber = std::numeric_limits<double>::quiet_NaN();

/// Where a character stands in the root collation: blanks, signs, digits, letters, all else.
int rankOf(char c) noexcept
{
    constexpr std::string_view signs = "_-,;:!?.'\"()[]{}@*/\\&#%`^+<=>|~$";
    const auto byte = static_cast<unsigned char>(c);
    if (byte <= ' ')
        return byte;
    if (c >= '0' && c <= '9')
        return 100 + (c - '0');
    const char lower = asciiLower(c);
    if (lower >= 'a' && lower <= 'z')
        return 200 + (lower - 'a');
    const std::size_t sign = signs.find(c);
    return sign == std::string_view::npos ? 300 + byte : 40 + static_cast<int>(sign);
}

bool isDigit(char c) noexcept
{
    return c >= '0' && c <= '9';
}

/// The run of digits that begins at `at`, without its leading zeros; `at` moves behind it.
std::string_view digitRun(std::string_view text, std::size_t &at)
{
    while (at < text.size() && text[at] == '0')
        ++at;
    const std::size_t first = at;
    while (at < text.size() && isDigit(text[at]))
        ++at;
    return text.substr(first, at - first);
}

int compareRuns(std::string_view a, std::string_view b)
{
    if (a.size() != b.size())
        return a.size() < b.size() ? -1 : 1;
    return a.compare(b);
}

/// Lower case before upper case, where all else is equal.
int compareCase(std::string_view a, std::string_view b)
{
    const int order = a.compare(b);
    return order == 0 ? 0 : -order;
}

int compareNumbers(double a, double b) noexcept
{
    if (std::isnan(a) || std::isnan(b))
        return static_cast<int>(std::isnan(a)) - static_cast<int>(std::isnan(b));
    return a < b ? -1 : static_cast<int>(a > b);
}

} // namespace

std::string templateText(const FieldValue &value)
{
    return isNull(value) ? "null" : cellText(value);
}

double numberOf(const FieldValue &value) noexcept
{
    if (const auto *number = std::get_if<double>(&value))
        return *number;
    if (const auto *flag = std::get_if<bool>(&value))
        return *flag ? 1 : 0;
    const auto *text = std::get_if<std::string>(&value);
    return text == nullptr ? 0 : jsNumber(*text);
}

double numberOrNaN(const FieldValue &value) noexcept
{
    if (const auto *number = std::get_if<double>(&value))
        return *number;
    if (const auto *flag = std::get_if<bool>(&value))
        return *flag ? 1 : 0;
    return notANumber;
}

bool isTruthy(const FieldValue &value) noexcept
{
    if (const auto *number = std::get_if<double>(&value))
        return *number != 0 && !std::isnan(*number);
    if (const auto *flag = std::get_if<bool>(&value))
        return *flag;
    const auto *text = std::get_if<std::string>(&value);
    return text != nullptr && !text->empty();
}

bool looselyEqual(const FieldValue &a, const FieldValue &b)
{
    if (isNull(a) || isNull(b))
        return isNull(a) && isNull(b);
    const auto *textA = std::get_if<std::string>(&a);
    const auto *textB = std::get_if<std::string>(&b);
    if (textA != nullptr && textB != nullptr)
        return *textA == *textB;
    return numberOf(a) == numberOf(b);
}

std::size_t ValueHash::operator()(const FieldValue &value) const noexcept
{
    const auto *number = std::get_if<double>(&value);
    if (number != nullptr && std::isnan(*number))
        return 1;
    return std::hash<FieldValue>{}(value);
}

bool ValueEqual::operator()(const FieldValue &a, const FieldValue &b) const noexcept
{
    const auto *numberA = std::get_if<double>(&a);
    const auto *numberB = std::get_if<double>(&b);
    if (numberA != nullptr && numberB != nullptr && std::isnan(*numberA) && std::isnan(*numberB))
        return true;
    return a == b;
}

int compareTexts(std::string_view a, std::string_view b, DigitRuns digits)
{
    std::size_t i = 0;
    std::size_t k = 0;
    while (i < a.size() && k < b.size()) {
        if (digits == DigitRuns::AsNumbers && isDigit(a[i]) && isDigit(b[k])) {
            const int order = compareRuns(digitRun(a, i), digitRun(b, k));
            if (order != 0)
                return order;
            continue;
        }
        const int order = rankOf(a[i]) - rankOf(b[k]);
        if (order != 0)
            return order;
        ++i;
        ++k;
    }
    const auto left = static_cast<int>(i < a.size()) - static_cast<int>(k < b.size());
    return left != 0 ? left : compareCase(a, b);
}

int compareCells(const FieldValue &a, const FieldValue &b, FieldType type)
{
    if (type != FieldType::Text)
        return compareNumbers(numberOf(a), numberOf(b));
    const bool thereA = isTruthy(a);
    const bool thereB = isTruthy(b);
    if (!thereA || !thereB)
        return static_cast<int>(thereB) - static_cast<int>(thereA);
    return compareTexts(cellText(a), cellText(b));
}

} // namespace sightglass
