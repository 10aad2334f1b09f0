// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/presentation/dashboarddocument.h"
#include "widgets/editing/grideditor.h"
#include "widgets/views/dashboardview.h"

#include <memory>

namespace sightglass::test {

/// A dashboard in a window, being edited: "a" beside "b" (12 by 8 each), "c" below over the whole width, then
/// a row "r" with "d" behind it. Panels have data.
struct EditedWall
{
    explicit EditedWall(QSize size = QSize(1000, 700));

    /// The title of a panel, to be dragged by.
    [[nodiscard]] QWidget *title(const char *id) const;
    [[nodiscard]] QWidget *grip(const char *id) const;
    [[nodiscard]] PanelFrame *frame(const char *id) const;
    [[nodiscard]] GridPosition place(const char *id) const;

    /// With the left button, from the middle of a widget by so many pixels, in small steps; without letting
    /// go.
    void press(QWidget *widget) const;
    void moveBy(QWidget *widget, QPoint by) const;
    void release(QWidget *widget, QPoint by) const;
    void drag(QWidget *widget, QPoint by) const;

    DashboardView view;
    std::unique_ptr<DashboardDocument> document;
    GridEditor *editor;
};

} // namespace sightglass::test
