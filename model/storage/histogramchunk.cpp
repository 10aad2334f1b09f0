// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/storage/histogramchunk.h"

#include "model/storage/histogramencoding.h"

namespace sightglass {

namespace {

// What make_shared adds to an array: the counters, and the length.
constexpr std::size_t sharingBytes = 32;

} // namespace

void HistogramChunk::read(TimeRange range, SampleColumns &out) const
{
    if (count == 0 || last < range.from || first > range.to)
        return;
    HistogramDecoder decoder(bytes.items());
    for (std::uint32_t i = 0; i < count; ++i) {
        decoder.next();
        if (decoder.time() > range.to)
            return;
        if (decoder.time() < range.from)
            continue;
        auto histogram = std::make_shared<FloatHistogram>(decoder.histogram());
        if (gauge)
            histogram->hint = CounterResetHint::Gauge;
        else
            histogram->hint = i == 0 ? CounterResetHint::Unknown : CounterResetHint::NotReset;
        out.histogramTimes.push_back(decoder.time());
        out.histograms.push_back(std::move(histogram));
    }
}

bool HistogramChunk::touches(TimeRange range) const
{
    if (count == 0 || last < range.from || first > range.to || range.from > range.to)
        return false;
    if (first >= range.from || last <= range.to)
        return true;
    HistogramDecoder decoder(bytes.items());
    do
        decoder.next();
    while (decoder.time() < range.from);
    return decoder.time() <= range.to;
}

std::size_t HistogramChunk::sealedBytes() const noexcept
{
    return bytes.size() + sharingBytes + sizeof(HistogramChunk);
}

} // namespace sightglass
