// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plots/ramplegend.h"

#include <QPainter>

namespace sightglass {

namespace {

constexpr int rampWidth = 120;
constexpr int rampHeight = 6;
constexpr int gap = 6;

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

void RampLegend::setScale(const ColorRamp &ramp, const QString &largest)
{
    if (ramp == m_ramp && largest == m_largest)
        return;
    m_ramp = ramp;
    m_largest = largest;
    setAccessibleName(tr("Colours from 0 to %1").arg(largest));
    update();
}

int RampLegend::wantedHeight() const
{
    return fontMetrics().height() + 2;
}

void RampLegend::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    if (m_largest.isEmpty())
        return;
    QPainter painter(this);
    const int right = width() - 10;
    const int textWidth = fontMetrics().horizontalAdvance(m_largest);
    const int left = right - textWidth - gap - rampWidth;
    const int top = (height() - rampHeight) / 2;
    for (int x = 0; x < rampWidth; ++x) {
        // As heat() says: the place is the square root of the share.
        const double share = static_cast<double>(x) / (rampWidth - 1);
        const auto shade = static_cast<std::size_t>(std::sqrt(share) * 255);
        painter.fillRect(left + x, top, 1, rampHeight, QColor(m_ramp[shade]));
    }
    painter.setPen(m_theme.textMuted);
    painter.drawText(QRect(left + rampWidth + gap, 0, textWidth + 2, height()), Qt::AlignVCenter, m_largest);
    const QString zero = QStringLiteral("0");
    const int zeroWidth = fontMetrics().horizontalAdvance(zero);
    painter.drawText(QRect(left - gap - zeroWidth, 0, zeroWidth + 2, height()), Qt::AlignVCenter, zero);
}

} // namespace sightglass
