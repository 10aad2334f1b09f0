// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/variables/variableoptions.h"

#include "parser/base/asciicase.h"

#include <algorithm>
#include <string>

namespace sightglass {

namespace {

bool isDigit(char c) noexcept
{
    return c >= '0' && c <= '9';
}

std::string_view digitsAt(std::string_view text, std::size_t at) noexcept
{
    std::size_t end = at;
    while (end < text.size() && isDigit(text[end]))
        ++end;
    return text.substr(at, end - at);
}

std::string_view withoutZeros(std::string_view digits) noexcept
{
    const std::size_t first = digits.find_first_not_of('0');
    return first == std::string_view::npos ? digits.substr(digits.size()) : digits.substr(first);
}

/// By length, then digit by digit: numbers of any size.
int compareDigits(std::string_view a, std::string_view b) noexcept
{
    a = withoutZeros(a);
    b = withoutZeros(b);
    return a.size() != b.size() ? (a.size() < b.size() ? -1 : 1) : a.compare(b);
}

/// The first number in a text; -1 (no digits) before all others.
bool numericallyBefore(std::string_view a, std::string_view b) noexcept
{
    constexpr std::string_view digits = "0123456789";
    const std::size_t inA = a.find_first_of(digits);
    const std::size_t inB = b.find_first_of(digits);
    if (inA == std::string_view::npos || inB == std::string_view::npos)
        return inA == std::string_view::npos && inB != std::string_view::npos;
    return compareDigits(digitsAt(a, inA), digitsAt(b, inB)) < 0;
}

bool naturallyBefore(std::string_view a, std::string_view b)
{
    std::size_t i = 0;
    std::size_t j = 0;
    const std::string lowerA = asciiLower(a);
    const std::string lowerB = asciiLower(b);
    while (i < a.size() && j < b.size()) {
        if (isDigit(a[i]) && isDigit(b[j])) {
            const std::string_view left = digitsAt(a, i);
            const std::string_view right = digitsAt(b, j);
            if (const int order = compareDigits(left, right); order != 0)
                return order < 0;
            i += left.size();
            j += right.size();
        } else if (lowerA[i] != lowerB[j]) {
            return lowerA[i] < lowerB[j];
        } else {
            ++i;
            ++j;
        }
    }
    return a.size() - i < b.size() - j;
}

} // namespace

void sortOptions(std::vector<VariableOption> &options, VariableSort sort)
{
    if (sort == VariableSort::None)
        return;
    const int kind = (static_cast<int>(sort) + 1) / 2;
    std::stable_sort(options.begin(), options.end(),
                     [kind](const VariableOption &a, const VariableOption &b) {
                         switch (kind) {
                         case 1:
                             return a.text < b.text;
                         case 2:
                             return numericallyBefore(a.text, b.text);
                         case 3:
                             return asciiLower(a.text) < asciiLower(b.text);
                         default:
                             return naturallyBefore(a.text, b.text);
                         }
                     });
    if (static_cast<int>(sort) % 2 == 0)
        std::reverse(options.begin(), options.end());
}

} // namespace sightglass
