// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/dashboard/jsontexts.h"

#include <nlohmann/json.hpp>

#include <cstddef>

namespace sightglass {

namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t deepest = 64;

bool changeTexts(Json &value, const std::function<void(std::string &)> &change, std::size_t depth)
{
    if (depth == 0)
        return false;
    if (auto *text = value.get_ptr<std::string *>()) {
        change(*text);
        return true;
    }
    bool all = true;
    if (value.is_structured()) {
        for (Json &member : value)
            all = changeTexts(member, change, depth - 1) && all;
    }
    return all;
}

} // namespace

std::string withChangedTexts(const std::string &json, const std::function<void(std::string &)> &change)
{
    if (json.empty())
        return json;
    Json value = Json::parse(json, nullptr, false);
    if (value.is_discarded() || !changeTexts(value, change, deepest))
        return json;
    return value.dump(-1, ' ', false, Json::error_handler_t::replace);
}

} // namespace sightglass
