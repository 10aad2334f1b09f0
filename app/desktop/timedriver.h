// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/presentation/programsettings.h"
#include "model/presentation/timeselection.h"
#include "model/presentation/workspace.h"

#include <QObject>

#include <optional>

class QTimer;
class QWidget;

namespace sightglass {

class GlideTicker;
class TimeBar;

/// What time a window shows and how it gets on: live and gliding, paused, zoomed, followed while a gesture
/// goes on. Knows nothing of what is shown: it says when there is another range to show, and when data are
/// wanted for it.
class TimeDriver : public QObject
{
    Q_OBJECT

public:
    TimeDriver(Workspace *workspace, QWidget *window);

    /// Whose time it is from now on; it outlives this or is replaced before it goes.
    void setSelection(TimeSelection *selection);
    [[nodiscard]] const TimeSelection &selection() const noexcept { return *m_selection; }
    /// "Now" lies so far back, as a dashboard wants it.
    void setNowDelay(std::int64_t milliseconds) { m_delayMs = milliseconds; }
    /// When weeks and fiscal years of ranges that are chosen begin.
    void setCalendar(const CalendarRules &calendar) { m_calendar = calendar; }
    /// The bar shows and chooses what is selected.
    void attach(TimeBar *bar);

    /// Of which there are data.
    [[nodiscard]] TimeRange dataRange() const;
    /// What the panels show at this moment.
    [[nodiscard]] TimeRange shownRange() const;
    /// What "now" is in these, where they are ranges in words, which may end at another time, or stand still
    /// at what was live; else empty.
    [[nodiscard]] std::optional<TimestampMs> dataNow() const;
    [[nodiscard]] std::optional<TimestampMs> shownRangeNow() const;
    /// By the clock that live panels move by.
    [[nodiscard]] TimestampMs shownNow() const;

    void tick(TimestampMs at);
    /// How often what is in front looks different; 0: nothing there moves.
    void setColumnUs(std::int64_t columnUs);
    /// Where the user wants it, and the desktop does not ask for less motion.
    void setGliding(bool wanted) { m_glide = wanted; }
    [[nodiscard]] bool isGliding() const;

public slots:
    void setLength(qint64 milliseconds);
    void setRelative(const sightglass::RelativeRange &range);
    void setPaused(bool paused);
    /// A range that was chosen.
    void zoomTo(sightglass::TimeRange range);
    /// One of many in a row, by wheel, drag or key: it is shown at once, the data follow.
    void moveTo(sightglass::TimeRange range);
    /// Twice as long.
    void zoomOut();
    void pan(double share);
    /// In the steps that were taken.
    void goBack();
    void goForward();

signals:
    /// Another range is to be shown from the data that are there.
    void rangeChanged();
    /// Data of dataRange(), beside what is under way.
    void dataWanted();
    /// The same, and what is under way is of no use any more.
    void otherDataWanted();
    void selectionChanged();

private:
    void askAgain();
    [[nodiscard]] std::optional<TimestampMs> nowIn(TimestampMs now) const;
    [[nodiscard]] TimestampMs delayed(TimestampMs now) const { return now - m_delayMs; }

    Workspace *m_workspace;
    QWidget *m_window;
    TimeSelection m_none;
    TimeSelection *m_selection = &m_none;
    GlideTicker *m_ticker;
    QTimer *m_follow; ///< asks for data while a gesture goes on, not for each of its events
    QTimer *m_settle; ///< the gesture is over
    CalendarRules m_calendar;
    std::int64_t m_delayMs = 0;
    bool m_glide = true;
};

} // namespace sightglass
