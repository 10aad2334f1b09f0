// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/notify/alerthistory.h"

#include "model/notify/notifytime.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <utility>

namespace sightglass {

namespace {

using Json = nlohmann::json;

constexpr int formatVersion = 1;
constexpr std::int64_t toleranceMs = 3600'000;

bool isBlank(std::string_view text)
{
    return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

/// Not within a character of several bytes.
std::string cut(std::string_view text, std::size_t bytes)
{
    if (text.size() <= bytes)
        return std::string(text);
    while (bytes > 0 && (static_cast<unsigned char>(text[bytes]) & 0xC0U) == 0x80U)
        --bytes;
    return std::string(text.substr(0, bytes));
}

void setTime(Json &json, const char *name, const std::optional<TimestampMs> &t)
{
    if (t)
        json[name] = rfc3339Ms(*t);
}

Json jsonOf(const AlertEpisode &episode)
{
    Json labels = Json::object();
    for (const LabelView label : episode.labels)
        labels[std::string(label.name)] = std::string(label.value);
    Json json = {{"id", episode.id},
                 {"group", episode.group},
                 {"rule", episode.rule},
                 {"labels", std::move(labels)},
                 {"severity", severityName(episode.severity)},
                 {"summary", episode.summary}};
    if (std::isfinite(episode.value)) // JSON has no others
        json["value"] = episode.value;
    setTime(json, "pendingAt", episode.pendingAt);
    setTime(json, "firedAt", episode.firedAt);
    setTime(json, "endedAt", episode.endedAt);
    setTime(json, "acknowledgedAt", episode.acknowledgedAt);
    if (episode.endUnknown)
        json["endUnknown"] = true;
    for (const AlertNote &note : episode.notes)
        json["notes"].push_back({{"at", rfc3339Ms(note.at)}, {"text", note.text}});
    return json;
}

std::string textOf(const Json &json, const char *name)
{
    const auto found = json.find(name);
    return found != json.end() && found->is_string() ? found->get<std::string>() : std::string();
}

std::optional<TimestampMs> timeOf(const Json &json, const char *name)
{
    return parseRfc3339(textOf(json, name));
}

std::vector<AlertNote> notesOf(const Json &json, const AlertHistoryLimits &limits)
{
    std::vector<AlertNote> notes;
    const auto list = json.find("notes");
    if (list == json.end() || !list->is_array())
        return notes;
    for (const Json &each : *list) {
        const auto at = each.is_object() ? timeOf(each, "at") : std::nullopt;
        if (at && notes.size() < limits.notes)
            notes.push_back({*at, cut(textOf(each, "text"), limits.noteBytes)});
    }
    return notes;
}

std::optional<Labels> labelsOf(const Json &json)
{
    const auto labels = json.find("labels");
    if (labels == json.end() || !labels->is_object())
        return std::nullopt;
    std::vector<Label> read;
    for (const auto &[name, value] : labels->items()) {
        if (!value.is_string())
            return std::nullopt;
        read.push_back({name, value.get<std::string>()});
    }
    return Labels(std::move(read));
}

std::optional<AlertEpisode> episodeOf(const Json &json, const AlertHistoryLimits &limits)
{
    if (!json.is_object())
        return std::nullopt;
    const auto id = json.find("id");
    auto labels = labelsOf(json);
    if (id == json.end() || !id->is_number_unsigned() || !labels || labels->bytes() > limits.labelBytes)
        return std::nullopt;
    AlertEpisode episode;
    episode.id = id->get<std::uint64_t>();
    episode.group = textOf(json, "group");
    episode.rule = textOf(json, "rule");
    episode.labels = *std::move(labels);
    episode.severity = severityFromName(textOf(json, "severity")).value_or(Severity::Warning);
    episode.pendingAt = timeOf(json, "pendingAt");
    episode.firedAt = timeOf(json, "firedAt");
    episode.endedAt = timeOf(json, "endedAt");
    episode.acknowledgedAt = timeOf(json, "acknowledgedAt");
    episode.endUnknown = json.value("endUnknown", Json(false)) == Json(true);
    const auto value = json.find("value");
    episode.value = value != json.end() && value->is_number() ? value->get<double>() : std::nan("");
    episode.summary = cut(textOf(json, "summary"), limits.noteBytes);
    episode.notes = notesOf(json, limits);
    const bool hasBegun = episode.pendingAt || episode.firedAt;
    return hasBegun ? std::optional(std::move(episode)) : std::nullopt;
}

/// The alert that the episode is about, with its rule; nulls where it is not active.
std::pair<const RuleStatus *, const Alert *> activeOf(const AlertEpisode &episode,
                                                      std::span<const RuleStatus> rules)
{
    for (const RuleStatus &rule : rules) {
        if (rule.group != episode.group || rule.rule->name != episode.rule)
            continue;
        for (const Alert &alert : rule.alerts) {
            if (alert.state != AlertState::Inactive && alert.labels == episode.labels)
                return {&rule, &alert};
        }
    }
    return {};
}

bool beganBefore(const AlertEpisode &a, const AlertEpisode &b)
{
    return std::pair(a.beganAt(), a.id) < std::pair(b.beganAt(), b.id);
}

} // namespace

const AlertEpisode *AlertHistory::find(std::uint64_t id) const
{
    const auto found = std::find_if(m_episodes.begin(), m_episodes.end(),
                                    [id](const AlertEpisode &each) { return each.id == id; });
    return found == m_episodes.end() ? nullptr : &*found;
}

AlertEpisode *AlertHistory::edited(std::uint64_t id)
{
    const auto found = std::find_if(m_episodes.begin(), m_episodes.end(),
                                    [id](const AlertEpisode &each) { return each.id == id; });
    return found == m_episodes.end() ? nullptr : &*found;
}

const AlertEpisode *AlertHistory::current(std::string_view group, std::string_view rule,
                                          const Labels &labels) const
{
    const auto found = std::find_if(m_episodes.rbegin(), m_episodes.rend(), [&](const AlertEpisode &each) {
        return !each.endedAt && each.rule == rule && each.group == group && each.labels == labels;
    });
    return found == m_episodes.rend() ? nullptr : &*found;
}

AlertEpisode *AlertHistory::open(std::string_view group, std::string_view rule, const Labels &labels)
{
    const AlertEpisode *found = current(group, rule, labels);
    return found == nullptr ? nullptr : &m_episodes[static_cast<std::size_t>(found - m_episodes.data())];
}

void AlertHistory::begin(const AlertTransition &transition)
{
    if (transition.labels.bytes() > m_limits.labelBytes)
        return;
    AlertEpisode episode;
    episode.id = m_nextId++;
    episode.group = transition.group;
    episode.rule = transition.rule;
    episode.labels = transition.labels;
    m_episodes.push_back(std::move(episode));
}

std::vector<AlertEpisode> AlertHistory::shown() const
{
    std::vector<AlertEpisode> shown = m_episodes;
    for (AlertEpisode &episode : shown) {
        const auto left = m_left.find(episode.id);
        if (left == m_left.end() || episode.endedAt)
            continue;
        episode.endedAt = std::max(left->second, episode.beganAt());
        episode.endUnknown = true;
    }
    return shown;
}

void AlertHistory::beginAnew(AlertEpisode &left, const AlertTransition &transition)
{
    const std::uint64_t before = left.id;
    const std::optional<TimestampMs> acknowledgedAt = left.acknowledgedAt;
    const auto known = m_left.extract(before);
    const TimestampMs seenAt = known.empty() ? transition.at : known.mapped();
    left.endedAt = std::max(seenAt, left.beganAt());
    left.endUnknown = true;
    const bool isSoon = !known.empty() && transition.at - seenAt <= toleranceMs;
    begin(transition); // `left` may have moved
    AlertEpisode *anew = open(transition.group, transition.rule, transition.labels);
    if (anew == nullptr || !isSoon)
        return;
    anew->acknowledgedAt = acknowledgedAt;
    m_returned.emplace_back(anew->id, before);
}

void AlertHistory::append(std::span<const AlertTransition> transitions)
{
    for (const AlertTransition &transition : transitions) {
        AlertEpisode *episode = open(transition.group, transition.rule, transition.labels);
        const bool begins = transition.from == AlertState::Inactive && transition.to != AlertState::Inactive;
        if (episode != nullptr && begins) {
            beginAnew(*episode, transition);
            episode = open(transition.group, transition.rule, transition.labels);
        }
        if (episode == nullptr && transition.to != AlertState::Inactive) {
            begin(transition);
            episode = open(transition.group, transition.rule, transition.labels);
        }
        if (episode == nullptr)
            continue;
        episode->severity = transition.severity;
        if (transition.to == AlertState::Inactive) {
            episode->endedAt = transition.at;
            continue;
        }
        episode->value = transition.value;
        episode->summary = cut(transition.summary, m_limits.noteBytes);
        std::optional<TimestampMs> &since =
            transition.to == AlertState::Firing ? episode->firedAt : episode->pendingAt;
        if (!since)
            since = transition.at;
    }
    bound();
}

void AlertHistory::restore(std::uint64_t id, std::uint64_t before, TimestampMs activeAt)
{
    AlertEpisode *anew = edited(id);
    anew->pendingAt = activeAt;
    AlertEpisode *left = edited(before);
    if (left == nullptr || left->firedAt)
        return;
    anew->id = left->id;
    anew->notes.insert(anew->notes.begin(), left->notes.begin(), left->notes.end());
    m_episodes.erase(m_episodes.begin() + (left - m_episodes.data()));
}

bool AlertHistory::follow(std::span<const RuleStatus> rules)
{
    bool hasRestored = false;
    std::erase_if(m_returned, [&](const auto &returned) {
        const AlertEpisode *episode = find(returned.first);
        if (episode == nullptr || episode->endedAt)
            return true;
        const auto [rule, alert] = activeOf(*episode, rules);
        if (alert == nullptr)
            return false;
        if (alert->activeAt < episode->beganAt()) {
            restore(returned.first, returned.second, alert->activeAt);
            hasRestored = true;
            return true;
        }
        // What fires is not restored any more.
        return alert->state == AlertState::Firing ||
               rule->lastEvaluation.value_or(0) - episode->beganAt() > toleranceMs;
    });
    return hasRestored;
}

bool AlertHistory::acknowledge(std::uint64_t id, TimestampMs at)
{
    AlertEpisode *episode = edited(id);
    if (episode != nullptr && !episode->acknowledgedAt)
        episode->acknowledgedAt = at;
    return episode != nullptr;
}

bool AlertHistory::withdrawAcknowledgement(std::uint64_t id)
{
    AlertEpisode *episode = edited(id);
    if (episode != nullptr)
        episode->acknowledgedAt.reset();
    return episode != nullptr;
}

bool AlertHistory::note(std::uint64_t id, std::string_view text, TimestampMs at)
{
    AlertEpisode *episode = edited(id);
    if (episode == nullptr || isBlank(text) || text.size() > m_limits.noteBytes ||
        episode->notes.size() >= m_limits.notes)
        return false;
    episode->notes.push_back({at, std::string(text)});
    return true;
}

void AlertHistory::settle(TimestampMs now)
{
    std::erase_if(m_left, [&](const auto &left) {
        AlertEpisode *episode = edited(left.first);
        const bool goesOn = episode != nullptr && !episode->endedAt;
        if (goesOn && now - left.second <= toleranceMs)
            return false;
        if (goesOn) {
            episode->endedAt = std::max(left.second, episode->beganAt());
            episode->endUnknown = true;
        }
        return true;
    });
    std::erase_if(m_episodes, [&](const AlertEpisode &each) {
        return each.endedAt && now - *each.endedAt > m_limits.ageMs;
    });
}

void AlertHistory::bound()
{
    if (m_episodes.size() <= m_limits.episodes)
        return;
    std::size_t excess = m_episodes.size() - m_limits.episodes;
    std::erase_if(m_episodes, [&excess](const AlertEpisode &each) {
        const bool goes = excess > 0 && each.endedAt.has_value();
        excess -= goes ? 1 : 0;
        return goes;
    });
    if (excess > 0)
        m_episodes.erase(m_episodes.begin(), m_episodes.begin() + static_cast<std::ptrdiff_t>(excess));
}

std::vector<AlertTransition> transitionsOf(const AlertHistory &history)
{
    std::vector<AlertTransition> transitions;
    for (const AlertEpisode &episode : history.episodes()) {
        AlertState state = AlertState::Inactive;
        const auto add = [&](const std::optional<TimestampMs> &at, AlertState to) {
            if (!at)
                return;
            transitions.push_back({*at,
                                   episode.group,
                                   episode.rule,
                                   episode.severity,
                                   state,
                                   to,
                                   episode.labels,
                                   episode.value,
                                   episode.summary,
                                   {}});
            state = to;
        };
        add(episode.pendingAt, AlertState::Pending);
        add(episode.firedAt, AlertState::Firing);
        if (!episode.endUnknown)
            add(episode.endedAt, AlertState::Inactive);
    }
    std::stable_sort(transitions.begin(), transitions.end(),
                     [](const AlertTransition &a, const AlertTransition &b) { return a.at < b.at; });
    return transitions;
}

std::string alertHistoryText(const AlertHistory &history, TimestampMs now)
{
    Json episodes = Json::array();
    for (const AlertEpisode &episode : history.m_episodes) {
        episodes.push_back(jsonOf(episode));
        // What this run has not seen is known for as long as the run before knew it.
        if (const auto left = history.m_left.find(episode.id); left != history.m_left.end())
            episodes.back()["seenAt"] = rfc3339Ms(left->second);
    }
    const Json document = {
        {"version", formatVersion}, {"seenAt", rfc3339Ms(now)}, {"episodes", std::move(episodes)}};
    return document.dump(-1, ' ', false, Json::error_handler_t::replace) + '\n';
}

Result<AlertHistory> readAlertHistory(std::string_view text, AlertHistoryLimits limits)
{
    const Json document = Json::parse(text, nullptr, false);
    const auto episodes = document.is_object() ? document.find("episodes") : document.end();
    if (!document.is_object() || episodes == document.end() || !episodes->is_array())
        return Error{ErrorCode::ConfigSyntax, {"not a history of alerts"}, {}, {}};
    AlertHistory history(limits);
    const TimestampMs seenAt = timeOf(document, "seenAt").value_or(0);
    for (const Json &each : *episodes) {
        auto episode = episodeOf(each, limits);
        if (!episode)
            continue;
        if (!episode->endedAt)
            history.m_left.emplace(episode->id, timeOf(each, "seenAt").value_or(seenAt));
        history.m_episodes.push_back(*std::move(episode));
    }
    std::vector<AlertEpisode> &read = history.m_episodes;
    std::sort(read.begin(), read.end(),
              [](const AlertEpisode &a, const AlertEpisode &b) { return a.id < b.id; });
    const auto same = [](const AlertEpisode &a, const AlertEpisode &b) { return a.id == b.id; };
    read.erase(std::unique(read.begin(), read.end(), same), read.end());
    if (!read.empty())
        history.m_nextId = read.back().id + 1;
    std::sort(read.begin(), read.end(), beganBefore);
    history.bound();
    return history;
}

} // namespace sightglass
