// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/grafana/valuemappings.h"

#include "parser/grafana/thresholdsteps.h"

#include <string>
#include <utility>

namespace sightglass::grafana {
namespace {

bool isModern(const Json &mapping)
{
    const std::string_view type = textIn(mapping, "type");
    const Json *options = find(mapping, "options");
    return (type == "value" || type == "range" || type == "regex" || type == "special") &&
           options != nullptr && options->is_object();
}

/// Of a kind that no Grafana so far has: types were numbers, then words.
bool isUnknown(const Json &mapping)
{
    const Json *type = find(mapping, "type");
    return !isModern(mapping) && !textOf(type).empty() && !numberOf(type);
}

bool isNullText(const Json *value)
{
    return value != nullptr && (value->is_null() || textOf(value) == "null");
}

Json result(const Json &mapping, const Json *thresholds)
{
    Json shown = Json::object();
    const Json *text = find(mapping, "text");
    set(shown, "text", scalarText(text));
    const auto number = numberOf(text);
    const std::string color = number && thresholds != nullptr ? activeColor(*thresholds, *number) : "";
    if (!color.empty())
        set(shown, "color", color);
    return shown;
}

Json special(std::string_view match, Json shown)
{
    return {{"type", "special"}, {"options", {{"match", match}, {"result", std::move(shown)}}}};
}

Json range(const Json &mapping, Json shown)
{
    Json options = {{"from", nullptr}, {"to", nullptr}, {"result", std::move(shown)}};
    for (const std::string_view end : {"from", "to"}) {
        if (const auto number = numberIn(mapping, end))
            set(options, end, jsonNumber(*number));
    }
    return {{"type", "range"}, {"options", std::move(options)}};
}

/// Values go together into one mapping, which stands first.
class MappingList
{
public:
    void addModern(const Json &mapping)
    {
        if (textIn(mapping, "type") != "value") {
            m_others.push_back(mapping);
            return;
        }
        if (const Json *values = find(mapping, "options"); values != nullptr && values->is_object())
            m_values.update(*values);
    }
    void addOld(const Json &mapping, const Json *thresholds)
    {
        const Json *from = find(mapping, "from");
        const Json *value = find(mapping, "value");
        const bool ranged = numberIn(mapping, "type") == 2 || (value == nullptr && from != nullptr);
        if (ranged && isNullText(from))
            m_others.push_back(special("null", result(mapping, thresholds)));
        else if (ranged)
            m_others.push_back(range(mapping, result(mapping, thresholds)));
        else if (isNullText(value))
            m_others.push_back(special("null", result(mapping, thresholds)));
        else if (value != nullptr && !scalarText(value).empty())
            addValue(scalarText(value), result(mapping, thresholds));
    }
    Json list() &&
    {
        Json all = Json::array();
        if (!m_values.empty())
            all.push_back({{"type", "value"}, {"options", std::move(m_values)}});
        for (Json &other : m_others)
            all.push_back(std::move(other));
        return all;
    }

private:
    void addValue(const std::string &value, Json shown)
    {
        set(shown, "index", m_values.size());
        set(m_values, value, std::move(shown));
    }

    Json m_values = Json::object();
    Json m_others = Json::array();
};

} // namespace

Json modernMappings(const Json &mappings, const Json *thresholds)
{
    bool old = !mappings.is_array();
    if (!old) {
        for (const Json &mapping : mappings)
            old = old || !(isModern(mapping) || isUnknown(mapping));
    }
    if (!old)
        return mappings;
    MappingList list;
    forEachObject(&mappings, [&](const Json &mapping) {
        if (isModern(mapping) || isUnknown(mapping))
            list.addModern(mapping);
        else
            list.addOld(mapping, thresholds);
    });
    return std::move(list).list();
}

Json mappingsOfPlugin(const Json &plugin)
{
    const Json *values = find(plugin, "valueMaps");
    const Json *ranges = find(plugin, "rangeMaps");
    const auto type = numberIn(plugin, "mappingType");
    if (type == 2 || (!type && isEmptyValue(values)))
        return ranges == nullptr ? Json::array() : modernMappings(*ranges, nullptr);
    return values == nullptr ? Json::array() : modernMappings(*values, nullptr);
}

} // namespace sightglass::grafana
