// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/timelines/timelinelayout.h"

#include "widgets/style/contrast.h"

#include <QFontMetricsF>

#include <algorithm>
#include <cmath>
#include <map>

namespace sightglass {

namespace {

constexpr double textPadding = 4;  ///< logical pixels on either side
constexpr double leastElided = 24; ///< logical pixels that a cut text needs
constexpr double roundedFrom = 10; ///< logical pixels: cells wider than this have round corners
constexpr double cellRadius = 2;
constexpr double leastCell = 2;            ///< device pixels: below, cells are drawn as columns
constexpr double leastWithGap = 6;         ///< logical pixels: narrower cells touch, else they were stripes
constexpr double shortWidth = 2;           ///< logical pixels, of a state shorter than a column
constexpr int roomForHair = 8;             ///< hairs: between narrower bars they would be stripes
constexpr std::size_t mostMixedFills = 64; ///< more mixed columns than this are a picture

/// One row on its way into the list.
struct RowDrawing
{
    const TimelineData &data;
    const TimelineRow &row;
    const TimelineStyle &style;
    const TimelineFrame &frame;
    TimelineBand band;
    DisplayList &list;

    [[nodiscard]] QRectF rect(double from, double to) const
    {
        const double scale = 1 / frame.ratio;
        return {from * scale, band.top * scale, (to - from) * scale, (band.bottom - band.top) * scale};
    }
    [[nodiscard]] bool isFaded(std::uint32_t state) const
    {
        return state < frame.faded.size() && frame.faded[state];
    }
    [[nodiscard]] QColor fill(std::uint32_t state) const
    {
        return isFaded(state) ? frame.theme.track : data.states[state].fill;
    }
    [[nodiscard]] QPen outline(std::uint32_t state) const
    {
        return row.lineWidth > 0 && !isFaded(state) ? QPen(data.states[state].line, row.lineWidth)
                                                    : QPen(Qt::NoPen);
    }
};

/// Black or white, whichever is read better.
void addText(const RowDrawing &drawing, const TimelineSpan &span, const QRectF &rect)
{
    if (drawing.style.values == ValueVisibility::Never || drawing.isFaded(span.state))
        return;
    const QFontMetricsF metrics(drawing.frame.font);
    const double room = rect.width() - 2 * textPadding;
    if (rect.height() < metrics.height() || room < metrics.averageCharWidth())
        return;
    QString text = drawing.data.textOf(drawing.row, span);
    if (metrics.horizontalAdvance(text) > room) {
        if (drawing.style.values != ValueVisibility::Always || room < leastElided)
            return;
        text = metrics.elidedText(text, Qt::ElideRight, room);
    }
    Qt::Alignment align = Qt::AlignHCenter;
    if (drawing.style.kind != TimelineKind::Cells && drawing.style.align != TimelineAlign::Center)
        align = drawing.style.align == TimelineAlign::Left ? Qt::AlignLeft : Qt::AlignRight;
    drawing.list.add(DisplayList::Text{rect.adjusted(textPadding, 0, -textPadding, 0), text,
                                       drawing.frame.font, textOn(drawing.fill(span.state)),
                                       align | Qt::AlignVCenter, 0});
}

/// In device pixels: a single short state is as wide as can be told from a gap.
int widthOf(const TimelineMix &mix, double ratio)
{
    return mix.isAlone ? std::max(1, static_cast<int>(shortWidth * ratio)) : 1;
}

void addMixes(const RowDrawing &drawing, const std::vector<TimelineMix> &mixes)
{
    const int height = drawing.band.bottom - drawing.band.top;
    const auto part = [height](std::size_t index, std::size_t count) {
        return static_cast<int>(static_cast<std::size_t>(height) * index / count);
    };
    if (mixes.size() > mostMixedFills) {
        QImage image(drawing.frame.grid.count, height, QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::transparent);
        for (const TimelineMix &mix : mixes) {
            const int end = std::min(mix.column + widthOf(mix, drawing.frame.ratio), image.width());
            for (std::size_t i = 0; i < mix.states.size(); ++i) {
                const QRgb color = drawing.fill(mix.states[i]).rgb();
                for (int y = part(i, mix.states.size()); y < part(i + 1, mix.states.size()); ++y) {
                    for (int x = mix.column; x < end; ++x)
                        image.setPixel(x, y, color);
                }
            }
        }
        drawing.list.add(DisplayList::Picture{drawing.rect(0, drawing.frame.grid.count), image});
        return;
    }
    for (const TimelineMix &mix : mixes) {
        const int end = std::min(mix.column + widthOf(mix, drawing.frame.ratio), drawing.frame.grid.count);
        const QRectF whole = drawing.rect(mix.column, end);
        for (std::size_t i = 0; i < mix.states.size(); ++i) {
            const int top = part(i, mix.states.size());
            const int bottom = part(i + 1, mix.states.size());
            const QRectF piece(whole.left(), whole.top() + top / drawing.frame.ratio, whole.width(),
                               (bottom - top) / drawing.frame.ratio);
            if (bottom > top)
                drawing.list.add(DisplayList::Fill{piece, drawing.fill(mix.states[i]), 0, Qt::NoPen});
        }
    }
}

void drawBars(const RowDrawing &drawing)
{
    const TimelineColumns columns = timelineColumns(drawing.row.spans, drawing.frame.grid);
    const double hair = std::max(1.0, std::floor(drawing.frame.ratio));
    for (std::size_t i = 0; i < columns.runs.size(); ++i) {
        const TimelineRun &run = columns.runs[i];
        const TimelineSpan &span = drawing.row.spans[run.span];
        // Equal neighbours that are not merged are told apart by a hair.
        const bool equalNext = i + 1 < columns.runs.size() && columns.runs[i + 1].from == run.to &&
                               drawing.row.spans[columns.runs[i + 1].span].state == span.state &&
                               !std::ranges::binary_search(columns.mixes, run.to, {}, &TimelineMix::column);
        const double to = equalNext && run.to - run.from > roomForHair * hair ? run.to - hair : run.to;
        const QRectF rect = drawing.rect(run.from, to);
        drawing.list.add(DisplayList::Fill{rect, drawing.fill(span.state), 0, drawing.outline(span.state)});
        addText(drawing, span, rect);
    }
    addMixes(drawing, columns.mixes);
}

void drawCells(const RowDrawing &drawing)
{
    const ColumnGrid &grid = drawing.frame.grid;
    for (const TimelineSpan &span : drawing.row.spans) {
        const double from = grid.xOf(span.from);
        const double to = grid.xOf(span.to);
        if (to <= 0 || from >= grid.count)
            continue;
        // The same gap between all of them, wherever they lie on whole pixels.
        const double share = 1 - std::clamp(drawing.style.columnWidth, 0.01, 1.0);
        const double gap =
            to - from < leastWithGap * drawing.frame.ratio ? 0 : std::ceil((to - from) * share - 1e-6);
        const double left = std::round(from) + std::floor(gap / 2);
        const double right = std::max(left + 1, std::round(to) - std::ceil(gap / 2));
        const QRectF rect = drawing.rect(std::max(left, 0.0), std::min<double>(right, grid.count));
        const double radius = rect.width() >= roundedFrom ? cellRadius : 0;
        drawing.list.add(
            DisplayList::Fill{rect, drawing.fill(span.state), radius, drawing.outline(span.state)});
        addText(drawing, span, rect);
    }
}

/// Whether cells are wide enough to be told apart.
bool hasCells(const TimelineRow &row, const ColumnGrid &grid, const TimelineStyle &style)
{
    if (style.kind != TimelineKind::Cells || row.spans.empty())
        return false;
    double widest = 0;
    for (const TimelineSpan &span : row.spans)
        widest = std::max(widest, static_cast<double>(span.to - span.from));
    return widest * 1000 / static_cast<double>(grid.bucketUs) >= leastCell;
}

} // namespace

TimelineBand timelineBand(const TimelineFrame &frame, std::size_t row, double rowHeight)
{
    const double each =
        static_cast<double>(frame.height) / static_cast<double>(std::max<std::size_t>(frame.rows, 1));
    const double bar = std::max(1.0, each * std::clamp(rowHeight, 0.01, 1.0));
    const double top = (static_cast<double>(row) + 0.5) * each - bar / 2;
    TimelineBand band{static_cast<int>(std::round(top)), static_cast<int>(std::round(top + bar))};
    band.bottom = std::max(band.bottom, band.top + 1);
    return band;
}

std::size_t timelineRowAt(const TimelineFrame &frame, double y)
{
    if (frame.rows == 0 || frame.height <= 0)
        return 0;
    const double row = y / frame.height * static_cast<double>(frame.rows);
    return static_cast<std::size_t>(std::clamp(row, 0.0, static_cast<double>(frame.rows - 1)));
}

TimelineColumns timelineColumns(std::span<const TimelineSpan> spans, const ColumnGrid &grid)
{
    TimelineColumns columns;
    std::map<int, std::vector<std::uint32_t>> mixes;
    const auto column = [&grid](TimestampMs t) {
        return static_cast<int>(std::clamp<std::int64_t>(grid.columnOf(t) - grid.first, -1, grid.count));
    };
    const auto add = [&mixes](int at, std::uint32_t state) {
        auto &states = mixes[at];
        if (std::ranges::find(states, state) == states.end())
            states.push_back(state);
    };
    for (std::size_t i = 0; i < spans.size(); ++i) {
        const TimelineSpan &span = spans[i];
        int from = column(span.from);
        int to = column(span.to);
        // What is still so reaches to the edge.
        if (span.ongoing && to < grid.count && to >= 0)
            ++to;
        if (to < 0 || from >= grid.count)
            continue;
        if (from == to) {
            if (from >= 0)
                add(from, span.state);
            continue;
        }
        from = std::max(from, 0);
        if (!columns.runs.empty())
            from = std::max(from, columns.runs.back().to);
        if (from < to)
            columns.runs.push_back({from, to, i});
    }
    // The bars that such a column belongs to, and the one that ends in it, are seen in it as well; where it
    // stands alone they are seen beside it, and what is short has it all.
    for (auto &[at, states] : mixes) {
        const bool isAlone = !mixes.contains(at - 1) && !mixes.contains(at + 1);
        const auto run = std::ranges::upper_bound(columns.runs, at, {}, &TimelineRun::from);
        if (run != columns.runs.begin() && std::prev(run)->to > at) {
            const std::uint32_t owner = spans[std::prev(run)->span].state;
            if (!isAlone && std::ranges::find(states, owner) == states.end())
                states.push_back(owner);
        }
        columns.mixes.push_back({at, std::move(states), isAlone});
    }
    return columns;
}

std::vector<std::size_t> timelineSpansAt(std::span<const TimelineSpan> spans, const ColumnGrid &grid,
                                         double x)
{
    const TimestampMs from = grid.timeAt(std::floor(x));
    const TimestampMs to = std::max(grid.timeAt(std::floor(x) + 1), from + 1);
    std::vector<std::size_t> found;
    const auto begin = std::ranges::partition_point(
        spans, [from](const TimelineSpan &span) { return span.to <= from && !span.ongoing; });
    for (auto span = begin; span != spans.end() && span->from < to; ++span)
        found.push_back(static_cast<std::size_t>(span - spans.begin()));
    return found;
}

DisplayList drawTimeline(const TimelineData &data, const TimelineStyle &style, const TimelineFrame &frame)
{
    DisplayList list;
    const std::size_t end = std::min(frame.first + frame.rows, data.rows.size());
    for (std::size_t i = frame.first; i < end; ++i) {
        const RowDrawing drawing{
            data, data.rows[i], style, frame, timelineBand(frame, i - frame.first, style.rowHeight), list};
        if (hasCells(drawing.row, frame.grid, style))
            drawCells(drawing);
        else
            drawBars(drawing);
    }
    return list;
}

} // namespace sightglass
