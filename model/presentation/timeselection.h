// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/timerange.h"
#include "model/dashboard/paneltime.h"

#include <QString>
#include <QTimeZone>

#include <optional>
#include <vector>

namespace sightglass {

/// A range in words that mean another time as time goes on: "now/d" to "now", "now-1w/w" to "now-1w/w". See
/// parseTime().
struct RelativeRange
{
    QString from;
    QString to;
    QTimeZone zone = QTimeZone::systemTimeZone(); ///< of days and weeks
    CalendarRules calendar = {};

    /// At this time; empty where the words mean no range. It may end ahead of `now`, as a whole day does.
    [[nodiscard]] std::optional<TimeRange> at(TimestampMs now) const;

    friend bool operator==(const RelativeRange &, const RelativeRange &) = default;
};

/// Which time the panels show: the last so-and-so-long, moving with each tick, or a fixed range the user
/// went to. A value with its own way back through what was shown before, and forward again. `now` and
/// `firstData` of the functions are as for range().
class TimeSelection
{
public:
    /// Live over the last `lengthMs`, which must be > 0.
    explicit TimeSelection(std::int64_t lengthMs = 5 * 60 * 1000);

    /// Of the live range, now or after resume().
    [[nodiscard]] std::int64_t lengthMs() const noexcept { return m_shown.lengthMs; }
    /// Live again over a new length.
    void setLength(std::int64_t lengthMs);
    /// Live over a range in words: a step. Words that mean none at `now` change nothing.
    void setRelative(const RelativeRange &range, TimestampMs now);
    /// What is shown is what it begins with: no step leads back.
    void forgetSteps();
    /// Empty where the range is a length up to now, or stands still.
    [[nodiscard]] const std::optional<RelativeRange> &relative() const noexcept { return m_shown.relative; }

    /// Moves with time: neither paused nor zoomed.
    [[nodiscard]] bool live() const noexcept { return !m_shown.fixed; }
    /// Stands still at what was live.
    [[nodiscard]] bool paused() const noexcept { return m_shown.fixed && m_shown.isPause; }
    /// When "now" was for what stands still, as pause() was told; empty where it is not paused.
    [[nodiscard]] std::optional<TimestampMs> pausedAt() const noexcept
    {
        return paused() ? std::optional(m_shown.pausedAt) : std::nullopt;
    }

    /// Stands still at what is shown now. No step.
    void pause(TimestampMs now, TimestampMs firstData);
    /// Live again, over the chosen length or words.
    void resume();

    /// Shows this range (at least 1 s, so a slip of the mouse does not lose the data), cut at `now`: a step.
    void zoomTo(TimeRange range, TimestampMs now, TimestampMs firstData);
    /// Shows this range, moved back to end at `now` where it would end later. Calls in a row, until settle()
    /// or anything else, are one step.
    void moveTo(TimeRange range, TimestampMs now, TimestampMs firstData);
    /// The next moveTo() is a step of its own.
    void settle() noexcept { m_moving = false; }
    /// Twice as long around its middle; a live range stays live.
    void widen(TimestampMs now, TimestampMs firstData);
    /// Moved by this share of its length: negative is back in time.
    void pan(double share, TimestampMs now, TimestampMs firstData);

    [[nodiscard]] bool canGoBack() const noexcept { return !m_back.empty(); }
    [[nodiscard]] bool canGoForward() const noexcept { return !m_forward.empty(); }
    /// To what was shown before the last step.
    void back();
    /// To what back() left.
    void forward();

    /// What to show at `now` where the oldest sample is of `firstData`. While there is less history than the
    /// length asks for, a live range is the shortest of 1, 2, 5, 15 … min that holds the history, so that a
    /// first minute fills the panels instead of their right edge.
    [[nodiscard]] TimeRange range(TimestampMs now, TimestampMs firstData) const;

private:
    struct Shown
    {
        std::int64_t lengthMs = 0;
        std::optional<TimeRange> fixed = std::nullopt;
        bool isPause = false;                                 ///< fixed by pause()
        std::optional<RelativeRange> relative = std::nullopt; ///< what the live range is, if not a length
        TimestampMs pausedAt = 0;
    };

    void step(const Shown &next);

    Shown m_shown;
    bool m_moving = false;
    std::vector<Shown> m_back; ///< the last one was shown last
    std::vector<Shown> m_forward;
};

} // namespace sightglass
