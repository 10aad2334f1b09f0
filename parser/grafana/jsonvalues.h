// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json.hpp>

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

/// Access to JSON of which nothing is known: none of these throws or asserts, whatever the types are.
namespace sightglass::grafana {

using Json = nlohmann::json;

/// The value of a key, null where it is absent or `object` is no object.
[[nodiscard]] const Json *find(const Json &object, std::string_view key) noexcept;
[[nodiscard]] Json *find(Json &object, std::string_view key) noexcept;

/// The value at a path of keys, null where a step is missing.
[[nodiscard]] const Json *find(const Json &object, std::initializer_list<std::string_view> path) noexcept;
[[nodiscard]] Json *find(Json &object, std::initializer_list<std::string_view> path) noexcept;

/// A copy of the value, JSON null where it is absent.
[[nodiscard]] Json valueIn(const Json &object, std::string_view key);
/// Takes the value out of the object, JSON null where it was absent.
[[nodiscard]] Json take(Json &object, std::string_view key);
void erase(Json &object, std::string_view key);
/// Makes `object` an object where it is none.
void set(Json &object, std::string_view key, Json value);
/// Sets what is absent or null.
void setDefault(Json &object, std::string_view key, Json value);
/// Gives a value another name; a value that already has the new name stays.
void rename(Json &object, std::string_view from, std::string_view to);

/// The member as an object or array; whatever else it was is replaced by an empty one.
Json &objectIn(Json &parent, std::string_view key);
Json &arrayIn(Json &parent, std::string_view key);

/// Whether JavaScript takes the value for true; null pointer, null, false, 0 and "" are not.
[[nodiscard]] bool truthy(const Json *value) noexcept;
[[nodiscard]] bool truthyIn(const Json &object, std::string_view key) noexcept;
/// A boolean, also as "true" or "false" or a number; `fallback` where it is absent or something else.
[[nodiscard]] bool boolIn(const Json &object, std::string_view key, bool fallback) noexcept;

/// A finite number, also one written as text ("30", " 0.5 "); none for anything else ("", "auto", true).
[[nodiscard]] std::optional<double> numberOf(const Json *value) noexcept;
[[nodiscard]] std::optional<double> numberIn(const Json &object, std::string_view key) noexcept;
/// A number in the one form: whole numbers as integers.
[[nodiscard]] Json jsonNumber(double value);

/// A text, "" for anything else. The view lives as long as the value.
[[nodiscard]] std::string_view textOf(const Json *value) noexcept;
[[nodiscard]] std::string_view textIn(const Json &object, std::string_view key) noexcept;
/// A text, or the text of a number or boolean; "" for anything else.
[[nodiscard]] std::string scalarText(const Json *value);

[[nodiscard]] bool isEmptyValue(const Json *value) noexcept; ///< absent, null, "", {} or []

/// Calls `function(Json &)` for each object in the array; other members are passed over.
template<typename Array, typename Function>
void forEachObject(Array *array, Function function)
{
    if (array == nullptr || !array->is_array())
        return;
    for (auto &item : *array) {
        if (item.is_object())
            function(item);
    }
}

} // namespace sightglass::grafana
