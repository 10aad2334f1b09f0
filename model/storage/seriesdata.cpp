// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/storage/seriesdata.h"

#include <algorithm>

namespace sightglass {

namespace {

void readOpen(const SeriesRow &row, TimeRange range, SampleColumns &out)
{
    std::vector<std::uint64_t> words;
    words.reserve(OpenWords::maxWords());
    row.data->open.copyTo(words);
    decodeChunk(ChunkEncoding::Xor, words, row.openCount, range, out);
}

TimestampMs openFirstTime(const SeriesRow &row) noexcept
{
    return static_cast<TimestampMs>(row.data->open.load(0));
}

auto firstChunkEndingAtOrAfter(const std::vector<Chunk> &chunks, TimestampMs t)
{
    return std::partition_point(chunks.begin(), chunks.end(),
                                [t](const Chunk &chunk) { return chunk.lastTime() < t; });
}

} // namespace

TimestampMs SeriesRow::firstTime() const noexcept
{
    return data->sealed.empty() ? openFirstTime(*this) : data->sealed.front().firstTime();
}

bool SeriesRow::touches(TimeRange range) const
{
    if (!hasSamples() || lastTime < range.from || range.from > range.to)
        return false;
    if (lastTime <= range.to)
        return true;
    // The series goes on behind the range: does the first sample at or after `from` still lie inside?
    SampleColumns samples;
    const auto chunk = firstChunkEndingAtOrAfter(data->sealed, range.from);
    if (chunk != data->sealed.end()) {
        if (chunk->firstTime() >= range.from || chunk->lastTime() <= range.to)
            return chunk->firstTime() <= range.to;
        chunk->read(range, samples);
    } else {
        if (openFirstTime(*this) >= range.from)
            return openFirstTime(*this) <= range.to;
        readOpen(*this, range, samples);
    }
    return !samples.times.empty();
}

void SeriesRow::read(TimeRange range, SampleColumns &out) const
{
    out.clear();
    if (!hasSamples() || range.from > range.to)
        return;
    for (auto chunk = firstChunkEndingAtOrAfter(data->sealed, range.from);
         chunk != data->sealed.end() && chunk->firstTime() <= range.to; ++chunk)
        chunk->read(range, out);
    if (openCount > 0 && lastTime >= range.from && openFirstTime(*this) <= range.to)
        readOpen(*this, range, out);
}

} // namespace sightglass
