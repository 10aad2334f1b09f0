// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plots/plotaxes.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace sightglass {

namespace {

// Logical pixels.
constexpr double rightMargin = 10;
constexpr double labelGap = 6;
constexpr double marginStep = 8;
constexpr double timeLabelSpace = 34;

} // namespace

int PlotAxes::scaled(double logical) const
{
    return static_cast<int>(std::lround(logical * m_frame.ratio));
}

void PlotAxes::setFrame(const Frame &frame)
{
    if (frame.font != m_frame.font || frame.ratio != m_frame.ratio) {
        m_valueLabels.clear();
        m_valueTexts.clear();
        m_tickTexts.clear();
        m_ticks.clear();
    }
    m_frame = frame;
}

int PlotAxes::plotHeight() const
{
    const double line = QFontMetricsF(m_frame.font).height();
    return std::max(0, m_frame.size.height() - scaled(line / 2 + 1) - scaled(line + labelGap));
}

PlotAxes::Text PlotAxes::laidOut(const QString &label) const
{
    Text text{label, QStaticText(label), {}};
    text.text.setTextFormat(Qt::PlainText);
    text.text.prepare({}, m_frame.font);
    text.size = text.text.size();
    return text;
}

void PlotAxes::setValueLabels(std::vector<AxisLabel> labels)
{
    if (labels == m_valueLabels && !m_valueTexts.empty())
        return;
    m_valueLabels = std::move(labels);
    m_valueTexts.clear();
    double widest = 0;
    for (const AxisLabel &label : m_valueLabels) {
        m_valueTexts.push_back(laidOut(label.text));
        widest = std::max(widest, m_valueTexts.back().size.width());
    }
    // In coarse steps, so that the plot does not jump with each new digit.
    m_left = scaled(std::ceil((widest + labelGap) / marginStep) * marginStep);
}

QRect PlotAxes::plot() const
{
    const int top = scaled(QFontMetricsF(m_frame.font).height() / 2 + 1);
    return {m_left, top, std::max(0, m_frame.size.width() - m_left - scaled(rightMargin)), plotHeight()};
}

void PlotAxes::setTime(const ColumnGrid &grid, TimeRange range, const QTimeZone &zone)
{
    const bool subSecond = range.lengthMs() < 5000;
    const double labelWidth =
        QFontMetricsF(m_frame.font)
            .horizontalAdvance(subSecond ? QStringLiteral("00:00:00.000") : QStringLiteral("00:00:00"));
    const int fitting = static_cast<int>(grid.count / m_frame.ratio / (labelWidth + timeLabelSpace));
    std::vector<TimeTick> ticks = sightglass::timeTicks(range, std::max(fitting, 1), zone);
    std::vector<Text> texts;
    texts.reserve(ticks.size());
    for (const TimeTick &tick : ticks) {
        const auto known = std::find_if(m_tickTexts.begin(), m_tickTexts.end(),
                                        [&tick](const Text &text) { return text.label == tick.label; });
        texts.push_back(known != m_tickTexts.end() ? *known : laidOut(tick.label));
    }
    m_ticks = std::move(ticks);
    m_tickTexts = std::move(texts);
}

std::vector<std::int64_t> PlotAxes::tickColumns(const ColumnGrid &grid) const
{
    std::vector<std::int64_t> columns;
    for (const TimeTick &tick : m_ticks)
        columns.push_back(grid.columnOf(tick.t));
    return columns;
}

void PlotAxes::draw(QPainter &painter, QPointF at, const QStaticText &text) const
{
    painter.save();
    painter.translate(std::round(at.x()), std::round(at.y()));
    painter.scale(m_frame.ratio, m_frame.ratio);
    painter.drawStaticText(0, 0, text);
    painter.restore();
}

void PlotAxes::paint(QPainter &painter, const Theme &theme, const ColumnGrid &grid) const
{
    const QRect area = plot();
    painter.setFont(m_frame.font);
    painter.setPen(theme.textMuted);
    for (std::size_t i = 0; i < m_valueTexts.size(); ++i) {
        const QSizeF size = m_valueTexts[i].size * m_frame.ratio;
        const double y = area.top() + m_valueLabels[i].position * area.height();
        draw(painter, {m_left - scaled(labelGap) - size.width(), y - size.height() / 2},
             m_valueTexts[i].text);
    }
    double free = -1e9;
    for (std::size_t i = 0; i < m_ticks.size(); ++i) {
        const QSizeF size = m_tickTexts[i].size * m_frame.ratio;
        const double middle =
            area.left() + static_cast<double>(grid.columnOf(m_ticks[i].t) - grid.first) + 0.5;
        const double x = middle - size.width() / 2;
        if (x < free || x < 0 || x + size.width() > m_frame.size.width())
            continue;
        painter.setPen(m_ticks[i].major ? theme.text : theme.textMuted);
        draw(painter, {x, area.bottom() + 1.0 + scaled(labelGap - 1)}, m_tickTexts[i].text);
        free = x + size.width() + scaled(labelGap);
    }
    painter.fillRect(QRect(area.left(), area.bottom() + 1, area.width(), std::max(1, scaled(1))), theme.axis);
}

} // namespace sightglass
