// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/values/sparkline.h"

#include "model/core/proportion.h"
#include "widgets/chart/columnlayer.h"
#include "widgets/chart/columnraster.h"
#include "widgets/chart/linegaps.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace sightglass {

namespace {

constexpr double fill = 0.16;
constexpr double air = 0.06; ///< of the span, above and below
constexpr double roundingShare = 1e-9;
constexpr double largest = std::numeric_limits<double>::max();

/// Further apart than any two samples.
constexpr std::int64_t noGap = std::numeric_limits<std::int64_t>::max() / 4;

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
    // What differs in its last digits only is level: those are the calculation's, not the service's.
    const double size = std::max(std::abs(range->low), std::abs(range->high));
    const bool isLevel = range->high - range->low <= size * roundingShare;
    const double room = std::max(std::min(size, largest - size), size * roundingShare);
    const double margin = isLevel ? room : (range->high / 2 - range->low / 2) * (2 * air);
    return ValueRange{std::max(range->low - margin, -largest), std::min(range->high + margin, largest)};
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
    scene.gapMs = series.isThinned() ? noGap : gapThresholdMs(data.stepMs);
    scene.lineWidth = std::max(1.0, look.ratio);
    scene.background = look.background.rgb();
    // Filled down to the bottom, not to zero: the shape is what counts.
    const std::vector<Sample> line = interrupted(series.samples, series.breaks);
    std::vector<Sample> bottom = line;
    for (Sample &sample : bottom)
        sample.v = std::isnan(sample.v) ? sample.v : scene.scale.low;
    scene.series.push_back({line, bottom, look.line.rgb(), fill});
    ColumnLayer layer;
    layer.update(scene.grid, height, {},
                 [&scene](ColumnRange columns, QImage &ring) { rasterColumns(scene, columns, ring); });
    QImage image = layer.image();
    image.setDevicePixelRatio(look.ratio);
    return image;
}

namespace {

/// The first, lowest, highest and last sample of each pixel column, in the order of time.
std::vector<Sample> thinned(std::span<const Sample> samples, TimeRange range, int columns)
{
    const double length = static_cast<double>(std::max<std::int64_t>(range.lengthMs(), 1));
    const auto columnOf = [&](const Sample &sample) {
        return static_cast<int>(static_cast<double>(sample.t - range.from) / length * columns);
    };
    std::vector<Sample> kept;
    for (std::size_t begin = 0; begin < samples.size();) {
        std::size_t end = begin + 1;
        while (end < samples.size() && columnOf(samples[end]) == columnOf(samples[begin]))
            ++end;
        const auto part = samples.subspan(begin, end - begin);
        const auto [low, high] = std::ranges::minmax_element(part, {}, &Sample::v);
        const auto keep = [&kept](const Sample &sample) {
            if (kept.empty() || kept.back().t < sample.t)
                kept.push_back(sample);
        };
        keep(part.front());
        keep(low->t < high->t ? *low : *high);
        keep(low->t < high->t ? *high : *low);
        keep(part.back());
        begin = end;
    }
    return kept;
}

/// A sample's place, and whether the line comes there from the one before.
struct ShapePoint
{
    QPointF at;
    bool joined = false;
};

void joinTo(QPainterPath &path, QPointF to, LineInterpolation interpolation)
{
    const QPointF from = path.currentPosition();
    const double middle = (from.x() + to.x()) / 2;
    if (interpolation == LineInterpolation::Smooth) {
        path.cubicTo({middle, from.y()}, {middle, to.y()}, to);
        return;
    }
    if (interpolation == LineInterpolation::StepAfter)
        path.lineTo(to.x(), from.y());
    else if (interpolation == LineInterpolation::StepBefore)
        path.lineTo(from.x(), to.y());
    path.lineTo(to);
}

void drawJoined(DisplayList &list, const std::vector<ShapePoint> &points, const SparklineShape &shape)
{
    QPainterPath line;
    QPainterPath body;
    QPointF first;
    const auto close = [&] {
        body.lineTo(body.currentPosition().x(), shape.area.bottom());
        body.lineTo(first.x(), shape.area.bottom());
        body.closeSubpath();
    };
    for (std::size_t i = 0; i < points.size(); ++i) {
        if (points[i].joined) {
            joinTo(line, points[i].at, shape.interpolation);
            joinTo(body, points[i].at, shape.interpolation);
            continue;
        }
        if (i > 0)
            close();
        first = points[i].at;
        line.moveTo(first);
        body.moveTo(first);
    }
    close();
    QColor quiet = shape.line;
    quiet.setAlphaF(static_cast<float>(shape.opacity));
    list.add(DisplayList::Shape{body, Qt::NoPen, quiet});
    if (shape.width <= 0)
        return;
    QPen pen(shape.line, shape.width);
    pen.setCosmetic(shape.width == 1);
    list.add(DisplayList::Shape{line, pen, Qt::NoBrush});
}

void drawBars(DisplayList &list, const std::vector<ShapePoint> &points, const SparklineShape &shape)
{
    constexpr double widthShare = 0.6;
    const double length = points.back().at.x() - points.front().at.x();
    const double step = length / static_cast<double>(std::max<std::size_t>(points.size(), 2) - 1);
    const double width = std::max(1.0, std::floor(step * widthShare));
    QColor surface = shape.line;
    surface.setAlphaF(static_cast<float>(shape.opacity));
    const QPen pen = shape.width > 0 && width > 3 * shape.width ? QPen(shape.line, shape.width) : Qt::NoPen;
    for (const ShapePoint &point : points) {
        const double left = std::round(point.at.x() - width / 2);
        const QRectF bar(left, point.at.y(), width, shape.area.bottom() - point.at.y());
        list.add(DisplayList::Fill{bar.intersected(shape.area), surface, 0, pen});
    }
}

void drawPoints(DisplayList &list, const std::vector<ShapePoint> &points, const SparklineShape &shape)
{
    constexpr double radius = 1.5;
    QPainterPath dots;
    for (const ShapePoint &point : points)
        dots.addEllipse(point.at, radius, radius);
    list.add(DisplayList::Shape{dots, Qt::NoPen, shape.line});
}

} // namespace

void drawSparklineShape(DisplayList &list, std::span<const Sample> samples, TimeRange range,
                        const SparklineShape &shape)
{
    std::vector<Sample> finite;
    for (const Sample &sample : samples) {
        if (std::isfinite(sample.v) && range.contains(sample.t))
            finite.push_back(sample);
    }
    const auto scale = sparklineScale(finite, static_cast<int>(shape.area.height()));
    if (finite.size() < 2 || !scale)
        return;
    finite = thinned(finite, range, std::max(1, static_cast<int>(shape.area.width())));
    const double length = static_cast<double>(std::max<std::int64_t>(range.lengthMs(), 1));
    std::vector<ShapePoint> points;
    for (std::size_t i = 0; i < finite.size(); ++i) {
        const double across = static_cast<double>(finite[i].t - range.from) / length;
        const double up = shareOfSpan(scale->low, scale->high, finite[i].v);
        const bool joined = i > 0 && (shape.gapMs == 0 || finite[i].t - finite[i - 1].t <= shape.gapMs) &&
                            !std::ranges::binary_search(shape.breaks, finite[i].t);
        points.push_back({{shape.area.left() + shape.area.width() * across,
                           shape.area.bottom() - shape.area.height() * up},
                          joined});
    }
    if (shape.style == DrawStyle::Bars)
        drawBars(list, points, shape);
    else if (shape.style == DrawStyle::Line)
        drawJoined(list, points, shape);
    if (shape.points || shape.style == DrawStyle::Points)
        drawPoints(list, points, shape);
}

void drawSparklineShape(DisplayList &list, const PanelData &data, const PanelSeries &series,
                        const SparklineShape &shape)
{
    SparklineShape gapped = shape;
    gapped.gapMs = series.isThinned() ? 0 : gapThresholdMs(data.stepMs);
    gapped.breaks = series.breaks;
    drawSparklineShape(list, series.samples, data.range, gapped);
}

} // namespace sightglass
