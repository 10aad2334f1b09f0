// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/values/sparkline.h"

#include "widgets/chart/columnlayer.h"
#include "widgets/chart/columnraster.h"

#include <algorithm>
#include <cmath>

namespace sightglass {

namespace {

constexpr double fill = 0.16;
constexpr double air = 0.06; ///< of the span, above and below

int devicePixels(double length, qreal ratio)
{
    return std::max(1, static_cast<int>(length * ratio));
}

} // namespace

std::optional<ValueRange> sparklineScale(std::span<const Sample> samples, int height)
{
    const auto range = valueRange(samples);
    if (!range)
        return std::nullopt;
    if (range->low == 0 && range->high == 0) {
        // The line's own thickness above the lower edge.
        const double pixel = 1.0 / std::max(height, 2);
        return ValueRange{-pixel, 1 - pixel};
    }
    if (range->low == range->high) {
        const double reach = std::abs(range->low);
        return ValueRange{range->low - reach, range->high + reach};
    }
    const double margin = (range->high - range->low) * air;
    return ValueRange{range->low - margin, range->high + margin};
}

QImage sparklineImage(const PanelData &data, const PanelSeries &series, const SparklineLook &look)
{
    const int height = devicePixels(look.size.height(), look.ratio);
    const auto scale = sparklineScale(series.samples, height);
    if (series.samples.size() < 2 || !scale)
        return {};
    ChartScene scene;
    scene.grid = ColumnGrid::covering(data.range, devicePixels(look.size.width(), look.ratio));
    scene.scale = {scale->low, scale->high, height};
    scene.gapMs = gapThresholdMs(data.stepMs);
    scene.lineWidth = std::max(1.0, look.ratio);
    scene.background = look.background.rgb();
    // Filled down to the bottom, not to zero: the shape is what counts.
    std::vector<Sample> bottom(series.samples);
    for (Sample &sample : bottom)
        sample.v = scene.scale.low;
    scene.series.push_back({series.samples, bottom, look.line.rgb(), fill});
    ColumnLayer layer;
    layer.update(scene.grid, height, {},
                 [&scene](ColumnRange columns, QImage &ring) { rasterColumns(scene, columns, ring); });
    QImage image = layer.image();
    image.setDevicePixelRatio(look.ratio);
    return image;
}

} // namespace sightglass
