// SPDX-License-Identifier: GPL-3.0-or-later
// What a TimePlot paints and exports: axes, the layer of columns, the overlay.
#include "widgets/chart/displaylist.h"
#include "widgets/plots/timeplot.h"

#include <QPaintEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace sightglass {

namespace {

constexpr int marksReach = 8; ///< logical pixels around the plot that marks may cover
constexpr double noteFontShare = 0.85;
constexpr double smallestWithNote = 120; ///< logical pixels of the widget's width
constexpr double lowestWithNote = 90;

} // namespace

void TimePlot::paintEvent(QPaintEvent *event)
{
    ensureLayout();
    m_isPaintedPlain = isPlain();
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
    if (!QRectF(plot).contains(dirty))
        paintAxes(painter, dirty);
    m_layer.paint(painter, plot.topLeft());
    if (m_showFocus) {
        painter.setPen(QPen(m_theme.accent, 1));
        painter.drawRect(plot.adjusted(0, 0, -1, -1));
    }
    paintOverlay(painter, dirty, event->region());
}

void TimePlot::paintAxes(QPainter &painter, const QRectF &dirty)
{
    QRegion margins(dirty.toAlignedRect());
    for (const QRect &rect : margins.subtracted(m_axes.plot()))
        painter.fillRect(rect, m_theme.surface);
    m_axes.paint(painter, m_theme, m_grid, dirty);
    if (m_eventMarks.empty())
        return;
    painter.save();
    painter.scale(ratio(), ratio());
    eventDrawing({}).paint(painter);
    painter.restore();
}

DisplayList TimePlot::eventDrawing(QPointF origin) const
{
    DisplayList list;
    const QRectF strip(m_axes.eventStrip());
    const QPointF start(strip.left() / ratio(), strip.bottom() / ratio() - eventSignHeight / 2);
    addEventMarks(list, m_eventMarks, origin + start, ratio(), m_theme);
    return list;
}

void TimePlot::addTo(DisplayList &list, QPointF origin)
{
    ensureLayout();
    list.add(DisplayList::Fill{QRectF(origin, QSizeF(size())), m_theme.surface});
    if (m_axes.plot().isEmpty() || !m_layer.valid())
        return;
    const QRectF area = plotRect().translated(origin);
    addLayer(list, area);
    m_annotations.addTo(list, m_grid, area, m_theme, ratio());
    m_axes.addTo(list, m_theme, m_grid, origin);
    const DisplayList events = eventDrawing(origin);
    for (const DisplayList::Item &item : events.items())
        list.add(item);
    addMessage(list, area);
    if (const QRectF box = noteBox(); !box.isEmpty())
        list.add(DisplayList::Text{box.translated(area.topLeft()), note(), noteFont(), m_theme.textMuted,
                                   Qt::AlignRight | Qt::AlignTop});
}

/// Line by line: what is wider than the plot is not cut off by anything.
void TimePlot::addMessage(DisplayList &list, const QRectF &area) const
{
    if (m_message.isEmpty())
        return;
    const QFontMetricsF metrics(font());
    QStringList lines;
    for (const QString &paragraph : m_message.split(u'\n')) {
        QString line;
        for (const QString &word : paragraph.split(u' ')) {
            const QString longer = line.isEmpty() ? word : line + u' ' + word;
            if (!line.isEmpty() && metrics.horizontalAdvance(longer) > area.width()) {
                lines << line;
                line = word;
            } else {
                line = longer;
            }
        }
        lines << line;
    }
    double widest = 0;
    for (const QString &line : lines)
        widest = std::max(widest, std::min(metrics.horizontalAdvance(line), area.width()));
    QRectF behind(0, 0, widest, metrics.height() * static_cast<double>(lines.size()));
    behind.moveCenter(area.center());
    list.add(DisplayList::Fill{behind.adjusted(-8, -4, 8, 4) & area, m_theme.surface});
    double top = area.center().y() - metrics.height() * static_cast<double>(lines.size()) / 2;
    for (const QString &line : lines) {
        const QRectF box(area.left(), top, area.width(), metrics.height());
        list.add(DisplayList::Text{box, metrics.elidedText(line, Qt::ElideRight, area.width()), font(),
                                   m_theme.textMuted, Qt::AlignCenter});
        top += metrics.height();
    }
}

void TimePlot::addLayer(DisplayList &list, const QRectF &area) const
{
    list.add(DisplayList::Picture{area, m_layer.image()});
}

void TimePlot::paintOverlay(QPainter &painter, const QRectF &dirty, const QRegion &painted)
{
    const QRect plot = m_axes.plot();
    painter.setClipRect(plot.adjusted(-marksReach, -marksReach, marksReach, marksReach));
    painter.translate(plot.topLeft());
    const QRectF touched = dirty.translated(-plot.topLeft());
    m_annotations.paint(painter, m_grid, plot.height(), m_theme, ratio());
    if (!m_message.isEmpty())
        paintMessage(painter);
    paintResolution(painter, touched);
    const PanelExemplar *exemplar = readExemplar();
    m_exemplars.paint(painter, m_theme, touched, exemplar);
    if (m_drag && m_drag->moved() && m_drag->kind() == PlotDrag::Kind::Brush)
        paintBrush(painter);
    if (!m_crosshair)
        return;
    const auto x = static_cast<int>(m_grid.columnOf(*m_crosshair) - m_grid.first);
    if (x < 0 || x >= plot.width())
        return;
    const int thickness = std::max(1, static_cast<int>(ratio()));
    painter.fillRect(QRect(x - thickness / 2, 0, thickness, plot.height()), m_theme.crosshair);
    if (exemplar == nullptr)
        keepMarks(paintMarks(painter, readPlace().value_or(Place{*m_crosshair, -1})), painted);
}

/// Marks of samples that lie further from the crosshair than it was expected are painted as a whole, and go
/// with it.
void TimePlot::keepMarks(const QRectF &covered, const QRegion &painted)
{
    const QPointF corner = m_axes.plot().topLeft();
    const QRectF all = covered.translated(corner);
    const QRect marks = QRectF(all.topLeft() / ratio(), all.size() / ratio()).toAlignedRect() & rect();
    const bool isNew = marks != m_marks;
    m_marks = marks;
    if (isNew && !QRegion(marks).subtracted(painted).isEmpty())
        update(marks);
}

void TimePlot::paintMessage(QPainter &painter) const
{
    painter.save();
    painter.scale(ratio(), ratio());
    const QRectF area({}, plotRect().size());
    const int flags = Qt::AlignCenter | Qt::TextWordWrap;
    painter.fillRect(painter.boundingRect(area, flags, m_message).adjusted(-8, -4, 8, 4), m_theme.surface);
    painter.setPen(m_theme.textMuted);
    painter.drawText(area, flags, m_message);
    painter.restore();
}

QFont TimePlot::noteFont() const
{
    QFont small = font();
    small.setPointSizeF(small.pointSizeF() * noteFontShare);
    return small;
}

/// What the note of the resolution needs above the plot, so that it covers nothing; 0 where nothing is to be
/// said.
double TimePlot::noteHeight() const
{
    const bool hasRoom = width() >= smallestWithNote && height() >= lowestWithNote;
    return isCoarse() && m_message.isEmpty() && hasRoom ? std::ceil(QFontMetricsF(noteFont()).height()) : 0;
}

/// In full, or in short where that has no room.
QString TimePlot::note() const
{
    const QString whole = resolution();
    const bool fits = noteWidth(whole) <= plotRect().width() || !m_hasData;
    return fits ? whole : shortResolutionText(m_stepMs, m_source, m_detail);
}

double TimePlot::noteWidth(const QString &text) const
{
    return std::ceil(QFontMetricsF(noteFont()).horizontalAdvance(text)) + 1;
}

/// In logical pixels from the plot's corner: above it at the right. Empty where nothing is to be said or
/// there is no room.
QRectF TimePlot::noteBox() const
{
    if (noteHeight() <= 0) // first: texts take long to measure
        return {};
    const double needed = noteWidth(note());
    const QRectF plot = plotRect();
    if (needed > plot.width())
        return {};
    return {plot.width() - needed, -plot.top(), needed, QFontMetricsF(noteFont()).height()};
}

void TimePlot::paintResolution(QPainter &painter, const QRectF &dirty) const
{
    const QRectF box = noteBox();
    if (box.isEmpty() || !dirty.intersects({box.topLeft() * ratio(), box.size() * ratio()}))
        return;
    painter.save();
    painter.setClipping(false);
    painter.scale(ratio(), ratio());
    painter.setFont(noteFont());
    painter.setPen(m_theme.textMuted);
    painter.drawText(box, Qt::AlignRight | Qt::AlignTop, note());
    painter.restore();
}

void TimePlot::paintBrush(QPainter &painter) const
{
    QColor fill = m_theme.accent;
    fill.setAlphaF(0.18F);
    const double left = std::round(m_drag->left());
    const double right = std::round(m_drag->right());
    const int height = m_axes.plot().height();
    painter.fillRect(QRectF(left, 0, right - left, height), fill);
    const double edge = std::max(1.0, std::floor(ratio()));
    painter.fillRect(QRectF(left, 0, edge, height), m_theme.accent);
    painter.fillRect(QRectF(right - edge, 0, edge, height), m_theme.accent);
}

} // namespace sightglass
