// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/categories/barlayout.h"

#include "model/core/units.h"
#include "widgets/categories/barpainting.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace sightglass {

namespace {

constexpr double tickSpacing = 42;     ///< logical pixels between grid lines, at least
constexpr double wideTickSpacing = 75; ///< where their labels stand side by side
constexpr double leastBar = 1;         ///< logical pixels

AxisPlacement placementOf(const BarSeries &series, std::size_t scale)
{
    const AxisPlacement asked = series.config.graph.axisPlacement.value_or(AxisPlacement::Auto);
    if (asked != AxisPlacement::Auto)
        return asked;
    // A third unit has no side left; its numbers stand in read-outs.
    return scale == 0 ? AxisPlacement::Left : scale == 1 ? AxisPlacement::Right : AxisPlacement::Hidden;
}

void include(std::optional<ValueRange> &range, double value)
{
    if (!std::isfinite(value))
        return;
    range = range ? ValueRange{std::min(range->low, value), std::max(range->high, value)}
                  : ValueRange{value, value};
}

/// The values of the shown series of a scale in one category.
std::vector<double> valuesAt(const BarData &data, const BarScale &scale, std::size_t category)
{
    std::vector<double> values;
    for (const std::size_t series : scale.series)
        values.push_back(data.series[series].values[category]);
    return values;
}

ScaledAxis linear(const NumberAxis &axis)
{
    return {{}, axis.low, axis.high, axis.ticks};
}

/// Bars have no foot on an axis without a zero: it reaches down to the smallest that there is.
ScaledAxis curvedAxis(const ScaleDistribution &curve, std::optional<ValueRange> range,
                      const FieldConfig &config, const AxisLimits &limits)
{
    AxisShape shape;
    shape.scale = curve;
    shape.softMin = config.graph.axisSoftMin;
    shape.softMax = config.graph.axisSoftMax;
    shape.centeredZero = config.graph.axisCenteredZero.value_or(false);
    // One more tick than the smallest needs, else its bar would have no length.
    if (curve.kind == ScaleKind::Log && range && !shape.softMin)
        shape.softMin = range->low / (curve.logBase > 1 ? curve.logBase : 10);
    return scaledAxis(range, limits, shape);
}

ScaledAxis axisOf(const BarData &data, const BarScale &scale, StackingMode mode, int maxTicks)
{
    const FieldConfig &config = data.series[scale.series.front()].config;
    const ScaleDistribution curve = config.graph.scale.value_or(ScaleDistribution());
    const bool isCurved = curve.kind != ScaleKind::Linear && mode != StackingMode::Percent;
    const bool isLog = isCurved && curve.kind == ScaleKind::Log;
    std::optional<ValueRange> range;
    if (!isLog)
        include(range, 0);
    for (std::size_t category = 0; category < data.categories.size(); ++category) {
        for (const auto &span : barSpans(valuesAt(data, scale, category), mode)) {
            if (span && (!isLog || span->to > 0))
                include(range, span->to);
        }
    }
    AxisLimits limits;
    limits.maxTicks = maxTicks;
    if (mode == StackingMode::Percent) {
        limits.max = 1;
        limits.min = range->low < 0 ? -1 : 0;
        return linear(numberAxis(range, limits));
    }
    if (isCurved) {
        limits.setUnit(scale.unit);
        limits.min = config.min;
        limits.max = config.max;
        return curvedAxis(curve, range, config, limits);
    }
    include(range, config.graph.axisSoftMin.value_or(0));
    include(range, config.graph.axisSoftMax.value_or(0));
    if (config.graph.axisCenteredZero.value_or(false)) {
        const double reach = std::max(std::abs(range->low), std::abs(range->high));
        range = ValueRange{-reach, reach};
    }
    limits.setUnit(scale.unit);
    limits.min = config.min;
    limits.max = config.max;
    return linear(numberAxis(range, limits));
}

std::vector<BarScale> scalesOf(const BarData &data, const BarFrame &frame, StackingMode mode, int maxTicks)
{
    std::vector<BarScale> scales;
    for (std::size_t i = 0; i < data.series.size(); ++i) {
        if (i < frame.shown.size() && !frame.shown[i])
            continue;
        const std::string unit = data.series[i].unit();
        auto scale = std::ranges::find(scales, unit, &BarScale::unit);
        if (scale == scales.end()) {
            scales.push_back({unit, {}, placementOf(data.series[i], scales.size()), {}});
            scale = std::prev(scales.end());
        }
        scale->series.push_back(i);
    }
    for (BarScale &scale : scales)
        scale.axis = axisOf(data, scale, mode, maxTicks);
    return scales;
}

/// Where the groups and bars of a category begin and end, shares of its place.
struct Shares
{
    double group = 0;
    double groupWidth = 1;
    double bar = 1; ///< of the group
    double barWidth = 1;
};

Shares sharesOf(const BarChartOptions &options, std::size_t bars)
{
    Shares shares;
    shares.groupWidth = std::clamp(options.groupWidth, 0.05, 1.0);
    shares.group = (1 - shares.groupWidth) / 2;
    shares.bar = 1.0 / static_cast<double>(std::max<std::size_t>(bars, 1));
    shares.barWidth = std::clamp(options.barWidth, 0.05, 1.0);
    return shares;
}

/// A bar across its category from `begin`, `width` wide, and along its scale.
QRectF barRect(const BarLayout &layout, const BarScale &scale, const BarSpan &span, double begin,
               double width)
{
    double low = scale.share(std::min(span.from, span.to));
    double high = scale.share(std::max(span.from, span.to));
    const QRectF &plot = layout.plot;
    // What is there is seen, however little it is.
    const double least = leastBar / std::max(layout.horizontal ? plot.width() : plot.height(), leastBar);
    const double end = scale.axis.transform.forward(span.to);
    const bool isShort = span.from != span.to && high - low < least;
    if (isShort && end >= scale.axis.low && end <= scale.axis.high) {
        const bool upward = span.to > span.from;
        high = upward ? std::min(low + least, 1.0) : high;
        low = upward ? high - least : std::max(high - least, 0.0);
    }
    if (layout.horizontal)
        return {plot.left() + low * plot.width(), begin, (high - low) * plot.width(), width};
    return {begin, plot.bottom() - high * plot.height(), width, (high - low) * plot.height()};
}

/// Of bars that cover each other the longest is painted last in each column of pixels, so that none that
/// stands out is hidden.
void showLongest(BarLayout &layout)
{
    const auto column = [&layout](const BarMark &mark) {
        const QPointF at = mark.rect.center();
        return std::floor(layout.horizontal ? at.y() : at.x());
    };
    const auto length = [&layout](const BarMark &mark) {
        return layout.horizontal ? mark.rect.width() : mark.rect.height();
    };
    layout.isCrowded = true;
    std::ranges::stable_sort(layout.marks, [&](const BarMark &a, const BarMark &b) {
        return std::pair(column(a), length(a)) < std::pair(column(b), length(b));
    });
}

/// `pixel`: a device pixel, in logical ones.
void addMarks(BarLayout &layout, const BarData &data, const BarChartOptions &options, double pixel)
{
    std::size_t shown = 0;
    for (const BarScale &scale : layout.scales)
        shown += options.stacking == StackingMode::None ? scale.series.size() : 1;
    const Shares shares = sharesOf(options, shown);
    const double natural = layout.categories == 0
                               ? 0
                               : (layout.horizontal ? layout.slot(0).height() : layout.slot(0).width()) *
                                     shares.groupWidth * shares.bar;
    // Whole device pixels: else bars of one width were drawn in two, side by side.
    const double least = std::ceil(leastBar / pixel - 1e-6) * pixel;
    const auto whole = [pixel](double length) { return std::round(length / pixel) * pixel; };
    for (std::size_t category = 0; category < layout.categories; ++category) {
        const QRectF slot = layout.slot(category);
        const double from = whole(layout.horizontal ? slot.top() : slot.left());
        const double length = layout.horizontal ? slot.height() : slot.width();
        std::size_t place = 0;
        for (const BarScale &scale : layout.scales) {
            const auto spans = barSpans(valuesAt(data, scale, category), options.stacking);
            for (std::size_t i = 0; i < spans.size(); ++i) {
                const double at =
                    static_cast<double>(place) * shares.bar + shares.bar * (1 - shares.barWidth) / 2;
                const double begin = from + whole(length * (shares.group + shares.groupWidth * at));
                const double exact = length * shares.groupWidth * shares.bar * shares.barWidth;
                const double width = std::max(least, std::floor(exact / pixel + 1e-6) * pixel);
                if (spans[i])
                    layout.marks.push_back(
                        {barRect(layout, scale, *spans[i], begin, width), scale.series[i], category});
                place += options.stacking == StackingMode::None ? 1 : 0;
            }
            place += options.stacking == StackingMode::None ? 0 : 1;
        }
    }
    if (options.stacking == StackingMode::None && natural < leastBar && !layout.marks.empty())
        showLongest(layout);
}

} // namespace

double BarScale::share(double value) const
{
    const double low = axis.low / 2; // halves: the distance of the largest numbers is infinite
    const double result = (axis.transform.forward(value) / 2 - low) / (axis.high / 2 - low);
    return std::isnan(result) ? 0 : std::clamp(result, 0.0, 1.0);
}

QRectF BarLayout::slot(std::size_t category) const
{
    const double count = static_cast<double>(std::max<std::size_t>(categories, 1));
    const double at = static_cast<double>(category) / count;
    if (horizontal)
        return {plot.left(), plot.top() + at * plot.height(), plot.width(), plot.height() / count};
    return {plot.left() + at * plot.width(), plot.top(), plot.width() / count, plot.height()};
}

std::optional<std::size_t> BarLayout::categoryAt(QPointF at) const
{
    if (categories == 0 || !plot.contains(at))
        return std::nullopt;
    const double share =
        horizontal ? (at.y() - plot.top()) / plot.height() : (at.x() - plot.left()) / plot.width();
    const auto category = static_cast<std::size_t>(share * static_cast<double>(categories));
    return std::min(category, categories - 1);
}

const BarMark *BarLayout::markAt(QPointF at) const
{
    const auto category = categoryAt(at);
    const BarMark *best = nullptr;
    double distance = std::numeric_limits<double>::infinity();
    for (const BarMark &mark : marks) {
        if (!category || mark.category != *category)
            continue;
        const double across = horizontal ? std::abs(at.y() - mark.rect.center().y())
                                         : std::abs(at.x() - mark.rect.center().x());
        const double along = horizontal ? std::abs(at.x() - mark.rect.center().x())
                                        : std::abs(at.y() - mark.rect.center().y());
        const double length = horizontal ? mark.rect.width() : mark.rect.height();
        // First the bar in whose column the pointer is, then the part of the stack next to it.
        const double far = across * 1e4 + std::max(0.0, along - length / 2);
        if (far < distance) {
            distance = far;
            best = &mark;
        }
    }
    return best;
}

bool liesHorizontally(Orientation orientation, QSizeF size)
{
    if (orientation == Orientation::Auto)
        return size.width() < size.height();
    return orientation == Orientation::Horizontal;
}

std::vector<std::optional<BarSpan>> barSpans(std::span<const double> values, StackingMode mode)
{
    std::vector<std::optional<BarSpan>> spans(values.size());
    if (mode == StackingMode::None) {
        for (std::size_t i = 0; i < values.size(); ++i) {
            if (!std::isnan(values[i]))
                spans[i] = BarSpan{0, std::isfinite(values[i]) ? values[i] : 0, true};
        }
        return spans;
    }
    // Of each value a part, so that the sum of all is a number.
    const double part = 1.0 / static_cast<double>(std::max<std::size_t>(values.size(), 1));
    double sum = 0;
    for (const double value : values)
        sum += std::isfinite(value) ? std::abs(value) * part : 0;
    const auto shareOf = [mode, part, sum](double value) {
        return mode != StackingMode::Percent ? value : sum > 0 ? value * part / sum : 0;
    };
    constexpr double largest = std::numeric_limits<double>::max();
    double up = 0;
    double down = 0;
    std::optional<std::size_t> top;
    std::optional<std::size_t> bottom;
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (!std::isfinite(values[i]))
            continue;
        double &at = values[i] < 0 ? down : up;
        spans[i] = BarSpan{at, std::clamp(at + shareOf(values[i]), -largest, largest), false};
        at = spans[i]->to;
        if (values[i] != 0)
            (values[i] < 0 ? bottom : top) = i;
    }
    for (const auto &outer : {top, bottom}) {
        if (outer)
            spans[*outer]->outermost = true;
    }
    return spans;
}

BarLayout layOutBars(const BarData &data, const BarChartOptions &options, const BarFrame &frame)
{
    BarLayout layout;
    layout.horizontal = liesHorizontally(options.orientation, frame.size);
    layout.categories = data.categories.size();
    const double along = layout.horizontal ? frame.size.width() : frame.size.height();
    const int maxTicks =
        std::clamp(static_cast<int>(along / (layout.horizontal ? wideTickSpacing : tickSpacing)), 2, 9);
    layout.scales = scalesOf(data, frame, options.stacking, maxTicks);
    BarPainting painting{data, options, frame, layout};
    placePlot(painting);
    addMarks(layout, data, options, 1 / frame.ratio);
    paintBars(painting);
    return layout;
}

} // namespace sightglass
