// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/conditions.h"

#include <nlohmann/json.hpp>

namespace sightglass::demo {

namespace {

using Rule = std::vector<ActionType> (*)(double amount, const Entity &entity);

std::vector<ActionType> pageViewed(double, const Entity &)
{
    return {};
}

std::vector<ActionType> orderPlaced(double amount, const Entity &)
{
    if (amount > 80)
        return {ActionType::Webhook, ActionType::Search};
    return {ActionType::Webhook};
}

std::vector<ActionType> orderPaid(double amount, const Entity &entity)
{
    std::vector<ActionType> actions;
    if (entity.tier == "gold")
        actions.push_back(ActionType::Push);
    if (amount > 40)
        actions.push_back(ActionType::Email);
    return actions;
}

std::vector<ActionType> userUpdated(double, const Entity &)
{
    return {ActionType::Cache, ActionType::Search};
}

std::vector<ActionType> stockChanged(double amount, const Entity &)
{
    if (amount < 20)
        return {ActionType::Slack};
    return {ActionType::Search};
}

std::vector<ActionType> loginFailed(double amount, const Entity &entity)
{
    if (entity.tier == "business" || amount > 150)
        return {ActionType::Sms};
    return {};
}

Rule ruleFor(std::string_view kind)
{
    struct Entry
    {
        std::string_view kind;
        Rule rule;
    };
    constexpr std::array rules{Entry{"page_viewed", pageViewed},     Entry{"order_placed", orderPlaced},
                               Entry{"order_paid", orderPaid},       Entry{"user_updated", userUpdated},
                               Entry{"stock_changed", stockChanged}, Entry{"login_failed", loginFailed}};
    for (const Entry &entry : rules) {
        if (entry.kind == kind)
            return entry.rule;
    }
    return nullptr;
}

} // namespace

std::optional<std::vector<ActionType>> actionsFor(const Event &event, const Entity &entity)
{
    const auto payload = nlohmann::json::parse(event.payload, nullptr, false);
    if (!payload.is_object())
        return std::nullopt;
    const auto kind = payload.find("kind");
    const auto amount = payload.find("amount");
    if (kind == payload.end() || !kind->is_string() || amount == payload.end() || !amount->is_number())
        return std::nullopt;
    const Rule rule = ruleFor(kind->get_ref<const std::string &>());
    if (rule == nullptr)
        return std::nullopt;
    return rule(amount->get<double>(), entity);
}

} // namespace sightglass::demo
