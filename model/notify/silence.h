// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/sample.h"
#include "model/notify/alertmatchers.h"

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <vector>

namespace sightglass {

/// Keeps quiet about alerts for a time (rules reference, section 7.5). It changes nothing but what is told:
/// alerts go on and are shown.
struct Silence
{
    std::string id;                ///< a UUID; "": it has not been set yet
    std::vector<Matcher> matchers; ///< all must match
    TimestampMs startsAt = 0;
    TimestampMs endsAt = 0;
    TimestampMs updatedAt = 0;
    std::string createdBy = {};
    std::string comment = {};

    friend bool operator==(const Silence &, const Silence &) = default;
};

enum class SilenceState : std::uint8_t
{
    Pending, ///< before startsAt
    Active,
    Expired ///< after endsAt
};

[[nodiscard]] SilenceState silenceState(const Silence &silence, TimestampMs now) noexcept;

/// How long expired ones are kept.
inline constexpr std::int64_t silenceRetentionMs = std::int64_t{120} * 3600 * 1000;
/// Of more none is set.
inline constexpr std::size_t mostSilences = 10'000;

/// ConfigValue: no matchers, one whose expression is none, all match the empty text, it ends before it begins
/// or has ended by now.
[[nodiscard]] Status checkSilence(const Silence &silence, TimestampMs now);

/// Sets a new silence (without an id), or changes the one of its id: in place where matchers are the same and
/// times may still be changed, else the old one expires and a new one takes its place. A beginning in the
/// past is now. Gives the id it has. Errors: those of checkSilence(); ConfigValue: there is none of this id.
[[nodiscard]] Result<std::string> setSilence(std::vector<Silence> &silences, Silence silence, TimestampMs now,
                                             const std::function<std::string()> &newId);

/// Ends it now; one that has not begun never begins. ConfigValue: there is none of this id, or it has
/// expired.
[[nodiscard]] Status expireSilence(std::vector<Silence> &silences, const std::string &id, TimestampMs now);

/// Lets go of those that expired longer ago than silenceRetentionMs.
void forgetSilences(std::vector<Silence> &silences, TimestampMs now);

/// Silences made ready. Those whose expressions are none silence nothing. Immutable.
class SilenceIndex
{
public:
    explicit SilenceIndex(std::span<const Silence> silences = {});

    /// The ids of the active ones that hit the labels, in their order.
    [[nodiscard]] std::vector<std::string> silencing(const Labels &labels, TimestampMs now) const;

private:
    struct Entry
    {
        Silence silence;
        AlertMatchers matchers;
    };
    std::vector<Entry> m_entries;
};

/// Which of these a silence of these matchers would hit, as indices.
[[nodiscard]] Result<std::vector<std::size_t>> silencePreview(const std::vector<Matcher> &matchers,
                                                              std::span<const Labels> alerts);

/// Matchers that hit exactly this alert, but for whoever has more labels.
[[nodiscard]] std::vector<Matcher> matchersFor(const Labels &labels);

} // namespace sightglass
