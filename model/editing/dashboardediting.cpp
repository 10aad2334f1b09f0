// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/editing/dashboardediting.h"

#include "model/core/plainname.h"
#include "model/dashboard/annotationmarks.h"
#include "model/dashboard/refids.h"
#include "model/editing/panelsections.h"

#include <algorithm>
#include <charconv>
#include <iterator>
#include <limits>
#include <set>
#include <utility>

namespace sightglass {

namespace {

DashboardEdit editOf(const DashboardSpec &dashboard, EditKind kind, std::string subject)
{
    return {dashboard, {kind, std::move(subject)}, {}, {}};
}

/// The dashboard as it was.
DashboardEdit nothing(const DashboardSpec &dashboard)
{
    return editOf(dashboard, EditKind::ChangePanel, {});
}

PanelSpec asNew(PanelSpec panel, std::span<const PanelSpec> beside)
{
    panel.id = freshPanelId(beside);
    // What marked it were rules of the dashboard that it comes from.
    panel.alerts.clear();
    nameQueries(panel);
    return panel;
}

GridPosition boundsOf(std::span<const PanelSpec> panels)
{
    int left = std::numeric_limits<int>::max();
    int top = left;
    int right = 0;
    int bottom = 0;
    for (const PanelSpec &panel : panels) {
        const GridPosition place = insideGrid(panel.grid);
        left = std::min(left, place.x);
        top = std::min(top, place.y);
        right = std::max(right, place.x + place.width);
        bottom = std::max(bottom, place.y + place.height);
    }
    return {left, top, right - left, bottom - top};
}

/// In front of all rows nothing is folded away; arranged() puts it where its place says.
void insertShown(std::vector<PanelSpec> &panels, PanelSpec panel)
{
    panels.insert(panels.begin(), std::move(panel));
}

void setPlaces(std::vector<PanelSpec> &panels, const std::vector<GridPosition> &places)
{
    for (std::size_t i = 0; i < panels.size(); ++i)
        panels[i].grid = places[i];
}

/// The headings' panels, from the top: what lies before the first row, then each row with its own.
std::vector<std::vector<PanelSpec>> sectionsOf(const std::vector<PanelSpec> &panels)
{
    std::vector<std::vector<PanelSpec>> sections(1);
    for (const PanelSpec &panel : panels) {
        if (panel.type() == PanelType::Row)
            sections.emplace_back();
        sections.back().push_back(panel);
    }
    return sections;
}

int shownHeight(std::span<const PanelSpec> section)
{
    const std::vector<GridPosition> places = shownPlaces(section);
    int top = std::numeric_limits<int>::max();
    for (const GridPosition &place : places)
        top = std::min(top, place.y);
    return places.empty() ? 0 : bottomOf(places) - top;
}

std::vector<PanelSpec> stacked(const std::vector<std::vector<PanelSpec>> &sections)
{
    std::vector<PanelSpec> panels;
    int top = 0;
    for (const std::vector<PanelSpec> &section : sections) {
        if (section.empty())
            continue;
        int first = std::numeric_limits<int>::max();
        for (const GridPosition &place : shownPlaces(section))
            first = std::min(first, place.y);
        for (PanelSpec panel : section) {
            panel.grid.y += top - first;
            panels.push_back(std::move(panel));
        }
        top += shownHeight(section);
    }
    return panels;
}

/// The number that an id is, 0 for one that is a name.
int numberOf(const std::string &id)
{
    int number = 0;
    const auto [end, error] = std::from_chars(id.data(), id.data() + id.size(), number);
    const bool whole = error == std::errc() && end == id.data() + id.size() && number > 0;
    return whole && std::to_string(number) == id ? number : 0;
}

/// Numbers that are there stay: annotations name panels by them.
void numberPanels(std::vector<PanelSpec> &panels)
{
    std::set<int> taken;
    for (PanelSpec &panel : panels) {
        const int number = numberOf(panel.id);
        if (number == 0 || !taken.insert(number).second)
            panel.id.clear();
    }
    int next = 1;
    for (PanelSpec &panel : panels) {
        nameQueries(panel);
        if (!panel.id.empty())
            continue;
        while (!taken.insert(next).second)
            ++next;
        panel.id = std::to_string(next);
    }
}

DashboardEdit rowDuplicated(const DashboardSpec &dashboard, std::string_view id)
{
    std::vector<PanelSpec> all = arranged(dashboard.panels);
    std::vector<std::vector<PanelSpec>> sections = sectionsOf(all);
    const auto original = std::ranges::find_if(
        sections, [id](const auto &section) { return !section.empty() && section.front().id == id; });
    std::vector<PanelSpec> copy = *original;
    DashboardEdit edit = editOf(dashboard, EditKind::DuplicatePanel, copy.front().title);
    for (PanelSpec &panel : copy) {
        const std::vector<std::string> alerts = panel.alerts;
        panel = asNew(std::move(panel), all);
        panel.alerts = alerts;
        all.push_back(panel);
    }
    edit.panel = copy.front().id;
    sections.insert(std::next(original), std::move(copy));
    edit.spec.panels = arranged(stacked(sections));
    return edit;
}

} // namespace

std::string freshPanelId(std::span<const PanelSpec> panels)
{
    constexpr int largest = 1'000'000'000;
    int highest = static_cast<int>(panels.size());
    for (const PanelSpec &panel : panels) {
        if (const int number = numberOf(panel.id); number < largest)
            highest = std::max(highest, number);
    }
    std::string id = std::to_string(highest + 1);
    while (panelIndex(panels, id))
        id = std::to_string(++highest + 1);
    return id;
}

std::optional<std::size_t> panelIndex(std::span<const PanelSpec> panels, std::string_view id)
{
    const auto found = std::ranges::find(panels, id, &PanelSpec::id);
    if (found == panels.end())
        return std::nullopt;
    return static_cast<std::size_t>(found - panels.begin());
}

DashboardEdit panelAdded(const DashboardSpec &dashboard, PanelSpec panel, int firstRow)
{
    DashboardEdit edit = editOf(dashboard, EditKind::AddPanel, panel.title);
    std::vector<PanelSpec> panels = arranged(dashboard.panels);
    panel = asNew(std::move(panel), panels);
    panel.grid = freePlace(shownPlaces(panels), panel.grid, std::max(0, firstRow));
    edit.panel = panel.id;
    insertShown(panels, std::move(panel));
    edit.spec.panels = arranged(std::move(panels));
    return edit;
}

DashboardEdit panelsPasted(const DashboardSpec &dashboard, std::vector<PanelSpec> pasted, int firstRow)
{
    if (pasted.empty())
        return nothing(dashboard);
    DashboardEdit edit = editOf(dashboard, EditKind::PastePanel, pasted.front().title);
    std::vector<PanelSpec> panels = arranged(dashboard.panels);
    const std::vector<GridPosition> taken = shownPlaces(panels);
    const bool withRows =
        std::ranges::any_of(pasted, [](const PanelSpec &panel) { return panel.type() == PanelType::Row; });
    const GridPosition bounds = boundsOf(pasted);
    // Rows with what is theirs go behind all others.
    const GridPosition place = withRows ? GridPosition{bounds.x, bottomOf(taken), bounds.width, bounds.height}
                                        : freePlace(taken, bounds, std::max(0, firstRow));
    for (PanelSpec &panel : pasted) {
        panel = asNew(std::move(panel), panels);
        panel.grid = insideGrid(panel.grid);
        panel.grid.x += place.x - bounds.x;
        panel.grid.y += place.y - bounds.y;
        if (edit.panel.empty())
            edit.panel = panel.id;
        if (withRows && pasted.front().type() == PanelType::Row)
            panels.push_back(std::move(panel));
        else
            insertShown(panels, std::move(panel));
    }
    edit.spec.panels = arranged(std::move(panels));
    return edit;
}

DashboardEdit panelDuplicated(const DashboardSpec &dashboard, std::string_view id)
{
    const auto index = panelIndex(dashboard.panels, id);
    if (!index)
        return nothing(dashboard);
    if (dashboard.panels[*index].type() == PanelType::Row)
        return rowDuplicated(dashboard, id);
    const PanelSpec &original = dashboard.panels[*index];
    DashboardEdit edit = editOf(dashboard, EditKind::DuplicatePanel, original.title);
    std::vector<PanelSpec> panels = dashboard.panels;
    PanelSpec copy = asNew(original, panels);
    copy.alerts = original.alerts;
    edit.panel = copy.id;
    GridPosition place = original.grid;
    place.x += place.width;
    const auto meets = [&place](const GridPosition &other) { return overlap(place, other); };
    if (place.x + place.width > gridColumnCount || std::ranges::any_of(shownPlaces(panels), meets))
        place = {original.grid.x, original.grid.y + original.grid.height, place.width, place.height};
    copy.grid = place;
    insertShown(panels, std::move(copy));
    setPlaces(panels, placesAfterMove(panels, 0, place));
    edit.spec.panels = inFileOrder(std::move(panels));
    return edit;
}

DashboardEdit panelRemoved(const DashboardSpec &dashboard, std::string_view id, RowPanels rowPanels)
{
    const auto index = panelIndex(dashboard.panels, id);
    if (!index)
        return nothing(dashboard);
    const PanelSpec removed = dashboard.panels[*index];
    const bool row = removed.type() == PanelType::Row;
    DashboardSpec opened = dashboard;
    // What a folded row hid must be seen again before the row goes.
    const auto *options = std::get_if<RowOptions>(&removed.options);
    if (options != nullptr && options->collapsed && rowPanels == RowPanels::Keep)
        opened = rowToggled(dashboard, id).spec;
    std::vector<PanelSpec> &panels = opened.panels;
    const std::size_t first = *panelIndex(panels, id);
    const std::size_t end = row && rowPanels == RowPanels::RemoveToo ? endOfRow(panels, first) : first + 1;
    panels.erase(panels.begin() + static_cast<std::ptrdiff_t>(first),
                 panels.begin() + static_cast<std::ptrdiff_t>(end));
    DashboardEdit edit = editOf(opened, row ? EditKind::RemoveRow : EditKind::RemovePanel, removed.title);
    edit.spec.panels = arranged(std::move(edit.spec.panels));
    return edit;
}

DashboardEdit panelMoved(const DashboardSpec &dashboard, std::string_view id, const GridPosition &wanted,
                         std::string gesture)
{
    const auto index = panelIndex(dashboard.panels, id);
    if (!index)
        return nothing(dashboard);
    const PanelSpec &panel = dashboard.panels[*index];
    if (panel.type() == PanelType::Row)
        return rowMoved(dashboard, id, wanted.y);
    const bool sameSize = panel.grid.width == wanted.width && panel.grid.height == wanted.height;
    DashboardEdit edit =
        editOf(dashboard, sameSize ? EditKind::MovePanel : EditKind::ResizePanel, panel.title);
    edit.panel = panel.id;
    edit.gesture = std::move(gesture);
    setPlaces(edit.spec.panels, placesAfterMove(dashboard.panels, *index, wanted));
    edit.spec.panels = inFileOrder(std::move(edit.spec.panels));
    return edit;
}

DashboardEdit rowMoved(const DashboardSpec &dashboard, std::string_view id, int gridRow)
{
    const auto index = panelIndex(dashboard.panels, id);
    if (!index || dashboard.panels[*index].type() != PanelType::Row)
        return nothing(dashboard);
    DashboardEdit edit = editOf(dashboard, EditKind::MoveRow, dashboard.panels[*index].title);
    edit.panel = dashboard.panels[*index].id;
    std::vector<std::vector<PanelSpec>> sections = sectionsOf(arranged(dashboard.panels));
    const auto isIt = [id](const std::vector<PanelSpec> &section) {
        return !section.empty() && section.front().id == id;
    };
    const auto from = std::ranges::find_if(sections, isIt);
    std::vector<PanelSpec> moved = std::move(*from);
    const int down = gridRow - moved.front().grid.y;
    const int height = shownHeight(moved);
    sections.erase(from);
    // Downwards it passes a row when its heading is below that one's middle.
    auto to = std::next(sections.begin());
    while (to != sections.end()) {
        const int top = to->front().grid.y;
        const bool above = down > 0 ? gridRow + height <= top + shownHeight(*to) / 2 : gridRow <= top;
        if (above)
            break;
        ++to;
    }
    sections.insert(to, std::move(moved));
    edit.spec.panels = arranged(stacked(sections));
    return edit;
}

DashboardEdit panelChanged(const DashboardSpec &dashboard, const PanelSpec &panel)
{
    const auto index = panelIndex(dashboard.panels, panel.id);
    if (!index)
        return nothing(dashboard);
    DashboardEdit edit = editOf(dashboard, EditKind::ChangePanel, panel.title);
    edit.panel = panel.id;
    const GridPosition before = dashboard.panels[*index].grid;
    edit.spec.panels[*index] = panel;
    nameQueries(edit.spec.panels[*index]);
    edit.spec.panels[*index].grid = before;
    if (panel.grid != before) {
        setPlaces(edit.spec.panels, placesAfterMove(edit.spec.panels, *index, panel.grid));
        edit.spec.panels = inFileOrder(std::move(edit.spec.panels));
    }
    return edit;
}

// ---- rows

DashboardEdit rowAdded(const DashboardSpec &dashboard, std::string title, int gridRow)
{
    DashboardEdit edit = editOf(dashboard, EditKind::AddRow, title);
    std::vector<PanelSpec> panels = arranged(dashboard.panels);
    PanelSpec row;
    row.id = freshPanelId(panels);
    row.title = std::move(title);
    row.options = RowOptions();
    row.grid = {0, std::clamp(gridRow, 0, bottomOf(shownPlaces(panels))), gridColumnCount, 1};
    edit.panel = row.id;
    const GridPosition place = row.grid;
    insertShown(panels, std::move(row));
    setPlaces(panels, placesAfterMove(panels, 0, place));
    edit.spec.panels = inFileOrder(std::move(panels));
    return edit;
}

DashboardEdit rowRenamed(const DashboardSpec &dashboard, std::string_view id, std::string title)
{
    const auto index = panelIndex(dashboard.panels, id);
    if (!index)
        return nothing(dashboard);
    DashboardEdit edit = editOf(dashboard, EditKind::RenameRow, title);
    edit.panel = id;
    edit.spec.panels[*index].title = std::move(title);
    return edit;
}

DashboardEdit rowToggled(const DashboardSpec &dashboard, std::string_view id)
{
    const auto index = panelIndex(dashboard.panels, id);
    auto *row = index ? std::get_if<RowOptions>(&dashboard.panels[*index].options) : nullptr;
    if (row == nullptr)
        return nothing(dashboard);
    const bool opens = row->collapsed;
    DashboardEdit edit =
        editOf(dashboard, opens ? EditKind::UnfoldRow : EditKind::FoldRow, dashboard.panels[*index].title);
    edit.panel = id;
    std::vector<PanelSpec> &panels = edit.spec.panels;
    const std::size_t end = endOfRow(panels, *index);
    std::get<RowOptions>(panels[*index].options).collapsed = !opens;
    const int heading = panels[*index].grid.y + 1;
    const std::span<PanelSpec> own(panels.data() + *index + 1, end - *index - 1);
    if (opens && !own.empty()) {
        // Right below their heading, wherever the file says that they were.
        const GridPosition bounds = boundsOf(own);
        for (PanelSpec &panel : own)
            panel.grid.y += heading - bounds.y;
        for (std::size_t i = end; i < panels.size(); ++i)
            panels[i].grid.y += bounds.height;
    }
    panels = arranged(std::move(panels));
    return edit;
}

// ---- the dashboard

DashboardEdit settingsChanged(const DashboardSpec &dashboard,
                              const std::function<void(DashboardSpec &)> &change)
{
    DashboardEdit edit = editOf(dashboard, EditKind::ChangeSettings, dashboard.title);
    change(edit.spec);
    edit.spec.panels = dashboard.panels;
    return edit;
}

std::string dashboardSlug(std::string_view title)
{
    constexpr std::size_t longest = 60;
    const std::string slug = plainName(title, NameCase::Lowered, longest);
    return slug.empty() ? "dashboard" : slug;
}

DashboardSpec ownCopy(DashboardSpec dashboard, const std::function<bool(const std::string &)> &taken)
{
    const std::string slug = dashboardSlug(dashboard.title.empty() ? dashboard.id : dashboard.title);
    std::string id = slug;
    for (int number = 2; taken(id); ++number)
        id = slug + "-" + std::to_string(number);
    dashboard.id = id;
    dashboard.uid = id;
    dashboard.requiredMetrics.clear();
    // Marks of alerts are in the list of annotations, as in Grafana, to be switched off there.
    const bool namesAlerts = std::ranges::any_of(
        dashboard.annotations, [](const AnnotationSpec &annotation) { return annotation.builtIn; });
    if (!namesAlerts) {
        dashboard.annotations.insert(dashboard.annotations.begin(), alertAnnotation());
        dashboard.annotations.front().hidden = true;
    }
    numberPanels(dashboard.panels);
    return dashboard;
}

} // namespace sightglass
