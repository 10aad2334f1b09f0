// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/senders/alertsenders.h"

#include "model/scrape/targetconfig.h"

namespace sightglass {

AlertSenders::AlertSenders(const AlertSendersConfig &config, NotificationCenter *center,
                           std::shared_ptr<const Clock> clock, SecretStore *secrets, QObject *parent)
    : QObject(parent)
    , m_center(center)
{
    for (const QUrl &url : config.alertmanagers) {
        auto sender = std::make_unique<AlertmanagerSender>(
            AlertmanagerSender::Config{url, {}, config.context}, clock, secrets);
        connect(sender.get(), &AlertmanagerSender::statusChanged, this, &AlertSenders::statusChanged);
        connect(sender.get(), &AlertmanagerSender::silencesChanged, this, &AlertSenders::onSilences);
        connect(center, &NotificationCenter::updated, sender.get(),
                [center, told = sender.get()] { told->update(center->alerts()); });
        m_alertmanagers.emplace_back(displayUrl(url), std::move(sender));
    }
    for (const QUrl &url : config.webhooks) {
        PayloadContext context = config.context;
        context.receiver = "webhook";
        auto sender = std::make_unique<WebhookSender>(url, HttpClientConfig{}, context, clock, secrets);
        connect(sender.get(), &WebhookSender::statusChanged, this, &AlertSenders::statusChanged);
        connect(center, &NotificationCenter::noticed, sender.get(), &WebhookSender::notify);
        m_webhooks.emplace_back(displayUrl(url), std::move(sender));
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
    for (const auto &[name, sender] : m_alertmanagers)
        shown.push_back({name, sender->status()});
    for (const auto &[name, sender] : m_webhooks)
        shown.push_back({name, sender->status(), ShownSender::Kind::Webhook});
    if (m_command)
        shown.push_back({m_commandName, m_command->status(), ShownSender::Kind::Command});
    return shown;
}

void AlertSenders::onSilences()
{
    std::vector<Silence> all;
    for (const auto &[name, sender] : m_alertmanagers)
        all.insert(all.end(), sender->silences().begin(), sender->silences().end());
    m_center->setForeignSilences(std::move(all));
}

} // namespace sightglass
