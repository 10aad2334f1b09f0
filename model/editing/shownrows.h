// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/dashboard/panelspec.h"

#include <span>
#include <utility>
#include <vector>

namespace sightglass {

/// Where rows of the grid that is shown lie on that of the dashboard's file: copies of what repeats need rows
/// that the file does not have. A value.
class ShownRows
{
public:
    /// Panels are known by their ids; what is shown only is a copy.
    ShownRows(std::span<const PanelSpec> file, std::span<const PanelSpec> shown);

    /// The row of the file; of one among copies, that below what they are copies of.
    [[nodiscard]] int inFile(int shownRow) const;

private:
    std::vector<std::pair<int, int>> m_rows; ///< shown, in the file; ascending in both
};

} // namespace sightglass
