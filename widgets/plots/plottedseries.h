// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/chart/minmaxpyramid.h"
#include "widgets/chart/stacking.h"
#include "widgets/panelkit/panelview.h"
#include "widgets/plots/axisplan.h"
#include "widgets/plots/seriesextremes.h"

#include <memory>
#include <span>
#include <vector>

namespace sightglass {

/// A series of a panel as it is drawn: stacked, turned below zero, its values where they lie on the axis.
struct PlottedSeries
{
    std::size_t series = 0;          ///< index into PanelData::series
    std::size_t axis = 0;            ///< index into AxesPlan::axes
    std::span<const Sample> samples; ///< as they are
    /// Transformed for the axis; at times of `samples`, not always all. Layers of a stack have values more,
    /// next to where others begin and end.
    std::span<const Sample> drawn;
    std::span<const Sample> base; ///< likewise; empty where the area ends at zero
    std::span<const Sample> dots; ///< of `drawn`, the samples' own values, where it has more; else empty
    bool stacked = false;
    std::int64_t gapMs = 1750;
    std::unique_ptr<MinMaxPyramid> pyramid; ///< of `drawn`, where there are many; else null
    std::unique_ptr<MinMaxPyramid> basePyramid;
    /// Of `drawn`, where there is no pyramid; exact where one could be an extreme of the axis.
    SeriesExtremes extremes;
    SampleRun interrupted; ///< `drawn`, where it is the samples with a NaN in each gap; else empty

    /// Nothing but the samples and their gaps decide where the line goes.
    [[nodiscard]] bool isSteady() const
    {
        return drawn.data() == samples.data() || (!interrupted.empty() && drawn.data() == interrupted.data());
    }
};

/// An error band in the values of its axis.
struct PlottedBand
{
    std::size_t series = 0;
    std::size_t axis = 0;
    std::vector<Sample> low;
    std::vector<Sample> high;
};

/// All that a time series panel draws of its data, independent of size and theme. Immutable: what a scene
/// points into.
class PlotData
{
public:
    /// `visible`: one for each series of the data. A series is drawn where that and its config say so.
    /// `before`: what the panel plotted before this, if anything; it spares work and changes no result.
    PlotData(std::shared_ptr<const PanelSpec> spec, const PanelDataPtr &data,
             const std::vector<bool> &visible, const PlotData *before = nullptr);

    [[nodiscard]] const PanelDataPtr &data() const noexcept { return m_data; }
    [[nodiscard]] const AxesPlan &axes() const noexcept { return m_axes; }
    /// In the order of the data.
    [[nodiscard]] const std::vector<PlottedSeries> &series() const noexcept { return m_series; }
    [[nodiscard]] const std::vector<PlottedBand> &bands() const noexcept { return m_bands; }
    /// Of everything drawn on an axis, as it is read there (of a stack, its height).
    [[nodiscard]] std::optional<ValueRange> valuesOn(std::size_t axis) const;
    [[nodiscard]] const FieldConfig &configOfSeries(std::size_t series) const;

    /// For each plotted series the time before which its line is known to be that of the same series in
    /// `before` (see changedColumns()), or unknownBefore: where the answer does not go on from that one, the
    /// series is another one, or its line is more than its samples and gaps.
    [[nodiscard]] std::vector<TimestampMs> sameBefore(const PlotData &before) const;

private:
    void addSeries(const std::vector<bool> &visible);
    void stack();
    void stackGroup(const std::vector<std::size_t> &members, StackingMode mode);
    void interrupt(const PlotData *before);
    [[nodiscard]] TimestampMs agreeBefore(const PlotData &before) const;
    [[nodiscard]] TimestampMs goesOnFrom(const PlotData &before, std::size_t series,
                                         TimestampMs agreed) const;
    void fillBetween();
    void toAxes();
    void addBands();
    void findExtremes(const PlotData *before);
    [[nodiscard]] std::span<const Sample> keep(std::vector<Sample> samples);
    [[nodiscard]] const AxisTransform &transformOf(std::size_t axis) const;

    std::shared_ptr<const PanelSpec> m_spec;
    PanelDataPtr m_data;
    AxesPlan m_axes;
    std::vector<AxisTransform> m_transforms; ///< of each axis
    std::vector<PlottedSeries> m_series;
    std::vector<PlottedBand> m_bands;
    std::vector<std::unique_ptr<const std::vector<Sample>>> m_kept;
};

/// The usual distance of a series' values where it has no gap.
[[nodiscard]] std::int64_t apartMs(const PanelSeries &series, const PanelData &data) noexcept;

/// From which distance on the samples of a series are not joined: the step's gap, narrowed by insertNulls and
/// widened by spanNulls.
[[nodiscard]] std::int64_t gapOf(const GraphConfig &graph, std::int64_t stepMs) noexcept;

} // namespace sightglass
