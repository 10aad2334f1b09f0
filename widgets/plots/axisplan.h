// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/dashboard/paneldata.h"
#include "model/dashboard/panelspec.h"
#include "widgets/chart/scaledaxis.h"

#include <optional>
#include <string>
#include <vector>

namespace sightglass {

enum class AxisSide : unsigned char
{
    Left,
    Right,
    Hidden
};

/// A vertical axis of a time series panel and the series that lie on it.
struct AxisPlan
{
    AxisSide side = AxisSide::Left;
    std::string unit;
    std::optional<int> decimals;
    std::optional<double> min;
    std::optional<double> max;
    AxisShape shape;
    std::string label; ///< hostile
    bool grid = false; ///< its ticks are the plot's horizontal grid
    bool border = false;
    bool percentStack = false; ///< its series are shares of a stack
    AxisColorMode color = AxisColorMode::Text;
    double minWidth = 0;             ///< logical pixels
    std::vector<std::size_t> series; ///< indices into PanelData::series, ascending

    friend bool operator==(const AxisPlan &, const AxisPlan &) = default;
};

struct AxesPlan
{
    std::vector<AxisPlan> axes;      ///< in the order of their first series; never empty
    std::vector<std::size_t> axisOf; ///< of each series: index into axes

    /// The axis whose ticks are the grid: the first one that asks for it, else the first.
    [[nodiscard]] std::size_t gridAxis() const noexcept;
};

/// Which series share an axis, as Grafana's scale keys do: those of one unit, ends, soft ends, scale, label
/// and placement. An axis placed automatically is the left one while there is none, else at the right. Two
/// axes on a side lie side by side. The first axis that is seen has the grid, unless it is configured.
[[nodiscard]] AxesPlan planAxes(const PanelSpec &spec, const PanelData &data);

} // namespace sightglass
