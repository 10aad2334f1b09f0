// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/transform/calculationtitle.h"

#include <array>
#include <string_view>
#include <utility>

namespace sightglass {

namespace {

constexpr std::array<std::pair<Calculation, std::string_view>, 25> titles{
    {{Calculation::LastNotNull, "Last *"},
     {Calculation::Last, "Last"},
     {Calculation::FirstNotNull, "First *"},
     {Calculation::First, "First"},
     {Calculation::Min, "Min"},
     {Calculation::MinAboveZero, "Min (above zero)"},
     {Calculation::Max, "Max"},
     {Calculation::Mean, "Mean"},
     {Calculation::Median, "Median"},
     {Calculation::Mode, "Mode"},
     {Calculation::Variance, "Variance"},
     {Calculation::StandardDeviation, "StdDev"},
     {Calculation::Sum, "Total"},
     {Calculation::Count, "Count"},
     {Calculation::CountAll, "Count all"},
     {Calculation::Range, "Range"},
     {Calculation::Delta, "Delta"},
     {Calculation::Step, "Step"},
     {Calculation::Difference, "Difference"},
     {Calculation::DifferencePercent, "Difference percent"},
     {Calculation::ChangeCount, "Change Count"},
     {Calculation::DistinctCount, "Distinct Count"},
     {Calculation::AllIsZero, "All Zeros"},
     {Calculation::AllIsNull, "All Nulls"},
     {Calculation::AllValues, "All values"}}};

std::string ordinal(int number)
{
    const int ten = number / 10 % 10;
    const int one = number % 10;
    std::string_view ending = "th";
    if (ten != 1 && one >= 1 && one <= 3)
        ending = std::array<std::string_view, 4>{"", "st", "nd", "rd"}[static_cast<std::size_t>(one)];
    return std::to_string(number).append(ending);
}

} // namespace

std::string calculationTitle(Calculation calculation)
{
    if (const auto percent = percentOf(calculation))
        return ordinal(*percent) + " %";
    for (const auto &[known, title] : titles) {
        if (known == calculation)
            return std::string(title);
    }
    return "All unique values";
}

} // namespace sightglass
