// SPDX-License-Identifier: GPL-3.0-or-later
// What time DashboardPages shows, and who chooses it.
#include "app/desktop/dashboardpages.h"
#include "app/desktop/explorepage.h"
#include "widgets/views/timebar.h"

#include <QTimer>

namespace sightglass {

void DashboardPages::attach(TimeBar *bar)
{
    const auto show = [this, bar] { bar->setSelection(m_time, shownRange()); };
    show();
    bar->setClock([this] { return shownNow(); });
    connect(this, &DashboardPages::timeSelectionChanged, bar, show);
    connect(bar, &TimeBar::lengthChosen, this, &DashboardPages::setLength);
    connect(bar, &TimeBar::rangeChosen, this, &DashboardPages::zoomTo);
    connect(bar, &TimeBar::pauseToggled, this, &DashboardPages::setPaused);
    connect(bar, &TimeBar::zoomOutRequested, this, &DashboardPages::zoomOut);
    connect(bar, &TimeBar::panRequested, this, &DashboardPages::pan);
    connect(bar, &TimeBar::backRequested, this, &DashboardPages::goBack);
    connect(bar, &TimeBar::forwardRequested, this, &DashboardPages::goForward);
}

void DashboardPages::followGesture()
{
    if (!m_workspace->lastTick().snapshot)
        return;
    if (m_exploreChosen)
        m_explore->refresh(dataRange());
    // Not restarted: what is under way fills the picture until the newest answer comes.
    if (Page *front = currentPage())
        front->feed->refresh(question(*front));
}

void DashboardPages::askAgain()
{
    showRange();
    updateGliding();
    if (m_exploreChosen && m_workspace->lastTick().snapshot)
        m_explore->restart(dataRange());
    Page *front = currentPage();
    if (front != nullptr && m_workspace->lastTick().snapshot)
        front->feed->restart(question(*front));
    emit timeSelectionChanged();
}

void DashboardPages::startWithLength(qint64 milliseconds)
{
    m_time = TimeSelection(milliseconds);
    askAgain();
}

void DashboardPages::setLength(qint64 milliseconds)
{
    m_time.setLength(milliseconds);
    askAgain();
}

void DashboardPages::setPaused(bool paused)
{
    if (paused)
        m_time.pause(shownNow(), m_workspace->firstDataAt());
    else
        m_time.resume();
    askAgain();
}

void DashboardPages::zoomTo(TimeRange range)
{
    m_time.zoomTo(range, shownNow(), m_workspace->firstDataAt());
    askAgain();
}

void DashboardPages::moveTo(TimeRange range)
{
    m_time.moveTo(range, shownNow(), m_workspace->firstDataAt());
    showRange();
    updateGliding();
    if (!m_follow->isActive())
        m_follow->start();
    m_settle->start();
    emit timeSelectionChanged();
}

void DashboardPages::zoomOut()
{
    m_time.widen(shownNow(), m_workspace->firstDataAt());
    askAgain();
}

void DashboardPages::pan(double share)
{
    m_time.pan(share, shownNow(), m_workspace->firstDataAt());
    askAgain();
}

void DashboardPages::goBack()
{
    m_time.back();
    askAgain();
}

void DashboardPages::goForward()
{
    m_time.forward();
    askAgain();
}

} // namespace sightglass
