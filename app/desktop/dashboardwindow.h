// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/dashboardpage.h"
#include "app/desktop/pagedriver.h"

#include <QMainWindow>
#include <QPointer>

#include <vector>

class QTimer;
class QToolBar;

namespace sightglass {

class TimeBar;

/// One dashboard in a window of its own, with a time of its own, for another screen. Shows the page as long
/// as it is open; who made it takes the page back when it closes. F11 shows it on the whole screen, Escape
/// leaves that.
class DashboardWindow : public QMainWindow
{
    Q_OBJECT

public:
    /// `page` is taken over until it is released or goes. `time`: what it shows where it has no time of its
    /// own.
    DashboardWindow(Workspace *workspace, DashboardPage *page, const std::vector<QString> &targets,
                    const TimeSelection &time);
    ~DashboardWindow() override;

    [[nodiscard]] PageDriver *driver() const noexcept { return m_driver; }
    [[nodiscard]] TimeBar *timeBar() const noexcept { return m_timeBar; }
    void setTargets(const std::vector<QString> &targets);
    /// The page goes back to whom it came from.
    DashboardPage *release();
    void setFullScreen(bool full);

signals:
    /// The user closes it: the page is to be released.
    void closing();
    /// The page asks for data so often.
    void refreshChosen(qint64 milliseconds);
    /// It has another place, size or state, for a moment now.
    void moved();

protected:
    void closeEvent(QCloseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;
    void moveEvent(QMoveEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QPointer<DashboardPage> m_page;
    PageDriver *m_driver;
    TimeBar *m_timeBar;
    QToolBar *m_tools;
    QTimer *m_settle; ///< until it has been moved
};

} // namespace sightglass
