// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/editing/griddrag.h"

#include "model/editing/dashboardediting.h"
#include "widgets/editing/placemark.h"
#include "widgets/panels/panelframe.h"
#include "widgets/views/dashboardview.h"
#include "widgets/views/rowheading.h"

#include <algorithm>
#include <utility>

namespace sightglass {

namespace {

constexpr int leastWidth = 2;
constexpr int leastHeight = 2;

/// Its width is then what the others leave it.
bool repeatsAcross(const DashboardSpec &spec, const GridPosition &shown, const std::string &id)
{
    const PanelSpec &panel = spec.panels[*panelIndex(spec.panels, id)];
    return !panel.repeat.variable.empty() && panel.repeat.direction == RepeatDirection::Horizontal &&
           shown.width != panel.grid.width;
}

} // namespace

GridDrag::GridDrag(DashboardView *view, const DashboardSpec &spec, Presenter present, std::string id,
                   Kind kind, QPoint grabbed)
    : m_view(view)
    , m_spec(spec)
    , m_present(std::move(present))
    , m_rows(spec.panels, view->spec().panels)
    , m_id(std::move(id))
    , m_kind(kind)
    , m_index(view->indexOf(m_id))
    , m_shown(view->spec().panels[static_cast<std::size_t>(m_index)].grid)
    , m_isAcross(repeatsAcross(spec, m_shown, m_id))
    , m_start(view->panelWidget(m_index)->geometry())
    , m_grabbed(view->gridWidget()->mapFromGlobal(grabbed))
    , m_wanted(m_spec.panels[*panelIndex(m_spec.panels, m_id)].grid)
    , m_mark(std::make_unique<PlaceMark>(view->theme(), view->gridWidget()))
{
    m_mark->setGeometry(m_start);
    m_mark->show();
    m_mark->lower();
    m_view->panelWidget(m_index)->raise();
    showPlaces();
}

GridDrag::~GridDrag()
{
    if (m_view != nullptr)
        m_view->endPreview();
    else
        static_cast<void>(m_mark.release()); // goes with the grid
}

GridPosition GridDrag::wantedAt(const QRect &geometry) const
{
    const PanelGridMetrics metrics = m_view->gridMetrics();
    GridPosition place = m_wanted;
    const QPoint cell = gridCellAt(geometry.topLeft(), metrics);
    if (m_kind == Kind::Move) {
        place.x = std::clamp(cell.x(), 0, panelGridColumns - place.width);
        place.y = std::max(0, m_rows.inFile(cell.y()));
        return place;
    }
    // The cell behind the lower right corner.
    const QPoint end = gridCellAt(geometry.bottomRight() + QPoint(metrics.gap + 1, metrics.gap + 1), metrics);
    if (!m_isAcross)
        place.width =
            std::clamp(end.x() - place.x, leastWidth, std::max(leastWidth, panelGridColumns - place.x));
    place.height = std::max(leastHeight, end.y() - m_shown.y);
    return place;
}

void GridDrag::follow(QPoint global)
{
    const QPoint moved = m_view->gridWidget()->mapFromGlobal(global) - m_grabbed;
    QWidget *widget = m_view->panelWidget(m_index);
    QRect geometry = m_start;
    if (m_kind == Kind::Move) {
        geometry.translate(moved);
        geometry.moveLeft(
            std::clamp(geometry.left(), 0, std::max(0, m_view->gridWidget()->width() - geometry.width())));
        geometry.moveTop(std::max(0, geometry.top()));
    } else {
        const QRect least = panelRect({0, 0, leastWidth, leastHeight}, m_view->gridMetrics());
        geometry.setRight(std::min(std::max(geometry.left() + least.width(), geometry.right() + moved.x()),
                                   m_view->gridWidget()->width()));
        geometry.setBottom(std::max(geometry.top() + least.height(), geometry.bottom() + moved.y()));
    }
    widget->setGeometry(geometry);
    const GridPosition wanted = wantedAt(geometry);
    if (wanted == m_wanted)
        return;
    m_wanted = wanted;
    showPlaces();
}

/// As it would be if it were let go of now.
void GridDrag::showPlaces()
{
    const DashboardSpec moved = panelMoved(m_spec, m_id, m_wanted).spec;
    const DashboardSpec after = m_present ? m_present(moved) : moved;
    std::vector<GridPosition> places;
    for (const PanelSpec &panel : m_view->spec().panels) {
        const auto index = panelIndex(after.panels, panel.id);
        places.push_back(index ? after.panels[*index].grid : panel.grid);
    }
    m_view->previewPlaces(places, m_index);
    m_mark->setGeometry(panelRect(places[static_cast<std::size_t>(m_index)], m_view->gridMetrics()));
}

} // namespace sightglass
