// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/storage/openwords.h"

#include <bit>
#include <cassert>

namespace sightglass {

namespace {

struct Place
{
    std::size_t block; ///< 0 is the inline one
    std::size_t offset;
};

constexpr std::size_t blockWords(std::size_t block) noexcept
{
    return OpenWords::inlineWords << block;
}

// Block k begins at inlineWords * (2^k - 1).
Place placeOf(std::size_t index) noexcept
{
    const auto block = static_cast<std::size_t>(std::bit_width(index / OpenWords::inlineWords + 1)) - 1;
    return {block, index - OpenWords::inlineWords * ((std::size_t{1} << block) - 1)};
}

} // namespace

OpenWords::~OpenWords()
{
    for (const auto &block : m_blocks)
        delete[] block.load(std::memory_order_relaxed);
}

void OpenWords::store(std::size_t index, std::uint64_t word)
{
    assert(index < maxWords());
    if (index < inlineWords) {
        m_first[index].store(word, std::memory_order_relaxed);
        return;
    }
    const Place place = placeOf(index);
    std::atomic<Word *> &slot = m_blocks[place.block - 1];
    Word *words = slot.load(std::memory_order_relaxed);
    if (words == nullptr) {
        words = new Word[blockWords(place.block)]{};
        slot.store(words, std::memory_order_release);
    }
    words[place.offset].store(word, std::memory_order_relaxed);
}

std::uint64_t OpenWords::load(std::size_t index) const noexcept
{
    if (index < inlineWords)
        return m_first[index].load(std::memory_order_relaxed);
    const Place place = placeOf(index);
    const Word *words = m_blocks[place.block - 1].load(std::memory_order_acquire);
    return words != nullptr ? words[place.offset].load(std::memory_order_relaxed) : 0;
}

void OpenWords::prefetchWord(std::size_t index) const noexcept
{
    if (index < inlineWords || index >= maxWords())
        return;
    const Place place = placeOf(index);
    if (const Word *words = m_blocks[place.block - 1].load(std::memory_order_relaxed))
        __builtin_prefetch(&words[place.offset], 1);
}

std::size_t OpenWords::copyTo(std::span<std::uint64_t> out) const noexcept
{
    std::size_t copied = 0;
    const auto copyBlock = [&](const Word *words, std::size_t count) {
        for (std::size_t i = 0; i < count; ++i)
            out[copied++] = words[i].load(std::memory_order_relaxed);
    };
    copyBlock(m_first.data(), inlineWords);
    for (std::size_t i = 0; i < extraBlocks; ++i) {
        const Word *words = m_blocks[i].load(std::memory_order_acquire);
        if (words == nullptr)
            break;
        copyBlock(words, blockWords(i + 1));
    }
    return copied;
}

std::size_t OpenWords::extraBytesFor(std::size_t words) noexcept
{
    if (words <= inlineWords)
        return 0;
    // All blocks up to the one of the last word.
    return inlineWords * ((std::size_t{2} << placeOf(words - 1).block) - 2) * sizeof(Word);
}

} // namespace sightglass
