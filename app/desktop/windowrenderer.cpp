// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/windowrenderer.h"

#include "app/desktop/dashboardpages.h"
#include "app/desktop/mainwindow.h"
#include "widgets/views/dashboardview.h"

#include <QPixmap>
#include <QScrollBar>
#include <QTimer>

#include <algorithm>
#include <chrono>

namespace sightglass {

namespace {

/// From showing a page until its panels have their data: at least one tick and its queries.
constexpr std::chrono::milliseconds settleTime{2500};
constexpr int maxPartsPerPage = 6;

} // namespace

WindowRenderer::WindowRenderer(MainWindow *window, Workspace *workspace, const QDir &folder, QObject *parent)
    : QObject(parent)
    , m_window(window)
    , m_folder(folder)
{
    connect(workspace, &Workspace::alertsChanged, this,
            [this](const std::vector<AlertTransition> &transitions) {
                const bool fires =
                    std::any_of(transitions.begin(), transitions.end(),
                                [](const AlertTransition &t) { return t.to == AlertState::Firing; });
                if (!fires || std::exchange(m_alertSeen, true))
                    return;
                QTimer::singleShot(settleTime, this, [this] { save(QStringLiteral("alert-firing.png")); });
            });
}

void WindowRenderer::start(std::int64_t milliseconds)
{
    m_window->pages()->setExactEnds(true);
    QTimer::singleShot(std::chrono::milliseconds(milliseconds), this, [this] {
        if (m_window->pages()->dashboardCount() == 0) {
            save(QStringLiteral("window.png"));
            emit finished(m_files, false);
            return;
        }
        renderPage(0);
    });
}

void WindowRenderer::renderPage(int tab)
{
    if (tab >= m_window->pages()->count()) {
        emit finished(m_files, m_ok);
        return;
    }
    m_window->pages()->setCurrentIndex(tab);
    QTimer::singleShot(settleTime, this, [this, tab] { renderScrolled(tab, 0); });
}

void WindowRenderer::renderScrolled(int tab, int part)
{
    save(pageName(tab, part));
    const DashboardView *view = m_window->pages()->view(tab);
    QScrollBar *bar = view != nullptr ? view->verticalScrollBar() : nullptr;
    if (bar == nullptr || bar->value() >= bar->maximum() || part + 1 >= maxPartsPerPage) {
        if (bar != nullptr)
            bar->setValue(0);
        renderPage(tab + 1);
        return;
    }
    bar->setValue(bar->value() + bar->pageStep());
    QTimer::singleShot(settleTime, this, [this, tab, part] { renderScrolled(tab, part + 1); });
}

void WindowRenderer::save(const QString &name)
{
    const QString path = m_folder.filePath(name);
    if (m_folder.mkpath(QStringLiteral(".")) && m_window->grab().save(path, "PNG"))
        m_files << path;
    else
        m_ok = false;
}

QString WindowRenderer::pageName(int tab, int part) const
{
    QString title = m_window->pages()->tabText(tab).toLower();
    for (QChar &c : title) {
        if (!c.isLetterOrNumber() || c.unicode() > 127)
            c = QLatin1Char('-');
    }
    const QString suffix = part == 0 ? QString() : QStringLiteral("-%1").arg(part + 1);
    return QStringLiteral("page-%1-%2%3.png").arg(tab + 1).arg(title, suffix);
}

} // namespace sightglass
