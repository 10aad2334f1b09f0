// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/storage/histogramencoding.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace sightglass {

namespace {

constexpr std::uint64_t newLayout = 1;
constexpr std::uint64_t exactBits = 2;

// Differences of counts: 0 is one 0, equalRun and a length is two or more of them.
constexpr std::uint64_t equalRun = 1;

/// Times may be anything; their differences wrap around.
std::int64_t wrappingDifference(std::int64_t a, std::int64_t b) noexcept
{
    return static_cast<std::int64_t>(static_cast<std::uint64_t>(a) - static_cast<std::uint64_t>(b));
}

std::int64_t wrappingSum(std::int64_t a, std::int64_t b) noexcept
{
    return static_cast<std::int64_t>(static_cast<std::uint64_t>(a) + static_cast<std::uint64_t>(b));
}

bool isWhole(double x) noexcept
{
    constexpr double limit = 9007199254740992.0;
    return std::fabs(x) <= limit && x == std::trunc(x) && !(x == 0 && std::signbit(x));
}

/// Calls `each` with every count of a record and the one before it, which is 0 for a bucket that is new.
template<typename Each>
void forEachSide(const BucketCounts &side, const BucketCounts &before, const Each &each)
{
    std::size_t at = 0;
    for (std::size_t i = 0; i < side.size(); ++i) {
        while (at < before.size() && before.indices[at] < side.indices[i])
            ++at;
        const bool known = at < before.size() && before.indices[at] == side.indices[i];
        each(side.counts[i], known ? before.counts[at] : 0.0);
    }
}

template<typename Each>
void forEachCount(const FloatHistogram &histogram, const FloatHistogram &before, const Each &each)
{
    each(histogram.count, before.count);
    each(histogram.zeroCount, before.zeroCount);
    forEachSide(histogram.positive, before.positive, each);
    forEachSide(histogram.negative, before.negative, each);
}

void putIndices(ByteWriter &out, const std::vector<std::int32_t> &indices)
{
    std::vector<std::pair<std::size_t, std::size_t>> runs;
    for (std::size_t i = 0; i < indices.size(); ++i) {
        if (i == 0 || std::int64_t{indices[i]} != std::int64_t{indices[i - 1]} + 1)
            runs.emplace_back(i, 0);
        ++runs.back().second;
    }
    out.put(runs.size());
    std::int64_t next = 0;
    for (const auto &[first, length] : runs) {
        out.putSigned(indices[first] - next);
        out.put(length);
        next = std::int64_t{indices[first]} + static_cast<std::int64_t>(length);
    }
}

void getIndices(ByteReader &in, std::vector<std::int32_t> &indices)
{
    indices.clear();
    std::int64_t next = 0;
    for (std::uint64_t runs = in.get(); runs > 0; --runs) {
        next += in.getSigned();
        for (std::uint64_t length = in.get(); length > 0; --length)
            indices.push_back(static_cast<std::int32_t>(next++));
    }
}

/// Reads other indices for one side; counts of buckets that stay are kept.
void getLayout(ByteReader &in, BucketCounts &side)
{
    BucketCounts changed;
    getIndices(in, changed.indices);
    changed.counts.reserve(changed.indices.size());
    changed.counts.resize(changed.indices.size());
    std::size_t at = 0;
    forEachSide(changed, side, [&](double, double before) { changed.counts[at++] = before; });
    side = std::move(changed);
}

/// Writes differences, runs of zeros shortened.
class DifferenceWriter
{
public:
    explicit DifferenceWriter(ByteWriter &out) noexcept
        : m_out(out)
    {}
    void put(std::int64_t difference)
    {
        if (difference == 0) {
            ++m_zeros;
            return;
        }
        finish();
        m_out.put(zigzag(difference) + 1);
    }
    void finish()
    {
        if (m_zeros == 1)
            m_out.put(0);
        if (m_zeros > 1) {
            m_out.put(equalRun);
            m_out.put(m_zeros - 2);
        }
        m_zeros = 0;
    }

private:
    ByteWriter &m_out;
    std::uint64_t m_zeros = 0;
};

class DifferenceReader
{
public:
    explicit DifferenceReader(ByteReader &in) noexcept
        : m_in(in)
    {}
    std::int64_t get() noexcept
    {
        if (m_zeros > 0) {
            --m_zeros;
            return 0;
        }
        const std::uint64_t token = m_in.get();
        if (token > equalRun)
            return unzigzag(token - 1);
        if (token == equalRun)
            m_zeros = m_in.get() + 1;
        return 0;
    }

private:
    ByteReader &m_in;
    std::uint64_t m_zeros = 0;
};

template<typename Change>
void changeCounts(FloatHistogram &histogram, const Change &change)
{
    change(histogram.count);
    change(histogram.zeroCount);
    std::ranges::for_each(histogram.positive.counts, change);
    std::ranges::for_each(histogram.negative.counts, change);
}

} // namespace

void HistogramEncoder::begin(ByteWriter &out, const FloatHistogram &like)
{
    *this = {};
    out.putSigned(like.schema);
    out.putDouble(like.zeroThreshold, 0);
    out.put(like.customBounds.size());
    double before = 0;
    for (const double bound : like.customBounds) {
        out.putDouble(bound, before);
        before = bound;
    }
}

void HistogramEncoder::append(ByteWriter &out, TimestampMs t, const FloatHistogram &histogram,
                              const FloatHistogram *previous)
{
    const FloatHistogram empty;
    const FloatHistogram &before = previous != nullptr ? *previous : empty;
    const bool changed = histogram.positive.indices != before.positive.indices ||
                         histogram.negative.indices != before.negative.indices;
    bool whole = true;
    forEachCount(histogram, before,
                 [&](double now, double then) { whole = whole && isWhole(now) && isWhole(then); });
    out.put((changed ? newLayout : 0) | (whole ? 0 : exactBits));
    const std::int64_t delta = wrappingDifference(t, m_time);
    out.putSigned(wrappingDifference(delta, m_delta));
    m_time = t;
    m_delta = delta;
    if (changed) {
        putIndices(out, histogram.positive.indices);
        putIndices(out, histogram.negative.indices);
    }
    out.putDouble(histogram.sum, before.sum);
    if (!whole) {
        forEachCount(histogram, before, [&](double now, double then) { out.putDouble(now, then); });
        return;
    }
    DifferenceWriter differences(out);
    forEachCount(histogram, before, [&](double now, double then) {
        differences.put(static_cast<std::int64_t>(now) - static_cast<std::int64_t>(then));
    });
    differences.finish();
}

HistogramDecoder::HistogramDecoder(std::span<const std::uint8_t> bytes)
    : m_in(bytes)
{
    m_histogram.schema = static_cast<std::int32_t>(m_in.getSigned());
    m_histogram.zeroThreshold = m_in.getDouble(0);
    double before = 0;
    for (std::uint64_t bounds = m_in.get(); bounds > 0; --bounds) {
        before = m_in.getDouble(before);
        m_histogram.customBounds.push_back(before);
    }
}

void HistogramDecoder::next()
{
    const std::uint64_t flags = m_in.get();
    m_delta = wrappingSum(m_delta, m_in.getSigned());
    m_time = wrappingSum(m_time, m_delta);
    if ((flags & newLayout) != 0) {
        getLayout(m_in, m_histogram.positive);
        getLayout(m_in, m_histogram.negative);
    }
    m_histogram.sum = m_in.getDouble(m_histogram.sum);
    if ((flags & exactBits) != 0) {
        changeCounts(m_histogram, [this](double &count) { count = m_in.getDouble(count); });
        return;
    }
    DifferenceReader differences(m_in);
    changeCounts(m_histogram, [&](double &count) {
        count = static_cast<double>(static_cast<std::int64_t>(count) + differences.get());
    });
}

} // namespace sightglass
