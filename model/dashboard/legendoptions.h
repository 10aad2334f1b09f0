// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/fields/calculation.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace sightglass {

enum class LegendMode : std::uint8_t
{
    Hidden,
    List,
    Table
};

enum class LegendPlacement : std::uint8_t
{
    Bottom,
    Right
};

enum class SortOrder : std::uint8_t
{
    None,
    Ascending,
    Descending
};

struct LegendOptions
{
    LegendMode mode = LegendMode::List;
    LegendPlacement placement = LegendPlacement::Bottom;
    std::vector<Calculation> values;
    std::optional<double> width;       ///< logical pixels, at the right
    std::optional<Calculation> sortBy; ///< of a table; empty: in the order of the series
    bool sortDescending = true;
    bool sortByName = false;       ///< of a table; goes before sortBy
    std::optional<int> limit = {}; ///< so many series are named, the first ones; empty: all

    friend bool operator==(const LegendOptions &, const LegendOptions &) = default;
};

enum class TooltipMode : std::uint8_t
{
    Single,
    All,
    Hidden
};

struct TooltipOptions
{
    TooltipMode mode = TooltipMode::All;
    SortOrder sort = SortOrder::Descending; ///< by value; None: in the order of the series
    bool hideZeros = false;
    std::optional<double> maxWidth = {};  ///< of the box, logical pixels; empty: as wide as it needs
    std::optional<double> maxHeight = {}; ///< the same; what has no room is counted

    friend bool operator==(const TooltipOptions &, const TooltipOptions &) = default;
};

} // namespace sightglass
