// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/alerts/thresholdchart.h"

#include "model/presentation/valuetext.h"
#include "widgets/chart/timeticks.h"
#include "widgets/style/seriescolors.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <limits>

namespace sightglass {

namespace {

constexpr int tickWidth = 90;
constexpr std::size_t mostLines = 60;
constexpr int grabPixels = 8;
// A drag picks among so many values over the height, none of them with more digits than needed.
constexpr double dragSteps = 400;
constexpr double keySteps = 100;

} // namespace

ThresholdChart::ThresholdChart(QWidget *parent)
    : QWidget(parent)
    , m_theme(darkTheme())
{
    setObjectName(QStringLiteral("thresholdChart"));
    setAccessibleName(tr("Threshold: Up and Down move it"));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    fitAxis();
}

void ThresholdChart::setTheme(const Theme &theme)
{
    m_theme = theme;
    redraw();
}

void ThresholdChart::setTimeZone(const QTimeZone &zone)
{
    m_zone = zone;
    redraw();
}

void ThresholdChart::setSeries(const Series &series, StepRange range)
{
    m_series = series;
    m_steps = range;
    fitAxis();
    redraw();
}

void ThresholdChart::setUnit(const std::string &unit)
{
    m_unit = unit;
    redraw();
}

void ThresholdChart::setThreshold(double threshold, bool above)
{
    m_threshold = threshold;
    m_above = above;
    if (!m_dragging) {
        const NumberAxis before = m_axis;
        fitAxis();
        if (!(m_axis == before))
            redraw();
    }
    update();
}

void ThresholdChart::fitAxis()
{
    std::optional<ValueRange> range;
    const auto add = [&range](double value) {
        if (!std::isfinite(value))
            return;
        if (!range)
            range = ValueRange{value, value};
        range->low = std::min(range->low, value);
        range->high = std::max(range->high, value);
    };
    if (m_series) {
        for (const MatrixSeries &series : *m_series) {
            for (const Sample &sample : series.samples)
                add(sample.v);
        }
    }
    add(m_threshold);
    AxisLimits limits;
    limits.setUnit(m_unit);
    m_axis = numberAxis(range, limits);
}

void ThresholdChart::redraw()
{
    m_layer = QPixmap();
    update();
}

int ThresholdChart::leftMargin() const
{
    constexpr int letters = 10;
    return letters * fontMetrics().averageCharWidth();
}

QRect ThresholdChart::plot() const
{
    const int left = leftMargin();
    return {left, 6, std::max(1, width() - left - rightMargin()),
            std::max(1, height() - 12 - fontMetrics().height())};
}

double ThresholdChart::yOf(double value) const
{
    const QRect area = plot();
    return area.top() + ValueScale{m_axis.low, m_axis.high, area.height()}.yOf(value);
}

/// The nearest multiple of what is round and at least this part of the axis, whose ends may be so far apart
/// that their distance is no number.
double ThresholdChart::roundedTo(double value, double parts) const
{
    constexpr double largest = std::numeric_limits<double>::max();
    const double step = roundPart(parts);
    return std::clamp(std::round(value / step) * step, -largest, largest);
}

double ThresholdChart::roundPart(double parts) const
{
    return roundStep((m_axis.high / 2 - m_axis.low / 2) / (parts / 2), NumberBase::Decimal);
}

void ThresholdChart::moveTo(double y)
{
    const QRect area = plot();
    const double within = std::clamp(y, static_cast<double>(area.top()), static_cast<double>(area.bottom()));
    const double value = ValueScale{m_axis.low, m_axis.high, area.height()}.valueAt(within - area.top());
    const double rounded = roundedTo(value, dragSteps);
    if (rounded == m_threshold)
        return;
    m_threshold = rounded;
    update();
    emit thresholdMoved(rounded);
}

void ThresholdChart::mousePressEvent(QMouseEvent *event)
{
    m_dragging = event->button() == Qt::LeftButton;
    if (m_dragging)
        moveTo(event->position().y());
}

void ThresholdChart::mouseMoveEvent(QMouseEvent *event)
{
    const bool near = std::abs(event->position().y() - yOf(m_threshold)) < grabPixels;
    setCursor(near || m_dragging ? Qt::SplitVCursor : Qt::CrossCursor);
    if (m_dragging)
        moveTo(event->position().y());
}

void ThresholdChart::mouseReleaseEvent(QMouseEvent *event)
{
    Q_UNUSED(event)
    m_dragging = false;
    const NumberAxis before = m_axis;
    fitAxis();
    if (!(m_axis == before))
        redraw();
}

void ThresholdChart::keyPressEvent(QKeyEvent *event)
{
    const bool big = event->modifiers().testFlag(Qt::ShiftModifier);
    const double parts = big ? keySteps / 10 : keySteps;
    const double step = roundPart(parts);
    const int key = event->key();
    if (key != Qt::Key_Up && key != Qt::Key_Down)
        return QWidget::keyPressEvent(event);
    const double moved = roundedTo(m_threshold + (key == Qt::Key_Up ? step : -step), parts);
    setThreshold(moved, m_above);
    emit thresholdMoved(moved);
}

void ThresholdChart::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    redraw();
}

void ThresholdChart::drawAxes(QPainter &painter, const QRect &area) const
{
    const std::vector<std::string> texts = formatTicks(m_axis.ticks, m_unit);
    for (std::size_t i = 0; i < m_axis.ticks.size(); ++i) {
        const double y = yOf(m_axis.ticks[i]);
        painter.setPen(m_theme.grid);
        painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y));
        painter.setPen(m_theme.textMuted);
        painter.drawText(QRectF(0, y - fontMetrics().height() / 2.0, area.left() - 6, fontMetrics().height()),
                         Qt::AlignRight | Qt::AlignVCenter, valueText(texts[i]));
    }
    const TimeRange range{m_steps.start, m_steps.end};
    if (range.lengthMs() <= 0)
        return;
    for (const TimeTick &tick : timeTicks(range, std::max(1, area.width() / tickWidth), m_zone)) {
        const double x = area.left() + static_cast<double>(tick.t - range.from) /
                                           static_cast<double>(range.lengthMs()) * area.width();
        painter.drawText(QRectF(x - tickWidth / 2.0, area.bottom() + 3, tickWidth, fontMetrics().height()),
                         Qt::AlignCenter, tick.label);
    }
}

void ThresholdChart::drawLines(QPainter &painter, const QRect &area) const
{
    const auto length = static_cast<double>(std::max<std::int64_t>(m_steps.end - m_steps.start, 1));
    painter.setClipRect(area.adjusted(0, -1, 1, 1));
    for (std::size_t i = 0; i < std::min(m_series->size(), mostLines); ++i) {
        painter.setPen(seriesColor(i, m_theme));
        QPolygonF line;
        std::optional<TimestampMs> before;
        const auto flush = [&] {
            if (line.size() == 1)
                painter.drawPoint(line.front());
            painter.drawPolyline(line);
            line.clear();
        };
        for (const Sample &sample : (*m_series)[i].samples) {
            if (before && sample.t - *before > m_steps.stepMs)
                flush();
            before = sample.t;
            if (std::isfinite(sample.v))
                line << QPointF(area.left() +
                                    static_cast<double>(sample.t - m_steps.start) / length * area.width(),
                                yOf(sample.v));
        }
        flush();
    }
    painter.setClipping(false);
}

void ThresholdChart::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    const QRect area = plot();
    if (m_layer.isNull()) {
        m_layer = QPixmap(size() * devicePixelRatioF());
        m_layer.setDevicePixelRatio(devicePixelRatioF());
        m_layer.fill(m_theme.surface);
        QPainter painter(&m_layer);
        painter.setFont(font());
        drawAxes(painter, area);
        if (m_series)
            drawLines(painter, area);
    }
    QPainter painter(this);
    painter.drawPixmap(0, 0, m_layer);
    if (!m_series || m_series->empty()) {
        painter.setPen(m_theme.textMuted);
        painter.drawText(area, Qt::AlignCenter,
                         m_series ? tr("The expression gives nothing in this time.") : tr("Asking…"));
    }
    const double y = yOf(m_threshold);
    QColor fill = m_theme.semantic(SemanticColor::Critical);
    fill.setAlpha(28);
    const QRectF side = m_above ? QRectF(area.left(), area.top(), area.width(), std::max(0.0, y - area.top()))
                                : QRectF(area.left(), y, area.width(), std::max(0.0, area.bottom() - y));
    painter.fillRect(side, fill);
    painter.setPen(QPen(m_theme.semantic(SemanticColor::Critical), 1, Qt::SolidLine));
    painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y));
    const QRectF handle(area.left() - 5, y - 4, 8, 8);
    painter.setBrush(m_theme.semantic(SemanticColor::Critical));
    painter.drawEllipse(handle);
    if (hasFocus()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(m_theme.accent);
        painter.drawRect(rect().adjusted(0, 0, -1, -1));
    }
}

} // namespace sightglass
