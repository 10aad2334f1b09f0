// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/dashboard/compactgrid.h"
#include "model/dashboard/repeats.h"

#include <algorithm>
#include <limits>
#include <string>

namespace sightglass {

namespace {

using Shown = std::vector<ShownPanel>;

/// Panels that keep their places to each other: one, or all copies of one.
struct Block
{
    std::size_t first = 0; ///< of the panels
    std::size_t count = 1;
};

int bottomOf(const PanelSpec &panel)
{
    return panel.grid.y + panel.grid.height;
}

/// One value of the variable, as all of it.
VariableValue oneOf(const VariableValue &value, std::size_t index)
{
    VariableValue one = singleValue(value.values[index]);
    const std::vector<std::string> &texts = value.all ? value.optionTexts : value.texts;
    if (index < texts.size())
        one.texts = {texts[index]};
    one.matched = value.matched;
    return one;
}

std::string copyId(const std::string &id, std::size_t copy)
{
    return copy == 0 ? id : id + "-copy-" + std::to_string(copy);
}

/// What repeats by a variable that has values.
const VariableValue *repeating(const ShownPanel &shown, const VariableValues &values)
{
    const std::string &name = shown.panel.repeat.variable;
    if (name.empty())
        return nullptr;
    const VariableValue *scoped = shown.scope.find(name);
    const VariableValue *value = scoped != nullptr ? scoped : values.find(name);
    return value == nullptr || value->values.empty() ? nullptr : value;
}

bool isRow(const ShownPanel &shown)
{
    return shown.panel.type() == PanelType::Row;
}

/// The panels of the row at `row`: those up to the next row.
std::size_t rowEnd(const Shown &panels, std::size_t row)
{
    std::size_t end = row + 1;
    while (end < panels.size() && !isRow(panels[end]))
        ++end;
    return end;
}

class Repetition
{
public:
    Repetition(const VariableValues &values, const RepeatLimits &limits)
        : m_values(values)
        , m_limits(limits)
    {}

    [[nodiscard]] Shown rows(const Shown &panels) const
    {
        Shown result;
        int pushed = 0;
        for (std::size_t i = 0; i < panels.size();) {
            const std::size_t end = isRow(panels[i]) ? rowEnd(panels, i) : i + 1;
            const VariableValue *value = isRow(panels[i]) ? repeating(panels[i], m_values) : nullptr;
            const std::span<const ShownPanel> block(panels.data() + i, end - i);
            const int height = heightOf(block);
            const std::size_t copies = value == nullptr ? 1 : std::min(value->values.size(), m_limits.copies);
            const int more = static_cast<int>(copies - 1) * height;
            pushBehind(result, pushed + topOf(block) + height, more);
            for (std::size_t copy = 0; copy < copies; ++copy)
                addBlock(block, value, copy, pushed + static_cast<int>(copy) * height, result);
            pushed += more;
            i = end;
        }
        return result;
    }

    /// Panels by themselves, and what goes together of all.
    [[nodiscard]] Shown panels(const Shown &panels, std::vector<Block> &blocks) const
    {
        Shown result;
        for (const ShownPanel &source : panels) {
            if (result.size() >= m_limits.panels)
                break;
            const std::size_t first = result.size();
            if (const VariableValue *value = isRow(source) ? nullptr : repeating(source, m_values))
                addCopies(source, *value, result);
            else
                result.push_back(source);
            blocks.push_back({first, result.size() - first});
        }
        return result;
    }

private:
    /// What lies behind a folded row comes before it in the list.
    static void pushBehind(Shown &panels, int bottom, int down)
    {
        for (ShownPanel &shown : panels)
            shown.panel.grid.y += shown.panel.grid.y >= bottom ? down : 0;
    }

    static int topOf(std::span<const ShownPanel> block)
    {
        return std::ranges::min_element(block, {}, [](const ShownPanel &shown) { return shown.panel.grid.y; })
            ->panel.grid.y;
    }

    /// Of a row with its panels, down to its lowest end.
    static int heightOf(std::span<const ShownPanel> block)
    {
        int top = std::numeric_limits<int>::max();
        int bottom = std::numeric_limits<int>::min();
        for (const ShownPanel &shown : block) {
            top = std::min(top, shown.panel.grid.y);
            bottom = std::max(bottom, bottomOf(shown.panel));
        }
        return bottom - top;
    }

    void addBlock(std::span<const ShownPanel> block, const VariableValue *value, std::size_t copy, int down,
                  Shown &result) const
    {
        const std::string variable = block.front().panel.repeat.variable;
        for (const ShownPanel &shown : block) {
            if (result.size() >= m_limits.panels)
                return;
            ShownPanel &added = result.emplace_back(shown);
            added.panel.id = copyId(shown.panel.id, copy);
            added.panel.grid.y += down;
            if (value != nullptr)
                added.scope.set(variable, oneOf(*value, copy));
        }
    }

    /// Side by side over the whole width, the columns as equal as the grid allows, or below each other.
    void addCopies(const ShownPanel &source, const VariableValue &value, Shown &result) const
    {
        const PanelRepeat &repeat = source.panel.repeat;
        const int count = static_cast<int>(std::min(value.values.size(), m_limits.copies));
        const bool across = repeat.direction == RepeatDirection::Horizontal;
        const int columns = across ? std::clamp(std::min(count, repeat.perRow), 1, gridColumnCount) : 1;
        const auto edge = [columns](int column) { return column * gridColumnCount / columns; };
        for (int copy = 0; copy < count && result.size() < m_limits.panels; ++copy) {
            ShownPanel &added = result.emplace_back(source);
            added.panel.id = copyId(source.panel.id, static_cast<std::size_t>(copy));
            added.scope.set(repeat.variable, oneOf(value, static_cast<std::size_t>(copy)));
            GridPosition &place = added.panel.grid;
            place.y += copy / columns * place.height;
            if (!across)
                continue;
            place.x = edge(copy % columns);
            place.width = edge(copy % columns + 1) - place.x;
        }
    }

    const VariableValues &m_values;
    const RepeatLimits &m_limits;
};

GridPosition placeOf(std::span<const ShownPanel> block)
{
    GridPosition all = block.front().panel.grid;
    for (const ShownPanel &shown : block) {
        const GridPosition &one = shown.panel.grid;
        const int right = std::max(all.x + all.width, one.x + one.width);
        const int bottom = std::max(all.y + all.height, one.y + one.height);
        all.x = std::min(all.x, one.x);
        all.y = std::min(all.y, one.y);
        all.width = right - all.x;
        all.height = bottom - all.y;
    }
    return all;
}

/// As Grafana's grid settles: what copies need, others give way to.
void settle(Shown &panels, std::span<const Block> blocks)
{
    std::vector<GridPosition> places;
    places.reserve(blocks.size());
    for (const Block &block : blocks)
        places.push_back(placeOf(std::span(panels).subspan(block.first, block.count)));
    const std::vector<GridPosition> settled = compacted(places);
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        for (std::size_t at = blocks[i].first; at < blocks[i].first + blocks[i].count; ++at) {
            GridPosition &place = panels[at].panel.grid;
            place.x += settled[i].x - places[i].x;
            place.y += settled[i].y - places[i].y;
        }
        if (blocks[i].count == 1)
            panels[blocks[i].first].panel.grid = settled[i];
    }
}

} // namespace

std::vector<ShownPanel> shownPanels(std::span<const PanelSpec> panels, const VariableValues &values,
                                    const RepeatLimits &limits)
{
    Shown all;
    for (std::size_t i = 0; i < panels.size(); ++i)
        all.push_back({panels[i], {}, i});
    const Repetition repetition(values, limits);
    std::vector<Block> blocks;
    Shown shown = repetition.panels(repetition.rows(all), blocks);
    settle(shown, blocks);
    return shown;
}

} // namespace sightglass
