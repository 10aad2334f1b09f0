// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/sample.h"
#include "model/storage/openwords.h"

#include <cstddef>
#include <cstdint>
#include <span>

namespace sightglass {

/// How far a chunk is written: what the next sample is encoded against. A plain value; with the chunk's words
/// it is all the state there is.
///
/// Format, most significant bit first. Word 0 is the first time, word 1 the bits of the first value. Then per
/// sample the time as the change of the difference to its predecessor (dod):
///   0 | 10 + 7 bits | 110 + 12 bits | 1110 + 20 bits | 1111 + 33 bits, zigzag,
/// and the value as XOR with its predecessor:
///   0 for none | 10 + the bits of the former window | 11 + 5 bits leading zeros + 6 bits length - 1 + bits.
/// Every bit pattern comes back as it was: stale markers, NaN payloads, -0.
struct XorEncoder
{
    TimestampMs time = 0;
    std::uint64_t valueBits = 0;
    std::uint64_t lastWord = 0; ///< the one that is not full yet, so that nobody has to fetch it
    std::int32_t delta = 0;
    std::uint16_t bitCount = 0;
    std::uint8_t leading = 0;
    std::uint8_t length = 0; ///< of the last window in bits; 0 = none yet
    std::uint8_t count = 0;

    static constexpr std::size_t maxSamples = 120;

    /// False where `t` is too far from its predecessor for this format (about 24 days): begin another chunk.
    [[nodiscard]] bool canTake(TimestampMs t) const noexcept;

    /// t greater than the last one, canTake(t), count < maxSamples.
    void append(OpenWords &words, TimestampMs t, double value);

    /// Of the word that the next bit goes to.
    [[nodiscard]] std::size_t lastIndex() const noexcept { return bitCount / 64U; }
    [[nodiscard]] std::size_t wordCount() const noexcept { return (std::size_t{bitCount} + 63U) / 64U; }

private:
    class BitWriter;
    void putValue(BitWriter &out, std::uint64_t change);
};

/// Writes the first `count` samples of a chunk to `times` and `values`, which have room for them. `words` may
/// be longer than the chunk, OpenWords::maxWords() at most.
void decodeXor(std::span<const std::uint64_t> words, std::size_t count, TimestampMs *times,
               double *values) noexcept;

} // namespace sightglass
