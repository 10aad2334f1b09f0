// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/core/samplerun.h"

#include <algorithm>
#include <atomic>
#include <utility>

namespace sightglass {

/// Room for samples, of which the first `used` are somebody's and never written again.
struct SampleRun::Memory
{
    explicit Memory(std::vector<Sample> samples)
        : room(std::move(samples))
        , used(room.size())
    {}

    std::vector<Sample> room; ///< never changes its size
    std::atomic<std::size_t> used;
};

SampleRun::SampleRun(std::vector<Sample> samples)
{
    if (samples.empty())
        return;
    m_memory = std::make_shared<Memory>(std::move(samples));
    m_data = m_memory->room.data();
    m_size = m_memory->room.size();
}

SampleRun SampleRun::movedOn(std::size_t first, std::size_t last, std::span<const Sample> more) const
{
    SampleRun result;
    result.m_size = last - first + more.size();
    if (result.m_size == 0)
        return result;
    if (m_memory) {
        result.m_memory = m_memory;
        result.m_data = m_data + first;
        std::size_t end = static_cast<std::size_t>(m_data - m_memory->room.data()) + last;
        if (more.empty())
            return result;
        // Who moves the mark owns what lies between: nobody else reads or writes there.
        const bool fits = m_memory->room.size() - end >= more.size();
        if (fits && m_memory->used.compare_exchange_strong(end, end + more.size())) {
            std::ranges::copy(more, m_memory->room.begin() + static_cast<std::ptrdiff_t>(end));
            return result;
        }
    }
    // An eighth more: a sample is then copied a few times in its life, and little room is empty.
    constexpr std::size_t shareOfRoom = 8;
    constexpr std::size_t leastRoom = 8;
    std::vector<Sample> room;
    room.reserve(result.m_size + result.m_size / shareOfRoom + leastRoom);
    room.assign(begin() + first, begin() + last);
    room.insert(room.end(), more.begin(), more.end());
    room.resize(room.capacity());
    result.m_memory = std::make_shared<Memory>(std::move(room));
    result.m_memory->used = result.m_size;
    result.m_data = result.m_memory->room.data();
    return result;
}

std::span<Sample> SampleRun::edit()
{
    if (m_memory.use_count() != 1)
        *this = SampleRun(toVector());
    if (!m_memory)
        return {};
    return std::span(m_memory->room)
        .subspan(static_cast<std::size_t>(m_data - m_memory->room.data()), m_size);
}

bool operator==(const SampleRun &a, const SampleRun &b) noexcept
{
    return std::ranges::equal(a, b);
}

} // namespace sightglass
