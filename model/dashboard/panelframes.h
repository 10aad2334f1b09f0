// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/zonerule.h"
#include "model/dashboard/paneldata.h"
#include "model/dashboard/panelspec.h"

#include <stop_token>
#include <vector>

namespace sightglass {

/// Whether the panel shows what its queries answer. Rows, texts and lists do not, nor what is not drawn here:
/// what those ask all the same is left over from another type, and Grafana does not ask it either.
[[nodiscard]] bool showsData(const PanelSpec &panel) noexcept;

/// Whether what the panel shows is made of frames rather than of series as they come: bar charts, panels with
/// transformations, queries in another format than time series, pies of rows or of chosen columns, and tables
/// of anything but the newest values. A heatmap reads buckets from their series unless they are transformed.
[[nodiscard]] bool needsFrames(const PanelSpec &panel) noexcept;

/// The answers as Grafana's Prometheus data source makes frames of them. A time series is a frame of "Time"
/// and "Value" with the legend as the value's name. The series of a query in table format are one frame: the
/// time, a column for each label in alphabetical order ("le" as a number), then "Value", or "Value #A" where
/// several queries are tables. Those of one in heatmap format are one frame: the time and a column for each
/// bucket by upper bound, no longer cumulative; groups of other labels follow each other. Frames come in the
/// order series, tables, heatmaps. Bounded: what is left out is said in the context's notes.
[[nodiscard]] std::vector<Frame> seriesFrames(const PanelData &data, const PanelSpec &panel,
                                              TransformContext &context);

/// The series that frames hold, for what draws series: each column of numbers or booleans (1 and 0) beside a
/// time, by display name, with its field config. Rows without a time or a value are left out, times ascend.
/// A histogram panel has each row of a frame without times, or with several rows at one time: as many
/// samples, at times that mean nothing.
[[nodiscard]] std::vector<PanelSeries> frameSeries(const std::vector<Frame> &frames, const PanelSpec &panel);

/// Whether frameSeries() makes a series of such a column.
[[nodiscard]] bool isDrawn(const Field &field) noexcept;

/// What lies between the answers of a panel's queries and what its view shows: its transformations, read
/// once. Immutable; any thread.
class PanelPipeline
{
public:
    explicit PanelPipeline(PanelSpec panel);

    [[nodiscard]] const PanelSpec &panel() const noexcept { return m_panel; }

    /// Makes the frames where the panel needs them, transforms them, with times in the zone, and gives them
    /// their field configs; where a view draws series, those become the frames'. Panels that need none get
    /// configured series. Where `cancel` is requested the data is left unfinished, between any two
    /// transformations.
    void apply(PanelData &data, std::stop_token cancel = {}, const ZoneRule &zone = machineZone()) const;

private:
    void applyFrames(PanelData &data, const std::stop_token &cancel, const ZoneRule &zone) const;

    PanelSpec m_panel;
    std::vector<TransformationChain> m_steps; ///< one transformation each, so that cancelling finds a place
};

} // namespace sightglass
