// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/systems/modelrandom.h"
#include "parser/exposition/exposedfamily.h"

#include <array>
#include <span>
#include <vector>

namespace sightglass::demo {

/// The buckets that client libraries take where a program names none, in seconds.
inline constexpr std::array<double, 11> defaultBuckets{.005, .01, .025, .05, .1, .25, .5, 1, 2.5, 5, 10};

/// How a quantity is distributed: log-normal around its median.
struct Distribution
{
    double median = 1;
    double spread = 0.5; ///< standard deviation of the logarithm
};

/// A classic histogram: sum, count and buckets always tell of the same observations.
class ModelHistogram
{
public:
    /// Upper bounds ascend and are inclusive; the one up to +Inf is implied.
    explicit ModelHistogram(std::span<const double> bounds);

    /// `amount` observations, a whole number, of the same value.
    void observe(double value, double amount = 1);
    /// `amount` observations of this distribution. Of very many, each of a few dozen values stands for
    /// several.
    void observe(double amount, const Distribution &distribution, ModelRandom &random);

    [[nodiscard]] double count() const noexcept { return m_count; }
    [[nodiscard]] double sum() const noexcept { return m_sum; }
    [[nodiscard]] ExposedHistogram exposed() const;

private:
    std::vector<double> m_bounds;
    std::vector<double> m_amounts; ///< per bucket, not cumulated; one more than bounds
    double m_count = 0;
    double m_sum = 0;
};

} // namespace sightglass::demo
