// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/query/windows.h"

#include <cstddef>
#include <span>
#include <vector>

namespace sightglass {

/// The values of neighbouring windows side by side, so that some windows are added up by one vector addition:
/// row i holds the i-th value of each of `lanes` windows that begin at equal distances, as those of a series
/// without gaps do. Rows that lie on the way of one group of windows are those of the next one's too.
class WindowRows
{
public:
    /// `lanes`: values to a row, 2 or 4. `values` has to outlive this.
    WindowRows(std::span<const double> values, std::size_t lanes)
        : m_values(values)
        , m_lanes(lanes)
    {}

    /// The rows `first` … `last` - 1, of windows that begin at `first`, first + stride, …; valid until the
    /// next call. Row last - 1 needs the value last - 1 + (lanes - 1) · stride to be there.
    [[nodiscard]] const double *rows(std::size_t first, std::size_t last, std::size_t stride);

private:
    [[nodiscard]] double *makeRoom(std::size_t values);

    std::span<const double> m_values;
    std::size_t m_lanes;
    std::vector<double> m_room;
    const double *m_rows = nullptr; ///< in m_room
    std::size_t m_stride = 0;
    std::size_t m_first = 0; ///< m_rows holds the rows m_first … m_last - 1, m_stride apart
    std::size_t m_last = 0;
};

} // namespace sightglass
