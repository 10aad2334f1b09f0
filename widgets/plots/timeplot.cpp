// SPDX-License-Identifier: GPL-3.0-or-later
// TimePlot's state, layout and reading. What it paints is in timeplotpainting.cpp, what pointer and keys do
// in timeplotinput.cpp, exemplars in timeplotexemplars.cpp.
#include "widgets/plots/timeplot.h"

#include "widgets/panelkit/panelview.h"
#include "widgets/panelkit/readouttip.h"
#include "widgets/plots/accessibletimeplot.h"
#include "widgets/plots/plottexts.h"
#include "widgets/plots/zonerows.h"

#include <algorithm>
#include <cmath>

namespace sightglass {

namespace {

constexpr double axisFontShare = 0.9;
constexpr int eventReach = 7; ///< logical pixels: one mark for each of them, and the pointer's reach
constexpr int marksReach = 8; ///< logical pixels around the crosshair that marks may cover

} // namespace

TimePlot::TimePlot(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    makeTimePlotsAccessible();
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

void TimePlot::setTimeZone(const QTimeZone &zone)
{
    if (zone == m_zone)
        return;
    m_zone = zone;
    m_exemplars.setTimeZone(zone);
    m_stale = Stale::All;
    update();
    updateTip();
}

void TimePlot::setFurtherZones(const std::vector<QTimeZone> &zones)
{
    if (zones == m_furtherZones)
        return;
    m_furtherZones = zones;
    invalidate();
}

void TimePlot::invalidate()
{
    m_layer.invalidate();
    m_stale = Stale::All;
    update();
}

void TimePlot::markMoved()
{
    m_stale = std::max(m_stale, Stale::Time);
}

void TimePlot::setEvents(const PanelDataPtr &answer)
{
    m_eventSource = answer->events.empty() ? nullptr : answer;
    m_source = PlotSource::of(*answer);
}

void TimePlot::setRange(TimeRange range, std::int64_t stepMs)
{
    m_dataRange = range;
    m_range = m_shown.value_or(range);
    m_stepMs = std::max<std::int64_t>(stepMs, 1);
    m_hasData = true;
    m_stale = Stale::All;
    if (m_described != std::pair(m_stepMs, m_source))
        describe();
    m_described = {m_stepMs, m_source};
    updateChanged();
    if (isVisible() && (m_pointer || m_keyboardAt))
        readAt(m_pointer);
}

void TimePlot::setShownRange(TimeRange range)
{
    m_shown = range;
    if (range == m_range)
        return;
    m_range = range;
    const int columns = m_axes.plot().width();
    // The same columns are the same picture, whatever part of its first and last one is in the range.
    if (m_stale == Stale::Nothing && columns > 0 && gridFor(columns) == m_grid)
        return;
    markMoved();
    update(timeRect());
    if (!isVisible())
        return;
    if (m_pointer || m_keyboardAt)
        readAt(m_pointer);
}

std::int64_t TimePlot::columnUs() const
{
    return m_hasData && m_layer.valid() && isVisible() ? m_grid.bucketUs : 0;
}

/// A lone sample at the end of the range, or where that ends within its step, has room for its dot.
ColumnGrid TimePlot::gridFor(int columns) const
{
    constexpr double dotRoom = 5; // logical pixels
    TimeRange range = m_range;
    const auto room = static_cast<std::int64_t>(
        std::ceil(dotRoom * ratio() * static_cast<double>(range.lengthMs()) / std::max(columns, 1)));
    const std::int64_t near = std::max(m_stepMs, 2 * room);
    if (m_loneSample && std::abs(*m_loneSample - range.to) <= near)
        range.to = std::max(range.to, *m_loneSample) + room;
    return ColumnGrid::covering(range, columns);
}

void TimePlot::ensureLayout()
{
    if (m_stale == Stale::Nothing)
        return;
    if (m_stale == Stale::All) {
        QFont axisFont = font();
        axisFont.setPointSizeF(axisFont.pointSizeF() * axisFontShare);
        const QSize size(static_cast<int>(std::lround(width() * ratio())),
                         static_cast<int>(std::lround(height() * ratio())));
        m_axes.setFrame({size, ratio(), axisFont});
        m_axes.setEventStrip(m_eventSource ? eventStripHeight : 0);
        m_axes.setTopStrip(noteHeight());
        m_axes.setZones(zoneRows(m_zone, m_furtherZones, m_range.to));
        m_axes.setValueAxes(valueAxes(m_axes.plotHeight()));
    }
    m_stale = Stale::Nothing;
    const QRect plot = m_axes.plot();
    if (plot.isEmpty())
        return;
    m_grid = gridFor(plot.width());
    m_axes.setTime(m_grid);
    drawLayer(m_layer, m_axes);
    m_eventMarks = m_eventSource ? layOutEvents(m_eventSource->events, m_grid,
                                                std::max(1, static_cast<int>(eventReach * ratio())))
                                 : std::vector<EventMark>();
    layOutExemplars();
}

/// Whether the plot shows columns and nothing over them that depends on the data.
bool TimePlot::isPlain() const
{
    return isLayerAll() && m_message.isEmpty() && m_eventMarks.empty() && m_exemplars.marks().empty() &&
           m_exemplars.leftOut() == 0 && !m_crosshair && !m_drag && noteHeight() <= 0;
}

/// New data of a live plot mostly change a few columns at its ends: no more is painted then.
void TimePlot::updateChanged()
{
    if (!isVisible() || !m_isPaintedPlain || !m_layer.valid()) {
        update();
        return;
    }
    const ColumnGrid grid = m_grid;
    const std::uint64_t axes = m_axes.revision();
    ensureLayout();
    const bool isSame = grid == m_grid && axes == m_axes.revision() && isPlain();
    if (!isSame || !m_layer.changed()) {
        update();
        return;
    }
    for (const ColumnRange &range : *m_layer.changed())
        update(columnsRect(range));
}

QRect TimePlot::columnsRect(ColumnRange range) const
{
    const QRectF plot = plotRect();
    const auto x = [&](std::int64_t column) {
        return plot.left() + static_cast<double>(column - m_grid.first) / ratio();
    };
    return QRectF(x(range.from), plot.top(), x(range.to) - x(range.from), plot.height()).toAlignedRect();
}

QRectF TimePlot::plotRect() const
{
    const QRect plot = m_axes.plot();
    return {plot.x() / ratio(), plot.y() / ratio(), plot.width() / ratio(), plot.height() / ratio()};
}

QRect TimePlot::timeRect() const
{
    const QRectF plot = plotRect();
    return QRectF(0, plot.top() - marksReach, width(), height() - plot.top() + marksReach).toAlignedRect();
}

QString TimePlot::resolution() const
{
    return m_hasData ? resolutionText(m_stepMs, m_source, m_detail) : QString();
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

QRectF TimePlot::readRect() const
{
    const QRectF strip(m_axes.eventStrip());
    return plotRect().adjusted(0, 0, 0, strip.isEmpty() ? 0 : strip.height() / ratio() + 1);
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
    return mark != nullptr ? eventsOf(*mark, placeAt(position).at) : std::vector<std::size_t>();
}

/// Of what lasts, what does so at that time; where a hole of several targets is uneven, all that are near.
std::vector<std::size_t> TimePlot::eventsOf(const EventMark &mark, TimestampMs at) const
{
    std::vector<std::size_t> events = mark.events;
    std::erase_if(events, [&](std::size_t index) {
        const PanelEvent &event = m_eventSource->events[index];
        return mark.isSpan() && (at < event.since || at > event.t);
    });
    return events.empty() ? mark.events : events;
}

QStringList TimePlot::remarksAt(const Place &place) const
{
    const EventMark *mark =
        m_eventSource ? eventMarkAt(m_eventMarks, m_grid.xOf(place.at), eventReach * ratio()) : nullptr;
    const QStringList annotated = m_annotations.textsAt(place.at, m_grid, eventReach * ratio(), m_zone);
    return annotated + (mark != nullptr ? eventTexts(m_eventSource->events, eventsOf(*mark, place.at), m_zone)
                                        : QStringList());
}

Readout TimePlot::currentReadout() const
{
    const auto place = readPlace();
    if (!place || !m_layer.valid())
        return {};
    if (const PanelExemplar *exemplar = readExemplar())
        return m_exemplars.readout(*exemplar, m_theme, m_copied);
    Readout readout = readoutAt(*place);
    readout.remarks = remarksAt(*place) + readout.remarks;
    if (readout.empty())
        return readout;
    if (readout.title.isEmpty())
        readout.title = timeText(place->at, m_stepMs, m_zone);
    readout.note += (readout.note.isEmpty() ? QString() : QStringLiteral(" · ")) + resolution();
    if (!linksAt(*place).empty())
        readout.note += QStringLiteral(" · ") + tr("click: links");
    return readout;
}

std::vector<FilledLink> TimePlot::linksAt(const Place &place) const
{
    Q_UNUSED(place)
    return {};
}

void TimePlot::setAnnotations(const AnnotationMarksPtr &marks)
{
    m_annotations.setMarks(marks);
    update();
}

void TimePlot::setCrosshair(std::optional<TimestampMs> at)
{
    const bool reads = m_pointer || m_keyboardAt;
    if (m_drag || (reads && !at))
        return;
    if (reads) {
        // There is one crosshair, and it is where the user last put it: not below a pointer that rests here.
        m_pointer.reset();
        m_keyboardAt.reset();
        deselectExemplar();
        describe();
        updateTip();
    }
    updateCrosshair(at);
}

void TimePlot::setSharedReadout(std::optional<TimestampMs> at)
{
    if (m_pointer || m_keyboardAt || m_drag)
        return;
    ensureLayout();
    const bool isSeen = at && isVisible() && !visibleRegion().isEmpty() && m_range.from <= *at &&
                        *at <= m_range.to && m_layer.valid();
    const Readout readout = isSeen ? readoutAt({*at, -1}) : Readout();
    if (!readout.empty())
        placeTip(readout, {*at, -1});
    else if (m_tip)
        m_tip->hide();
}

QRect TimePlot::crosshairRect() const
{
    if (!m_crosshair)
        return {};
    const QRectF plot = plotRect();
    const double x = plot.left() + m_grid.xOf(*m_crosshair) / ratio();
    return QRectF(x - marksReach, plot.top() - marksReach, 2 * marksReach, plot.height() + 2 * marksReach)
               .intersected(QRectF(rect()))
               .toAlignedRect() |
           m_marks;
}

void TimePlot::updateCrosshair(std::optional<TimestampMs> at)
{
    if (at == m_crosshair)
        return;
    const QRect before = crosshairRect();
    m_crosshair = at;
    m_marks = {};
    update(before);
    update(crosshairRect());
}

void TimePlot::readAt(std::optional<QPointF> pointer)
{
    ensureLayout();
    const bool inside = pointer && readRect().contains(*pointer);
    m_pointer = inside || (m_drag && pointer) ? pointer : std::nullopt;
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
    const bool dragging = m_drag && m_drag->moved();
    const Readout readout = place && !dragging ? currentReadout() : Readout{};
    if (m_keyboardAt)
        announce(readout);
    if (!readout.empty())
        placeTip(readout, *place);
    else if (m_tip)
        m_tip->hide();
}

void TimePlot::placeTip(const Readout &readout, const Place &place)
{
    if (!m_tip || m_tip->parentWidget() != window()) {
        delete m_tip;
        m_tip = new ReadoutTip(window());
        m_tip->setTheme(m_theme);
        m_tip->follow(*this);
        connect(m_tip, &ReadoutTip::displaced, this, [this] { readAt(std::nullopt); });
    }
    const QRectF plot = plotRect();
    const QPointF local =
        m_pointer.value_or(QPointF(plot.left() + m_grid.xOf(place.at) / ratio(), plot.center().y()));
    m_tip->setMostSize(m_tooltipSize.maxWidth, m_tooltipSize.maxHeight);
    m_tip->showAt(mapTo(window(), local.toPoint()), readout);
}

void TimePlot::announce(const Readout &readout)
{
    setAccessibleDescription(spokenText(readout));
    QAccessibleValueChangeEvent event(this, readout.number ? QVariant(*readout.number)
                                                           : QVariant(spokenText(readout)));
    QAccessible::updateAccessibility(&event);
}

void TimePlot::describe()
{
    if (!m_keyboardAt)
        setAccessibleDescription(resolution());
}

void joinPlot(const TimePlot &plot, const PanelView &panel)
{
    QObject::connect(&plot, &TimePlot::hovered, &panel, &PanelView::hovered);
    QObject::connect(&plot, &TimePlot::rangeRequested, &panel, &PanelView::rangeRequested);
    QObject::connect(&plot, &TimePlot::rangeMoved, &panel, &PanelView::rangeMoved);
    QObject::connect(&plot, &TimePlot::zoomOutRequested, &panel, &PanelView::zoomOutRequested);
    QObject::connect(&plot, &TimePlot::zoomInAgainRequested, &panel, &PanelView::zoomInAgainRequested);
    QObject::connect(&plot, &TimePlot::linkRequested, &panel, &PanelView::linkRequested);
}

} // namespace sightglass
