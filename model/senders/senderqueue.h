// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/clock.h"
#include "parser/base/error.h"

#include <QObject>
#include <QTimer>

#include <cstddef>
#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace sightglass {

/// What is shown of a sender.
struct SenderStatus
{
    std::optional<TimestampMs> lastSuccess;
    std::optional<Error> lastError; ///< of the newest attempt; nothing where it went well
    std::optional<TimestampMs> lastErrorAt;
    std::uint64_t sent = 0;
    std::uint64_t failed = 0;  ///< attempts
    std::uint64_t dropped = 0; ///< never sent: there were too many, or they were too old
    std::size_t waiting = 0;   ///< the one under way included
};

struct SenderLimits
{
    std::size_t capacity = 100;           ///< the oldest go first
    std::int64_t longestMs = 5 * 60'000;  ///< a payload is tried for so long
    std::int64_t firstDelayMs = 1000;     ///< before the second attempt; then twice as long each time …
    std::int64_t longestDelayMs = 60'000; ///< … up to this
};

/// How long to wait before the next attempt, behind so many that failed in a row (>= 1).
[[nodiscard]] std::int64_t retryDelayMs(int failures, const SenderLimits &limits = {}) noexcept;

/// Payloads on their way out, one after the other, tried again when they fail: a sender that is slow or down
/// costs a bounded queue and nothing else. One thread, with an event loop.
class SenderQueue : public QObject
{
    Q_OBJECT

public:
    /// Told once how an attempt ended: nothing where it went well.
    using Ended = std::function<void(std::optional<Error>)>;
    using Attempt = std::function<void(const std::string &payload, Ended ended)>;

    SenderQueue(std::shared_ptr<const Clock> clock, Attempt attempt, SenderLimits limits = {},
                QObject *parent = nullptr);
    ~SenderQueue() override;

    void add(std::string payload);

    [[nodiscard]] const SenderStatus &status() const noexcept { return m_status; }

signals:
    void statusChanged();

private:
    struct Waiting
    {
        std::string payload;
        std::int64_t sinceNs = 0;
    };

    void tryNext();
    void onEnded(const std::optional<Error> &error);
    void drop();

    std::shared_ptr<const Clock> m_clock;
    Attempt m_attempt;
    SenderLimits m_limits;
    std::deque<Waiting> m_waiting;
    SenderStatus m_status;
    QTimer m_retry;
    int m_failures = 0; ///< in a row
    bool m_underWay = false;
};

} // namespace sightglass
