// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/notify/alertpayloads.h"
#include "model/notify/silence.h"
#include "model/senders/sendercall.h"
#include "model/senders/senderqueue.h"

#include <QTimer>

#include <vector>

namespace sightglass {

/// Tells a running Alertmanager of all alerts as Prometheus does (rules reference, sections 3.1 and 6), and
/// reads its silences. One thread, with an event loop; never blocks it.
class AlertmanagerSender : public QObject
{
    Q_OBJECT

public:
    struct Config
    {
        SenderAddress address; ///< without /api/v2
        HttpClientConfig client = {};
        PayloadContext context = {};
        std::int64_t resendMs = resendDelayMs;
        int silencesEveryMs = 15'000;
    };

    /// `secrets` outlives this, and may be null.
    AlertmanagerSender(Config config, std::shared_ptr<const Clock> clock, SecretStore *secrets = nullptr,
                       QObject *parent = nullptr);
    ~AlertmanagerSender() override;

    /// All alerts there are; those that are due are sent.
    void update(std::span<const NotifyAlert> alerts);

    [[nodiscard]] const SenderStatus &status() const noexcept { return m_queue.status(); }
    /// The Alertmanager's, as they were read last.
    [[nodiscard]] const std::vector<Silence> &silences() const noexcept { return m_silences; }

signals:
    void statusChanged();
    void silencesChanged();

private:
    void readSilencesAgain();

    Config m_config;
    std::shared_ptr<const Clock> m_clock;
    SenderCall m_posting;
    SenderCall m_reading;
    SenderQueue m_queue;
    QTimer m_silencesTimer;
    ResendState m_sent;
    std::vector<Silence> m_silences;
};

} // namespace sightglass
