// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/dashboard/dashboardchoices.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace sightglass {

namespace {

using Json = nlohmann::json;

constexpr std::size_t mostKept = 10'000; ///< values of one variable, and names of each kind

std::string textOf(const Json &json)
{
    const auto *text = json.get_ptr<const std::string *>();
    return text != nullptr ? *text : std::string();
}

std::string member(const Json &json, const char *name)
{
    const auto found = json.is_object() ? json.find(name) : json.end();
    return json.is_object() && found != json.end() ? textOf(*found) : std::string();
}

/// Calls `take(name, value)` for each member of a member.
template<typename Take>
void forEach(const Json &json, const char *name, const Take &take)
{
    const auto found = json.find(name);
    if (found == json.end() || !found->is_object() || found->size() > mostKept)
        return;
    for (const auto &[key, value] : found->items())
        take(key, value);
}

void readFlags(const Json &json, const char *name, std::map<std::string, bool, std::less<>> &flags)
{
    forEach(json, name, [&flags](const std::string &key, const Json &value) {
        if (value.is_boolean())
            flags[key] = value.get<bool>();
    });
}

AdHocFilter readFilter(const Json &json)
{
    AdHocFilter filter{member(json, "key"), member(json, "operator"), member(json, "value")};
    const auto values = json.find("values");
    if (values != json.end() && values->is_array() && values->size() <= mostKept) {
        for (const Json &value : *values)
            filter.values.push_back(textOf(value));
    }
    return filter;
}

} // namespace

DashboardChoices choicesForRenamed(DashboardChoices choices, std::span<const VariableSpec> before,
                                   std::span<const VariableSpec> after)
{
    if (before.size() != after.size())
        return choices;
    const auto move = [](auto &chosen, const std::string &from, const std::string &to) {
        if (auto node = chosen.extract(from)) {
            node.key() = to;
            chosen.erase(to);
            chosen.insert(std::move(node));
        }
    };
    for (std::size_t i = 0; i < before.size(); ++i) {
        const std::string &from = before[i].name;
        const std::string &to = after[i].name;
        // Whose name is another's too, for the moment, cannot be told from it.
        const bool renamed = from != to && std::ranges::count(before, from, &VariableSpec::name) == 1 &&
                             std::ranges::count(after, to, &VariableSpec::name) == 1 &&
                             std::ranges::count(after, from, &VariableSpec::name) == 0 &&
                             std::ranges::count(before, to, &VariableSpec::name) == 0;
        if (!renamed)
            continue;
        move(choices.variables, from, to);
        move(choices.filters, from, to);
    }
    return choices;
}

std::string choicesText(const DashboardChoices &choices)
{
    Json json = Json::object();
    for (const auto &[name, options] : choices.variables) {
        Json list = Json::array();
        for (const VariableOption &option : options)
            list.push_back({{"text", option.text}, {"value", option.value}});
        json["variables"][name] = std::move(list);
    }
    for (const auto &[name, filters] : choices.filters) {
        Json list = Json::array();
        for (const AdHocFilter &filter : filters)
            list.push_back({{"key", filter.key},
                            {"operator", filter.op},
                            {"value", filter.value},
                            {"values", filter.values}});
        json["filters"][name] = std::move(list);
    }
    for (const auto &[id, folded] : choices.folded)
        json["folded"][id] = folded;
    for (const auto &[name, on] : choices.annotations)
        json["annotations"][name] = on;
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

DashboardChoices readChoices(std::string_view text)
{
    DashboardChoices choices;
    const Json json = Json::parse(text, nullptr, false);
    if (!json.is_object())
        return choices;
    forEach(json, "variables", [&choices](const std::string &name, const Json &list) {
        if (!list.is_array() || list.size() > mostKept)
            return;
        std::vector<VariableOption> &options = choices.variables[name];
        for (const Json &option : list)
            options.push_back({member(option, "text"), member(option, "value")});
    });
    forEach(json, "filters", [&choices](const std::string &name, const Json &list) {
        if (!list.is_array() || list.size() > mostKept)
            return;
        std::vector<AdHocFilter> &filters = choices.filters[name];
        for (const Json &filter : list) {
            if (filter.is_object())
                filters.push_back(readFilter(filter));
        }
    });
    readFlags(json, "folded", choices.folded);
    readFlags(json, "annotations", choices.annotations);
    return choices;
}

} // namespace sightglass
