// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/dashboard/paneldata.h"
#include "model/dashboard/panelspec.h"

#include <cstddef>
#include <vector>

namespace sightglass {

/// Makes the frames of a panel's answers: see seriesFrames(). For one use.
class FrameMaker
{
public:
    FrameMaker(const PanelData &data, const PanelSpec &panel, TransformContext &context);

    [[nodiscard]] std::vector<Frame> take();

private:
    using SeriesList = std::vector<const PanelSeries *>;

    void addSeries(std::size_t query);
    void addTable(std::size_t query, bool only);
    void addHeatmap(std::size_t query);
    [[nodiscard]] bool spend(std::size_t cells);
    void chooseRows();
    [[nodiscard]] std::size_t cellsWith(std::size_t rows) const;
    [[nodiscard]] std::size_t firstRow(const PanelSeries &series);
    [[nodiscard]] std::size_t answeredTables() const;

    const PanelData &m_data;
    const PanelSpec &m_panel;
    TransformContext &m_context;
    std::vector<SeriesList> m_series; ///< of each query
    std::vector<Frame> m_frames;
    std::size_t m_cellsLeft;
    std::size_t m_mostRows; ///< of a series; older ones are left out
    bool m_isCut = false;
    std::size_t m_leftOut = 0; ///< series
};

} // namespace sightglass
