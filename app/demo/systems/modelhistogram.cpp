// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/systems/modelhistogram.h"

#include <algorithm>
#include <cmath>

namespace sightglass::demo {

namespace {

constexpr double mostDraws = 24;

} // namespace

ModelHistogram::ModelHistogram(std::span<const double> bounds)
    : m_bounds(bounds.begin(), bounds.end())
    , m_amounts(bounds.size() + 1)
{}

void ModelHistogram::observe(double value, double amount)
{
    const auto bucket = std::ranges::lower_bound(m_bounds, value) - m_bounds.begin();
    m_amounts[static_cast<std::size_t>(bucket)] += amount;
    m_count += amount;
    m_sum += value * amount;
}

void ModelHistogram::observe(double amount, const Distribution &distribution, ModelRandom &random)
{
    double left = amount;
    for (double draws = std::min(amount, mostDraws); draws >= 1; --draws) {
        const double part = std::ceil(left / draws);
        observe(random.logNormal(distribution.median, distribution.spread), part);
        left -= part;
    }
}

ExposedHistogram ModelHistogram::exposed() const
{
    ExposedHistogram histogram{m_count, m_sum, {}, {}};
    double cumulated = 0;
    for (std::size_t i = 0; i < m_bounds.size(); ++i) {
        cumulated += m_amounts[i];
        histogram.buckets.push_back({m_bounds[i], cumulated, std::nullopt});
    }
    return histogram;
}

} // namespace sightglass::demo
