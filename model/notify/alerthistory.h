// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/alerting/alert.h"
#include "parser/base/result.h"

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace sightglass {

/// What somebody wrote about an alert.
struct AlertNote
{
    TimestampMs at = 0;
    std::string text; ///< may be of several lines

    friend bool operator==(const AlertNote &, const AlertNote &) = default;
};

/// An alert from the time it became pending (or fired at once) to its end.
struct AlertEpisode
{
    std::uint64_t id = 0; ///< unique in its history, growing
    std::string group;
    std::string rule;
    Labels labels; ///< with alertname
    Severity severity = Severity::Warning;
    std::optional<TimestampMs> pendingAt;
    std::optional<TimestampMs> firedAt; ///< nothing: it never fired
    std::optional<TimestampMs> endedAt; ///< nothing: it goes on
    /// The end was not seen, as the program did not run: endedAt is when it was last known to go on.
    bool endUnknown = false;
    double value = 0; ///< when it last changed its state while the condition held
    std::string summary;
    std::optional<TimestampMs> acknowledgedAt;
    std::vector<AlertNote> notes; ///< oldest first

    [[nodiscard]] TimestampMs beganAt() const { return pendingAt.value_or(firedAt.value_or(0)); }

    friend bool operator==(const AlertEpisode &, const AlertEpisode &) = default;
};

/// Bounds of a history.
struct AlertHistoryLimits
{
    std::size_t episodes = 5000; ///< the oldest go first, those that go on last
    std::int64_t ageMs = 30LL * 24 * 3600 * 1000;
    std::size_t notes = 50;        ///< of one episode
    std::size_t noteBytes = 4096;  ///< of a note, and of a summary, which is cut at a character
    std::size_t labelBytes = 8192; ///< an alert with longer labels is not kept
};

/// What alerts did, in order of their beginning, with what people said about them. A value; none of it
/// changes what is told or evaluated.
class AlertHistory
{
public:
    explicit AlertHistory(AlertHistoryLimits limits = {})
        : m_limits(limits)
    {}

    [[nodiscard]] const std::vector<AlertEpisode> &episodes() const noexcept { return m_episodes; }
    /// Null where there is none (any more).
    [[nodiscard]] const AlertEpisode *find(std::uint64_t id) const;
    /// The one that goes on of this alert; null where none does.
    [[nodiscard]] const AlertEpisode *current(std::string_view group, std::string_view rule,
                                              const Labels &labels) const;

    /// The same as they are to be shown: what an earlier run has left open and this one has not seen yet is
    /// over when that one last saw it, for all that is known.
    [[nodiscard]] std::vector<AlertEpisode> shown() const;

    /// In order of time. An alert that an earlier run has left open begins anew, as it does for Prometheus;
    /// who knew of it still does, where it comes back within the hour that Prometheus' own restore tolerates.
    void append(std::span<const AlertTransition> transitions);

    /// What evaluations found. An alert that Prometheus' rules restore, a moment after it came back, is
    /// active since longer ago: its episode says the same as the alert; one that had not fired goes on.
    /// Whether there was any.
    bool follow(std::span<const RuleStatus> rules);

    /// Marks it as known; false where there is no such episode.
    bool acknowledge(std::uint64_t id, TimestampMs at);
    bool withdrawAcknowledgement(std::uint64_t id);
    /// False where there is no such episode, the text is blank or too long, or there are too many notes.
    bool note(std::uint64_t id, std::string_view text, TimestampMs at);

    /// Ends what an earlier run left open and was not taken up within the hour before `now`, and lets go of
    /// what is too old.
    void settle(TimestampMs now);

private:
    friend std::string alertHistoryText(const AlertHistory &history, TimestampMs now);
    friend Result<AlertHistory> readAlertHistory(std::string_view text, AlertHistoryLimits limits);

    [[nodiscard]] AlertEpisode *open(std::string_view group, std::string_view rule, const Labels &labels);
    [[nodiscard]] AlertEpisode *edited(std::uint64_t id);
    void begin(const AlertTransition &transition);
    void beginAnew(AlertEpisode &left, const AlertTransition &transition);
    void restore(std::uint64_t id, std::uint64_t before, TimestampMs activeAt);
    void bound();

    AlertHistoryLimits m_limits;
    std::vector<AlertEpisode> m_episodes;
    std::uint64_t m_nextId = 1;
    /// The episodes that an earlier run left open, by their ids, and until when one knew of them.
    std::map<std::uint64_t, TimestampMs> m_left;
    /// Those that began anew of late, with the ones they come after.
    std::vector<std::pair<std::uint64_t, std::uint64_t>> m_returned;
};

/// What alerts did, change by change in order of time. Of an end that nobody saw there is none.
[[nodiscard]] std::vector<AlertTransition> transitionsOf(const AlertHistory &history);

/// As a file has it: a JSON object. `now` is until when what goes on is known to.
[[nodiscard]] std::string alertHistoryText(const AlertHistory &history, TimestampMs now);

/// Back again, within the limits. ConfigSyntax where it is no such text; an entry that is none is left out.
[[nodiscard]] Result<AlertHistory> readAlertHistory(std::string_view text, AlertHistoryLimits limits = {});

} // namespace sightglass
