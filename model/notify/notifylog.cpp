// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/notify/notifylog.h"

#include "model/notify/notifytime.h"

#include <nlohmann/json.hpp>

#include <optional>
#include <utility>

namespace sightglass {

namespace {

using Json = nlohmann::json;

Json jsonOf(const Labels &labels)
{
    Json json = Json::object();
    for (const LabelView label : labels)
        json[std::string(label.name)] = std::string(label.value);
    return json;
}

Json jsonOf(const std::set<Labels> &alerts)
{
    Json list = Json::array();
    for (const Labels &labels : alerts)
        list.push_back(jsonOf(labels));
    return list;
}

std::optional<Labels> labelsOf(const Json &json)
{
    if (!json.is_object())
        return std::nullopt;
    std::vector<Label> labels;
    for (const auto &[name, value] : json.items()) {
        if (!value.is_string())
            return std::nullopt;
        labels.push_back({name, value.get<std::string>()});
    }
    return Labels(std::move(labels));
}

std::set<Labels> alertsOf(const Json &entry, const char *name)
{
    std::set<Labels> alerts;
    const auto list = entry.find(name);
    if (list == entry.end() || !list->is_array())
        return alerts;
    for (const Json &each : *list) {
        if (auto labels = labelsOf(each))
            alerts.insert(*std::move(labels));
    }
    return alerts;
}

} // namespace

std::string notifyLogText(const NotifyState &state)
{
    Json entries = Json::array();
    for (const auto &[labels, told] : state.told)
        entries.push_back({{"group", jsonOf(labels)},
                           {"at", rfc3339Ms(told.at)},
                           {"firing", jsonOf(told.firing)},
                           {"resolved", jsonOf(told.resolved)}});
    const Json document = {{"version", 1}, {"told", std::move(entries)}};
    return document.dump(-1, ' ', false, Json::error_handler_t::replace) + '\n';
}

Result<NotifyState> readNotifyLog(std::string_view text)
{
    const Json document = Json::parse(text, nullptr, false);
    const auto entries = document.is_object() ? document.find("told") : document.end();
    if (!document.is_object() || entries == document.end() || !entries->is_array())
        return Error{ErrorCode::ConfigSyntax, {"not a log of notifications"}, {}, {}};
    NotifyState state;
    for (const Json &entry : *entries) {
        if (state.told.size() == mostToldGroups)
            break;
        const auto group = entry.is_object() ? entry.find("group") : entry.end();
        const auto at = entry.is_object() ? entry.find("at") : entry.end();
        if (!entry.is_object() || group == entry.end() || at == entry.end() || !at->is_string())
            continue;
        auto labels = labelsOf(*group);
        const auto time = parseRfc3339(at->get<std::string>());
        if (labels && time)
            state.told.insert_or_assign(
                *std::move(labels),
                NotifyState::Told{alertsOf(entry, "firing"), alertsOf(entry, "resolved"), *time});
    }
    return state;
}

} // namespace sightglass
