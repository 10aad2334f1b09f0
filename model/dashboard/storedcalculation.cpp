// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/dashboard/storedcalculation.h"

#include "model/dashboard/calculatedsamples.h"
#include "model/dashboard/panelframes.h"

#include <algorithm>
#include <array>
#include <vector>

namespace sightglass {

namespace {

/// So many are reckoned with in a few milliseconds.
constexpr std::size_t fewSamples = 200'000;
constexpr std::size_t samplesASecond = 100'000;

std::vector<Calculation> calculationsOf(const ReduceOptions &reduce)
{
    std::vector<Calculation> all{reduce.calculation};
    all.insert(all.end(), reduce.further.begin(), reduce.further.end());
    return all;
}

} // namespace

std::optional<ThinningKind> summedUpOf(const PanelSpec &panel) noexcept
{
    if (needsFrames(panel))
        return std::nullopt;
    if (panel.type() == PanelType::Histogram)
        return ThinningKind::All;
    if (const auto *heatmap = std::get_if<HeatmapOptions>(&panel.options))
        return heatmap->calculation ? std::optional(ThinningKind::All) : std::nullopt;
    const ReduceOptions *reduce = reduceOf(panel.options);
    if (reduce == nullptr || reduce->allRows)
        return std::nullopt;
    const bool all =
        needsAllSamples(reduce->calculation) || std::ranges::any_of(reduce->further, needsAllSamples);
    return all ? ThinningKind::All : ThinningKind::Extremes;
}

std::int64_t renewalMs(std::size_t samples) noexcept
{
    constexpr std::int64_t second = 1000;
    constexpr std::array<std::int64_t, 6> round{2, 5, 10, 15, 30, 60};
    if (samples <= fewSamples)
        return 0;
    const auto seconds = static_cast<std::int64_t>((samples + samplesASecond - 1) / samplesASecond);
    const auto *const period = std::ranges::lower_bound(round, seconds);
    return (period != round.end() ? *period : round.back()) * second;
}

void calculateStored(PanelData &data, const PanelSpec &panel)
{
    if (summedUpOf(panel) != ThinningKind::All)
        return;
    std::size_t samples = 0;
    for (const PanelSeries &series : data.series)
        samples += series.isStored() ? series.samples.size() : 0;
    data.renewedEveryMs = renewalMs(samples);
    const ReduceOptions *reduce = reduceOf(panel.options);
    if (reduce == nullptr)
        return;
    for (const Calculation calculation : calculationsOf(*reduce)) {
        for (PanelSeries &series : data.series) {
            if (series.isStored() && needsAllSamples(calculation))
                series.stored->results.push_back({calculation, storedResult(series, calculation)});
        }
    }
}

} // namespace sightglass
