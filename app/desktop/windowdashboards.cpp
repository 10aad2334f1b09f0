// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/windowdashboards.h"

#include "app/cli/bundleddashboards.h"
#include "app/desktop/dashboardpages.h"
#include "app/desktop/windowdrop.h"
#include "model/editing/panelclipboard.h"
#include "model/presentation/displaytext.h"

#include <QApplication>
#include <QClipboard>
#include <QFileDialog>
#include <QFileInfo>
#include <QMenu>
#include <QMimeData>

#include <algorithm>

namespace sightglass {

namespace {

constexpr qsizetype mostRecent = 12;

QStringList dashboardFilesIn(const QMimeData &data)
{
    QStringList files;
    for (const QUrl &url : data.urls()) {
        if (url.isLocalFile() && url.toLocalFile().endsWith(QLatin1String(".json"), Qt::CaseInsensitive))
            files << url.toLocalFile();
    }
    return files;
}

bool isPanels(const QMimeData &data)
{
    const QByteArray text = data.hasUrls() ? QByteArray() : data.text().toUtf8();
    return holdsPanels({text.constData(), static_cast<std::size_t>(text.size())});
}

bool isDashboard(const QMimeData &data)
{
    return data.hasUrls() ? !dashboardFilesIn(data).isEmpty()
                          : looksLikeDashboard(data.text()) || isPanels(data);
}

} // namespace

bool looksLikeDashboard(const QString &text)
{
    const auto first = std::ranges::find_if(text, [](QChar c) { return !c.isSpace(); });
    return first != text.end() && *first == u'{' && text.contains(u'"');
}

WindowDashboards::WindowDashboards(DashboardPages *pages, WindowSettings *settings, QWidget *window)
    : QObject(window)
    , m_pages(pages)
    , m_settings(settings)
    , m_window(window)
{
    window->setAcceptDrops(true);
    window->installEventFilter(this);
    pages->setNotes(settings->notes());
    DashboardFiles *files = pages->files();
    connect(files, &DashboardFiles::changed, this, &WindowDashboards::remember);
    connect(files, &DashboardFiles::closed, this, &WindowDashboards::remember);
    pages->setMemory(
        {[settings](const QString &key) { return settings->choices(key); },
         [settings](const QString &key, const DashboardChoices &choices) {
             settings->setChoices(key, choices);
         },
         [settings] { return settings->detachedPages(); },
         [settings](const std::vector<DetachedPage> &detached) { settings->setDetachedPages(detached); }});
}

void WindowDashboards::start(const QStringList &forThisTime)
{
    for (const QString &path : m_settings->dashboards())
        m_pages->files()->open(path);
    for (const QString &name : forThisTime) {
        const auto bundled = QFileInfo::exists(name) ? std::nullopt : bundledDashboardId(name);
        if (bundled) {
            m_pages->openDashboard(bundled->toStdString());
            continue;
        }
        const QString path = DashboardFiles::sourceOf(name);
        if (!m_settings->dashboards().contains(path))
            m_temporary << path;
        m_pages->files()->open(path);
    }
}

void WindowDashboards::takeDropsFirst()
{
    // Who comes last is asked first.
    m_window->installEventFilter(this);
}

void WindowDashboards::choose()
{
    auto *dialog = new QFileDialog(m_window, tr("Open dashboards"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    dialog->setNameFilters({tr("Dashboards (*.json)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::filesSelected, this, [this](const QStringList &files) {
        for (const QString &file : files)
            open(file);
    });
    dialog->open();
}

void WindowDashboards::open(const QString &path)
{
    const QString source = DashboardFiles::sourceOf(path);
    m_temporary.removeAll(source);
    m_pages->files()->open(source);
    m_pages->showFile(source);
}

bool WindowDashboards::take(const QMimeData &data)
{
    if (!isDashboard(data))
        return false;
    if (isPanels(data)) {
        m_pages->takePanels(data);
        return true;
    }
    if (!data.hasUrls()) {
        m_pages->files()->openText(data.text().toUtf8(), tr("Pasted dashboard"));
        return true;
    }
    for (const QString &file : dashboardFilesIn(data))
        open(file);
    return true;
}

bool WindowDashboards::canPaste() const
{
    const QMimeData *data = QApplication::clipboard()->mimeData();
    return data != nullptr && isDashboard(*data);
}

void WindowDashboards::paste()
{
    const QMimeData *data = QApplication::clipboard()->mimeData();
    if (data == nullptr || !take(*data))
        emit told(tr("There is no dashboard in the clipboard"), true);
}

bool WindowDashboards::eventFilter(QObject *watched, QEvent *event)
{
    const bool isTaken =
        watched == m_window && takeDrop(event, isDashboard, [this](const QMimeData &data) { take(data); });
    return isTaken || QObject::eventFilter(watched, event);
}

void WindowDashboards::remember()
{
    const QStringList open = m_pages->files()->paths();
    QStringList kept;
    std::ranges::copy_if(open, std::back_inserter(kept),
                         [this](const QString &path) { return !m_temporary.contains(path); });
    m_settings->setDashboards(kept);
    QStringList recent = m_settings->recentDashboards();
    for (const QString &path : open) {
        recent.removeAll(path);
        recent.prepend(path);
    }
    m_settings->setRecentDashboards(recent.mid(0, mostRecent));
}

QMenu *WindowDashboards::makeRecentMenu()
{
    auto *menu = new QMenu(tr("Open &recent dashboard"), m_window);
    menu->setToolTipsVisible(true);
    fillRecent(menu);
    connect(menu, &QMenu::aboutToShow, this, [this, menu] { fillRecent(menu); });
    return menu;
}

void WindowDashboards::fillRecent(QMenu *menu)
{
    menu->clear();
    for (const QString &path : m_settings->recentDashboards()) {
        QString name = displayText(QFileInfo(path).fileName(), 60);
        QAction *action =
            menu->addAction(name.replace(u'&', QLatin1String("&&")), this, [this, path] { open(path); });
        action->setToolTip(plainToolTip(displayText(path)));
    }
    if (menu->isEmpty())
        menu->addAction(tr("None yet"))->setEnabled(false);
    menu->addSeparator();
    menu->addAction(tr("&Forget all"), this, [this] { m_settings->setRecentDashboards({}); });
}

} // namespace sightglass
