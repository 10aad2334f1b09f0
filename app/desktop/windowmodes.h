// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QObject>
#include <QPointer>

class QAction;
class QMainWindow;
class QWidget;

namespace sightglass {

class DashboardPages;
class Playlist;

/// How a window shows itself: as it is, on the whole screen, or as a kiosk, where nothing is left but the
/// dashboard in front; and a playlist that brings one dashboard after the other to the front. Escape leads
/// back from the kiosk.
class WindowModes : public QObject
{
    Q_OBJECT

public:
    WindowModes(QMainWindow *window, DashboardPages *pages);

    [[nodiscard]] bool isFullScreen() const;
    [[nodiscard]] bool isKiosk() const noexcept { return m_kiosk; }
    void setFullScreen(bool full);
    void setKiosk(bool kiosk);
    [[nodiscard]] Playlist *playlist() const noexcept { return m_playlist; }

signals:
    void changed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void hideParts();
    void showParts();

    QMainWindow *m_window;
    DashboardPages *m_pages;
    Playlist *m_playlist;
    QList<QPointer<QWidget>> m_hidden; ///< that the kiosk has hidden
    bool m_kiosk = false;
    bool m_wasFullScreen = false; ///< before the kiosk
};

} // namespace sightglass
