// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plots/seriesextremes.h"

#include "model/core/samplesearch.h"

namespace sightglass {

SeriesExtremes::SeriesExtremes(std::span<const Sample> samples) noexcept
{
    // Two plain loops for the values and a short look from the end for the times are faster than one loop
    // that keeps all four.
    const auto range = valueRange(samples);
    if (!range)
        return;
    const auto lastTimeOf = [samples](double value) {
        std::size_t i = samples.size();
        while (samples[i - 1].v != value)
            --i;
        return samples[i - 1].t;
    };
    m_low = range->low;
    m_high = range->high;
    m_lowAt = lastTimeOf(m_low);
    m_highAt = lastTimeOf(m_high);
}

SeriesExtremes SeriesExtremes::movedOn(std::span<const Sample> samples, TimestampMs sameBefore) const noexcept
{
    if (samples.empty())
        return {};
    const auto kept = [from = samples.front().t, sameBefore](TimestampMs t) {
        return t >= from && t < sameBefore;
    };
    SeriesExtremes moved = *this;
    if (range()) {
        moved.m_lowIsGone = m_lowIsGone || !kept(m_lowAt);
        moved.m_highIsGone = m_highIsGone || !kept(m_highAt);
    }
    for (const Sample &sample : samples.subspan(firstSampleAtOrAfter(samples, sameBefore)))
        moved.add(sample);
    return moved;
}

std::optional<ValueRange> SeriesExtremes::range() const noexcept
{
    return m_low <= m_high ? std::optional(ValueRange{m_low, m_high}) : std::nullopt;
}

void SeriesExtremes::add(const Sample &sample) noexcept
{
    // The difference of an infinity with itself is NaN: both are left out.
    if (sample.v - sample.v != 0)
        return;
    // Of equal values the last one counts: it stays longest.
    if (sample.v <= m_low) {
        m_low = sample.v;
        m_lowAt = sample.t;
        m_lowIsGone = false;
    }
    if (sample.v >= m_high) {
        m_high = sample.v;
        m_highAt = sample.t;
        m_highIsGone = false;
    }
}

} // namespace sightglass
