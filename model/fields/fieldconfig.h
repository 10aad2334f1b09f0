// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/fields/graphconfig.h"
#include "model/fields/tablecellconfig.h"
#include "model/fields/thresholds.h"
#include "model/fields/valuemapping.h"

#include <optional>
#include <string>
#include <vector>

namespace sightglass {

/// Where a series or cell gets its colour from (Grafana's field color modes).
enum class ColorMode : std::uint8_t
{
    Fixed,                ///< FieldColor::fixed
    Shades,               ///< shades of it, one per series
    Thresholds,           ///< of the step that the value reaches
    PaletteClassic,       ///< the next one of the palette
    PaletteClassicByName, ///< the palette's by the hash of the name: the same in every panel
    Continuous            ///< FieldColor::scheme between min and max
};

/// Which value of a series its colour follows where the mode goes by value.
enum class ColorBy : std::uint8_t
{
    Last,
    Min,
    Max
};

struct FieldColor
{
    ColorMode mode = ColorMode::PaletteClassic;
    std::string fixed;  ///< a colour's name, see colornames.h
    std::string scheme; ///< "continuous-GrYlRd", …
    ColorBy by = ColorBy::Last;

    friend bool operator==(const FieldColor &, const FieldColor &) = default;
};

/// A link of a value; url and title hold ${__value.text}, ${__field.labels.x} and dashboard variables.
struct DataLink
{
    std::string title;
    std::string url;
    bool newTab = false;

    friend bool operator==(const DataLink &, const DataLink &) = default;
};

/// How the values of a field are shown: Grafana's standard options and those of its graph and table panels.
/// Everything is optional, so that an override says only what it changes: merged() lays one over the other.
struct FieldConfig
{
    std::optional<std::string> displayName; ///< may hold ${__field.labels.x}, ${__series.name}, …
    std::optional<std::string> description;
    std::optional<std::string> unit;
    std::optional<int> decimals;
    std::optional<double> min;
    std::optional<double> max;
    std::optional<bool> fieldMinMax; ///< min and max of each field rather than of all
    std::optional<std::string> noValue;
    std::optional<FieldColor> color;
    std::optional<Thresholds> thresholds;
    std::optional<std::vector<ValueMapping>> mappings;
    std::optional<std::vector<DataLink>> links;
    GraphConfig graph;
    TableCellConfig cell;

    friend bool operator==(const FieldConfig &, const FieldConfig &) = default;
};

/// `above` laid over `below`: what `above` says wins, what it does not say stays.
[[nodiscard]] FieldConfig merged(const FieldConfig &below, const FieldConfig &above);

} // namespace sightglass
