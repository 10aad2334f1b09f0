// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/grafana/dashboardform.h"
#include "parser/grafana/datasourcerefs.h"

#include <string>
#include <utility>

namespace sightglass::grafana {
namespace {

Json builtInAnnotation()
{
    Json annotation = {{"builtIn", 1}, {"enable", true}, {"hide", true}, {"type", "dashboard"}};
    set(annotation, "name", "Annotations & Alerts");
    set(annotation, "iconColor", "rgba(0, 211, 255, 1)");
    set(annotation, "datasource", {{"type", "grafana"}, {"uid", "-- Grafana --"}});
    return annotation;
}

/// A query of Prometheus that stood in the annotation itself.
void moveQueryToTarget(Json &annotation)
{
    const Json expr = take(annotation, "expr");
    const Json step = take(annotation, "step");
    if (!expr.is_string())
        return;
    Json &target = objectIn(annotation, "target");
    setDefault(target, "expr", expr);
    if (const std::string interval = scalarText(&step); !interval.empty())
        setDefault(target, "interval", interval);
    setDefault(target, "refId", "Anno");
}

void normalizeAnnotation(Json &annotation, const Migration &migration)
{
    const bool builtIn = truthyIn(annotation, "builtIn");
    set(annotation, "builtIn", builtIn ? 1 : 0);
    set(annotation, "name", scalarText(find(annotation, "name")));
    set(annotation, "enable", boolIn(annotation, "enable", true));
    set(annotation, "hide", boolIn(annotation, "hide", false));
    if (textIn(annotation, "iconColor").empty())
        set(annotation, "iconColor", "red");
    moveQueryToTarget(annotation);
    Json ref = datasourceRef(valueIn(annotation, "datasource"), migration);
    erase(annotation, "datasource");
    if (!ref.is_null())
        set(annotation, "datasource", std::move(ref));
    for (const std::string_view key : {"iconSize", "showLine", "lineColor"})
        erase(annotation, key);
}

} // namespace

void normalizeAnnotations(Json &dashboard, Migration &migration)
{
    Json &annotations = objectIn(dashboard, "annotations");
    Json old = take(annotations, "list");
    if (!old.is_array())
        old = Json::array();
    tellStrangers(old, "/annotations/list", migration);
    Json list = Json::array();
    bool builtIn = false;
    MigratedList &moved = migration.lists["/annotations/list"];
    for (Json &annotation : old) {
        if (!annotation.is_object()) {
            moved.setAside(std::move(annotation));
            continue;
        }
        normalizeAnnotation(annotation, migration);
        builtIn = builtIn || numberIn(annotation, "builtIn") == 1;
        list.push_back(std::move(annotation));
        moved.take();
    }
    if (!builtIn) {
        list.insert(list.begin(), builtInAnnotation());
        moved.places.insert(moved.places.begin(), -1);
        for (MigratedList::Other &other : moved.others)
            ++other.before;
    }
    set(annotations, "list", std::move(list));
}

} // namespace sightglass::grafana
