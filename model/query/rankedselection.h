// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/query/grouping.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace sightglass {

enum class Rank : std::uint8_t
{
    Top,
    Bottom
};

/// Picks the k highest or lowest members of a group at one step, as Prometheus' heap does: a full heap lets a
/// value in only where it is strictly better than the worst one in it, and NaN is worse than everything.
/// Reused step by step.
class RankedSelection
{
public:
    explicit RankedSelection(Rank rank)
        : m_rank(rank)
    {}

    /// Indices of the picked series, best first. Valid until the next call.
    [[nodiscard]] const std::vector<std::size_t> &pick(std::size_t k, const Value &vector,
                                                       const Grouping::Group &group, std::size_t step);

private:
    struct Entry
    {
        double value;
        std::size_t series;
    };
    [[nodiscard]] bool worse(double a, double b) const noexcept;
    void push(Entry entry);
    void siftUp(std::size_t at);
    void siftDown(std::size_t at);

    Rank m_rank;
    std::vector<Entry> m_heap; ///< the worst on top
    std::vector<std::size_t> m_picked;
};

} // namespace sightglass
