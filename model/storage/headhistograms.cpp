// SPDX-License-Identifier: GPL-3.0-or-later
// Head's way in for what few series have: native histograms and start timestamps.
#include "model/storage/headimpl.h"

#include <algorithm>
#include <bit>
#include <cassert>
#include <limits>
#include <utility>

namespace sightglass {

namespace {

constexpr TimestampMs noTime = std::numeric_limits<TimestampMs>::max();

} // namespace

Status Head::Impl::append(SeriesId id, TimestampMs t, HistogramPtr histogram, TimestampMs start)
{
    assert(histogram != nullptr);
    SeriesWriter *writer = writerOf(id);
    if (writer == nullptr)
        return Error{ErrorCode::OutOfBounds, {}, {}, {}};
    if (writer->hasNewest && t <= writer->newestTime) {
        if (t < writer->newestTime)
            return Error{ErrorCode::OutOfOrderSample, {}, {}, {}};
        if (!writer->newestIsHistogram || !sameHistogram(*histogram, *extrasOf(slotOf(id))->newest))
            return Error{ErrorCode::DuplicateSample, {}, {}, {}};
        return Done{};
    }
    if (const Status admitted = mayTake(*writer, t); !admitted.ok())
        return admitted;
    using After = HistogramColumn::After;
    const bool afterFloat = writer->hasNewest && !writer->newestIsHistogram;
    ExtrasWriter &extras = makeExtras(slotOf(id));
    extras.newest = histogram;
    extras.newestStart = start;
    writer->hasNewest = true;
    writer->newestIsHistogram = true;
    writer->newestTime = t;
    m_pendingExtras.push_back(
        {slotOf(id), t, start, std::move(histogram), afterFloat ? After::Float : After::Histogram});
    return Done{};
}

ExtrasWriter &Head::Impl::makeExtras(Slot slot)
{
    std::unique_ptr<ExtrasWriter> &extras = m_extras[slot];
    if (extras == nullptr) {
        extras = std::make_unique<ExtrasWriter>();
        m_writers[slot].hasExtras = true;
        m_seriesBytes += extras->bytes();
    }
    return *extras;
}

const ExtrasWriter *Head::Impl::extrasOf(Slot slot) const
{
    return m_writers[slot].hasExtras ? m_extras.at(slot).get() : nullptr;
}

void Head::Impl::noteStart(Slot slot, TimestampMs t, TimestampMs start)
{
    ExtrasWriter &extras = makeExtras(slot);
    if (start == extras.newestStart)
        return;
    extras.newestStart = start;
    m_pendingExtras.push_back({slot, t, start, nullptr});
}

bool Head::Impl::hasCommitted(Slot slot) const
{
    const SeriesWriter &writer = m_writers[slot];
    return writer.encoder.count > 0 || (writer.hasExtras && !extrasOf(slot)->histograms.empty());
}

TimestampMs Head::Impl::committedTime(Slot slot) const
{
    const SeriesWriter &writer = m_writers[slot];
    const ExtrasWriter *extras = extrasOf(slot);
    if (extras == nullptr || extras->histograms.empty())
        return writer.encoder.time;
    const TimestampMs histogram = extras->histograms.lastTime();
    return writer.encoder.count > 0 ? std::max(histogram, writer.encoder.time) : histogram;
}

bool Head::Impl::hasPending(Slot slot) const
{
    const SeriesWriter &writer = m_writers[slot];
    return writer.hasNewest && (!hasCommitted(slot) || writer.newestTime != committedTime(slot));
}

bool Head::Impl::isEnded(Slot slot) const
{
    const SeriesWriter &writer = m_writers[slot];
    const ExtrasWriter *extras = extrasOf(slot);
    const bool histogramIsNewest =
        extras != nullptr && !extras->histograms.empty() &&
        (writer.encoder.count == 0 || extras->histograms.lastTime() > writer.encoder.time);
    return histogramIsNewest ? isStaleMarker(*extras->histograms.last())
                             : isStaleMarker(std::bit_cast<double>(writer.encoder.valueBits));
}

void Head::Impl::restoreNewest(Slot slot)
{
    SeriesWriter &writer = m_writers[slot];
    writer.hasNewest = hasCommitted(slot);
    writer.newestTime = committedTime(slot);
    writer.newestBits = writer.encoder.valueBits;
    writer.newestIsHistogram = false;
    if (!writer.hasExtras)
        return;
    ExtrasWriter &extras = *m_extras.at(slot);
    writer.newestIsHistogram =
        !extras.histograms.empty() && extras.histograms.lastTime() == writer.newestTime;
    extras.newest = extras.histograms.last();
    extras.newestStart = extras.starts.last();
}

void Head::Impl::commitExtra(const PendingExtra &sample)
{
    SeriesWriter &writer = m_writers[sample.slot];
    ExtrasWriter &extras = *m_extras.at(sample.slot);
    const std::size_t before = extras.bytes();
    extras.starts.add(sample.t, sample.start);
    if (sample.histogram != nullptr) {
        const bool first = !hasCommitted(sample.slot);
        if (first)
            m_index.add({writer.data->id, writer.data->labels});
        if (extras.histograms.append(sample.t, sample.histogram, sample.after)) {
            const HistogramChunk &chunk = extras.histograms.sealed().back();
            m_sealedBytes.add(chunk.last, chunk.sealedBytes());
        }
        m_table.setVisible(sample.slot, writer.encoder.count, committedTime(sample.slot));
        ++m_stats.samples;
        noteOldest(sample.slot);
        noteCommitted(sample.t, first);
    }
    m_seriesBytes += extras.bytes() - before;
    publishExtras(sample.slot);
}

void Head::Impl::publishExtras(Slot slot)
{
    m_table.setExtras(slot, std::make_shared<const SeriesExtras>(m_extras.at(slot)->view()));
}

TimestampMs Head::Impl::oldestExtraEnd(Slot slot) const
{
    const SeriesWriter &writer = m_writers[slot];
    const HistogramColumn &histograms = extrasOf(slot)->histograms;
    TimestampMs end = histograms.sealed().empty() ? noTime : histograms.sealed().front().last;
    // Of floats and histograms one goes on; the open chunk of the other one may get old.
    if (writer.encoder.count > 0 && histograms.openCount() > 0)
        end = std::min({end, writer.encoder.time, histograms.lastTime()});
    return end;
}

void Head::Impl::dropExtras(Slot slot, TimestampMs cutoff)
{
    ExtrasWriter &extras = *m_extras.at(slot);
    HistogramColumn &histograms = extras.histograms;
    const std::size_t before = extras.bytes();
    const std::size_t samples = histograms.sampleCount();
    const TimestampMs first = m_table.row(slot).firstTime();
    std::size_t chunks = 0;
    for (const HistogramChunk &chunk : histograms.sealed()) {
        if (chunk.last >= cutoff)
            break;
        m_sealedBytes.remove(chunk.last, chunk.sealedBytes());
        ++chunks;
    }
    if (chunks > 0)
        histograms.dropFirst(chunks);
    if (histograms.openCount() > 0 && histograms.lastTime() < std::min(cutoff, committedTime(slot)))
        histograms.dropOpen();
    if (histograms.sampleCount() != samples)
        noteGone(first, std::min(cutoff, committedTime(slot)));
    m_stats.samples -= samples - histograms.sampleCount();
    // Samples before the cutoff stay where their chunk does, and need their starts.
    publishExtras(slot);
    extras.starts.dropBefore(std::min(cutoff, m_table.row(slot).firstTime()));
    m_seriesBytes += extras.bytes() - before;
    publishExtras(slot);
}

void Head::Impl::removeExtras(Slot slot)
{
    const ExtrasWriter &extras = *m_extras.at(slot);
    for (const HistogramChunk &chunk : extras.histograms.sealed())
        m_sealedBytes.remove(chunk.last, chunk.sealedBytes());
    m_stats.samples -= extras.histograms.sampleCount();
    m_seriesBytes -= extras.bytes();
    m_extras.erase(slot);
}

} // namespace sightglass
