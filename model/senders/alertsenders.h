// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/senders/alertmanagersender.h"
#include "model/senders/noticesender.h"
#include "model/senders/notificationcenter.h"

#include <QObject>
#include <QStringList>

#include <memory>
#include <vector>

namespace sightglass {

/// Who is told beside the desktop.
struct AlertSendersConfig
{
    std::vector<SenderAddress> alertmanagers = {};
    std::vector<SenderAddress> webhooks = {};
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
    QString name; ///< without secrets; no two are the same
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
    template<typename Sender>
    struct Addressed
    {
        QString name;
        SenderAddress address;
        std::unique_ptr<Sender> sender;
        [[nodiscard]] SenderStatus status() const;
    };

    void onSilences();

    NotificationCenter *m_center;
    std::vector<Addressed<AlertmanagerSender>> m_alertmanagers;
    std::vector<Addressed<WebhookSender>> m_webhooks;
    std::unique_ptr<CommandSender> m_command; ///< null: none
    QString m_commandName;
};

} // namespace sightglass
