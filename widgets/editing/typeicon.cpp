// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/editing/typeicon.h"

#include <QCoreApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

namespace sightglass {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(sightglass::PanelTypes)
};

/// Draws on a field of 48 by 32 units.
class TypeDrawing
{
public:
    TypeDrawing(QPainter &painter, const Theme &theme)
        : m_painter(painter)
        , m_theme(theme)
        , m_first(theme.accent)
        , m_second(theme.semantic(SemanticColor::Warning))
        , m_third(theme.semantic(SemanticColor::Good))
    {}

    void draw(PanelType type)
    {
        switch (type) {
        case PanelType::TimeSeries:
            return lines();
        case PanelType::Stat:
            return stat();
        case PanelType::Gauge:
            return gauge();
        case PanelType::BarGauge:
            return barGauge();
        case PanelType::Table:
            return table();
        case PanelType::Heatmap:
            return heatmap();
        case PanelType::BarChart:
            return bars({0.5, 0.9, 0.65, 0.3}, 9);
        case PanelType::Histogram:
            return bars({0.15, 0.4, 0.85, 1, 0.6, 0.35, 0.1}, 6);
        case PanelType::Pie:
            return pie();
        case PanelType::StateTimeline:
            return timeline();
        case PanelType::StatusHistory:
            return history();
        case PanelType::Text:
            return text();
        case PanelType::AlertList:
            return list(m_theme.semantic(SemanticColor::Critical));
        case PanelType::DashboardList:
            return list(m_theme.accent);
        default:
            return text();
        }
    }

private:
    void stroke(const QPainterPath &path, const QColor &color, double width = 1.8)
    {
        m_painter.setBrush(Qt::NoBrush);
        m_painter.setPen(QPen(color, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        m_painter.drawPath(path);
    }

    void fill(const QRectF &rect, const QColor &color, double radius = 1)
    {
        m_painter.setPen(Qt::NoPen);
        m_painter.setBrush(color);
        m_painter.drawRoundedRect(rect, radius, radius);
    }

    void polyline(const std::vector<QPointF> &points, const QColor &color)
    {
        QPainterPath path(points.front());
        for (const QPointF &point : points)
            path.lineTo(point);
        stroke(path, color);
    }

    void lines()
    {
        polyline({{3, 3}, {3, 28}, {46, 28}}, m_theme.axis);
        polyline({{6, 22}, {13, 15}, {20, 19}, {28, 8}, {36, 13}, {44, 6}}, m_first);
        polyline({{6, 26}, {14, 23}, {22, 25}, {30, 19}, {37, 21}, {44, 16}}, m_second);
    }

    void stat()
    {
        QPainterPath area({2, 30});
        for (const QPointF &point : {QPointF(2, 26), {12, 22}, {22, 25}, {32, 19}, {46, 22}, {46, 30}})
            area.lineTo(point);
        QColor faint = m_third;
        faint.setAlphaF(0.35F);
        m_painter.setPen(Qt::NoPen);
        m_painter.setBrush(faint);
        m_painter.drawPath(area);
        QFont font = m_painter.font();
        font.setPixelSize(18);
        font.setBold(true);
        m_painter.setFont(font);
        m_painter.setPen(m_third);
        m_painter.drawText(QRectF(0, 0, 48, 24), Qt::AlignCenter, QStringLiteral("42"));
    }

    void arc(double from, double length, const QColor &color)
    {
        QPainterPath path;
        const QRectF box(10, 4, 28, 28);
        path.arcMoveTo(box, from);
        path.arcTo(box, from, length);
        m_painter.setBrush(Qt::NoBrush);
        m_painter.setPen(QPen(color, 5, Qt::SolidLine, Qt::FlatCap));
        m_painter.drawPath(path);
    }

    void gauge()
    {
        arc(210, -240, m_theme.track);
        arc(210, -150, m_third);
    }

    void barGauge()
    {
        const std::array shares = {0.8, 0.45, 0.95};
        for (std::size_t i = 0; i < shares.size(); ++i) {
            const double y = 4 + 9.0 * double(i);
            fill({4, y, 40, 6}, m_theme.track);
            fill({4, y, 40 * shares[i], 6}, i == 2 ? m_second : m_third);
        }
    }

    void table()
    {
        fill({3, 3, 42, 6}, m_theme.textMuted);
        for (int row = 0; row < 3; ++row) {
            for (int column = 0; column < 3; ++column)
                fill({3.0 + column * 14.5, 12.0 + row * 6.5, 13, 4},
                     column == 2 && row == 1 ? m_second : m_theme.track, 0.5);
        }
    }

    void heatmap()
    {
        for (int column = 0; column < 8; ++column) {
            for (int row = 0; row < 5; ++row) {
                const double heat = std::exp(-std::pow(row - 2.0 - std::sin(column * 0.9), 2) / 1.6);
                QColor color = m_second;
                color.setAlphaF(static_cast<float>(0.12 + 0.88 * heat));
                fill({3 + column * 5.3, 3 + row * 5.4, 4.6, 4.7}, color, 0.4);
            }
        }
    }

    void bars(const std::vector<double> &heights, double width)
    {
        polyline({{3, 29}, {45, 29}}, m_theme.axis);
        const double step = 42.0 / double(heights.size());
        for (std::size_t i = 0; i < heights.size(); ++i) {
            const double height = 24 * heights[i];
            fill(
                {3 + step * double(i) + (step - width) / 2, 28 - height, std::min(width, step - 0.6), height},
                m_first, 0.6);
        }
    }

    void pie()
    {
        const QRectF box(11, 3, 26, 26);
        int from = 90 * 16;
        const std::array<std::pair<int, QColor>, 3> slices = {
            {{170, m_first}, {110, m_second}, {80, m_third}}};
        m_painter.setPen(QPen(m_theme.surface, 1));
        for (const auto &[degrees, color] : slices) {
            m_painter.setBrush(color);
            m_painter.drawPie(box, from, -degrees * 16);
            from -= degrees * 16;
        }
    }

    void timeline()
    {
        const QColor bad = m_theme.semantic(SemanticColor::Critical);
        fill({3, 4, 18, 6}, m_third);
        fill({22, 4, 8, 6}, bad);
        fill({31, 4, 14, 6}, m_third);
        fill({3, 13, 30, 6}, m_third);
        fill({34, 13, 11, 6}, m_second);
        fill({3, 22, 10, 6}, m_second);
        fill({14, 22, 31, 6}, m_third);
    }

    void history()
    {
        for (int column = 0; column < 7; ++column) {
            for (int row = 0; row < 3; ++row) {
                const bool bad = (column * 5 + row * 3) % 7 == 0;
                fill({3 + column * 6.1, 4 + row * 9.0, 5, 6.5},
                     bad ? m_theme.semantic(SemanticColor::Critical) : m_third, 0.6);
            }
        }
    }

    void text()
    {
        fill({4, 4, 22, 4}, m_theme.text);
        for (const auto &[y, width] : {std::pair(12, 40), std::pair(18, 36), std::pair(24, 28)})
            fill({4, double(y), double(width), 2.4}, m_theme.textMuted, 0.5);
    }

    void list(const QColor &mark)
    {
        for (int row = 0; row < 3; ++row) {
            const double y = 5 + row * 9.0;
            m_painter.setPen(Qt::NoPen);
            m_painter.setBrush(row == 0 ? mark : m_theme.textMuted);
            m_painter.drawEllipse(QPointF(7, y + 2), 2.6, 2.6);
            fill({13, y, 31.0 - row * 5, 4}, m_theme.track);
        }
    }

    QPainter &m_painter;
    const Theme &m_theme;
    QColor m_first;
    QColor m_second;
    QColor m_third;
};

class TypeIconEngine : public QIconEngine
{
public:
    TypeIconEngine(PanelType type, const Theme &theme)
        : m_type(type)
        , m_theme(theme)
    {}

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override
    {
        Q_UNUSED(state)
        const double scale = std::min(rect.width() / 48.0, rect.height() / 32.0);
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setOpacity(mode == QIcon::Disabled ? 0.4 : 1);
        painter->translate(rect.x() + (rect.width() - 48 * scale) / 2,
                           rect.y() + (rect.height() - 32 * scale) / 2);
        painter->scale(scale, scale);
        TypeDrawing(*painter, m_theme).draw(m_type);
        painter->restore();
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap picture(size);
        picture.fill(Qt::transparent);
        QPainter painter(&picture);
        paint(&painter, QRect(QPoint(), size), mode, state);
        return picture;
    }

    [[nodiscard]] QIconEngine *clone() const override { return new TypeIconEngine(*this); }

private:
    PanelType m_type;
    Theme m_theme;
};

} // namespace

QString panelTypeName(PanelType type)
{
    switch (type) {
    case PanelType::TimeSeries:
        return Texts::tr("Time series");
    case PanelType::Stat:
        return Texts::tr("Stat");
    case PanelType::Gauge:
        return Texts::tr("Gauge");
    case PanelType::BarGauge:
        return Texts::tr("Bar gauge");
    case PanelType::Heatmap:
        return Texts::tr("Heatmap");
    case PanelType::Table:
        return Texts::tr("Table");
    case PanelType::Pie:
        return Texts::tr("Pie chart");
    case PanelType::BarChart:
        return Texts::tr("Bar chart");
    case PanelType::Histogram:
        return Texts::tr("Histogram");
    case PanelType::StateTimeline:
        return Texts::tr("State timeline");
    case PanelType::StatusHistory:
        return Texts::tr("Status history");
    case PanelType::Text:
        return Texts::tr("Text");
    case PanelType::AlertList:
        return Texts::tr("Alerts");
    case PanelType::DashboardList:
        return Texts::tr("Dashboards");
    case PanelType::Row:
        return Texts::tr("Row");
    case PanelType::Foreign:
        break;
    }
    return Texts::tr("Not drawn here");
}

QString panelTypePurpose(PanelType type)
{
    switch (type) {
    case PanelType::TimeSeries:
        return Texts::tr("Lines, areas or bars over time");
    case PanelType::Stat:
        return Texts::tr("One big number, with its course behind it");
    case PanelType::Gauge:
        return Texts::tr("A value between its least and its greatest");
    case PanelType::BarGauge:
        return Texts::tr("Several values as bars beside each other");
    case PanelType::Heatmap:
        return Texts::tr("How a histogram's buckets fill over time");
    case PanelType::Table:
        return Texts::tr("Values and labels as rows");
    case PanelType::Pie:
        return Texts::tr("Shares of a whole");
    case PanelType::BarChart:
        return Texts::tr("Values of categories as bars");
    case PanelType::Histogram:
        return Texts::tr("How often which values occur");
    case PanelType::StateTimeline:
        return Texts::tr("When what was in which state");
    case PanelType::StatusHistory:
        return Texts::tr("States at regular times");
    case PanelType::Text:
        return Texts::tr("Notes in Markdown or HTML");
    case PanelType::AlertList:
        return Texts::tr("Alerts that fire or are about to");
    case PanelType::DashboardList:
        return Texts::tr("Links to other dashboards");
    default:
        return {};
    }
}

QIcon panelTypeIcon(PanelType type, const Theme &theme)
{
    return QIcon(new TypeIconEngine(type, theme));
}

} // namespace sightglass
