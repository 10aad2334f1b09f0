// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/grafana/fieldcodec.h"

#include "model/fields/calculation.h"

namespace sightglass::grafana {

template<>
std::optional<std::string> fromJson(const Json &json)
{
    if (json.is_structured() || json.is_null())
        return std::nullopt;
    return scalarText(&json);
}

template<>
std::optional<bool> fromJson(const Json &json)
{
    const std::string_view text = textOf(&json);
    if (json.is_boolean() || json.is_number())
        return truthy(&json);
    if (text == "true" || text == "false")
        return text == "true";
    return std::nullopt;
}

template<>
std::optional<double> fromJson(const Json &json)
{
    return numberOf(&json);
}

template<>
std::optional<int> fromJson(const Json &json)
{
    constexpr double largest = 2'000'000'000;
    const auto number = numberOf(&json);
    if (!number || std::fabs(*number) > largest)
        return std::nullopt;
    return static_cast<int>(std::trunc(*number));
}

template<>
std::optional<Calculation> fromJson(const Json &json)
{
    return calculationFromId(textOf(&json));
}

OrderedJson toJson(const std::string &value)
{
    return value;
}

OrderedJson toJson(bool value)
{
    return value;
}

OrderedJson toJson(double value)
{
    constexpr double exactIntegers = 9007199254740992.0;
    if (value == std::trunc(value) && std::fabs(value) < exactIntegers &&
        !(value == 0 && std::signbit(value)))
        return static_cast<std::int64_t>(value);
    return value;
}

OrderedJson toJson(int value)
{
    return value;
}

OrderedJson toJson(Calculation value)
{
    return std::string(calculationId(value));
}

} // namespace sightglass::grafana
