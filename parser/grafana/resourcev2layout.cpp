// SPDX-License-Identifier: GPL-3.0-or-later
// Layouts of resources of version 2 as places on the classic grid.
#include "parser/grafana/gridlayout.h"
#include "parser/grafana/migration.h"
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

int wholeIn(MemberReader &reader, std::string_view key, int least, int most, int fallback)
{
    const Json *value = reader.take(key);
    const auto number = numberOf(value);
    if (!number)
        reader.leave(key);
    return static_cast<int>(std::clamp(std::trunc(number.value_or(fallback)), double(least), double(most)));
}

bool flagIn(MemberReader &reader, std::string_view key)
{
    const Json *value = reader.take(key);
    if (value != nullptr && value->is_structured())
        reader.leave(key);
    return boolIn(reader.json(), key, false);
}

Json gridPos(int x, int y, int width, int height)
{
    return {{"x", x}, {"y", std::min(y, lowestGridRow)}, {"w", width}, {"h", height}};
}

/// Pixels by a word, or as said.
int sizeOf(MemberReader &spec, std::string_view mode, std::string_view own,
           const std::array<std::pair<std::string_view, int>, 3> &sizes)
{
    constexpr int most = 10'000;
    const std::string_view word = spec.text(mode);
    // Of another mode it says nothing.
    const int custom = wholeIn(spec, own, 1, most, sizes[1].second);
    if (word == "custom")
        return custom;
    for (const auto &[name, size] : sizes) {
        if (name == word)
            return size;
    }
    spec.leave(mode);
    return sizes[1].second;
}

void setRepeat(Json &panel, MemberReader &holder, int perRow)
{
    MemberReader repeat = holder.object("repeat");
    const std::string_view mode = repeat.text("mode");
    const std::string_view variable = repeat.text("value");
    if (variable.empty() || (!mode.empty() && mode != "variable")) {
        holder.leave("repeat");
        return;
    }
    set(panel, "repeat", std::string(variable));
    if (textIn(panel, "type") != "row") {
        set(panel, "repeatDirection", repeat.text("direction") == "v" ? "v" : "h");
        if (const auto most = numberOf(repeat.take("maxPerRow")))
            set(panel, "maxPerRow", jsonNumber(*most));
        else if (perRow > 0)
            set(panel, "maxPerRow", perRow);
    }
    repeat.finish();
}

/// What nothing here follows, where it asks for something.
void leaveConditions(MemberReader &spec)
{
    const Json *conditions = find(spec.json(), {"conditionalRendering", "spec", "items"});
    static_cast<void>(spec.take("conditionalRendering"));
    if (!isEmptyValue(conditions))
        spec.leave("conditionalRendering");
    if (truthy(spec.take("fillScreen")))
        spec.leave("fillScreen");
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
    MemberReader reader(layout, "layout", m_result.left);
    readInto(panels, reader, {}, 0);
    return panels;
}

int LayoutReader::readInto(Json &panels, MemberReader &layout, const std::string &title, int y)
{
    const std::string_view kind = layout.text("kind");
    MemberReader spec = layout.object("spec");
    const bool known =
        kind == "GridLayout" || kind == "AutoGridLayout" || kind == "RowsLayout" || kind == "TabsLayout";
    if (!known || !spec.json().is_object()) {
        m_result.left[layout.path()] = layout.json();
        return y;
    }
    int end = y;
    if (kind == "GridLayout")
        end = readGrid(panels, spec, "items", y);
    else if (kind == "AutoGridLayout")
        end = readAutoGrid(panels, spec, y);
    else if (kind == "RowsLayout")
        end = readRows(panels, spec, title, y);
    else
        end = readTabs(panels, spec, title, y);
    spec.finish();
    layout.finish();
    return end;
}

int LayoutReader::readGrid(Json &panels, MemberReader &holder, std::string_view name, int y)
{
    int end = y;
    holder.items(name, [&](MemberReader &item) {
        const std::string_view kind = item.text("kind");
        MemberReader own = item.object("spec");
        const int top = y + wholeIn(own, "y", 0, lowestGridRow, 0);
        if (kind == "GridLayoutRow") {
            // As first drafts of version 2 had rows.
            const Heading heading{std::string(own.text("title")), flagIn(own, "collapsed")};
            end = addHeading(panels, heading, own, std::max(top, end), [&](Json &inside, int below) {
                return readGrid(inside, own, "elements", below);
            });
        } else if (Json panel = takePanel(own); !panel.is_null()) {
            const int width = wholeIn(own, "width", 1, gridColumns, gridColumns / 2);
            const int height = wholeIn(own, "height", 1, lowestGridRow, 8);
            set(panel, "gridPos", gridPos(wholeIn(own, "x", 0, gridColumns - width, 0), top, width, height));
            setRepeat(panel, own, 0);
            end = std::max(end, std::min(top + height, lowestGridRow));
            panels.push_back(std::move(panel));
        }
        own.finish();
    });
    return end;
}

int LayoutReader::readAutoGrid(Json &panels, MemberReader &spec, int y)
{
    const int width =
        sizeOf(spec, "columnWidthMode", "columnWidth", {{{"narrow", 192}, {"standard", 448}, {"wide", 768}}});
    const int pixels =
        sizeOf(spec, "rowHeightMode", "rowHeight", {{{"short", 168}, {"standard", 320}, {"tall", 512}}});
    const int height = std::max((pixels + gap + cellHeight / 2) / cellHeight, 1);
    const int most = wholeIn(spec, "maxColumnCount", 1, gridColumns, 3);
    leaveConditions(spec);
    // Few items share all of the width; a repeated one is many.
    int count = 0;
    forEachObject(find(spec.json(), "items"), [&](const Json &item) {
        count = find(item, {"spec", "repeat"}) != nullptr ? gridColumns : std::min(count + 1, gridColumns);
    });
    const int columns = std::clamp((usualWidth + gap) / (width + gap), 1, std::clamp(count, 1, most));
    const int wide = gridColumns / columns;
    int shown = 0;
    spec.items("items", [&](MemberReader &item) {
        static_cast<void>(item.take("kind"));
        MemberReader own = item.object("spec");
        if (Json panel = takePanel(own); !panel.is_null()) {
            leaveConditions(own);
            set(panel, "gridPos",
                gridPos(shown % columns * wide, y + shown / columns * height, wide, height));
            setRepeat(panel, own, columns);
            panels.push_back(std::move(panel));
            ++shown;
        }
        own.finish();
    });
    return std::min(y + (shown + columns - 1) / columns * height, lowestGridRow);
}

int LayoutReader::readRows(Json &panels, MemberReader &spec, const std::string &title, int y)
{
    spec.items("rows", [&](MemberReader &row) {
        static_cast<void>(row.take("kind"));
        MemberReader own = row.object("spec");
        leaveConditions(own);
        const Heading heading{titleBelow(title, own.text("title")), flagIn(own, "collapse")};
        const bool hidden = flagIn(own, "hideHeader");
        MemberReader layout = own.object("layout");
        y = hidden ? readInto(panels, layout, {}, y) : readBelow(panels, heading, own, layout, y);
        own.finish();
    });
    return y;
}

int LayoutReader::readTabs(Json &panels, MemberReader &spec, const std::string &title, int y)
{
    const Json *tabs = find(spec.json(), "tabs");
    if (tabs != nullptr && tabs->is_array() && tabs->size() > 1)
        m_result.losses.push_back(
            {'/' + spec.path() + "/tabs",
             {"layout.tabs", "Tabs are shown one below the other, all but the first folded."}});
    bool first = true;
    spec.items("tabs", [&](MemberReader &tab) {
        static_cast<void>(tab.take("kind"));
        MemberReader own = tab.object("spec");
        leaveConditions(own);
        const Heading heading{titleBelow(title, own.text("title")), !std::exchange(first, false)};
        MemberReader layout = own.object("layout");
        y = readBelow(panels, heading, own, layout, y);
        own.finish();
    });
    return y;
}

int LayoutReader::readBelow(Json &panels, const Heading &heading, MemberReader &holder, MemberReader &layout,
                            int y)
{
    const std::string_view kind = layout.text("kind");
    // Rows are not in each other: the inner ones say whose they are.
    if (kind == "RowsLayout" || kind == "TabsLayout")
        return readInto(panels, layout, heading.title, y);
    return addHeading(panels, heading, holder, y,
                      [&](Json &inside, int below) { return readInto(inside, layout, {}, below); });
}

template<typename Fill>
int LayoutReader::addHeading(Json &panels, const Heading &heading, MemberReader &holder, int y, Fill fill)
{
    Json row = {{"id", m_nextId}, {"type", "row"}, {"title", heading.title}, {"panels", Json::array()}};
    m_result.places.emplace(m_nextId++, '/' + holder.path());
    set(row, "collapsed", heading.folded);
    set(row, "gridPos", gridPos(0, y, gridColumns, 1));
    setRepeat(row, holder, 0);
    Json inside = Json::array();
    const int end = fill(inside, y + 1);
    if (heading.folded)
        set(row, "panels", std::exchange(inside, Json::array()));
    panels.push_back(std::move(row));
    for (Json &panel : inside)
        panels.push_back(std::move(panel));
    return std::min(heading.folded ? y + 1 : end, lowestGridRow);
}

Json LayoutReader::takePanel(MemberReader &item)
{
    MemberReader element = item.object("element");
    static_cast<void>(element.take("kind"));
    const auto found = m_panels.find(element.text("name"));
    if (found == m_panels.end()) {
        item.leave("element");
        return {};
    }
    element.finish();
    return std::move(m_panels.extract(found).mapped());
}

} // namespace sightglass::grafana
