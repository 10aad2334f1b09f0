// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plots/timeplot.h"

#include "widgets/chart/displaylist.h"
#include "widgets/panelkit/readouttip.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPaintEvent>
#include <QPainter>
#include <QTimeZone>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace sightglass {

namespace {

constexpr double brushThreshold = 4; ///< logical pixels: less is a click
constexpr double axisFontShare = 0.9;
constexpr double wheelZoom = 0.8;
constexpr int eventReach = 7; ///< logical pixels: one mark for each of them, and the pointer's reach
constexpr int marksReach = 8; ///< logical pixels around the crosshair that marks may cover
constexpr std::int64_t shortestRangeMs = 10;

} // namespace

TimePlot::TimePlot(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setMouseTracking(true);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::CrossCursor);
}

TimePlot::~TimePlot()
{
    delete m_tip;
}

void TimePlot::setTheme(const Theme &theme)
{
    m_theme = theme;
    if (m_tip)
        m_tip->setTheme(theme);
    invalidate();
}

void TimePlot::invalidate()
{
    m_layer.invalidate();
    m_dirty = true;
    update();
}

void TimePlot::setRange(TimeRange range, std::int64_t stepMs)
{
    m_range = range;
    m_stepMs = std::max<std::int64_t>(stepMs, 1);
    m_dirty = true;
    update();
    if (isVisible() && (m_pointer || m_keyboardAt)) {
        ensureLayout();
        readAt(m_pointer);
    }
}

void TimePlot::ensureLayout()
{
    if (!m_dirty)
        return;
    m_dirty = false;
    QFont axisFont = font();
    axisFont.setPointSizeF(axisFont.pointSizeF() * axisFontShare);
    const QSize size(static_cast<int>(std::lround(width() * ratio())),
                     static_cast<int>(std::lround(height() * ratio())));
    m_axes.setFrame({size, ratio(), axisFont});
    m_axes.setEventStrip(m_eventSource ? eventStripHeight : 0);
    m_axes.setValueAxes(valueAxes(m_axes.plotHeight()));
    const QRect plot = m_axes.plot();
    if (plot.isEmpty())
        return;
    m_grid = ColumnGrid::covering(m_range, plot.width());
    m_axes.setTime(m_grid, {m_grid.timeAt(0), m_range.to}, QTimeZone::systemTimeZone());
    drawLayer(m_layer, m_axes);
    m_eventMarks = m_eventSource ? layOutEvents(m_eventSource->events, m_grid,
                                                std::max(1, static_cast<int>(eventReach * ratio())))
                                 : std::vector<EventMark>();
    layOutExemplars();
}

void TimePlot::setEvents(const PanelDataPtr &answer)
{
    m_eventSource = answer->events.empty() ? nullptr : answer;
}

std::vector<std::size_t> TimePlot::eventsAt(QPointF position) const
{
    const QRect strip = m_axes.eventStrip();
    const double y = position.y() * ratio();
    if (strip.isEmpty() || y < strip.top() - eventReach * ratio() ||
        y > strip.bottom() + eventReach * ratio())
        return {};
    const EventMark *mark =
        eventMarkAt(m_eventMarks, position.x() * ratio() - strip.left(), eventReach * ratio());
    return mark != nullptr ? mark->events : std::vector<std::size_t>();
}

DisplayList TimePlot::eventDrawing(QPointF origin) const
{
    DisplayList list;
    const QRectF strip(m_axes.eventStrip());
    addEventMarks(list, m_eventMarks, origin + QPointF(strip.left(), strip.center().y()) / ratio(), ratio(),
                  m_theme);
    return list;
}

QRectF TimePlot::plotRect() const
{
    const QRect plot = m_axes.plot();
    return {plot.x() / ratio(), plot.y() / ratio(), plot.width() / ratio(), plot.height() / ratio()};
}

// ---- painting

void TimePlot::paintEvent(QPaintEvent *event)
{
    ensureLayout();
    QPainter painter(this);
    // From here on the unit is one device pixel.
    painter.scale(1 / ratio(), 1 / ratio());
    const QRect plot = m_axes.plot();
    const QRectF dirty(event->rect().x() * ratio(), event->rect().y() * ratio(),
                       event->rect().width() * ratio(), event->rect().height() * ratio());
    if (plot.isEmpty() || !m_layer.valid()) {
        painter.fillRect(dirty, m_theme.surface);
        return;
    }
    if (!QRectF(plot).contains(dirty)) {
        QRegion margins(dirty.toAlignedRect());
        for (const QRect &rect : margins.subtracted(plot))
            painter.fillRect(rect, m_theme.surface);
        m_axes.paint(painter, m_theme, m_grid);
        painter.save();
        painter.scale(ratio(), ratio());
        eventDrawing({}).paint(painter);
        painter.restore();
    }
    m_layer.paint(painter, plot.topLeft());
    if (m_showFocus) {
        painter.setPen(QPen(m_theme.accent, 1));
        painter.drawRect(plot.adjusted(0, 0, -1, -1));
    }
    paintOverlay(painter, dirty);
}

void TimePlot::addTo(DisplayList &list, QPointF origin)
{
    ensureLayout();
    list.add(DisplayList::Fill{QRectF(origin, QSizeF(size())), m_theme.surface});
    if (m_axes.plot().isEmpty() || !m_layer.valid())
        return;
    const QRectF area = plotRect().translated(origin);
    addLayer(list, area);
    m_axes.addTo(list, m_theme, m_grid, origin);
    for (const DisplayList::Item &item : eventDrawing(origin).items())
        list.add(item);
    if (!m_message.isEmpty())
        list.add(DisplayList::Text{area, m_message, font(), m_theme.textMuted, Qt::AlignCenter});
}

void TimePlot::addLayer(DisplayList &list, const QRectF &area) const
{
    list.add(DisplayList::Picture{area, m_layer.image()});
}

void TimePlot::paintOverlay(QPainter &painter, const QRectF &dirty)
{
    const QRect plot = m_axes.plot();
    painter.setClipRect(plot.adjusted(-marksReach, -marksReach, marksReach, marksReach));
    painter.translate(plot.topLeft());
    if (!m_message.isEmpty()) {
        painter.save();
        painter.scale(ratio(), ratio());
        const QRectF area(0, 0, plot.width() / ratio(), plot.height() / ratio());
        const int flags = Qt::AlignCenter | Qt::TextWordWrap;
        painter.fillRect(painter.boundingRect(area, flags, m_message).adjusted(-8, -4, 8, 4),
                         m_theme.surface);
        painter.setPen(m_theme.textMuted);
        painter.drawText(area, flags, m_message);
        painter.restore();
    }
    const PanelExemplar *exemplar = readExemplar();
    m_exemplars.paint(painter, m_theme, dirty.translated(-plot.topLeft()), exemplar);
    if (m_brush && m_brush->moved)
        paintBrush(painter);
    if (!m_crosshair)
        return;
    const auto x = static_cast<int>(m_grid.columnOf(*m_crosshair) - m_grid.first);
    if (x < 0 || x >= plot.width())
        return;
    const int thickness = std::max(1, static_cast<int>(ratio()));
    painter.fillRect(QRect(x - thickness / 2, 0, thickness, plot.height()), m_theme.crosshair);
    if (exemplar == nullptr)
        paintMarks(painter, readPlace().value_or(Place{*m_crosshair, -1}));
}

void TimePlot::paintBrush(QPainter &painter) const
{
    QColor fill = m_theme.accent;
    fill.setAlphaF(0.18F);
    const double left = std::round(std::min(m_brush->from, m_brush->to));
    const double right = std::round(std::max(m_brush->from, m_brush->to));
    const int height = m_axes.plot().height();
    painter.fillRect(QRectF(left, 0, right - left, height), fill);
    const double edge = std::max(1.0, std::floor(ratio()));
    painter.fillRect(QRectF(left, 0, edge, height), m_theme.accent);
    painter.fillRect(QRectF(right - edge, 0, edge, height), m_theme.accent);
}

QRect TimePlot::crosshairRect() const
{
    if (!m_crosshair)
        return {};
    const QRectF plot = plotRect();
    const double x = plot.left() + m_grid.xOf(*m_crosshair) / ratio();
    return QRectF(x - marksReach, plot.top() - marksReach, 2 * marksReach, plot.height() + 2 * marksReach)
        .intersected(QRectF(rect()))
        .toAlignedRect();
}

// ---- reading

double TimePlot::toPlotX(double widgetX) const
{
    return std::clamp(widgetX * ratio() - m_axes.plot().left(), 0.0, static_cast<double>(m_grid.count));
}

TimePlot::Place TimePlot::placeAt(QPointF position) const
{
    const QRect plot = m_axes.plot();
    return {m_grid.timeAt(std::floor(toPlotX(position.x())) + 0.5),
            std::clamp(position.y() * ratio() - plot.top(), 0.0, static_cast<double>(plot.height()))};
}

std::optional<TimePlot::Place> TimePlot::readPlace() const
{
    if (m_pointer)
        return placeAt(*m_pointer);
    if (m_keyboardAt)
        return Place{*m_keyboardAt, -1};
    return std::nullopt;
}

Readout TimePlot::currentReadout() const
{
    const auto place = readPlace();
    if (!place || !m_layer.valid())
        return {};
    if (const PanelExemplar *exemplar = readExemplar())
        return m_exemplars.readout(*exemplar, m_theme, m_copied);
    return readoutAt(*place);
}

void TimePlot::setCrosshair(std::optional<TimestampMs> at)
{
    if (!m_pointer && !m_keyboardAt)
        updateCrosshair(at);
}

void TimePlot::updateCrosshair(std::optional<TimestampMs> at)
{
    if (at == m_crosshair)
        return;
    const QRect before = crosshairRect();
    m_crosshair = at;
    update(before);
    update(crosshairRect());
}

void TimePlot::readAt(std::optional<QPointF> pointer)
{
    ensureLayout();
    const bool inside = pointer && plotRect().contains(*pointer);
    m_pointer = inside || (m_brush && pointer) ? pointer : std::nullopt;
    highlightExemplar();
    const auto place = readPlace();
    const auto at = place ? std::optional(place->at) : std::nullopt;
    if (at != m_crosshair || place) {
        const bool moved = at != m_crosshair;
        updateCrosshair(at);
        if (!moved)
            update(crosshairRect()); // the nearest series may be another one
        emit hovered(at);
    }
    updateTip();
}

void TimePlot::updateTip()
{
    const auto place = readPlace();
    const bool brushing = m_brush && m_brush->moved;
    const Readout readout = place && !brushing ? currentReadout() : Readout{};
    if (readout.empty()) {
        if (m_tip)
            m_tip->hide();
        return;
    }
    if (!m_tip || m_tip->parentWidget() != window()) {
        delete m_tip;
        m_tip = new ReadoutTip(window());
        m_tip->setTheme(m_theme);
        m_tip->follow(*this);
        connect(m_tip, &ReadoutTip::displaced, this, [this] { readAt(std::nullopt); });
    }
    const QRectF plot = plotRect();
    const QPointF local =
        m_pointer.value_or(QPointF(plot.left() + m_grid.xOf(place->at) / ratio(), plot.center().y()));
    m_tip->showAt(mapTo(window(), local.toPoint()), readout);
    if (m_keyboardAt) {
        QStringList spoken{readout.title};
        for (const ReadoutRow &row : readout.rows)
            spoken.append(row.name + u' ' + row.value);
        if (!readout.note.isEmpty())
            spoken.append(readout.note);
        setAccessibleDescription(spoken.join(QStringLiteral(", ")));
    }
}

// ---- input

bool TimePlot::event(QEvent *event)
{
    switch (event->type()) {
    case QEvent::FontChange:
    case QEvent::StyleChange:
    case QEvent::ScreenChangeInternal:
        invalidate();
        break;
    default:
        break;
    }
    return QWidget::event(event);
}

void TimePlot::resizeEvent(QResizeEvent *event)
{
    m_dirty = true;
    QWidget::resizeEvent(event);
}

void TimePlot::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || !plotRect().contains(event->position()))
        return;
    const double x = toPlotX(event->position().x());
    m_brush = Brush{x, x, false};
}

void TimePlot::mouseMoveEvent(QMouseEvent *event)
{
    if (m_brush) {
        m_brush->to = toPlotX(event->position().x());
        m_brush->moved = m_brush->moved || std::abs(m_brush->to - m_brush->from) > brushThreshold * ratio();
        if (m_brush->moved)
            update(plotRect().toAlignedRect());
    }
    m_keyboardAt.reset();
    deselectExemplar();
    readAt(event->position());
}

void TimePlot::mouseReleaseEvent(QMouseEvent *event)
{
    const bool isClick = event->button() == Qt::LeftButton && m_brush && !m_brush->moved;
    if (event->button() == Qt::LeftButton && m_brush)
        finishBrush();
    readAt(event->position());
    if (isClick)
        copyExemplar();
}

void TimePlot::finishBrush()
{
    const Brush brush = *m_brush;
    m_brush.reset();
    update();
    if (!brush.moved)
        return;
    const TimestampMs from = m_grid.timeAt(std::min(brush.from, brush.to));
    const TimestampMs to = m_grid.timeAt(std::max(brush.from, brush.to));
    if (to - from >= shortestRangeMs)
        emit rangeRequested({from, to});
}

void TimePlot::mouseDoubleClickEvent(QMouseEvent *event)
{
    m_brush.reset();
    // Twice on a diamond is an eager click.
    if (event->button() == Qt::LeftButton && exemplarAt(event->position()) == nullptr)
        emit zoomOutRequested();
}

void TimePlot::zoom(double factor, TimestampMs around)
{
    const double length =
        std::max(static_cast<double>(m_range.lengthMs()) * factor, static_cast<double>(shortestRangeMs));
    const double share = static_cast<double>(around - m_range.from) /
                         std::max<double>(static_cast<double>(m_range.lengthMs()), 1);
    const auto from = around - static_cast<std::int64_t>(std::llround(length * share));
    emit rangeRequested({from, from + static_cast<std::int64_t>(std::llround(length))});
}

void TimePlot::wheelEvent(QWheelEvent *event)
{
    // The plain wheel scrolls the dashboard, as everywhere else.
    const int delta = event->angleDelta().y();
    if (!event->modifiers().testFlag(Qt::ControlModifier) || delta == 0 ||
        !plotRect().contains(event->position())) {
        event->ignore();
        return;
    }
    zoom(std::pow(wheelZoom, delta / 120.0), placeAt(event->position()).at);
    event->accept();
}

void TimePlot::leaveEvent(QEvent *event)
{
    readAt(std::nullopt);
    QWidget::leaveEvent(event);
}

void TimePlot::moveKeyboardCrosshair(int steps)
{
    const TimestampMs start = m_keyboardAt.value_or(m_crosshair.value_or(m_range.to));
    const std::int64_t perColumn = std::max<std::int64_t>(m_stepMs, m_grid.bucketUs / 1000);
    m_pointer.reset();
    deselectExemplar();
    m_keyboardAt = std::clamp(start + steps * perColumn, m_range.from, m_range.to);
    readAt(std::nullopt);
}

void TimePlot::keyPressEvent(QKeyEvent *event)
{
    if (exemplarKey(event))
        return;
    const int pace = event->modifiers().testFlag(Qt::ShiftModifier) ? 10 : 1;
    const TimestampMs centre = m_crosshair.value_or(m_range.from + m_range.lengthMs() / 2);
    switch (event->key()) {
    case Qt::Key_Left:
        return moveKeyboardCrosshair(-pace);
    case Qt::Key_Right:
        return moveKeyboardCrosshair(pace);
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        return zoom(wheelZoom, centre);
    case Qt::Key_Minus:
        return zoom(1 / wheelZoom, centre);
    case Qt::Key_Backspace:
        return emit zoomOutRequested();
    case Qt::Key_Escape:
        if (!m_brush && !m_keyboardAt)
            break;
        m_brush.reset();
        m_keyboardAt.reset();
        deselectExemplar();
        return readAt(std::nullopt);
    default:
        break;
    }
    QWidget::keyPressEvent(event);
}

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
    update();
    QWidget::focusOutEvent(event);
}

void TimePlot::hideEvent(QHideEvent *event)
{
    m_brush.reset();
    m_keyboardAt.reset();
    readAt(std::nullopt);
    QWidget::hideEvent(event);
}

} // namespace sightglass
