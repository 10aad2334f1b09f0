// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/senderkeeping.h"

#include "app/desktop/windowsettings.h"
#include "model/scrape/commandwords.h"

#include <QCoreApplication>

#include <algorithm>
#include <iterator>
#include <utility>
#include <variant>

namespace sightglass {

namespace {

bool isText(const SenderAddress &address)
{
    return std::holds_alternative<SecretText>(address.whole);
}

/// What the settings have lost, where the session still knows it, each once.
void putBack(std::vector<SenderAddress> &addresses, std::vector<SenderAddress> known)
{
    for (SenderAddress &address : addresses) {
        const auto same = std::find_if(known.begin(), known.end(), [&address](const SenderAddress &each) {
            return isText(each) && each.url == address.url;
        });
        if (!isLost(address) || same == known.end())
            continue;
        address = *same;
        known.erase(same);
    }
}

std::set<std::string> keysOf(const AlertSendersConfig &config)
{
    std::set<std::string> keys = senderKeys(config.alertmanagers);
    keys.merge(senderKeys(config.webhooks));
    return keys;
}

std::vector<SenderAddress> addressesOf(const QStringList &typed, const std::vector<SenderAddress> &known,
                                       AddressOf kind)
{
    const QStringList shown = shownAddresses(known, kind);
    std::vector<SenderAddress> addresses;
    for (const QString &text : typed) {
        const qsizetype kept = shown.indexOf(text);
        const auto address =
            kept >= 0 ? std::optional(known[static_cast<std::size_t>(kept)]) : senderAddress(text, kind);
        // Said twice is told once.
        if (address && std::find(addresses.begin(), addresses.end(), *address) == addresses.end())
            addresses.push_back(*address);
    }
    return addresses;
}

/// The number, from 1, of the first that is neither an address nor what stands for one; 0: none.
qsizetype firstWrong(const QStringList &typed, const std::vector<SenderAddress> &known, AddressOf kind)
{
    const QStringList shown = shownAddresses(known, kind);
    for (qsizetype i = 0; i < typed.size(); ++i) {
        if (!shown.contains(typed[i]) && (hasMask(typed[i]) || !senderAddress(typed[i], kind)))
            return i + 1;
    }
    return 0;
}

} // namespace

SenderKeeping::SenderKeeping(WindowSettings *settings, SecretStore *secrets, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
    , m_secrets(secrets)
    , m_writer(secrets)
    , m_config(settings->alertSenders())
{
    mendSettings();
}

SenderKeeping::~SenderKeeping()
{
    cancel();
}

void SenderKeeping::reload()
{
    AlertSendersConfig config = m_settings->alertSenders();
    putBack(config.alertmanagers, m_config.alertmanagers);
    putBack(config.webhooks, m_config.webhooks);
    m_config = std::move(config);
}

void SenderKeeping::mendSettings()
{
    const bool isSpeltOut =
        std::any_of(m_config.alertmanagers.begin(), m_config.alertmanagers.end(), isText) ||
        std::any_of(m_config.webhooks.begin(), m_config.webhooks.end(), isText);
    if (!isSpeltOut)
        return;
    AlertSendersConfig found = std::exchange(m_config, {});
    m_config.command = found.command;
    keep(found, NotifyDialog::Keeping::InStore, [this, found](const Status &kept) {
        if (kept)
            return;
        qWarning("addresses of alert senders in the settings were secrets; they are for this session only");
        save(found);
    });
    m_config = std::move(found); // until then, and what is sent to
}

NotifyDialog::Senders SenderKeeping::shown() const
{
    return {shownAddresses(m_config.alertmanagers, AddressOf::Alertmanager),
            shownAddresses(m_config.webhooks, AddressOf::Webhook), commandText(m_config.command)};
}

QString SenderKeeping::problemWith(const NotifyDialog::Senders &typed) const
{
    const auto problem = [](const QString &list, const QString &text) {
        return hasMask(text) ? tr("%1: the whole address is to be typed again").arg(list)
                             : tr("%1: not a web address").arg(list);
    };
    if (const auto line = firstWrong(typed.alertmanagers, m_config.alertmanagers, AddressOf::Alertmanager))
        return problem(tr("Alertmanagers, line %1").arg(line), typed.alertmanagers[line - 1]);
    if (const auto line = firstWrong(typed.webhooks, m_config.webhooks, AddressOf::Webhook))
        return problem(tr("Webhooks, line %1").arg(line), typed.webhooks[line - 1]);
    return {};
}

AlertSendersConfig SenderKeeping::configOf(const NotifyDialog::Senders &typed) const
{
    AlertSendersConfig config = m_config;
    config.alertmanagers = addressesOf(typed.alertmanagers, m_config.alertmanagers, AddressOf::Alertmanager);
    config.webhooks = addressesOf(typed.webhooks, m_config.webhooks, AddressOf::Webhook);
    config.command = commandWords(typed.command);
    return config;
}

std::vector<TypedSecret> SenderKeeping::takeTexts(std::vector<SenderAddress> &addresses,
                                                  const std::vector<SenderAddress> &known) const
{
    std::vector<TypedSecret> typed;
    for (SenderAddress &address : addresses) {
        // What was for this session stays so.
        if (!isText(address) || std::find(known.begin(), known.end(), address) != known.end())
            continue;
        const std::string key = newSenderKey();
        typed.push_back({key, std::get<SecretText>(address.whole).text});
        address.whole = SecretKey{key};
    }
    return typed;
}

void SenderKeeping::keep(const NotifyDialog::Senders &typed, NotifyDialog::Keeping keeping, Kept kept)
{
    keep(configOf(typed), keeping, std::move(kept));
}

void SenderKeeping::keep(AlertSendersConfig wanted, NotifyDialog::Keeping keeping, Kept kept)
{
    cancel();
    std::vector<TypedSecret> typed;
    if (keeping == NotifyDialog::Keeping::InStore) {
        typed = takeTexts(wanted.alertmanagers, m_config.alertmanagers);
        std::vector<TypedSecret> more = takeTexts(wanted.webhooks, m_config.webhooks);
        std::move(more.begin(), more.end(), std::back_inserter(typed));
    }
    if (typed.empty()) {
        save(wanted);
        kept(Done{});
        return;
    }
    for (const TypedSecret &secret : typed)
        m_writing.insert(secret.key);
    m_writer.write(typed, [this, wanted = std::move(wanted), kept = std::move(kept),
                           keys = m_writing](const Status &written) {
        if (m_writing != keys) {
            forget(keys); // cancelled meanwhile
            return;
        }
        m_writing.clear();
        if (written)
            save(wanted);
        kept(written);
    });
}

void SenderKeeping::cancel()
{
    forget(std::exchange(m_writing, {}));
}

void SenderKeeping::save(const AlertSendersConfig &config)
{
    std::set<std::string> unused = keysOf(m_settings->alertSenders());
    unused.merge(keysOf(m_config));
    m_settings->setAlertSenders(config);
    m_config = config;
    const std::set<std::string> used = keysOf(config);
    std::erase_if(unused, [&used](const std::string &key) { return used.contains(key); });
    forget(unused);
}

void SenderKeeping::forget(const std::set<std::string> &keys)
{
    // Where one cannot be taken out there is nothing that the user could do about it here.
    for (const std::string &key : keys) {
        if (m_secrets != nullptr)
            m_secrets->remove(key, QCoreApplication::instance(), [](const Status &) {});
    }
}

} // namespace sightglass
