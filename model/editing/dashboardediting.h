// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/editing/dashboardedit.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// The steps of editing as functions from a dashboard to the next. Panels are named by their ids; where there
/// is no such panel the dashboard stays as it was. After every step that changes places, panels that are
/// shown do not overlap, lie inside the grid and stand in the list as files have them (see panelsections.h).
namespace sightglass {

/// A number that no panel has, as files write it: bigger than all numbers and than the count of panels, so
/// that adding one renumbers no other.
[[nodiscard]] std::string freshPanelId(std::span<const PanelSpec> panels);

/// The index of the panel with this id.
[[nodiscard]] std::optional<std::size_t> panelIndex(std::span<const PanelSpec> panels, std::string_view id);

/// Adds a panel, with a fresh id, of the size that it says, where it fits without moving others, not above
/// `firstRow`. Queries without a refId get one.
[[nodiscard]] DashboardEdit panelAdded(const DashboardSpec &dashboard, PanelSpec panel, int firstRow = 0);

/// Adds copies of panels of this or another dashboard as they lay to each other, below `firstRow` or at the
/// end where there is no room.
[[nodiscard]] DashboardEdit panelsPasted(const DashboardSpec &dashboard, std::vector<PanelSpec> panels,
                                         int firstRow = 0);

/// A copy beside the panel or, where there is no room, below it.
[[nodiscard]] DashboardEdit panelDuplicated(const DashboardSpec &dashboard, std::string_view id);

/// A row goes with its heading only where it says so.
enum class RowPanels : std::uint8_t
{
    Keep,
    RemoveToo
};
[[nodiscard]] DashboardEdit panelRemoved(const DashboardSpec &dashboard, std::string_view id,
                                         RowPanels panels = RowPanels::Keep);

/// To another place, or of another size. The gesture joins the steps of one drag or of one key held down.
[[nodiscard]] DashboardEdit panelMoved(const DashboardSpec &dashboard, std::string_view id,
                                       const GridPosition &wanted, std::string gesture = {});

/// A row with its panels before the row that lies at or below `gridRow` then, or behind the last one.
[[nodiscard]] DashboardEdit rowMoved(const DashboardSpec &dashboard, std::string_view id, int gridRow);

/// The panel of this id is this one from now on; its place is another one where it says so.
[[nodiscard]] DashboardEdit panelChanged(const DashboardSpec &dashboard, const PanelSpec &panel);

/// A heading over what lies at `gridRow` and below, up to the next row.
[[nodiscard]] DashboardEdit rowAdded(const DashboardSpec &dashboard, std::string title, int gridRow);
[[nodiscard]] DashboardEdit rowRenamed(const DashboardSpec &dashboard, std::string_view id,
                                       std::string title);
/// Folds an open row, opens a folded one.
[[nodiscard]] DashboardEdit rowToggled(const DashboardSpec &dashboard, std::string_view id);

/// Anything but panels.
[[nodiscard]] DashboardEdit settingsChanged(const DashboardSpec &dashboard,
                                            const std::function<void(DashboardSpec &)> &change);

/// A dashboard of one's own made of one that came with the program, from a target or from elsewhere: its id
/// and uid are ones that are not `taken`, panels have numbers as ids, so that files do not renumber them, it
/// can be edited, and is chosen for no target by itself.
[[nodiscard]] DashboardSpec ownCopy(DashboardSpec dashboard,
                                    const std::function<bool(const std::string &)> &taken);

/// Letters, digits and hyphens of a title: a dashboard's id and the name of its file. Never empty.
[[nodiscard]] std::string dashboardSlug(std::string_view title);

} // namespace sightglass
