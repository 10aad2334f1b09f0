// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/alerts/backteststrip.h"

#include "model/presentation/rulediagnosistext.h"
#include "widgets/chart/timeticks.h"

#include <QPainter>

#include <algorithm>

namespace sightglass {

namespace {

constexpr int tickWidth = 90;
constexpr double leastWidth = 2;

} // namespace

BackTestStrip::BackTestStrip(QWidget *parent)
    : QWidget(parent)
    , m_theme(darkTheme())
{
    setObjectName(QStringLiteral("backTestStrip"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void BackTestStrip::setTheme(const Theme &theme)
{
    m_theme = theme;
    update();
}

void BackTestStrip::setTimeZone(const QTimeZone &zone)
{
    m_zone = zone;
    update();
}

void BackTestStrip::setMargins(int left, int right)
{
    m_left = left;
    m_right = right;
    update();
}

void BackTestStrip::setAxisShown(bool shown)
{
    m_axis = shown;
    updateGeometry();
}

void BackTestStrip::setBackTest(const BackTest &test)
{
    m_test = test;
    m_message.clear();
    setAccessibleName(backTestText(test));
    update();
}

void BackTestStrip::setMessage(const QString &message)
{
    m_test = BackTest();
    m_message = message;
    setAccessibleName(message);
    update();
}

int BackTestStrip::barHeight() const
{
    return fontMetrics().height() + 4;
}

QSize BackTestStrip::sizeHint() const
{
    const int line = fontMetrics().height() + 2;
    return {400, barHeight() + line + (m_axis ? line : 0)};
}

QSize BackTestStrip::minimumSizeHint() const
{
    return {160, sizeHint().height()};
}

void BackTestStrip::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    QPainter painter(this);
    const int line = fontMetrics().height() + 2;
    const QRect bar(m_left, 0, std::max(1, width() - m_left - m_right), barHeight());
    painter.fillRect(bar, m_theme.track);
    const QRect text(bar.left(), height() - line, bar.width(), line);
    painter.setPen(m_theme.textMuted);
    const QString told = m_message.isEmpty() ? backTestText(m_test) : m_message;
    painter.drawText(text, static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter) | Qt::TextSingleLine,
                     fontMetrics().elidedText(told, Qt::ElideRight, text.width()));
    const TimeRange range{m_test.steps.start, m_test.steps.end};
    if (!m_message.isEmpty() || range.lengthMs() <= 0)
        return;
    const auto x = [&](TimestampMs t) {
        return bar.left() +
               static_cast<double>(t - range.from) / static_cast<double>(range.lengthMs()) * bar.width();
    };
    for (const BackTestSpan &span : m_test.spans) {
        const bool fires = span.state == AlertState::Firing;
        const double spanWidth = std::max(leastWidth, x(span.to) - x(span.from));
        const QRectF rect(x(span.from), fires ? 0 : bar.height() / 2.0, spanWidth,
                          fires ? bar.height() : bar.height() / 2.0);
        painter.fillRect(rect, m_theme.semantic(fires ? SemanticColor::Critical : SemanticColor::Notice));
    }
    if (!m_axis)
        return;
    for (const TimeTick &tick : timeTicks(range, std::max(1, bar.width() / tickWidth), m_zone)) {
        // Those at the ends stay whole.
        const double half = fontMetrics().horizontalAdvance(tick.label) / 2.0 + 1;
        const double middle =
            std::clamp(x(tick.t), std::min(half, width() / 2.0), std::max(width() - half, width() / 2.0));
        const QRectF place(middle - tickWidth / 2.0, bar.bottom() + 1, tickWidth, line);
        painter.drawText(place, Qt::AlignCenter, tick.label);
    }
}

} // namespace sightglass
