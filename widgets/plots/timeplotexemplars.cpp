// SPDX-License-Identifier: GPL-3.0-or-later
// TimePlot's exemplars: the diamonds over the columns, their read-out, and what a click or a key does to
// them.
#include "widgets/plots/timeplot.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QMenu>

#include <limits>

namespace sightglass {

void TimePlot::setExemplarUnit(const std::string &unit, std::optional<int> decimals)
{
    m_exemplars.setUnit(unit, decimals);
}

void TimePlot::setExemplars(const PanelDataPtr &answer)
{
    m_exemplars.setData(answer);
}

double TimePlot::exemplarY(double value, int height) const
{
    Q_UNUSED(value)
    Q_UNUSED(height)
    return std::numeric_limits<double>::quiet_NaN();
}

TimeRange TimePlot::exemplarTimes() const
{
    return {std::numeric_limits<TimestampMs>::min(), std::numeric_limits<TimestampMs>::max()};
}

void TimePlot::layOutExemplars()
{
    const int height = m_axes.plot().height();
    m_exemplars.layOut(m_grid, ratio(), exemplarTimes(),
                       [this, height](double value) { return exemplarY(value, height); });
}

const PanelExemplar *TimePlot::exemplarAt(QPointF position) const
{
    const QRect plot = m_axes.plot();
    if (!plotRect().contains(position) || (m_drag && m_drag->moved()))
        return nullptr;
    return m_exemplars.at({position.x() * ratio() - plot.left(), position.y() * ratio() - plot.top()});
}

const PanelExemplar *TimePlot::readExemplar() const
{
    return m_pointer ? exemplarAt(*m_pointer) : m_exemplars.selected();
}

void TimePlot::highlightExemplar()
{
    const PanelExemplar *exemplar = readExemplar();
    if (!m_drag)
        setCursor(m_pointer && exemplar != nullptr ? Qt::PointingHandCursor : Qt::CrossCursor);
    const auto place = exemplar != nullptr ? m_exemplars.placeOf(*exemplar) : std::nullopt;
    if (place != m_highlight)
        update();
    m_highlight = place;
}

bool TimePlot::moveToExemplar(int step)
{
    const PanelExemplar *exemplar = m_exemplars.selectNext(step);
    if (exemplar == nullptr)
        return false;
    m_copied = false;
    m_pointer.reset();
    m_keyboardAt = exemplar->t;
    update();
    readAt(std::nullopt);
    return true;
}

void TimePlot::deselectExemplar()
{
    m_copied = false;
    if (m_exemplars.selected() == nullptr)
        return;
    m_exemplars.deselect();
    update();
}

bool TimePlot::copyExemplar()
{
    const PanelExemplar *exemplar = readExemplar();
    if (exemplar == nullptr)
        return false;
    QGuiApplication::clipboard()->setText(exemplarCopyText(*exemplar));
    m_copied = true;
    updateTip();
    return true;
}

bool TimePlot::exemplarKey(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy))
        return copyExemplar();
    if (event->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier))
        return false;
    switch (event->key()) {
    case Qt::Key_E:
        return moveToExemplar(event->modifiers().testFlag(Qt::ShiftModifier) ? 1 : -1);
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return copyExemplar() || offerLinks(mapToGlobal(plotRect().center().toPoint()));
    default:
        return false;
    }
}

void TimePlot::contextMenuEvent(QContextMenuEvent *event)
{
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    const PanelExemplar *exemplar = byKey ? m_exemplars.selected() : exemplarAt(QPointF(event->pos()));
    if (exemplar == nullptr) {
        const QPoint centre = mapToGlobal(plotRect().center().toPoint());
        event->setAccepted(offerLinks(byKey ? centre : event->globalPos()));
        return;
    }
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    addExemplarActions(*menu, *exemplar);
    const QPointF place = m_exemplars.placeOf(*exemplar).value_or(QPointF()) / ratio() + plotRect().topLeft();
    menu->popup(byKey ? mapToGlobal(place.toPoint()) : event->globalPos());
    event->accept();
}

} // namespace sightglass
