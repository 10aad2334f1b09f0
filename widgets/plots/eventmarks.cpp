// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plots/eventmarks.h"

#include "widgets/chart/displaylist.h"

#include <algorithm>
#include <cmath>

namespace sightglass {

namespace {

constexpr double reach = 3.5;
constexpr double stroke = 1.5;

int gravity(PanelEvent::Kind kind)
{
    switch (kind) {
    case PanelEvent::Kind::CounterReset:
        return 0;
    case PanelEvent::Kind::Restart:
        return 1;
    case PanelEvent::Kind::FailedScrape:
        return 2;
    }
    return 0;
}

std::int64_t cellOf(std::int64_t column, int cell)
{
    return (column >= 0 ? column : column - cell + 1) / cell;
}

} // namespace

std::vector<EventMark> layOutEvents(std::span<const PanelEvent> events, const ColumnGrid &grid, int cell)
{
    std::vector<EventMark> marks;
    std::int64_t lastCell = 0;
    for (std::size_t i = 0; i < events.size(); ++i) {
        const std::int64_t column = grid.columnOf(events[i].t);
        if (column < grid.first || column >= grid.end())
            continue;
        const std::int64_t in = cellOf(column, cell);
        if (marks.empty() || in != lastCell)
            marks.push_back({grid.xOf(events[i].t), events[i].kind, {}});
        lastCell = in;
        EventMark &mark = marks.back();
        mark.events.push_back(i);
        if (gravity(events[i].kind) > gravity(mark.kind))
            mark.kind = events[i].kind;
    }
    return marks;
}

const EventMark *eventMarkAt(std::span<const EventMark> marks, double x, double within) noexcept
{
    const EventMark *nearest = nullptr;
    double best = within;
    for (const EventMark &mark : marks) {
        const double distance = std::abs(mark.x - x);
        if (distance <= best) {
            best = distance;
            nearest = &mark;
        }
    }
    return nearest;
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
    }
    return path;
}

QColor eventColor(PanelEvent::Kind kind, const Theme &theme)
{
    switch (kind) {
    case PanelEvent::Kind::CounterReset:
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
        const QPainterPath sign = eventSign(mark.kind).translated(origin + QPointF(mark.x / ratio, 0));
        list.add(DisplayList::Shape{sign, filled ? QPen(Qt::NoPen) : QPen(color, stroke),
                                    filled ? QBrush(color) : QBrush(Qt::NoBrush)});
    }
}

} // namespace sightglass
