// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/sample.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace sightglass {

/// The smallest and largest values of runs of samples, of runs of those, and so on: with it the extent of any
/// run costs about the same, however long it is, so that a month and a minute are drawn in the same time.
/// Refers to the samples, which must outlive it. Immutable; any thread.
class MinMaxPyramid
{
public:
    /// Of the finite values of a run; low > high where there is none.
    struct Extent
    {
        double low;
        double high;
        std::uint32_t count;
    };

    explicit MinMaxPyramid(std::span<const Sample> samples);

    /// Of samples [from, to); to <= size().
    [[nodiscard]] Extent extent(std::size_t from, std::size_t to) const noexcept;
    [[nodiscard]] std::size_t size() const noexcept { return m_samples.size(); }
    [[nodiscard]] std::span<const Sample> samples() const noexcept { return m_samples; }

private:
    std::span<const Sample> m_samples;
    std::vector<std::vector<Extent>> m_levels; ///< level k: runs of fanOut^(k + 1) samples
};

} // namespace sightglass
