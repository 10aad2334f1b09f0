// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/fields/fieldconfig.h"

namespace sightglass {

namespace {

template<typename T>
void lay(std::optional<T> &below, const std::optional<T> &above)
{
    if (above)
        below = above;
}

} // namespace

GraphConfig merged(const GraphConfig &below, const GraphConfig &above)
{
    GraphConfig config = below;
    lay(config.drawStyle, above.drawStyle);
    lay(config.interpolation, above.interpolation);
    lay(config.lineWidth, above.lineWidth);
    lay(config.fillOpacity, above.fillOpacity);
    lay(config.gradient, above.gradient);
    lay(config.lineStyle, above.lineStyle);
    lay(config.points, above.points);
    lay(config.pointSize, above.pointSize);
    lay(config.spanNulls, above.spanNulls);
    lay(config.insertNullsMs, above.insertNullsMs);
    lay(config.stacking, above.stacking);
    lay(config.axisPlacement, above.axisPlacement);
    lay(config.axisLabel, above.axisLabel);
    lay(config.axisWidth, above.axisWidth);
    lay(config.axisSoftMin, above.axisSoftMin);
    lay(config.axisSoftMax, above.axisSoftMax);
    lay(config.axisGrid, above.axisGrid);
    lay(config.axisBorder, above.axisBorder);
    lay(config.axisCenteredZero, above.axisCenteredZero);
    lay(config.axisColor, above.axisColor);
    lay(config.scale, above.scale);
    lay(config.thresholdsStyle, above.thresholdsStyle);
    lay(config.hideFrom, above.hideFrom);
    lay(config.fillBelowTo, above.fillBelowTo);
    lay(config.transform, above.transform);
    lay(config.barAlignment, above.barAlignment);
    lay(config.barWidthFactor, above.barWidthFactor);
    lay(config.showValues, above.showValues);
    return config;
}

TableCellConfig merged(const TableCellConfig &below, const TableCellConfig &above)
{
    TableCellConfig config = below;
    lay(config.width, above.width);
    lay(config.minWidth, above.minWidth);
    lay(config.align, above.align);
    lay(config.options, above.options);
    lay(config.hidden, above.hidden);
    lay(config.filterable, above.filterable);
    lay(config.inspect, above.inspect);
    lay(config.wrapHeader, above.wrapHeader);
    return config;
}

FieldConfig merged(const FieldConfig &below, const FieldConfig &above)
{
    FieldConfig config = below;
    lay(config.displayName, above.displayName);
    lay(config.description, above.description);
    lay(config.unit, above.unit);
    lay(config.decimals, above.decimals);
    lay(config.min, above.min);
    lay(config.max, above.max);
    lay(config.fieldMinMax, above.fieldMinMax);
    lay(config.noValue, above.noValue);
    lay(config.color, above.color);
    lay(config.thresholds, above.thresholds);
    lay(config.mappings, above.mappings);
    lay(config.links, above.links);
    config.graph = merged(below.graph, above.graph);
    config.cell = merged(below.cell, above.cell);
    return config;
}

} // namespace sightglass
