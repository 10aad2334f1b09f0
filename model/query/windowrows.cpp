// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/query/windowrows.h"

#include <algorithm>
#include <memory>

namespace sightglass {

namespace {

/// Laid out at a time beyond what is asked for: a part that stays in the cache.
constexpr std::size_t rowsAhead = 1024;

template<std::size_t lanes>
void interleave(const double *values, std::size_t stride, std::size_t count, double *__restrict out)
{
    for (std::size_t i = 0; i < count; ++i) {
        for (std::size_t lane = 0; lane < lanes; ++lane)
            out[i * lanes + lane] = values[i + lane * stride];
    }
}

} // namespace

const double *WindowRows::rows(std::size_t first, std::size_t last, std::size_t stride)
{
    if (stride != m_stride || first < m_first || last > m_last) {
        m_first = first;
        m_last = std::min(m_values.size() - (m_lanes - 1) * stride, last + rowsAhead);
        m_stride = stride;
        const std::size_t count = m_last - m_first;
        double *const rows = makeRoom(count * m_lanes);
        if (m_lanes == 4)
            interleave<4>(m_values.data() + first, stride, count, rows);
        else
            interleave<2>(m_values.data() + first, stride, count, rows);
        m_rows = rows;
    }
    return m_rows + (first - m_first) * m_lanes;
}

double *WindowRows::makeRoom(std::size_t values)
{
    // A row that lies across two lines of the cache takes two loads.
    constexpr std::size_t lineBytes = 64;
    m_room.resize(std::max(m_room.size(), values + lineBytes / sizeof(double)));
    void *begin = m_room.data();
    std::size_t bytes = m_room.size() * sizeof(double);
    return static_cast<double *>(std::align(lineBytes, values * sizeof(double), begin, bytes));
}

} // namespace sightglass
