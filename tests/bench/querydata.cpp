// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/querydata.h"

namespace sightglass::bench {

const char *QueryData::name(Family family) noexcept
{
    constexpr std::array<const char *, familyCount> names{"m_total", "h_bucket", "gauge"};
    return names[family];
}

Labels QueryData::labelsOf(Family family, std::size_t index)
{
    const bool isBucket = family == Bucket;
    return Labels::withName(
        name(family),
        {{"instance", "host" + std::to_string(index / 10)},
         {"g", "group" + std::to_string(index % 10)},
         {isBucket ? "le" : "i", isBucket && index % 10 == 9 ? "+Inf" : std::to_string(index % 10)}});
}

const QueryData::Row &QueryData::next()
{
    double inHistogram = 0;
    for (std::size_t i = 0; i < seriesPerFamily; ++i) {
        m_row[Counter][i] += static_cast<double>(m_random() % 50);
        inHistogram = (i % 10 == 0 ? 0 : inHistogram) + static_cast<double>(m_random() % 3);
        m_row[Bucket][i] += inHistogram;
        m_row[Gauge][i] = static_cast<double>(m_random() % 10'000) / 100;
    }
    return m_row;
}

} // namespace sightglass::bench
