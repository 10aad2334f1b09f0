// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/categories/slotchart.h"

#include <QEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

namespace sightglass {

SlotChart::SlotChart(const TooltipOptions &tooltip, const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_tip(*this, [this] { read(std::nullopt, {}); })
{
    m_tip.setMostSize(tooltip.maxWidth, tooltip.maxHeight);
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_OpaquePaintEvent);
}

SlotChart::~SlotChart() = default;

void SlotChart::setTheme(const Theme &theme)
{
    m_theme = theme;
    m_dirty = true;
    update();
}

void SlotChart::changeContent(std::size_t slotCount)
{
    m_slots = slotCount;
    m_dirty = true;
    if (m_read && m_read->slot >= m_slots)
        read(std::nullopt, {});
    update();
}

void SlotChart::highlight(std::optional<std::size_t> series)
{
    if (series == m_lifted)
        return;
    m_lifted = series;
    update();
}

void SlotChart::ensureLayout()
{
    if (!m_dirty)
        return;
    m_dirty = false;
    layOut();
}

// ---- reading

Readout SlotChart::currentReadout() const
{
    return m_read && m_read->slot < m_slots ? readoutOf(*m_read) : Readout();
}

void SlotChart::read(std::optional<Place> place, QPoint at)
{
    if (place != m_read)
        update();
    m_read = place;
    const Readout readout = currentReadout();
    m_tip.show(at, readout, m_theme);
    if (place && place->byKey)
        setAccessibleDescription(spokenReadout(readout));
}

void SlotChart::mouseMoveEvent(QMouseEvent *event)
{
    ensureLayout();
    read(placeAt(event->position()), event->position().toPoint());
}

void SlotChart::leaveEvent(QEvent *event)
{
    read(std::nullopt, {});
    QWidget::leaveEvent(event);
}

std::optional<std::size_t> SlotChart::keyTarget(int key) const
{
    if (m_slots == 0)
        return std::nullopt;
    const std::size_t last = m_slots - 1;
    switch (key) {
    case Qt::Key_Right:
    case Qt::Key_Down:
        return m_read ? std::min(m_read->slot + 1, last) : 0;
    case Qt::Key_Left:
    case Qt::Key_Up:
        return m_read ? m_read->slot - (m_read->slot > 0 ? 1 : 0) : last;
    case Qt::Key_Home:
        return 0;
    case Qt::Key_End:
        return last;
    default:
        return std::nullopt;
    }
}

void SlotChart::keyPressEvent(QKeyEvent *event)
{
    ensureLayout();
    if (event->key() == Qt::Key_Escape && m_read)
        return read(std::nullopt, {});
    const auto target = keyTarget(event->key());
    if (!target)
        return QWidget::keyPressEvent(event);
    read(Place{*target, std::nullopt, true}, slotRect(*target).center().toPoint());
}

void SlotChart::focusInEvent(QFocusEvent *event)
{
    update();
    QWidget::focusInEvent(event);
}

void SlotChart::focusOutEvent(QFocusEvent *event)
{
    if (m_read && m_read->byKey)
        read(std::nullopt, {});
    update();
    QWidget::focusOutEvent(event);
}

void SlotChart::hideEvent(QHideEvent *event)
{
    read(std::nullopt, {});
    QWidget::hideEvent(event);
}

// ---- painting

void SlotChart::resizeEvent(QResizeEvent *event)
{
    m_dirty = true;
    QWidget::resizeEvent(event);
}

void SlotChart::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        m_dirty = true;
}

void SlotChart::paintPlace(QPainter &painter, const Place &place) const
{
    QColor light = m_theme.text;
    light.setAlphaF(0.09F);
    painter.fillRect(slotRect(place.slot), light);
}

void SlotChart::paintHighlight(QPainter &painter) const
{
    if (m_lifted) {
        QColor veil = m_theme.surface;
        veil.setAlphaF(0.6F);
        for (const QRectF &mark : otherMarks(*m_lifted))
            painter.fillRect(mark, veil);
    }
    if (m_read && m_read->slot < m_slots)
        paintPlace(painter, *m_read);
}

void SlotChart::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    ensureLayout();
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.surface);
    drawing().paint(painter);
    paintHighlight(painter);
    if (!hasFocus() || m_read)
        return;
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setPen(QPen(m_theme.accent, 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

void SlotChart::exportTo(QPainter &painter)
{
    ensureLayout();
    painter.fillRect(rect(), m_theme.surface);
    drawing().paint(painter);
}

} // namespace sightglass
