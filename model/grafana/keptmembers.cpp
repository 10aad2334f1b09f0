// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/grafana/keptmembers.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace sightglass::grafana {

namespace {

/// The list without some of its items.
bool isPartOf(const OrderedJson &part, const OrderedJson &list)
{
    auto from = list.begin();
    for (const OrderedJson &item : part) {
        const auto found = std::find(from, list.end(), item);
        if (found == list.end())
            return false;
        from = std::next(found);
    }
    return true;
}

template<typename AnyJson>
bool isOfItems(const AnyJson &kept)
{
    return kept.is_object() && kept.contains(std::string(keptItems));
}

void mergeItems(OrderedJson &written, const OrderedJson &kept)
{
    if (!written.is_array() || kept.at(std::string(keptItems)) != written.size())
        return;
    for (std::size_t i = 0; i < written.size(); ++i) {
        if (const auto found = kept.find(std::to_string(i)); found != kept.end())
            mergeKept(written[i], *found);
    }
}

/// What is kept of the items of a list.
Json prunedItems(const Json &kept, const OrderedJson &written)
{
    Json pruned;
    if (!written.is_array() || kept.at(std::string(keptItems)) != written.size())
        return pruned;
    for (std::size_t i = 0; i < written.size(); ++i) {
        const std::string name = std::to_string(i);
        if (const auto found = kept.find(name); found != kept.end())
            addKept(pruned, name, prunedKept(*found, written[i]));
    }
    if (!pruned.is_null())
        pruned[std::string(keptItems)] = written.size();
    return pruned;
}

} // namespace

Json prunedKept(const Json &kept, const OrderedJson &written)
{
    if (isOfItems(kept))
        return prunedItems(kept, written);
    if (kept.is_array() && written.is_array())
        return kept.size() != written.size() && isPartOf(written, OrderedJson(kept)) ? kept : Json();
    Json pruned;
    if (!kept.is_object() || !written.is_object())
        return pruned;
    for (const auto &[name, value] : kept.items()) {
        if (written.contains(name))
            addKept(pruned, name, prunedKept(value, written.at(name)));
        else if (!isOfItems(value))
            pruned[name] = value;
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

void mergeKept(OrderedJson &written, const OrderedJson &kept)
{
    if (isOfItems(kept))
        return mergeItems(written, kept);
    if (written.is_array() && kept.is_array() && isPartOf(written, kept))
        written = kept;
    if (!written.is_object() || !kept.is_object())
        return;
    for (const auto &[name, value] : kept.items()) {
        if (written.contains(name))
            mergeKept(written[name], value);
        else if (!isOfItems(value))
            written[name] = value;
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
