// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/transform/cellvalue.h"
#include "model/transform/frametools.h"
#include "model/transform/makers.h"
#include "parser/base/durationtext.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace sightglass {

namespace {

struct HeatmapAxis
{
    enum class Mode : std::uint8_t
    {
        Size,
        Count
    };
    Mode mode = Mode::Size;
    std::string value;  ///< a size, duration or count; empty: some 20 in time, 10 of values
    double logBase = 0; ///< 0: linear
};

struct HeatmapOptions
{
    HeatmapAxis x;
    HeatmapAxis y;
    ScaleDistribution yScale;
    bool keepOriginal = false;
};

constexpr double defaultTimeBuckets = 20;
constexpr double defaultValueBuckets = 10;
/// No chart has more columns or rows.
constexpr double mostBuckets = 10'000;

/// The values of an axis and how they are cut into buckets.
struct Buckets
{
    double step = 1;
    double first = 0; ///< where the first begins, in steps' units
    std::size_t count = 0;
    double logBase = 0;

    [[nodiscard]] double scaled(double value) const
    {
        return logBase > 0 ? std::log(value) / std::log(logBase) : value;
    }
    [[nodiscard]] std::size_t of(double value) const
    {
        const double bucket = std::floor(scaled(value) / step + 1e-12) - first;
        return static_cast<std::size_t>(std::clamp(bucket, 0.0, static_cast<double>(count - 1)));
    }
    [[nodiscard]] double begin(std::size_t bucket) const
    {
        const double at = (first + static_cast<double>(bucket)) * step;
        return logBase > 0 ? std::pow(logBase, at) : at;
    }
};

struct Points
{
    std::vector<double> times;
    std::vector<double> values;
    const Field *time = nullptr;
    const Field *value = nullptr;
};

Points pointsOf(const std::vector<Frame> &frames)
{
    Points points;
    for (const Frame &frame : frames) {
        const auto time = timeField(frame);
        if (!time)
            continue;
        points.time = points.time == nullptr ? &frame.fields[*time] : points.time;
        for (const Field &field : frame.fields) {
            if (field.type != FieldType::Number)
                continue;
            points.value = points.value == nullptr ? &field : points.value;
            for (std::size_t row = 0; row < field.values.size(); ++row) {
                const double at = numberOrNaN(cellAt(frame.fields[*time], row));
                const double value = numberOrNaN(field.values[row]);
                if (std::isfinite(at) && std::isfinite(value)) {
                    points.times.push_back(at);
                    points.values.push_back(value);
                }
            }
        }
    }
    return points;
}

/// The largest nice step that is no larger than the target.
double niceTimeStep(double target)
{
    constexpr double second = 1000;
    constexpr double minute = 60 * second;
    constexpr double hour = 60 * minute;
    constexpr double day = 24 * hour;
    double step = 1;
    for (const double nice :
         {1.0,        2.0,        4.0,         5.0,         10.0,        20.0,        25.0,      40.0,
          50.0,       100.0,      200.0,       250.0,       400.0,       500.0,       second,    2 * second,
          4 * second, 5 * second, 10 * second, 15 * second, 20 * second, 30 * second, minute,    2 * minute,
          4 * minute, 5 * minute, 10 * minute, 15 * minute, 20 * minute, 30 * minute, hour,      2 * hour,
          4 * hour,   6 * hour,   8 * hour,    12 * hour,   18 * hour,   day,         2 * day,   3 * day,
          4 * day,    5 * day,    6 * day,     7 * day,     10 * day,    15 * day,    30 * day,  45 * day,
          60 * day,   90 * day,   180 * day,   365 * day,   730 * day,   1825 * day,  3650 * day}) {
        if (nice <= target)
            step = nice;
    }
    return step;
}

/// The same of 1 to 9.5 by halves times powers of ten, whole numbers only from 1 on.
double niceValueStep(double target)
{
    if (!(target > 0))
        return 1;
    const double power = std::pow(10, std::floor(std::log10(target)));
    const double grain = target >= 1 && power < 2 ? 1 : 0.5;
    return std::max(std::floor(target / power / grain + 1e-9) * grain, 1.0) * power;
}

/// A size in the axis' unit: a number, or for times a duration.
double sizeOf(const std::string &text)
{
    if (const auto duration = parseDurationMs(text); duration && *duration > 0)
        return static_cast<double>(*duration);
    return numberOf(text);
}

Buckets bucketsOf(const std::vector<double> &values, double step, double logBase)
{
    Buckets buckets{step, 0, 0, logBase};
    const auto [low, high] = std::minmax_element(values.begin(), values.end());
    buckets.first = std::floor(buckets.scaled(*low) / step + 1e-12);
    const double count = std::floor(buckets.scaled(*high) / step + 1e-12) - buckets.first + 1;
    buckets.count = count >= 1 && count <= mostBuckets ? static_cast<std::size_t>(count) : 0;
    return buckets;
}

Buckets timeBuckets(const Points &points, const HeatmapAxis &axis, const TransformContext &context)
{
    const double value = sizeOf(context.text(axis.value));
    const bool bySize = axis.mode == HeatmapAxis::Mode::Size && value > 0;
    const double count = value > 0 ? value : defaultTimeBuckets;
    const auto [low, high] = std::minmax_element(points.times.begin(), points.times.end());
    const double step = bySize ? value : niceTimeStep((*high - *low) / std::max(count - 1, 1.0));
    return bucketsOf(points.times, step, 0);
}

Buckets valueBuckets(const Points &points, const HeatmapAxis &axis, const TransformContext &context)
{
    const double value = numberOf(context.text(axis.value));
    if (axis.logBase > 0)
        return bucketsOf(points.values, 1 / (value > 0 ? value : 1.0), axis.logBase);
    const bool bySize = axis.mode == HeatmapAxis::Mode::Size && value > 0;
    const double count = value > 0 ? value : defaultValueBuckets;
    const auto [low, high] = std::minmax_element(points.values.begin(), points.values.end());
    const double step = bySize ? value : niceValueStep((*high - *low) / std::max(count - 1, 1.0));
    return bucketsOf(points.values, step, 0);
}

void dropUnscalable(Points &points)
{
    std::size_t kept = 0;
    for (std::size_t i = 0; i < points.values.size(); ++i) {
        if (points.values[i] > 0) {
            points.times[kept] = points.times[i];
            points.values[kept++] = points.values[i];
        }
    }
    points.times.resize(kept);
    points.values.resize(kept);
}

Frame cellsFrame(const Points &points, const Buckets &x, const Buckets &y, const HeatmapOptions &options)
{
    std::vector<double> counts(x.count * y.count, 0);
    for (std::size_t i = 0; i < points.times.size(); ++i)
        counts[x.of(points.times[i]) * y.count + y.of(points.values[i])] += 1;
    Frame frame;
    frame.fields = {columnLike(*points.time, "xMin"), columnLike(*points.value, "yMin"),
                    makeField("Count", FieldType::Number)};
    frame.fields[1].config.graph.scale = options.yScale;
    frame.fields[2].config.unit = "short";
    for (std::size_t i = 0; i < counts.size(); ++i) {
        frame.fields[0].values.emplace_back(x.begin(i / y.count));
        frame.fields[1].values.emplace_back(y.begin(i % y.count));
        frame.fields[2].values.emplace_back(counts[i]);
    }
    return frame;
}

std::vector<Frame> heatmap(std::vector<Frame> frames, const HeatmapOptions &options,
                           TransformContext &context)
{
    Points points = pointsOf(frames);
    if (options.y.logBase > 0)
        dropUnscalable(points);
    if (points.times.empty()) {
        context.note("there are no values over time");
        return frames;
    }
    const Buckets x = timeBuckets(points, options.x, context);
    const Buckets y = valueBuckets(points, options.y, context);
    const bool fits = x.count > 0 && y.count > 0 && x.count * y.count * 3 <= context.limits().cells;
    if (!fits) {
        context.note("the heatmap would have too many cells");
        return frames;
    }
    const FieldNames names(frames);
    std::vector<Frame> answer{cellsFrame(points, x, y, options)};
    for (std::size_t f = 0; f < frames.size(); ++f) {
        for (std::size_t i = 0; i < frames[f].fields.size(); ++i) {
            if (&frames[f].fields[i] == points.value)
                answer.front().name = names.of(f, i);
        }
    }
    if (options.keepOriginal)
        std::move(frames.begin(), frames.end(), std::back_inserter(answer));
    return answer;
}

ScaleDistribution readScale(OptionReader options)
{
    static constexpr OptionWord<ScaleKind> kinds[]{
        {"linear", ScaleKind::Linear}, {"log", ScaleKind::Log}, {"symlog", ScaleKind::SymLog}};
    ScaleDistribution scale;
    scale.kind = options.word<ScaleKind>("type", kinds, ScaleKind::Linear);
    scale.logBase = options.number("log", 2);
    scale.linearThreshold = options.number("linearThreshold", 1);
    if (scale.kind == ScaleKind::SymLog)
        options.loss("type", "buckets are linear or logarithmic");
    options.finish();
    return scale;
}

HeatmapAxis readAxis(OptionReader options, ScaleDistribution &scale)
{
    static constexpr OptionWord<HeatmapAxis::Mode> modes[]{{"size", HeatmapAxis::Mode::Size},
                                                           {"count", HeatmapAxis::Mode::Count}};
    HeatmapAxis axis;
    axis.mode = options.word<HeatmapAxis::Mode>("mode", modes, HeatmapAxis::Mode::Size);
    axis.value = options.text("value");
    scale = readScale(options.object("scale"));
    if (scale.kind == ScaleKind::Log)
        axis.logBase = scale.logBase > 1 ? scale.logBase : 2;
    options.finish();
    return axis;
}

} // namespace

TransformationPtr makeHeatmap(OptionReader &options)
{
    HeatmapOptions building;
    ScaleDistribution xScale;
    building.x = readAxis(options.object("xBuckets"), xScale);
    building.y = readAxis(options.object("yBuckets"), building.yScale);
    if (xScale.kind == ScaleKind::Log)
        options.loss("xBuckets", "times have linear buckets only");
    building.keepOriginal = options.flag("keepOriginalData");
    return makeTransformation(std::move(building), heatmap);
}

} // namespace sightglass
