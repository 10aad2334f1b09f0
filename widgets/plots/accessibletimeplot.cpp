// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plots/accessibletimeplot.h"

#include "widgets/plots/plottexts.h"
#include "widgets/plots/timeplot.h"

#include <QApplication>
#include <QKeyEvent>

namespace sightglass {

namespace {

QAccessibleInterface *timePlotInterface(const QString &className, QObject *object)
{
    Q_UNUSED(className)
    auto *plot = qobject_cast<TimePlot *>(object);
    return plot != nullptr ? new AccessibleTimePlot(plot) : nullptr;
}

} // namespace

void makeTimePlotsAccessible()
{
    // Qt knows a factory by its address and keeps it once.
    QAccessible::installFactory(timePlotInterface);
}

AccessibleTimePlot::AccessibleTimePlot(TimePlot *plot)
    : QAccessibleWidget(plot, QAccessible::Chart)
{}

TimePlot *AccessibleTimePlot::plot() const
{
    return qobject_cast<TimePlot *>(object());
}

void *AccessibleTimePlot::interface_cast(QAccessible::InterfaceType type)
{
    if (type == QAccessible::ValueInterface)
        return static_cast<QAccessibleValueInterface *>(this);
    return QAccessibleWidget::interface_cast(type);
}

QString AccessibleTimePlot::text(QAccessible::Text text) const
{
    if (text == QAccessible::Value)
        return spokenText(plot()->currentReadout());
    return QAccessibleWidget::text(text);
}

QVariant AccessibleTimePlot::currentValue() const
{
    const auto number = plot()->currentReadout().number;
    return number ? QVariant(*number) : QVariant();
}

void AccessibleTimePlot::setCurrentValue(const QVariant &value)
{
    Q_UNUSED(value)
}

QVariant AccessibleTimePlot::maximumValue() const
{
    return {};
}

QVariant AccessibleTimePlot::minimumValue() const
{
    return {};
}

QVariant AccessibleTimePlot::minimumStepSize() const
{
    return {};
}

QStringList AccessibleTimePlot::actionNames() const
{
    return QStringList{decreaseAction(), increaseAction()} + QAccessibleWidget::actionNames();
}

void AccessibleTimePlot::doAction(const QString &name)
{
    const bool earlier = name == decreaseAction();
    if (!earlier && name != increaseAction())
        return QAccessibleWidget::doAction(name);
    QKeyEvent press(QEvent::KeyPress, earlier ? Qt::Key_Left : Qt::Key_Right, Qt::NoModifier);
    QApplication::sendEvent(plot(), &press);
}

} // namespace sightglass
