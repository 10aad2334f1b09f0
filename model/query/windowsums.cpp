// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/query/windowsums.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace sightglass {

namespace {

constexpr std::size_t laneCount = 4;
using Pair [[gnu::vector_size(2 * sizeof(double))]] = double;

struct PairSum
{
    Pair sum{};
    Pair compensation{};

    /// The rounding error of the addition is computed without a branch (Knuth); it is exact, so it is
    /// Neumaier's too.
    void add(Pair x)
    {
        const Pair t = sum + x;
        const Pair added = t - sum;
        compensation += (sum - (t - added)) + (x - added);
        sum = t;
    }
};

/// The first `shared` values of each of four windows, in two pairs: the registers every x86-64 has.
void sumLanes(const std::array<const double *, laneCount> &first, std::size_t shared,
              std::span<KahanSum> sums)
{
    PairSum low;
    PairSum high;
    for (std::size_t i = 0; i < shared; ++i) {
        low.add(Pair{first[0][i], first[1][i]});
        high.add(Pair{first[2][i], first[3][i]});
    }
    sums[0] = {low.sum[0], low.compensation[0]};
    sums[1] = {low.sum[1], low.compensation[1]};
    sums[2] = {high.sum[0], high.compensation[0]};
    sums[3] = {high.sum[1], high.compensation[1]};
}

void addRest(const std::vector<double> &values, Window window, std::size_t done, KahanSum &sum)
{
    for (std::size_t i = window.begin + done; i < window.end; ++i)
        sum.add(values[i]);
}

} // namespace

void sumWindows(const std::vector<double> &values, std::span<const Window> windows,
                std::vector<KahanSum> &sums)
{
    sums.assign(windows.size(), {});
    std::size_t step = 0;
    for (; step + laneCount <= windows.size(); step += laneCount) {
        std::size_t shared = windows[step].size();
        std::array<const double *, laneCount> first{};
        for (std::size_t lane = 0; lane < laneCount; ++lane) {
            shared = std::min(shared, windows[step + lane].size());
            first[lane] = values.data() + windows[step + lane].begin;
        }
        sumLanes(first, shared, std::span(sums).subspan(step, laneCount));
        for (std::size_t lane = 0; lane < laneCount; ++lane)
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
