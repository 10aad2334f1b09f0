// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstddef>
#include <memory>
#include <span>
#include <utility>

namespace sightglass {

/// An array that one writer appends to while any number of readers go on with the part that they were shown.
///
/// A view is a share of the memory and a length. What lies below the length is never written again, and
/// appending writes only behind the longest view, or moves on to larger memory and leaves the old one to its
/// views: so no element is written by one thread and read by another. A view must reach its reader through
/// something that orders memory, as a snapshot's publication does.
template<typename T>
class GrowingArray
{
public:
    class View
    {
    public:
        View() = default;

        [[nodiscard]] std::span<const T> items() const noexcept { return {m_memory.get(), m_size}; }
        [[nodiscard]] std::size_t size() const noexcept { return m_size; }
        [[nodiscard]] bool empty() const noexcept { return m_size == 0; }

    private:
        friend class GrowingArray;
        View(std::shared_ptr<const T[]> memory, std::size_t size) noexcept
            : m_memory(std::move(memory))
            , m_size(size)
        {}

        std::shared_ptr<const T[]> m_memory;
        std::size_t m_size = 0;
    };

    GrowingArray() = default;
    GrowingArray(GrowingArray &&other) noexcept { *this = std::move(other); }
    GrowingArray &operator=(GrowingArray &&other) noexcept
    {
        m_memory = std::exchange(other.m_memory, nullptr);
        m_size = std::exchange(other.m_size, 0);
        m_capacity = std::exchange(other.m_capacity, 0);
        return *this;
    }
    ~GrowingArray() = default;

    void append(std::span<const T> items)
    {
        if (m_size + items.size() > m_capacity)
            moveTo(std::max({m_size + items.size(), 2 * m_capacity, smallest}));
        std::copy(items.begin(), items.end(), m_memory.get() + m_size);
        m_size += items.size();
    }
    void append(const T &item) { append(std::span<const T>(&item, 1)); }

    /// Forgets the first n items. Views keep theirs.
    void dropFirst(std::size_t n)
    {
        const GrowingArray old = std::move(*this);
        append(old.items().subspan(n));
    }

    [[nodiscard]] std::span<const T> items() const noexcept { return {m_memory.get(), m_size}; }
    [[nodiscard]] std::size_t size() const noexcept { return m_size; }
    [[nodiscard]] bool empty() const noexcept { return m_size == 0; }

    /// What is there now.
    [[nodiscard]] View view() const noexcept { return {m_memory, m_size}; }

    /// The same in memory of its own, no larger than needed.
    [[nodiscard]] View sealed() const
    {
        auto memory = std::make_shared<T[]>(m_size);
        std::copy_n(m_memory.get(), m_size, memory.get());
        return {std::move(memory), m_size};
    }

    /// Memory of the items and of those that may come.
    [[nodiscard]] std::size_t bytes() const noexcept { return m_capacity * sizeof(T); }

private:
    static constexpr std::size_t smallest = sizeof(T) < 16 ? 128 / sizeof(T) : 4;

    void moveTo(std::size_t capacity)
    {
        auto memory = std::make_shared<T[]>(capacity);
        std::copy_n(m_memory.get(), m_size, memory.get());
        m_memory = std::move(memory);
        m_capacity = capacity;
    }

    std::shared_ptr<T[]> m_memory;
    std::size_t m_size = 0;
    std::size_t m_capacity = 0;
};

} // namespace sightglass
