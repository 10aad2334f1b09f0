// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

namespace sightglass::demo {

/// Zipf's law over the ranks 0 … count-1: rank k is drawn with a probability proportional to
/// 1/(k+1)^exponent. Exponent 0 is the uniform distribution. Immutable; drawing costs O(log count).
class Zipf
{
public:
    /// count is at least 1, exponent at least 0.
    Zipf(std::uint32_t count, double exponent);

    /// The rank at the quantile u in [0, 1); anything outside is clamped to the first or last rank.
    [[nodiscard]] std::uint32_t rankAt(double u) const noexcept;
    /// Probability of a rank; 0 beyond the last one.
    [[nodiscard]] double probability(std::uint32_t rank) const noexcept;
    [[nodiscard]] double exponent() const noexcept { return m_exponent; }

private:
    double m_exponent;
    std::vector<double> m_cumulative;
};

} // namespace sightglass::demo
