// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/scrape/secretwriter.h"
#include "model/senders/alertsenders.h"
#include "widgets/alerts/notifydialog.h"

#include <QObject>

#include <functional>
#include <vector>

namespace sightglass {

class WindowSettings;

/// The addresses of alert senders between the dialog, the settings and the secret store: what may be a secret
/// goes into the store, the settings refer to it, the dialog shows a mask. What no sender refers to any more
/// is taken out of the store. GUI thread.
class SenderKeeping : public QObject
{
    Q_OBJECT

public:
    using Kept = std::function<void(Status)>;

    /// `settings` and `secrets` outlive this; `secrets` null: nothing can be kept but for the session.
    SenderKeeping(WindowSettings *settings, SecretStore *secrets, QObject *parent = nullptr);
    ~SenderKeeping() override;

    /// As the settings have them now, with what this session alone knows.
    [[nodiscard]] const AlertSendersConfig &config() const noexcept { return m_config; }
    void reload();

    /// As they are edited: see shownAddresses().
    [[nodiscard]] NotifyDialog::Senders shown() const;
    /// What is wrong with what was typed, without repeating it; empty: nothing.
    [[nodiscard]] QString problemWith(const NotifyDialog::Senders &typed) const;

    /// Makes what was typed, nothing being wrong with it, the config and writes it into the settings, behind
    /// its secrets: masks are what they stood for. `kept` is called once, where there are secrets for the
    /// store later. Where one could not be kept nothing has changed; the reason holds no secret.
    void keep(const NotifyDialog::Senders &typed, NotifyDialog::Keeping keeping, Kept kept);
    /// Drops what is on its way into the store, without a call.
    void cancel();

private:
    [[nodiscard]] AlertSendersConfig configOf(const NotifyDialog::Senders &typed) const;
    void keep(AlertSendersConfig wanted, NotifyDialog::Keeping keeping, Kept kept);
    [[nodiscard]] std::vector<TypedSecret> takeTexts(std::vector<SenderAddress> &addresses,
                                                     const std::vector<SenderAddress> &known) const;
    void save(const AlertSendersConfig &config);
    void forget(const std::set<std::string> &keys);
    /// Addresses that were spelt out in the settings get out of them.
    void mendSettings();

    WindowSettings *m_settings;
    SecretStore *m_secrets;
    SecretWriter m_writer;
    AlertSendersConfig m_config;
    std::set<std::string> m_writing; ///< keys that are being put into the store
};

} // namespace sightglass
