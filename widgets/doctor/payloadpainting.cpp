// SPDX-License-Identifier: GPL-3.0-or-later

// How PayloadView draws; what it does stands in payloadview.cpp.

#include "widgets/doctor/doctorstyle.h"
#include "widgets/doctor/payloadview.h"

#include <QPainter>
#include <QPainterPath>
#include <QScrollBar>

#include <algorithm>

namespace sightglass {

namespace {

constexpr double waveLength = 4;
constexpr double widestWave = 2000;

QPolygonF wave(double left, double right, double y)
{
    QPolygonF points;
    right = std::min(right, left + widestWave);
    bool up = false;
    for (double x = left; x < right + waveLength / 2; x += waveLength / 2, up = !up)
        points << QPointF(std::min(x, right), up ? y - 2 : y);
    return points;
}

QColor faded(QColor color, double alpha)
{
    color.setAlphaF(static_cast<float>(alpha));
    return color;
}

} // namespace

QColor PayloadView::markColor(const PayloadMark &mark) const
{
    return mark.approved ? m_theme.axis : severityColor(mark.severity, m_theme);
}

void PayloadView::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    QPainter painter(viewport());
    painter.setFont(font());
    painter.fillRect(viewport()->rect(), m_theme.surface);
    if (m_rows == nullptr)
        return;
    const std::size_t first = firstVisibleRow();
    const std::size_t end = std::min(first + visibleRows(), m_rows->count());
    // What scrolled out of sight is forgotten, so that memory stays what is visible.
    std::erase_if(m_laidOut, [&](const auto &entry) { return entry.first < first || entry.first >= end; });
    const double widest = m_widest;
    painter.save();
    painter.setClipRect(QRect(gutterWidth(), 0, viewport()->width(), viewport()->height()));
    for (std::size_t number = first; number < end; ++number)
        paintRow(painter, number, static_cast<int>(number - first) * rowHeight());
    painter.restore();
    painter.fillRect(QRect(0, 0, gutterWidth(), viewport()->height()), m_theme.surfaceRaised);
    for (std::size_t number = first; number < end; ++number)
        paintGutter(painter, number, static_cast<int>(number - first) * rowHeight());
    paintOverview(painter);
    if (m_widest > widest)
        QMetaObject::invokeMethod(this, &PayloadView::updateBars, Qt::QueuedConnection);
}

void PayloadView::paintGutter(QPainter &painter, std::size_t number, int y) const
{
    const SourceSpan bytes = m_rows->span(number);
    const bool isCurrent = m_current && m_rows->rowAt(m_current->begin) == number;
    const auto marks = m_marks.within(bytes.begin, bytes.end);
    if (const PayloadMark *mark = worstOf(marks)) {
        painter.fillRect(QRect(0, y, gutterWidth(), rowHeight()), faded(markColor(*mark), 0.14));
        painter.fillRect(QRect(gutterWidth() - markWidth, y, markWidth, rowHeight()), markColor(*mark));
    }
    painter.setPen(isCurrent ? m_theme.text : m_theme.textMuted);
    const QString text =
        m_rows->isContinuation(number) ? QStringLiteral("↪") : QString::number(m_rows->lineOf(number));
    painter.drawText(QRect(0, y, gutterWidth() - markWidth - textGap, rowHeight()),
                     Qt::AlignRight | Qt::AlignVCenter, text);
}

void PayloadView::paintSpan(QPainter &painter, Row &shown, SourceSpan span, const QRectF &line,
                            const QColor &color)
{
    const double left = xOf(shown, span.begin);
    const double right = xOf(shown, span.end);
    painter.fillRect(QRectF(line.left() + left, line.top(), std::max(right - left, 2.0), line.height()),
                     color);
}

void PayloadView::paintRow(QPainter &painter, std::size_t number, int y)
{
    Row &shown = row(number);
    const SourceSpan bytes = m_rows->span(number);
    const QRectF line(textLeft(), y, viewport()->width(), rowHeight());
    const auto local = [&bytes](SourceSpan span) {
        return SourceSpan{std::max(span.begin, bytes.begin) - bytes.begin,
                          std::min(span.end, bytes.end) - bytes.begin};
    };
    if (m_current && m_rows->rowAt(m_current->begin) == number)
        painter.fillRect(QRect(0, y, viewport()->width(), rowHeight()), m_theme.surfaceRaised);
    if (m_hits && m_hits->length > 0) {
        const std::size_t from = bytes.begin - std::min(bytes.begin, m_hits->length - 1);
        auto hit = std::lower_bound(m_hits->begins.begin(), m_hits->begins.end(), from);
        for (; hit != m_hits->begins.end() && *hit < bytes.end; ++hit) {
            const bool isCurrent =
                m_currentHit && *m_currentHit == static_cast<std::size_t>(hit - m_hits->begins.begin());
            paintSpan(painter, shown, local({*hit, *hit + m_hits->length}), line,
                      faded(isCurrent ? m_theme.accent : m_theme.semantic(SemanticColor::Notice),
                            isCurrent ? 0.55 : 0.28));
        }
    }
    const SourceSpan selected = selection();
    if (selected.end > bytes.begin && selected.begin < bytes.end)
        paintSpan(painter, shown, local(selected), line, faded(m_theme.accent, 0.35));
    painter.setPen(m_theme.text);
    shown.layout.draw(&painter, QPointF(line.left(), y + 1));
    paintMarks(painter, number, shown, y);
}

void PayloadView::paintMarks(QPainter &painter, std::size_t number, Row &shown, int y)
{
    static constexpr std::size_t mostWaves = 100;
    const SourceSpan bytes = m_rows->span(number);
    const double bottom = y + rowHeight() - 1.5;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const auto xs = [&](SourceSpan span) {
        const double left = textLeft() + xOf(shown, span.begin - bytes.begin);
        const double right = textLeft() + xOf(shown, std::min(span.end, bytes.end) - bytes.begin);
        return std::pair(left, std::max(right, left + 2 * waveLength));
    };
    std::size_t drawn = 0;
    for (const PayloadMark &mark : m_marks.within(bytes.begin, bytes.end)) {
        const auto [left, right] = xs(mark.span);
        if (mark.approved || right < 0 || left > viewport()->width() || ++drawn > mostWaves)
            continue;
        painter.setPen(QPen(markColor(mark), 1));
        painter.drawPolyline(wave(left, right, bottom));
    }
    if (m_current && m_current->begin >= bytes.begin && m_rows->rowAt(m_current->begin) == number) {
        const double left = xs(*m_current).first;
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_theme.accent);
        painter.drawRect(QRectF(left - 1, y, 2, rowHeight()));
        painter.drawPolygon(QPolygonF{QPointF(left - 5, y), QPointF(left + 5, y), QPointF(left, y + 5)});
    }
    painter.restore();
}

void PayloadView::paintOverview(QPainter &painter) const
{
    if (m_rows->count() == 0)
        return;
    const QRect strip(viewport()->width() - overviewWidth, 0, overviewWidth, viewport()->height());
    painter.fillRect(strip, m_theme.surfaceRaised);
    const auto yOf = [&](std::size_t place) {
        const double share = static_cast<double>(m_rows->rowAt(place)) / static_cast<double>(m_rows->count());
        return static_cast<int>(share * (strip.height() - 3));
    };
    // The grave ones last: they are to be seen.
    for (const DiagnosticSeverity severity :
         {DiagnosticSeverity::Advice, DiagnosticSeverity::Wrong, DiagnosticSeverity::Rejected}) {
        for (const PayloadMark &mark : m_marks.all()) {
            if (mark.severity == severity && !mark.approved)
                painter.fillRect(QRect(strip.left() + 1, yOf(mark.span.begin), strip.width() - 2, 3),
                                 markColor(mark));
        }
    }
}

} // namespace sightglass
