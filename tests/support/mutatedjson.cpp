// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/mutatedjson.h"

#include <array>
#include <cstddef>
#include <iterator>

namespace sightglass::test {

namespace {

using Json = nlohmann::ordered_json;
using Pointer = Json::json_pointer;

void collect(const Json &value, const Pointer &at, std::vector<Pointer> &places)
{
    std::size_t index = 0;
    if (value.is_object()) {
        for (const auto &[key, member] : value.items()) {
            places.push_back(at / key);
            collect(member, at / key, places);
        }
    } else if (value.is_array()) {
        for (const Json &item : value) {
            places.push_back(at / index);
            collect(item, at / index, places);
            ++index;
        }
    }
}

} // namespace

Json JsonMutator::another(const Json &value)
{
    static const std::array<Json, 14> offered = {
        Json(nullptr),
        Json(true),
        Json(-1),
        Json(1e300),
        Json(9'007'199'254'740'993),
        Json("<img src=x onerror=alert(1)>"),
        Json(""),
        Json("$x ${x:regex} [[x]]"),
        Json::array(),
        Json::object(),
        Json::array({1, "two", Json::object(), Json::array({nullptr})}),
        Json::object({{"type", 5}, {"uid", Json::array()}, {"value", Json::object()}}),
        Json::array({Json::array({Json::array({Json::array()})})}),
        Json::object({{"", Json::object({{"", Json::object({{"", nullptr}})}})}}),
    };
    for (;;) {
        const Json &wanted = offered[m_random() % offered.size()];
        if (wanted.type() != value.type())
            return wanted;
    }
}

std::string JsonMutator::replaceOne(Json &document)
{
    std::vector<Pointer> places;
    collect(document, Pointer(), places);
    if (places.empty())
        return {};
    const Pointer &place = places[m_random() % places.size()];
    Json &value = document[place];
    value = another(value);
    return place.to_string();
}

} // namespace sightglass::test
