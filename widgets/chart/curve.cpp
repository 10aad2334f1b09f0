// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chart/curve.h"

#include "widgets/chart/linegaps.h"

#include <algorithm>
#include <cmath>

namespace sightglass {

namespace {

constexpr std::int64_t usPerMs = 1000;
/// Everything is done with eighths, which are exact: between the largest numbers there would be overflows.
constexpr double part = 0.125;

double slope(const Sample &a, const Sample &b) noexcept
{
    return (b.v * part - a.v * part) / static_cast<double>(b.t - a.t);
}

/// The curve's slope at a sample between two joined ones: level at extremes, else the weighted harmonic mean
/// of both sides' slopes.
double tangent(const Sample &before, const Sample &here, const Sample &after) noexcept
{
    const double left = slope(before, here);
    const double right = slope(here, after);
    if (left == 0 || right == 0 || (left > 0) != (right > 0))
        return 0;
    const auto leftLength = static_cast<double>(here.t - before.t);
    const auto rightLength = static_cast<double>(after.t - here.t);
    const double mean = 3 * (leftLength + rightLength) /
                        ((2 * rightLength + leftLength) / left + (rightLength + 2 * leftLength) / right);
    return std::isfinite(mean) ? mean : 0;
}

} // namespace

CurvePiece::CurvePiece(std::span<const Sample> samples, std::size_t i, std::int64_t gapMs) noexcept
    : m_from(samples[i].v * part)
    , m_to(samples[i + 1].v * part)
    , m_lengthUs(static_cast<double>((samples[i + 1].t - samples[i].t) * usPerMs))
    , m_startUs(samples[i].t * usPerMs)
{
    const Sample &a = samples[i];
    const Sample &b = samples[i + 1];
    const auto length = static_cast<double>(b.t - a.t);
    const double own = slope(a, b);
    const bool before = i > 0 && joined(samples[i - 1], a, gapMs);
    const bool after = i + 2 < samples.size() && joined(b, samples[i + 2], gapMs);
    m_slopeFrom = (before ? tangent(samples[i - 1], a, b) : own) * length;
    m_slopeTo = (after ? tangent(a, b, samples[i + 2]) : own) * length;
}

double CurvePiece::at(std::int64_t us) const noexcept
{
    const double s = static_cast<double>(us - m_startUs) / m_lengthUs;
    const double rest = 1 - s;
    const double value = m_from * (1 + 2 * s) * rest * rest + m_slopeFrom * s * rest * rest +
                         m_to * s * s * (3 - 2 * s) - m_slopeTo * s * s * rest;
    // Rounding must not leave the range either.
    return std::clamp(value, std::min(m_from, m_to), std::max(m_from, m_to)) / part;
}

} // namespace sightglass
