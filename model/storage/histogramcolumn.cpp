// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/storage/histogramcolumn.h"

#include "model/histogram/histogramarithmetic.h"

#include <algorithm>
#include <utility>

namespace sightglass {

namespace {

bool isGauge(const FloatHistogram &histogram) noexcept
{
    return histogram.hint == CounterResetHint::Gauge;
}

/// Whether counting began anew, which the appended hint is not trusted to deny.
bool beganAnew(const FloatHistogram &current, const FloatHistogram &previous)
{
    if (current.hint != CounterResetHint::NotReset)
        return isCounterReset(current, previous);
    FloatHistogram unhinted = current;
    unhinted.hint = CounterResetHint::Unknown;
    return isCounterReset(unhinted, previous);
}

auto firstChunkEndingAtOrAfter(std::span<const HistogramChunk> chunks, TimestampMs t)
{
    return std::ranges::partition_point(chunks, [t](const HistogramChunk &chunk) { return chunk.last < t; });
}

/// What a histogram takes while it is held: itself, its sharing, its lists.
std::size_t heldBytes(const FloatHistogram &histogram) noexcept
{
    constexpr std::size_t perBucket = sizeof(std::int32_t) + sizeof(double);
    return sizeof(FloatHistogram) + 16 + (histogram.positive.size() + histogram.negative.size()) * perBucket +
           histogram.customBounds.size() * sizeof(double);
}

} // namespace

TimestampMs HistogramColumnView::firstTime() const noexcept
{
    return sealed.empty() ? open.first : sealed.items().front().first;
}

bool HistogramColumnView::touches(TimeRange range) const
{
    const auto chunks = sealed.items();
    const auto chunk = firstChunkEndingAtOrAfter(chunks, range.from);
    // Where that one begins behind `from` but is not inside, the next ones are later still.
    return chunk != chunks.end() ? chunk->touches(range) : open.touches(range);
}

void HistogramColumnView::read(TimeRange range, SampleColumns &out) const
{
    if (range.from > range.to)
        return;
    const auto chunks = sealed.items();
    for (auto chunk = firstChunkEndingAtOrAfter(chunks, range.from);
         chunk != chunks.end() && chunk->first <= range.to; ++chunk)
        chunk->read(range, out);
    open.read(range, out);
}

bool HistogramColumn::startsChunk(const FloatHistogram &histogram, After after) const
{
    if (m_open.count == 0 || after == After::Float)
        return true;
    if (isStaleMarker(histogram) || isStaleMarker(*m_last) || isGauge(histogram) != m_open.gauge)
        return true;
    if (histogram.schema != m_last->schema || !sameBits(histogram.zeroThreshold, m_last->zeroThreshold) ||
        !std::ranges::equal(histogram.customBounds, m_last->customBounds, sameBits))
        return true;
    const bool full = m_open.count >= maxChunkSamples ||
                      (m_open.count >= minFullSamples && m_bytes.size() >= fullChunkBytes);
    return full || (!m_open.gauge && beganAnew(histogram, *m_last));
}

bool HistogramColumn::append(TimestampMs t, HistogramPtr histogram, After after)
{
    const bool starts = startsChunk(*histogram, after);
    const bool seals = starts && m_open.count > 0;
    if (seals)
        seal();
    ByteWriter record;
    if (starts) {
        m_encoder.begin(record, *histogram);
        m_open.first = t;
        m_open.gauge = isGauge(*histogram);
    }
    m_encoder.append(record, t, *histogram, starts ? nullptr : m_last.get());
    m_bytes.append(record.bytes());
    m_open.last = t;
    ++m_open.count;
    m_last = std::move(histogram);
    m_lastTime = t;
    ++m_count;
    return seals;
}

void HistogramColumn::seal()
{
    HistogramChunk chunk = std::exchange(m_open, {});
    chunk.bytes = m_bytes.sealed();
    m_bytes = {};
    m_sealedBytes += chunk.sealedBytes();
    m_sealed.append(chunk);
}

void HistogramColumn::dropFirst(std::size_t chunks)
{
    for (const HistogramChunk &chunk : m_sealed.items().first(chunks)) {
        m_count -= chunk.count;
        m_sealedBytes -= chunk.sealedBytes();
    }
    m_sealed.dropFirst(chunks);
}

void HistogramColumn::dropOpen()
{
    m_count -= m_open.count;
    m_open = {};
    m_bytes = {};
}

HistogramColumnView HistogramColumn::view() const
{
    HistogramColumnView view{m_sealed.view(), m_open};
    view.open.bytes = m_bytes.view();
    return view;
}

std::size_t HistogramColumn::bytes() const noexcept
{
    return m_sealedBytes + m_bytes.bytes() + (m_last != nullptr ? heldBytes(*m_last) : 0);
}

} // namespace sightglass
