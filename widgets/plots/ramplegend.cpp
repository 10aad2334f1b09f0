// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plots/ramplegend.h"

#include "model/core/proportion.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace sightglass {

namespace {

constexpr int rampWidth = 120;
constexpr int rampHeight = 6;
constexpr int gap = 6;
constexpr int rightMargin = 10;
constexpr double markerSize = 4;

} // namespace

RampLegend::RampLegend(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{}

void RampLegend::setTheme(const Theme &theme)
{
    m_theme = theme;
    update();
}

void RampLegend::setScale(const HeatmapShading &shading, const QString &least, const QString &largest)
{
    if (shading == m_shading && least == m_least && largest == m_largest)
        return;
    m_shading = shading;
    m_least = least;
    m_largest = largest;
    setAccessibleName(tr("Colours from %1 to %2").arg(least, largest));
    update();
}

void RampLegend::setMarker(std::optional<double> count)
{
    if (count == m_marker)
        return;
    m_marker = count;
    update();
}

int RampLegend::wantedHeight() const
{
    return fontMetrics().height() + 2;
}

double RampLegend::placeOf(double count) const
{
    return std::clamp(shareOfSpan(m_shading.low, m_shading.high, count), 0.0, 1.0);
}

QRectF RampLegend::rampRect() const
{
    const int textWidth = fontMetrics().horizontalAdvance(m_largest);
    const int right = width() - rightMargin - textWidth - gap;
    const double top = std::floor((height() - rampHeight) / 2.0);
    return QRectF(right - rampWidth, top, rampWidth, rampHeight);
}

DisplayList RampLegend::drawing() const
{
    DisplayList list;
    if (m_largest.isEmpty())
        return list;
    const QRectF ramp = rampRect();
    for (int x = 0; x < rampWidth; ++x) {
        const double share = (x + 0.5) / rampWidth;
        const double count = std::lerp(m_shading.low, m_shading.high, share);
        list.add(DisplayList::Fill{QRectF(ramp.left() + x, ramp.top(), 1, rampHeight),
                                   QColor(m_shading.colorOf(count))});
    }
    const QFontMetricsF metrics(font());
    const auto text = [&](double left, double width, const QString &words) {
        list.add(DisplayList::Text{QRectF(left, 0, width, height()), words, font(), m_theme.textMuted});
    };
    text(ramp.right() + gap, metrics.horizontalAdvance(m_largest) + 2, m_largest);
    const double leastWidth = metrics.horizontalAdvance(m_least) + 1;
    text(ramp.left() - gap - leastWidth, leastWidth, m_least);
    if (m_marker) {
        const double x = ramp.left() + placeOf(*m_marker) * ramp.width();
        QPainterPath path;
        path.moveTo(x, ramp.top() + 1);
        path.lineTo(x - markerSize, ramp.top() - markerSize);
        path.lineTo(x + markerSize, ramp.top() - markerSize);
        path.closeSubpath();
        list.add(DisplayList::Shape{path, QPen(m_theme.surface, 1), m_theme.text});
    }
    return list;
}

void RampLegend::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    QPainter painter(this);
    drawing().paint(painter);
}

} // namespace sightglass
