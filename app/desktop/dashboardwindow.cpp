// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/dashboardwindow.h"

#include "model/presentation/displaytext.h"
#include "widgets/views/timebar.h"

#include <QAction>
#include <QCloseEvent>
#include <QKeyEvent>
#include <QTimer>
#include <QToolBar>

namespace sightglass {

namespace {

constexpr int settleMs = 400;

} // namespace

DashboardWindow::DashboardWindow(Workspace *workspace, DashboardPage *page,
                                 const std::vector<QString> &targets, const TimeSelection &time)
    : m_page(page)
    , m_driver(new PageDriver(workspace, this))
    , m_timeBar(new TimeBar)
    , m_tools(addToolBar(tr("Time")))
    , m_settle(new QTimer(this))
{
    m_settle->setSingleShot(true);
    m_settle->setInterval(settleMs);
    connect(m_settle, &QTimer::timeout, this, &DashboardWindow::moved);
    setWindowTitle(tr("%1 – Sightglass").arg(displayText(page->dashboard().title)));
    m_tools->setMovable(false);
    m_tools->addWidget(m_timeBar);
    setCentralWidget(page);
    page->QWidget::show();
    m_driver->sharedTime() = time;
    m_driver->time()->attach(m_timeBar);
    m_driver->setPage(page, targets);
    connect(workspace, &Workspace::ticked, m_driver, &PageDriver::onTick);
    connect(m_timeBar, &TimeBar::refreshChosen, this, &DashboardWindow::refreshChosen);
    auto *full = new QAction(this);
    full->setShortcut(Qt::Key_F11);
    connect(full, &QAction::triggered, this, [this] { setFullScreen(!isFullScreen()); });
    addAction(full);
}

DashboardWindow::~DashboardWindow()
{
    release();
}

void DashboardWindow::setTargets(const std::vector<QString> &targets)
{
    if (m_page)
        m_driver->setPage(m_page, targets);
}

DashboardPage *DashboardWindow::release()
{
    DashboardPage *page = m_page;
    if (page == nullptr)
        return nullptr;
    m_driver->setPage(nullptr, {});
    m_page = nullptr;
    takeCentralWidget();
    return page;
}

void DashboardWindow::setFullScreen(bool full)
{
    if (full != isFullScreen())
        setWindowState(windowState() ^ Qt::WindowFullScreen);
}

void DashboardWindow::closeEvent(QCloseEvent *event)
{
    emit closing();
    event->accept();
}

void DashboardWindow::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && isFullScreen())
        setFullScreen(false);
    else
        QMainWindow::keyPressEvent(event);
}

void DashboardWindow::moveEvent(QMoveEvent *event)
{
    QMainWindow::moveEvent(event);
    m_settle->start();
}

void DashboardWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    m_settle->start();
}

void DashboardWindow::changeEvent(QEvent *event)
{
    QMainWindow::changeEvent(event);
    if (event->type() != QEvent::WindowStateChange)
        return;
    m_settle->start();
    m_tools->setVisible(!isFullScreen());
    m_driver->update();
}

} // namespace sightglass
