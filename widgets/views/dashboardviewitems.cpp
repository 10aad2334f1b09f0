// SPDX-License-Identifier: GPL-3.0-or-later
// Which frames and headings a DashboardView has: they outlive changes of the dashboard, and can be taken hold
// of.
#include "model/presentation/displaytext.h"
#include "widgets/views/dashboardview.h"
#include "widgets/views/rowheading.h"

#include <QScrollBar>

#include <algorithm>
#include <set>
#include <utility>

namespace sightglass {

namespace {

/// The answers to one are answers to the other.
bool asksTheSame(const PanelSpec &a, const PanelSpec &b)
{
    return a.type() == b.type() && a.queries == b.queries && a.transformations == b.transformations;
}

} // namespace

DashboardView::Item DashboardView::createItem(const PanelSpec &panel, const std::vector<Item> &before)
{
    Item item;
    if (panel.type() == PanelType::Row) {
        item.heading = new RowHeading(panel, m_theme, m_grid);
        item.heading->setEditing(m_editing);
        connect(item.heading, &RowHeading::toggleRequested, this,
                [this, heading = item.heading] { emit rowToggled(heading->spec().id); });
    } else {
        item.frame = new PanelFrame(panel, m_theme, m_grid);
        prepareFrame(item.frame);
        // What only looks different goes on with the data that it has.
        for (const Item &old : before) {
            if (old.frame != nullptr && old.frame->spec().id == panel.id &&
                asksTheSame(old.frame->spec(), panel))
                item.frame->setData(old.frame->panelData());
        }
    }
    return item;
}

void DashboardView::setColorBook(const std::shared_ptr<SeriesColorBook> &book)
{
    m_colors = book;
    for (const Item &item : m_items) {
        if (item.frame != nullptr)
            item.frame->setColorBook(book);
    }
}

void DashboardView::prepareFrame(PanelFrame *frame)
{
    frame->setColorBook(m_colors);
    joinPanel(frame);
    addPanelActions(frame);
    frame->setEditing(m_editing);
    if (m_zone)
        frame->setTimeZone(*m_zone);
    if (m_time)
        frame->setShownTime(*m_time);
    if (frame->view() != nullptr && !m_dashboards.empty())
        frame->view()->setDashboards(m_dashboards);
}

bool DashboardView::keeps(const Item &item, const PanelSpec &panel)
{
    if (item.heading != nullptr)
        return panel.type() == PanelType::Row;
    if (item.frame == nullptr || panel.type() == PanelType::Row)
        return false;
    PanelSpec before = item.frame->spec();
    before.grid = panel.grid;
    before.id = panel.id;
    return before == panel;
}

void DashboardView::takeItems(const DashboardSpec &spec)
{
    std::vector<Item> before = std::exchange(m_items, std::vector<Item>(spec.panels.size()));
    m_positions.clear();
    std::set<std::string> ids;
    for (const PanelSpec &panel : spec.panels) {
        ids.insert(panel.id);
        m_positions.push_back(panel.grid);
    }
    const auto take = [&](const auto &matches) {
        for (std::size_t i = 0; i < m_items.size(); ++i) {
            const auto fits = [&](const Item &item) {
                return item.widget() != nullptr && keeps(item, spec.panels[i]) &&
                       matches(item, spec.panels[i]);
            };
            if (m_items[i].widget() != nullptr)
                continue;
            if (const auto kept = std::ranges::find_if(before, fits); kept != before.end())
                m_items[i] = std::exchange(*kept, Item());
        }
    };
    take([](const Item &item, const PanelSpec &panel) { return item.spec().id == panel.id; });
    // A copy of a dashboard may have other ids.
    take([&ids](const Item &item, const PanelSpec &) { return !ids.contains(item.spec().id); });
    m_spec = spec;
    for (std::size_t i = 0; i < m_items.size(); ++i) {
        const PanelSpec &panel = spec.panels[i];
        if (m_items[i].heading != nullptr)
            m_items[i].heading->setSpec(panel);
        else if (m_items[i].frame != nullptr)
            m_items[i].frame->setPlace(panel.id, panel.grid);
        else
            m_items[i] = createItem(panel, before);
    }
    for (const Item &item : before)
        discard(item);
    setAccessibleName(displayText(spec.title));
    updateFolds();
}

void DashboardView::discard(const Item &item)
{
    if (item.widget() == nullptr)
        return;
    if (item.frame != nullptr && item.frame == m_full)
        setFullSize(nullptr);
    if (item.frame != nullptr && item.frame->view() != nullptr)
        item.frame->view()->disconnect(this);
    item.widget()->disconnect(this);
    item.widget()->hide();
    // Its menu may be what asked for this.
    item.widget()->deleteLater();
}

void DashboardView::setSpec(const DashboardSpec &spec)
{
    if (spec == m_spec)
        return;
    QWidget *focused = m_grid->focusWidget();
    const QPointer<QWidget> before = focused != nullptr && focused->hasFocus() ? focused : nullptr;
    const int scrolled = verticalScrollBar()->value();
    takeItems(spec);
    m_dragged = -1;
    QWidget *previous = nullptr;
    for (const Item &item : m_items) {
        if (previous != nullptr)
            setTabOrder(previous, item.widget());
        previous = item.widget();
    }
    showRules();
    layoutPanels();
    verticalScrollBar()->setValue(scrolled);
    if (before != nullptr && before->isVisible())
        before->setFocus(Qt::OtherFocusReason);
    emit panelsChanged();
}

/// Panels behind a folded row are out of sight; its heading tells how many.
void DashboardView::updateFolds()
{
    RowHeading *row = nullptr;
    bool folded = false;
    int hidden = 0;
    for (Item &item : m_items) {
        if (item.heading != nullptr) {
            row = item.heading;
            const auto *options = std::get_if<RowOptions>(&row->spec().options);
            folded = options != nullptr && options->collapsed;
            hidden = 0;
            row->setHiddenPanels(0);
        }
        item.folded = folded && item.frame != nullptr;
        if (item.folded)
            row->setHiddenPanels(++hidden);
        item.widget()->setVisible(!item.folded && (m_full == nullptr || item.frame == m_full));
    }
}

/// Null for what is folded away, so that it takes no room.
std::vector<QRect> DashboardView::shownRects(const PanelGridMetrics &metrics) const
{
    std::vector<GridPosition> places;
    for (std::size_t i = 0; i < m_items.size(); ++i) {
        if (!m_items[i].folded)
            places.push_back(m_positions[i]);
    }
    const std::vector<QRect> shown = panelRects(places, metrics);
    std::vector<QRect> rects;
    std::size_t next = 0;
    for (const Item &item : m_items)
        rects.push_back(item.folded ? QRect() : shown[next++]);
    return rects;
}

void DashboardView::setEditing(bool editing)
{
    m_editing = editing;
    for (const Item &item : m_items) {
        if (item.frame != nullptr)
            item.frame->setEditing(editing);
        else
            item.heading->setEditing(editing);
    }
    if (!editing)
        endPreview();
    else
        layoutPanels();
}

PanelGridMetrics DashboardView::gridMetrics() const
{
    PanelGridMetrics metrics{viewport()->width()};
    // Who moves panels sees the grid that they lie on.
    if (m_editing)
        metrics.leastTile = metrics.leastChart = 0;
    return metrics;
}

void DashboardView::previewPlaces(const std::vector<GridPosition> &places, int dragged)
{
    m_positions = places;
    m_dragged = dragged;
    layoutPanels();
}

void DashboardView::endPreview()
{
    m_positions.clear();
    for (const PanelSpec &panel : m_spec.panels)
        m_positions.push_back(panel.grid);
    m_dragged = -1;
    layoutPanels();
}

void DashboardView::reveal(std::string_view id)
{
    const int index = indexOf(id);
    if (index < 0 || m_items[static_cast<std::size_t>(index)].folded)
        return;
    QWidget *widget = panelWidget(index);
    const QRect place = widget->geometry();
    const int margin = std::max(0, std::min(gridMetrics().rowHeight, viewport()->height() - place.height()));
    verticalScrollBar()->setValue(
        std::clamp(verticalScrollBar()->value(), place.bottom() + margin - viewport()->height(),
                   std::max(place.bottom() + margin - viewport()->height(), place.top() - margin)));
    widget->setFocus(Qt::OtherFocusReason);
}

int DashboardView::firstSeenRow() const
{
    const PanelGridMetrics metrics = gridMetrics();
    return verticalScrollBar()->value() / (metrics.rowHeight + metrics.gap);
}

} // namespace sightglass
