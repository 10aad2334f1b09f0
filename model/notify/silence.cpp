// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/notify/silence.h"

#include <algorithm>
#include <utility>

namespace sightglass {

namespace {

Error wrong(std::string message)
{
    return {ErrorCode::ConfigValue, {std::move(message)}, {}, {}};
}

bool mayBecome(const Silence &before, const Silence &after, TimestampMs now)
{
    if (before.matchers != after.matchers)
        return false;
    switch (silenceState(before, now)) {
    case SilenceState::Active:
        // Whoever edits sees seconds.
        return before.startsAt / 1000 == after.startsAt / 1000 && after.endsAt >= now;
    case SilenceState::Pending:
        return after.startsAt >= now;
    case SilenceState::Expired:
        break;
    }
    return false;
}

void expire(Silence &silence, TimestampMs now)
{
    if (silenceState(silence, now) == SilenceState::Pending)
        silence.startsAt = now;
    silence.endsAt = now;
    silence.updatedAt = now;
}

auto find(std::vector<Silence> &silences, const std::string &id)
{
    return std::find_if(silences.begin(), silences.end(),
                        [&id](const Silence &each) { return each.id == id; });
}

} // namespace

SilenceState silenceState(const Silence &silence, TimestampMs now) noexcept
{
    if (now < silence.startsAt)
        return SilenceState::Pending;
    return now > silence.endsAt ? SilenceState::Expired : SilenceState::Active;
}

Status checkSilence(const Silence &silence, TimestampMs now)
{
    if (silence.matchers.empty())
        return wrong("at least one matcher required");
    if (const auto compiled = AlertMatchers::compile(silence.matchers); !compiled)
        return wrong(plainText(compiled.error()));
    if (std::all_of(silence.matchers.begin(), silence.matchers.end(), matchesEmpty))
        return wrong("at least one matcher must not match the empty string");
    if (silence.endsAt < silence.startsAt)
        return wrong("end time must not be before start time");
    if (silence.endsAt < now)
        return wrong("end time can't be in the past");
    return Done{};
}

Result<std::string> setSilence(std::vector<Silence> &silences, Silence silence, TimestampMs now,
                               const std::function<std::string()> &newId)
{
    if (Status good = checkSilence(silence, now); !good)
        return std::move(good).error();
    silence.updatedAt = now;
    if (!silence.id.empty()) {
        const auto before = find(silences, silence.id);
        if (before == silences.end())
            return wrong("silence not found");
        if (mayBecome(*before, silence, now)) {
            *before = std::move(silence);
            return before->id;
        }
        if (silenceState(*before, now) != SilenceState::Expired)
            expire(*before, now);
    }
    if (silences.size() >= mostSilences)
        return wrong("there are too many silences");
    silence.id = newId();
    silence.startsAt = std::max(silence.startsAt, now);
    silences.push_back(std::move(silence));
    return silences.back().id;
}

Status expireSilence(std::vector<Silence> &silences, const std::string &id, TimestampMs now)
{
    const auto found = find(silences, id);
    if (found == silences.end())
        return wrong("silence not found");
    if (silenceState(*found, now) == SilenceState::Expired)
        return wrong("silence " + id + " already expired");
    expire(*found, now);
    return Done{};
}

void forgetSilences(std::vector<Silence> &silences, TimestampMs now)
{
    std::erase_if(silences,
                  [now](const Silence &silence) { return now - silence.endsAt > silenceRetentionMs; });
}

SilenceIndex::SilenceIndex(std::span<const Silence> silences)
{
    for (const Silence &silence : silences) {
        auto matchers = AlertMatchers::compile(silence.matchers);
        if (matchers && !silence.matchers.empty())
            m_entries.push_back({silence, std::move(matchers).value()});
    }
}

std::vector<std::string> SilenceIndex::silencing(const Labels &labels, TimestampMs now) const
{
    std::vector<std::string> ids;
    for (const Entry &entry : m_entries) {
        if (silenceState(entry.silence, now) == SilenceState::Active && entry.matchers.match(labels))
            ids.push_back(entry.silence.id);
    }
    return ids;
}

Result<std::vector<std::size_t>> silencePreview(const std::vector<Matcher> &matchers,
                                                std::span<const Labels> alerts)
{
    auto ready = AlertMatchers::compile(matchers);
    if (!ready)
        return std::move(ready).error();
    std::vector<std::size_t> hit;
    for (std::size_t i = 0; i < alerts.size(); ++i) {
        if (!matchers.empty() && ready->match(alerts[i]))
            hit.push_back(i);
    }
    return hit;
}

std::vector<Matcher> matchersFor(const Labels &labels)
{
    std::vector<Matcher> matchers;
    for (const LabelView label : labels)
        matchers.push_back({MatchOp::Equal, std::string(label.name), std::string(label.value)});
    return matchers;
}

} // namespace sightglass
