// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/timerange.h"

#include <QObject>

#include <functional>
#include <optional>

class QTimer;
class QWidget;

namespace sightglass {

/// By what time a live window shows its plots: that of the last tick of data, and on from there with the
/// clock, so that plots glide between scrapes and new data move nothing. One per window, with one timer that
/// runs only while somebody sees it. GUI thread.
class GlideTicker : public QObject
{
    Q_OBJECT

public:
    /// Milliseconds of a clock that is never set back, since any moment.
    using Elapsed = std::function<std::int64_t()>;

    /// Without `elapsed`: the system's monotonic clock.
    explicit GlideTicker(Elapsed elapsed = {}, QObject *parent = nullptr);

    /// Data as of this time are there now.
    void tick(TimestampMs at);
    /// Never earlier than the last tick, and while running never earlier than before. Nothing before the
    /// first tick. While it does not run: the last tick's time.
    [[nodiscard]] std::optional<TimestampMs> now() const;

    /// How often a plot looks different (PanelView::columnUs()). Below a frame nothing glides: each tick
    /// moves many columns at once, and more pictures are not seen. 0: nothing moves.
    void setColumnUs(std::int64_t microseconds);
    /// Whether there is something live to be seen.
    void setRunning(bool running);
    /// The timer runs.
    [[nodiscard]] bool isActive() const;

signals:
    /// The next column of time has begun.
    void advanced();

private:
    void schedule();

    Elapsed m_elapsed;
    QTimer *m_timer;
    std::optional<TimestampMs> m_tick;
    std::int64_t m_heardAt = 0; ///< elapsed() at the tick
    TimestampMs m_ahead = 0;    ///< what was shown before it, where that was later
    std::int64_t m_columnUs = 0;
    bool m_running = false;
};

/// Milliseconds from `now` until the next column of absolute time begins, at least a frame.
[[nodiscard]] int untilNextColumn(TimestampMs now, std::int64_t columnUs) noexcept;

/// Whether the desktop asks for less motion.
[[nodiscard]] bool prefersReducedMotion(const QWidget &widget);

} // namespace sightglass
