// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/event.h"

#include <deque>
#include <span>
#include <unordered_set>
#include <vector>

namespace sightglass::demo {

/// Remembers the ids of recent events. An id is forgotten `length` after it was first seen, or earlier when
/// more than `capacity` ids would be held. Not thread-safe; times must not decrease.
class DedupWindow
{
public:
    DedupWindow(Milliseconds length, std::size_t capacity);

    /// True when the id was first seen less than `length` ago. A new id is remembered; a repeated one does
    /// not stay longer for being repeated.
    [[nodiscard]] bool isDuplicate(EventId id, TimePoint now);

    [[nodiscard]] std::size_t size() const noexcept { return m_known.size(); }
    /// The ids held, oldest first: what a checkpoint keeps.
    [[nodiscard]] std::vector<EventId> ids() const;
    /// Takes the ids of a checkpoint as if first seen now.
    void restore(std::span<const EventId> ids, TimePoint now);

private:
    struct Seen
    {
        TimePoint at;
        EventId id;
    };

    void remember(EventId id, TimePoint now);
    void forgetOldest();

    Milliseconds m_length;
    std::size_t m_capacity;
    std::deque<Seen> m_order;
    std::unordered_set<EventId> m_known;
};

} // namespace sightglass::demo
