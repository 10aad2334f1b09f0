// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/grafana/fieldconfigform.h"

#include "parser/grafana/thresholdsteps.h"
#include "parser/grafana/valuemappings.h"

#include <array>
#include <string>
#include <utility>

namespace sightglass::grafana {
namespace {

constexpr std::array<std::string_view, 3> limitKeys = {"min", "max", "decimals"};
constexpr std::array<std::string_view, 11> customNumbers = {
    "lineWidth", "fillOpacity", "pointSize",   "axisSoftMin",    "axisSoftMax", "axisWidth",
    "width",     "minWidth",    "barMaxWidth", "barWidthFactor", "barAlignment"};

/// The alias of a series in a delimiter that the old graph took for a regular expression.
bool isDelimited(std::string_view pattern, std::size_t &end)
{
    constexpr std::string_view delimiters = "/~@;%#'";
    constexpr std::string_view flags = "gimsuy";
    if (pattern.size() < 2 || delimiters.find(pattern.front()) == std::string_view::npos)
        return false;
    end = pattern.rfind(pattern.front());
    return end > 0 && pattern.find_first_not_of(flags, end + 1) == std::string_view::npos;
}

void normalizeHideFrom(Json &hideFrom)
{
    if (!hideFrom.is_object())
        return;
    rename(hideFrom, "graph", "viz");
    const Json *viz = find(hideFrom, "viz");
    const Json *tooltip = find(hideFrom, "tooltip");
    const bool isOdd = tooltip != nullptr && tooltip->is_structured();
    if (truthy(viz) && !viz->is_structured() && !isOdd)
        set(hideFrom, "tooltip", true);
}

Json modernColor(const Json &color)
{
    return color.is_string() ? fixedColor(color) : color;
}

bool isAutomatic(const Json &value)
{
    return isEmptyValue(&value) || textOf(&value) == "auto";
}

void normalizeCustom(Json &defaults)
{
    Json *custom = find(defaults, "custom");
    if (custom == nullptr)
        return;
    if (!custom->is_object()) {
        erase(defaults, "custom");
        return;
    }
    for (const std::string_view key : customNumbers) {
        const Json *value = find(*custom, key);
        if (value == nullptr || value->is_number())
            continue;
        if (const auto number = numberOf(value))
            set(*custom, key, jsonNumber(*number));
        else if (isAutomatic(*value))
            erase(*custom, key);
    }
    if (Json *hideFrom = find(*custom, "hideFrom"))
        normalizeHideFrom(*hideFrom);
}

/// Replaces or takes out what `form` makes of a member.
template<typename Form>
void reform(Json &object, std::string_view key, const Form &form)
{
    const Json *value = find(object, key);
    if (value == nullptr)
        return;
    Json formed = form(*value);
    if (formed.is_null())
        erase(object, key);
    else
        set(object, key, std::move(formed));
}

// What is something else than it should be stays: readers tell it, and it is written back.

Json unlessEmpty(const Json &value)
{
    return isEmptyValue(&value) ? Json() : value;
}

Json number(const Json &value)
{
    const auto read = numberOf(&value);
    return read ? jsonNumber(*read) : isAutomatic(value) ? Json() : value;
}

Json text(const Json &value)
{
    std::string read = scalarText(&value);
    return read.empty() ? unlessEmpty(value) : Json(std::move(read));
}

Json objectOnly(const Json &value)
{
    return value.is_object() ? value : unlessEmpty(value);
}

Json arrayOnly(const Json &value)
{
    return value.is_array() ? value : unlessEmpty(value);
}

void normalizeDefaults(Json &defaults)
{
    rename(defaults, "title", "displayName"); // of Grafana 6 and 7.0
    for (const std::string_view key : limitKeys)
        reform(defaults, key, number);
    reform(defaults, "thresholds", modernThresholds);
    const Json *thresholds = find(defaults, "thresholds");
    reform(defaults, "mappings", [thresholds](const Json &mappings) {
        return mappings.is_array() ? modernMappings(mappings, thresholds) : Json();
    });
    reform(defaults, "color", modernColor);
    reform(defaults, "color", objectOnly);
    for (const std::string_view key : {"unit", "displayName", "noValue", "displayNameFromDS", "description"})
        reform(defaults, key, text);
    reform(defaults, "links", arrayOnly);
    normalizeCustom(defaults);
}

void normalizeProperty(Json &property)
{
    const std::string id(textIn(property, "id"));
    if (find(property, "value") == nullptr)
        set(property, "value", nullptr);
    Json &value = *find(property, "value");
    if (id == "min" || id == "max" || id == "decimals")
        value = number(value);
    else if (id == "mappings")
        value = modernMappings(value, nullptr);
    else if (id == "thresholds")
        value = modernThresholds(value);
    else if (id == "color")
        value = modernColor(value);
    else if (id == "custom.hideFrom")
        normalizeHideFrom(value);
    else if (id == "custom.hideFrom.graph")
        set(property, "id", "custom.hideFrom.viz");
    else if (id == "title")
        set(property, "id", "displayName");
    else if (id.starts_with("custom.") && value.is_string()) {
        for (const std::string_view key : customNumbers) {
            if (std::string_view(id).substr(7) == key)
                value = number(value);
        }
    }
}

/// Whether the override says what it is about; one without properties is allowed and does nothing.
bool normalizeOverride(Json &override)
{
    const Json *matcher = find(override, "matcher");
    if (matcher == nullptr || textIn(*matcher, "id").empty())
        return false;
    Json *properties = find(override, "properties");
    if (properties == nullptr || !properties->is_array())
        set(override, "properties", Json::array());
    // Others stay as they are: readers tell of them.
    forEachObject(find(override, "properties"), [](Json &property) {
        if (!textIn(property, "id").empty())
            normalizeProperty(property);
    });
    return true;
}

} // namespace

void addProperty(Json &override, std::string_view id, Json value)
{
    arrayIn(override, "properties").push_back({{"id", id}, {"value", std::move(value)}});
}

Json overrideOf(std::string_view matcher, Json options)
{
    Json override = Json::object();
    set(override, "matcher", {{"id", matcher}, {"options", std::move(options)}});
    set(override, "properties", Json::array());
    return override;
}

Json overrideByPattern(std::string_view pattern)
{
    std::size_t end = 0;
    if (!isDelimited(pattern, end))
        return overrideOf("byName", std::string(pattern));
    std::string regex = "/";
    regex += pattern.substr(1, end - 1);
    regex += '/';
    regex += pattern.substr(end + 1);
    return overrideOf("byRegexp", std::move(regex));
}

Json fixedColor(Json color)
{
    return {{"mode", "fixed"}, {"fixedColor", std::move(color)}};
}

void normalizeFieldConfig(Json &panel, Migration &migration)
{
    Json &config = objectIn(panel, "fieldConfig");
    normalizeDefaults(objectIn(config, "defaults"));
    Json &overrides = arrayIn(config, "overrides");
    std::size_t index = 0;
    for (Json &override : overrides) {
        const std::string place = "/fieldConfig/overrides/" + std::to_string(index++);
        // It stays, to be written back.
        if (!normalizeOverride(override) && !isEmptyValue(&override))
            migration.lose(panel, place,
                           {"override.invalid", "The override does not say which fields it is for.",
                            LossKind::AsInGrafana});
    }
}

} // namespace sightglass::grafana
