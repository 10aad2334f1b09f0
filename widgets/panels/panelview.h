// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/dashboard/paneldata.h"
#include "model/dashboard/panelspec.h"
#include "widgets/style/theme.h"

#include <QWidget>

#include <memory>
#include <optional>

namespace sightglass {

using PanelDataPtr = std::shared_ptr<const PanelData>;

/// The body of a panel: shows PanelData as its PanelSpec says. Title, alert mark and errors are the
/// PanelFrame's. GUI thread. Paints nothing by itself on a timer: it repaints when data, theme or pointer
/// change.
class PanelView : public QWidget
{
    Q_OBJECT

public:
    using QWidget::QWidget;

    /// New data; never null. Cheap where only the newest columns changed.
    virtual void setData(const PanelDataPtr &data) = 0;
    virtual void setTheme(const Theme &theme) = 0;

    /// Shows the crosshair of another panel at this time, or none. Must not repaint the plotted layers.
    virtual void setCrosshair(std::optional<TimestampMs> at) { Q_UNUSED(at) }

signals:
    /// The pointer reads this time here, or has left.
    void hovered(std::optional<sightglass::TimestampMs> at);
    /// The user brushed a range, or zoomed by wheel: show this.
    void rangeRequested(sightglass::TimeRange range);
    /// Double click: back to the range before the zoom.
    void zoomOutRequested();
};

/// The view for a panel type. PanelType::Row has none (null).
[[nodiscard]] PanelView *createPanelView(const PanelSpec &spec, const Theme &theme, QWidget *parent);

} // namespace sightglass
