// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/alerting/alert.h"
#include "model/alerting/quietalerts.h"
#include "widgets/style/theme.h"

#include <QIcon>
#include <QObject>
#include <QString>

#include <span>

class QMenu;
class QSystemTrayIcon;

namespace sightglass {

/// The worst of some alerts, and how many there are. What is silenced or inhibited is counted apart.
struct AlertSummary
{
    AlertState state = AlertState::Inactive;
    Severity severity = Severity::Info;
    bool isSeveritySaid = false; ///< some alert of this severity has a label that says so
    int firing = 0;
    int pending = 0;
    int quiet = 0; ///< firing or pending

    void add(const Alert &alert, const QuietAlerts &quiet = {});
    void add(const AlertSummary &other);
    friend bool operator==(const AlertSummary &, const AlertSummary &) = default;
};

[[nodiscard]] AlertSummary summaryOf(std::span<const RuleStatus> rules, const QuietAlerts &quiet = {});

/// "3 firing (critical), 1 pending, 2 quiet", or that all is quiet. Translated, plain.
[[nodiscard]] QString summaryText(const AlertSummary &summary);

/// The colour of the worst state; the good one where all is quiet.
[[nodiscard]] QColor summaryColor(const AlertSummary &summary, const Theme &theme);

/// A badge with the count of what fires, else of what is pending; none where all is quiet.
[[nodiscard]] QIcon badgeIcon(const AlertSummary &summary, const Theme &theme);

/// The icon in the desktop's tray: the program's, with the worst state's badge; its tool tip says how many,
/// its menu leads to the alerts. GUI thread.
class AlertTray : public QObject
{
    Q_OBJECT

public:
    /// `tray` outlives this, and may be null.
    explicit AlertTray(QSystemTrayIcon *tray, QObject *parent = nullptr);
    ~AlertTray() override;

    void show(const AlertSummary &summary);

signals:
    void boardRequested();
    void windowRequested();

private:
    QSystemTrayIcon *m_tray;
    QIcon m_plain;
    QMenu *m_menu = nullptr;
    AlertSummary m_shown;
};

} // namespace sightglass
