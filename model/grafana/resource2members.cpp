// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/grafana/resource2members.h"

#include "parser/grafana/migration.h"
#include "parser/grafana/resourcev2.h"

#include <algorithm>
#include <array>
#include <string>

namespace sightglass::grafana {

namespace {

/// A member that Grafana's model of version 2 has and that is not read, or cannot be.
struct Resource2Member
{
    std::string_view name;
    std::string_view reason;
    LossKind kind = LossKind::Ours;
};

constexpr std::string_view unknownWord = "The value is not one that is known.";

constexpr auto members = std::to_array<Resource2Member>({
    {"collapse", unknownWord},
    {"collapsed", unknownWord},
    {"columnWidth", unknownWord},
    {"columnWidthMode", unknownWord},
    {"conditionalRendering", "It is shown whatever the condition is."},
    {"cursorSync", unknownWord},
    {"data", "This is no group of queries."},
    {"defaultLinks", "Links of the whole installation are not known."},
    {"defaultVariables", "Variables of the whole installation are not known."},
    {"element", "The element is not there, or has a place already: it is shown once.", LossKind::AsInGrafana},
    {"elements", "This is no set of elements."},
    {"fillScreen", "Panels are as high as they say, not as the screen."},
    {"height", unknownWord},
    {"hide", unknownWord},
    {"kind", "This kind is not known."},
    {"labels", "They choose the data source when the dashboard is imported.", LossKind::AsInGrafana},
    {"layout", "A layout of this kind is not known: its panels are not shown."},
    {"maxColumnCount", unknownWord},
    {"preferences", "Preferences of the dashboard's editor are not known."},
    {"queries", "This is no list of queries."},
    {"refresh", unknownWord},
    {"repeat", "This kind of repeat is not known."},
    {"rowHeight", unknownWord},
    {"rowHeightMode", unknownWord},
    {"sort", unknownWord},
    {"spec", "This is no object."},
    {"transformations", "This is no list of transformations."},
    {"variables", "Variables of a part of the dashboard are not known."},
    {"width", unknownWord},
    {"x", unknownWord},
    {"y", unknownWord},
});

/// "elements/a~1b": an element that has no place, rather than a member of one.
bool isElement(std::string_view path)
{
    constexpr std::string_view elements = "elements/";
    return path.starts_with(elements) && path.find('/', elements.size()) == std::string_view::npos;
}

Resource2Member memberAt(std::string_view path)
{
    if (isElement(path))
        return {"elements/*", "The layout does not show this element.", LossKind::AsInGrafana};
    const std::string_view name = path.substr(path.rfind('/') + 1);
    const auto found = std::ranges::find(members, name, &Resource2Member::name);
    if (found != members.end())
        return *found;
    return {name, "Grafana's model has no such member.", LossKind::AsInGrafana};
}

} // namespace

void readLeftOfResource2(FieldSource &source)
{
    const Json *left = source.raw(leftOfResource2);
    if (left == nullptr)
        return;
    const MemberPlace place = source.placeOf(leftOfResource2);
    if (!left->is_object())
        return source.loseAndKeep(leftOfResource2, "This is no object.");
    for (const auto &[path, value] : left->items()) {
        const Resource2Member member = memberAt(path);
        source.notes().lose(place.pointer + pointerStep(path), "resource2/" + std::string(member.name),
                            member.reason, member.kind);
    }
    source.keep(leftOfResource2);
}

} // namespace sightglass::grafana
