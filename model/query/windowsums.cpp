// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/query/windowsums.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace sightglass {

namespace {

using Pair [[gnu::vector_size(2 * sizeof(double))]] = double;
using Quad [[gnu::vector_size(4 * sizeof(double))]] = double;

/// Compensated sums of some windows side by side, one per lane. The rounding error of an addition is exact in
/// either form, so it is Neumaier's too.
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

/// The values at `i` of the windows that begin at first[0], first[1], ….
template<typename Lanes>
[[gnu::always_inline]] inline void load(Lanes &x, const double *const *first, std::size_t i)
{
    for (std::size_t lane = 0; lane < lanesOf<Lanes>; ++lane)
        x[lane] = first[lane][i];
}

template<typename Lanes>
[[gnu::always_inline]] inline bool reach(const Lanes &sum, double bound)
{
    bool all = true;
    for (std::size_t lane = 0; lane < lanesOf<Lanes>; ++lane)
        all = all && sum[lane] >= bound;
    return all;
}

constexpr std::size_t valuesBetweenChecks = 8;

/// The first `shared` values of each of twice as many windows as Lanes has, to keep the adders busy.
/// `largest`: no value is above it and none is below 0; infinite where that is not known. A sum that has
/// reached it stays above every value.
template<typename Lanes>
[[gnu::always_inline]] inline void sumLanes(const double *const *first, std::size_t shared, double largest,
                                            KahanSum *sums)
{
    constexpr std::size_t lanes = lanesOf<Lanes>;
    LaneSums<Lanes> low{};
    LaneSums<Lanes> high{};
    Lanes x{};
    Lanes y{};
    std::size_t i = 0;
    for (bool above = false; i < shared && !above;) {
        for (const std::size_t stop = std::min(shared, i + valuesBetweenChecks); i < stop; ++i) {
            load(x, first, i);
            load(y, first + lanes, i);
            low.add(x);
            high.add(y);
        }
        above = std::isfinite(largest) && reach(low.sum, largest) && reach(high.sum, largest);
    }
    for (; i < shared; ++i) {
        load(x, first, i);
        load(y, first + lanes, i);
        low.addSmaller(x);
        high.addSmaller(y);
    }
    for (std::size_t lane = 0; lane < lanes; ++lane) {
        sums[lane] = {low.sum[lane], low.compensation[lane]};
        sums[lanes + lane] = {high.sum[lane], high.compensation[lane]};
    }
}

using SumLanes = void (*)(const double *const *first, std::size_t shared, double largest, KahanSum *sums);

struct Kernel
{
    SumLanes sum;
    std::size_t windows; ///< how many it takes at once
};

constexpr std::size_t mostWindows = 8;

void sumPairs(const double *const *first, std::size_t shared, double largest, KahanSum *sums)
{
    sumLanes<Pair>(first, shared, largest, sums);
}
constexpr Kernel everywhere{sumPairs, 2 * lanesOf<Pair>};

#if defined(__x86_64__)
[[gnu::target("avx2")]] void sumQuads(const double *const *first, std::size_t shared, double largest,
                                      KahanSum *sums)
{
    sumLanes<Quad>(first, shared, largest, sums);
}

Kernel fastestKernel() noexcept
{
    return __builtin_cpu_supports("avx2") != 0 ? Kernel{sumQuads, 2 * lanesOf<Quad>} : everywhere;
}
#else
Kernel fastestKernel() noexcept
{
    return everywhere;
}
#endif

/// See sumLanes().
double largestIfPositive(const std::vector<double> &values) noexcept
{
    double largest = 0;
    double smallest = 0;
    for (const double value : values) {
        largest = std::max(largest, value);
        smallest = std::min(smallest, value);
    }
    return smallest < 0 ? HUGE_VAL : largest;
}

void addRest(const std::vector<double> &values, Window window, std::size_t done, KahanSum &sum)
{
    for (std::size_t i = window.begin + done; i < window.end; ++i)
        sum.add(values[i]);
}

} // namespace

void sumWindows(const std::vector<double> &values, std::span<const Window> windows,
                std::vector<KahanSum> &sums, SumWidth width)
{
    const Kernel kernel = width == SumWidth::Narrow ? everywhere : fastestKernel();
    const double largest = largestIfPositive(values);
    sums.assign(windows.size(), {});
    std::array<const double *, mostWindows> first{};
    std::size_t step = 0;
    for (; step + kernel.windows <= windows.size(); step += kernel.windows) {
        std::size_t shared = windows[step].size();
        for (std::size_t lane = 0; lane < kernel.windows; ++lane) {
            shared = std::min(shared, windows[step + lane].size());
            first[lane] = values.data() + windows[step + lane].begin;
        }
        kernel.sum(first.data(), shared, largest, sums.data() + step);
        for (std::size_t lane = 0; lane < kernel.windows; ++lane)
            addRest(values, windows[step + lane], shared, sums[step + lane]);
    }
    for (; step < windows.size(); ++step)
        addRest(values, windows[step], 0, sums[step]);
}

bool isSummable(const std::vector<double> &values) noexcept
{
    double magnitude = 0;
    for (const double value : values)
        magnitude += std::fabs(value);
    return magnitude < 1e300;
}

} // namespace sightglass
