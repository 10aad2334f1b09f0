// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/dashboard/panelspec.h"

#include <vector>

namespace sightglass {

/// Lays panels out in shelves on the grid of 24 columns, from top to bottom: small ones (stat, gauge) first -
/// a few stacked beside the first graphs, more side by side -, then the graphs three to a shelf, each heatmap
/// beside the panel that follows it, tables over the full width at the height they ask for. A shelf that is
/// not full is widened to the edge as far as that looks right. Panels never overlap.
class GridFlow
{
public:
    /// A heading over the whole width.
    void addHeading(PanelSpec row);
    /// Low tiles in one line.
    void addLine(std::vector<PanelSpec> tiles);
    /// The panels of one section, in the order of importance.
    void addSection(std::vector<PanelSpec> panels);

    [[nodiscard]] std::vector<PanelSpec> take() { return std::move(m_panels); }

private:
    /// The first graphs, taken out of `graphs`, share a shelf with the small panels.
    void addStackBeside(std::vector<PanelSpec> small, std::vector<PanelSpec> &graphs);
    void addShelves(std::vector<PanelSpec> panels, int perShelf, int height, int widest);

    std::vector<PanelSpec> m_panels;
    int m_y = 0;
};

} // namespace sightglass
