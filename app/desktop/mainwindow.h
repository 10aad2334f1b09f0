// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/targetmemory.h"
#include "app/desktop/windowsettings.h"
#include "model/presentation/notification.h"
#include "model/presentation/workspace.h"
#include "widgets/style/theme.h"

#include <QMainWindow>
#include <QSize>

#include <set>
#include <string>

class QLabel;
class QStackedWidget;
class QTimer;

namespace sightglass {

class AlertPane;
struct TimeDisplay;
class SecretStore;
class SecretSweeper;
class TargetSources;
class WindowConfigs;
class DashboardPages;
class TargetPane;
class TimeBar;
class WelcomeView;
class WindowApi;
class WindowDashboards;

/// The window: targets at the left, dashboards as tabs, alerts below, a status line. Composes the parts;
/// decides nothing that the model can decide.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    /// What the window works with; all must outlive it. From `notifier` on they may be null.
    struct Parts
    {
        Workspace *workspace = nullptr;
        WindowSettings *settings = nullptr;
        TargetMemory *memory = nullptr;
        Notifier *notifier = nullptr;
        WindowApi *api = nullptr;
        TargetSources *sources = nullptr; ///< null: no configuration files
        SecretStore *secrets = nullptr;   ///< null: secrets are for the session, or in files
    };

    /// The window's first size where the screen has room for it.
    static constexpr QSize comfortableSize{1600, 1000};

    explicit MainWindow(const Parts &parts, QWidget *parent = nullptr);
    ~MainWindow() override;

    /// Null without TargetSources.
    [[nodiscard]] WindowConfigs *configs() const noexcept { return m_configs; }
    [[nodiscard]] DashboardPages *pages() const noexcept { return m_pages; }
    [[nodiscard]] WindowDashboards *dashboards() const noexcept { return m_dashboards; }
    /// That the list of targets is on; empty: none.
    [[nodiscard]] QString currentTarget() const;
    void setThemeChoice(ThemeChoice choice);

public slots:
    void addTarget();
    void editTarget(const QString &id);
    void showExplore();
    /// The endpoint doctor, on this target where it is one.
    void showDoctor(const QString &targetId);
    void editSettings();

signals:
    void themeChosen(sightglass::ThemeChoice choice);

protected:
    void closeEvent(QCloseEvent *event) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void moveEvent(QMoveEvent *event) override;

private:
    void createDocks();
    void fitDocks();
    void connectParts();
    void applyTheme();
    void applyTimeDisplay(const TimeDisplay &display);
    /// What the bar of times offers is the front's.
    void showFront();
    void onTick(const CollectorTick &tick);
    void updateCentral();
    void updateAlertStatus();
    void updateStatus(const CollectorTick &tick);
    void saveSettings();
    /// Targets as other windows have changed them, whose passwords may have replaced ours.
    void takeOthersChanges();
    void allowCommands(const QStringList &ids);
    void showHeldCommands();
    [[nodiscard]] std::set<std::string> rememberedSecrets() const;

    Workspace *m_workspace;
    WindowSettings *m_settings;
    TargetMemory *m_memory;
    Notifier *m_notifier;
    WindowApi *m_api;
    SecretStore *m_secrets;
    SecretSweeper *m_sweeper = nullptr; ///< null without a store
    WindowConfigs *m_configs;
    QPalette m_desktopPalette;
    ThemeChoice m_themeChoice;
    bool m_applyingTheme = false;
    QTimer *m_saveTimer; ///< saves a while after the last change of place or size, so that a killed window is
                         ///< remembered
    QStackedWidget *m_central;
    DashboardPages *m_pages;
    WindowDashboards *m_dashboards;
    WelcomeView *m_welcome;
    TargetPane *m_targetPane;
    AlertPane *m_alertPane;
    TimeBar *m_timeBar;
    QLabel *m_targetSummary;
    QLabel *m_storeSummary;
    QLabel *m_alertSummary;
    QDockWidget *m_targetDock = nullptr;
    QDockWidget *m_alertDock = nullptr;
};

} // namespace sightglass
