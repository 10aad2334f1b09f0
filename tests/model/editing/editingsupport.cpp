// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/model/editing/editingsupport.h"

#include "model/editing/dashboardediting.h"
#include "model/editing/panelsections.h"

#include <algorithm>
#include <map>
#include <set>

namespace sightglass::test {

namespace {

constexpr int columnsPerCell = 2;

PanelSpec rowAt(int y, int number, bool folded)
{
    PanelSpec row;
    row.id = "row " + std::to_string(number);
    row.title = row.id;
    row.options = RowOptions{folded};
    row.grid = {0, y, gridColumnCount, 1};
    return row;
}

void grow(PanelSpec &panel, int x, int y)
{
    panel.grid.width = std::max(panel.grid.width, x + columnsPerCell - panel.grid.x);
    panel.grid.height = std::max(panel.grid.height, y + 1 - panel.grid.y);
}

} // namespace

DashboardSpec drawnDashboard(const std::vector<std::string_view> &lines)
{
    DashboardSpec dashboard;
    dashboard.id = "drawn";
    dashboard.title = "Drawn";
    std::map<char, std::size_t> known;
    int rows = 0;
    for (int y = 0; y < static_cast<int>(lines.size()); ++y) {
        const std::string_view line = lines[static_cast<std::size_t>(y)];
        if (line.starts_with('=') || line.starts_with('#')) {
            dashboard.panels.push_back(rowAt(y, ++rows, line.starts_with('#')));
            continue;
        }
        for (std::size_t cell = 0; cell < line.size(); ++cell) {
            const int x = static_cast<int>(cell) * columnsPerCell;
            if (line[cell] == '.')
                continue;
            const auto [at, added] = known.try_emplace(line[cell], dashboard.panels.size());
            if (added) {
                PanelSpec &panel = dashboard.panels.emplace_back();
                panel.id = std::string(1, line[cell]);
                panel.title = panel.id;
                panel.grid = {x, y, columnsPerCell, 1};
            }
            grow(dashboard.panels[at->second], x, y);
        }
    }
    return dashboard;
}

std::string drawing(const DashboardSpec &dashboard)
{
    const std::vector<bool> folded = foldedAway(dashboard.panels);
    const int height = bottomOf(shownPlaces(dashboard.panels));
    std::vector<std::string> lines(static_cast<std::size_t>(height),
                                   std::string(gridColumnCount / columnsPerCell, '.'));
    for (std::size_t i = 0; i < dashboard.panels.size(); ++i) {
        const PanelSpec &panel = dashboard.panels[i];
        if (folded[i])
            continue;
        const auto *row = std::get_if<RowOptions>(&panel.options);
        const char letter = row == nullptr ? panel.id.front() : row->collapsed ? '#' : '=';
        for (int y = panel.grid.y; y < panel.grid.y + panel.grid.height; ++y) {
            for (int x = panel.grid.x; x < panel.grid.x + panel.grid.width; x += columnsPerCell) {
                char &cell = lines[static_cast<std::size_t>(y)][static_cast<std::size_t>(x / columnsPerCell)];
                cell = cell == '.' ? letter : '!';
            }
        }
    }
    std::string text;
    for (const std::string &line : lines) {
        const std::size_t end = line.find_last_not_of('.');
        text += line.substr(0, end == std::string::npos ? 0 : end + 1) + "\n";
    }
    return text;
}

void addBehind(DashboardSpec &dashboard, std::string_view row, const std::string &id, GridPosition place)
{
    const auto at = static_cast<std::ptrdiff_t>(*panelIndex(dashboard.panels, row)) + 1;
    PanelSpec panel;
    panel.id = id;
    panel.title = id;
    panel.grid = place;
    dashboard.panels.insert(dashboard.panels.begin() + at, std::move(panel));
}

std::string brokenInvariant(const DashboardSpec &dashboard)
{
    const std::vector<PanelSpec> &panels = dashboard.panels;
    const std::vector<bool> folded = foldedAway(panels);
    std::set<std::string> ids;
    std::pair<int, int> last{-1, -1};
    for (std::size_t i = 0; i < panels.size(); ++i) {
        const PanelSpec &panel = panels[i];
        const std::string name = "panel " + panel.id + ": ";
        if (panel.id.empty() || !ids.insert(panel.id).second)
            return name + "the id is empty or there twice";
        if (insideGrid(panel.grid) != panel.grid)
            return name + "outside the grid";
        const bool row = panel.type() == PanelType::Row;
        if (row && (panel.grid.x != 0 || panel.grid.width != gridColumnCount || panel.grid.height != 1))
            return name + "a row has another shape";
        if (folded[i])
            continue;
        const std::pair place{panel.grid.y, panel.grid.x};
        if (place <= last)
            return name + "not in the order of files";
        last = place;
        for (std::size_t other = 0; other < i; ++other) {
            if (!folded[other] && overlap(panels[other].grid, panel.grid))
                return name + "overlaps panel " + panels[other].id;
        }
    }
    const std::vector<GridPosition> shown = shownPlaces(panels);
    return compacted(shown) == shown ? std::string() : std::string("there are gaps");
}

} // namespace sightglass::test
