// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/senders/alertsenders.h"

#include <utility>

namespace sightglass {

namespace {

void tellApart(QStringList &names)
{
    for (qsizetype i = 1; i < names.size(); ++i) {
        const QString name = names[i];
        for (int number = 2; names.indexOf(names[i]) < i; ++number)
            names[i] = QStringLiteral("%1 (%2)").arg(name, QString::number(number));
    }
}

} // namespace

/// One that is to be typed again says so before the first alert.
template<typename Sender>
SenderStatus AlertSenders::Addressed<Sender>::status() const
{
    SenderStatus status = sender->status();
    if (isLost(address))
        status.lastError = lostError(address);
    return status;
}

AlertSenders::AlertSenders(const AlertSendersConfig &config, NotificationCenter *center,
                           std::shared_ptr<const Clock> clock, SecretStore *secrets, QObject *parent)
    : QObject(parent)
    , m_center(center)
{
    // One address may be an Alertmanager's and a webhook's, too.
    QStringList names = shownAddresses(config.alertmanagers, AddressOf::Alertmanager) +
                        shownAddresses(config.webhooks, AddressOf::Webhook);
    tellApart(names);
    for (const SenderAddress &address : config.alertmanagers) {
        auto sender = std::make_unique<AlertmanagerSender>(
            AlertmanagerSender::Config{address, {}, config.context}, clock, secrets);
        connect(sender.get(), &AlertmanagerSender::statusChanged, this, &AlertSenders::statusChanged);
        connect(sender.get(), &AlertmanagerSender::silencesChanged, this, &AlertSenders::onSilences);
        connect(center, &NotificationCenter::updated, sender.get(),
                [center, told = sender.get()] { told->update(center->alerts()); });
        m_alertmanagers.push_back({names.takeFirst(), address, std::move(sender)});
    }
    for (const SenderAddress &address : config.webhooks) {
        PayloadContext context = config.context;
        context.receiver = "webhook";
        auto sender = std::make_unique<WebhookSender>(address, HttpClientConfig{}, context, clock, secrets);
        connect(sender.get(), &WebhookSender::statusChanged, this, &AlertSenders::statusChanged);
        connect(center, &NotificationCenter::noticed, sender.get(), &WebhookSender::notify);
        m_webhooks.push_back({names.takeFirst(), address, std::move(sender)});
    }
    if (!config.command.isEmpty()) {
        PayloadContext context = config.context;
        context.receiver = "command";
        m_commandName = config.command.constFirst();
        m_command = std::make_unique<CommandSender>(config.command, context, clock);
        connect(m_command.get(), &CommandSender::statusChanged, this, &AlertSenders::statusChanged);
        connect(center, &NotificationCenter::noticed, m_command.get(), &CommandSender::notify);
    }
}

AlertSenders::~AlertSenders() = default;

std::vector<ShownSender> AlertSenders::senders() const
{
    std::vector<ShownSender> shown;
    for (const auto &each : m_alertmanagers)
        shown.push_back({each.name, each.status()});
    for (const auto &each : m_webhooks)
        shown.push_back({each.name, each.status(), ShownSender::Kind::Webhook});
    if (m_command)
        shown.push_back({m_commandName, m_command->status(), ShownSender::Kind::Command});
    return shown;
}

void AlertSenders::onSilences()
{
    std::vector<Silence> all;
    for (const auto &each : m_alertmanagers)
        all.insert(all.end(), each.sender->silences().begin(), each.sender->silences().end());
    m_center->setForeignSilences(std::move(all));
}

} // namespace sightglass
