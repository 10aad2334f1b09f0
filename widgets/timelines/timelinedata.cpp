// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/timelines/timelinedata.h"

#include "model/fields/displayvalue.h"
#include "model/presentation/displaytext.h"
#include "model/presentation/valuetext.h"
#include "widgets/chart/decimate.h"
#include "widgets/timelines/timelinestates.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <set>

namespace sightglass {

namespace {

/// More different numbers than this are shaded.
constexpr std::size_t mostOwnColors = 12;

struct Point
{
    TimestampMs t = 0;
    std::uint32_t sample = 0;
};

/// What a field's bars are made with.
struct Spacing
{
    std::int64_t stepMs = 1000; ///< what a value lasts at least
    std::int64_t gapMs = 1750;  ///< further apart, the bar before has ended
    TimestampMs end = 0;        ///< of the range
};

std::vector<Point> pointsOf(const TimelineField &field)
{
    std::vector<Point> points;
    points.reserve(field.size());
    for (std::size_t i = 0; i < field.size(); ++i) {
        if (const auto t = field.timeAt(i))
            points.push_back({*t, static_cast<std::uint32_t>(i)});
    }
    // A transformation may have sorted the rows by something else.
    if (!std::ranges::is_sorted(points, {}, &Point::t))
        std::ranges::stable_sort(points, {}, &Point::t);
    return points;
}

Spacing spacingOf(const TimelineField &field, const std::vector<Point> &points, const PanelData &data)
{
    Spacing spacing{std::max<std::int64_t>(field.fineMs > 0 ? field.fineMs : data.stepMs, 1), 0,
                    data.range.to};
    // A frame may have any distance between its rows.
    if (!field.times.empty()) {
        std::int64_t least = std::numeric_limits<std::int64_t>::max();
        for (std::size_t i = 1; i < points.size(); ++i) {
            if (points[i].t > points[i - 1].t)
                least = std::min(least, points[i].t - points[i - 1].t);
        }
        if (least != std::numeric_limits<std::int64_t>::max())
            spacing.stepMs = std::max(spacing.stepMs, least);
    }
    const GraphConfig &graph = field.config->graph;
    spacing.gapMs = gapThresholdMs(spacing.stepMs);
    if (graph.insertNullsMs && *graph.insertNullsMs > 0)
        spacing.gapMs = static_cast<std::int64_t>(std::min(*graph.insertNullsMs, 1e15));
    const SpanNulls nulls = graph.spanNulls.value_or(SpanNulls(false));
    if (const bool *all = std::get_if<bool>(&nulls)) {
        if (*all)
            spacing.gapMs = std::numeric_limits<std::int64_t>::max();
    } else {
        spacing.gapMs = std::max(spacing.gapMs,
                                 static_cast<std::int64_t>(std::clamp(std::get<double>(nulls), 0.0, 1e15)));
    }
    return spacing;
}

/// When the value of a point ends: at the next point, or where that is missing, after one step.
TimestampMs endOf(const TimelineField &field, const std::vector<Point> &points, std::size_t index,
                  const Spacing &spacing)
{
    const TimestampMs t = points[index].t;
    const bool isLast = index + 1 == points.size();
    const TimestampMs next = isLast ? std::max(spacing.end, t) : points[index + 1].t;
    // The values of a thinned series are there in between, unless it says that they are not.
    if (field.fineMs > 0 && !isLast && !std::ranges::binary_search(field.breaks, next))
        return next;
    return next - t > spacing.gapMs ? t + spacing.stepMs : next;
}

/// Whether a bar goes on: a state that has a name is the same wherever it comes again, one without only while
/// the value stays.
bool goesOn(const TimelineField &field, const FieldStates &states, const TimelineSpan &before,
            const TimelineSpan &next)
{
    return before.to == next.from && before.state == next.state &&
           (states.isNamed(next.state) || field.valueAt(before.last) == field.valueAt(next.sample));
}

std::vector<TimelineSpan> spansOf(const TimelineField &field, FieldStates &states, TimelineKind kind,
                                  const PanelData &data)
{
    std::vector<Point> points = pointsOf(field);
    const Spacing spacing = spacingOf(field, points, data);
    const bool joins = spacing.gapMs == std::numeric_limits<std::int64_t>::max();
    const auto isNull = [&field](const Point &point) {
        return std::holds_alternative<std::monostate>(field.valueAt(point.sample));
    };
    if (joins)
        std::erase_if(points, isNull);
    std::vector<TimelineSpan> spans;
    for (std::size_t i = 0; i < points.size(); ++i) {
        if (isNull(points[i]))
            continue;
        const std::uint32_t sample = points[i].sample;
        TimelineSpan span{points[i].t, endOf(field, points, i, spacing), 0, sample, sample, false};
        span.state = states.stateOf(field.valueAt(sample));
        span.ongoing = i + 1 == points.size() && span.to >= spacing.end;
        if (kind == TimelineKind::Cells) {
            span.from = points[i].t - spacing.stepMs / 2;
            span.to = span.from + spacing.stepMs;
            if (!spans.empty() && spans.back().to > span.from)
                spans.back().to = span.from;
        } else if (kind == TimelineKind::Merged && !spans.empty() &&
                   goesOn(field, states, spans.back(), span)) {
            spans.back().to = span.to;
            spans.back().last = sample;
            spans.back().ongoing = span.ongoing;
            continue;
        }
        if (span.to > span.from || span.ongoing)
            spans.push_back(span);
    }
    return spans;
}

/// The ends that shades and percentages count from: configured, or of all numbers of the panel.
FieldRange sharedRange(const std::vector<TimelineField> &fields)
{
    double low = std::numeric_limits<double>::infinity();
    double high = -low;
    for (const TimelineField &field : fields) {
        for (std::size_t i = 0; i < field.size() && field.type == FieldType::Number; ++i) {
            const FieldValue value = field.valueAt(i);
            const double *number = std::get_if<double>(&value);
            if (number != nullptr && std::isfinite(*number)) {
                low = std::min(low, *number);
                high = std::max(high, *number);
            }
        }
    }
    return low <= high ? FieldRange{low, high > low ? high : low + 1} : FieldRange{};
}

FieldRange rangeOf(const TimelineField &field, const FieldRange &shared)
{
    FieldRange range = field.config->fieldMinMax.value_or(false) ? sharedRange({field}) : shared;
    range.low = field.config->min.value_or(range.low);
    range.high = field.config->max.value_or(range.high);
    if (!(range.high > range.low))
        range.high = range.low + 1;
    return range;
}

QString shownText(const FieldValue &value, FieldType type, const FieldConfig &config,
                  const DateContext &dates)
{
    const DisplayProcessor display(config, type, {}, {Surface::Dark, dates, {}});
    return valueText(std::string_view(display.display(value).text()));
}

NumberColors numberColors(const std::vector<TimelineField> &fields)
{
    std::set<double> different;
    for (const TimelineField &field : fields) {
        if (field.type != FieldType::Number || field.config->color || field.config->thresholds)
            continue;
        for (std::size_t i = 0; i < field.size(); ++i) {
            const FieldValue value = field.valueAt(i);
            const double *number = std::get_if<double>(&value);
            if (number != nullptr && !std::isnan(*number))
                different.insert(*number);
            if (different.size() > mostOwnColors)
                return NumberColors::Shaded;
        }
    }
    return NumberColors::Each;
}

} // namespace

QString TimelineData::textOf(const TimelineRow &row, const TimelineSpan &span) const
{
    const QString &text = states[span.state].text;
    if (!text.isEmpty())
        return text;
    return shownText(row.field.valueAt(span.sample), row.field.type, *row.field.config, dates);
}

QString TimelineData::valueAt(const TimelineRow &row, const TimelineSpan &span, TimestampMs at) const
{
    std::uint32_t newest = span.sample;
    for (std::uint32_t i = span.sample; i <= span.last && i < row.field.size(); ++i) {
        const auto t = row.field.timeAt(i);
        if (t && *t <= at)
            newest = i;
    }
    FieldConfig plain = *row.field.config;
    plain.mappings.reset();
    const QString value = shownText(row.field.valueAt(newest), row.field.type, plain, dates);
    return value == textOf(row, span) ? QString() : value;
}

TimelineData timelineData(const PanelSpec &spec, const PanelDataPtr &data, TimelineKind kind,
                          const Theme &theme, SeriesColorBook &book, const ZoneRule &zone)
{
    TimelineData result;
    result.owner = data;
    result.dates.zone = zone;
    result.dates.now = static_cast<double>(data->range.to);
    std::vector<TimelineField> fields = timelineFields(spec, *data);
    const NumberColors numbers = numberColors(fields);
    const FieldRange shared = sharedRange(fields);
    TimelineStates states(theme, book);
    for (TimelineField &field : fields) {
        FieldStates own(field, {rangeOf(field, shared), numbers, kind, result.dates}, states);
        TimelineRow row{displayText(std::string_view(field.name)), field, {}, 0};
        row.spans = spansOf(field, own, kind, *data);
        row.lineWidth = std::clamp(field.config->graph.lineWidth.value_or(0), 0.0, 10.0);
        result.rows.push_back(std::move(row));
    }
    result.states = states.take();
    return result;
}

} // namespace sightglass
