// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace sightglass {

/// A set of row numbers below a bound, as bits: unions and intersections of postings in a pass over n/64
/// words.
class RowSet
{
public:
    enum class Filled : std::uint8_t
    {
        No,
        Yes
    };

    explicit RowSet(std::size_t rows, Filled filled = Filled::No)
        : m_words((rows + 63) / 64, filled == Filled::Yes ? ~std::uint64_t{0} : 0)
    {
        if (filled == Filled::Yes && rows % 64 != 0)
            m_words.back() = (std::uint64_t{1} << (rows % 64)) - 1;
    }

    void insert(std::uint32_t row) noexcept { m_words[row / 64] |= std::uint64_t{1} << (row % 64); }
    void insert(std::span<const std::uint32_t> rows) noexcept
    {
        for (const std::uint32_t row : rows)
            insert(row);
    }
    void erase(std::uint32_t row) noexcept { m_words[row / 64] &= ~(std::uint64_t{1} << (row % 64)); }
    void erase(std::span<const std::uint32_t> rows) noexcept
    {
        for (const std::uint32_t row : rows)
            erase(row);
    }

    /// Both sets have the same bound.
    void intersect(const RowSet &other) noexcept
    {
        for (std::size_t i = 0; i < m_words.size(); ++i)
            m_words[i] &= other.m_words[i];
    }

    [[nodiscard]] std::size_t count() const noexcept
    {
        std::size_t total = 0;
        for (const std::uint64_t word : m_words)
            total += static_cast<std::size_t>(std::popcount(word));
        return total;
    }

    /// The rows, ascending.
    [[nodiscard]] std::vector<std::uint32_t> rows() const
    {
        std::vector<std::uint32_t> out;
        out.reserve(count());
        for (std::size_t i = 0; i < m_words.size(); ++i) {
            for (std::uint64_t word = m_words[i]; word != 0; word &= word - 1)
                out.push_back(
                    static_cast<std::uint32_t>(i * 64 + static_cast<std::size_t>(std::countr_zero(word))));
        }
        return out;
    }

private:
    std::vector<std::uint64_t> m_words;
};

} // namespace sightglass
