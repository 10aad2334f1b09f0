// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/query/quantile.h"

#include "model/core/goformat.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace sightglass {

namespace {

bool isLess(double a, double b)
{
    return std::isnan(a) ? !std::isnan(b) : a < b;
}

/// The values of two ranks that are equal or follow each other, without sorting everything.
std::pair<double, double> neighbours(std::span<double> values, std::size_t lower, std::size_t upper)
{
    const auto at = values.begin() + static_cast<std::ptrdiff_t>(lower);
    std::nth_element(values.begin(), at, values.end(), isLess);
    const double low = *at;
    return {low, upper == lower ? low : *std::min_element(at + 1, values.end(), isLess)};
}

} // namespace

double quantileOf(double q, std::span<double> values)
{
    if (values.empty() || std::isnan(q))
        return std::numeric_limits<double>::quiet_NaN();
    if (q < 0)
        return -std::numeric_limits<double>::infinity();
    if (q > 1)
        return std::numeric_limits<double>::infinity();
    const double n = static_cast<double>(values.size());
    const double rank = q * (n - 1);
    const double lower = std::max(0.0, std::floor(rank));
    const double upper = std::min(n - 1, lower + 1);
    const double weight = rank - std::floor(rank);
    const auto [low, high] =
        neighbours(values, static_cast<std::size_t>(lower), static_cast<std::size_t>(upper));
    return low * (1 - weight) + high * weight;
}

bool isInvalidQuantile(double q) noexcept
{
    return std::isnan(q) || q < 0 || q > 1;
}

std::string invalidQuantileText(double q)
{
    return "quantile value should be between 0 and 1, got " + goShortest(q);
}

} // namespace sightglass
