// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plots/plotaxes.h"

#include "widgets/chart/displaylist.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace sightglass {

namespace {

// Logical pixels.
constexpr double rightMargin = 10;
constexpr double labelGap = 6;
constexpr double longestName = 90; ///< that is never elided
constexpr double marginStep = 8;
constexpr double timeLabelSpace = 24;
constexpr double leastLabelSpace = 8; ///< where there were too few labels otherwise

/// Axes together take this share of the widget at most: the outer ones give way to the plot.
constexpr double largestShare = 0.7;

} // namespace

int PlotAxes::scaled(double logical) const
{
    return static_cast<int>(std::lround(logical * m_frame.ratio));
}

int PlotAxes::lineHeight() const
{
    return static_cast<int>(std::ceil(QFontMetricsF(m_frame.font).height()));
}

void PlotAxes::setFrame(const Frame &frame)
{
    const bool otherText = frame.font != m_frame.font || frame.ratio != m_frame.ratio;
    for (TimeRow &row : m_rows) {
        if (!otherText)
            break;
        row.texts.clear();
        row.ticks.clear();
        row.name = {};
    }
    // Titles are elided to the height, names of rows to the width.
    if (otherText || frame.size != m_frame.size) {
        ++m_revision;
        m_valueAxes = {};
        m_leftSides.clear();
        m_rightSides.clear();
    }
    m_frame = frame;
}

void PlotAxes::change(double &height, double other)
{
    m_revision += height != other ? 1 : 0;
    height = other;
}

void PlotAxes::setZones(std::vector<ZoneRow> zones)
{
    const bool same = std::ranges::equal(zones, m_rows, {}, {}, &TimeRow::wish);
    if (!same) {
        ++m_revision;
        m_rows.assign(zones.size(), {});
    }
    for (std::size_t i = 0; i < zones.size(); ++i) {
        m_rows[i].wish = std::move(zones[i]);
        if (!m_rows[i].wish.name.isEmpty() && m_rows[i].name.label != m_rows[i].wish.name)
            m_rows[i].name = laidOut(m_rows[i].wish.name);
    }
}

int PlotAxes::plotHeight() const
{
    const double line = QFontMetricsF(m_frame.font).height();
    const int further = static_cast<int>(m_rows.size() - 1) * scaled(lineHeight());
    return std::max(0,
                    m_frame.size.height() - top() - scaled(line + labelGap) - further - scaled(m_eventStrip));
}

int PlotAxes::top() const
{
    return scaled(std::max(QFontMetricsF(m_frame.font).height() / 2 + 1, m_topStrip));
}

PlotAxes::Text PlotAxes::laidOut(const QString &label) const
{
    Text text{label, QStaticText(label), {}};
    text.text.setTextFormat(Qt::PlainText);
    text.text.prepare({}, m_frame.font);
    text.size = text.text.size();
    return text;
}

PlotAxes::Side PlotAxes::laidOut(const ValueAxis &axis) const
{
    Side side;
    double widest = 0;
    // Numbers always fit; names of rows may be as long as a label's value.
    const QFontMetricsF metrics(m_frame.font);
    const double room = std::max(longestName, m_frame.size.width() / m_frame.ratio * largestShare / 2 -
                                                  labelGap - marginStep);
    for (const AxisLabel &label : axis.labels) {
        side.texts.push_back(laidOut(metrics.elidedText(label.text, Qt::ElideMiddle, room)));
        widest = std::max(widest, side.texts.back().size.width());
    }
    // In coarse steps, so that the plot does not jump with each new digit.
    double width = axis.labels.empty() ? 0 : std::ceil((widest + labelGap) / marginStep) * marginStep;
    width = std::max(width, axis.minWidth);
    if (!axis.title.isEmpty()) {
        const double length = std::max(plotHeight() / m_frame.ratio, 1.0);
        side.title = laidOut(metrics.elidedText(axis.title, Qt::ElideRight, length));
        width += lineHeight() + 2;
    }
    side.width = scaled(width);
    return side;
}

void PlotAxes::setValueAxes(ValueAxes axes)
{
    const bool laid = m_leftSides.size() == axes.left.size() && m_rightSides.size() == axes.right.size();
    if (!laid || axes != m_valueAxes) {
        ++m_revision;
        m_valueAxes = std::move(axes);
        m_leftSides.clear();
        m_rightSides.clear();
        for (const ValueAxis &axis : m_valueAxes.left)
            m_leftSides.push_back(laidOut(axis));
        for (const ValueAxis &axis : m_valueAxes.right)
            m_rightSides.push_back(laidOut(axis));
    }
    const int most = static_cast<int>(m_frame.size.width() * largestShare / 2);
    const auto sum = [most](const std::vector<Side> &sides) {
        int width = 0;
        for (const Side &side : sides)
            width = width > 0 && width + side.width > most ? width : width + side.width;
        return width;
    };
    m_left = std::max(sum(m_leftSides), m_leftSides.empty() ? scaled(rightMargin) : 0);
    for (const TimeRow &row : m_rows) {
        const double name = row.wish.name.isEmpty() ? 0 : row.name.size.width() + 2 * labelGap;
        m_left = std::max(m_left, std::min(scaled(name), most));
    }
    m_right = std::max(sum(m_rightSides), scaled(rightMargin));
}

QRect PlotAxes::plot() const
{
    return {m_left, top(), std::max(0, m_frame.size.width() - m_left - m_right), plotHeight()};
}

QRect PlotAxes::eventStrip() const
{
    const QRect area = plot();
    return {area.left(), area.bottom() + 1 + std::max(1, scaled(1)), area.width(), scaled(m_eventStrip)};
}

void PlotAxes::setTime(const ColumnGrid &grid)
{
    for (TimeRow &row : m_rows) {
        if (row.ticks.empty() || grid != m_grid)
            tick(row, grid);
    }
    m_grid = grid;
}

void PlotAxes::tick(TimeRow &row, const ColumnGrid &grid)
{
    const TimeRange range{grid.timeAt(0), grid.timeAt(grid.count)};
    const bool subSecond = range.lengthMs() < 5000;
    const double labelWidth =
        QFontMetricsF(m_frame.font)
            .horizontalAdvance(subSecond ? QStringLiteral("00:00:00.000") : QStringLiteral("00:00:00"));
    const double room = static_cast<double>(grid.count) / m_frame.ratio / (labelWidth + timeLabelSpace);
    const QFontMetricsF metrics(m_frame.font);
    const double pixels = static_cast<double>(grid.count) / m_frame.ratio;
    const auto laidOutAs = [&row](const QString &label) {
        return std::ranges::find(row.texts, label, &Text::label);
    };
    const auto widthOf = [&](const QString &label) {
        const auto known = laidOutAs(label);
        return known != row.texts.end() ? known->size.width() : metrics.horizontalAdvance(label);
    };
    const auto fit = [&](std::span<const TimeTick> ticks) {
        double free = -1e9;
        for (const TimeTick &tick : ticks) {
            const double middle =
                pixels * static_cast<double>(tick.t - range.from) / static_cast<double>(range.lengthMs());
            const double width = widthOf(tick.label);
            if (middle - width / 2 < free)
                return false;
            free = middle + width / 2 + leastLabelSpace;
        }
        return true;
    };
    std::vector<TimeTick> ticks = sightglass::timeTicks(range, room, row.wish.zone, fit);
    std::vector<Text> texts;
    texts.reserve(ticks.size());
    for (const TimeTick &tick : ticks) {
        const auto known = laidOutAs(tick.label);
        texts.push_back(known != row.texts.end() ? *known : laidOut(tick.label));
    }
    m_revision += ticks != row.ticks ? 1 : 0;
    row.ticks = std::move(ticks);
    row.texts = std::move(texts);
}

std::vector<std::int64_t> PlotAxes::tickColumns(const ColumnGrid &grid) const
{
    std::vector<std::int64_t> columns;
    for (const TimeTick &tick : timeTicks())
        columns.push_back(grid.columnOf(tick.t));
    return columns;
}

void PlotAxes::placeSide(std::vector<Placed> &out, const Theme &theme, bool left) const
{
    const QRect area = plot();
    const std::vector<ValueAxis> &axes = left ? m_valueAxes.left : m_valueAxes.right;
    const std::vector<Side> &sides = left ? m_leftSides : m_rightSides;
    const double outward = left ? -1 : 1;
    double edge = left ? area.left() : area.right() + 1; // the axis' side of the plot
    for (std::size_t a = 0; a < axes.size(); ++a) {
        const double outer = edge + outward * sides[a].width;
        if (outer < -1 || outer > m_frame.size.width() + 1)
            return;
        const QColor color = axes[a].color.isValid() ? axes[a].color : theme.textMuted;
        for (std::size_t i = 0; i < sides[a].texts.size(); ++i) {
            const double width = sides[a].texts[i].size.width() * m_frame.ratio;
            const double x = edge + outward * (scaled(labelGap) + width / 2);
            const double y = area.top() + axes[a].labels[i].position * area.height();
            out.push_back({&sides[a].texts[i], {x, y}, color, 0});
        }
        if (!axes[a].title.isEmpty()) {
            const double x = outer - outward * scaled(lineHeight() / 2.0 + 1);
            out.push_back({&sides[a].title, {x, area.top() + area.height() / 2.0}, color, -90});
        }
        edge = outer;
    }
}

void PlotAxes::placeTimes(std::vector<Placed> &out, const Theme &theme, const ColumnGrid &grid,
                          std::size_t row) const
{
    const QRect area = plot();
    const TimeRow &times = m_rows[row];
    const double top = area.bottom() + 1.0 + scaled(labelGap - 1) + scaled(m_eventStrip) +
                       static_cast<double>(row) * scaled(lineHeight());
    double free = -1e9;
    if (!times.wish.name.isEmpty()) {
        const QSizeF size = times.name.size * m_frame.ratio;
        out.push_back({&times.name, {size.width() / 2, top + size.height() / 2}, theme.textMuted, 0});
        free = size.width() + scaled(labelGap);
    }
    for (std::size_t i = 0; i < times.ticks.size(); ++i) {
        const QSizeF size = times.texts[i].size * m_frame.ratio;
        const double middle =
            area.left() + static_cast<double>(grid.columnOf(times.ticks[i].t) - grid.first) + 0.5;
        const double x = middle - size.width() / 2;
        if (x < free || x < 0 || x + size.width() > m_frame.size.width())
            continue;
        out.push_back({&times.texts[i],
                       {middle, top + size.height() / 2},
                       times.ticks[i].major ? theme.text : theme.textMuted,
                       0});
        free = x + size.width() + scaled(labelGap);
    }
}

std::vector<PlotAxes::Placed> PlotAxes::placed(const Theme &theme, const ColumnGrid &grid) const
{
    std::vector<Placed> all;
    placeSide(all, theme, true);
    placeSide(all, theme, false);
    for (std::size_t row = 0; row < m_rows.size(); ++row)
        placeTimes(all, theme, grid, row);
    return all;
}

std::vector<QRect> PlotAxes::lines() const
{
    const QRect area = plot();
    const int thickness = std::max(1, scaled(1));
    std::vector<QRect> all{QRect(area.left(), area.bottom() + 1, area.width(), thickness)};
    const auto bordered = [](const std::vector<ValueAxis> &axes) { return !axes.empty() && axes[0].border; };
    if (bordered(m_valueAxes.left))
        all.emplace_back(area.left() - thickness, area.top(), thickness, area.height() + thickness);
    if (bordered(m_valueAxes.right))
        all.emplace_back(area.right() + 1, area.top(), thickness, area.height() + thickness);
    return all;
}

void PlotAxes::draw(QPainter &painter, const Placed &placed) const
{
    const QSizeF size = placed.text->size;
    const QSizeF turned = placed.angle == 0 ? size : size.transposed();
    const QPointF corner = placed.centre - QPointF(turned.width(), turned.height()) / 2 * m_frame.ratio;
    painter.save();
    painter.setPen(placed.color);
    painter.translate(std::round(corner.x()), std::round(corner.y()));
    painter.scale(m_frame.ratio, m_frame.ratio);
    if (placed.angle != 0) {
        painter.translate(0, turned.height());
        painter.rotate(placed.angle);
    }
    painter.drawStaticText(0, 0, placed.text->text);
    painter.restore();
}

void PlotAxes::paint(QPainter &painter, const Theme &theme, const ColumnGrid &grid, const QRectF &dirty) const
{
    painter.setFont(m_frame.font);
    for (const Placed &one : placed(theme, grid)) {
        const QSizeF size = (one.angle == 0 ? one.text->size : one.text->size.transposed()) * m_frame.ratio;
        // A pixel more: it is placed at a whole one.
        const QRectF box(one.centre - QPointF(size.width(), size.height()) / 2, size);
        if (dirty.intersects(box.adjusted(-1, -1, 1, 1)))
            draw(painter, one);
    }
    for (const QRect &line : lines())
        painter.fillRect(line, theme.axis);
}

void PlotAxes::addTo(DisplayList &list, const Theme &theme, const ColumnGrid &grid, QPointF origin) const
{
    for (const Placed &one : placed(theme, grid)) {
        QRectF box({}, one.text->size);
        box.moveCenter(origin + one.centre / m_frame.ratio);
        list.add(DisplayList::Text{box, one.text->label, m_frame.font, one.color, Qt::AlignCenter,
                                   static_cast<double>(one.angle)});
    }
    for (const QRect &line : lines()) {
        const QRectF logical(QPointF(line.topLeft()) / m_frame.ratio, QSizeF(line.size()) / m_frame.ratio);
        list.add(DisplayList::Fill{logical.translated(origin), theme.axis});
    }
}

} // namespace sightglass
