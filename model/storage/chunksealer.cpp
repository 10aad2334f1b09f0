// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/storage/chunksealer.h"

#include <limits>
#include <span>

namespace sightglass {

namespace {

constexpr std::size_t openPlace = maxPackedSamples - XorEncoder::maxSamples;
constexpr TimeRange allTime{std::numeric_limits<TimestampMs>::min(), std::numeric_limits<TimestampMs>::max()};

bool mayJoin(const Chunk *before, TimestampMs last, std::int64_t maxSpanMs) noexcept
{
    if (before == nullptr || before->encoding() != ChunkEncoding::Packed)
        return false;
    // Cannot overflow as unsigned, and last >= firstTime.
    const std::uint64_t span =
        static_cast<std::uint64_t>(last) - static_cast<std::uint64_t>(before->firstTime());
    return span <= static_cast<std::uint64_t>(maxSpanMs);
}

} // namespace

ChunkSealer::Sealed ChunkSealer::seal(const OpenWords &open, const XorEncoder &encoder, const Chunk *before,
                                      std::int64_t maxSpanMs)
{
    const std::size_t count = encoder.count;
    open.copyTo(m_open);
    decodeXor(std::span(m_open).first(encoder.wordCount()), count, m_times.data() + openPlace,
              m_values.data() + openPlace);
    std::size_t begin = openPlace;
    if (mayJoin(before, encoder.time, maxSpanMs)) {
        if (auto longer = lengthened(*before, count))
            return {std::move(*longer), true};
        if (before->sampleCount() <= openPlace) {
            begin -= before->sampleCount();
            before->read(allTime, {m_times.data() + begin, m_values.data() + begin});
        }
    }
    Chunk result = packed(begin, openPlace + count);
    const auto bytesOfXor = encoder.wordCount() * sizeof(std::uint64_t);
    if (begin == openPlace && m_words.size() * sizeof(std::uint64_t) > bytesOfXor)
        result = Chunk(ChunkEncoding::Xor, std::span(m_open).first(encoder.wordCount()), count, encoder.time);
    return {std::move(result), begin != openPlace};
}

std::optional<Chunk> ChunkSealer::lengthened(const Chunk &before, std::size_t count) const
{
    const auto lines = PackedLines::of(before.words());
    const std::size_t total = before.sampleCount() + count;
    if (!lines || total > maxLineSamples ||
        !lines->goesOn(before.sampleCount(), std::span(m_times).subspan(openPlace, count),
                       std::span(m_values).subspan(openPlace, count)))
        return std::nullopt;
    return Chunk(ChunkEncoding::Packed, before.words(), total, m_times[openPlace + count - 1]);
}

Chunk ChunkSealer::packed(std::size_t begin, std::size_t end)
{
    const std::size_t count = end - begin;
    encodePacked(std::span(m_times).subspan(begin, count), std::span(m_values).subspan(begin, count),
                 m_words);
    return Chunk(ChunkEncoding::Packed, m_words, count, m_times[end - 1]);
}

} // namespace sightglass
