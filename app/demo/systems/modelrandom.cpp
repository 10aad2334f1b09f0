// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/systems/modelrandom.h"

#include <algorithm>
#include <cmath>

namespace sightglass::demo {

namespace {

/// From here on the normal distribution is as good and far quicker.
constexpr double manyEvents = 400;

} // namespace

ModelRandom::ModelRandom(std::uint64_t seed)
    : m_random(seed)
{}

double ModelRandom::count(double mean)
{
    if (!(mean > 0))
        return 0;
    if (mean < manyEvents)
        return static_cast<double>(std::poisson_distribution<std::int64_t>(mean)(m_random));
    return std::max(0.0, std::round(std::normal_distribution<double>(mean, std::sqrt(mean))(m_random)));
}

double ModelRandom::share(double amount, double probability)
{
    const double p = std::clamp(probability, 0.0, 1.0);
    if (amount < 1 || p == 0)
        return 0;
    if (p == 1)
        return amount;
    if (amount < manyEvents)
        return static_cast<double>(
            std::binomial_distribution<std::int64_t>(static_cast<std::int64_t>(amount), p)(m_random));
    const double spread = std::sqrt(amount * p * (1 - p));
    return std::clamp(std::round(std::normal_distribution<double>(amount * p, spread)(m_random)), 0.0,
                      amount);
}

double ModelRandom::between(double low, double high)
{
    return std::uniform_real_distribution<double>(low, high)(m_random);
}

double ModelRandom::logNormal(double median, double spread)
{
    return std::lognormal_distribution<double>(std::log(median), spread)(m_random);
}

} // namespace sightglass::demo
