// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/fields/graphconfig.h"

#include <cstdint>
#include <optional>

namespace sightglass {

enum class CellAlign : std::uint8_t
{
    Auto, ///< numbers right, all else left
    Left,
    Center,
    Right
};

enum class CellKind : std::uint8_t
{
    Auto,
    Plain, ///< never coloured
    ColorText,
    ColorBackground,
    Gauge,
    Sparkline,
    Json,
    Image,
    Links,
    Pills,
    Markdown,
    Actions
};

enum class CellGaugeMode : std::uint8_t
{
    Gradient,
    Basic,
    Lcd
};

enum class ValueDisplay : std::uint8_t
{
    Color, ///< in the value's colour
    Text,
    Hidden
};

enum class CellBackground : std::uint8_t
{
    Gradient,
    Basic
};

struct CellOptions
{
    CellKind kind = CellKind::Auto;
    CellGaugeMode gauge = CellGaugeMode::Gradient;
    ValueDisplay valueDisplay = ValueDisplay::Text;
    CellBackground background = CellBackground::Gradient;
    bool applyToRow = false;
    bool wrapText = false;
    // Of sparklines.
    bool hideValue = false; ///< the value does not stand beside the line
    DrawStyle trend = DrawStyle::Line;
    LineInterpolation trendLine = LineInterpolation::Smooth;
    double trendWidth = 1; ///< logical pixels
    double trendFill = 17; ///< percent
    PointsShown trendPoints = PointsShown::Never;

    friend bool operator==(const CellOptions &, const CellOptions &) = default;
};

/// How a column of a table is shown. All optional: see FieldConfig.
struct TableCellConfig
{
    std::optional<double> width; ///< logical pixels
    std::optional<double> minWidth;
    std::optional<CellAlign> align;
    std::optional<CellOptions> options;
    std::optional<bool> hidden;
    std::optional<bool> filterable;
    std::optional<bool> inspect;    ///< the whole value on request
    std::optional<bool> wrapHeader; ///< a long name in the column's head has several lines

    friend bool operator==(const TableCellConfig &, const TableCellConfig &) = default;
};

[[nodiscard]] TableCellConfig merged(const TableCellConfig &below, const TableCellConfig &above);

} // namespace sightglass
