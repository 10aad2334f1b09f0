// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/senders/senderqueue.h"

#include <QPointer>

#include <algorithm>
#include <utility>

namespace sightglass {

std::int64_t retryDelayMs(int failures, const SenderLimits &limits) noexcept
{
    constexpr int mostDoublings = 30;
    const int doublings = std::clamp(failures - 1, 0, mostDoublings);
    return std::min(limits.firstDelayMs << doublings, limits.longestDelayMs);
}

SenderQueue::SenderQueue(std::shared_ptr<const Clock> clock, Attempt attempt, SenderLimits limits,
                         QObject *parent)
    : QObject(parent)
    , m_clock(std::move(clock))
    , m_attempt(std::move(attempt))
    , m_limits(limits)
{
    m_retry.setSingleShot(true);
    connect(&m_retry, &QTimer::timeout, this, &SenderQueue::tryNext);
}

SenderQueue::~SenderQueue() = default;

void SenderQueue::add(std::string payload)
{
    m_waiting.push_back({std::move(payload), m_clock->monotonicNs()});
    if (m_waiting.size() > m_limits.capacity) {
        // The one under way is let go on.
        m_waiting.erase(m_waiting.begin() + (m_underWay ? 1 : 0));
        ++m_status.dropped;
    }
    m_status.waiting = m_waiting.size();
    if (!m_underWay && !m_retry.isActive())
        m_retry.start(0);
    emit statusChanged();
}

void SenderQueue::tryNext()
{
    if (m_underWay || m_waiting.empty())
        return;
    m_underWay = true;
    m_attempt(m_waiting.front().payload,
              [this, self = QPointer<SenderQueue>(this)](const std::optional<Error> &error) {
                  if (self)
                      onEnded(error);
              });
}

void SenderQueue::onEnded(const std::optional<Error> &error)
{
    m_underWay = false;
    m_status.lastError = error;
    if (error) {
        ++m_status.failed;
        ++m_failures;
        m_status.lastErrorAt = m_clock->nowMs();
        drop();
    } else {
        ++m_status.sent;
        m_failures = 0;
        m_status.lastSuccess = m_clock->nowMs();
        m_waiting.pop_front();
    }
    m_status.waiting = m_waiting.size();
    if (!m_waiting.empty())
        m_retry.start(static_cast<int>(m_failures == 0 ? 0 : retryDelayMs(m_failures, m_limits)));
    emit statusChanged();
}

void SenderQueue::drop()
{
    const std::int64_t now = m_clock->monotonicNs();
    while (!m_waiting.empty() && (now - m_waiting.front().sinceNs) / 1'000'000 > m_limits.longestMs) {
        m_waiting.pop_front();
        ++m_status.dropped;
    }
}

} // namespace sightglass
