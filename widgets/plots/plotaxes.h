// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/chart/columngrid.h"
#include "widgets/chart/timeticks.h"
#include "widgets/style/theme.h"

#include <QFont>
#include <QRect>
#include <QStaticText>

#include <vector>

class QPainter;

namespace sightglass {

/// A label of the vertical axis. `position`: 0 at the plot's top, 1 at its bottom.
struct AxisLabel
{
    double position = 0;
    QString text;

    friend bool operator==(const AxisLabel &, const AxisLabel &) = default;
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
    /// The plot's height, known before its labels are.
    [[nodiscard]] int plotHeight() const;
    void setValueLabels(std::vector<AxisLabel> labels);
    /// Between the labels; empty where there is no room.
    [[nodiscard]] QRect plot() const;
    /// Ticks for a grid as wide as the plot. True when they fall on other columns than before.
    void setTime(const ColumnGrid &grid, TimeRange range, const QTimeZone &zone);
    [[nodiscard]] const std::vector<TimeTick> &timeTicks() const { return m_ticks; }
    /// Absolute columns of the time ticks.
    [[nodiscard]] std::vector<std::int64_t> tickColumns(const ColumnGrid &grid) const;

    /// Labels and axis line. The painter's unit is one device pixel.
    void paint(QPainter &painter, const Theme &theme, const ColumnGrid &grid) const;

private:
    struct Text
    {
        QString label;
        QStaticText text;
        QSizeF size;
    };
    [[nodiscard]] Text laidOut(const QString &label) const;
    [[nodiscard]] int scaled(double logical) const;
    void draw(QPainter &painter, QPointF at, const QStaticText &text) const;

    Frame m_frame;
    std::vector<AxisLabel> m_valueLabels;
    std::vector<Text> m_valueTexts;
    std::vector<TimeTick> m_ticks;
    std::vector<Text> m_tickTexts;
    int m_left = 0;
};

} // namespace sightglass
