// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/grafana/jsonvalues.h"

#include "parser/base/numbertext.h"
#include "parser/base/trimmed.h"

#include <cmath>
#include <cstdint>
#include <utility>

namespace sightglass::grafana {

const Json *find(const Json &object, std::string_view key) noexcept
{
    const auto *members = object.get_ptr<const Json::object_t *>();
    if (members == nullptr)
        return nullptr;
    const auto found = members->find(key);
    return found == members->end() ? nullptr : &found->second;
}

Json *find(Json &object, std::string_view key) noexcept
{
    return const_cast<Json *>(find(std::as_const(object), key));
}

const Json *find(const Json &object, std::initializer_list<std::string_view> path) noexcept
{
    const Json *value = &object;
    for (const std::string_view key : path) {
        value = find(*value, key);
        if (value == nullptr)
            return nullptr;
    }
    return value;
}

Json *find(Json &object, std::initializer_list<std::string_view> path) noexcept
{
    return const_cast<Json *>(find(std::as_const(object), path));
}

Json valueIn(const Json &object, std::string_view key)
{
    const Json *value = find(object, key);
    return value == nullptr ? Json() : *value;
}

Json take(Json &object, std::string_view key)
{
    Json *value = find(object, key);
    if (value == nullptr)
        return {};
    Json taken = std::move(*value);
    erase(object, key);
    return taken;
}

void erase(Json &object, std::string_view key)
{
    auto *members = object.get_ptr<Json::object_t *>();
    if (members == nullptr)
        return;
    if (const auto found = members->find(key); found != members->end())
        members->erase(found);
}

void set(Json &object, std::string_view key, Json value)
{
    if (!object.is_object())
        object = Json::object();
    (*object.get_ptr<Json::object_t *>())[std::string(key)] = std::move(value);
}

void setDefault(Json &object, std::string_view key, Json value)
{
    const Json *present = find(object, key);
    if (present == nullptr || present->is_null())
        set(object, key, std::move(value));
}

void rename(Json &object, std::string_view from, std::string_view to)
{
    if (find(object, from) == nullptr)
        return;
    Json value = take(object, from);
    if (find(object, to) == nullptr)
        set(object, to, std::move(value));
}

Json &objectIn(Json &parent, std::string_view key)
{
    Json *value = find(parent, key);
    if (value == nullptr || !value->is_object()) {
        set(parent, key, Json::object());
        value = find(parent, key);
    }
    return *value;
}

Json &arrayIn(Json &parent, std::string_view key)
{
    Json *value = find(parent, key);
    if (value == nullptr || !value->is_array()) {
        set(parent, key, Json::array());
        value = find(parent, key);
    }
    return *value;
}

bool truthy(const Json *value) noexcept
{
    if (value == nullptr || value->is_null())
        return false;
    if (const auto *flag = value->get_ptr<const Json::boolean_t *>())
        return *flag;
    if (const auto *text = value->get_ptr<const Json::string_t *>())
        return !text->empty();
    if (value->is_number()) {
        const auto number = value->get<double>();
        return number != 0 && !std::isnan(number);
    }
    return true;
}

bool truthyIn(const Json &object, std::string_view key) noexcept
{
    return truthy(find(object, key));
}

bool boolIn(const Json &object, std::string_view key, bool fallback) noexcept
{
    const Json *value = find(object, key);
    if (value == nullptr)
        return fallback;
    if (value->is_boolean() || value->is_number())
        return truthy(value);
    const std::string_view text = textOf(value);
    if (text == "true")
        return true;
    return text == "false" ? false : fallback;
}

std::optional<double> numberOf(const Json *value) noexcept
{
    if (value == nullptr)
        return std::nullopt;
    std::optional<double> number;
    if (value->is_number())
        number = value->get<double>();
    else if (value->is_string())
        number = parseFloat(trimmed(textOf(value), " \t\r\n"));
    return number && std::isfinite(*number) ? number : std::nullopt;
}

std::optional<double> numberIn(const Json &object, std::string_view key) noexcept
{
    return numberOf(find(object, key));
}

Json jsonNumber(double value)
{
    // Beyond 2^53 not every whole number is a double, so nothing is gained by an integer.
    constexpr double exactlyWhole = 9'007'199'254'740'992.0;
    if (std::trunc(value) == value && std::abs(value) <= exactlyWhole)
        return static_cast<std::int64_t>(value);
    return value;
}

std::string_view textOf(const Json *value) noexcept
{
    const auto *text = value == nullptr ? nullptr : value->get_ptr<const Json::string_t *>();
    return text == nullptr ? std::string_view() : std::string_view(*text);
}

std::string_view textIn(const Json &object, std::string_view key) noexcept
{
    return textOf(find(object, key));
}

std::string scalarText(const Json *value)
{
    if (value == nullptr)
        return {};
    if (const auto *flag = value->get_ptr<const Json::boolean_t *>())
        return *flag ? "true" : "false";
    if (const auto number = value->is_number() ? numberOf(value) : std::nullopt)
        return formatFloat(*number);
    return std::string(textOf(value));
}

bool isEmptyValue(const Json *value) noexcept
{
    if (value == nullptr || value->is_null())
        return true;
    return value->is_string() ? textOf(value).empty() : value->is_structured() && value->empty();
}

} // namespace sightglass::grafana
