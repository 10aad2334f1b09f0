// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/alertspage.h"
#include "app/desktop/alerttray.h"
#include "model/dashboard/panelspec.h"
#include "widgets/alerts/ruledialog.h"

#include <QHash>
#include <QObject>

class QMenu;

namespace sightglass {

class AlertTelling;
class MainWindow;
class Notifier;
class RuleFileSwitches;
class WindowAlerts;
class WindowApi;
class WindowSettings;

/// The alerts of a window where one sees them: their page beside the dashboards with its menu, badges on the
/// tabs, and the way from an alert to the time at which it began. GUI thread.
class AlertDesk : public QObject
{
    Q_OBJECT

public:
    /// All outlive this, which lives as long as the window.
    AlertDesk(MainWindow *window, WindowSettings *settings, AlertsPage::Parts parts,
              QObject *parent = nullptr);
    ~AlertDesk() override;

    /// What tells the user, and others, of alerts.
    struct Told
    {
        WindowAlerts *alerts = nullptr;
        AlertTelling *telling = nullptr;
        AlertTray *tray = nullptr;
        Notifier *notifier = nullptr;
        WindowApi *api = nullptr;
    };
    /// Notifications lead into the window, the tray shows the state, the API the senders', and the menu leads
    /// to the settings. All outlive this or go with it.
    void connectTelling(const Told &told);

    [[nodiscard]] AlertsPage *page() const noexcept { return m_page; }

public slots:
    /// Brings the page to the front.
    void showBoard();
    void showRules();
    void showHistory();
    void showSilences();
    void showRuleFiles();
    /// Makes a rule of what a panel shows.
    void alertOn(const sightglass::PanelSpec &panel);
    /// The dashboards show the time around this one, and the window comes to the front.
    void showTime(sightglass::TimestampMs at);

signals:
    /// Of all alerts, at each tick.
    void summaryChanged(const sightglass::AlertSummary &summary);

private:
    void addMenu();
    void openDialog(const PanelSpec *panel);
    /// False, with what is wrong, where it was not written.
    [[nodiscard]] QString write(const RuleDialog::Wish &wish);
    /// The text of a rule file: in the program for that, or here where it comes along.
    void showRuleFile(const QString &path);
    void exportTest(const RuleStatus &rule, TimeRange range);
    [[nodiscard]] std::vector<std::string> ruleFiles() const;
    void bringPage();
    void bringWindow();
    void updateBadges();
    /// Those that are active and silenced or inhibited.
    [[nodiscard]] QuietAlerts quietAlerts() const;

    MainWindow *m_window;
    WindowSettings *m_settings;
    AlertsPage::Parts m_parts;
    RuleFileSwitches *m_files;
    AlertsPage *m_page;
    QMenu *m_menu = nullptr;
    QHash<QString, AlertSummary> m_summaries; ///< by target
};

} // namespace sightglass
