// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/grafana/oldfields.h"
#include "parser/grafana/paneltypes.h"

#include <array>
#include <span>
#include <string>
#include <utility>

namespace sightglass::grafana {
namespace {

struct Renamed
{
    std::string_view from, to;
};

/// Fields of the panel itself that became options, unless the option is there.
void moveToOptions(Json &panel, std::span<const Renamed> fields)
{
    Json &options = objectIn(panel, "options");
    for (const Renamed &field : fields) {
        if (Json value = take(panel, field.from); !value.is_null())
            setDefault(options, field.to, std::move(value));
    }
}

constexpr std::array<Renamed, 7> alertListFields = {{{"show", "showOptions"},
                                                     {"limit", "maxItems"},
                                                     {"sortOrder", "sortOrder"},
                                                     {"onlyAlertsOnDashboard", "dashboardAlerts"},
                                                     {"nameFilter", "alertName"},
                                                     {"dashboardFilter", "dashboardTitle"},
                                                     {"dashboardTags", "tags"}}};

constexpr std::array<Renamed, 8> dashboardListFields = {{{"starred", "showStarred"},
                                                         {"recent", "showRecentlyViewed"},
                                                         {"search", "showSearch"},
                                                         {"headings", "showHeadings"},
                                                         {"limit", "maxItems"},
                                                         {"query", "query"},
                                                         {"tags", "tags"},
                                                         {"folderId", "folderId"}}};

/// States that the old list showed, by today's names of the filter.
constexpr std::array<Renamed, 6> alertStates = {{{"ok", "ok"},
                                                 {"paused", "paused"},
                                                 {"no_data", "noData"},
                                                 {"execution_error", "execution_error"},
                                                 {"alerting", "alerting"},
                                                 {"pending", "pending"}}};

} // namespace

void migrateText(Json &panel, Migration &)
{
    set(panel, "type", "text");
    const Json content = take(panel, "content");
    const Json mode = take(panel, "mode");
    Json &options = objectIn(panel, "options");
    if (content.is_string())
        setDefault(options, "content", content);
    if (mode.is_string())
        setDefault(options, "mode", mode);
    const std::string_view now = textIn(options, "mode");
    if (now != "html" && now != "code")
        set(options, "mode", "markdown");
    if (!find(options, "content") || !find(options, "content")->is_string())
        set(options, "content", "");
    for (const std::string_view key : {"style", "isNew", "error", "editable"})
        erase(panel, key);
}

void migrateAlertList(Json &panel, Migration &)
{
    const Json states = take(panel, "stateFilter");
    moveToOptions(panel, alertListFields);
    if (!states.is_array() || states.empty())
        return;
    Json filter = Json::object();
    for (const Renamed &state : alertStates) {
        for (const Json &shown : states) {
            if (textOf(&shown) == state.from)
                set(filter, state.to, true);
        }
    }
    setDefault(objectIn(panel, "options"), "stateFilter", std::move(filter));
}

void migrateDashboardList(Json &panel, Migration &)
{
    moveToOptions(panel, dashboardListFields);
}

} // namespace sightglass::grafana
