// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/query/sumkernel.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace sightglass {

namespace {

using Pair [[gnu::vector_size(2 * sizeof(double))]] = double;
using Quad [[gnu::vector_size(4 * sizeof(double))]] = double;

constexpr std::size_t valuesBetweenChecks = 8;

/// Compensated sums of some windows, one per lane. The rounding error of an addition is exact in either form,
/// so it is Neumaier's too.
template<typename Lanes>
struct LaneSums
{
    Lanes sum;
    Lanes compensation;

    /// Without a branch (Knuth).
    [[gnu::always_inline]] void add(const Lanes &x)
    {
        const Lanes t = sum + x;
        const Lanes added = t - sum;
        compensation += (sum - (t - added)) + (x - added);
        sum = t;
    }

    /// The same where no |x| is above the |sum| of its lane (Dekker).
    [[gnu::always_inline]] void addSmaller(const Lanes &x)
    {
        const Lanes t = sum + x;
        compensation += x - (t - sum);
        sum = t;
    }
};

template<typename Lanes>
inline constexpr std::size_t lanesOf = sizeof(Lanes) / sizeof(double);

/// Where the lanes' values come from: rows of them (see WindowRows) …
template<typename Lanes>
struct FromRows
{
    const double *rows;

    [[gnu::always_inline]] void load(Lanes &x, std::size_t i) const
    {
        __builtin_memcpy(&x, rows + i * lanesOf<Lanes>, sizeof x);
    }
};

/// … or each window from its own place.
template<typename Lanes>
struct FromWindows
{
    std::array<const double *, lanesOf<Lanes>> first;

    [[gnu::always_inline]] void load(Lanes &x, std::size_t i) const
    {
        for (std::size_t lane = 0; lane < lanesOf<Lanes>; ++lane)
            x[lane] = first[lane][i];
    }
};

template<typename Lanes, typename Source, std::size_t chains>
[[gnu::always_inline]] inline void addPlain(const std::array<Source, chains> &sources, const SumPart &part)
{
    std::array<Lanes, chains> sums{};
    Lanes x{};
    for (std::size_t i = 0; i < part.shared; ++i) {
#pragma GCC unroll 4
        for (std::size_t chain = 0; chain < chains; ++chain) {
            sources[chain].load(x, i);
            sums[chain] += x;
        }
    }
    for (std::size_t chain = 0; chain < chains; ++chain) {
        for (std::size_t lane = 0; lane < lanesOf<Lanes>; ++lane)
            part.sums[chain * lanesOf<Lanes> + lane].sum = sums[chain][lane];
    }
}

template<typename Lanes, std::size_t chains>
[[gnu::always_inline]] inline bool reach(const std::array<LaneSums<Lanes>, chains> &sums, double bound)
{
    bool all = true;
    for (const LaneSums<Lanes> &lanes : sums) {
        for (std::size_t lane = 0; lane < lanesOf<Lanes>; ++lane)
            all = all && lanes.sum[lane] >= bound;
    }
    return all;
}

template<typename Lanes, typename Source, std::size_t chains>
[[gnu::always_inline]] inline void addCompensated(const std::array<Source, chains> &sources,
                                                  const SumPart &part)
{
    std::array<LaneSums<Lanes>, chains> sums{};
    Lanes x{};
    std::size_t i = 0;
    for (bool above = false; i < part.shared && !above;) {
        for (const std::size_t stop = std::min(part.shared, i + valuesBetweenChecks); i < stop; ++i) {
#pragma GCC unroll 4
            for (std::size_t chain = 0; chain < chains; ++chain) {
                sources[chain].load(x, i);
                sums[chain].add(x);
            }
        }
        above = std::isfinite(part.largest) && reach(sums, part.largest);
    }
    for (; i < part.shared; ++i) {
#pragma GCC unroll 4
        for (std::size_t chain = 0; chain < chains; ++chain) {
            sources[chain].load(x, i);
            sums[chain].addSmaller(x);
        }
    }
    for (std::size_t chain = 0; chain < chains; ++chain) {
        for (std::size_t lane = 0; lane < lanesOf<Lanes>; ++lane)
            part.sums[chain * lanesOf<Lanes> + lane] = {sums[chain].sum[lane],
                                                        sums[chain].compensation[lane]};
    }
}

template<typename Lanes, Compensation compensation, typename Sources>
[[gnu::always_inline]] inline void addSources(const Sources &sources, const SumPart &part)
{
    if constexpr (compensation == Compensation::Later)
        addPlain<Lanes>(sources, part);
    else
        addCompensated<Lanes>(sources, part);
}

template<typename Lanes, Compensation compensation>
[[gnu::always_inline]] inline void addRows(const double *rows, std::size_t stride, const SumPart &part)
{
    std::array<FromRows<Lanes>, SumKernel::chains> sources;
    for (std::size_t chain = 0; chain < SumKernel::chains; ++chain)
        sources[chain].rows = rows + chain * lanesOf<Lanes> * stride * lanesOf<Lanes>;
    addSources<Lanes, compensation>(sources, part);
}

template<typename Lanes, Compensation compensation>
[[gnu::always_inline]] inline void addWindows(const SumPart &part)
{
    std::array<FromWindows<Lanes>, SumKernel::chains> sources;
    for (std::size_t chain = 0; chain < SumKernel::chains; ++chain) {
        for (std::size_t lane = 0; lane < lanesOf<Lanes>; ++lane)
            sources[chain].first[lane] =
                part.values.data() + part.windows[chain * lanesOf<Lanes> + lane].begin;
    }
    addSources<Lanes, compensation>(sources, part);
}

template<Compensation compensation>
constexpr SumKernel everywhere{lanesOf<Pair>, addRows<Pair, compensation>, addWindows<Pair, compensation>};

#if defined(__x86_64__)
template<Compensation compensation>
[[gnu::target("avx2")]] void addRowsOfQuads(const double *rows, std::size_t stride, const SumPart &part)
{
    addRows<Quad, compensation>(rows, stride, part);
}

template<Compensation compensation>
[[gnu::target("avx2")]] void addWindowsOfQuads(const SumPart &part)
{
    addWindows<Quad, compensation>(part);
}

template<Compensation compensation>
SumKernel fastest() noexcept
{
    return __builtin_cpu_supports("avx2") != 0
               ? SumKernel{lanesOf<Quad>, addRowsOfQuads<compensation>, addWindowsOfQuads<compensation>}
               : everywhere<compensation>;
}
#else
template<Compensation compensation>
SumKernel fastest() noexcept
{
    return everywhere<compensation>;
}
#endif

template<Compensation compensation>
SumKernel kernelOf(SumWidth width) noexcept
{
    return width == SumWidth::Narrow ? everywhere<compensation> : fastest<compensation>();
}

} // namespace

SumKernel sumKernel(Compensation compensation, SumWidth width) noexcept
{
    return compensation == Compensation::Later ? kernelOf<Compensation::Later>(width)
                                               : kernelOf<Compensation::PerValue>(width);
}

} // namespace sightglass
