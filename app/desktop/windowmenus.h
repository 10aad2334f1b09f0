// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/windowsettings.h"
#include "widgets/panels/exportorder.h"

#include <QList>
#include <QObject>

class QAction;
class QActionGroup;
class QMenu;

namespace sightglass {

class DashboardPages;
class MainWindow;
class TimeBar;
class WindowConfigs;
class WindowDashboards;
class WindowModes;

/// The menus of the window and their keys. Each entry asks the part whose business it is.
class WindowMenus : public QObject
{
    Q_OBJECT

public:
    struct Parts
    {
        MainWindow *window = nullptr;
        DashboardPages *pages = nullptr;
        TimeBar *timeBar = nullptr;
        WindowConfigs *configs = nullptr; ///< null: no configuration files
        WindowDashboards *dashboards = nullptr;
        WindowModes *modes = nullptr;
        WindowSettings *settings = nullptr;
        QList<QAction *> docks; ///< that show and hide them
    };

    /// Fills the window's menu bar.
    explicit WindowMenus(const Parts &parts);

private:
    void createFileMenu();
    void addDashboardEntries(QMenu *file);
    void createExportMenu(QMenu *file);
    void createViewMenu();
    void addTimeEntries(QMenu *view);
    void addModeEntries(QMenu *view);
    void addPlaylist(QMenu *view);
    void addThemes(QMenu *view);
    void createHelpMenu();
    void choosePlaylist();
    void editNotes();

    Parts m_parts;
};

} // namespace sightglass
