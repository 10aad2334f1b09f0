// SPDX-License-Identifier: GPL-3.0-or-later
// What pointer, wheel and keys do to a TimePlot.
#include "model/presentation/displaytext.h"
#include "widgets/plots/timeplot.h"

#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QScrollArea>
#include <QScrollBar>
#include <QWheelEvent>

#include <algorithm>

namespace sightglass {

namespace {

constexpr double dragThreshold = 4; ///< logical pixels: less is a click
constexpr int leap = 10;            ///< steps of the keyboard's crosshair
constexpr int longestLinkText = 80;

} // namespace

bool TimePlot::event(QEvent *event)
{
    switch (event->type()) {
    case QEvent::FontChange:
    case QEvent::StyleChange:
    case QEvent::ScreenChangeInternal:
        invalidate();
        break;
    case QEvent::ShortcutOverride: {
        // What leads back leads back here, whatever the window has these keys for.
        const auto *key = static_cast<QKeyEvent *>(event);
        const PlotKey meaning = plotKey(key->key(), key->modifiers());
        if (meaning != PlotKey::None && (meaning != PlotKey::Leave || m_drag || m_keyboardAt)) {
            event->accept();
            return true;
        }
        break;
    }
    default:
        break;
    }
    return QWidget::event(event);
}

void TimePlot::resizeEvent(QResizeEvent *event)
{
    m_stale = Stale::All;
    QWidget::resizeEvent(event);
}

// ---- pointer

void TimePlot::mousePressEvent(QMouseEvent *event)
{
    const bool left = event->button() == Qt::LeftButton;
    if (m_drag || (!left && event->button() != Qt::MiddleButton) || !plotRect().contains(event->position())) {
        QWidget::mousePressEvent(event);
        return;
    }
    const bool pans = !left || event->modifiers().testFlag(Qt::ShiftModifier);
    m_drag.emplace(pans ? PlotDrag::Kind::Pan : PlotDrag::Kind::Brush, toPlotX(event->position().x()),
                   m_range, m_grid);
    updateCursor();
}

void TimePlot::mouseMoveEvent(QMouseEvent *event)
{
    if (m_drag) {
        const bool pans = m_drag->kind() == PlotDrag::Kind::Pan;
        // A brush ends at the plot's edges, a plot can be dragged beyond them.
        const double x = event->position().x() * ratio() - m_axes.plot().left();
        m_drag->moveTo(pans ? x : toPlotX(event->position().x()), dragThreshold * ratio());
        if (m_drag->moved() && pans)
            emit rangeMoved(m_drag->panned());
        else if (m_drag->moved())
            update(plotRect().toAlignedRect());
    }
    m_keyboardAt.reset();
    deselectExemplar();
    readAt(event->position());
}

void TimePlot::mouseReleaseEvent(QMouseEvent *event)
{
    const bool ends = m_drag && (event->buttons() & (Qt::LeftButton | Qt::MiddleButton)) == 0;
    const bool isClick = ends && event->button() == Qt::LeftButton && !m_drag->moved();
    if (ends)
        finishDrag();
    readAt(event->position());
    if (isClick && !copyExemplar())
        offerLinks(event->globalPosition().toPoint());
}

bool TimePlot::offerLinks(QPoint global)
{
    const auto place = readPlace();
    const std::vector<FilledLink> links =
        place && m_layer.valid() ? linksAt(*place) : std::vector<FilledLink>();
    if (links.empty())
        return false;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setObjectName(QStringLiteral("seriesLinks"));
    menu->setToolTipsVisible(true);
    for (const FilledLink &link : links) {
        const QString address = displayText(std::string_view(link.url), longestLinkText);
        QString title = displayText(std::string_view(link.title), longestLinkText);
        title = title.isEmpty() ? address : title;
        QAction *action = menu->addAction(title.replace(u'&', QStringLiteral("&&")));
        action->setToolTip(plainToolTip(address));
        connect(action, &QAction::triggered, this, [this, url = QString::fromStdString(link.url)] {
            emit linkRequested(QUrl(url, QUrl::StrictMode));
        });
    }
    menu->popup(global);
    return true;
}

void TimePlot::finishDrag()
{
    const PlotDrag drag = *m_drag;
    m_drag.reset();
    updateCursor();
    update();
    const auto range = drag.kind() == PlotDrag::Kind::Brush ? drag.brushed() : std::nullopt;
    if (range)
        emit rangeRequested(*range);
}

void TimePlot::updateCursor()
{
    const bool grabs = m_drag && m_drag->kind() == PlotDrag::Kind::Pan;
    setCursor(grabs ? Qt::ClosedHandCursor : Qt::CrossCursor);
}

void TimePlot::mouseDoubleClickEvent(QMouseEvent *event)
{
    m_drag.reset();
    // Twice on a diamond is an eager click.
    if (event->button() == Qt::LeftButton && exemplarAt(event->position()) == nullptr)
        emit zoomOutRequested();
}

/// The plain wheel scrolls what can be scrolled, as everywhere else. Where nothing can, or the user has gone
/// to this plot, it zooms.
bool TimePlot::plainWheelZooms() const
{
    if (hasFocus())
        return true;
    for (QWidget *above = parentWidget(); above != nullptr; above = above->parentWidget()) {
        const auto *area = qobject_cast<QAbstractScrollArea *>(above);
        const QScrollBar *bar = area != nullptr ? area->verticalScrollBar() : nullptr;
        if (bar != nullptr && bar->maximum() > bar->minimum())
            return false;
    }
    return true;
}

void TimePlot::wheelEvent(QWheelEvent *event)
{
    const bool inside = plotRect().contains(event->position());
    const WheelTurn turn =
        inside ? wheelTurn(event->angleDelta(), event->modifiers(), plainWheelZooms()) : WheelTurn{};
    if (turn.isNothing()) {
        event->ignore();
        return;
    }
    event->accept();
    if (turn.pan != 0)
        emit rangeMoved(panned(m_range, turn.pan));
    else
        zoomBy(turn.zoom, placeAt(event->position()).at);
}

void TimePlot::zoomBy(double factor, TimestampMs around)
{
    emit rangeMoved(zoomed(m_range, factor, around));
}

void TimePlot::leaveEvent(QEvent *event)
{
    readAt(std::nullopt);
    QWidget::leaveEvent(event);
}

// ---- keys

void TimePlot::moveKeyboardCrosshair(int steps)
{
    const std::int64_t pace = std::max<std::int64_t>(m_stepMs, m_grid.bucketUs / 1000);
    const TimestampMs end = std::min(m_range.to, m_dataRange.to);
    const TimestampMs start = m_keyboardAt.value_or(m_crosshair.value_or(end));
    // Data of a range lie at whole steps.
    const TimestampMs onStep = pace == m_stepMs ? start / pace * pace : start;
    setKeyboardCrosshair(onStep + steps * pace);
}

void TimePlot::setKeyboardCrosshair(TimestampMs at)
{
    m_pointer.reset();
    deselectExemplar();
    m_keyboardAt = std::clamp(at, m_range.from, m_range.to);
    readAt(std::nullopt);
}

bool TimePlot::navigate(PlotKey key)
{
    const TimestampMs centre = m_crosshair.value_or(m_range.from + m_range.lengthMs() / 2);
    switch (key) {
    case PlotKey::None:
        return false;
    case PlotKey::Earlier:
    case PlotKey::Later:
        moveKeyboardCrosshair(key == PlotKey::Earlier ? -1 : 1);
        break;
    case PlotKey::LeapEarlier:
    case PlotKey::LeapLater:
        moveKeyboardCrosshair(key == PlotKey::LeapEarlier ? -leap : leap);
        break;
    case PlotKey::First:
        setKeyboardCrosshair(std::max(m_range.from, m_dataRange.from));
        break;
    case PlotKey::Last:
        setKeyboardCrosshair(std::min(m_range.to, m_dataRange.to));
        break;
    case PlotKey::PanEarlier:
    case PlotKey::PanLater:
        emit rangeMoved(panned(m_range, key == PlotKey::PanEarlier ? -keyPanShare : keyPanShare));
        break;
    case PlotKey::ZoomIn:
    case PlotKey::ZoomOut:
        zoomBy(key == PlotKey::ZoomIn ? zoomInFactor : 1 / zoomInFactor, centre);
        break;
    case PlotKey::Back:
        emit zoomOutRequested();
        break;
    case PlotKey::Forward:
        emit zoomInAgainRequested();
        break;
    case PlotKey::Leave:
        if (!m_drag && !m_keyboardAt)
            return false;
        leave();
        break;
    }
    return true;
}

void TimePlot::leave()
{
    m_drag.reset();
    m_keyboardAt.reset();
    deselectExemplar();
    updateCursor();
    update();
    readAt(std::nullopt);
    describe();
}

void TimePlot::keyPressEvent(QKeyEvent *event)
{
    if (!exemplarKey(event) && !navigate(plotKey(event->key(), event->modifiers())))
        QWidget::keyPressEvent(event);
}

// ---- coming and going

void TimePlot::focusInEvent(QFocusEvent *event)
{
    // A click needs no ring: the pointer is there.
    m_showFocus = event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason;
    update();
    QWidget::focusInEvent(event);
}

void TimePlot::focusOutEvent(QFocusEvent *event)
{
    m_showFocus = false;
    m_keyboardAt.reset();
    deselectExemplar();
    readAt(m_pointer);
    describe();
    update();
    QWidget::focusOutEvent(event);
}

void TimePlot::hideEvent(QHideEvent *event)
{
    // Nothing is laid out: what is drawn may be going already.
    m_drag.reset();
    m_keyboardAt.reset();
    m_pointer.reset();
    deselectExemplar();
    highlightExemplar();
    if (m_crosshair) {
        updateCrosshair(std::nullopt);
        emit hovered(std::nullopt);
    }
    updateTip();
    QWidget::hideEvent(event);
}

} // namespace sightglass
