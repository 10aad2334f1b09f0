// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/grafana/gridlayout.h"

#include "parser/grafana/oldfields.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>

namespace sightglass::grafana {
namespace {

constexpr int columns = 24;
constexpr double cellPixels = 38; // 30 px and the 8 px between two
constexpr double defaultRowPixels = 250;
constexpr double leastPixels = 90;
constexpr double mostPixels = 100'000;
constexpr double defaultSpan = 4;

/// A height in pixels: 250, "250" or "250px".
double pixels(const Json *height, double fallback)
{
    if (height == nullptr)
        return fallback;
    std::string text = scalarText(height);
    if (const std::size_t unit = text.find("px"); unit != std::string::npos)
        text.resize(unit);
    const Json trimmed(text);
    return numberOf(&trimmed).value_or(fallback);
}

int cells(double height)
{
    return static_cast<int>(std::ceil(std::clamp(height, leastPixels, mostPixels) / cellPixels));
}

/// Fills a row with panels as the old dashboard floated them: from the left, wrapping where there is no room,
/// low ones stacked beside a high one.
class RowArea
{
public:
    RowArea(int height, int top)
        : m_height(height)
        , m_top(top)
    {}

    Json place(int width, int height)
    {
        auto left = roomFor(width);
        if (!left) {
            m_top += m_height;
            m_filled.fill(0);
            left = roomFor(width);
        }
        // A wrapped panel always finds room, because none is wider than the empty row.
        const int x = left.value_or(0);
        int y = 0;
        for (int column = x; column < columns; ++column)
            y = std::max(y, at(column));
        for (int column = x; column < std::min(x + width, columns); ++column)
            m_filled[static_cast<std::size_t>(column)] = y + height;
        return {{"x", x}, {"y", m_top + y}, {"w", width}, {"h", height}};
    }
    [[nodiscard]] int top() const noexcept { return m_top; }

private:
    [[nodiscard]] int at(int column) const { return m_filled[static_cast<std::size_t>(column)]; }

    /// The left column of the free space at the right end that takes the panel.
    [[nodiscard]] std::optional<int> roomFor(int width) const
    {
        int left = columns;
        for (int column = columns - 1; column >= 0 && at(column) < m_height; --column) {
            if (column < columns - 1 && at(column) > at(column + 1))
                break;
            left = column;
        }
        return columns - left >= width ? std::optional(left) : std::nullopt;
    }

    std::array<int, columns> m_filled{};
    int m_height;
    int m_top;
};

std::int64_t largestId(const Json &rows)
{
    std::int64_t largest = 0;
    forEachObject(&rows, [&largest](const Json &row) {
        forEachObject(find(row, "panels"), [&largest](const Json &panel) {
            if (const auto id = numberIn(panel, "id"); id && *id > 0 && *id < 1e9)
                largest = std::max(largest, static_cast<std::int64_t>(*id));
        });
    });
    return largest;
}

class GridLayout
{
public:
    explicit GridLayout(const Json &rows)
        : m_nextId(largestId(rows) + 1)
    {
        forEachObject(&rows, [this](const Json &row) {
            m_showRows = m_showRows || truthyIn(row, "collapse") || truthyIn(row, "showTitle") ||
                         truthyIn(row, "repeat");
        });
    }

    void add(Json &row)
    {
        if (truthyIn(row, "repeatIteration"))
            return; // a clone that Grafana makes anew from the repeated row
        const int rowHeight = cells(pixels(find(row, "height"), defaultRowPixels));
        const bool folded = m_showRows && truthyIn(row, "collapse");
        Json header = m_showRows ? rowPanel(row, folded) : Json();
        Json panels = placed(row, rowHeight);
        if (folded)
            set(header, "panels", std::move(panels));
        else
            m_y += rowHeight;
        if (m_showRows)
            m_panels.push_back(std::move(header));
        if (!folded) {
            for (Json &panel : panels)
                m_panels.push_back(std::move(panel));
        }
    }
    Json take() && { return std::move(m_panels); }

private:
    Json rowPanel(const Json &row, bool folded)
    {
        Json panel = {{"id", m_nextId++}, {"type", "row"}, {"collapsed", folded}, {"panels", Json::array()}};
        set(panel, "title", scalarText(find(row, "title")));
        set(panel, "gridPos", {{"x", 0}, {"y", m_y}, {"w", columns}, {"h", 1}});
        if (truthyIn(row, "repeat"))
            set(panel, "repeat", scalarText(find(row, "repeat")));
        ++m_y;
        return panel;
    }
    Json placed(Json &row, int rowHeight)
    {
        RowArea area(rowHeight, m_y);
        Json panels = Json::array();
        forEachObject(find(row, "panels"), [&](Json &panel) {
            const double span = numberIn(panel, "span").value_or(defaultSpan);
            const int width = static_cast<int>(std::floor(std::clamp(span, 1.0, 12.0))) * 2;
            if (const auto least = numberIn(panel, "minSpan"); least && *least > 0)
                set(panel, "minSpan", jsonNumber(std::min(24.0, *least * 2)));
            const Json *own = find(panel, "height");
            const int height = truthy(own) ? cells(pixels(own, defaultRowPixels)) : rowHeight;
            set(panel, "gridPos", area.place(width, height));
            m_y = area.top();
            erase(panel, "span");
            erase(panel, "height");
            panels.push_back(std::move(panel));
        });
        return panels;
    }

    std::int64_t m_nextId;
    Json m_panels = Json::array();
    int m_y = 0;
    bool m_showRows = false;
};

/// What nobody reads of rows stays, to be told and written back.
void leaveStrangers(const Json &rows, Json &dashboard)
{
    Json left = Json::array();
    for (const Json &row : rows) {
        if (row.is_object())
            left.push_back(strangersIn(row,
                                       {"title", "titleSize", "showTitle", "height", "collapse", "editable",
                                        "repeat", "repeatIteration", "repeatRowId", "isNew"},
                                       {"panels", "scopedVars", "$$hashKey"}));
        else
            left.push_back(row);
    }
    if (!std::all_of(left.begin(), left.end(), [](const Json &row) { return isEmptyValue(&row); }))
        set(dashboard, "rows", std::move(left));
}

} // namespace

void rowsToGrid(Json &dashboard)
{
    Json rows = take(dashboard, "rows");
    if (!rows.is_array())
        return;
    leaveStrangers(rows, dashboard);
    GridLayout layout(rows);
    forEachObject(&rows, [&layout](Json &row) { layout.add(row); });
    Json panels = std::move(layout).take();
    // Grafana keeps panels that stand beside the rows; they come first there too.
    Json &all = arrayIn(dashboard, "panels");
    for (Json &panel : panels)
        all.push_back(std::move(panel));
}

} // namespace sightglass::grafana
