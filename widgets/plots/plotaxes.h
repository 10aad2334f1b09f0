// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/chart/columngrid.h"
#include "widgets/chart/timeticks.h"
#include "widgets/style/theme.h"

#include <QFont>
#include <QRect>
#include <QStaticText>

#include <cstdint>
#include <vector>

class QPainter;

namespace sightglass {

class DisplayList;

/// A label of a vertical axis. `position`: 0 at the plot's top, 1 at its bottom.
struct AxisLabel
{
    double position = 0;
    QString text;

    friend bool operator==(const AxisLabel &, const AxisLabel &) = default;
};

/// A vertical axis as it is painted.
struct ValueAxis
{
    std::vector<AxisLabel> labels;
    QString title;       ///< along the axis; displayable; may be empty
    QColor color;        ///< of labels and title; invalid: the theme's muted text
    double minWidth = 0; ///< of the labels with their gap, logical pixels
    bool border = false; ///< a line along the plot's side

    friend bool operator==(const ValueAxis &, const ValueAxis &) = default;
};

/// The vertical axes on both sides of a plot, on either side those next to the plot first.
struct ValueAxes
{
    std::vector<ValueAxis> left;
    std::vector<ValueAxis> right;

    friend bool operator==(const ValueAxes &, const ValueAxes &) = default;
};

/// A row of time labels in a zone of its own.
struct ZoneRow
{
    QTimeZone zone;
    QString name; ///< at its left; displayable; may be empty

    friend bool operator==(const ZoneRow &, const ZoneRow &) = default;
};

/// Places a plot between its axis labels and paints those. Text is laid out once and kept while it stays the
/// same. All lengths are device pixels.
class PlotAxes
{
public:
    /// What the layout depends on.
    struct Frame
    {
        QSize size; ///< of the widget, device pixels
        double ratio = 1;
        QFont font;
    };

    void setFrame(const Frame &frame);
    /// Room below the axis line for marks of events, logical pixels; before plotHeight().
    void setEventStrip(double height) { change(m_eventStrip, height); }
    /// Room above the plot for a line of text, logical pixels; before plotHeight(). Half a label has it
    /// anyway.
    void setTopStrip(double height) { change(m_topStrip, height); }
    /// The zones of the rows of time labels, the first one next to the plot; at least one; before
    /// plotHeight(). The first one's ticks have grid lines.
    void setZones(std::vector<ZoneRow> zones);
    /// The plot's height, known before its labels are.
    [[nodiscard]] int plotHeight() const;
    void setValueAxes(ValueAxes axes);
    [[nodiscard]] const ValueAxes &valueAxes() const { return m_valueAxes; }
    /// Between the labels; empty where there is no room.
    [[nodiscard]] QRect plot() const;
    /// Below the axis line, as wide as the plot; empty without setEventStrip().
    [[nodiscard]] QRect eventStrip() const;
    /// Ticks for a grid as wide as the plot; while grid and zones are the same nothing is to be done.
    void setTime(const ColumnGrid &grid);
    [[nodiscard]] const std::vector<TimeTick> &timeTicks() const { return m_rows.front().ticks; }
    /// Absolute columns of the time ticks.
    [[nodiscard]] std::vector<std::int64_t> tickColumns(const ColumnGrid &grid) const;

    /// Grows with each change of what is painted, apart from theme and grid.
    [[nodiscard]] std::uint64_t revision() const { return m_revision; }

    /// Labels and axis lines, those that touch `dirty`. The painter's unit is one device pixel.
    void paint(QPainter &painter, const Theme &theme, const ColumnGrid &grid, const QRectF &dirty) const;
    /// The same as data, in logical pixels; `origin` is the widget's top left corner.
    void addTo(DisplayList &list, const Theme &theme, const ColumnGrid &grid, QPointF origin) const;

private:
    struct Text
    {
        QString label;
        QStaticText text;
        QSizeF size; ///< logical pixels
    };
    /// A value axis with its texts.
    struct Side
    {
        std::vector<Text> texts;
        Text title;
        int width = 0;
    };
    /// Time labels below each other's.
    struct TimeRow
    {
        ZoneRow wish;
        Text name;
        std::vector<TimeTick> ticks;
        std::vector<Text> texts; ///< of the ticks
    };
    /// A text where it is painted: its box turned around its centre.
    struct Placed
    {
        const Text *text = nullptr;
        QPointF centre;
        QColor color;
        int angle = 0;
    };
    void change(double &height, double other);
    [[nodiscard]] Text laidOut(const QString &label) const;
    [[nodiscard]] Side laidOut(const ValueAxis &axis) const;
    [[nodiscard]] int scaled(double logical) const;
    [[nodiscard]] int lineHeight() const;
    [[nodiscard]] int top() const;
    [[nodiscard]] std::vector<Placed> placed(const Theme &theme, const ColumnGrid &grid) const;
    void placeSide(std::vector<Placed> &out, const Theme &theme, bool left) const;
    void placeTimes(std::vector<Placed> &out, const Theme &theme, const ColumnGrid &grid,
                    std::size_t row) const;
    void tick(TimeRow &row, const ColumnGrid &grid);
    [[nodiscard]] std::vector<QRect> lines() const;
    void draw(QPainter &painter, const Placed &placed) const;

    Frame m_frame;
    double m_eventStrip = 0;
    double m_topStrip = 0;
    ValueAxes m_valueAxes;
    std::vector<Side> m_leftSides;
    std::vector<Side> m_rightSides;
    ColumnGrid m_grid; ///< that the ticks are of, while there are any
    std::vector<TimeRow> m_rows = std::vector<TimeRow>(1);
    int m_left = 0;
    int m_right = 0;
    std::uint64_t m_revision = 0;
};

} // namespace sightglass
