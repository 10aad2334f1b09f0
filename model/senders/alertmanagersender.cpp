// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/senders/alertmanagersender.h"

#include "model/notify/silencetext.h"

#include <algorithm>
#include <utility>

namespace sightglass {

namespace {

constexpr std::size_t alertsPerBatch = 256;
constexpr std::size_t alertsWaiting = 10'000;

} // namespace

AlertmanagerSender::AlertmanagerSender(Config config, std::shared_ptr<const Clock> clock,
                                       SecretStore *secrets, QObject *parent)
    : QObject(parent)
    , m_config(std::move(config))
    , m_clock(std::move(clock))
    , m_posting(m_config.address, m_config.client, secrets)
    , m_reading(m_config.address, m_config.client, secrets)
    , m_queue(
          m_clock,
          [this](const std::string &payload, SenderQueue::Ended ended) {
              m_posting.post(QStringLiteral("/api/v2/alerts"), payload,
                             [ended = std::move(ended)](const Result<std::string> &answer) {
                                 ended(answer ? std::nullopt : std::optional(answer.error()));
                             });
          },
          // What is older than a resend is sent anew anyway.
          SenderLimits{alertsWaiting / alertsPerBatch, m_config.resendMs})
{
    connect(&m_queue, &SenderQueue::statusChanged, this, &AlertmanagerSender::statusChanged);
    m_silencesTimer.setInterval(m_config.silencesEveryMs);
    connect(&m_silencesTimer, &QTimer::timeout, this, &AlertmanagerSender::readSilencesAgain);
    m_silencesTimer.start();
    readSilencesAgain();
}

AlertmanagerSender::~AlertmanagerSender() = default;

void AlertmanagerSender::update(std::span<const NotifyAlert> alerts)
{
    ResendStep step = alertsToSend(std::move(m_sent), alerts, m_clock->nowMs(), m_config.resendMs);
    m_sent = std::move(step.state);
    const std::span<const SentAlert> due(step.alerts);
    for (std::size_t at = 0; at < due.size(); at += alertsPerBatch)
        m_queue.add(alertmanagerPayload(due.subspan(at, std::min(alertsPerBatch, due.size() - at)),
                                        m_config.context));
}

void AlertmanagerSender::readSilencesAgain()
{
    m_reading.get(QStringLiteral("/api/v2/silences"), [this](const Result<std::string> &answer) {
        // One that does not answer keeps quiet about what it kept quiet about.
        auto silences = answer ? readSilences(*answer) : answer.error();
        if (!silences || *silences == m_silences)
            return;
        m_silences = *std::move(silences);
        emit silencesChanged();
    });
}

} // namespace sightglass
