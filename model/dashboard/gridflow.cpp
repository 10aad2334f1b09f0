// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/dashboard/gridflow.h"

#include <algorithm>
#include <iterator>

namespace sightglass {

namespace {

constexpr int columns = 24;
constexpr int smallHeight = 5;
constexpr int graphHeight = 7;
constexpr int heatmapHeight = 8;
constexpr int tableHeight = 10;
constexpr int smallPerShelf = 6;
constexpr int graphsPerShelf = 3;
constexpr int widestSmall = 8;

enum class Size : std::uint8_t
{
    Small,
    Graph,
    Paired,
    Wide
};

Size sizeOf(const PanelSpec &panel)
{
    switch (panel.type) {
    case PanelType::Stat:
    case PanelType::Gauge:
        return Size::Small;
    case PanelType::Table:
    case PanelType::Row:
        return Size::Wide;
    case PanelType::Heatmap:
        return Size::Paired;
    case PanelType::TimeSeries:
    case PanelType::BarGauge:
        break;
    }
    return Size::Graph;
}

} // namespace

void GridFlow::addHeading(PanelSpec row)
{
    row.type = PanelType::Row;
    row.grid = {0, m_y, columns, 1};
    m_panels.push_back(std::move(row));
    ++m_y;
}

void GridFlow::addShelves(std::vector<PanelSpec> panels, int perShelf, int height, int widest)
{
    auto next = panels.begin();
    while (next != panels.end()) {
        const int count = static_cast<int>(std::min<std::ptrdiff_t>(panels.end() - next, perShelf));
        const int width = std::min(columns / count, widest);
        for (int i = 0; i < count; ++i, ++next) {
            next->grid = {i * width, m_y, width, height};
            m_panels.push_back(std::move(*next));
        }
        m_y += height;
    }
}

void GridFlow::addSection(std::vector<PanelSpec> panels)
{
    std::vector<PanelSpec> small;
    std::vector<PanelSpec> graphs;
    std::vector<PanelSpec> paired;
    std::vector<PanelSpec> wide;
    for (std::size_t i = 0; i < panels.size(); ++i) {
        switch (sizeOf(panels[i])) {
        case Size::Small:
            small.push_back(std::move(panels[i]));
            break;
        case Size::Graph:
            graphs.push_back(std::move(panels[i]));
            break;
        case Size::Wide:
            wide.push_back(std::move(panels[i]));
            break;
        case Size::Paired:
            paired.push_back(std::move(panels[i]));
            if (i + 1 < panels.size())
                paired.push_back(std::move(panels[++i]));
            break;
        }
    }
    addShelves(std::move(small), smallPerShelf, smallHeight, widestSmall);
    addShelves(std::move(graphs), graphsPerShelf, graphHeight, columns);
    addShelves(std::move(paired), 2, heatmapHeight, columns);
    addShelves(std::move(wide), 1, tableHeight, columns);
}

} // namespace sightglass
