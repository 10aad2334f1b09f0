// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/notify/alertpayloads.h"

#include "model/notify/notifytime.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <functional>
#include <optional>
#include <utility>

namespace sightglass {

namespace {

// In the order in which Alertmanager writes it.
using Json = nlohmann::ordered_json;

Json jsonOf(const Labels &labels)
{
    Json json = Json::object();
    for (const LabelView label : labels)
        json[std::string(label.name)] = std::string(label.value);
    return json;
}

Json jsonOf(const std::vector<Label> &annotations)
{
    Json json = Json::object();
    for (const Label &annotation : annotations)
        json[annotation.name] = annotation.value;
    return json;
}

Labels withExternal(const Labels &labels, const Labels &external)
{
    Labels made = labels;
    for (const LabelView label : external) {
        if (made.value(label.name).empty())
            made = made.with(label.name, label.value);
    }
    return made;
}

std::string dumped(const Json &json)
{
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Json webhookAlert(const NotifyAlert &alert, const PayloadContext &context)
{
    const Labels labels = withExternal(alert.labels, context.externalLabels);
    return {{"status", alert.isResolved() ? "resolved" : "firing"},
            {"labels", jsonOf(labels)},
            {"annotations", jsonOf(alert.annotations)},
            {"startsAt", rfc3339Ms(alert.startsAt)},
            {"endsAt", alert.endsAt ? rfc3339Ms(*alert.endsAt) : std::string(zeroTimeText)},
            {"generatorURL", generatorUrl(context.externalUrl, alert.query)},
            {"fingerprint", alertFingerprint(labels)}};
}

/// What all of them have alike.
Labels common(const std::vector<NotifyAlert> &alerts, const std::function<Labels(const NotifyAlert &)> &of)
{
    if (alerts.empty())
        return {};
    Labels shared = of(alerts.front());
    for (const NotifyAlert &alert : alerts) {
        const Labels own = of(alert);
        const Labels before = shared;
        for (const LabelView label : before) {
            if (own.value(label.name) != label.value)
                shared = shared.without(label.name);
        }
    }
    return shared;
}

} // namespace

ResendStep alertsToSend(ResendState state, std::span<const NotifyAlert> alerts, TimestampMs now,
                        std::int64_t delayMs)
{
    constexpr std::int64_t validFor = 4;
    ResendStep step;
    for (const NotifyAlert &alert : alerts) {
        const auto sent = state.find(alert.labels);
        const bool wasSent = sent != state.end();
        const bool isNewEnd = alert.isResolved() && wasSent && *alert.endsAt > sent->second;
        const bool isLongAgo = !wasSent || sent->second + delayMs < now;
        if (!isNewEnd && !isLongAgo) {
            step.state.insert(*sent);
            continue;
        }
        step.state.emplace(alert.labels, now);
        const std::int64_t validMs = validFor * std::max(alert.intervalMs, delayMs);
        step.alerts.push_back({alert, alert.endsAt.value_or(now + validMs)});
    }
    return step;
}

std::string alertmanagerPayload(std::span<const SentAlert> alerts, const PayloadContext &context)
{
    Json array = Json::array();
    for (const SentAlert &sent : alerts) {
        const NotifyAlert &alert = sent.alert;
        array.push_back({{"labels", jsonOf(withExternal(alert.labels, context.externalLabels))},
                         {"annotations", jsonOf(alert.annotations)},
                         {"startsAt", rfc3339Ms(alert.startsAt)},
                         {"endsAt", rfc3339Ms(sent.endsAt)},
                         {"generatorURL", generatorUrl(context.externalUrl, alert.query)}});
    }
    return dumped(array);
}

std::string webhookPayload(const AlertNotice &notice, const PayloadContext &context, std::size_t maxAlerts)
{
    std::vector<NotifyAlert> alerts = notice.firing;
    alerts.insert(alerts.end(), notice.resolved.begin(), notice.resolved.end());
    const Labels labels = common(alerts, [&context](const NotifyAlert &alert) {
        return withExternal(alert.labels, context.externalLabels);
    });
    const Labels annotations =
        common(alerts, [](const NotifyAlert &alert) { return Labels(alert.annotations); });
    std::size_t truncated = 0;
    if (maxAlerts > 0 && alerts.size() > maxAlerts) {
        truncated = alerts.size() - maxAlerts;
        alerts.resize(maxAlerts);
    }
    Json json = {{"receiver", context.receiver},
                 {"status", notice.firing.empty() ? "resolved" : "firing"},
                 {"alerts", Json::array()},
                 {"groupLabels", jsonOf(notice.groupLabels)},
                 {"commonLabels", jsonOf(labels)},
                 {"commonAnnotations", jsonOf(annotations)},
                 {"externalURL", context.externalUrl},
                 {"version", "4"},
                 {"groupKey", notice.groupKey},
                 {"truncatedAlerts", truncated}};
    for (const NotifyAlert &alert : alerts)
        json["alerts"].push_back(webhookAlert(alert, context));
    return dumped(json);
}

} // namespace sightglass
