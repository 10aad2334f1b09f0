// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/dashboard/repeats.h"

#include <algorithm>
#include <limits>
#include <string>

namespace sightglass {

namespace {

constexpr int gridColumns = 24;

using Shown = std::vector<ShownPanel>;

int bottomOf(const PanelSpec &panel)
{
    return panel.grid.y + panel.grid.height;
}

/// One value of the variable, as all of it.
VariableValue oneOf(const VariableValue &value, std::size_t index)
{
    VariableValue one = singleValue(value.values[index]);
    if (index < value.texts.size() && !value.all)
        one.texts = {value.texts[index]};
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
            for (std::size_t copy = 0; copy < copies; ++copy)
                addBlock(block, value, copy, pushed + static_cast<int>(copy) * height, result);
            pushed += static_cast<int>(copies - 1) * height;
            i = end;
        }
        return result;
    }

    /// Panels by themselves, from the first to the last; each pushes down what lies below it.
    [[nodiscard]] Shown panels(Shown panels) const
    {
        Shown result;
        for (std::size_t i = 0; i < panels.size() && result.size() < m_limits.panels; ++i) {
            const ShownPanel source = panels[i];
            const VariableValue *value = isRow(source) ? nullptr : repeating(source, m_values);
            if (value == nullptr) {
                result.push_back(source);
                continue;
            }
            const int bottom = addCopies(source, *value, result);
            const int pushed = bottom - bottomOf(source.panel);
            for (std::size_t below = i + 1; below < panels.size() && pushed > 0; ++below) {
                if (panels[below].panel.grid.y >= bottomOf(source.panel))
                    panels[below].panel.grid.y += pushed;
            }
        }
        return result;
    }

private:
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

    /// The lowest end of the copies.
    int addCopies(const ShownPanel &source, const VariableValue &value, Shown &result) const
    {
        const PanelRepeat &repeat = source.panel.repeat;
        const int count = static_cast<int>(std::min(value.values.size(), m_limits.copies));
        const bool across = repeat.direction == RepeatDirection::Horizontal;
        GridPosition place = source.panel.grid;
        if (across) {
            place.x = 0;
            place.width = gridColumns / std::clamp(std::min(count, repeat.perRow), 1, gridColumns);
        }
        int bottom = bottomOf(source.panel);
        for (int copy = 0; copy < count && result.size() < m_limits.panels; ++copy) {
            ShownPanel &added = result.emplace_back(source);
            added.panel.id = copyId(source.panel.id, static_cast<std::size_t>(copy));
            added.panel.grid = place;
            added.scope.set(repeat.variable, oneOf(value, static_cast<std::size_t>(copy)));
            bottom = place.y + place.height;
            place.x += across ? place.width : 0;
            if (!across || place.x + place.width > gridColumns) {
                place.x = across ? 0 : place.x;
                place.y += place.height;
            }
        }
        return bottom;
    }

    const VariableValues &m_values;
    const RepeatLimits &m_limits;
};

} // namespace

std::vector<ShownPanel> shownPanels(std::span<const PanelSpec> panels, const VariableValues &values,
                                    const RepeatLimits &limits)
{
    Shown all;
    for (std::size_t i = 0; i < panels.size(); ++i)
        all.push_back({panels[i], {}, i});
    const Repetition repetition(values, limits);
    return repetition.panels(repetition.rows(all));
}

} // namespace sightglass
