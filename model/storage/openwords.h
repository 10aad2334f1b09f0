// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>

namespace sightglass {

/// The growing memory of a chunk that is still written: 64-bit words, zero at first, that never move.
///
/// One writer sets words while any number of readers load them. Words are atomic, and the writer only ever
/// adds bits to the last one, so the bits that a reader knows of (through a snapshot, whose publication
/// orders them) never change under it. Starts small and grows in doubling blocks, because most chunks
/// compress to less than 128 bytes.
class OpenWords
{
public:
    static constexpr std::size_t inlineWords = 16;
    static constexpr std::size_t extraBlocks = 3;

    OpenWords() noexcept = default;
    ~OpenWords();
    OpenWords(const OpenWords &) = delete;
    OpenWords &operator=(const OpenWords &) = delete;

    /// Writer only. index < maxWords(); words are first set in ascending order.
    void store(std::size_t index, std::uint64_t word);

    /// Any thread. Zero where nothing was stored yet.
    [[nodiscard]] std::uint64_t load(std::size_t index) const noexcept;

    /// Writer only: asks for the memory of a word that is about to be stored, in two steps: where it is, and,
    /// once that has had time to come, what it is.
    void prefetchPlace(std::size_t index) const noexcept
    {
        if (index >= inlineWords)
            __builtin_prefetch(m_blocks.data(), 0);
        else
            __builtin_prefetch(&m_first[index], 1);
    }
    void prefetchWord(std::size_t index) const noexcept;

    /// Copies every word that has memory, at least all that were stored before the caller's snapshot was
    /// made; tells how many. `out` has room for maxWords().
    std::size_t copyTo(std::span<std::uint64_t> out) const noexcept;

    /// Memory outside of this object once that many words were stored.
    [[nodiscard]] static std::size_t extraBytesFor(std::size_t words) noexcept;

    /// How many words fit at most.
    [[nodiscard]] static constexpr std::size_t maxWords() noexcept
    {
        return inlineWords * ((2U << extraBlocks) - 1);
    }

private:
    using Word = std::atomic<std::uint64_t>;

    std::array<Word, inlineWords> m_first{};
    std::array<std::atomic<Word *>, extraBlocks> m_blocks{};
};

} // namespace sightglass
