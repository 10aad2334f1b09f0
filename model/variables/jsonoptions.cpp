// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/variables/jsonoptions.h"

#include "model/variables/variableoptions.h"

#include <nlohmann/json.hpp>

namespace sightglass {

namespace {

using Json = nlohmann::json;

constexpr std::size_t longestList = std::size_t{1} << 20U;
constexpr std::size_t deepest = 20;

std::string textOf(const Json &json)
{
    if (const auto *text = json.get_ptr<const std::string *>())
        return *text;
    return json.is_primitive() && !json.is_null() ? json.dump(-1, ' ', false, Json::error_handler_t::replace)
                                                  : std::string();
}

std::string member(const Json &object, const char *name)
{
    const auto found = object.find(name);
    return found == object.end() ? std::string() : textOf(*found);
}

VariableOption optionOf(const Json &json)
{
    if (!json.is_object())
        return {textOf(json), textOf(json)};
    VariableOption option{member(json, "text"), member(json, "value")};
    if (option.text.empty())
        option.text = option.value;
    if (option.value.empty())
        option.value = option.text;
    return option;
}

} // namespace

Result<std::vector<VariableOption>> jsonOptions(std::string_view list)
{
    const auto tooDeep = [](int depth, Json::parse_event_t, Json &) {
        return depth <= static_cast<int>(deepest);
    };
    const Json json =
        list.size() > longestList ? Json() : Json::parse(list.begin(), list.end(), tooDeep, false);
    if (!json.is_array())
        return Error{ErrorCode::ConfigSyntax, {"the values of the variable are no JSON list"}, {}, {}};
    std::vector<VariableOption> options;
    for (const Json &item : json) {
        VariableOption option = optionOf(item);
        if (!option.value.empty() && options.size() < mostVariableOptions)
            options.push_back(std::move(option));
    }
    return options;
}

} // namespace sightglass
