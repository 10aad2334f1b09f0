// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/grafana/keptmembers.h"

#include <algorithm>
#include <utility>

namespace sightglass::grafana {

namespace {

constexpr const char *readName = "$$read";
constexpr const char *beforeName = "before";
constexpr const char *itemName = "item";

template<typename AnyJson>
bool has(const AnyJson &kept, std::string_view name)
{
    return kept.is_object() && kept.contains(std::string(name));
}

template<typename AnyJson>
bool isOfList(const AnyJson &kept)
{
    return has(kept, keptItems) || has(kept, keptOthers);
}

template<typename AnyJson>
bool isWhole(const AnyJson &kept)
{
    return has(kept, keptWhole);
}

/// The items' own members are of the list as it was.
template<typename AnyJson>
bool fits(const AnyJson &kept, const OrderedJson &written)
{
    const auto count = kept.find(std::string(keptItems));
    return written.is_array() && count != kept.end() && *count == written.size();
}

void mergeList(OrderedJson &written, const OrderedJson &kept)
{
    if (!written.is_array())
        written = OrderedJson::array();
    for (std::size_t i = 0; fits(kept, written) && i < written.size(); ++i) {
        if (const auto found = kept.find(std::to_string(i)); found != kept.end())
            mergeKept(written[i], *found);
    }
    const auto others = kept.find(std::string(keptOthers));
    if (others == kept.end() || !others->is_array())
        return;
    std::size_t inserted = 0;
    for (const OrderedJson &other : *others) {
        if (!has(other, beforeName) || !has(other, itemName) || !other[beforeName].is_number_unsigned())
            continue;
        const std::size_t at = other[beforeName].get<std::size_t>() + inserted++;
        const auto place = static_cast<std::ptrdiff_t>(std::min(at, written.size()));
        written.insert(written.begin() + place, other[itemName]);
    }
}

Json prunedList(const Json &kept, const OrderedJson *written)
{
    Json pruned;
    if (written != nullptr && fits(kept, *written)) {
        for (std::size_t i = 0; i < written->size(); ++i) {
            const std::string name = std::to_string(i);
            if (const auto found = kept.find(name); found != kept.end())
                addKept(pruned, name, prunedKept(*found, (*written)[i]));
        }
        if (!pruned.is_null())
            pruned[std::string(keptItems)] = written->size();
    }
    if (const auto others = kept.find(std::string(keptOthers)); others != kept.end())
        pruned[std::string(keptOthers)] = *others;
    return pruned;
}

Json prunedWhole(const Json &kept, const OrderedJson *written)
{
    Json read = written == nullptr ? Json() : Json(*written);
    const Json &whole = kept.at(std::string(keptWhole));
    if (read == whole)
        return {};
    return {{std::string(keptWhole), whole}, {readName, std::move(read)}};
}

/// Of what stands in an object that is not written.
Json prunedUnwritten(const Json &kept)
{
    if (!kept.is_object())
        return kept;
    Json pruned = Json::object();
    for (const auto &[name, value] : kept.items()) {
        if (isWhole(value))
            addKept(pruned, name, prunedWhole(value, nullptr));
        else if (isOfList(value))
            addKept(pruned, name, prunedList(value, nullptr));
        else if (value.is_object())
            addKept(pruned, name, prunedUnwritten(value));
        else
            pruned[name] = value;
    }
    return pruned.empty() && !kept.empty() ? Json() : pruned;
}

void mergeWhole(OrderedJson &written, const std::string &name, const OrderedJson &kept)
{
    const Json read = kept.contains(readName) ? Json(kept.at(readName)) : Json();
    const Json now = written.contains(name) ? Json(written.at(name)) : Json();
    if (now == read)
        written[name] = kept.at(std::string(keptWhole));
}

} // namespace

Json prunedKept(const Json &kept, const OrderedJson &written)
{
    if (isOfList(kept))
        return prunedList(kept, &written);
    Json pruned;
    if (!kept.is_object() || !written.is_object())
        return pruned;
    for (const auto &[name, value] : kept.items()) {
        const OrderedJson *own = written.contains(name) ? &written.at(name) : nullptr;
        if (isWhole(value))
            addKept(pruned, name, prunedWhole(value, own));
        else if (isOfList(value))
            addKept(pruned, name, prunedList(value, own));
        else if (own != nullptr)
            addKept(pruned, name, prunedKept(value, *own));
        else
            addKept(pruned, name, prunedUnwritten(value));
    }
    return pruned;
}

std::string keptText(const Json &kept)
{
    return kept.is_null() ? std::string() : kept.dump(-1, ' ', false, Json::error_handler_t::replace);
}

void addKept(Json &kept, std::string_view name, Json inner)
{
    if (!inner.is_null())
        kept[std::string(name)] = std::move(inner);
}

void addKeptOther(Json &list, std::size_t before, Json item)
{
    list[std::string(keptOthers)].push_back({{beforeName, before}, {itemName, std::move(item)}});
}

void mergeKept(OrderedJson &written, const OrderedJson &kept)
{
    if (isOfList(kept))
        return mergeList(written, kept);
    if (!written.is_object() || !kept.is_object())
        return;
    for (const auto &[name, value] : kept.items()) {
        if (isWhole(value)) {
            mergeWhole(written, name, value);
        } else if (written.contains(name)) {
            mergeKept(written[name], value);
        } else if (has(value, keptOthers)) {
            mergeList(written[name], value);
        } else if (value.is_object() && !isOfList(value)) {
            mergeKept(written[name] = OrderedJson::object(), value);
        } else if (!value.is_object()) {
            written[name] = value;
        }
    }
}

void putKept(OrderedJson &written, const std::string &kept)
{
    if (kept.empty())
        return;
    const OrderedJson json = OrderedJson::parse(kept, nullptr, false);
    if (json.is_object())
        mergeKept(written, json);
}

} // namespace sightglass::grafana
