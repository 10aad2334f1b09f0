// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/storage/xorencoding.h"

#include <algorithm>
#include <bit>
#include <cassert>
#include <limits>

namespace sightglass {

/// Adds bits behind a position. Keeps the word it is in; flush() stores the unfinished one.
class XorEncoder::BitWriter
{
public:
    BitWriter(OpenWords &words, std::size_t position)
        : m_words(words)
        , m_index(position / 64)
        , m_used(static_cast<unsigned>(position % 64))
        , m_word(m_used != 0 ? words.load(m_index) : 0)
    {}

    /// bits < 2^count, 1 <= count <= 64
    void put(std::uint64_t bits, unsigned count)
    {
        const unsigned space = 64 - m_used;
        if (count < space) {
            m_word |= bits << (space - count);
            m_used += count;
            return;
        }
        const unsigned rest = count - space;
        m_words.store(m_index++, m_word | bits >> rest);
        m_word = rest != 0 ? bits << (64 - rest) : 0;
        m_used = rest;
    }

    std::uint16_t flush()
    {
        if (m_used != 0)
            m_words.store(m_index, m_word);
        return static_cast<std::uint16_t>(m_index * 64 + m_used);
    }

private:
    OpenWords &m_words;
    std::size_t m_index;
    unsigned m_used;
    std::uint64_t m_word;
};

namespace {

constexpr unsigned maxLeading = 31;
constexpr std::size_t worstBitsPerSample = (4 + 33) + (2 + 5 + 6 + 64);
static_assert(128 + (XorEncoder::maxSamples - 1) * worstBitsPerSample <= OpenWords::maxWords() * 64);

class BitReader
{
public:
    BitReader(std::span<const std::uint64_t> words, std::size_t position) noexcept
        : m_words(words)
        , m_position(position)
    {}

    /// The next 64 bits, zero behind the end.
    [[nodiscard]] std::uint64_t peek() const noexcept
    {
        const std::size_t index = m_position / 64;
        const auto offset = static_cast<unsigned>(m_position % 64);
        const std::uint64_t high = index < m_words.size() ? m_words[index] : 0;
        const std::uint64_t low = index + 1 < m_words.size() ? m_words[index + 1] : 0;
        return high << offset | (low >> 1U) >> (63 - offset);
    }
    void skip(unsigned count) noexcept { m_position += count; }

private:
    std::span<const std::uint64_t> m_words;
    std::size_t m_position;
};

std::uint64_t zigzag(std::int64_t value) noexcept
{
    return static_cast<std::uint64_t>(value) << 1U ^ static_cast<std::uint64_t>(value >> 63);
}

std::int64_t unzigzag(std::uint64_t code) noexcept
{
    return static_cast<std::int64_t>(code >> 1U ^ (~(code & 1U) + 1U));
}

template<typename Writer>
void putTime(Writer &out, std::int64_t dod)
{
    const std::uint64_t code = zigzag(dod);
    if (code == 0)
        out.put(0, 1);
    else if (code < 1U << 7U)
        out.put(0b10U << 7U | code, 9);
    else if (code < 1U << 12U)
        out.put(0b110U << 12U | code, 15);
    else if (code < 1U << 20U)
        out.put(0b1110U << 20U | code, 24);
    else
        out.put(std::uint64_t{0b1111} << 33U | code, 37);
}

struct TimeField
{
    unsigned prefix;
    unsigned bits;
};
constexpr TimeField timeFields[] = {{1, 0}, {2, 7}, {3, 12}, {4, 20}, {4, 33}};

std::int64_t takeTime(BitReader &in, std::uint64_t next) noexcept
{
    const auto ones = static_cast<unsigned>(std::min(std::countl_one(next), 4));
    const TimeField field = timeFields[ones];
    in.skip(field.prefix + field.bits);
    return field.bits == 0 ? 0 : unzigzag(next << field.prefix >> (64 - field.bits));
}

} // namespace

bool XorEncoder::canTake(TimestampMs t) const noexcept
{
    // The subtraction cannot overflow as unsigned, and t > time.
    const std::uint64_t step = static_cast<std::uint64_t>(t) - static_cast<std::uint64_t>(time);
    return count == 0 || step <= static_cast<std::uint64_t>(std::numeric_limits<std::int32_t>::max());
}

void XorEncoder::append(OpenWords &words, TimestampMs t, double value)
{
    assert(count < maxSamples && canTake(t));
    const auto bits = std::bit_cast<std::uint64_t>(value);
    BitWriter out(words, bitCount);
    if (count == 0) {
        out.put(static_cast<std::uint64_t>(t), 64);
        out.put(bits, 64);
    } else {
        const auto step = static_cast<std::int32_t>(t - time);
        putTime(out, std::int64_t{step} - delta);
        delta = step;
        putValue(out, bits ^ valueBits);
    }
    time = t;
    valueBits = bits;
    ++count;
    bitCount = out.flush();
}

void XorEncoder::putValue(BitWriter &out, std::uint64_t change)
{
    if (change == 0) {
        out.put(0, 1);
        return;
    }
    const auto zeros = std::min(static_cast<unsigned>(std::countl_zero(change)), maxLeading);
    const auto tail = static_cast<unsigned>(std::countr_zero(change));
    const unsigned needed = 64 - zeros - tail;
    const unsigned shift = 64U - leading - length;
    // A window much wider than needed costs more than the 11 bits that describe another one.
    if (length != 0 && zeros >= leading && tail >= shift && length <= needed + 11) {
        out.put(0b10, 2);
        out.put(change >> shift, length);
        return;
    }
    leading = static_cast<std::uint8_t>(zeros);
    length = static_cast<std::uint8_t>(needed);
    out.put(std::uint64_t{0b11} << 11U | std::uint64_t{zeros} << 6U | (needed - 1U), 13);
    out.put(change >> tail, needed);
}

void decodeXor(std::span<const std::uint64_t> words, std::size_t count, TimestampMs *times,
               double *values) noexcept
{
    if (count == 0)
        return;
    auto time = static_cast<TimestampMs>(words[0]);
    std::uint64_t bits = words[1];
    times[0] = time;
    values[0] = std::bit_cast<double>(bits);
    BitReader in(words, 128);
    std::int64_t delta = 0;
    unsigned length = 0;
    unsigned shift = 0;
    for (std::size_t i = 1; i < count; ++i) {
        delta += takeTime(in, in.peek());
        time += delta;
        const std::uint64_t next = in.peek();
        if (next >> 63U == 0) {
            in.skip(1);
        } else {
            unsigned header = 2;
            if ((next >> 62U & 1U) != 0) {
                header = 13;
                length = static_cast<unsigned>(next >> 51U & 63U) + 1;
                shift = 64 - static_cast<unsigned>(next >> 57U & 31U) - length;
            }
            in.skip(header);
            bits ^= in.peek() >> (64 - length) << shift;
            in.skip(length);
        }
        times[i] = time;
        values[i] = std::bit_cast<double>(bits);
    }
}

} // namespace sightglass
