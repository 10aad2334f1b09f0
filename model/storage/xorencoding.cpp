// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/storage/xorencoding.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cassert>
#include <cstring>
#include <limits>

namespace sightglass {

/// Adds bits behind a position, where the last word is `word` so far. flush() stores that one.
class XorEncoder::BitWriter
{
public:
    BitWriter(OpenWords &words, std::size_t position, std::uint64_t word)
        : m_words(words)
        , m_index(position / 64)
        , m_used(static_cast<unsigned>(position % 64))
        , m_word(word)
    {}

    /// bits < 2^width, 1 <= width <= 64
    void put(std::uint64_t bits, unsigned width)
    {
        const unsigned space = 64 - m_used;
        if (width < space) {
            m_word |= bits << (space - width);
            m_used += width;
            return;
        }
        const unsigned rest = width - space;
        m_words.store(m_index++, m_word | bits >> rest);
        m_word = rest != 0 ? bits << (64 - rest) : 0;
        m_used = rest;
    }

    void flush()
    {
        if (m_used != 0)
            m_words.store(m_index, m_word);
    }

    [[nodiscard]] std::uint64_t word() const noexcept { return m_word; }
    [[nodiscard]] std::uint16_t position() const noexcept
    {
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

/// The words as a stream of bytes, of which the next bits are one load at any position.
class BitStream
{
public:
    explicit BitStream(std::span<const std::uint64_t> words) noexcept
    {
        static_assert(std::endian::native == std::endian::little);
        for (std::size_t i = 0; i < words.size(); ++i)
            m_bytes[i] = __builtin_bswap64(words[i]);
        m_bytes[words.size()] = 0;
    }

    /// The bits from a position on, at least the highest 57 of them.
    static constexpr unsigned peeked = 57;
    [[nodiscard]] std::uint64_t peek(std::size_t position) const noexcept
    {
        std::uint64_t word = 0;
        std::memcpy(&word, reinterpret_cast<const std::byte *>(m_bytes.data()) + position / 8, sizeof(word));
        return __builtin_bswap64(word) << position % 8;
    }

    /// 1 <= count <= 64
    [[nodiscard]] std::uint64_t take(std::size_t position, unsigned count) const noexcept
    {
        if (count <= peeked)
            return peek(position) >> (64 - count);
        const unsigned low = count - 32;
        return take(position, 32) << low | take(position + 32, low);
    }

private:
    std::array<std::uint64_t, OpenWords::maxWords() + 1> m_bytes; // NOLINT: written as far as it is read
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
constexpr TimeField timeFields[] = {{2, 7}, {3, 12}, {4, 20}, {4, 33}};

/// A time field: what it says, and how long it is.
struct TimeCode
{
    std::int64_t dod;
    unsigned bits;
};

/// `next` begins with a 1: the interval has changed.
TimeCode timeCode(std::uint64_t next) noexcept
{
    const TimeField field = timeFields[std::min(std::countl_one(next), 4) - 1];
    return {unzigzag(next << field.prefix >> (64 - field.bits)), field.prefix + field.bits};
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
    BitWriter out(words, bitCount, lastWord);
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
    out.flush();
    lastWord = out.word();
    bitCount = out.position();
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
    const BitStream in(words);
    std::size_t position = 128;
    std::int64_t delta = 0;
    unsigned length = 1;
    unsigned shift = 0;
    for (std::size_t i = 1; i < count; ++i) {
        std::uint64_t next = in.peek(position);
        if (next >> 63U == 0) { // the same interval
            next <<= 1U;
            ++position;
        } else {
            const TimeCode code = timeCode(next);
            delta += code.dod;
            position += code.bits;
            next = in.peek(position);
        }
        time += delta;
        times[i] = time;
        // At least 56 bits of `next` are left.
        if (next >> 63U == 0) {
            ++position;
        } else {
            // Whether there is another window is as good as random: selected without a jump.
            const bool isOther = (next >> 62U & 1U) != 0;
            const unsigned header = isOther ? 13 : 2;
            const auto otherLength = static_cast<unsigned>(next >> 51U & 63U) + 1;
            const unsigned otherShift = 64 - static_cast<unsigned>(next >> 57U & 31U) - otherLength;
            length = isOther ? otherLength : length;
            shift = isOther ? otherShift : shift;
            const std::uint64_t change = header + length < BitStream::peeked
                                             ? next << header >> (64 - length)
                                             : in.take(position + header, length);
            bits ^= change << (shift & 63U);
            position += header + length;
        }
        values[i] = std::bit_cast<double>(bits);
    }
}

} // namespace sightglass
