// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAccessibleWidget>

namespace sightglass {

class TimePlot;

/// A TimePlot as assistive technology sees it: a chart with a value. The value is the number that the
/// crosshair reads, as text the whole read-out; it changes as keys move the crosshair. Actions move the
/// crosshair, for those who have no keys.
class AccessibleTimePlot : public QAccessibleWidget, public QAccessibleValueInterface
{
public:
    explicit AccessibleTimePlot(TimePlot *plot);

    [[nodiscard]] QString text(QAccessible::Text text) const override;
    void *interface_cast(QAccessible::InterfaceType type) override;

    /// Invalid where nothing is read.
    [[nodiscard]] QVariant currentValue() const override;
    /// A chart's value is read, not set.
    void setCurrentValue(const QVariant &value) override;
    [[nodiscard]] QVariant maximumValue() const override;
    [[nodiscard]] QVariant minimumValue() const override;
    [[nodiscard]] QVariant minimumStepSize() const override;

    [[nodiscard]] QStringList actionNames() const override;
    void doAction(const QString &name) override;

private:
    [[nodiscard]] TimePlot *plot() const;
};

/// Tells Qt to see TimePlots so. More calls do nothing.
void makeTimePlotsAccessible();

} // namespace sightglass
