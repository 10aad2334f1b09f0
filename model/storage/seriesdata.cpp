// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/storage/seriesdata.h"

#include "model/storage/xorencoding.h"

#include <algorithm>
#include <array>

namespace sightglass {

namespace {

std::size_t readOpen(const SeriesRow &row, TimeRange range, SampleRoom room) noexcept
{
    std::array<std::uint64_t, OpenWords::maxWords()> words; // NOLINT: what is read was written before
    const std::size_t count = row.data->open.copyTo(words);
    return decodeChunk(ChunkEncoding::Xor, std::span(words).first(count), row.openCount, range, room);
}

TimestampMs openFirstTime(const SeriesRow &row) noexcept
{
    return static_cast<TimestampMs>(row.data->open.load(0));
}

/// Looks from the end, in steps that double: what is asked for at every tick are the newest samples, and
/// every chunk that is looked at is somewhere else in memory.
auto firstChunkEndingAtOrAfter(const std::vector<Chunk> &chunks, TimestampMs t)
{
    const auto before = [t](const Chunk &chunk) { return chunk.lastTime() < t; };
    auto high = chunks.end();
    for (std::ptrdiff_t reach = 1; high != chunks.begin(); reach *= 2) {
        const auto low = high - std::min(reach, high - chunks.begin());
        if (before(*low))
            return std::partition_point(low + 1, high, before);
        high = low;
    }
    return high;
}

} // namespace

TimestampMs SeriesRow::firstTime() const noexcept
{
    if (!hasFloats())
        return extras->histograms.firstTime();
    const TimestampMs floats = data->sealed.empty() ? openFirstTime(*this) : data->sealed.front().firstTime();
    return hasHistograms() ? std::min(floats, extras->histograms.firstTime()) : floats;
}

bool SeriesRow::touches(TimeRange range) const
{
    if (!hasSamples() || lastTime < range.from || range.from > range.to)
        return false;
    if (lastTime <= range.to)
        return true;
    return floatsTouch(range) || (hasHistograms() && extras->histograms.touches(range));
}

bool SeriesRow::floatsTouch(TimeRange range) const
{
    // The series goes on behind the range: does the first sample at or after `from` still lie inside?
    const auto chunk = firstChunkEndingAtOrAfter(data->sealed, range.from);
    const bool isOpen = chunk == data->sealed.end();
    if (isOpen && openCount == 0)
        return false;
    const TimestampMs first = isOpen ? openFirstTime(*this) : chunk->firstTime();
    if (first >= range.from || (!isOpen && chunk->lastTime() <= range.to))
        return first <= range.to;
    SampleColumns samples;
    samples.resizeFloats(isOpen ? openCount : chunk->sampleCount());
    const SampleRoom room{samples.times.data(), samples.values.data()};
    return (isOpen ? readOpen(*this, range, room) : chunk->read(range, room)) > 0;
}

void SeriesRow::read(TimeRange range, SampleColumns &out) const
{
    if (!hasSamples() || range.from > range.to) {
        out.clear();
        return;
    }
    readFloats(range, out);
    if (extras != nullptr)
        extras->read(range, out);
}

/// Of the open chunk alone, which mostly has the newest samples: no other chunk is looked at, which would be
/// somewhere else in memory, and `out` takes no more than is wanted.
void SeriesRow::readNewest(TimeRange range, SampleColumns &out) const
{
    std::array<TimestampMs, XorEncoder::maxSamples> times; // NOLINT: written as far as it is read
    std::array<double, XorEncoder::maxSamples> values;     // NOLINT
    const std::size_t count = readOpen(*this, range, {times.data(), values.data()});
    out.clearAllButFloats();
    out.times.assign(times.data(), times.data() + count);
    out.values.assign(values.data(), values.data() + count);
}

void SeriesRow::readFloats(TimeRange range, SampleColumns &out) const
{
    if (openCount > 0 && openFirstTime(*this) <= range.from) {
        readNewest(range, out);
        return;
    }
    const auto begin = firstChunkEndingAtOrAfter(data->sealed, range.from);
    // The chunks lie all over the heap: they come while the first ones are looked at.
    constexpr std::ptrdiff_t mostAtOnce = 32;
    for (auto chunk = begin; chunk != begin + std::min(mostAtOnce, data->sealed.end() - begin); ++chunk)
        chunk->prefetch();
    auto end = begin;
    std::size_t most = openCount;
    for (; end != data->sealed.end() && end->firstTime() <= range.to; ++end)
        most += end->sampleCount();
    // The floats are not cleared first: what was there need not be filled again.
    out.clearAllButFloats();
    out.resizeFloats(most);
    std::size_t count = 0;
    const auto room = [&] { return SampleRoom{out.times.data() + count, out.values.data() + count}; };
    for (auto chunk = begin; chunk != end; ++chunk)
        count += chunk->read(range, room());
    if (openCount > 0 && lastTime >= range.from && openFirstTime(*this) <= range.to)
        count += readOpen(*this, range, room());
    out.resizeFloats(count);
}

} // namespace sightglass
