// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/grafana/dashboardform.h"
#include "parser/grafana/gridlayout.h"

#include <algorithm>
#include <utility>

namespace sightglass::grafana {
namespace {

/// Puts a panel behind the others, and what cannot stay inside it behind itself: only folded rows hold
/// panels, and no rows.
void lay(Json panel, Json &out)
{
    Json inner = take(panel, "panels");
    const bool row = textIn(panel, "type") == "row";
    const bool folded = row && boolIn(panel, "collapsed", false);
    Json kept = Json::array();
    Json behind = Json::array();
    forEachObject(&inner, [&](Json &nested) {
        const bool stays = folded && textIn(nested, "type") != "row" && isEmptyValue(find(nested, "panels"));
        (stays ? kept : behind).push_back(std::move(nested));
    });
    if (row)
        set(panel, "panels", std::move(kept));
    out.push_back(std::move(panel));
    for (Json &nested : behind)
        lay(std::move(nested), out);
}

int bottomOf(const Json &panel)
{
    const Json gridPos = valueIn(panel, "gridPos");
    return static_cast<int>(numberIn(gridPos, "y").value_or(0) + numberIn(gridPos, "h").value_or(0));
}

} // namespace

void normalizeRows(Json &dashboard)
{
    Json old = take(dashboard, "panels");
    Json panels = Json::array();
    forEachObject(&old, [&panels](Json &panel) { lay(std::move(panel), panels); });
    set(dashboard, "panels", std::move(panels));

    int bottom = 0;
    forEachPanel(dashboard, [&bottom](Json &panel) { bottom = std::max(bottom, bottomOf(panel)); });
    forEachPanel(dashboard, [&bottom](Json &panel) {
        if (find(panel, "gridPos") != nullptr)
            return;
        const bool row = textIn(panel, "type") == "row";
        // The size is Grafana's for a panel that does not say one.
        set(panel, "gridPos",
            {{"x", 0}, {"y", std::min(bottom, lowestGridRow)}, {"w", row ? 24 : 6}, {"h", row ? 1 : 3}});
        bottom += row ? 1 : 3;
    });
}

} // namespace sightglass::grafana
