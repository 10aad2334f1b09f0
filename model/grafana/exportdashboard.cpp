// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/grafana/exportdashboard.h"

#include "model/dashboard/refids.h"
#include "model/grafana/annotationjson.h"
#include "model/grafana/dashboardfields.h"
#include "model/grafana/extension.h"
#include "model/grafana/fieldsink.h"
#include "model/grafana/paneljson.h"
#include "parser/grafana/dashboardmigration.h"

#include <array>
#include <charconv>
#include <set>
#include <utility>
#include <vector>

namespace sightglass {

namespace {

using namespace grafana;

constexpr std::array<std::pair<std::string_view, std::string_view>, 6> roles = {{
    {"good", "green"},
    {"notice", "yellow"},
    {"warning", "orange"},
    {"critical", "red"},
    {"info", "blue"},
    {"neutral", "#808080"},
}};

/// A number that a panel's id is, 0 for one that is a name.
int numberOf(const std::string &id)
{
    int number = 0;
    const auto [end, error] = std::from_chars(id.data(), id.data() + id.size(), number);
    const bool whole = error == std::errc() && end == id.data() + id.size() && number > 0;
    return whole && std::to_string(number) == id ? number : 0;
}

/// Unique numbers for all panels: their ids where those are numbers.
std::vector<int> numbersOf(const std::vector<PanelSpec> &panels)
{
    std::set<int> taken;
    std::vector<int> numbers;
    for (const PanelSpec &panel : panels) {
        const int number = numberOf(panel.id);
        numbers.push_back(number > 0 && taken.insert(number).second ? number : 0);
    }
    int next = 1;
    for (int &number : numbers) {
        while (number == 0 && !taken.insert(next).second)
            ++next;
        number = number == 0 ? next : number;
    }
    return numbers;
}

/// Grafana's arithmetic of dates knows one unit at a time.
std::string lengthText(std::int64_t milliseconds)
{
    constexpr std::array<std::pair<std::int64_t, char>, 4> units = {
        {{86'400'000, 'd'}, {3'600'000, 'h'}, {60'000, 'm'}, {1000, 's'}}};
    for (const auto &[length, unit] : units) {
        if (milliseconds % length == 0)
            return std::to_string(milliseconds / length) + unit;
    }
    return std::to_string(milliseconds) + "ms";
}

void nameColors(OrderedJson &json)
{
    if (!json.is_structured())
        return;
    for (auto &[name, value] : json.items()) {
        const bool color = name == "color" || name == "fixedColor" || name == "iconColor";
        if (color && value.is_string()) {
            for (const auto &[role, grafanaName] : roles) {
                if (value == role)
                    value = grafanaName;
            }
        } else {
            nameColors(value);
        }
    }
}

OrderedJson panelsJson(const DashboardSpec &dashboard)
{
    const std::vector<int> numbers = numbersOf(dashboard.panels);
    OrderedJson list = OrderedJson::array();
    bool inFolded = false;
    for (std::size_t i = 0; i < dashboard.panels.size(); ++i) {
        PanelSpec panel = dashboard.panels[i];
        nameQueries(panel);
        OrderedJson json = panelJson(panel, numbers[i]);
        if (OrderedJson extension = panelExtension(panel, numbers[i]); !extension.is_null())
            json[std::string(extensionName)] = std::move(extension);
        const auto *row = std::get_if<RowOptions>(&panel.options);
        if (row == nullptr && inFolded)
            list.back()["panels"].push_back(std::move(json));
        else
            list.push_back(std::move(json));
        inFolded = row != nullptr ? row->collapsed : inFolded;
    }
    return list;
}

} // namespace

std::string exportDashboard(const DashboardSpec &dashboard, FileFor reader)
{
    DashboardSpec copy = dashboard;
    if (copy.timeFrom.empty() && copy.timeTo.empty()) {
        copy.timeFrom = "now-" + lengthText(copy.defaultRangeMs);
        copy.timeTo = "now";
    }
    OrderedJson json = OrderedJson::object();
    FieldSink sink(json);
    describe(sink, copy);
    if (!dashboard.annotations.empty())
        json["annotations"]["list"] = annotationsJson(dashboard.annotations);
    putKept(json, dashboard.kept);
    json["schemaVersion"] = newestDashboardSchema;
    json["panels"] = panelsJson(dashboard);
    if (reader == FileFor::Grafana)
        nameColors(json);
    json[std::string(extensionName)] = dashboardExtension(dashboard);
    // HELP texts need not be UTF-8; JSON must be.
    return json.dump(2, ' ', false, OrderedJson::error_handler_t::replace) + "\n";
}

} // namespace sightglass
