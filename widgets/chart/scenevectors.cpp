// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chart/scenevectors.h"

#include <QLinearGradient>

#include <algorithm>
#include <cmath>

namespace sightglass {

namespace {

/// Printers and SVG viewers have no use for coordinates far outside.
constexpr double farAway = 1e4;
constexpr double dotRadius = 1.5; ///< of a sample without neighbours, in line widths
constexpr int mostStops = 33;

double bounded(double y)
{
    return std::clamp(y, -farAway, farAway);
}

/// Collects the points of a line column by column.
class LineTracer
{
public:
    LineTracer(const ValueScale &scale, LineInterpolation interpolation, int count)
        : m_scale(scale)
        , m_bends(interpolation != LineInterpolation::Linear)
        , m_steps(interpolation == LineInterpolation::StepBefore ||
                  interpolation == LineInterpolation::StepAfter)
        , m_count(count)
    {}

    void add(int i, const PlotColumn &column)
    {
        if (std::isnan(column.enter))
            end();
        else if (m_run.points.isEmpty())
            put(i, i, column.enter);
        if (column.count == 1)
            addSample(i, column);
        for (const double value : {column.first, column.min, column.max, column.last}) {
            if (column.count > 1)
                put(i, i + 0.5, value);
        }
        if (std::isnan(column.leave))
            end();
        else if ((m_bends && column.count == 0) || i + 1 == m_count)
            put(i, i + 1, column.leave);
    }

    std::vector<LineRun> finished()
    {
        end();
        return std::move(m_runs);
    }

private:
    void addSample(int i, const PlotColumn &column)
    {
        const double x = i + column.at;
        if (m_steps && !std::isnan(column.enter))
            put(i, x, column.enter);
        put(i, x, column.first);
        if (m_steps && !std::isnan(column.leave))
            put(i, x, column.leave);
    }

    void put(int i, double x, double value)
    {
        if (m_run.points.isEmpty())
            m_run.firstColumn = i;
        m_run.lastColumn = i;
        const QPointF point(x, bounded(m_scale.yOf(value)));
        if (m_run.points.isEmpty() || m_run.points.back() != point)
            m_run.points.append(point);
    }

    void end()
    {
        if (!m_run.points.isEmpty())
            m_runs.push_back(std::move(m_run));
        m_run = {};
    }

    ValueScale m_scale;
    bool m_bends;
    bool m_steps;
    int m_count;
    LineRun m_run;
    std::vector<LineRun> m_runs;
};

/// Draws a scene into a list; keeps where its pixels lie there.
class SceneDrawing
{
public:
    SceneDrawing(DisplayList &list, const ChartScene &scene, const QRectF &area)
        : m_list(list)
        , m_scene(scene)
        , m_area(area)
        , m_scaleX(area.width() / scene.grid.count)
        , m_scaleY(area.height() / scene.scale.height)
    {}

    void draw()
    {
        m_list.add(DisplayList::Clip{m_area});
        drawGround();
        for (const SceneSeries &series : m_scene.series)
            drawArea(series);
        for (const SceneMark &mark : m_scene.marks) {
            QPen pen(QColor(mark.color), std::max(1.0, std::floor(m_scene.lineWidth)) * m_scaleY);
            if (mark.dashed)
                pen.setDashPattern({6, 4});
            drawLevel(mark.value, pen);
        }
        for (const SceneSeries &series : m_scene.series)
            drawStroke(series);
        m_list.add(DisplayList::Clip{});
    }

private:
    [[nodiscard]] QPointF place(QPointF pixel) const
    {
        return m_area.topLeft() + QPointF(pixel.x() * m_scaleX, pixel.y() * m_scaleY);
    }
    [[nodiscard]] QPolygonF place(const QPolygonF &pixels) const
    {
        QPolygonF placed;
        placed.reserve(pixels.size());
        for (const QPointF &pixel : pixels)
            placed.append(place(pixel));
        return placed;
    }

    void drawLevel(double value, const QPen &pen)
    {
        const double y = std::floor(m_scene.scale.yOf(value)) + 0.5;
        if (y >= 0 && y <= m_scene.scale.height)
            m_list.add(DisplayList::Line{place({0, y}), place({double(m_scene.grid.count), y}), pen});
    }

    void drawGround()
    {
        for (const SceneStrip &strip : m_scene.strips) {
            QColor color(strip.color);
            color.setAlphaF(static_cast<float>(strip.opacity));
            const double height = m_scene.scale.height;
            const double top = std::clamp(m_scene.scale.yOf(strip.high), 0.0, height);
            const double bottom = std::clamp(m_scene.scale.yOf(strip.low), 0.0, height);
            m_list.add(DisplayList::Fill{QRectF(place({0, top}), place({double(m_scene.grid.count), bottom})),
                                         color});
        }
        const QPen grid(QColor(m_scene.gridColor), 1);
        for (const std::int64_t column : m_scene.gridColumns) {
            const double x = static_cast<double>(column - m_scene.grid.first) + 0.5;
            if (x >= 0 && x <= m_scene.grid.count)
                m_list.add(DisplayList::Line{place({x, 0}), place({x, double(m_scene.scale.height)}), grid});
        }
        for (const double value : m_scene.gridValues)
            drawLevel(value, grid);
        if (m_scene.zero)
            drawLevel(*m_scene.zero, QPen(QColor(m_scene.zeroColor), 1));
    }

    [[nodiscard]] std::vector<PlotColumn> columnsOf(const PlotLine &line) const
    {
        std::vector<PlotColumn> columns(static_cast<std::size_t>(m_scene.grid.count));
        decimate(line, m_scene.grid, m_scene.grid.first, columns);
        return columns;
    }

    /// The colours from top to bottom, with the opacity of an area or whole.
    [[nodiscard]] QBrush brushOf(const SceneSeries &series, bool area) const
    {
        const auto &rows = area ? series.style.fillColors : series.style.lineColors;
        const bool fades = area && ((series.style.fade == FillFade::Calm && series.base.empty()) ||
                                    series.style.fade == FillFade::Full);
        const auto colorAt = [&](double depth) {
            const auto last = rows ? static_cast<double>(rows->size()) - 1 : 0;
            QColor color(rows && !rows->empty() ? (*rows)[static_cast<std::size_t>(depth * last)]
                                                : series.color);
            double share = 1;
            if (fades)
                share = series.style.fade == FillFade::Full ? 1 - depth : 1.6 - 1.2 * depth;
            if (area)
                color.setAlphaF(static_cast<float>(std::clamp(series.fillOpacity * share, 0.0, 1.0)));
            return color;
        };
        if (!fades && !rows)
            return colorAt(0);
        QLinearGradient gradient(m_area.topLeft(), m_area.bottomLeft());
        for (int i = 0; i < mostStops; ++i) {
            const double depth = i / (mostStops - 1.0);
            gradient.setColorAt(depth, colorAt(depth));
        }
        return gradient;
    }

    void drawArea(const SceneSeries &series)
    {
        if (!(series.fillOpacity > 0) || series.style.drawing == DrawStyle::Points)
            return;
        const QBrush brush = brushOf(series, true);
        if (series.style.drawing == DrawStyle::Bars) {
            for (const QRectF &bar : bars(series))
                m_list.add(DisplayList::Fill{QRectF(place(bar.topLeft()), place(bar.bottomRight())), brush});
            return;
        }
        const ValueScale &scale = m_scene.scaleOf(series);
        const auto base = series.base.empty() ? std::vector<PlotColumn>() : columnsOf(m_scene.baseOf(series));
        QPainterPath path;
        for (const LineRun &run :
             lineRuns(columnsOf(m_scene.lineOf(series)), scale, series.style.interpolation)) {
            if (run.points.size() < 2)
                continue;
            QPolygonF outline = run.points;
            const QPolygonF lower = lowerEdge(series, base, run);
            std::copy(lower.rbegin(), lower.rend(), std::back_inserter(outline));
            path.addPolygon(place(outline));
            path.closeSubpath();
        }
        if (!path.isEmpty())
            m_list.add(DisplayList::Shape{path, Qt::NoPen, brush});
    }

    [[nodiscard]] QPolygonF lowerEdge(const SceneSeries &series, const std::vector<PlotColumn> &base,
                                      const LineRun &run) const
    {
        const ValueScale &scale = m_scene.scaleOf(series);
        if (series.base.empty()) {
            const double y =
                std::clamp(scale.yOf(series.style.floor), 0.0, static_cast<double>(scale.height));
            return {QPointF(run.points.front().x(), y), QPointF(run.points.back().x(), y)};
        }
        QPolygonF edge;
        LineTracer tracer(scale, series.style.interpolation, m_scene.grid.count);
        for (int i = run.firstColumn; i <= run.lastColumn; ++i)
            tracer.add(i, base[static_cast<std::size_t>(i)]);
        for (const LineRun &piece : tracer.finished())
            edge += piece.points;
        return edge;
    }

    /// The bars' rectangles in pixels.
    [[nodiscard]] std::vector<QRectF> bars(const SceneSeries &series) const
    {
        const auto count = static_cast<std::size_t>(m_scene.grid.count);
        std::vector<BarColumn> tops(count);
        std::vector<BarColumn> bases(count);
        decimateBars(series.line, m_scene.grid, series.style.bar, m_scene.grid.first, tops);
        decimateBars(series.base, m_scene.grid, series.style.bar, m_scene.grid.first, bases);
        const ValueScale &scale = m_scene.scaleOf(series);
        const double floor =
            std::clamp(scale.yOf(series.style.floor), 0.0, static_cast<double>(scale.height));
        std::vector<QRectF> rects;
        for (std::size_t i = 0; i < count; ++i) {
            const std::size_t first = i;
            if (tops[i].count == 0)
                continue;
            while (i + 1 < count && !tops[i].ends && tops[i + 1].count == 1 && !tops[i + 1].begins)
                ++i;
            const double base = bases[i].count > 0 ? bounded(scale.yOf(bases[i].max)) : floor;
            double top = std::min(bounded(scale.yOf(tops[i].max)), base);
            double bottom = std::max(bounded(scale.yOf(tops[i].min)), base);
            // What is there is seen, however little it is.
            if (bases[i].count == 0 && tops[i].max > series.style.floor && scale.yOf(tops[i].max) <= base)
                top = std::min(top, base - 1);
            if (bases[i].count == 0 && tops[i].min < series.style.floor && scale.yOf(tops[i].min) >= base)
                bottom = std::max(bottom, base + 1);
            rects.emplace_back(static_cast<double>(first), top, static_cast<double>(i + 1 - first),
                               bottom - top);
        }
        return rects;
    }

    void drawStroke(const SceneSeries &series)
    {
        const double width = m_scene.widthOf(series) * m_scaleX;
        const QBrush brush = brushOf(series, false);
        if (series.style.drawing == DrawStyle::Bars) {
            // Within the bar, as its height is that of the value.
            const double inset = width / 2;
            for (const QRectF &bar : bars(series)) {
                const QRectF outline(place(bar.topLeft()), place(bar.bottomRight()));
                if (width > 0)
                    m_list.add(DisplayList::Fill{outline.adjusted(inset, inset, -inset, -inset), Qt::NoBrush,
                                                 0, QPen(brush, width)});
            }
            return;
        }
        const std::vector<PlotColumn> columns = columnsOf(m_scene.lineOf(series));
        QPainterPath dots;
        dots.setFillRule(Qt::WindingFill); // they may overlap
        const ValueScale &scale = m_scene.scaleOf(series);
        const double radius = series.style.pointRadius * m_scaleX;
        const auto dot = [&](QPointF pixel, double size) {
            if (size > 0)
                dots.addEllipse(place(pixel), size, size);
        };
        QPainterPath line;
        for (const LineRun &run : lineRuns(columns, scale, series.style.interpolation)) {
            if (run.points.size() == 1)
                dot(run.points.front(), std::max(radius, dotRadius * std::max(width, m_scaleX)));
            else
                line.addPolygon(place(run.points));
        }
        const std::vector<PlotColumn> own =
            radius > 0 && !series.dots.empty() ? columnsOf({series.dots, 0}) : std::vector<PlotColumn>();
        const std::vector<PlotColumn> &marked = own.empty() ? columns : own;
        for (std::size_t i = 0; i < marked.size() && radius > 0; ++i) {
            const PlotColumn &column = marked[i];
            const double x = static_cast<double>(i) + (column.count == 1 ? column.at : 0.5);
            for (const double value : {column.first, column.min, column.max, column.last}) {
                if (column.count > 1 || (column.count == 1 && value == column.first))
                    dot({x, bounded(scale.yOf(value))}, radius);
                if (column.count == 1)
                    break;
            }
        }
        if (!line.isEmpty() && width > 0 && series.style.drawing == DrawStyle::Line)
            m_list.add(DisplayList::Shape{line, penOf(series, brush, width)});
        if (!dots.isEmpty())
            m_list.add(DisplayList::Shape{dots, Qt::NoPen, brush});
    }

    [[nodiscard]] QPen penOf(const SceneSeries &series, const QBrush &brush, double width) const
    {
        QPen pen(brush, width, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin);
        if (!series.style.dash.empty()) {
            QList<qreal> pattern;
            for (const int columns : series.style.dash)
                pattern.append(columns * m_scaleX / width);
            pen.setDashPattern(pattern);
        }
        return pen;
    }

    DisplayList &m_list;
    const ChartScene &m_scene;
    QRectF m_area;
    double m_scaleX;
    double m_scaleY;
};

} // namespace

std::vector<LineRun> lineRuns(std::span<const PlotColumn> columns, const ValueScale &scale,
                              LineInterpolation interpolation)
{
    LineTracer tracer(scale, interpolation, static_cast<int>(columns.size()));
    for (std::size_t i = 0; i < columns.size(); ++i)
        tracer.add(static_cast<int>(i), columns[i]);
    return tracer.finished();
}

void addScene(DisplayList &list, const ChartScene &scene, const QRectF &area)
{
    if (scene.grid.count > 0 && scene.scale.height > 0)
        SceneDrawing(list, scene, area).draw();
}

} // namespace sightglass
