// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/sample.h"

#include <cstdint>
#include <span>

namespace sightglass {

/// The cubic between two joined samples of a smooth line (the monotone interpolation of Fritsch and Butland,
/// as Grafana's plots draw it): it never leaves the range of its two ends.
class CurvePiece
{
public:
    /// From samples[i] to samples[i + 1].
    CurvePiece(std::span<const Sample> samples, std::size_t i, std::int64_t gapMs) noexcept;
    /// `us`: microseconds since the epoch, between the two samples.
    [[nodiscard]] double at(std::int64_t us) const noexcept;

private:
    double m_from;
    double m_to;
    double m_slopeFrom; ///< per the piece's length
    double m_slopeTo;
    double m_lengthUs;
    std::int64_t m_startUs;
};

} // namespace sightglass
