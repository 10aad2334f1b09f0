// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/query/columns.h"

#include <cstddef>
#include <unordered_map>
#include <vector>

namespace sightglass {

/// Collects the series of a result: series with equal labels become one, as Prometheus joins the steps of a
/// range query, and it is an error ("vector cannot contain metrics with the same labelset") where two of them
/// have a value at the same step. With delayed name removal equal labels with and without a pending drop are
/// different series.
class SeriesJoiner
{
public:
    void add(Series series);
    [[nodiscard]] std::vector<Series> take() { return std::move(m_series); }

private:
    std::vector<Series> m_series;
    std::unordered_multimap<std::uint64_t, std::size_t> m_byHash;
};

/// The same for range functions: two series with equal labels are an error even where their points do not
/// meet.
void refuseEqualLabels(const std::vector<Series> &series);

/// Without __name__, __type__ and __unit__ (PromQL reference, section 7).
[[nodiscard]] Labels withoutMetadataLabels(const Labels &labels);

enum class NameRemoval : std::uint8_t
{
    Immediate,
    Delayed
};

/// Drops the metadata labels now, or notes that they are to go at the end of the query.
void dropName(Series &series, NameRemoval removal);

} // namespace sightglass
