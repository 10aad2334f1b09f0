// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/windowmenus.h"

#include "app/desktop/dashboardpages.h"
#include "app/desktop/doctorpage.h"
#include "app/desktop/mainwindow.h"
#include "app/desktop/notesdialog.h"
#include "app/desktop/playlist.h"
#include "app/desktop/playlistdialog.h"
#include "app/desktop/windowconfigs.h"
#include "app/desktop/windowdashboards.h"
#include "app/desktop/windowmodes.h"
#include "widgets/views/timebar.h"

#include <QAction>
#include <QActionGroup>
#include <QCoreApplication>
#include <QMenu>
#include <QMenuBar>
#include <QMessageBox>

namespace sightglass {

WindowMenus::WindowMenus(const Parts &parts)
    : QObject(parts.window)
    , m_parts(parts)
{
    createFileMenu();
    createViewMenu();
    createHelpMenu();
}

void WindowMenus::createFileMenu()
{
    MainWindow *window = m_parts.window;
    QMenu *file = window->menuBar()->addMenu(tr("&File"));
    file->addAction(tr("&Add target…"), QKeySequence::New, window, &MainWindow::addTarget);
    file->addAction(tr("Examine te&xt…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_V), window,
                    [this, window] {
                        window->showDoctor({});
                        m_parts.pages->doctor()->askForText();
                    });
    if (m_parts.configs != nullptr)
        file->addAction(tr("Open pro&metheus.yml…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_O),
                        m_parts.configs, &WindowConfigs::choose);
    file->addSeparator();
    addDashboardEntries(file);
    file->addSeparator();
    createExportMenu(file);
    file->addSeparator();
    QAction *settings = file->addAction(tr("&Settings…"), QKeySequence(Qt::CTRL | Qt::Key_Comma), window,
                                        &MainWindow::editSettings);
    settings->setMenuRole(QAction::PreferencesRole);
    file->addSeparator();
    file->addAction(tr("&Quit"), QKeySequence::Quit, window, &QWidget::close);
}

void WindowMenus::addDashboardEntries(QMenu *file)
{
    WindowDashboards *dashboards = m_parts.dashboards;
    file->addAction(tr("&Open dashboard…"), QKeySequence::Open, dashboards, &WindowDashboards::choose);
    file->addMenu(dashboards->makeRecentMenu());
    QAction *paste = file->addAction(tr("&Paste dashboard"), dashboards, &WindowDashboards::paste);
    paste->setShortcut(QKeySequence::Paste);
    // Explore, the doctor and other pages have fields of their own that are pasted into.
    connect(m_parts.pages, &DashboardPages::frontChanged, paste,
            [pages = m_parts.pages, paste] { paste->setEnabled(!pages->isBesideDashboards()); });
    file->addAction(tr("&New dashboard"), m_parts.pages, &DashboardPages::newDashboard);
    QAction *edit = file->addAction(tr("&Edit dashboard"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_E),
                                    m_parts.pages, &DashboardPages::editFront);
    edit->setCheckable(true);
    connect(m_parts.pages, &DashboardPages::frontChanged, edit, [pages = m_parts.pages, edit] {
        const DashboardPage *front = pages->page(pages->currentIndex());
        edit->setChecked(front != nullptr && front->isEdited());
    });
    QAction *close = file->addAction(tr("&Close dashboard"), QKeySequence(Qt::CTRL | Qt::Key_W),
                                     m_parts.pages, &DashboardPages::closeFront);
    connect(file, &QMenu::aboutToShow, this,
            [this, close] { close->setEnabled(m_parts.pages->canCloseFront()); });
    connect(file, &QMenu::aboutToHide, this, [close] { close->setEnabled(true); });
}

/// Of the dashboard in front, with all its panels.
void WindowMenus::createExportMenu(QMenu *file)
{
    DashboardPages *pages = m_parts.pages;
    QMenu *menu = file->addMenu(tr("Export &dashboard"));
    const auto add = [pages, menu](const QString &text, const ExportOrder &order) {
        menu->addAction(text, pages, [pages, order] { pages->exportFront(order); });
    };
    add(tr("&PNG…"), {ExportFormat::Png, 1, {}});
    add(tr("PNG, &2× as fine…"), {ExportFormat::Png, 2, {}});
    add(tr("&SVG…"), {ExportFormat::Svg, 1, {}});
    add(tr("P&DF…"), {ExportFormat::Pdf, 1, PdfPage::AsPicture});
    add(tr("PDF on &A4…"), {ExportFormat::Pdf, 1, PdfPage::A4Landscape});
    add(tr("&CSV…"), {ExportFormat::Csv, 1, {}});
    add(tr("Data as &JSON…"), {ExportFormat::Json, 1, {}});
    menu->addSeparator();
    menu->addAction(tr("&Grafana JSON…"), pages, &DashboardPages::exportGrafana);
    menu->addSeparator();
    menu->addAction(tr("Copy p&icture"), pages, &DashboardPages::copyFront);
    connect(menu, &QMenu::aboutToShow, menu, [pages, menu] {
        const bool possible = pages->view(pages->currentIndex()) != nullptr;
        for (QAction *action : menu->actions())
            action->setEnabled(possible);
    });
}

void WindowMenus::createViewMenu()
{
    QMenu *view = m_parts.window->menuBar()->addMenu(tr("&View"));
    addTimeEntries(view);
    view->addSeparator();
    view->addAction(tr("&Explore"), QKeySequence(Qt::CTRL | Qt::Key_E), m_parts.window,
                    &MainWindow::showExplore);
    view->addAction(tr("Endpoint d&octor"), QKeySequence(Qt::CTRL | Qt::Key_D), m_parts.window,
                    [window = m_parts.window] { window->showDoctor(window->currentTarget()); });
    view->addSeparator();
    addModeEntries(view);
    view->addSeparator();
    view->addActions(m_parts.docks);
    view->addSeparator();
    addThemes(view);
}

void WindowMenus::addTimeEntries(QMenu *view)
{
    TimeDriver *time = m_parts.pages->time();
    QAction *pause = view->addAction(tr("&Pause"));
    pause->setCheckable(true);
    pause->setShortcut(Qt::Key_Space);
    connect(pause, &QAction::triggered, time, &TimeDriver::setPaused);
    connect(time, &TimeDriver::selectionChanged, pause,
            [time, pause] { pause->setChecked(!time->selection().live()); });
    QAction *back = view->addAction(tr("&Back in time shown"), time, &TimeDriver::goBack);
    back->setShortcuts({QKeySequence(Qt::Key_Backspace), QKeySequence(Qt::ALT | Qt::Key_Left)});
    QAction *forward = view->addAction(tr("&Forward in time shown"), time, &TimeDriver::goForward);
    forward->setShortcuts(
        {QKeySequence(Qt::SHIFT | Qt::Key_Backspace), QKeySequence(Qt::ALT | Qt::Key_Right)});
    view->addAction(tr("&Zoom out"), time, &TimeDriver::zoomOut);
    view->addAction(tr("&Notes…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_M), this,
                    &WindowMenus::editNotes);
    view->addAction(tr("&Choose time…"), QKeySequence(Qt::CTRL | Qt::Key_T), m_parts.timeBar,
                    &TimeBar::choose);
}

void WindowMenus::addModeEntries(QMenu *view)
{
    WindowModes *modes = m_parts.modes;
    QAction *full = view->addAction(tr("F&ull screen"), QKeySequence(Qt::Key_F11), modes,
                                    [modes] { modes->setFullScreen(!modes->isFullScreen()); });
    QAction *kiosk = view->addAction(tr("&Kiosk: nothing but the dashboard"),
                                     QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_K), modes,
                                     [modes] { modes->setKiosk(!modes->isKiosk()); });
    for (QAction *action : {full, kiosk})
        action->setCheckable(true);
    connect(modes, &WindowModes::changed, this, [modes, full, kiosk] {
        full->setChecked(modes->isFullScreen());
        kiosk->setChecked(modes->isKiosk());
    });
    addPlaylist(view);
    QAction *detach = view->addAction(tr("Dashboard in a &window of its own"),
                                      QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_N), m_parts.pages,
                                      &DashboardPages::detachFront);
    connect(view, &QMenu::aboutToShow, this, [this, detach] {
        detach->setEnabled(m_parts.pages->view(m_parts.pages->currentIndex()) != nullptr);
    });
    connect(view, &QMenu::aboutToHide, this, [detach] { detach->setEnabled(true); });
}

void WindowMenus::addPlaylist(QMenu *view)
{
    Playlist *playlist = m_parts.modes->playlist();
    playlist->setSeconds(m_parts.settings->playlistSeconds());
    playlist->setDashboards(m_parts.settings->playlistDashboards());
    QMenu *menu = view->addMenu(tr("Pla&ylist"));
    QAction *play =
        menu->addAction(tr("&Play all dashboards in turn"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_P),
                        playlist, [playlist] { playlist->setPlaying(!playlist->isPlaying()); });
    play->setCheckable(true);
    menu->addAction(tr("&Choose dashboards and time…"), this, &WindowMenus::choosePlaylist);
    menu->addAction(tr("&Next dashboard"), QKeySequence(Qt::CTRL | Qt::Key_PageDown), playlist,
                    &Playlist::next);
    menu->addAction(tr("P&revious dashboard"), QKeySequence(Qt::CTRL | Qt::Key_PageUp), playlist,
                    &Playlist::previous);
    const auto show = [playlist, play] {
        play->setChecked(playlist->isPlaying());
        play->setText(playlist->dashboards().isEmpty() ? tr("&Play all dashboards in turn")
                                                       : tr("&Play the chosen dashboards in turn"));
    };
    connect(playlist, &Playlist::changed, this, show);
    show();
}

void WindowMenus::choosePlaylist()
{
    Playlist *playlist = m_parts.modes->playlist();
    QList<PlaylistDialog::Choice> choices;
    for (int tab = 0; tab < m_parts.pages->dashboardCount(); ++tab) {
        const QString title = m_parts.pages->tabText(tab).replace(QLatin1String("&&"), QLatin1String("&"));
        choices << PlaylistDialog::Choice{m_parts.pages->keyOf(tab), title};
    }
    auto *dialog = new PlaylistDialog(choices, playlist->dashboards(), playlist->seconds(), m_parts.window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, playlist, dialog] {
        playlist->setDashboards(dialog->chosen());
        playlist->setSeconds(dialog->seconds());
        m_parts.settings->setPlaylistDashboards(dialog->chosen());
        m_parts.settings->setPlaylistSeconds(dialog->seconds());
    });
    dialog->open();
}

void WindowMenus::editNotes()
{
    auto *dialog = new NotesDialog(m_parts.settings->notes(), m_parts.pages->time()->shownRange().to,
                                   m_parts.pages->frontZone(), m_parts.window);
    connect(dialog, &NotesDialog::changed, this, [this](const AnnotationMarks &notes) {
        m_parts.settings->setNotes(notes);
        m_parts.pages->setNotes(notes);
    });
    dialog->open();
}

void WindowMenus::addThemes(QMenu *view)
{
    auto *themes = new QActionGroup(this);
    const auto add = [&](const QString &text, ThemeChoice choice) {
        QAction *action = view->addAction(
            text, m_parts.window, [window = m_parts.window, choice] { window->setThemeChoice(choice); });
        action->setCheckable(true);
        action->setChecked(m_parts.settings->theme() == choice);
        themes->addAction(action);
        connect(m_parts.window, &MainWindow::themeChosen, action,
                [action, choice](ThemeChoice chosen) { action->setChecked(chosen == choice); });
    };
    add(tr("Colours as the &desktop"), ThemeChoice::FollowDesktop);
    add(tr("&Light"), ThemeChoice::Light);
    add(tr("D&ark"), ThemeChoice::Dark);
    add(tr("&High contrast"), ThemeChoice::HighContrast);
}

void WindowMenus::createHelpMenu()
{
    QMenu *help = m_parts.window->menuBar()->addMenu(tr("&Help"));
    help->addAction(tr("About &Sightglass"), this, [window = m_parts.window] {
        auto *box = new QMessageBox(QMessageBox::NoIcon, tr("About Sightglass"),
                                    tr("Sightglass %1\nA window straight into services' metrics.")
                                        .arg(QCoreApplication::applicationVersion()),
                                    QMessageBox::Close, window);
        box->setTextFormat(Qt::PlainText);
        box->setAttribute(Qt::WA_DeleteOnClose);
        box->open();
    });
}

} // namespace sightglass
