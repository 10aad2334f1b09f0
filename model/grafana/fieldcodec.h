// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/grafana/grafanawords.h"
#include "parser/grafana/jsonvalues.h"

#include <cmath>
#include <concepts>
#include <optional>
#include <string>
#include <type_traits>

namespace sightglass::grafana {

using OrderedJson = nlohmann::ordered_json;

/// One value out of JSON, nothing where it is no such value. Numbers and flags written as texts are read, as
/// Grafana's own code takes them.
template<typename T>
[[nodiscard]] std::optional<T> fromJson(const Json &json);

template<>
[[nodiscard]] std::optional<std::string> fromJson(const Json &json);
template<>
[[nodiscard]] std::optional<bool> fromJson(const Json &json);
template<>
[[nodiscard]] std::optional<double> fromJson(const Json &json);
template<>
[[nodiscard]] std::optional<int> fromJson(const Json &json);
template<>
[[nodiscard]] std::optional<Calculation> fromJson(const Json &json);

template<typename Enum>
requires(std::is_enum_v<Enum> && !isWrittenAsNumber<Enum>)
    [[nodiscard]] std::optional<Enum> wordFromJson(const Json &json)
{
    static_assert(grafanaWords<Enum>.size() > 0);
    const std::string_view text = textOf(&json);
    if (!json.is_string())
        return std::nullopt;
    for (const auto &[word, value] : grafanaWords<Enum>) {
        if (word == text)
            return value;
    }
    return std::nullopt;
}

template<typename Enum>
requires isWrittenAsNumber<Enum>
[[nodiscard]] std::optional<Enum> wordFromJson(const Json &json)
{
    const auto number = numberOf(&json);
    const double least = std::is_signed_v<std::underlying_type_t<Enum>> ? -1 : 0;
    if (!number || std::trunc(*number) != *number || *number < least ||
        *number > double(static_cast<int>(lastOfNumbers<Enum>)))
        return std::nullopt;
    return static_cast<Enum>(*number);
}

template<typename T>
std::optional<T> fromJson(const Json &json)
{
    return wordFromJson<T>(json);
}

[[nodiscard]] OrderedJson toJson(const std::string &value);
[[nodiscard]] OrderedJson toJson(bool value);
/// Whole numbers without a fraction.
[[nodiscard]] OrderedJson toJson(double value);
[[nodiscard]] OrderedJson toJson(int value);
[[nodiscard]] OrderedJson toJson(Calculation value);

/// The word for an enumerator, empty where there is none.
template<typename Enum>
[[nodiscard]] constexpr std::string_view grafanaWordOf(Enum value) noexcept
{
    for (const auto &[word, known] : grafanaWords<Enum>) {
        if (known == value)
            return word;
    }
    return {};
}

template<typename Enum>
requires(std::is_enum_v<Enum> && !std::same_as<Enum, Calculation>) [[nodiscard]] OrderedJson
    toJson(Enum value)
{
    if constexpr (isWrittenAsNumber<Enum>) {
        return static_cast<int>(value);
    } else {
        for (const auto &[word, known] : grafanaWords<Enum>) {
            if (known == value)
                return std::string(word);
        }
        return nullptr;
    }
}

} // namespace sightglass::grafana
