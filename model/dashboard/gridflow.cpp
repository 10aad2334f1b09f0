// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/dashboard/gridflow.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace sightglass {

namespace {

constexpr int columns = 24;
constexpr int smallHeight = 4;
constexpr int lineHeight = 2;
constexpr int graphHeight = 8;
constexpr int smallPerShelf = 6;
constexpr int graphsPerShelf = 3;
constexpr int widestSmall = 8;
constexpr int stackedWidth = 4;
constexpr std::size_t mostStacked = 4;
constexpr std::size_t graphsBesideStack = 2;

enum class Size : std::uint8_t
{
    Small,
    Graph,
    Paired,
    Wide
};

Size sizeOf(const PanelSpec &panel)
{
    switch (panel.type()) {
    case PanelType::Stat:
    case PanelType::Gauge:
        return Size::Small;
    case PanelType::Table:
    case PanelType::Row:
        return Size::Wide;
    case PanelType::Heatmap:
        return Size::Paired;
    case PanelType::TimeSeries:
    default:
        break;
    }
    return Size::Graph;
}

} // namespace

void GridFlow::addHeading(PanelSpec row)
{
    if (!std::holds_alternative<RowOptions>(row.options))
        row.options = RowOptions();
    row.grid = {0, m_y, columns, 1};
    m_panels.push_back(std::move(row));
    ++m_y;
}

void GridFlow::addLine(std::vector<PanelSpec> tiles)
{
    const int widest = tiles.size() == 1 ? columns : columns / 2;
    addShelves(std::move(tiles), columns, lineHeight, widest);
}

void GridFlow::addShelves(std::vector<PanelSpec> panels, int perShelf, int height, int widest)
{
    auto next = panels.begin();
    // Shelves of much the same length: two and two rather than three and one.
    for (auto shelves = (std::ssize(panels) + perShelf - 1) / perShelf; shelves > 0; --shelves) {
        const int count = static_cast<int>((panels.end() - next + shelves - 1) / shelves);
        const int all = std::min(columns, count * widest);
        for (int i = 0; i < count; ++i, ++next) {
            const int left = i * all / count;
            next->grid = {left, m_y, (i + 1) * all / count - left, height};
            m_panels.push_back(std::move(*next));
        }
        m_y += height;
    }
}

void GridFlow::addStackBeside(std::vector<PanelSpec> small, std::vector<PanelSpec> &graphs)
{
    const int count = static_cast<int>(small.size());
    for (int i = 0; i < count; ++i) {
        PanelSpec &panel = small[static_cast<std::size_t>(i)];
        const bool alone = i % 2 == 0 && i + 1 == count;
        panel.grid = {i / 2 * stackedWidth, m_y + i % 2 * smallHeight, stackedWidth,
                      alone ? graphHeight : smallHeight};
        m_panels.push_back(std::move(panel));
    }
    const int left = (count + 1) / 2 * stackedWidth;
    const std::size_t room = graphs.size() == graphsBesideStack + 1 ? graphs.size() : graphsBesideStack;
    const auto taken = static_cast<int>(std::min(graphs.size(), room));
    const int all = columns - left;
    for (int i = 0; i < taken; ++i) {
        PanelSpec &panel = graphs[static_cast<std::size_t>(i)];
        panel.grid = {left + i * all / taken, m_y, (i + 1) * all / taken - i * all / taken, graphHeight};
        m_panels.push_back(std::move(panel));
    }
    graphs.erase(graphs.begin(), graphs.begin() + taken);
    m_y += graphHeight;
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
    std::vector<PanelSpec> &beside = graphs.empty() ? paired : graphs;
    // A third graph would have a line of its own.
    const bool oneLeft = small.size() > 2 && graphs.size() == graphsBesideStack + 1;
    if (!small.empty() && small.size() <= mostStacked && !beside.empty() && !oneLeft)
        addStackBeside(std::exchange(small, {}), beside);
    addShelves(std::move(small), smallPerShelf, smallHeight, widestSmall);
    addShelves(std::move(graphs), graphsPerShelf, graphHeight, columns);
    addShelves(std::move(paired), 2, graphHeight, columns);
    for (PanelSpec &panel : wide) {
        panel.grid = {0, m_y, columns, panel.grid.height};
        m_y += panel.grid.height;
        m_panels.push_back(std::move(panel));
    }
}

} // namespace sightglass
