// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/notify/notifyalert.h"

#include <algorithm>
#include <map>
#include <utility>

namespace sightglass {

namespace {

std::optional<NotifyAlert> notifyAlert(const Alert &alert, const RuleStatus &rule, std::int64_t intervalMs)
{
    const bool firing = alert.state == AlertState::Firing;
    const bool resolved = alert.state == AlertState::Inactive && alert.resolvedAt;
    if (!firing && !resolved)
        return std::nullopt;
    NotifyAlert made;
    made.labels = alert.labels;
    made.annotations = alert.annotations;
    made.startsAt = alert.firedAt.value_or(alert.activeAt);
    made.value = alert.value;
    made.query = rule.rule->query;
    made.intervalMs = intervalMs;
    if (resolved)
        made.endsAt = alert.resolvedAt;
    return made;
}

void merge(NotifyAlert &known, NotifyAlert &&other)
{
    if (known.isResolved() == other.isResolved()) {
        known.startsAt = std::min(known.startsAt, other.startsAt);
        known.endsAt = std::max(known.endsAt, other.endsAt);
    } else if (known.isResolved()) {
        known = std::move(other);
    }
}

} // namespace

std::vector<NotifyAlert> notifyAlerts(std::span<const RuleStatus> rules,
                                      std::span<const RuleGroupStatus> groups)
{
    std::map<std::pair<std::string_view, std::string_view>, std::int64_t> intervals;
    for (const RuleGroupStatus &group : groups)
        intervals[{group.file, group.name}] = group.intervalMs;
    std::map<Labels, NotifyAlert> merged;
    for (const RuleStatus &rule : rules) {
        const auto interval = intervals.find({rule.file, rule.group});
        for (const Alert &alert : rule.alerts) {
            auto made = notifyAlert(alert, rule, interval == intervals.end() ? 60'000 : interval->second);
            if (!made)
                continue;
            const auto [known, isNew] = merged.try_emplace(alert.labels, *made);
            if (!isNew)
                merge(known->second, *std::move(made));
        }
    }
    std::vector<NotifyAlert> alerts;
    alerts.reserve(merged.size());
    for (auto &[labels, alert] : merged)
        alerts.push_back(std::move(alert));
    return alerts;
}

std::string alertFingerprint(const Labels &labels)
{
    std::uint64_t sum = 14695981039346656037U;
    const auto add = [&sum](unsigned char byte) {
        sum ^= byte;
        sum *= 1099511628211U;
    };
    constexpr unsigned char separator = 255;
    for (const LabelView label : labels) {
        for (const std::string_view part : {label.name, label.value}) {
            for (const char c : part)
                add(static_cast<unsigned char>(c));
            add(separator);
        }
    }
    static constexpr std::string_view digits = "0123456789abcdef";
    std::string text;
    for (int shift = 60; shift >= 0; shift -= 4)
        text += digits[(sum >> static_cast<unsigned>(shift)) & 15U];
    return text;
}

std::string generatorUrl(std::string_view externalUrl, std::string_view query)
{
    static constexpr std::string_view digits = "0123456789ABCDEF";
    while (externalUrl.ends_with('/'))
        externalUrl.remove_suffix(1);
    std::string text(externalUrl);
    text += "/graph?g0.expr=";
    for (const char c : query) {
        const auto byte = static_cast<unsigned char>(c);
        const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                           c == '-' || c == '_' || c == '.' || c == '~';
        if (plain)
            text += c;
        else if (c == ' ')
            text += '+';
        else
            text += {'%', digits[byte >> 4U], digits[byte & 15U]};
    }
    return text + "&g0.tab=1";
}

std::string_view annotationOf(const NotifyAlert &alert, std::string_view name) noexcept
{
    const auto found = std::find_if(alert.annotations.begin(), alert.annotations.end(),
                                    [name](const Label &each) { return each.name == name; });
    return found == alert.annotations.end() ? std::string_view() : std::string_view(found->value);
}

} // namespace sightglass
