// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/explorepage.h"

#include "model/editing/newpanels.h"
#include "model/presentation/panelmaker.h"
#include "widgets/views/exploreview.h"

#include <QVBoxLayout>

#include <algorithm>

namespace sightglass {

ExplorePage::ExplorePage(Workspace *workspace, const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_theme(theme)
    , m_catalog(new CatalogSource(workspace->queryPool(), this))
    , m_maker(new PanelMaker(workspace->queryPool(), m_catalog, this))
    , m_feed(new ExploreFeed(workspace->queryPool(), m_catalog, this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    m_feed->setEngine(workspace->queryEngine());
    connect(m_maker, &PanelMaker::made, this, &ExplorePage::panelOffered);
    connect(workspace, &Workspace::queryEngineChanged, this, [this] {
        m_feed->setEngine(m_workspace->queryEngine());
        if (m_view != nullptr)
            m_view->setFeatures(m_workspace->queryEngine().options().features);
    });
}

ExplorePage::~ExplorePage() = default;

ExploreView *ExplorePage::view()
{
    if (m_view != nullptr)
        return m_view;
    m_view = new ExploreView(m_workspace->queryPool(), m_catalog, m_feed, m_theme, this);
    m_view->setFeatures(m_workspace->queryEngine().options().features);
    m_view->setHistory(QueryHistory(m_memory.history));
    if (!m_memory.queries.empty())
        m_view->openQueries(m_memory.queries);
    layout()->addWidget(m_view);
    connect(m_view, &ExploreView::addToDashboardRequested, this,
            [this](const std::vector<PanelQuery> &queries) {
                emit panelOffered(panelForQueries(queries, *m_catalog->catalog()));
            });
    connect(m_view, &ExploreView::metricToDashboardRequested, m_maker, &PanelMaker::make);
    connect(m_view, &ExploreView::rangeRequested, this, &ExplorePage::rangeRequested);
    connect(m_view, &ExploreView::rangeMoved, this, &ExplorePage::rangeMoved);
    connect(m_view, &ExploreView::zoomOutRequested, this, &ExplorePage::zoomOutRequested);
    connect(m_view, &ExploreView::zoomInAgainRequested, this, &ExplorePage::zoomInAgainRequested);
    m_view->setTimeZone(m_zone);
    connect(m_view, &ExploreView::changed, this, &ExplorePage::memoryChanged);
    return m_view;
}

void ExplorePage::setTheme(const Theme &theme)
{
    m_theme = theme;
    if (m_view != nullptr)
        m_view->setTheme(theme);
}

void ExplorePage::setShownRange(TimeRange range)
{
    if (m_view != nullptr)
        m_view->setShownRange(range);
}

void ExplorePage::setTimeZone(const QTimeZone &zone)
{
    m_zone = zone;
    if (m_view != nullptr)
        m_view->setTimeZone(zone);
}

std::int64_t ExplorePage::columnUs() const
{
    return m_view != nullptr ? m_view->columnUs() : 0;
}

void ExplorePage::setMemory(const Memory &memory)
{
    m_memory = memory;
    if (m_view != nullptr)
        m_view->setHistory(QueryHistory(memory.history));
}

ExplorePage::Memory ExplorePage::memory() const
{
    return m_view == nullptr ? m_memory : Memory{m_view->history().entries(), m_view->queries()};
}

ExploreFeed::Question ExplorePage::question(const TimeRange &range)
{
    const CollectorTick &tick = m_workspace->lastTick();
    // The metrics of all targets are asked: the shortest interval is the finest that there is.
    std::int64_t interval = 0;
    for (const TargetStatus &target : tick.targets) {
        if (target.config.enabled && (interval == 0 || target.config.intervalMs < interval))
            interval = target.config.intervalMs;
    }
    m_catalog->setSnapshot(tick.snapshot);
    view()->setScrapeIntervalMs(interval);
    PanelTime time;
    time.range = range;
    time.scrapeIntervalMs = interval > 0 ? interval : TargetConfig{}.intervalMs;
    return {tick.snapshot, time};
}

void ExplorePage::refresh(const TimeRange &range)
{
    m_feed->refresh(question(range));
}

void ExplorePage::restart(const TimeRange &range)
{
    m_feed->restart(question(range));
}

void ExplorePage::pause()
{
    m_feed->pause();
    m_catalog->setSnapshot(nullptr);
}

} // namespace sightglass
