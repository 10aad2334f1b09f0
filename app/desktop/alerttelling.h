// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/senderkeeping.h"
#include "model/core/clock.h"
#include "model/notify/notifysettings.h"
#include "model/senders/alertsenders.h"
#include "widgets/alerts/notifydialog.h"

#include <QObject>
#include <QPointer>

#include <memory>

namespace sightglass {

class NotificationCenter;
class SecretStore;
class WindowSettings;

/// Who is told of a window's alerts and how, as its settings say: configures the NotificationCenter, makes
/// the senders, and lets the user change both. GUI thread.
class AlertTelling : public QObject
{
    Q_OBJECT

public:
    struct Parts
    {
        WindowSettings *settings = nullptr;
        NotificationCenter *center = nullptr;
        std::shared_ptr<const Clock> clock = {};
        SecretStore *secrets = nullptr; ///< may be null
        /// Whether a command out of the settings may be run: it is the user's own, or has got leave.
        bool mayRunCommand = false;
    };

    explicit AlertTelling(Parts parts, QObject *parent = nullptr);
    ~AlertTelling() override;

    [[nodiscard]] std::vector<ShownSender> senders() const;
    /// Opens the dialog.
    void edit(QWidget *window);

signals:
    void statusChanged();
    /// The user wants to see whether a notification comes.
    void testRequested();
    void soundChanged(bool sound);

private:
    void applySettings(const NotifySettings &settings);
    void submit(const NotifySettings &settings, const NotifyDialog::Senders &typed,
                NotifyDialog::Keeping keeping);
    void makeSenders();
    void showStates();

    Parts m_parts;
    SenderKeeping m_keeping;
    std::unique_ptr<AlertSenders> m_senders;
    QPointer<NotifyDialog> m_dialog;
};

/// Where zones of quiet hours are looked up: names as "Europe/Berlin"; of "" UTC.
[[nodiscard]] ZoneLookup systemZones();

} // namespace sightglass
