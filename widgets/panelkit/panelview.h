// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/dashboard/paneldata.h"
#include "model/dashboard/panelspec.h"
#include "widgets/style/seriescolors.h"
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

    /// The colours that the panels of a dashboard share; before setData(). A view without one has its own.
    virtual void setColorBook(const std::shared_ptr<SeriesColorBook> &book) { Q_UNUSED(book) }

    /// Draws what is shown, in the theme and size that it has, with lines and text as such where they can be
    /// (SVG, PDF, clipboard). Without hover, focus and scroll bars. The painter's unit is a logical pixel,
    /// its origin the view's top left corner.
    virtual void exportTo(QPainter &painter);

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

} // namespace sightglass
