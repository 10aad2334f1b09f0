// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/clock.h"

#include <atomic>

namespace sightglass::test {

/// A clock that stands still until a test moves it. Wall and monotonic time move together with advance();
/// setWall() sets the wall clock alone, as an administrator does. Thread-safe.
class FakeClock final : public Clock
{
public:
    explicit FakeClock(TimestampMs now = 1'700'000'000'000) noexcept
        : m_wallMs(now)
    {}

    [[nodiscard]] TimestampMs nowMs() const override { return m_wallMs; }
    [[nodiscard]] std::int64_t monotonicNs() const override { return m_monotonicMs * 1'000'000; }

    void advance(std::int64_t ms) noexcept
    {
        m_wallMs += ms;
        m_monotonicMs += ms;
    }
    void setWall(TimestampMs now) noexcept { m_wallMs = now; }

private:
    std::atomic<TimestampMs> m_wallMs;
    std::atomic<std::int64_t> m_monotonicMs{1};
};

} // namespace sightglass::test
