// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plots/eventmarks.h"

#include "widgets/chart/displaylist.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <iterator>
#include <utility>

namespace sightglass {

namespace {

constexpr double reach = 3.5;
constexpr double stroke = 1.5;
constexpr double barApart = 1.75;  ///< half the distance of two bars
constexpr double shortestSpan = 3; ///< what lasts is seen to, in cells

int gravity(PanelEvent::Kind kind)
{
    switch (kind) {
    case PanelEvent::Kind::CounterReset:
        return 0;
    case PanelEvent::Kind::NotScraped:
        return 1;
    case PanelEvent::Kind::Restart:
        return 2;
    case PanelEvent::Kind::FailedScrape:
        return 3;
    }
    return 0;
}

/// What happened at a time, by the index of the event.
struct Moment
{
    TimestampMs t = 0;
    std::size_t event = 0;
};

std::int64_t cellOf(std::int64_t column, int cell)
{
    return (column >= 0 ? column : column - cell + 1) / cell;
}

std::vector<EventMark> momentMarks(std::vector<Moment> moments, std::span<const PanelEvent> events,
                                   const ColumnGrid &grid, int cell)
{
    std::ranges::stable_sort(moments, {}, &Moment::t);
    std::vector<EventMark> marks;
    std::int64_t lastCell = 0;
    for (const Moment &moment : moments) {
        const std::int64_t column = grid.columnOf(moment.t);
        if (column < grid.first || column >= grid.end())
            continue;
        const PanelEvent::Kind kind = events[moment.event].kind;
        const std::int64_t in = cellOf(column, cell);
        const double x = grid.xOf(moment.t);
        if (marks.empty() || in != lastCell)
            marks.push_back({x, kind, {}, x, x});
        lastCell = in;
        EventMark &mark = marks.back();
        mark.events.push_back(moment.event);
        if (gravity(kind) > gravity(mark.kind))
            mark.kind = kind;
    }
    for (EventMark &mark : marks)
        std::ranges::sort(mark.events);
    return marks;
}

/// Those that overlap as one: mostly the same hole of several targets.
std::vector<EventMark> united(std::vector<EventMark> spans)
{
    std::ranges::stable_sort(spans, {}, &EventMark::from);
    std::vector<EventMark> marks;
    for (EventMark &span : spans) {
        if (marks.empty() || span.from >= marks.back().to) {
            marks.push_back(std::move(span));
            continue;
        }
        EventMark &mark = marks.back();
        mark.to = std::max(mark.to, span.to);
        mark.x = (mark.from + mark.to) / 2;
        mark.events.push_back(span.events.front());
        std::ranges::sort(mark.events);
    }
    return marks;
}

/// A line from end to end, but for the sign in its middle.
void addSpan(QPainterPath &path, const EventMark &mark, QPointF origin, double ratio)
{
    const double left = mark.from / ratio;
    const double right = mark.to / ratio;
    const double middle = mark.x / ratio;
    for (const auto &[outer, inner] :
         {std::pair(left, middle - 2 * reach), std::pair(right, middle + 2 * reach)}) {
        path.moveTo(origin + QPointF(outer, 0));
        path.lineTo(origin + QPointF(inner, 0));
        path.moveTo(origin + QPointF(outer, -reach + 1));
        path.lineTo(origin + QPointF(outer, reach - 1));
    }
}

} // namespace

std::vector<EventMark> layOutEvents(std::span<const PanelEvent> events, const ColumnGrid &grid, int cell)
{
    std::vector<Moment> moments;
    std::vector<EventMark> spans;
    for (std::size_t i = 0; i < events.size(); ++i) {
        const PanelEvent &event = events[i];
        const bool lasts = event.kind == PanelEvent::Kind::NotScraped;
        const double from = lasts ? std::max(grid.xOf(event.since), 0.0) : 0;
        const double to = lasts ? std::min<double>(grid.xOf(event.t), grid.count) : 0;
        if (to - from >= shortestSpan * cell)
            spans.push_back({(from + to) / 2, event.kind, {i}, from, to});
        else
            moments.push_back({lasts ? event.since + (event.t - event.since) / 2 : event.t, i});
    }
    std::vector<EventMark> marks = momentMarks(std::move(moments), events, grid, cell);
    std::ranges::move(united(std::move(spans)), std::back_inserter(marks));
    std::ranges::stable_sort(marks, {}, &EventMark::x);
    return marks;
}

const EventMark *eventMarkAt(std::span<const EventMark> marks, double x, double within) noexcept
{
    const EventMark *nearest = nullptr;
    const EventMark *around = nullptr;
    double best = within;
    for (const EventMark &mark : marks) {
        if (mark.isSpan()) {
            if (mark.from - within <= x && x <= mark.to + within)
                around = &mark;
            continue;
        }
        const double distance = std::abs(mark.x - x);
        if (distance <= best) {
            best = distance;
            nearest = &mark;
        }
    }
    return nearest != nullptr ? nearest : around;
}

QPainterPath eventSign(PanelEvent::Kind kind)
{
    QPainterPath path;
    switch (kind) {
    case PanelEvent::Kind::CounterReset:
        path.moveTo(-reach, -reach + 1);
        path.lineTo(reach, -reach + 1);
        path.lineTo(0, reach);
        path.closeSubpath();
        break;
    case PanelEvent::Kind::Restart:
        path.addEllipse(QPointF(), reach - stroke / 2, reach - stroke / 2);
        break;
    case PanelEvent::Kind::FailedScrape:
        path.moveTo(-reach + 1, -reach + 1);
        path.lineTo(reach - 1, reach - 1);
        path.moveTo(-reach + 1, reach - 1);
        path.lineTo(reach - 1, -reach + 1);
        break;
    case PanelEvent::Kind::NotScraped:
        for (const double x : {-barApart, barApart}) {
            path.moveTo(x, -reach + 1);
            path.lineTo(x, reach - 1);
        }
        break;
    }
    return path;
}

QColor eventColor(PanelEvent::Kind kind, const Theme &theme)
{
    switch (kind) {
    case PanelEvent::Kind::CounterReset:
    case PanelEvent::Kind::NotScraped:
        return theme.textMuted;
    case PanelEvent::Kind::Restart:
        return theme.semantic(SemanticColor::Info);
    case PanelEvent::Kind::FailedScrape:
        return theme.semantic(SemanticColor::Critical);
    }
    return theme.textMuted;
}

void addEventMarks(DisplayList &list, std::span<const EventMark> marks, QPointF origin, double ratio,
                   const Theme &theme)
{
    for (const EventMark &mark : marks) {
        const QColor color = eventColor(mark.kind, theme);
        const bool filled = mark.kind == PanelEvent::Kind::CounterReset;
        QPainterPath sign = eventSign(mark.kind).translated(origin + QPointF(mark.x / ratio, 0));
        if (mark.isSpan())
            addSpan(sign, mark, origin, ratio);
        list.add(DisplayList::Shape{sign, filled ? QPen(Qt::NoPen) : QPen(color, stroke),
                                    filled ? QBrush(color) : QBrush(Qt::NoBrush)});
    }
}

} // namespace sightglass
