// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/sample.h"

#include <cstddef>
#include <map>

namespace sightglass {

/// How much memory sealed chunks take, by the time of their last sample in steps of ten seconds: tells what
/// must go to get below a limit without looking at a million chunks.
class BytesByTime
{
public:
    void add(TimestampMs lastTime, std::size_t bytes) { m_bytes[stepOf(lastTime)] += bytes; }
    void remove(TimestampMs lastTime, std::size_t bytes)
    {
        const auto at = m_bytes.find(stepOf(lastTime));
        if (at != m_bytes.end() && (at->second -= bytes) == 0)
            m_bytes.erase(at);
    }

    /// The earliest time such that the chunks that end before it take at least `bytes`; behind the last one
    /// if all do not. The lowest time there is if bytes is 0.
    [[nodiscard]] TimestampMs cutoffFor(std::size_t bytes) const;

private:
    static constexpr TimestampMs stepMs = 10'000;

    [[nodiscard]] static TimestampMs stepOf(TimestampMs t) noexcept
    {
        return t / stepMs - (t % stepMs < 0 ? 1 : 0);
    }

    std::map<TimestampMs, std::size_t> m_bytes;
};

} // namespace sightglass
