// SPDX-License-Identifier: GPL-3.0-or-later
// What DashboardPages edits, and where new panels and dashboards go.
#include "app/desktop/dashboardediting.h"
#include "app/desktop/dashboardpages.h"
#include "app/desktop/dashboardtime.h"
#include "app/desktop/dashboardwindow.h"
#include "model/editing/dashboardediting.h"
#include "model/editing/panelclipboard.h"
#include "model/presentation/dashboardtimes.h"
#include "model/presentation/displaytext.h"

#include <QCursor>
#include <QMenu>
#include <QMimeData>

#include <algorithm>

namespace sightglass {

void DashboardPages::connectEditing(DashboardPage *page, const QString &key)
{
    // It may be told while the list of pages is being made anew.
    connect(
        page, &DashboardPage::editingChanged, this,
        [this] {
            updateTabText();
            emit frontChanged();
        },
        Qt::QueuedConnection);
    connect(page, &DashboardPage::timeEdited, this, [this, page, key] {
        const Page *its = pageOf(key);
        PageDriver *driver = its != nullptr && its->window ? its->window->driver() : m_driver;
        if (driver->page() != page)
            return;
        const DashboardSpec &spec = page->dashboard();
        const QString usual = QStringLiteral("now-%1s").arg(spec.defaultRangeMs / 1000);
        const bool said = !spec.timeFrom.empty();
        driver->time()->setCalendar(calendarOf(spec));
        // The name is a function's of this class, too.
        sightglass::showRange(*driver->time(),
                              {said ? QString::fromStdString(spec.timeFrom) : usual,
                               said ? QString::fromStdString(spec.timeTo) : QStringLiteral("now"),
                               zoneOf(spec, chosenZone()), calendarOf(spec)});
    });
    const DashboardEditing *editing = page->editing();
    connect(editing, &DashboardEditing::told, this, &DashboardPages::told);
    connect(editing, &DashboardEditing::alertRequested, this, &DashboardPages::alertRequested);
    connect(
        editing, &DashboardEditing::ended, this,
        [this, key](const QString &savedPath) { onEditingEnded(key, savedPath); }, Qt::QueuedConnection);
}

/// A copy of a target's or bundled dashboard has a tab of its own from now on; the one that it was made of is
/// as it was.
void DashboardPages::onEditingEnded(const QString &key, const QString &savedPath)
{
    if (!savedPath.isEmpty())
        m_files->open(savedPath);
    const Page *page = pageOf(key);
    if (page == nullptr || page->source != savedPath || savedPath.isEmpty())
        syncPages();
}

void DashboardPages::editFront()
{
    const Page *front = currentPage();
    if (front == nullptr)
        return;
    DashboardEditing *editing = front->page->editing();
    if (editing->isActive())
        editing->leave([editing] { editing->end(); });
    else
        front->page->beginEditing();
}

bool DashboardPages::hasUnsaved() const
{
    return std::ranges::any_of(m_pages, [](const Page &page) { return page.page->isDirty(); });
}

void DashboardPages::leaveAll(const std::function<void()> &then)
{
    const auto dirty = std::ranges::find_if(m_pages, [](const Page &page) { return page.page->isDirty(); });
    if (dirty == m_pages.end()) {
        then();
        return;
    }
    bringToFront(*dirty);
    DashboardEditing *editing = dirty->page->editing();
    editing->leave([this, editing, then] {
        editing->end();
        leaveAll(then);
    });
}

void DashboardPages::newDashboard()
{
    openNew({});
}

void DashboardPages::takePanels(const QMimeData &copied)
{
    if (DashboardPage *front = page(currentIndex())) {
        front->editing()->pane()->grid()->paste(copied);
        return;
    }
    const QByteArray text = copied.text().toUtf8();
    if (auto panels = panelsFromText({text.constData(), static_cast<std::size_t>(text.size())}))
        openNew(*panels);
}

void DashboardPages::openNew(const std::vector<PanelSpec> &panels)
{
    DashboardSpec empty;
    empty.title = tr("New dashboard").toStdString();
    const auto document = DashboardDocument::copyOf(empty, DashboardEditing::folder());
    for (const PanelSpec &panel : panels)
        document->apply(panelAdded(document->spec(), panel));
    const DashboardDocument::SaveResult saved = document->save();
    if (saved.saving != DashboardDocument::Saving::Saved) {
        emit told(saved.problem, true);
        return;
    }
    m_toEdit = DashboardFiles::sourceOf(document->path());
    m_files->open(document->path());
}

void DashboardPages::offerPanel(const PanelSpec &panel)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setAccessibleName(tr("Add to which dashboard"));
    for (const Page &page : m_pages) {
        QString title = displayText(std::string_view(page.page->dashboard().title), 60);
        connect(menu->addAction(title.replace(u'&', QLatin1String("&&"))), &QAction::triggered, page.page,
                [this, key = page.wanted.key, panel] {
                    if (const Page *chosen = pageOf(key)) {
                        bringToFront(*chosen);
                        chosen->page->editing()->pane()->add(panel);
                    }
                });
    }
    menu->addSeparator();
    connect(menu->addAction(tr("&New dashboard")), &QAction::triggered, this,
            [this, panel] { openNew({panel}); });
    menu->popup(QCursor::pos());
}

} // namespace sightglass
