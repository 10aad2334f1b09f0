// SPDX-License-Identifier: GPL-3.0-or-later
// The dashboards of DashboardPages that have windows of their own, which are remembered between runs.
#include "app/desktop/dashboardpages.h"
#include "app/desktop/dashboardwindow.h"
#include "widgets/views/timebar.h"

#include <QGuiApplication>
#include <QScopedValueRollback>

#include <algorithm>
#include <utility>

namespace sightglass {

namespace {

constexpr std::size_t mostRemembered = 50;

} // namespace

void DashboardPages::setMemory(Memory memory)
{
    m_memory = std::move(memory);
    if (m_memory.windows)
        m_detached = m_memory.windows();
    restoreWindows();
}

void DashboardPages::bringToFront(const Page &page)
{
    if (!page.window) {
        setCurrentWidget(page.page);
        return;
    }
    page.window->setWindowState(page.window->windowState() & ~Qt::WindowMinimized);
    page.window->raise();
    page.window->activateWindow();
}

void DashboardPages::detachFront()
{
    Page *page = currentPage();
    if (page == nullptr)
        return;
    detach(*page, {});
    rememberWindow(page->wanted.key);
}

void DashboardPages::detach(Page &page, const QByteArray &geometry)
{
    const int tab = indexOf(page.page);
    const bool wasFront = currentWidget() == page.page;
    if (wasFront)
        m_driver->setPage(nullptr, {});
    const QSize size = page.page->size();
    removeTab(tab);
    auto *shown = new DashboardWindow(m_workspace, page.page, page.wanted.targets, m_driver->sharedTime());
    page.window = shown;
    if (const int others = dashboardCount(); wasFront && others > 0)
        setCurrentIndex(std::min(tab, others - 1));
    shown->timeBar()->setTimeZone(zoneOf(page.page->dashboard(), chosenZone()));
    shown->timeBar()->setOffer(offerOf(*page.page));
    // A place on a screen that is gone is brought back by Qt.
    if (geometry.isEmpty() || !shown->restoreGeometry(geometry))
        shown->resize(size);
    const QString key = page.wanted.key;
    connect(shown, &DashboardWindow::closing, this, [this, key] { reattach(key); });
    connect(shown, &DashboardWindow::moved, this, [this, key] { rememberWindow(key); });
    connect(shown, &DashboardWindow::refreshChosen, page.page, &DashboardPage::setRefreshMs);
    shown->show();
    updateTabText();
    updateFront();
    emit dashboardsChanged();
}

/// Those that had windows of their own when the program ended get them back as they turn up: targets after
/// their first scrape, files when they are read.
void DashboardPages::restoreWindows()
{
    if (m_restoring || !isVisible())
        return;
    const QScopedValueRollback restoring(m_restoring, true);
    for (const DetachedPage &known : std::vector<DetachedPage>(m_detached)) {
        Page *page = pageOf(known.key);
        if (page != nullptr && !page->window)
            detach(*page, known.geometry);
    }
}

void DashboardPages::rememberWindow(const QString &key)
{
    const Page *page = pageOf(key);
    if (page == nullptr || !page->window)
        return;
    std::erase_if(m_detached, [&key](const DetachedPage &known) { return known.key == key; });
    m_detached.push_back({key, page->window->saveGeometry()});
    if (m_detached.size() > mostRemembered)
        m_detached.erase(m_detached.begin());
    if (m_memory.keepWindows)
        m_memory.keepWindows(m_detached);
}

void DashboardPages::forgetWindow(const QString &key)
{
    if (std::erase_if(m_detached, [&key](const DetachedPage &known) { return known.key == key; }) == 0)
        return;
    if (m_memory.keepWindows)
        m_memory.keepWindows(m_detached);
}

void DashboardPages::closeWindow(DashboardWindow *window)
{
    window->disconnect(this);
    if (DashboardPage *page = window->release())
        page->setParent(this);
    window->close();
    window->deleteLater();
}

void DashboardPages::closeWindows()
{
    for (Page &page : m_pages) {
        if (page.window)
            closeWindow(std::exchange(page.window, nullptr));
    }
}

void DashboardPages::reattach(const QString &key)
{
    Page *page = pageOf(key);
    if (page == nullptr || !page->window)
        return;
    // The end of the desktop's session closes windows too.
    if (!qGuiApp->isSavingSession())
        forgetWindow(key);
    closeWindow(std::exchange(page->window, nullptr));
    syncPages();
    if (const Page *back = pageOf(key))
        setCurrentWidget(back->page);
}

int DashboardPages::dashboardCount() const noexcept
{
    return static_cast<int>(std::ranges::count_if(m_pages, [](const Page &page) { return !page.window; }));
}

} // namespace sightglass
