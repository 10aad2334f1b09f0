// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/storage/snapshot.h"

#include <cstddef>
#include <cstdint>
#include <stop_token>
#include <string>
#include <vector>

namespace sightglass {

/// A thing and how many there are of it.
struct NamedCount
{
    std::string name;
    std::uint64_t value = 0;

    friend bool operator==(const NamedCount &, const NamedCount &) = default;
};

/// Where the series of a store come from: the largest ones first, equal ones by name.
struct Cardinality
{
    std::vector<NamedCount> seriesByMetric;
    std::vector<NamedCount> valuesByLabel;
    std::vector<NamedCount> bytesByLabel; ///< of the distinct values
    std::vector<NamedCount> seriesByPair; ///< "name=value"
    std::size_t labelPairs = 0;           ///< distinct ones
};

/// Looks at every series; at most `limit` entries of each kind. Ends early when it is cancelled.
[[nodiscard]] Cardinality cardinalityOf(const Snapshot &snapshot, std::size_t limit,
                                        const std::stop_token &cancel);

} // namespace sightglass
