// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/storage/indexsegment.h"

#include <cstddef>
#include <memory>
#include <vector>

namespace sightglass {

/// The label index as the writer keeps it: immutable segments of falling size. New series make a small
/// segment at the next publication, and neighbours of like size are joined, so that each series moves a
/// logarithmic number of times and an unchanged set of series keeps its built postings. Writer only.
class SeriesIndex
{
public:
    using Segments = std::vector<std::shared_ptr<const IndexSegment>>;

    void add(IndexEntry entry) { m_added.push_back(std::move(entry)); }

    /// Notes that an entry died; segments are cleaned once a quarter is dead.
    void noteRemoved() noexcept { ++m_dead; }

    /// The segments with everything added so far. `isLive` tells which entries a new segment takes over.
    const Segments &publish(const IndexSegment::IsLive &isLive);

    [[nodiscard]] std::size_t bytes() const noexcept;

private:
    void joinFrom(std::size_t first, const IndexSegment::IsLive &isLive);

    Segments m_segments;
    std::vector<IndexEntry> m_added;
    std::size_t m_dead = 0;
};

} // namespace sightglass
