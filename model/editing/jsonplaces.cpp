// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/editing/jsonplaces.h"

#include <charconv>
#include <optional>
#include <span>
#include <utility>
#include <vector>

namespace sightglass {

namespace {

using grafana::OrderedJson;

std::string unescaped(std::string_view token)
{
    std::string name;
    for (std::size_t i = 0; i < token.size(); ++i) {
        const bool escape = token[i] == '~' && i + 1 < token.size();
        name += escape ? (token[++i] == '1' ? '/' : '~') : token[i];
    }
    return name;
}

std::vector<std::string> tokensOf(std::string_view pointer)
{
    std::vector<std::string> tokens;
    while (!pointer.empty()) {
        pointer.remove_prefix(1); // the slash
        const std::size_t end = std::min(pointer.find('/'), pointer.size());
        tokens.push_back(unescaped(pointer.substr(0, end)));
        pointer.remove_prefix(end);
    }
    return tokens;
}

/// Of a list's entry; nothing where the token is no number up to its size.
std::optional<std::size_t> placeIn(const OrderedJson &list, const std::string &token)
{
    if (token == "-")
        return list.size();
    std::size_t index = 0;
    const auto [end, error] = std::from_chars(token.data(), token.data() + token.size(), index);
    if (error != std::errc() || end != token.data() + token.size() || index > list.size())
        return std::nullopt;
    return index;
}

const OrderedJson *childOf(const OrderedJson &json, const std::string &token)
{
    if (json.is_object()) {
        const auto found = json.find(token);
        return found == json.end() ? nullptr : &*found;
    }
    const auto index = json.is_array() ? placeIn(json, token) : std::nullopt;
    return index && *index < json.size() ? &json[*index] : nullptr;
}

void erase(OrderedJson &json, std::span<const std::string> tokens)
{
    OrderedJson *child = const_cast<OrderedJson *>(childOf(json, tokens.front()));
    if (child == nullptr)
        return;
    if (tokens.size() > 1) {
        erase(*child, tokens.subspan(1));
        // An entry of a list stands for itself, whatever is in it.
        if (!child->is_structured() || !child->empty() || json.is_array())
            return;
    }
    if (json.is_array())
        json.erase(*placeIn(json, tokens.front()));
    else
        json.erase(tokens.front());
}

OrderedJson &madeChild(OrderedJson &json, const std::string &token)
{
    const auto index = json.is_array() ? placeIn(json, token) : std::nullopt;
    if (!index && !json.is_object())
        json = OrderedJson::object(); // whatever it was, it held no such place
    if (json.is_object())
        return json[token];
    if (*index == json.size())
        json.push_back(nullptr);
    return json[*index];
}

} // namespace

std::string lastToken(std::string_view pointer)
{
    const std::size_t slash = pointer.rfind('/');
    return slash == std::string_view::npos ? std::string() : unescaped(pointer.substr(slash + 1));
}

std::string jsonAt(const OrderedJson &json, std::string_view pointer)
{
    const OrderedJson *at = &json;
    for (const std::string &token : tokensOf(pointer)) {
        at = childOf(*at, token);
        if (at == nullptr)
            return {};
    }
    return at->dump(-1, ' ', false, OrderedJson::error_handler_t::replace);
}

bool putJson(OrderedJson &json, std::string_view pointer, std::string_view text)
{
    const std::vector<std::string> tokens = tokensOf(pointer);
    if (text.empty()) {
        if (tokens.empty())
            json = OrderedJson::object();
        else
            erase(json, tokens);
        return true;
    }
    OrderedJson value = OrderedJson::parse(text, nullptr, false);
    if (value.is_discarded())
        return false;
    OrderedJson *at = &json;
    for (const std::string &token : tokens)
        at = &madeChild(*at, token);
    *at = std::move(value);
    return true;
}

} // namespace sightglass
