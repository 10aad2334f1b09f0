// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/alerttelling.h"

#include "app/desktop/windowsettings.h"
#include "model/presentation/displaytext.h"
#include "model/presentation/errortext.h"
#include "model/senders/notificationcenter.h"

#include <QTimeZone>

namespace sightglass {

namespace {

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
    , m_keeping(m_parts.settings, m_parts.secrets)
{
    applySettings(m_parts.settings->notify());
    makeSenders();
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

void AlertTelling::makeSenders()
{
    AlertSendersConfig config = m_keeping.config();
    if (!m_parts.mayRunCommand)
        config.command.clear();
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
    if (m_dialog && m_dialog->isVisible()) // else it is on its way out
        return m_dialog->raise();
    m_keeping.reload();
    m_dialog = new NotifyDialog(
        m_parts.settings->notify(), m_keeping.shown(),
        [this](const NotifyDialog::Senders &typed) { return m_keeping.problemWith(typed); }, window);
    connect(m_dialog, &NotifyDialog::testRequested, this, &AlertTelling::testRequested);
    connect(m_dialog, &NotifyDialog::submitted, this, &AlertTelling::submit);
    connect(m_dialog, &QDialog::rejected, this, [this] { m_keeping.cancel(); });
    showStates();
    m_dialog->open();
}

void AlertTelling::submit(const NotifySettings &settings, const NotifyDialog::Senders &typed,
                          NotifyDialog::Keeping keeping)
{
    const NotifyDialog::Senders before = m_keeping.shown();
    const auto conclude = [this, settings] {
        m_parts.settings->setNotify(settings);
        applySettings(settings);
        if (m_dialog)
            m_dialog->accept();
    };
    if (typed == before)
        return conclude();
    m_keeping.keep(typed, keeping,
                   [this, conclude, isOther = typed.command != before.command](const Status &kept) {
                       if (!kept) {
                           if (m_dialog)
                               m_dialog->refuse(errorText(kept.error()));
                           return;
                       }
                       // Who types a command lets it run; one that was there before still waits for leave.
                       m_parts.mayRunCommand = m_parts.mayRunCommand || isOther;
                       makeSenders();
                       conclude();
                   });
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
