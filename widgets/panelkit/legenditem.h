// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QGradient>
#include <QString>
#include <QStringList>

#include <functional>
#include <limits>
#include <vector>

namespace sightglass {

/// One number beside a name in a legend.
struct LegendValue
{
    QString text;                                             ///< displayable, with its unit
    double number = std::numeric_limits<double>::quiet_NaN(); ///< what a table sorts by; NaN comes last
};

/// One series, slice or state in a legend. Texts are displayable.
struct LegendItem
{
    QColor color;
    QString name;
    QStringList values; ///< one for each column; empty: asked for when the item comes into sight
    bool visible = true;
    std::vector<double> dash = {};    ///< of the line that it stands for, logical pixels; empty: solid
    QGradientStops gradient = {};     ///< where the colour follows the value; empty: `color`
    std::vector<double> numbers = {}; ///< of the values; NaN where there is none
    QString basis = {};               ///< what the values are calculated from, for the tool tip; may be empty

    friend bool operator==(const LegendItem &, const LegendItem &) = default;
};

/// The values of an item by its index, one for each column.
using LegendValues = std::function<std::vector<LegendValue>(std::size_t)>;

} // namespace sightglass
