// SPDX-License-Identifier: GPL-3.0-or-later
// Layouts of resources of version 2 as places on the classic grid.
#include "parser/grafana/gridlayout.h"
#include "parser/grafana/resourcev2.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace sightglass::grafana {
namespace {

constexpr int gridColumns = 24;
constexpr int cellHeight = 38;
constexpr int gap = 8;
/// What a grid that lays itself out is laid out for.
constexpr int usualWidth = 1680;

/// Layouts are in each other: none is copied.
const Json &member(const Json &object, std::string_view key)
{
    static const Json none;
    const Json *value = find(object, key);
    return value == nullptr ? none : *value;
}

int wholeIn(const Json &object, std::string_view key, int least, int most, int fallback)
{
    const double number = numberIn(object, key).value_or(fallback);
    return static_cast<int>(std::clamp(std::trunc(number), double(least), double(most)));
}

Json gridPos(int x, int y, int width, int height)
{
    return {{"x", x}, {"y", std::min(y, lowestGridRow)}, {"w", width}, {"h", height}};
}

/// Pixels by a word, or as said.
int sizeOf(const Json &spec, std::string_view mode, std::string_view own,
           const std::array<std::pair<std::string_view, int>, 3> &sizes)
{
    constexpr int most = 10'000;
    const std::string_view word = textIn(spec, mode);
    if (word == "custom")
        return wholeIn(spec, own, 1, most, sizes[1].second);
    for (const auto &[name, size] : sizes) {
        if (name == word)
            return size;
    }
    return sizes[1].second;
}

void setRepeat(Json &panel, const Json *repeat, int perRow)
{
    const std::string_view variable = repeat == nullptr ? std::string_view() : textIn(*repeat, "value");
    if (variable.empty())
        return;
    set(panel, "repeat", std::string(variable));
    if (textIn(panel, "type") == "row")
        return;
    set(panel, "repeatDirection", textIn(*repeat, "direction") == "v" ? "v" : "h");
    if (const auto most = numberIn(*repeat, "maxPerRow"))
        set(panel, "maxPerRow", jsonNumber(*most));
    else if (perRow > 0)
        set(panel, "maxPerRow", perRow);
}

std::string titleBelow(const std::string &outer, std::string_view own)
{
    return outer.empty() || own.empty() ? outer + std::string(own) : outer + " \u00B7 " + std::string(own);
}

} // namespace

LayoutReader::LayoutReader(std::map<std::string, Json, std::less<>> panels, ClassicDashboard &result)
    : m_panels(std::move(panels))
    , m_result(result)
{
    for (const auto &[name, panel] : m_panels)
        m_nextId = std::max(m_nextId, find(panel, "id")->get<std::int64_t>() + 1);
}

Json LayoutReader::read(const Json &layout)
{
    Json panels = Json::array();
    readInto(panels, layout, {"/layout", {}}, 0);
    return panels;
}

int LayoutReader::readInto(Json &panels, const Json &layout, const Place &place, int y)
{
    const std::string_view kind = textIn(layout, "kind");
    const Json *spec = find(layout, "spec");
    const Place inside{place.pointer + "/spec", place.title};
    if (spec != nullptr && kind == "GridLayout")
        return readGrid(panels, find(*spec, "items"), {inside.pointer + "/items", inside.title}, y);
    if (spec != nullptr && kind == "AutoGridLayout")
        return readAutoGrid(panels, *spec, inside, y);
    if (spec != nullptr && kind == "RowsLayout")
        return readRows(panels, *spec, inside, y);
    if (spec != nullptr && kind == "TabsLayout")
        return readTabs(panels, *spec, inside, y);
    lose(place.pointer, {"layout.kind", "A layout of this kind is not known: its panels are not shown."});
    return y;
}

int LayoutReader::readGrid(Json &panels, const Json *items, const Place &place, int y)
{
    int end = y;
    std::size_t index = 0;
    forEachObject(items, [&](const Json &item) {
        const std::string pointer = place.pointer + '/' + std::to_string(index++) + "/spec";
        const Json &own = member(item, "spec");
        const int top = y + wholeIn(own, "y", 0, lowestGridRow, 0);
        if (textIn(item, "kind") == "GridLayoutRow") {
            // As first drafts of version 2 had rows.
            const Heading heading{std::string(textIn(own, "title")), boolIn(own, "collapsed", false),
                                  find(own, "repeat"), pointer};
            end = addHeading(panels, heading, std::max(top, end), [&](Json &inside, int below) {
                return readGrid(inside, find(own, "elements"), {pointer + "/elements", {}}, below);
            });
            return;
        }
        Json panel = takePanel(own, pointer);
        if (panel.is_null())
            return;
        const int width = wholeIn(own, "width", 1, gridColumns, gridColumns / 2);
        const int height = wholeIn(own, "height", 1, lowestGridRow, 8);
        set(panel, "gridPos", gridPos(wholeIn(own, "x", 0, gridColumns - width, 0), top, width, height));
        setRepeat(panel, find(own, "repeat"), 0);
        end = std::max(end, std::min(top + height, lowestGridRow));
        panels.push_back(std::move(panel));
    });
    return end;
}

int LayoutReader::readAutoGrid(Json &panels, const Json &spec, const Place &place, int y)
{
    const int width =
        sizeOf(spec, "columnWidthMode", "columnWidth", {{{"narrow", 192}, {"standard", 448}, {"wide", 768}}});
    const int pixels =
        sizeOf(spec, "rowHeightMode", "rowHeight", {{{"short", 168}, {"standard", 320}, {"tall", 512}}});
    const int height = std::max((pixels + gap + cellHeight / 2) / cellHeight, 1);
    const int most = wholeIn(spec, "maxColumnCount", 1, gridColumns, 3);
    // Few items share all of the width; a repeated one is many.
    const Json *items = find(spec, "items");
    int count = 0;
    forEachObject(items, [&](const Json &item) {
        count = find(item, {"spec", "repeat"}) != nullptr ? gridColumns : std::min(count + 1, gridColumns);
    });
    const int columns = std::clamp((usualWidth + gap) / (width + gap), 1, std::clamp(count, 1, most));
    int shown = 0;
    std::size_t index = 0;
    forEachObject(items, [&](const Json &item) {
        const std::string pointer = place.pointer + "/items/" + std::to_string(index++) + "/spec";
        const Json &own = member(item, "spec");
        Json panel = takePanel(own, pointer);
        if (panel.is_null())
            return;
        tellConditions(own, pointer);
        const int wide = gridColumns / columns;
        set(panel, "gridPos", gridPos(shown % columns * wide, y + shown / columns * height, wide, height));
        setRepeat(panel, find(own, "repeat"), columns);
        panels.push_back(std::move(panel));
        ++shown;
    });
    return std::min(y + (shown + columns - 1) / columns * height, lowestGridRow);
}

int LayoutReader::readRows(Json &panels, const Json &spec, const Place &place, int y)
{
    std::size_t index = 0;
    forEachObject(find(spec, "rows"), [&](const Json &row) {
        const std::string pointer = place.pointer + "/rows/" + std::to_string(index++) + "/spec";
        const Json &own = member(row, "spec");
        tellConditions(own, pointer);
        const Heading heading{titleBelow(place.title, textIn(own, "title")), boolIn(own, "collapse", false),
                              find(own, "repeat"), pointer};
        const Json &layout = member(own, "layout");
        if (boolIn(own, "hideHeader", false))
            y = readInto(panels, layout, {pointer + "/layout", {}}, y);
        else
            y = readBelow(panels, heading, layout, y);
    });
    return y;
}

int LayoutReader::readTabs(Json &panels, const Json &spec, const Place &place, int y)
{
    const Json *tabs = find(spec, "tabs");
    if (tabs != nullptr && tabs->is_array() && tabs->size() > 1)
        lose(place.pointer + "/tabs",
             {"layout.tabs", "Tabs are shown one below the other, all but the first folded."});
    std::size_t index = 0;
    forEachObject(tabs, [&](const Json &tab) {
        const bool first = index == 0;
        const std::string pointer = place.pointer + "/tabs/" + std::to_string(index++) + "/spec";
        const Json &own = member(tab, "spec");
        tellConditions(own, pointer);
        const std::string title = titleBelow(place.title, textIn(own, "title"));
        y = readBelow(panels, {title, !first, find(own, "repeat"), pointer}, member(own, "layout"), y);
    });
    return y;
}

int LayoutReader::readBelow(Json &panels, const Heading &heading, const Json &layout, int y)
{
    const std::string pointer = heading.pointer + "/layout";
    const std::string_view kind = textIn(layout, "kind");
    // Rows are not in each other: the inner ones say whose they are.
    if (kind == "RowsLayout" || kind == "TabsLayout")
        return readInto(panels, layout, {pointer, heading.title}, y);
    return addHeading(panels, heading, y, [&](Json &inside, int below) {
        return readInto(inside, layout, {pointer, {}}, below);
    });
}

template<typename Fill>
int LayoutReader::addHeading(Json &panels, const Heading &heading, int y, Fill fill)
{
    Json row = {{"id", m_nextId}, {"type", "row"}, {"title", heading.title}, {"panels", Json::array()}};
    m_result.places.emplace(m_nextId++, heading.pointer);
    set(row, "collapsed", heading.folded);
    set(row, "gridPos", gridPos(0, y, gridColumns, 1));
    setRepeat(row, heading.repeat, 0);
    Json inside = Json::array();
    const int end = fill(inside, y + 1);
    if (heading.folded)
        set(row, "panels", std::exchange(inside, Json::array()));
    panels.push_back(std::move(row));
    for (Json &panel : inside)
        panels.push_back(std::move(panel));
    return std::min(heading.folded ? y + 1 : end, lowestGridRow);
}

Json LayoutReader::takePanel(const Json &item, const std::string &pointer)
{
    const Json *name = find(item, {"element", "name"});
    const auto found = m_panels.find(textOf(name));
    if (found == m_panels.end()) {
        lose(pointer + "/element",
             {"layout.element", "The element is not there, or has a place already: it is shown once.",
              LossKind::AsInGrafana});
        return {};
    }
    return std::move(m_panels.extract(found).mapped());
}

void LayoutReader::tellConditions(const Json &spec, const std::string &pointer)
{
    if (!isEmptyValue(find(spec, {"conditionalRendering", "spec", "items"})))
        lose(pointer + "/conditionalRendering",
             {"layout.conditionalRendering", "It is shown whatever the condition is."});
    if (!isEmptyValue(find(spec, "variables")))
        lose(pointer + "/variables",
             {"layout.variables", "Variables of a part of the dashboard are not known."});
}

void LayoutReader::lose(std::string pointer, const LossNote &note)
{
    m_result.losses.push_back({std::move(pointer), note});
}

} // namespace sightglass::grafana
