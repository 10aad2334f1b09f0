// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/editing/shownrows.h"

#include <algorithm>
#include <limits>
#include <map>
#include <string_view>

namespace sightglass {

ShownRows::ShownRows(std::span<const PanelSpec> file, std::span<const PanelSpec> shown)
{
    std::map<std::string_view, int> inFile;
    for (const PanelSpec &panel : file)
        inFile.emplace(panel.id, panel.grid.y);
    for (const PanelSpec &panel : shown) {
        const auto found = inFile.find(panel.id);
        if (found != inFile.end())
            m_rows.emplace_back(panel.grid.y, found->second);
    }
    std::ranges::sort(m_rows);
    int lowest = std::numeric_limits<int>::min();
    std::erase_if(m_rows, [&lowest](const std::pair<int, int> &row) {
        const bool goesBack = row.second < lowest;
        lowest = std::max(lowest, row.second);
        return goesBack;
    });
}

int ShownRows::inFile(int shownRow) const
{
    const auto next = std::ranges::upper_bound(m_rows, shownRow, {}, &std::pair<int, int>::first);
    if (next == m_rows.begin())
        return shownRow;
    const auto &[shown, file] = *(next - 1);
    const int row = file + shownRow - shown;
    return next == m_rows.end() ? row : std::min(row, std::max(next->second, file));
}

} // namespace sightglass
