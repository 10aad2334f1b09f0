// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/storage/seriesextras.h"

namespace sightglass {

void SeriesExtras::read(TimeRange range, SampleColumns &out) const
{
    histograms.read(range, out);
    if (starts.empty())
        return;
    readStarts(starts.items(), out.times, out.starts);
    readStarts(starts.items(), out.histogramTimes, out.histogramStarts);
}

std::size_t ExtrasWriter::bytes() const noexcept
{
    constexpr std::size_t findingBytes = 64;
    return sizeof(ExtrasWriter) + sizeof(SeriesExtras) + findingBytes + histograms.bytes() + starts.bytes();
}

} // namespace sightglass
