// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <random>

namespace sightglass::demo {

/// Chance for the modelled systems. Amounts are whole numbers in doubles, as counters carry them. A value:
/// copies go on with the same numbers, and so does the same seed.
class ModelRandom
{
public:
    explicit ModelRandom(std::uint64_t seed);

    /// How many of independent events happen that happen this often on average; 0 for a mean of 0 or less.
    [[nodiscard]] double count(double mean);
    /// How many of `amount` have what each has with this probability, which is clamped to 0 … 1.
    [[nodiscard]] double share(double amount, double probability);
    /// From `low` to below `high`.
    [[nodiscard]] double between(double low, double high);
    /// Above 0; `spread` is the standard deviation of its logarithm.
    [[nodiscard]] double logNormal(double median, double spread);

private:
    std::mt19937_64 m_random;
};

} // namespace sightglass::demo
