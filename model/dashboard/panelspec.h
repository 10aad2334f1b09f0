// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/dashboard/paneloptions.h"
#include "model/dashboard/semanticcolor.h"
#include "model/fields/fieldoverride.h"
#include "model/transform/transformation.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace sightglass {

/// Place on a grid of 24 columns; rows are of fixed height (30 logical pixels), as in Grafana.
struct GridPosition
{
    int x = 0;
    int y = 0;
    int width = 12;
    int height = 8;

    friend bool operator==(const GridPosition &, const GridPosition &) = default;
};

/// How the answer of a query becomes frames.
enum class FrameFormat : std::uint8_t
{
    TimeSeries,
    Table,  ///< one frame with a column for each label
    Heatmap ///< buckets: names are their upper bounds, in order
};

/// One expression of a panel.
struct PanelQuery
{
    std::string
        expr; ///< PromQL; $__rate_interval, $__interval and variables are replaced before it is parsed
    /// Name of each series in the legend, with {{label}} places; empty: the label set's own text.
    std::string legend;
    /// Evaluated at the range's end only (table) rather than over the range.
    bool instant = false;
    std::string refId = {}; ///< "A", "B" …; by which overrides and transformations find it
    FrameFormat format = FrameFormat::TimeSeries;
    std::string interval = {}; ///< the smallest step, a duration or a variable; empty: the panel's
    bool hidden = false;       ///< asked only where another one needs it
    /// The step is this many times what would be chosen (Grafana's "resolution" 1/n); not where `interval`
    /// is $__rate_interval.
    int stepFactor = 1;
    bool alsoRange = false; ///< of an instant one: asked over the range too, its series behind the others
    std::optional<bool> exemplars = std::nullopt; ///< empty: as the panel says
    std::string datasource = {}; ///< Grafana's uid or ${variable}, kept for its sake; empty: the panel's
    std::string kept = {};       ///< see PanelSpec::kept

    friend bool operator==(const PanelQuery &, const PanelQuery &) = default;
};

/// A query of a panel that is not asked here: of another data source, or empty. Kept for Grafana's sake.
struct OtherQuery
{
    int before = 0;   ///< so many of the panel's queries stand before it
    std::string json; ///< as it was written

    friend bool operator==(const OtherQuery &, const OtherQuery &) = default;
};

enum class RepeatDirection : std::uint8_t
{
    Horizontal,
    Vertical
};

/// One panel for each value of a variable.
struct PanelRepeat
{
    std::string variable; ///< its name; empty: none
    RepeatDirection direction = RepeatDirection::Horizontal;
    int perRow = 4; ///< at most, horizontally

    friend bool operator==(const PanelRepeat &, const PanelRepeat &) = default;
};

/// A panel as data: what to ask, how to show it. Knows nothing of widgets nor of where series come from.
struct PanelSpec
{
    std::string id; ///< unique in its dashboard
    std::string title;
    std::string description; ///< shown on demand; plain text (often the metric's HELP)
    GridPosition grid;
    bool transparent = false;
    std::vector<PanelQuery> queries;
    FieldConfig field; ///< of every series and column, before overrides
    std::vector<FieldOverride> overrides;
    PanelOptions options; ///< what kind of panel it is
    std::vector<TransformationSpec> transformations;
    PanelRepeat repeat;
    std::vector<DataLink> links;
    std::string timeFrom;  ///< another range than the dashboard's ("6h", "now/d"); empty: the dashboard's
    std::string timeShift; ///< its end lies so far back; empty: not
    bool hideTimeOverride = false;    ///< the header does not tell of timeFrom and timeShift
    std::string interval;             ///< the smallest step of its queries; empty: the scrape interval
    std::optional<int> maxDataPoints; ///< steps of a range, at most
    /// Whether exemplars are shown; empty: on heatmaps and on time series of a histogram's quantiles.
    std::optional<bool> exemplars = std::nullopt;
    std::vector<std::string> alerts; ///< names of the rules whose state marks this panel
    std::string datasource = {};     ///< Grafana's uid or ${variable}, kept for its sake
    std::vector<OtherQuery> otherQueries = {};
    /// JSON of what stood in Grafana's file and nobody here reads, to be written back; empty: nothing.
    std::string kept = {};

    [[nodiscard]] PanelType type() const noexcept { return static_cast<PanelType>(options.index()); }
    friend bool operator==(const PanelSpec &, const PanelSpec &) = default;
};

} // namespace sightglass
