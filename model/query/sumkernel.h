// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/kahansum.h"
#include "model/query/windows.h"

#include <cstddef>
#include <cstdint>
#include <span>

namespace sightglass {

/// How many windows are added up side by side.
enum class SumWidth : std::uint8_t
{
    Fastest, ///< what this machine does best
    Narrow   ///< what every machine can, for comparison
};

/// Who finds the compensations of sums.
enum class Compensation : std::uint8_t
{
    PerValue, ///< the kernel, with each value
    Later     ///< ExactPrefix: the kernel adds up plainly
};

/// What a kernel adds up: the first `shared` values of each of SumKernel::windows() neighbouring windows,
/// from 0.
struct SumPart
{
    std::span<const double> values;
    std::span<const Window> windows;
    std::size_t shared; ///< no window is shorter
    double largest;     ///< no value is above it and none is below 0; infinite where some are
    KahanSum *sums;     ///< one per window
};

/// Adds up neighbouring windows, one per lane of vectors, in several independent chains that keep the adders
/// busy.
struct SumKernel
{
    static constexpr std::size_t chains = 4;

    std::size_t lanes;
    /// From rows of values of windows that begin `stride` apart (see WindowRows): a chain's rows begin
    /// lanes · stride after those of the chain before.
    void (*addRows)(const double *rows, std::size_t stride, const SumPart &part);
    /// From each window's own place, wherever they begin.
    void (*addWindows)(const SumPart &part);

    [[nodiscard]] std::size_t windows() const noexcept { return chains * lanes; }
};

[[nodiscard]] SumKernel sumKernel(Compensation compensation, SumWidth width) noexcept;

} // namespace sightglass
