// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/dashboardpages.h"

#include "app/cli/dashboardpicture.h"
#include "app/desktop/doctorpage.h"
#include "app/desktop/explorepage.h"
#include "model/presentation/displaytext.h"
#include "widgets/lists/safehtml.h"
#include "widgets/views/dashboardview.h"
#include "widgets/views/exploreview.h"
#include "widgets/views/pagetabbar.h"

#include <QDesktopServices>
#include <QScrollBar>
#include <QSignalBlocker>
#include <QTabBar>
#include <QTimeZone>
#include <QTimer>
#include <QToolButton>

#include <algorithm>
#include <utility>

namespace sightglass {

namespace {

constexpr int followEveryMs = 80;
constexpr int settleAfterMs = 400;

const TargetStatus *statusOf(const CollectorTick &tick, const QString &targetId)
{
    const auto status =
        std::find_if(tick.targets.begin(), tick.targets.end(),
                     [&targetId](const TargetStatus &target) { return target.config.id == targetId; });
    return status == tick.targets.end() ? nullptr : &*status;
}

} // namespace

DashboardPages::DashboardPages(Workspace *workspace, const Theme &theme, QWidget *parent)
    : QTabWidget(parent)
    , m_workspace(workspace)
    , m_theme(theme)
    , m_ticker(new GlideTicker({}, this))
    , m_follow(new QTimer(this))
    , m_settle(new QTimer(this))
    , m_explore(new ExplorePage(workspace, theme))
    , m_doctor(new DoctorPage(workspace, theme))
    , m_exporter(new Exporter(this))
{
    setObjectName(QStringLiteral("dashboards"));
    setTabBar(new PageTabBar);
    setDocumentMode(true); // the tab bar keeps it
    addTab(m_explore, tr("Explore"));
    setTabToolTip(indexOf(m_explore), tr("Ask the metrics yourself (Ctrl+E)"));
    addTab(m_doctor, tr("Doctor"));
    setTabToolTip(indexOf(m_doctor), tr("What is wrong with an endpoint, and how to mend it (Ctrl+D)"));
    connect(m_explore, &ExplorePage::rangeRequested, this, &DashboardPages::zoomTo);
    connect(m_explore, &ExplorePage::rangeMoved, this, &DashboardPages::moveTo);
    connect(m_explore, &ExplorePage::zoomOutRequested, this, &DashboardPages::goBack);
    connect(m_explore, &ExplorePage::zoomInAgainRequested, this, &DashboardPages::goForward);
    m_follow->setSingleShot(true);
    m_follow->setInterval(followEveryMs);
    connect(m_follow, &QTimer::timeout, this, &DashboardPages::followGesture);
    m_settle->setSingleShot(true);
    m_settle->setInterval(settleAfterMs);
    connect(m_settle, &QTimer::timeout, this, [this] {
        m_time.settle();
        m_follow->stop();
        askAgain();
    });
    connect(m_ticker, &GlideTicker::advanced, this, &DashboardPages::showRange);
    connect(m_exporter, &Exporter::told, this, &DashboardPages::told);
    connect(workspace, &Workspace::dashboardsChanged, this, &DashboardPages::syncPages);
    connect(workspace, &Workspace::ticked, this, &DashboardPages::onTick);
    connect(this, &QTabWidget::currentChanged, this, [this] {
        m_exploreChosen = currentWidget() == m_explore;
        updateVisibility();
    });
    syncPages();
}

DashboardPages::~DashboardPages()
{
    // Views go with their parent; their last words must not reach half of a window.
    for (Page &page : m_pages)
        page.view->disconnect(this);
}

void DashboardPages::setTheme(const Theme &theme)
{
    m_theme = theme;
    for (const Page &page : m_pages)
        page.view->setTheme(theme);
    m_explore->setTheme(theme);
    m_doctor->setTheme(theme);
}

DashboardView *DashboardPages::view(int tab) const
{
    return qobject_cast<DashboardView *>(widget(tab));
}

void DashboardPages::showTarget(const QString &targetId)
{
    for (const Page &page : m_pages) {
        if (page.targetId == targetId)
            setCurrentWidget(page.view);
    }
}

void DashboardPages::syncPages()
{
    const std::vector<TargetDashboard> wanted = m_library.open(m_workspace->dashboards());
    std::vector<Page> pages;
    for (const TargetDashboard &dashboard : wanted) {
        const auto kept = std::find_if(m_pages.begin(), m_pages.end(), [&dashboard](const Page &page) {
            return page.view != nullptr && page.targetId == dashboard.targetId &&
                   page.view->spec() == dashboard.spec;
        });
        pages.push_back(kept != m_pages.end() ? std::exchange(*kept, Page{}) : createPage(dashboard));
    }
    const QString frontTarget = currentPage() != nullptr ? currentPage()->targetId : QString();
    QWidget *front = currentWidget();
    {
        const QSignalBlocker blocker(this);
        keepScrollPositions(pages);
        // The list is complete before the first tab goes: taking one away shows its neighbour, which asks for
        // its data.
        std::vector<Page> gone = std::exchange(m_pages, std::move(pages));
        for (Page &page : gone)
            deletePage(page);
        for (std::size_t i = 0; i < m_pages.size(); ++i) {
            const int at = indexOf(m_pages[i].view);
            if (at < 0)
                insertPage(static_cast<int>(i));
            else if (at != static_cast<int>(i))
                tabBar()->moveTab(at, static_cast<int>(i));
        }
        chooseFront(front, frontTarget);
    }
    updateTabText();
    offerDashboards();
    updateVisibility();
}

void DashboardPages::insertPage(int at)
{
    const Page &page = m_pages[static_cast<std::size_t>(at)];
    insertTab(at, page.view, QString());
    if (!page.targetId.isEmpty())
        return;
    // It came by the user's wish, and goes by it.
    auto *close = new QToolButton(tabBar());
    close->setText(QStringLiteral("×"));
    close->setAutoRaise(true);
    close->setAccessibleName(tr("Close %1").arg(displayText(page.view->spec().title, 60)));
    close->setToolTip(tr("Close"));
    connect(close, &QToolButton::clicked, page.view, [this, id = page.view->spec().id] {
        m_library.closeBundled(id);
        // Not from within the button that goes with its tab.
        QMetaObject::invokeMethod(this, &DashboardPages::syncPages, Qt::QueuedConnection);
    });
    tabBar()->setTabButton(at, QTabBar::RightSide, close);
}

// ---- going from one to another

void DashboardPages::offerDashboards()
{
    const std::vector<DashboardEntry> entries =
        m_library.entries(m_workspace->dashboards(), m_workspace->knownDashboards());
    for (const Page &page : m_pages)
        page.view->setDashboards(entries);
}

void DashboardPages::openDashboard(const std::string &id)
{
    if (m_library.openBundled(id, m_workspace->knownDashboards()))
        syncPages();
    for (const Page &page : m_pages) {
        if (page.view->spec().id == id)
            setCurrentWidget(page.view);
    }
}

void DashboardPages::openLink(const QUrl &url)
{
    const QString address = displayText(url.toString(), 200);
    if (!isSafeLink(url))
        emit told(tr("Not opened, since it is no address of the web or of mail: %1").arg(address), true);
    else if (!QDesktopServices::openUrl(url))
        emit told(tr("The system could not open %1").arg(address), true);
}

void DashboardPages::chooseFront(QWidget *front, const QString &frontTarget)
{
    const bool byDefault = front == m_explore && !m_exploreChosen;
    for (const Page &page : m_pages) {
        const bool successor = indexOf(front) < 0 && !frontTarget.isEmpty() && page.targetId == frontTarget;
        if (page.view == front || successor || (byDefault && &page == &m_pages.front()))
            setCurrentWidget(page.view);
    }
}

void DashboardPages::keepScrollPositions(const std::vector<Page> &pages) const
{
    for (const Page &old : m_pages) {
        const auto successor = std::find_if(pages.begin(), pages.end(), [&old](const Page &page) {
            return old.view != nullptr && !old.targetId.isEmpty() && page.targetId == old.targetId;
        });
        if (successor != pages.end()) {
            successor->view->resize(old.view->size());
            successor->view->verticalScrollBar()->setValue(old.view->verticalScrollBar()->value());
        }
    }
}

DashboardPages::Page DashboardPages::createPage(const TargetDashboard &dashboard)
{
    auto *view = new DashboardView(dashboard.spec, m_theme, this);
    auto *feed = new DashboardFeed(m_workspace->queryPool(), view);
    feed->setEngine(m_workspace->queryEngine());
    feed->setPanels(dashboard.spec.panels);
    connect(m_workspace, &Workspace::queryEngineChanged, feed,
            [this, feed] { feed->setEngine(m_workspace->queryEngine()); });
    connect(feed, &DashboardFeed::panelReady, view, &DashboardView::setPanelData);
    connect(view, &DashboardView::visiblePanelsChanged, this, &DashboardPages::updateVisibility);
    connect(view, &DashboardView::rangeRequested, this, &DashboardPages::zoomTo);
    connect(view, &DashboardView::rangeMoved, this, &DashboardPages::moveTo);
    connect(view, &DashboardView::zoomOutRequested, this, &DashboardPages::goBack);
    connect(view, &DashboardView::zoomInAgainRequested, this, &DashboardPages::goForward);
    connect(view, &DashboardView::exploreRequested, this, &DashboardPages::explorePanel);
    connect(view, &DashboardView::told, this, &DashboardPages::told);
    // Opening one may take away the page that asks.
    connect(view, &DashboardView::dashboardRequested, this, &DashboardPages::openDashboard,
            Qt::QueuedConnection);
    connect(view, &DashboardView::linkRequested, this, &DashboardPages::openLink);
    view->setTimeZone(zoneOf(dashboard.spec, chosenZone()));
    view->setRuleStatuses(m_workspace->lastTick().rules);
    return {dashboard.targetId, view, feed, std::nullopt};
}

void DashboardPages::drawFront(std::function<void(const ExportSource &)> use)
{
    const Page *page = currentPage();
    if (page == nullptr || !m_workspace->lastTick().snapshot || m_picture != nullptr)
        return;
    m_picture = new DashboardPicture(page->view->spec(), QSize(page->view->viewport()->width(), 0), m_theme,
                                     m_workspace->queryPool(), this);
    connect(m_picture, &DashboardPicture::finished, this, [this, use = std::move(use)] {
        use(m_picture->source());
        std::exchange(m_picture, nullptr)->deleteLater();
    });
    m_picture->setTimeZone(zoneOf(page->view->spec(), chosenZone()));
    m_picture->render(question(*page), m_workspace->lastTick().rules);
}

void DashboardPages::exportFront(const ExportOrder &order)
{
    drawFront([this, order](const ExportSource &source) { m_exporter->saveAs(source, order, this); });
}

void DashboardPages::copyFront()
{
    drawFront([this](const ExportSource &source) { m_exporter->copyPicture(source, devicePixelRatioF()); });
}

void DashboardPages::deletePage(Page &page)
{
    if (page.view == nullptr)
        return;
    page.view->disconnect(this);
    removeTab(indexOf(page.view));
    page.view->deleteLater();
    page = Page{};
}

void DashboardPages::updateTabText()
{
    for (std::size_t i = 0; i < m_pages.size(); ++i) {
        const std::string &title = m_pages[i].view->spec().title;
        const auto same = std::count_if(m_pages.begin(), m_pages.end(), [&title](const Page &other) {
            return other.view->spec().title == title;
        });
        QString text = displayText(title, 60);
        if (same > 1) {
            if (const TargetStatus *status = m_workspace->targetModel()->status(m_pages[i].targetId))
                text += QStringLiteral(" · ") + displayText(status->labels.value("instance"), 60);
        }
        setTabText(static_cast<int>(i), text.replace(QLatin1Char('&'), QLatin1String("&&")));
    }
}

DashboardPages::Page *DashboardPages::currentPage()
{
    const auto page = std::find_if(m_pages.begin(), m_pages.end(),
                                   [this](const Page &p) { return p.view == currentWidget(); });
    return page == m_pages.end() ? nullptr : &*page;
}

void DashboardPages::updateVisibility()
{
    Page *front = currentPage();
    for (Page &page : m_pages) {
        if (&page != front)
            page.feed->setVisible({});
    }
    showRange();
    updateGliding();
    if (front == nullptr && m_exploreChosen)
        m_explore->refresh(dataRange());
    else
        m_explore->pause();
    m_doctor->setActive(currentWidget() == m_doctor, m_frontTarget);
    if (front == nullptr)
        return;
    if (!front->targetId.isEmpty())
        m_frontTarget = front->targetId;
    if (m_visited != front->view) {
        m_visited = front->view;
        m_library.visit(front->view->spec().id, m_workspace->lastTick().at);
        offerDashboards();
    }
    front->feed->setVisible(front->view->visiblePanels());
    if (m_workspace->lastTick().snapshot)
        front->feed->refresh(question(*front));
}

void DashboardPages::onTick(const CollectorTick &tick)
{
    for (const Page &page : m_pages)
        page.view->setRuleStatuses(tick.rules);
    Page *front = currentPage();
    if (!tick.snapshot)
        return;
    m_ticker->tick(tick.at);
    if (!m_time.live())
        return;
    showRange();
    updateGliding();
    if (m_exploreChosen)
        m_explore->refresh(dataRange());
    if (front == nullptr)
        return;
    // Other targets' scrapes bring nothing that this page shows.
    const TargetStatus *status = statusOf(tick, front->targetId);
    const std::optional<TimestampMs> scrape = status != nullptr ? status->lastScrape : std::nullopt;
    if (scrape && scrape == front->shownScrape)
        return;
    front->shownScrape = scrape;
    front->feed->refresh(question(*front));
}

PanelTime DashboardPages::panelTimeOf(const Page &page, TimeRange range) const
{
    PanelTime time;
    time.range = range;
    time.live = m_time.live();
    const TargetStatus *status = statusOf(m_workspace->lastTick(), page.targetId);
    time.scrapeIntervalMs = status != nullptr ? status->config.intervalMs : TargetConfig{}.intervalMs;
    return time;
}

DashboardFeed::Question DashboardPages::question(const Page &page) const
{
    return {m_workspace->lastTick().snapshot, panelTimeOf(page, dataRange())};
}

TimeRange DashboardPages::dataRange() const
{
    return m_time.range(m_workspace->lastTick().at, m_workspace->firstDataAt());
}

TimeRange DashboardPages::shownRange() const
{
    return m_time.range(shownNow(), m_workspace->firstDataAt());
}

TimestampMs DashboardPages::shownNow() const
{
    return m_ticker->now().value_or(m_workspace->lastTick().at);
}

void DashboardPages::showRange()
{
    const Page *front = currentPage();
    if (m_workspace->lastTick().at == 0)
        return;
    if (front != nullptr)
        front->view->setShownTime(panelTimeOf(*front, shownRange()));
    else if (m_exploreChosen)
        m_explore->setShownRange(shownRange());
}

void DashboardPages::updateGliding()
{
    const Page *front = currentPage();
    const bool seen = isVisible() && !window()->isMinimized();
    const bool moves = m_time.live() && m_display.glide && !prefersReducedMotion(*this);
    std::int64_t column = 0;
    if (seen && moves)
        column = front != nullptr ? front->view->columnUs() : m_exploreChosen ? m_explore->columnUs() : 0;
    m_ticker->setColumnUs(column);
    m_ticker->setRunning(seen && moves);
}

QTimeZone DashboardPages::chosenZone() const
{
    return m_display.utc ? QTimeZone::utc() : QTimeZone::systemTimeZone();
}

void DashboardPages::setTimeDisplay(const TimeDisplay &display)
{
    m_display = display;
    for (const Page &page : m_pages)
        page.view->setTimeZone(zoneOf(page.view->spec(), chosenZone()));
    m_explore->setTimeZone(chosenZone());
    updateGliding();
}

void DashboardPages::showEvent(QShowEvent *event)
{
    QTabWidget::showEvent(event);
    updateGliding();
}

void DashboardPages::hideEvent(QHideEvent *event)
{
    QTabWidget::hideEvent(event);
    updateGliding();
}

bool DashboardPages::isBesideDashboards() const
{
    return m_exploreChosen || currentWidget() == m_doctor;
}

void DashboardPages::showDoctor(const QString &targetId)
{
    setCurrentWidget(m_doctor);
    m_doctor->examineTarget(targetId);
}

void DashboardPages::showExplore()
{
    setCurrentWidget(m_explore);
    // It may have been in front before, for want of a dashboard.
    m_exploreChosen = true;
    updateVisibility();
    m_explore->view()->focusEditor();
}

void DashboardPages::explorePanel(const PanelSpec &panel)
{
    const bool instant = !panel.queries.empty() && panel.queries.front().instant;
    m_explore->view()->openQueries(panel.queries, instant ? ExploreMode::Table : ExploreMode::Graph);
    showExplore();
}

} // namespace sightglass
