// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/grafana/dashboardform.h"
#include "parser/grafana/datasourcerefs.h"
#include "parser/grafana/fieldconfigform.h"
#include "parser/grafana/gridlayout.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <set>
#include <string>
#include <utility>

namespace sightglass::grafana {
namespace {

constexpr std::array<std::string_view, 7> targetTexts = {"expr",      "legendFormat", "interval", "format",
                                                         "queryType", "editorMode",   "metric"};
constexpr std::array<std::string_view, 4> targetFlags = {"hide", "instant", "range", "exemplar"};
constexpr std::array<std::string_view, 3> panelFlags = {"transparent", "hideTimeOverride", "repeatedByRow"};
constexpr std::array<std::string_view, 6> panelTexts = {"description", "timeFrom", "timeShift",
                                                        "interval",    "repeat",   "pluginVersion"};
/// Of the editor, of clones and of no meaning any more.
constexpr std::array<std::string_view, 9> strayFields = {"scopedVars",   "repeatIteration", "$$hashKey",
                                                         "isNew",        "repeatPanelId",   "repeatByRow",
                                                         "hasRefreshed", "isEditing",       "isViewing"};

// What is something else than it should be stays: readers tell it, and it is written back.

void textOrNothing(Json &object, std::string_view key)
{
    const Json *value = find(object, key);
    std::string text = scalarText(value);
    if (!text.empty())
        set(object, key, std::move(text));
    else if (isEmptyValue(value))
        erase(object, key);
}

void flagOrNothing(Json &object, std::string_view key)
{
    const Json *value = find(object, key);
    if (value == nullptr)
        return;
    if (isEmptyValue(value))
        erase(object, key);
    else if (!value->is_structured())
        set(object, key, boolIn(object, key, false));
}

void numberOrNothing(Json &object, std::string_view key)
{
    const auto number = numberIn(object, key);
    if (number)
        set(object, key, jsonNumber(*number));
    else if (isEmptyValue(find(object, key)))
        erase(object, key);
}

/// A, B … Z, AA, AB …
std::string letters(std::size_t index)
{
    std::string name;
    for (std::size_t rest = index + 1; rest > 0; rest = (rest - 1) / 26)
        name.insert(name.begin(), static_cast<char>('A' + (rest - 1) % 26));
    return name;
}

void ensureRefIds(Json &targets)
{
    std::set<std::string, std::less<>> taken;
    forEachObject(&targets, [&taken](const Json &target) { taken.emplace(textIn(target, "refId")); });
    std::set<std::string, std::less<>> seen;
    std::size_t next = 0;
    forEachObject(&targets, [&](Json &target) {
        std::string refId(textIn(target, "refId"));
        while (refId.empty() || seen.contains(refId)) {
            refId = letters(next++);
            if (taken.contains(refId))
                refId.clear();
        }
        seen.insert(refId);
        set(target, "refId", refId);
    });
}

/// What stands where a list of objects should: a list, whose other members stay to be told, or what is told
/// and left out.
bool isListOf(const Json &list, const Json &panel, const std::string &key, Migration &migration)
{
    const std::string place = '/' + key;
    if (list.is_array())
        return true;
    if (!isEmptyValue(&list))
        migration.lose(panel, place, {"panel." + key, "This is no list.", LossKind::Ours});
    return false;
}

void normalizeTargets(Json &panel, Migration &migration)
{
    Json old = take(panel, "targets");
    if (!isListOf(old, panel, "targets", migration))
        return;
    forEachObject(&old, [](Json &target) {
        for (const std::string_view key : targetTexts)
            textOrNothing(target, key);
        for (const std::string_view key : targetFlags)
            flagOrNothing(target, key);
        numberOrNothing(target, "intervalFactor");
        erase(target, "$$hashKey");
    });
    std::erase_if(*old.get_ptr<Json::array_t *>(), [](const Json &target) { return target.is_null(); });
    ensureRefIds(old);
    set(panel, "targets", std::move(old));
}

void normalizeTransformations(Json &panel, Migration &migration)
{
    Json old = take(panel, "transformations");
    if (!isListOf(old, panel, "transformations", migration))
        return;
    forEachObject(&old, [](Json &transformation) {
        const std::string id(textIn(transformation, "id"));
        if (id.empty())
            return;
        Json &options = objectIn(transformation, "options");
        if (id == "seriesToColumns") {
            set(transformation, "id", "joinByField");
            setDefault(options, "mode", "outer");
        }
    });
    set(panel, "transformations", std::move(old));
}

/// There were two ways to hide a legend. That of a bar gauge is hidden unless it says otherwise.
void normalizeLegend(Json &panel)
{
    Json *legend = find(panel, {"options", "legend"});
    if (legend == nullptr || !legend->is_object() || find(*legend, "show") != nullptr)
        return;
    const bool usual = textIn(panel, "type") != "bargauge";
    const bool shown = textIn(*legend, "displayMode") != "hidden" && boolIn(*legend, "showLegend", usual);
    set(*legend, "showLegend", shown);
    if (textIn(*legend, "displayMode") == "hidden")
        set(*legend, "displayMode", "list");
}

int whole(const Json &object, std::string_view key, int least, int most, int fallback)
{
    const auto number = numberIn(object, key);
    if (!number)
        return fallback;
    return static_cast<int>(std::clamp(std::floor(*number), double(least), double(most)));
}

void normalizeGridPos(Json &panel)
{
    constexpr int columns = 24;
    constexpr int tallest = 1000;
    const Json old = valueIn(panel, "gridPos");
    if (!old.is_object() || old.empty()) {
        erase(panel, "gridPos"); // placed by normalizeRows()
        return;
    }
    const bool row = textIn(panel, "type") == "row";
    const int w = row ? columns : whole(old, "w", 1, columns, 6);
    const int x = row ? 0 : whole(old, "x", 0, columns - w, 0);
    const int h = row ? 1 : whole(old, "h", 1, tallest, 3);
    Json place = old;
    place.update({{"x", x}, {"y", whole(old, "y", 0, lowestGridRow, 0)}, {"w", w}, {"h", h}});
    set(panel, "gridPos", std::move(place));
}

void normalizeRepeat(Json &panel)
{
    if (find(panel, "repeat") == nullptr)
        return;
    if (textIn(panel, "type") != "row" && textIn(panel, "repeatDirection") != "v")
        set(panel, "repeatDirection", "h");
    numberOrNothing(panel, "maxPerRow");
}

void normalizeLinks(Json &holder)
{
    Json old = take(holder, "links");
    if (!old.is_array())
        return;
    Json links = Json::array();
    forEachObject(&old, [&links](Json &link) { links.push_back(std::move(link)); });
    set(holder, "links", std::move(links));
}

void dropNonObjects(Json &holder, const std::string &pointer, Migration &migration)
{
    Json *panels = find(holder, "panels");
    if (panels == nullptr)
        return;
    if (!panels->is_array()) {
        erase(holder, "panels");
        return;
    }
    Json kept = Json::array();
    std::size_t index = 0;
    for (Json &panel : *panels) {
        const std::string place = pointer + "/panels/" + std::to_string(index++);
        if (panel.is_object()) {
            dropNonObjects(panel, place, migration);
            kept.push_back(std::move(panel));
        } else {
            migration.loseInDashboard(place, {"panel.invalid", "This is no panel.", LossKind::AsInGrafana});
        }
    }
    *panels = std::move(kept);
}

} // namespace

void ensurePanelIds(Json &dashboard, Migration &migration)
{
    dropNonObjects(dashboard, "", migration);
    constexpr double largest = 2'000'000'000;
    std::set<std::int64_t> taken;
    forEachPanel(dashboard, [&taken](Json &panel) {
        const auto id = numberIn(panel, "id");
        const bool good = id && *id >= 1 && *id <= largest && std::trunc(*id) == *id;
        const bool fresh = good && taken.insert(static_cast<std::int64_t>(*id)).second;
        set(panel, "id", fresh ? jsonNumber(*id) : Json());
    });
    std::int64_t next = taken.empty() ? 1 : *taken.rbegin() + 1;
    forEachPanel(dashboard, [&next](Json &panel) {
        if (find(panel, "id")->is_null())
            set(panel, "id", next++);
    });
}

void normalizePanel(Json &panel, Migration &migration)
{
    if (textIn(panel, "type").empty())
        set(panel, "type", "unknown");
    set(panel, "title", scalarText(find(panel, "title")));
    for (const std::string_view key : panelTexts)
        textOrNothing(panel, key);
    for (const std::string_view key : panelFlags)
        flagOrNothing(panel, key);
    for (const std::string_view key : strayFields)
        erase(panel, key);
    numberOrNothing(panel, "maxDataPoints");
    normalizeLinks(panel);
    normalizeRepeat(panel);
    normalizeGridPos(panel);
    normalizeTargets(panel, migration);
    normalizeTransformations(panel, migration);
    normalizePanelDatasources(panel, migration);
    if (textIn(panel, "type") == "row") {
        set(panel, "collapsed", boolIn(panel, "collapsed", false));
        arrayIn(panel, "panels");
        return;
    }
    objectIn(panel, "options");
    normalizeLegend(panel);
    normalizeFieldConfig(panel, migration);
}

} // namespace sightglass::grafana
