// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/export/drawing.h"
#include "widgets/panels/panelframe.h"

#include <QRect>

#include <vector>

namespace sightglass {

/// A panel as it is shown, with its title and legend, and below it the range of its data. The frame must
/// outlive the drawing.
[[nodiscard]] Drawing panelDrawing(PanelFrame &frame);

/// One thing on a dashboard: a panel or a heading.
struct PlacedPanel
{
    QRect rect;
    PanelFrame *frame = nullptr; ///< null: a heading
    QString heading = {};        ///< displayable
};

/// What a whole dashboard is drawn from: all panels, also those that are scrolled out of sight.
struct DashboardParts
{
    QString title; ///< displayable
    QString range; ///< the time that it shows; displayable
    QSize size;    ///< of the grid
    Theme theme;
    QFont font;
    std::vector<PlacedPanel> panels;
};

/// Title and range as a line, the panels below it. The frames must outlive the drawing.
[[nodiscard]] Drawing dashboardDrawing(DashboardParts parts);

/// What a window of this size shows of it: the panels alone, from the top, cut at its end.
[[nodiscard]] Drawing windowDrawing(DashboardParts parts, QSize size);

/// The range of an answer; empty where there is none.
[[nodiscard]] QString rangeCaption(const PanelData &data, const QTimeZone &zone);

} // namespace sightglass
