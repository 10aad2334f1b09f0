// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/dashboard/dashboardspec.h"
#include "model/editing/shownrows.h"

#include <QPoint>
#include <QRect>

#include <functional>
#include <memory>
#include <string>

class QWidget;

namespace sightglass {

class DashboardView;
class PlaceMark;

/// One panel or row under way: it follows the pointer, a mark shows where it would lie, the others make room.
/// Changes nothing but how the view lies; over when it is destroyed, with the view as it was.
class GridDrag
{
public:
    enum class Kind
    {
        Move,
        Resize
    };

    /// How a dashboard is shown: see GridEditor::Presenter.
    using Presenter = std::function<DashboardSpec(const DashboardSpec &)>;

    /// `grabbed`: where the pointer took hold, on the screen. `spec` has the panels of the view, but for the
    /// copies that `present` makes of some.
    GridDrag(DashboardView *view, const DashboardSpec &spec, Presenter present, std::string id, Kind kind,
             QPoint grabbed);
    ~GridDrag();
    GridDrag(const GridDrag &) = delete;
    GridDrag &operator=(const GridDrag &) = delete;

    /// The view is half gone: nothing is laid out when the drag ends.
    void abandon() noexcept { m_view = nullptr; }

    /// The pointer is there now, on the screen.
    void follow(QPoint global);

    [[nodiscard]] const std::string &id() const noexcept { return m_id; }
    /// The place that is asked for: see panelMoved().
    [[nodiscard]] const GridPosition &wanted() const noexcept { return m_wanted; }

private:
    [[nodiscard]] GridPosition wantedAt(const QRect &geometry) const;
    void showPlaces();

    DashboardView *m_view;
    DashboardSpec m_spec;
    Presenter m_present;
    ShownRows m_rows;
    std::string m_id;
    Kind m_kind;
    int m_index;
    GridPosition m_shown; ///< where it is shown before it is moved
    bool m_isAcross;      ///< it repeats from left to right, whatever its width
    QRect m_start;        ///< of the widget, on the grid
    QPoint m_grabbed;     ///< on the grid
    GridPosition m_wanted;
    std::unique_ptr<PlaceMark> m_mark;
};

} // namespace sightglass
