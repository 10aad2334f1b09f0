// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/pagedriver.h"

#include "app/desktop/dashboardpage.h"
#include "model/presentation/dashboardtimes.h"
#include "model/variables/grafanainterval.h"
#include "widgets/views/dashboardview.h"

#include <algorithm>

namespace sightglass {

PageDriver::PageDriver(Workspace *workspace, QWidget *window)
    : QObject(window)
    , m_workspace(workspace)
    , m_time(new TimeDriver(workspace, window))
{
    m_time->setSelection(&m_shared);
    connect(m_time, &TimeDriver::rangeChanged, this, &PageDriver::update);
    connect(m_time, &TimeDriver::dataWanted, this, [this] {
        if (m_page && m_workspace->lastTick().snapshot) {
            m_page->setAskedLength(askedLength());
            m_page->refresh(question());
        }
    });
    connect(m_time, &TimeDriver::otherDataWanted, this, [this] {
        if (m_page && m_workspace->lastTick().snapshot) {
            m_page->setAskedLength(askedLength());
            m_page->restart(question());
        }
    });
}

void PageDriver::setPage(DashboardPage *page, const std::vector<QString> &targets)
{
    m_targets = targets;
    if (page != m_page) {
        leavePage();
        m_page = page;
        m_shownScrape.reset();
        joinPage();
    }
    takeTime();
    if (!m_page)
        return;
    update();
    m_page->setInFront(true);
    if (m_workspace->lastTick().snapshot) {
        m_page->setAskedLength(askedLength());
        m_page->refresh(question());
    }
}

void PageDriver::leavePage()
{
    if (!m_page)
        return;
    m_page->disconnect(this);
    m_page->view()->disconnect(m_time);
    m_page->setInFront(false);
}

void PageDriver::joinPage()
{
    if (!m_page)
        return;
    const DashboardView *view = m_page->view();
    connect(m_page, &DashboardPage::visiblePanelsChanged, this, &PageDriver::update);
    connect(view, &DashboardView::rangeRequested, m_time, &TimeDriver::zoomTo);
    connect(view, &DashboardView::rangeMoved, m_time, &TimeDriver::moveTo);
    connect(view, &DashboardView::zoomOutRequested, m_time, &TimeDriver::goBack);
    connect(view, &DashboardView::zoomInAgainRequested, m_time, &TimeDriver::goForward);
}

void PageDriver::takeTime()
{
    const std::string delay = m_page ? m_page->dashboard().nowDelay : std::string();
    m_time->setNowDelay(std::max<std::int64_t>(grafanaIntervalMs(delay).value_or(0), 0));
    m_time->setCalendar(m_page ? calendarOf(m_page->dashboard()) : CalendarRules{});
    m_time->setSelection(m_page && m_page->ownTime() != nullptr ? m_page->ownTime() : &m_shared);
}

std::optional<TimestampMs> PageDriver::newestScrape(const CollectorTick &tick) const
{
    std::optional<TimestampMs> newest;
    for (const TargetStatus &target : tick.targets) {
        const bool concerns =
            m_targets.empty() || std::ranges::find(m_targets, target.config.id) != m_targets.end();
        if (concerns && target.lastScrape && (!newest || *target.lastScrape > *newest))
            newest = target.lastScrape;
    }
    return newest;
}

void PageDriver::onTick(const CollectorTick &tick)
{
    if (m_page)
        m_page->view()->setRuleStatuses(tick.rules);
    if (!tick.snapshot)
        return;
    m_time->tick(tick.at);
    if (!m_time->selection().live() || !m_page)
        return;
    update();
    // Other targets' scrapes bring nothing that this page shows.
    const std::optional<TimestampMs> scrape = newestScrape(tick);
    if (scrape && scrape == m_shownScrape)
        return;
    m_shownScrape = scrape;
    m_page->setAskedLength(askedLength());
    m_page->dataCame(question(), tick.at);
}

PanelTime PageDriver::panelTime(TimeRange range, std::optional<TimestampMs> now) const
{
    PanelTime time;
    time.range = range;
    time.live = m_time->selection().live();
    time.now = now;
    time.exactEnd = m_exactEnds;
    time.scrapeIntervalMs = TargetConfig{}.intervalMs;
    std::vector<std::int64_t> intervals;
    for (const TargetStatus &target : m_workspace->lastTick().targets) {
        const bool concerns =
            m_targets.empty() || std::ranges::find(m_targets, target.config.id) != m_targets.end();
        if (concerns && target.config.enabled)
            intervals.push_back(target.config.intervalMs);
    }
    return forSources(time, intervals);
}

std::int64_t PageDriver::askedLength() const
{
    const TimeSelection &selection = m_time->selection();
    const bool isLength = selection.live() || selection.paused();
    return isLength && !selection.relative() ? selection.lengthMs() : 0;
}

DashboardFeed::Question PageDriver::question() const
{
    return {m_workspace->lastTick().snapshot, panelTime(m_time->dataRange(), m_time->dataNow())};
}

void PageDriver::update()
{
    if (!m_page)
        return;
    if (m_workspace->lastTick().at != 0)
        m_page->show(panelTime(m_time->shownRange(), m_time->shownRangeNow()));
    m_time->setColumnUs(m_page->view()->columnUs());
}

} // namespace sightglass
