// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/windowmodes.h"

#include "app/desktop/dashboardpages.h"
#include "app/desktop/playlist.h"

#include <QDockWidget>
#include <QKeyEvent>
#include <QMainWindow>
#include <QMenuBar>
#include <QStatusBar>

#include <utility>

namespace sightglass {

WindowModes::WindowModes(QMainWindow *window, DashboardPages *pages)
    : QObject(window)
    , m_window(window)
    , m_pages(pages)
    , m_playlist(new Playlist(pages, this))
{
    window->installEventFilter(this);
    connect(m_playlist, &Playlist::changed, this, &WindowModes::changed);
}

bool WindowModes::isFullScreen() const
{
    return m_window->isFullScreen();
}

void WindowModes::setFullScreen(bool full)
{
    if (full != isFullScreen())
        m_window->setWindowState(m_window->windowState() ^ Qt::WindowFullScreen);
    emit changed();
}

void WindowModes::setKiosk(bool kiosk)
{
    if (kiosk == m_kiosk)
        return;
    m_kiosk = kiosk;
    if (kiosk) {
        m_wasFullScreen = isFullScreen();
        hideParts();
        setFullScreen(true);
    } else {
        showParts();
        setFullScreen(m_wasFullScreen);
    }
    emit changed();
}

void WindowModes::hideParts()
{
    m_pages->setBare(true);
    QList<QWidget *> parts{m_window->statusBar()};
    for (QDockWidget *dock : m_window->findChildren<QDockWidget *>())
        parts.append(dock);
    for (QWidget *part : std::as_const(parts)) {
        if (part == nullptr || part->isHidden())
            continue;
        part->hide();
        m_hidden.append(part);
    }
    // Hidden, its actions' keys would do nothing.
    m_window->menuBar()->setMaximumHeight(0);
}

void WindowModes::showParts()
{
    m_pages->setBare(false);
    m_window->menuBar()->setMaximumHeight(QWIDGETSIZE_MAX);
    for (const QPointer<QWidget> &part : std::exchange(m_hidden, {})) {
        if (part)
            part->show();
    }
}

bool WindowModes::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::WindowStateChange)
        emit changed();
    const bool leaves = m_kiosk && event->type() == QEvent::KeyPress &&
                        static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape;
    if (leaves)
        setKiosk(false);
    return leaves || QObject::eventFilter(watched, event);
}

} // namespace sightglass
