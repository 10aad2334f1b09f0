// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chart/heatmapnative.h"

#include "model/histogram/bucketmerge.h"
#include "model/histogram/histogrambuckets.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace sightglass {

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

/// Populated indices of one side at the layout's schema, both inclusive.
struct IndexRange
{
    std::int32_t first = std::numeric_limits<std::int32_t>::max();
    std::int32_t last = std::numeric_limits<std::int32_t>::min();

    [[nodiscard]] bool empty() const { return first > last; }
    [[nodiscard]] std::size_t size() const
    {
        return empty() ? 0 : static_cast<std::size_t>(std::int64_t{last} - first + 1);
    }
    void add(std::int32_t index)
    {
        first = std::min(first, index);
        last = std::max(last, index);
    }
};

/// The bucket of a coarser schema that holds this one: an index counts upper ends.
std::int32_t coarser(std::int32_t index, int steps)
{
    for (; steps > 0; --steps)
        index = (index >> 1) + (index & 1);
    return index;
}

/// Beyond this index, up and down, no bucket holds a number.
std::int32_t farthest(int schema)
{
    constexpr double powers = 1076; // of two, of the smallest number
    return static_cast<std::int32_t>(std::ceil(std::ldexp(powers, schema))) + 1;
}

IndexRange coarser(IndexRange range, int steps)
{
    return range.empty() ? range : IndexRange{coarser(range.first, steps), coarser(range.last, steps)};
}

/// The rows of exponential histograms and where each bucket goes.
class ExponentialRows
{
public:
    ExponentialRows(const std::vector<NativeSample> &samples, std::size_t maxRows)
    {
        m_schema = maxExponentialSchema;
        for (const NativeSample &sample : samples)
            m_schema = std::min(m_schema, sample.histogram->schema);
        for (const NativeSample &sample : samples)
            look(*sample.histogram);
        const std::size_t others = m_zero ? 3 : 1; // with gaps
        while (m_negative.size() + m_positive.size() + others > maxRows && m_schema > minExponentialSchema) {
            --m_schema;
            m_negative = coarser(m_negative, 1);
            m_positive = coarser(m_positive, 1);
        }
        putIntoZero(m_negative);
        putIntoZero(m_positive);
        place();
    }

    void write(std::vector<HeatmapRow> &rows) const { rows = m_rows; }

    void count(const FloatHistogram &histogram, std::span<double> cells) const
    {
        const auto below = static_cast<std::int64_t>(m_negative.size()) - 1;
        for (std::size_t i = 0; i < histogram.negative.size(); ++i) {
            const std::int64_t away =
                indexOf(histogram.negative.indices[i], histogram.schema) - m_negative.first;
            add(cells, histogram.negative.counts[i], away < 0 ? m_zeroRow : below - away);
        }
        add(cells, histogram.zeroCount, m_zeroRow);
        for (std::size_t i = 0; i < histogram.positive.size(); ++i) {
            const std::int64_t away =
                indexOf(histogram.positive.indices[i], histogram.schema) - m_positive.first;
            add(cells, histogram.positive.counts[i], away < 0 ? m_zeroRow : m_positiveRow + away);
        }
    }

private:
    static void add(std::span<double> cells, double count, std::int64_t row)
    {
        if (row >= 0 && row < static_cast<std::int64_t>(cells.size()) && std::isfinite(count))
            cells[static_cast<std::size_t>(row)] += count;
    }
    /// Buckets that end inside the zero bucket are part of it.
    void putIntoZero(IndexRange &side) const
    {
        while (m_zero && !side.empty() && bound(side.first) <= *m_zero)
            ++side.first;
    }

    void place()
    {
        for (std::int64_t i = m_negative.last; !m_negative.empty() && i >= m_negative.first; --i)
            m_rows.push_back({-bound(i), -std::max(bound(i - 1), m_zero.value_or(0))});
        if (m_zero) {
            const double low = m_negative.empty() ? 0 : -*m_zero;
            addGapTo(low);
            m_zeroRow = static_cast<std::int64_t>(m_rows.size());
            m_rows.push_back({low, *m_zero});
        }
        for (std::int64_t i = m_positive.first; !m_positive.empty() && i <= m_positive.last; ++i) {
            const double low = std::max(bound(i - 1), m_zero.value_or(0));
            if (i == m_positive.first) {
                addGapTo(low);
                m_positiveRow = static_cast<std::int64_t>(m_rows.size());
            }
            m_rows.push_back({low, bound(i)});
        }
    }

    void addGapTo(double low)
    {
        if (!m_rows.empty() && m_rows.back().high < low)
            m_rows.push_back({m_rows.back().high, low, {}, true});
    }

    /// At the rows' schema.
    [[nodiscard]] std::int32_t indexOf(std::int32_t index, int schema) const
    {
        const std::int32_t most = farthest(schema);
        return coarser(std::clamp(index, -most, most), schema - m_schema);
    }

    [[nodiscard]] double bound(std::int64_t index) const
    {
        return exponentialBound(static_cast<std::int32_t>(index), m_schema);
    }
    void look(const FloatHistogram &histogram)
    {
        const auto widen = [&](IndexRange &range, const BucketCounts &side) {
            for (std::size_t i = 0; i < side.size(); ++i) {
                if (side.counts[i] != 0)
                    range.add(indexOf(side.indices[i], histogram.schema));
            }
        };
        widen(m_negative, histogram.negative);
        widen(m_positive, histogram.positive);
        if (histogram.zeroCount != 0)
            m_zero = std::max(m_zero.value_or(0), histogram.zeroThreshold);
    }

    std::int32_t m_schema = 0;
    IndexRange m_negative;
    IndexRange m_positive;
    std::optional<double> m_zero; ///< threshold
    std::vector<HeatmapRow> m_rows;
    std::int64_t m_zeroRow = -1;
    std::int64_t m_positiveRow = 0;
};

/// The rows of histograms with custom bounds.
class CustomRows
{
public:
    explicit CustomRows(const std::vector<NativeSample> &samples)
    {
        m_bounds = samples.front().histogram->customBounds;
        for (const NativeSample &sample : samples) {
            if (sample.histogram->customBounds != m_bounds)
                m_bounds = commonBounds(m_bounds, sample.histogram->customBounds);
        }
    }

    void write(std::vector<HeatmapRow> &rows) const
    {
        double low = !m_bounds.empty() && m_bounds.front() > 0 ? 0 : -infinity;
        for (const double bound : m_bounds) {
            rows.push_back({low, bound});
            low = bound;
        }
        rows.push_back({low, infinity});
    }

    void count(const FloatHistogram &histogram, std::span<double> cells) const
    {
        for (std::size_t i = 0; i < histogram.positive.size(); ++i) {
            const double upper = bucketUpperBound(histogram, histogram.positive.indices[i]);
            const auto row = std::ranges::lower_bound(m_bounds, upper) - m_bounds.begin();
            if (std::isfinite(histogram.positive.counts[i]))
                cells[static_cast<std::size_t>(row)] += histogram.positive.counts[i];
        }
    }

private:
    std::vector<double> m_bounds;
};

template<typename Rows>
HeatmapData counted(const Rows &rows, const std::vector<NativeSample> &samples)
{
    HeatmapData data;
    rows.write(data.rows);
    for (const NativeSample &sample : samples) {
        if (data.times.empty() || data.times.back() != sample.t)
            data.times.push_back(sample.t);
    }
    data.counts.assign(data.times.size() * data.rows.size(), 0);
    std::size_t time = 0;
    for (const NativeSample &sample : samples) {
        while (data.times[time] != sample.t)
            ++time;
        rows.count(*sample.histogram,
                   std::span(data.counts).subspan(time * data.rows.size(), data.rows.size()));
    }
    return data;
}

} // namespace

HeatmapData nativeHeatmap(const std::vector<NativeSample> &all, std::size_t maxRows)
{
    std::vector<NativeSample> samples = all;
    std::ranges::stable_sort(samples, {}, &NativeSample::t);
    const bool isCustom = std::ranges::all_of(
        samples, [](const NativeSample &one) { return one.histogram->usesCustomBuckets(); });
    std::erase_if(samples, [isCustom](const NativeSample &one) {
        return one.histogram->usesCustomBuckets() != isCustom || isStaleMarker(*one.histogram);
    });
    if (samples.empty())
        return {};
    HeatmapData data = isCustom ? counted(CustomRows(samples), samples)
                                : counted(ExponentialRows(samples, maxRows), samples);
    mergeRows(data, std::max<std::size_t>(maxRows, 1));
    return data;
}

} // namespace sightglass
