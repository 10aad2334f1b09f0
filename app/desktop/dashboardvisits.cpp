// SPDX-License-Identifier: GPL-3.0-or-later
// Going from one page of DashboardPages to another, outside and into files.
#include "app/cli/dashboardpicture.h"
#include "app/desktop/dashboardaddress.h"
#include "app/desktop/dashboardpages.h"
#include "app/desktop/dashboardtime.h"
#include "app/desktop/dashboardwindow.h"
#include "app/desktop/doctorpage.h"
#include "app/desktop/explorepage.h"
#include "model/grafana/exportdashboard.h"
#include "model/presentation/displaytext.h"
#include "model/variables/grafanainterval.h"
#include "widgets/lists/safehtml.h"
#include "widgets/views/dashboardview.h"
#include "widgets/views/exploreview.h"
#include "widgets/views/timebar.h"

#include <QDesktopServices>

#include <algorithm>
#include <utility>

namespace sightglass {

namespace {

bool isCalled(const DashboardSpec &dashboard, const std::string &id)
{
    return dashboard.id == id || (!dashboard.uid.empty() && dashboard.uid == id);
}

} // namespace

void DashboardPages::offerDashboards()
{
    std::vector<DashboardEntry> entries =
        m_library.entries(m_workspace->dashboards(), m_workspace->knownDashboards());
    for (const DashboardFiles::Entry *file : m_files->entries())
        entries.push_back(m_library.entryOf(file->opened->spec));
    for (const Page &page : m_pages)
        page.page->setDashboards(entries);
}

void DashboardPages::openDashboard(const std::string &id)
{
    const auto isIn = [&id](const Page &page) {
        return std::ranges::any_of(page.wanted.variants,
                                   [&id](const DashboardSpec &variant) { return isCalled(variant, id); });
    };
    if (std::ranges::none_of(m_pages, isIn)) {
        const std::vector<DashboardSpec> &known = m_workspace->knownDashboards();
        const auto bundled =
            std::ranges::find_if(known, [&id](const DashboardSpec &one) { return isCalled(one, id); });
        if (bundled != known.end() && m_library.openBundled(bundled->id, known))
            syncPages();
    }
    const auto found = std::ranges::find_if(m_pages, isIn);
    if (found == m_pages.end())
        return;
    if (!isCalled(found->page->dashboard(), id)) {
        const auto variant = std::ranges::find_if(
            found->wanted.variants, [&id](const DashboardSpec &one) { return isCalled(one, id); });
        found->variant = variant->id;
        updatePage(*found, Wanted(found->wanted));
    }
    m_lastAsked = m_files->lastAsked(); // files that are still being read were asked for before
    bringToFront(*found);
}

void DashboardPages::openLink(const QUrl &url)
{
    if (url.scheme().isEmpty() && dashboardAddress(url.toString())) {
        followAddress(url.toString());
        return;
    }
    const QString address = displayText(url.toString(), 200);
    if (!isSafeLink(url))
        emit told(tr("Not opened, since it is no address of the web or of mail: %1").arg(address), true);
    else if (!QDesktopServices::openUrl(url))
        emit told(tr("The system could not open %1").arg(address), true);
}

void DashboardPages::followAddress(const QString &address)
{
    const std::optional<DashboardAddress> inside = dashboardAddress(address);
    if (!inside) {
        openLink(QUrl(address, QUrl::TolerantMode));
        return;
    }
    const std::string uid = inside->uid.toStdString();
    openDashboard(uid);
    const auto front = std::ranges::find_if(
        m_pages, [&uid](const Page &page) { return isCalled(page.page->dashboard(), uid); });
    if (front == m_pages.end()) {
        emit told(tr("No dashboard is open that this link leads to: %1").arg(displayText(inside->uid, 80)),
                  true);
        return;
    }
    if (!inside->variables.empty()) {
        DashboardChoices choices = front->page->choices();
        for (const auto &[name, options] : inside->variables)
            choices.variables[name] = options;
        front->page->setChoices(choices);
        if (m_memory.keep)
            m_memory.keep(front->wanted.key, choices);
    }
    PageDriver *driver = front->window ? front->window->driver() : m_driver;
    if (!inside->from.isEmpty() && !inside->to.isEmpty())
        sightglass::showRange(*driver->time(), {inside->from, inside->to, chosenZone()});
}

// ---- the one in front

QTimeZone DashboardPages::frontZone() const
{
    const DashboardPage *front = page(currentIndex());
    return front != nullptr ? zoneOf(front->dashboard(), chosenZone()) : chosenZone();
}

TimeOffer DashboardPages::offerOf(const DashboardPage &page)
{
    const DashboardSpec &dashboard = page.dashboard();
    TimeOffer offer;
    offer.ranges = dashboard.quickRanges;
    offer.refresh = page.refreshMs();
    offer.hidden = dashboard.pickerHidden;
    for (const std::string &text : dashboard.refreshIntervals) {
        if (const auto milliseconds = grafanaIntervalMs(text); milliseconds && *milliseconds > 0)
            offer.refreshMs.push_back(*milliseconds);
    }
    return offer;
}

TimeOffer DashboardPages::frontOffer() const
{
    const DashboardPage *front = page(currentIndex());
    return front != nullptr ? offerOf(*front) : TimeOffer();
}

void DashboardPages::setFrontRefresh(qint64 milliseconds)
{
    if (DashboardPage *front = page(currentIndex()))
        front->setRefreshMs(milliseconds);
    emit frontChanged();
}

void DashboardPages::setNotes(const AnnotationMarks &notes)
{
    m_notes = notes;
    for (const Page &page : m_pages)
        page.page->setNotes(notes);
}

bool DashboardPages::canCloseFront()
{
    const Page *front = currentPage();
    return front != nullptr && front->wanted.targets.empty();
}

void DashboardPages::closeFront()
{
    if (canCloseFront())
        closePage(QString(currentPage()->wanted.key));
}

void DashboardPages::drawFront(std::function<void(const ExportSource &)> use)
{
    const Page *page = currentPage();
    if (page == nullptr || !m_workspace->lastTick().snapshot || m_picture != nullptr)
        return;
    const DashboardView *view = page->page->view();
    m_picture = new DashboardPicture(view->spec(), QSize(view->viewport()->width(), 0), m_theme,
                                     m_workspace->queryPool(), this);
    connect(m_picture, &DashboardPicture::finished, this, [this, use = std::move(use)] {
        use(m_picture->source());
        std::exchange(m_picture, nullptr)->deleteLater();
    });
    m_picture->setTimeZone(zoneOf(view->spec(), chosenZone()));
    m_picture->render(m_driver->question(), m_workspace->lastTick().rules);
}

void DashboardPages::exportFront(const ExportOrder &order)
{
    drawFront([this, order](const ExportSource &source) { m_exporter->saveAs(source, order, this); });
}

void DashboardPages::copyFront()
{
    drawFront([this](const ExportSource &source) { m_exporter->copyPicture(source, devicePixelRatioF()); });
}

void DashboardPages::exportGrafana()
{
    const DashboardPage *front = page(currentIndex());
    if (front == nullptr)
        return;
    ExportSource source;
    source.title = displayText(front->dashboard().title, 100);
    source.json = [text = exportDashboard(front->dashboard(), FileFor::Grafana)] {
        return [bytes = QByteArray::fromStdString(text)] { return bytes; };
    };
    m_exporter->saveAs(source, {ExportFormat::Json, 1, {}}, this);
}

void DashboardPages::addPage(QWidget *page, const QString &title, const QString &toolTip)
{
    m_others.append(page);
    setTabToolTip(addTab(page, title), toolTip);
}

bool DashboardPages::isBesideDashboards() const
{
    return m_exploreChosen || currentWidget() == m_doctor || m_others.contains(currentWidget());
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
    updateFront();
    m_explore->view()->focusEditor();
}

void DashboardPages::explorePanel(const PanelSpec &panel)
{
    const bool instant = !panel.queries.empty() && panel.queries.front().instant;
    m_explore->view()->openQueries(panel.queries, instant ? ExploreMode::Table : ExploreMode::Graph);
    showExplore();
}

QString DashboardPages::keyOf(int tab) const
{
    for (const Page &page : m_pages) {
        if (page.page != nullptr && page.page == widget(tab))
            return page.wanted.key;
    }
    return {};
}

} // namespace sightglass
