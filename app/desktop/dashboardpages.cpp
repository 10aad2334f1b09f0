// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/dashboardpages.h"

#include "app/desktop/dashboardediting.h"
#include "app/desktop/dashboardtime.h"
#include "app/desktop/dashboardwindow.h"
#include "app/desktop/doctorpage.h"
#include "app/desktop/explorepage.h"
#include "model/presentation/displaytext.h"
#include "model/presentation/tabtitles.h"
#include "widgets/style/seriescolors.h"
#include "widgets/views/dashboardview.h"
#include "widgets/views/pagetabbar.h"

#include <QSignalBlocker>
#include <QTabBar>
#include <QToolButton>

#include <algorithm>
#include <utility>

namespace sightglass {

namespace {

/// The key of what belongs to no target.
QString bundledKey(const std::string &id)
{
    return QStringLiteral("bundled:") + QString::fromStdString(id);
}

} // namespace

DashboardPages::DashboardPages(Workspace *workspace, const Theme &theme, QWidget *parent)
    : QTabWidget(parent)
    , m_workspace(workspace)
    , m_theme(theme)
    , m_files(new DashboardFiles(this))
    , m_driver(new PageDriver(workspace, this))
    , m_explore(new ExplorePage(workspace, theme))
    , m_doctor(new DoctorPage(workspace, theme))
    , m_exporter(new Exporter(this))
    , m_colors(std::make_shared<SeriesColorBook>())
{
    setObjectName(QStringLiteral("dashboards"));
    setTabBar(new PageTabBar);
    setDocumentMode(true); // the tab bar keeps it
    addTab(m_explore, tr("Explore"));
    setTabToolTip(indexOf(m_explore), tr("Ask the metrics yourself (Ctrl+E)"));
    addTab(m_doctor, tr("Doctor"));
    setTabToolTip(indexOf(m_doctor), tr("What is wrong with an endpoint, and how to mend it (Ctrl+D)"));
    connectParts();
    syncPages();
}

DashboardPages::~DashboardPages()
{
    // Pages go with their parent; their last words must not reach half of a window.
    for (Page &page : m_pages) {
        page.page->disconnect(this);
        if (!page.window)
            continue;
        // Not back into a window that goes itself.
        page.window->disconnect(this);
        delete page.window->release();
        delete page.window;
    }
}

void DashboardPages::connectParts()
{
    TimeDriver *time = m_driver->time();
    connect(m_explore, &ExplorePage::rangeRequested, time, &TimeDriver::zoomTo);
    connect(m_explore, &ExplorePage::rangeMoved, time, &TimeDriver::moveTo);
    connect(m_explore, &ExplorePage::zoomOutRequested, time, &TimeDriver::goBack);
    connect(m_explore, &ExplorePage::zoomInAgainRequested, time, &TimeDriver::goForward);
    connect(m_explore, &ExplorePage::panelOffered, this, &DashboardPages::offerPanel);
    connect(time, &TimeDriver::rangeChanged, this, &DashboardPages::showRange);
    connect(time, &TimeDriver::dataWanted, this, [this] {
        if (m_exploreChosen && m_workspace->lastTick().snapshot)
            m_explore->refresh(this->time()->dataRange());
    });
    connect(time, &TimeDriver::otherDataWanted, this, [this] {
        if (m_exploreChosen && m_workspace->lastTick().snapshot)
            m_explore->restart(this->time()->dataRange());
    });
    connect(m_exporter, &Exporter::told, this, &DashboardPages::told);
    connect(m_workspace, &Workspace::dashboardsChanged, this, &DashboardPages::syncPages);
    connect(m_workspace, &Workspace::ticked, this, &DashboardPages::onTick);
    connect(m_files, &DashboardFiles::changed, this, &DashboardPages::onFileChanged);
    connect(m_files, &DashboardFiles::closed, this, [this](const QString &source) {
        forgetWindow(source);
        syncPages();
    });
    connect(m_files, &DashboardFiles::failed, this, [this](const QString &source, const QString &problem) {
        for (const Page &page : m_pages) {
            if (page.source == source)
                page.page->setProblem(problem);
        }
        emit told(problem, true);
    });
    connect(this, &QTabWidget::currentChanged, this, [this] {
        m_exploreChosen = currentWidget() == m_explore;
        updateFront();
    });
}

void DashboardPages::setTheme(const Theme &theme)
{
    m_theme = theme;
    for (const Page &page : m_pages)
        page.page->setTheme(theme);
    m_explore->setTheme(theme);
    m_doctor->setTheme(theme);
}

void DashboardPages::setBare(bool bare)
{
    m_bare = bare;
    tabBar()->setVisible(!bare);
    cornerWidget()->setVisible(!bare);
    for (const Page &page : m_pages)
        page.page->setBare(bare && !page.window);
}

DashboardPage *DashboardPages::page(int tab) const
{
    return qobject_cast<DashboardPage *>(widget(tab));
}

QStringList DashboardPages::targetsOf(int tab) const
{
    for (const Page &page : m_pages) {
        if (page.page != nullptr && page.page == widget(tab))
            return QStringList(page.wanted.targets.begin(), page.wanted.targets.end());
    }
    return {};
}

DashboardView *DashboardPages::view(int tab) const
{
    const DashboardPage *shown = page(tab);
    return shown == nullptr ? nullptr : shown->view();
}

void DashboardPages::showTarget(const QString &targetId)
{
    if (currentWidget() == m_doctor) {
        m_doctor->examineTarget(targetId);
        return;
    }
    for (const Page &page : m_pages) {
        if (std::ranges::find(page.wanted.targets, targetId) != page.wanted.targets.end())
            bringToFront(page);
    }
}

bool DashboardPages::showFile(const QString &source)
{
    const auto found = std::ranges::find(m_pages, source, &Page::source);
    if (source.isEmpty() || found == m_pages.end())
        return false;
    if (const DashboardFiles::Entry *entry = m_files->entry(source))
        m_lastAsked = std::max(m_lastAsked, entry->asked);
    bringToFront(*found);
    return true;
}

// ---- which pages there are

std::vector<DashboardPages::Wanted> DashboardPages::wanted() const
{
    std::vector<Wanted> all;
    for (const TargetDashboard &dashboard : m_workspace->dashboards()) {
        Wanted one{dashboard.targetId, {dashboard.targetId}, {dashboard.spec}};
        one.targets.insert(one.targets.end(), dashboard.companions.begin(), dashboard.companions.end());
        one.variants.insert(one.variants.end(), dashboard.further.begin(), dashboard.further.end());
        all.push_back(std::move(one));
    }
    for (const TargetDashboard &opened : m_library.open({}))
        all.push_back({bundledKey(opened.spec.id), {}, {opened.spec}});
    for (const DashboardFiles::Entry *entry : m_files->entries())
        all.push_back({entry->source, {}, {entry->opened->spec}, entry});
    return all;
}

void DashboardPages::syncPages()
{
    std::vector<Page> pages;
    for (const Wanted &one : wanted()) {
        const auto kept = std::ranges::find_if(
            m_pages, [&one](const Page &page) { return page.page != nullptr && page.wanted.key == one.key; });
        pages.push_back(kept != m_pages.end() ? std::exchange(*kept, Page{}) : createPage(one));
        updatePage(pages.back(), one);
    }
    const Page *current = currentPage();
    const Front front{currentWidget(), current != nullptr ? current->wanted.key : QString(), currentIndex()};
    {
        const QSignalBlocker blocker(this);
        // The list is complete before the first tab goes: taking one away shows its neighbour, which asks for
        // its data.
        const std::vector<Page> gone = std::exchange(m_pages, std::move(pages));
        for (const Page &page : gone) {
            if (page.page == nullptr)
                continue;
            page.page->disconnect(this);
            if (page.window)
                closeWindow(page.window);
            else
                removeTab(indexOf(page.page));
            page.page->deleteLater();
        }
        int tab = 0;
        for (const Page &page : m_pages) {
            if (page.window)
                continue;
            const int at = indexOf(page.page);
            if (at < 0)
                insertPage(page, tab);
            else if (at != tab)
                tabBar()->moveTab(at, tab);
            ++tab;
        }
        chooseFront(front);
    }
    updateTabText();
    offerDashboards();
    updateFront();
    emit dashboardsChanged();
    restoreWindows();
}

DashboardPages::Page DashboardPages::createPage(const Wanted &wanted)
{
    Page page;
    page.wanted = wanted;
    page.page = new DashboardPage(m_workspace, wanted.variants.front(), m_theme, this);
    if (m_memory.choices)
        page.page->setChoices(m_memory.choices(wanted.key));
    connectPage(page.page, wanted.key);
    connectEditing(page.page, wanted.key);
    page.page->setBare(m_bare);
    page.page->setNotes(m_notes);
    page.page->setTimeZone(zoneOf(page.page->dashboard(), chosenZone()));
    page.page->view()->setColorBook(m_colors);
    page.page->view()->setQuietAlerts(m_quiet);
    page.page->view()->setRuleStatuses(m_workspace->lastTick().rules);
    if (wanted.targets.empty())
        page.page->setOwnTime(timeOf(page.page->dashboard(), chosenZone(), time()->shownNow()));
    return page;
}

void DashboardPages::updatePage(Page &page, const Wanted &wanted)
{
    const auto chosen = std::ranges::find(wanted.variants, page.variant, &DashboardSpec::id);
    const DashboardSpec &shown = chosen != wanted.variants.end() ? *chosen : wanted.variants.front();
    const bool otherTime = !isSameTime(shown, page.page->dashboard());
    page.wanted = wanted;
    page.wanted.file = nullptr;
    if (page.window)
        page.window->setTargets(wanted.targets);
    page.page->setDashboard(shown);
    page.page->setVariants(wanted.variants);
    page.page->setTimeZone(zoneOf(shown, chosenZone()));
    if (wanted.targets.empty() && otherTime)
        page.page->setOwnTime(timeOf(shown, chosenZone(), time()->shownNow()));
    if (wanted.file == nullptr)
        return;
    page.source = wanted.file->source;
    page.page->setSource(wanted.file->source, wanted.file->text);
    page.page->setLosses(*wanted.file->opened);
    page.page->setProblem(wanted.file->problem);
}

void DashboardPages::connectPage(DashboardPage *page, const QString &key)
{
    const DashboardView *view = page->view();
    connect(view, &DashboardView::exploreRequested, this, &DashboardPages::explorePanel);
    connect(view, &DashboardView::told, this, &DashboardPages::told);
    // Opening one may take away the page that asks.
    connect(view, &DashboardView::dashboardRequested, this, &DashboardPages::openDashboard,
            Qt::QueuedConnection);
    connect(view, &DashboardView::linkRequested, this, &DashboardPages::openLink);
    connect(page, &DashboardPage::addressFollowed, this, &DashboardPages::followAddress,
            Qt::QueuedConnection);
    connect(page, &DashboardPage::choicesChanged, this, [this, page, key] {
        if (m_memory.keep)
            m_memory.keep(key, page->choices());
    });
    connect(
        page, &DashboardPage::variantChosen, this,
        [this, key](const std::string &id) {
            if (Page *its = pageOf(key))
                its->variant = id;
            syncPages();
        },
        Qt::QueuedConnection);
}

void DashboardPages::insertPage(const Page &page, int at)
{
    insertTab(at, page.page, QString());
    if (!page.wanted.targets.empty())
        return;
    // It came by the user's wish, and goes by it.
    auto *close = new QToolButton(tabBar());
    close->setText(QStringLiteral("×"));
    close->setAutoRaise(true);
    close->setAccessibleName(tr("Close %1").arg(displayText(page.page->dashboard().title, 60)));
    close->setToolTip(tr("Close"));
    // Not from within the button that goes with its tab.
    connect(
        close, &QToolButton::clicked, page.page, [this, key = page.wanted.key] { closePage(key); },
        Qt::QueuedConnection);
    tabBar()->setTabButton(at, QTabBar::RightSide, close);
}

void DashboardPages::closePage(const QString &key)
{
    const Page *page = pageOf(key);
    if (page != nullptr)
        page->page->editing()->leave([this, key] { removePage(key); });
}

void DashboardPages::removePage(const QString &key)
{
    const Page *page = pageOf(key);
    if (page == nullptr)
        return;
    forgetWindow(key);
    if (!page->source.isEmpty()) {
        m_files->close(page->source);
        return;
    }
    m_library.closeBundled(page->page->dashboard().id);
    syncPages();
}

void DashboardPages::onFileChanged(const QString &source)
{
    const bool isNew = std::ranges::find(m_pages, source, &Page::source) == m_pages.end();
    syncPages();
    const DashboardFiles::Entry *entry = m_files->entry(source);
    if (isNew && entry != nullptr && entry->asked > m_lastAsked)
        showFile(source);
    if (source == m_toEdit) {
        m_toEdit.clear();
        editFront();
    }
}

void DashboardPages::chooseFront(const Front &front)
{
    const bool isGone = indexOf(front.page) < 0;
    const bool byDefault = front.page == m_explore && !m_exploreChosen;
    QWidget *next = isGone || byDefault ? nullptr : front.page;
    for (const Page &page : m_pages) {
        const bool isSuccessor = isGone && !front.key.isEmpty() && page.wanted.key == front.key;
        if (isSuccessor || (byDefault && next == nullptr && !page.window))
            next = page.page;
    }
    const int dashboards = dashboardCount();
    if (next == nullptr || indexOf(next) < 0)
        next = isGone && dashboards > 0 ? widget(std::min(front.tab, dashboards - 1)) : currentWidget();
    setCurrentWidget(next);
}

void DashboardPages::updateTabText()
{
    std::vector<TitledTab> tabs;
    for (const Page &page : m_pages) {
        if (page.window)
            continue;
        const bool one = page.wanted.targets.size() == 1;
        tabs.push_back({page.wanted.variants.front().title,
                        one ? m_workspace->targetModel()->status(page.wanted.targets.front()) : nullptr});
    }
    const std::vector<TabTitle> titles = tabTitles(tabs);
    for (std::size_t i = 0; i < titles.size(); ++i) {
        const DashboardPage *shown = page(static_cast<int>(i));
        const bool dirty = shown != nullptr && shown->isDirty();
        setTabText(static_cast<int>(i), dirty ? QStringLiteral("• ") + titles[i].text : titles[i].text);
        setTabToolTip(static_cast<int>(i), titles[i].toolTip);
    }
}

DashboardPages::Page *DashboardPages::currentPage()
{
    const auto page = std::ranges::find_if(
        m_pages, [this](const Page &p) { return p.page != nullptr && p.page == currentWidget(); });
    return page == m_pages.end() ? nullptr : &*page;
}

DashboardPages::Page *DashboardPages::pageOf(const QString &key)
{
    const auto page = std::ranges::find_if(m_pages, [&key](const Page &p) { return p.wanted.key == key; });
    return page == m_pages.end() ? nullptr : &*page;
}

// ---- what is in front

void DashboardPages::updateFront()
{
    const Page *front = currentPage();
    m_driver->setPage(front != nullptr ? front->page : nullptr,
                      front != nullptr ? front->wanted.targets : std::vector<QString>());
    showRange();
    if (front == nullptr && m_exploreChosen)
        m_explore->refresh(time()->dataRange());
    else
        m_explore->pause();
    m_doctor->setActive(currentWidget() == m_doctor, m_frontTarget);
    emit frontChanged();
    if (front == nullptr)
        return;
    if (!front->wanted.targets.empty())
        m_frontTarget = front->wanted.targets.front();
    if (m_visited != front->page) {
        m_visited = front->page;
        m_library.visit(front->page->dashboard().id, m_workspace->lastTick().at);
        offerDashboards();
    }
}

void DashboardPages::setQuietAlerts(const QuietAlerts &quiet)
{
    m_quiet = quiet;
    for (const Page &page : m_pages)
        page.page->view()->setQuietAlerts(quiet);
}

void DashboardPages::onTick(const CollectorTick &tick)
{
    for (const Page &page : m_pages) {
        if (!page.window)
            page.page->view()->setRuleStatuses(tick.rules);
    }
    m_driver->onTick(tick);
    if (!tick.snapshot || !timeSelection().live())
        return;
    showRange();
    if (m_exploreChosen)
        m_explore->refresh(time()->dataRange());
}

/// Pages of dashboards are their driver's.
void DashboardPages::showRange()
{
    if (m_driver->page() != nullptr)
        return;
    if (m_exploreChosen && m_workspace->lastTick().at != 0)
        m_explore->setShownRange(time()->shownRange());
    time()->setColumnUs(m_exploreChosen ? m_explore->columnUs() : 0);
}

void DashboardPages::startWithLength(qint64 milliseconds)
{
    m_driver->sharedTime() = TimeSelection(milliseconds);
    emit time()->selectionChanged();
}

QTimeZone DashboardPages::chosenZone() const
{
    return m_display.utc ? QTimeZone::utc() : QTimeZone::systemTimeZone();
}

void DashboardPages::setTimeDisplay(const TimeDisplay &display)
{
    m_display = display;
    m_driver->time()->setGliding(display.glide);
    for (const Page &page : m_pages)
        page.page->setTimeZone(zoneOf(page.page->dashboard(), chosenZone()));
    m_explore->setTimeZone(chosenZone());
    m_driver->update();
    showRange();
}

void DashboardPages::showEvent(QShowEvent *event)
{
    QTabWidget::showEvent(event);
    restoreWindows();
    m_driver->update();
    showRange();
}

void DashboardPages::hideEvent(QHideEvent *event)
{
    QTabWidget::hideEvent(event);
    m_driver->update();
    showRange();
}

} // namespace sightglass
