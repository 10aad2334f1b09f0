// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/timedriver.h"

#include "widgets/views/glideticker.h"
#include "widgets/views/timebar.h"

#include <QTimer>

namespace sightglass {

namespace {

constexpr int followEveryMs = 80;
constexpr int settleAfterMs = 400;

} // namespace

TimeDriver::TimeDriver(Workspace *workspace, QWidget *window)
    : QObject(window)
    , m_workspace(workspace)
    , m_window(window)
    , m_ticker(new GlideTicker({}, this))
    , m_follow(new QTimer(this))
    , m_settle(new QTimer(this))
{
    m_follow->setSingleShot(true);
    m_follow->setInterval(followEveryMs);
    connect(m_follow, &QTimer::timeout, this, &TimeDriver::dataWanted);
    m_settle->setSingleShot(true);
    m_settle->setInterval(settleAfterMs);
    connect(m_settle, &QTimer::timeout, this, [this] {
        m_selection->settle();
        m_follow->stop();
        askAgain();
    });
    connect(m_ticker, &GlideTicker::advanced, this, &TimeDriver::rangeChanged);
}

void TimeDriver::setSelection(TimeSelection *selection)
{
    if (selection == m_selection)
        return;
    m_follow->stop();
    m_settle->stop();
    m_selection = selection != nullptr ? selection : &m_none;
    emit selectionChanged();
}

void TimeDriver::attach(TimeBar *bar)
{
    const auto show = [this, bar] { bar->setSelection(*m_selection, shownRange()); };
    show();
    bar->setClock([this] { return shownNow(); });
    connect(this, &TimeDriver::selectionChanged, bar, show);
    connect(bar, &TimeBar::lengthChosen, this, &TimeDriver::setLength);
    connect(bar, &TimeBar::relativeChosen, this, &TimeDriver::setRelative);
    connect(bar, &TimeBar::rangeChosen, this, &TimeDriver::zoomTo);
    connect(bar, &TimeBar::pauseToggled, this, &TimeDriver::setPaused);
    connect(bar, &TimeBar::zoomOutRequested, this, &TimeDriver::zoomOut);
    connect(bar, &TimeBar::panRequested, this, &TimeDriver::pan);
    connect(bar, &TimeBar::backRequested, this, &TimeDriver::goBack);
    connect(bar, &TimeBar::forwardRequested, this, &TimeDriver::goForward);
}

// ---- what is shown

TimeRange TimeDriver::dataRange() const
{
    return m_selection->range(delayed(m_workspace->lastTick().at), m_workspace->firstDataAt());
}

TimeRange TimeDriver::shownRange() const
{
    return m_selection->range(delayed(shownNow()), m_workspace->firstDataAt());
}

std::optional<TimestampMs> TimeDriver::nowIn(TimestampMs now) const
{
    if (m_selection->live())
        return m_selection->relative() ? std::optional(now) : std::nullopt;
    return m_selection->pausedAt();
}

std::optional<TimestampMs> TimeDriver::dataNow() const
{
    return nowIn(delayed(m_workspace->lastTick().at));
}

std::optional<TimestampMs> TimeDriver::shownRangeNow() const
{
    return nowIn(delayed(shownNow()));
}

TimestampMs TimeDriver::shownNow() const
{
    return m_ticker->now().value_or(m_workspace->lastTick().at);
}

void TimeDriver::tick(TimestampMs at)
{
    m_ticker->tick(at);
}

void TimeDriver::setColumnUs(std::int64_t columnUs)
{
    const bool seen = m_window->isVisible() && !m_window->window()->isMinimized();
    const bool moves = m_selection->live() && m_glide && !prefersReducedMotion(*m_window);
    m_ticker->setColumnUs(seen && moves ? columnUs : 0);
    m_ticker->setRunning(seen && moves);
}

bool TimeDriver::isGliding() const
{
    return m_ticker->isActive();
}

// ---- choosing

void TimeDriver::askAgain()
{
    emit rangeChanged();
    emit otherDataWanted();
    emit selectionChanged();
}

void TimeDriver::setLength(qint64 milliseconds)
{
    m_selection->setLength(milliseconds);
    askAgain();
}

void TimeDriver::setRelative(const RelativeRange &range)
{
    RelativeRange words = range;
    words.calendar = m_calendar;
    m_selection->setRelative(words, delayed(shownNow()));
    askAgain();
}

void TimeDriver::setPaused(bool paused)
{
    if (paused)
        m_selection->pause(delayed(shownNow()), m_workspace->firstDataAt());
    else
        m_selection->resume();
    askAgain();
}

void TimeDriver::zoomTo(TimeRange range)
{
    m_selection->zoomTo(range, shownNow(), m_workspace->firstDataAt());
    askAgain();
}

void TimeDriver::moveTo(TimeRange range)
{
    m_selection->moveTo(range, shownNow(), m_workspace->firstDataAt());
    emit rangeChanged();
    if (!m_follow->isActive())
        m_follow->start();
    m_settle->start();
    emit selectionChanged();
}

void TimeDriver::zoomOut()
{
    m_selection->widen(delayed(shownNow()), m_workspace->firstDataAt());
    askAgain();
}

void TimeDriver::pan(double share)
{
    m_selection->pan(share, shownNow(), m_workspace->firstDataAt());
    askAgain();
}

void TimeDriver::goBack()
{
    m_selection->back();
    askAgain();
}

void TimeDriver::goForward()
{
    m_selection->forward();
    askAgain();
}

} // namespace sightglass
