// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/alerting/alert.h"
#include "parser/base/result.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
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
    std::size_t noteBytes = 4096;  ///< what is longer is cut at a character
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

    /// In order of time. An alert that an earlier run has left open and that comes back within the hour that
    /// Prometheus' own restore tolerates goes on in its episode.
    void append(std::span<const AlertTransition> transitions);

    /// Marks it as known; false where there is no such episode.
    bool acknowledge(std::uint64_t id, TimestampMs at);
    bool withdrawAcknowledgement(std::uint64_t id);
    /// False where there is no such episode, the text is blank or there are too many notes.
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
    void bound();

    AlertHistoryLimits m_limits;
    std::vector<AlertEpisode> m_episodes;
    std::uint64_t m_nextId = 1;
    std::optional<TimestampMs> m_leftAt; ///< until when an earlier run knew of what is still open
    std::vector<std::uint64_t> m_left;   ///< the episodes that it left open, ids ascending
};

/// As a file has it: a JSON object. `now` is until when what goes on is known to.
[[nodiscard]] std::string alertHistoryText(const AlertHistory &history, TimestampMs now);

/// Back again, within the limits. ConfigSyntax where it is no such text; an entry that is none is left out.
[[nodiscard]] Result<AlertHistory> readAlertHistory(std::string_view text, AlertHistoryLimits limits = {});

} // namespace sightglass
