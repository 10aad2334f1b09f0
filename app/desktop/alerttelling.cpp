// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/alerttelling.h"

#include "app/desktop/windowsettings.h"
#include "model/presentation/displaytext.h"
#include "model/presentation/errortext.h"
#include "model/scrape/commandwords.h"
#include "model/senders/notificationcenter.h"

#include <QTimeZone>

namespace sightglass {

namespace {

bool isWeb(const QUrl &url)
{
    const bool known = url.scheme() == QLatin1String("https") || url.scheme() == QLatin1String("http");
    return url.isValid() && known && !url.host().isEmpty();
}

QList<QUrl> urlsOf(const QStringList &texts)
{
    QList<QUrl> urls;
    for (const QString &text : texts)
        urls << QUrl(text, QUrl::StrictMode);
    return urls;
}

QString problemWith(const NotifyDialog::Senders &senders)
{
    for (const QString &text : senders.alertmanagers + senders.webhooks) {
        const QUrl url(text, QUrl::StrictMode);
        if (!isWeb(url))
            return AlertTelling::tr("No web address: %1").arg(displayText(text, 100));
        if (!url.password().isEmpty())
            return AlertTelling::tr("A password in an address would be in a file for all to read: %1")
                .arg(displayText(url.host(), 100));
    }
    return {};
}

QString stateText(const SenderStatus &status)
{
    QStringList parts = {AlertTelling::tr("%1 sent").arg(status.sent)};
    if (status.waiting > 0)
        parts << AlertTelling::tr("%1 waiting").arg(status.waiting);
    if (status.failed > 0)
        parts << AlertTelling::tr("%1 attempts failed").arg(status.failed);
    if (status.dropped > 0)
        parts << AlertTelling::tr("%1 given up").arg(status.dropped);
    return parts.join(QStringLiteral(", "));
}

} // namespace

ZoneLookup systemZones()
{
    return [](const std::string &location) -> ZoneRule {
        if (location.empty())
            return utcZone();
        const QTimeZone zone(QByteArray::fromStdString(location));
        if (!zone.isValid())
            return {};
        return [zone](std::int64_t seconds) {
            const QDateTime at = QDateTime::fromSecsSinceEpoch(seconds, Qt::UTC);
            return ZoneOffset{zone.offsetFromUtc(at), zone.abbreviation(at).toStdString()};
        };
    };
}

AlertTelling::AlertTelling(Parts parts, QObject *parent)
    : QObject(parent)
    , m_parts(std::move(parts))
{
    applySettings(m_parts.settings->notify());
    AlertSendersConfig config = m_parts.settings->alertSenders();
    if (!m_parts.mayRunCommand)
        config.command.clear();
    makeSenders(config);
}

AlertTelling::~AlertTelling() = default;

std::vector<ShownSender> AlertTelling::senders() const
{
    return m_senders->senders();
}

void AlertTelling::applySettings(const NotifySettings &settings)
{
    const std::string zone = QTimeZone::systemTimeZoneId().toStdString();
    auto config = notifyConfig(settings, zone, systemZones());
    if (config)
        m_parts.center->setConfig(*std::move(config));
    else
        qWarning("the settings of notifications are not used: %s", plainText(config.error()).c_str());
    emit soundChanged(settings.sound);
}

void AlertTelling::makeSenders(const AlertSendersConfig &config)
{
    // What waits in the old ones goes with them; the next alerts and repeats reach the new ones.
    m_senders = std::make_unique<AlertSenders>(config, m_parts.center, m_parts.clock, m_parts.secrets);
    connect(m_senders.get(), &AlertSenders::statusChanged, this, [this] {
        showStates();
        emit statusChanged();
    });
    showStates();
    emit statusChanged();
}

void AlertTelling::edit(QWidget *window)
{
    if (m_dialog)
        return m_dialog->raise();
    const AlertSendersConfig config = m_parts.settings->alertSenders();
    NotifyDialog::Senders senders;
    for (const QUrl &url : config.alertmanagers)
        senders.alertmanagers << url.toString();
    for (const QUrl &url : config.webhooks)
        senders.webhooks << url.toString();
    senders.command = commandText(config.command);
    m_dialog = new NotifyDialog(m_parts.settings->notify(), senders, problemWith, window);
    connect(m_dialog, &NotifyDialog::testRequested, this, &AlertTelling::testRequested);
    connect(m_dialog, &NotifyDialog::submitted, this,
            [this, before = senders](const NotifySettings &settings, const NotifyDialog::Senders &wanted) {
                m_parts.settings->setNotify(settings);
                applySettings(settings);
                if (wanted == before)
                    return;
                AlertSendersConfig edited = m_parts.settings->alertSenders();
                edited.alertmanagers = urlsOf(wanted.alertmanagers);
                edited.webhooks = urlsOf(wanted.webhooks);
                edited.command = commandWords(wanted.command);
                m_parts.settings->setAlertSenders(edited);
                // Who types a command lets it run; one that was there before still waits for leave.
                m_parts.mayRunCommand = m_parts.mayRunCommand || wanted.command != before.command;
                if (!m_parts.mayRunCommand)
                    edited.command.clear();
                makeSenders(edited);
            });
    showStates();
    m_dialog->open();
}

void AlertTelling::showStates()
{
    if (!m_dialog || !m_senders)
        return;
    std::vector<NotifyDialog::SenderLine> lines;
    for (const ShownSender &sender : m_senders->senders())
        lines.push_back({displayText(sender.name, 120), !sender.status.lastError.has_value(),
                         stateText(sender.status),
                         sender.status.lastError ? errorText(*sender.status.lastError) : QString()});
    m_dialog->setSenderStates(lines);
}

} // namespace sightglass
