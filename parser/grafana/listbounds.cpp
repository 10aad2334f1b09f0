// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/grafana/listbounds.h"

#include <cstddef>
#include <string>

namespace sightglass::grafana {
namespace {

constexpr std::size_t mostListed = 1000; ///< variables, annotations

/// What may still come, over all panels.
struct Room
{
    std::size_t panels = 10'000; ///< and rows
    std::size_t targets = 50'000;
    std::size_t overrides = 20'000; ///< of the old graph
};

void cut(Json *list, std::size_t &room, const std::string &pointer, Migration &migration)
{
    if (list == nullptr || !list->is_array())
        return;
    if (list->size() > room) {
        list->get_ptr<Json::array_t *>()->resize(room);
        migration.loseInDashboard(pointer, {"dashboard.tooLong", "The list is longer than is read."});
    }
    room -= list->size();
}

void boundPanels(Json &holder, const std::string &pointer, Room &room, Migration &migration)
{
    Json *panels = find(holder, "panels");
    cut(panels, room.panels, pointer + "/panels", migration);
    if (panels == nullptr || !panels->is_array())
        return;
    std::size_t index = 0;
    for (Json &panel : *panels) {
        const std::string place = pointer + "/panels/" + std::to_string(index++);
        cut(find(panel, "targets"), room.targets, place + "/targets", migration);
        cut(find(panel, "seriesOverrides"), room.overrides, place + "/seriesOverrides", migration);
        boundPanels(panel, place, room, migration);
    }
}

} // namespace

void boundLists(Json &dashboard, Migration &migration)
{
    Room room;
    Json *rows = find(dashboard, "rows");
    cut(rows, room.panels, "/rows", migration);
    if (rows != nullptr && rows->is_array()) {
        std::size_t index = 0;
        for (Json &row : *rows)
            boundPanels(row, "/rows/" + std::to_string(index++), room, migration);
    }
    boundPanels(dashboard, "", room, migration);
    std::size_t variables = mostListed;
    cut(find(dashboard, {"templating", "list"}), variables, "/templating/list", migration);
    std::size_t annotations = mostListed;
    cut(find(dashboard, {"annotations", "list"}), annotations, "/annotations/list", migration);
}

} // namespace sightglass::grafana
