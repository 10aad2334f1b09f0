// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/grafana/membershapes.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <functional>
#include <set>
#include <span>
#include <string>
#include <utility>

namespace sightglass::grafana {
namespace {

enum class Shape : std::uint8_t
{
    Value,  ///< a text, number or truth value: any of them is read as what is meant
    Number, ///< also one that is written as a text
    Object,
    List,
    Objects,   ///< a list of objects
    Values,    ///< one or a list of them
    Reference, ///< a name or an object
    Switch     ///< an object, or a truth value where it was not there to be set
};

struct Member
{
    /// Names of members; "*" is each member of a list or object.
    std::string_view path;
    Shape shape;
};

constexpr auto dashboardMembers = std::to_array<Member>({
    {"title", Shape::Value},
    {"description", Shape::Value},
    {"uid", Shape::Value},
    {"refresh", Shape::Value},
    {"timezone", Shape::Value},
    {"weekStart", Shape::Value},
    {"graphTooltip", Shape::Number},
    {"editable", Shape::Value},
    {"tags", Shape::List},
    {"tags/*", Shape::Value},
    {"time", Shape::Object},
    {"time/from", Shape::Value},
    {"time/to", Shape::Value},
    {"timepicker", Shape::Object},
    {"timepicker/refresh_intervals", Shape::List},
    {"templating", Shape::Object},
    {"templating/list", Shape::Objects},
    {"templating/list/*/name", Shape::Value},
    {"templating/list/*/label", Shape::Value},
    {"templating/list/*/type", Shape::Value},
    {"templating/list/*/description", Shape::Value},
    {"templating/list/*/regex", Shape::Value},
    {"templating/list/*/multi", Shape::Value},
    {"templating/list/*/includeAll", Shape::Value},
    {"templating/list/*/allValue", Shape::Value},
    {"templating/list/*/sort", Shape::Value},
    {"templating/list/*/hide", Shape::Value},
    {"templating/list/*/refresh", Shape::Value},
    {"templating/list/*/datasource", Shape::Reference},
    {"templating/list/*/datasource/uid", Shape::Value},
    {"templating/list/*/datasource/type", Shape::Value},
    {"templating/list/*/query", Shape::Reference},
    {"templating/list/*/current", Shape::Object},
    {"templating/list/*/current/text", Shape::Values},
    {"templating/list/*/current/value", Shape::Values},
    {"annotations", Shape::Object},
    {"annotations/list", Shape::Objects},
    {"annotations/list/*/name", Shape::Value},
    {"annotations/list/*/enable", Shape::Value},
    {"annotations/list/*/hide", Shape::Value},
    {"annotations/list/*/iconColor", Shape::Value},
    {"annotations/list/*/expr", Shape::Value},
    {"annotations/list/*/step", Shape::Value},
    {"annotations/list/*/titleFormat", Shape::Value},
    {"annotations/list/*/textFormat", Shape::Value},
    {"annotations/list/*/tagKeys", Shape::Value},
    {"annotations/list/*/datasource", Shape::Reference},
    {"annotations/list/*/datasource/uid", Shape::Value},
    {"annotations/list/*/datasource/type", Shape::Value},
    {"annotations/list/*/type", Shape::Value},
    {"links", Shape::Objects},
    {"links/*/title", Shape::Value},
    {"links/*/url", Shape::Value},
    {"links/*/type", Shape::Value},
    {"links/*/tooltip", Shape::Value},
    {"links/*/icon", Shape::Value},
    {"links/*/asDropdown", Shape::Value},
    {"links/*/includeVars", Shape::Value},
    {"links/*/keepTime", Shape::Value},
    {"links/*/targetBlank", Shape::Value},
    {"links/*/tags", Shape::List},
    {"panels", Shape::Objects},
    {"panels/*/id", Shape::Value},
    {"panels/*/panels", Shape::Objects},
    {"panels/*/panels/*/id", Shape::Value},
    {"rows", Shape::Objects},
    {"rows/*/title", Shape::Value},
    {"rows/*/height", Shape::Value},
    {"rows/*/repeat", Shape::Value},
    {"rows/*/repeatIteration", Shape::Value},
    {"rows/*/panels", Shape::Objects},
    {"rows/*/panels/*/id", Shape::Value},
    {"rows/*/panels/*/span", Shape::Number},
});

constexpr auto panelMembers = std::to_array<Member>({
    {"title", Shape::Value},
    {"description", Shape::Value},
    {"type", Shape::Value},
    {"interval", Shape::Value},
    {"repeat", Shape::Value},
    {"repeatDirection", Shape::Value},
    {"maxPerRow", Shape::Number},
    {"maxDataPoints", Shape::Number},
    {"timeFrom", Shape::Value},
    {"timeShift", Shape::Value},
    {"transparent", Shape::Value},
    {"hideTimeOverride", Shape::Value},
    {"collapsed", Shape::Value},
    {"pluginVersion", Shape::Value},
    {"datasource", Shape::Reference},
    {"datasource/uid", Shape::Value},
    {"datasource/type", Shape::Value},
    {"gridPos", Shape::Object},
    {"gridPos/h", Shape::Number},
    {"gridPos/w", Shape::Number},
    {"gridPos/x", Shape::Number},
    {"gridPos/y", Shape::Number},
    {"links", Shape::Objects},
    {"links/*/title", Shape::Value},
    {"links/*/url", Shape::Value},
    {"targets", Shape::Objects},
    {"targets/*/expr", Shape::Value},
    {"targets/*/legendFormat", Shape::Value},
    {"targets/*/interval", Shape::Value},
    {"targets/*/intervalFactor", Shape::Number},
    {"targets/*/format", Shape::Value},
    {"targets/*/instant", Shape::Value},
    {"targets/*/range", Shape::Value},
    {"targets/*/hide", Shape::Value},
    {"targets/*/exemplar", Shape::Value},
    {"targets/*/refId", Shape::Value},
    {"targets/*/datasource", Shape::Reference},
    {"targets/*/datasource/uid", Shape::Value},
    {"targets/*/datasource/type", Shape::Value},
    {"transformations", Shape::Objects},
    {"transformations/*/id", Shape::Value},
    {"transformations/*/disabled", Shape::Value},
    {"transformations/*/options", Shape::Object},
    {"transformations/*/options/excludeByName/*", Shape::Value},
    {"transformations/*/options/indexByName/*", Shape::Value},
    {"transformations/*/options/renameByName/*", Shape::Value},
    {"fieldConfig", Shape::Object},
    {"fieldConfig/defaults", Shape::Object},
    {"fieldConfig/defaults/unit", Shape::Value},
    {"fieldConfig/defaults/min", Shape::Number},
    {"fieldConfig/defaults/max", Shape::Number},
    {"fieldConfig/defaults/decimals", Shape::Number},
    {"fieldConfig/defaults/displayName", Shape::Value},
    {"fieldConfig/defaults/noValue", Shape::Value},
    {"fieldConfig/defaults/description", Shape::Value},
    {"fieldConfig/defaults/color", Shape::Reference},
    {"fieldConfig/defaults/color/mode", Shape::Value},
    {"fieldConfig/defaults/color/fixedColor", Shape::Value},
    {"fieldConfig/defaults/links", Shape::Objects},
    {"fieldConfig/defaults/mappings", Shape::Objects},
    {"fieldConfig/defaults/mappings/*/type", Shape::Value},
    {"fieldConfig/defaults/mappings/*/options", Shape::Object},
    {"fieldConfig/defaults/mappings/*/options/result", Shape::Object},
    {"fieldConfig/defaults/mappings/*/options/result/text", Shape::Value},
    {"fieldConfig/defaults/mappings/*/options/result/color", Shape::Value},
    {"fieldConfig/defaults/thresholds", Shape::Object},
    {"fieldConfig/defaults/thresholds/mode", Shape::Value},
    {"fieldConfig/defaults/thresholds/steps", Shape::Objects},
    {"fieldConfig/defaults/thresholds/steps/*/color", Shape::Value},
    {"fieldConfig/defaults/thresholds/steps/*/value", Shape::Number},
    {"fieldConfig/defaults/custom", Shape::Object},
    {"fieldConfig/defaults/custom/barAlignment", Shape::Number},
    {"fieldConfig/defaults/custom/drawStyle", Shape::Value},
    {"fieldConfig/defaults/custom/fillOpacity", Shape::Number},
    {"fieldConfig/defaults/custom/gradientMode", Shape::Value},
    {"fieldConfig/defaults/custom/lineInterpolation", Shape::Value},
    {"fieldConfig/defaults/custom/lineWidth", Shape::Number},
    {"fieldConfig/defaults/custom/pointSize", Shape::Number},
    {"fieldConfig/defaults/custom/showPoints", Shape::Value},
    {"fieldConfig/defaults/custom/spanNulls", Shape::Value},
    {"fieldConfig/overrides", Shape::Objects},
    {"fieldConfig/overrides/*/matcher", Shape::Object},
    {"fieldConfig/overrides/*/matcher/id", Shape::Value},
    {"fieldConfig/overrides/*/properties", Shape::Objects},
    {"fieldConfig/overrides/*/properties/*/id", Shape::Value},
    {"options", Shape::Object},
    {"options/legend", Shape::Object},
    {"options/legend/calcs", Shape::List},
    {"options/legend/calcs/*", Shape::Value},
    {"options/legend/asTable", Shape::Value},
    {"options/legend/displayMode", Shape::Value},
    {"options/legend/placement", Shape::Value},
    {"options/legend/showLegend", Shape::Value},
    {"options/tooltip", Shape::Object},
    {"options/reduceOptions", Shape::Object},
    {"options/reduceOptions/calcs", Shape::List},
    {"options/reduceOptions/calcs/*", Shape::Value},
});

/// Of plugins of long ago, which left them in panels that have another type now.
constexpr auto oldMembers = std::to_array<Member>({
    {"grid", Shape::Object},
    {"grid/*", Shape::Value},
    {"y_formats", Shape::List},
    {"y_formats/*", Shape::Value},
    {"aliasColors", Shape::Object},
    {"aliasColors/*", Shape::Value},
    {"seriesOverrides", Shape::Objects},
    {"seriesOverrides/*/alias", Shape::Value},
    {"legend", Shape::Switch},
    {"legend/*", Shape::Value},
    {"tooltip", Shape::Object},
    {"tooltip/*", Shape::Value},
    {"yaxes", Shape::Objects},
    {"yaxes/*/format", Shape::Value},
    {"yaxes/*/label", Shape::Value},
    {"yaxes/*/logBase", Shape::Value},
    {"yaxes/*/max", Shape::Value},
    {"yaxes/*/min", Shape::Value},
    {"yaxes/*/show", Shape::Value},
    {"xaxis", Shape::Object},
    {"gauge", Shape::Object},
    {"sparkline", Shape::Object},
    {"color", Shape::Object},
    {"fill", Shape::Value},
    {"linewidth", Shape::Value},
    {"pointradius", Shape::Value},
    {"lines", Shape::Value},
    {"points", Shape::Value},
    {"bars", Shape::Value},
    {"stack", Shape::Value},
    {"percentage", Shape::Value},
    {"nullPointMode", Shape::Value},
    {"format", Shape::Value},
    {"decimals", Shape::Value},
    {"valueName", Shape::Value},
    {"valueMaps", Shape::Objects},
    {"valueMaps/*/text", Shape::Value},
    {"valueMaps/*/value", Shape::Value},
    {"rangeMaps", Shape::Objects},
    {"styles", Shape::Objects},
    {"styles/*/pattern", Shape::Value},
    {"styles/*/alias", Shape::Value},
    {"styles/*/unit", Shape::Value},
    {"styles/*/type", Shape::Value},
    {"styles/*/decimals", Shape::Value},
    {"thresholds/*/colorMode", Shape::Value},
    {"transform", Shape::Value},
});

constexpr auto typesOfToday = std::to_array<std::string_view>(
    {"timeseries", "stat", "gauge", "bargauge", "barchart", "histogram", "state-timeline", "status-history",
     "text", "piechart", "alertlist", "dashlist", "row"});

/// Properties of overrides whose value has members.
constexpr auto objectProperties = std::to_array<std::string_view>(
    {"thresholds", "custom.cellOptions", "custom.hideFrom", "custom.lineStyle", "custom.scaleDistribution",
     "custom.stacking", "custom.thresholdsStyle"});
constexpr auto textMatchers =
    std::to_array<std::string_view>({"byName", "byRegexp", "byType", "byFrameRefID"});

template<typename List>
bool contains(const List &list, std::string_view word)
{
    return std::ranges::find(list, word) != list.end();
}

constexpr std::string_view dashboardShape = "dashboard.shape";
constexpr std::string_view panelShape = "panel.shape";
constexpr std::string_view noMember = "This is no member of the list.";

using Tell = std::function<void(const std::string &pointer, std::string_view reason)>;

void check(const Json &value, Shape shape, const std::string &pointer, const Tell &tell)
{
    if (isEmptyValue(&value))
        return;
    const auto isSingle = [](const Json &one) { return !one.is_structured(); };
    switch (shape) {
    case Shape::Value:
        if (value.is_structured())
            tell(pointer, "This is no single value.");
        break;
    case Shape::Number:
        if (!numberOf(&value) && textOf(&value) != "auto")
            tell(pointer, "This is no number.");
        break;
    case Shape::Object:
        if (!value.is_object())
            tell(pointer, "This is no object.");
        break;
    case Shape::List:
    case Shape::Objects:
        if (!value.is_array())
            tell(pointer, "This is no list.");
        break;
    case Shape::Values:
        if (value.is_object() || (value.is_array() && !std::ranges::all_of(value, isSingle)))
            tell(pointer, "This is neither a single value nor a list of them.");
        break;
    case Shape::Switch:
        if (!value.is_object() && !value.is_boolean())
            tell(pointer, "This is no object.");
        break;
    case Shape::Reference:
        if (!value.is_object() && !value.is_string())
            tell(pointer, "This is neither a name nor an object.");
        break;
    }
    if (shape != Shape::Objects || !value.is_array())
        return;
    for (std::size_t i = 0; i < value.size(); ++i) {
        if (!value[i].is_object() && !value[i].is_null())
            tell(pointer + '/' + std::to_string(i), noMember);
    }
}

/// All values at a path below `value`, which stands at `pointer`.
void walk(const Json &value, std::string_view path, Shape shape, const std::string &pointer, const Tell &tell)
{
    if (path.empty())
        return check(value, shape, pointer, tell);
    const std::size_t slash = std::min(path.find('/'), path.size());
    const std::string_view step = path.substr(0, slash);
    const std::string_view rest = path.substr(std::min(slash + 1, path.size()));
    if (step != "*") {
        if (const Json *member = find(value, step))
            walk(*member, rest, shape, pointer + pointerStep(step), tell);
        return;
    }
    if (value.is_array()) {
        for (std::size_t i = 0; i < value.size(); ++i)
            walk(value[i], rest, shape, pointer + '/' + std::to_string(i), tell);
    } else if (value.is_object()) {
        for (const auto &[key, member] : value.items())
            walk(member, rest, shape, pointer + pointerStep(key), tell);
    }
}

/// What the shape of depends on what stands beside it.
void walkOverrides(const Json &panel, const Tell &tell)
{
    const Json *overrides = find(panel, {"fieldConfig", "overrides"});
    for (std::size_t i = 0; overrides != nullptr && overrides->is_array() && i < overrides->size(); ++i) {
        const Json &one = (*overrides)[i];
        const std::string place = "/fieldConfig/overrides/" + std::to_string(i);
        if (contains(textMatchers, textOf(find(one, {"matcher", "id"}))))
            walk(one, "matcher/options", Shape::Value, place, tell);
        const Json *properties = find(one, "properties");
        for (std::size_t k = 0; properties != nullptr && properties->is_array() && k < properties->size();
             ++k) {
            const std::string_view id = textIn((*properties)[k], "id");
            const bool object = contains(objectProperties, id);
            const bool list = id == "mappings" || id == "links";
            const std::string property = place + "/properties/" + std::to_string(k);
            if (id == "color")
                walk((*properties)[k], "value", Shape::Reference, property, tell);
            else if (object || list)
                walk((*properties)[k], "value", object ? Shape::Object : Shape::Objects, property, tell);
        }
    }
}

bool isShape(const ImportLoss &loss)
{
    return loss.feature == dashboardShape || loss.feature == panelShape;
}

} // namespace

void tellDashboardShapes(const Json &dashboard, Migration &migration)
{
    const Tell tell = [&migration](const std::string &pointer, std::string_view reason) {
        // What was chosen last is chosen anew, by anybody's program.
        const bool chosen = pointer.find("/current") != std::string::npos;
        migration.loseInDashboard(pointer,
                                  {dashboardShape, reason, chosen ? LossKind::AsInGrafana : LossKind::Ours});
    };
    for (const Member &member : dashboardMembers)
        walk(dashboard, member.path, member.shape, {}, tell);
}

void tellPanelShapes(Json &dashboard, Migration &migration)
{
    forEachPanel(dashboard, [&migration](const Json &panel) {
        const Tell tell = [&](const std::string &pointer, std::string_view reason) {
            migration.lose(panel, pointer, {panelShape, reason});
        };
        for (const Member &member : panelMembers)
            walk(panel, member.path, member.shape, {}, tell);
        walkOverrides(panel, tell);
        if (contains(typesOfToday, textIn(panel, "type")))
            return;
        // The plugins passed over it, too.
        const Tell tellOld = [&](const std::string &pointer, std::string_view reason) {
            migration.lose(panel, pointer, {panelShape, reason, LossKind::AsInGrafana});
        };
        for (const Member &member : oldMembers)
            walk(panel, member.path, member.shape, {}, tellOld);
    });
}

std::vector<ImportLoss> withoutDoubledShapes(std::vector<ImportLoss> losses)
{
    std::set<std::string, std::less<>> told;
    for (const ImportLoss &loss : losses) {
        if (!isShape(loss))
            told.insert(loss.pointer);
    }
    std::erase_if(losses, [&told](const ImportLoss &loss) {
        if (!isShape(loss))
            return false;
        const std::string_view list = std::string_view(loss.pointer).substr(0, loss.pointer.rfind('/'));
        return told.contains(loss.pointer) || (loss.reason == noMember && told.contains(list));
    });
    return losses;
}

} // namespace sightglass::grafana
