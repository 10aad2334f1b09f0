// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/sample.h"
#include "model/histogram/floathistogram.h"
#include "model/storage/bytecoding.h"

#include <cstdint>
#include <span>

namespace sightglass {

/// The bytes of a chunk of native histograms: what they share (schema, zero threshold, custom bounds), then
/// one record per sample, each as its difference to the one before; the first to an empty histogram at time
/// 0.
///
/// A record: flags; the change of the difference of times; where the flags say so, the populated buckets anew
/// as runs of indices; the sum as XOR; then count, zero count, positive and negative bucket counts, each as
/// the difference to its predecessor (a bucket that is new: to 0), runs of equal ones shortened. Where one of
/// the counts is no whole number below 2^53, the record has all of them as XOR instead. Everything of
/// variable length (bytecoding.h); every bit pattern comes back as it was. Hints are not kept.
class HistogramEncoder
{
public:
    /// Begins a chunk for histograms of the schema, zero threshold and bounds of this one.
    void begin(ByteWriter &out, const FloatHistogram &like);

    /// t above the last one; the same schema, zero threshold and bounds as at begin(). `previous` is the last
    /// one appended, null for the first.
    void append(ByteWriter &out, TimestampMs t, const FloatHistogram &histogram,
                const FloatHistogram *previous);

private:
    TimestampMs m_time = 0;
    std::int64_t m_delta = 0;
};

/// Reads a chunk's bytes from the beginning. The bytes must outlive it.
class HistogramDecoder
{
public:
    explicit HistogramDecoder(std::span<const std::uint8_t> bytes);

    /// Goes to the next sample; there must be one.
    void next();

    [[nodiscard]] TimestampMs time() const noexcept { return m_time; }
    /// Its hint is not set.
    [[nodiscard]] const FloatHistogram &histogram() const noexcept { return m_histogram; }

private:
    ByteReader m_in;
    TimestampMs m_time = 0;
    std::int64_t m_delta = 0;
    FloatHistogram m_histogram;
};

} // namespace sightglass
