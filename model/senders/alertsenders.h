// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/senders/alertmanagersender.h"
#include "model/senders/noticesender.h"
#include "model/senders/notificationcenter.h"

#include <QList>
#include <QObject>
#include <QStringList>
#include <QUrl>

#include <memory>
#include <vector>

namespace sightglass {

/// Who is told beside the desktop.
struct AlertSendersConfig
{
    QList<QUrl> alertmanagers = {};
    QList<QUrl> webhooks = {};
    QStringList command = {}; ///< from the user's own hand; empty: none
    PayloadContext context = {};
};

/// A sender, as it is shown.
struct ShownSender
{
    enum class Kind : std::uint8_t
    {
        Alertmanager,
        Webhook,
        Command
    };
    QString name; ///< without password
    SenderStatus status;
    Kind kind = Kind::Alertmanager;
};

/// Tells all senders of what a NotificationCenter decides, and Alertmanagers of all alerts, whose silences
/// count here, too. One thread.
class AlertSenders : public QObject
{
    Q_OBJECT

public:
    /// `center` and `secrets` outlive this; `secrets` may be null.
    AlertSenders(const AlertSendersConfig &config, NotificationCenter *center,
                 std::shared_ptr<const Clock> clock, SecretStore *secrets = nullptr,
                 QObject *parent = nullptr);
    ~AlertSenders() override;

    [[nodiscard]] std::vector<ShownSender> senders() const;

signals:
    void statusChanged();

private:
    void onSilences();

    NotificationCenter *m_center;
    std::vector<std::pair<QString, std::unique_ptr<AlertmanagerSender>>> m_alertmanagers;
    std::vector<std::pair<QString, std::unique_ptr<WebhookSender>>> m_webhooks;
    std::unique_ptr<CommandSender> m_command; ///< null: none
    QString m_commandName;
};

} // namespace sightglass
