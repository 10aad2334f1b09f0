// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/dashboard/panelexplanation.h"

#include "model/dashboard/bucketadvice.h"
#include "model/dashboard/panelevents.h"

#include <algorithm>

namespace sightglass {

namespace {

enum class Bands : unsigned char
{
    None,
    AtNewest,
    AtAllSteps
};

/// What a type of panel has a place for.
struct Wanted
{
    bool events = false;
    bool advice = false;
    Bands bands = Bands::None;
};

Wanted wantedBy(PanelType type)
{
    switch (type) {
    case PanelType::TimeSeries:
        return {true, true, Bands::AtAllSteps};
    case PanelType::Heatmap:
        return {true, true, Bands::None};
    case PanelType::StateTimeline:
    case PanelType::StatusHistory:
        return {true, false, Bands::None};
    case PanelType::Stat:
    case PanelType::Gauge:
    case PanelType::BarGauge:
        return {false, true, Bands::AtNewest};
    case PanelType::Table:
    case PanelType::BarChart:
        return {false, true, Bands::AtNewest};
    case PanelType::Histogram:
        return {false, true, Bands::None};
    default:
        return {};
    }
}

/// Whether the data's series are no longer those of the queries.
bool isTransformed(const PanelSpec &panel)
{
    const bool isTabular = std::ranges::any_of(panel.queries, [](const PanelQuery &query) {
        return !query.hidden && query.format != FrameFormat::TimeSeries;
    });
    return (isTabular && panel.type() != PanelType::Table) ||
           std::ranges::any_of(panel.transformations,
                               [](const TransformationSpec &one) { return !one.disabled; });
}

void explain(PanelData &data, const Wanted &wanted, const AskedExprs &asked, const BandSource &source)
{
    if (wanted.events)
        addEvents(data, source.snapshot, asked.exprs, source.cancel);
    if (wanted.advice)
        addBucketAdvice(data, source.snapshot, asked.exprs, source.cancel);
    for (std::size_t i = 0; i < asked.exprs.size() && wanted.bands != Bands::None; ++i) {
        if (wanted.bands == Bands::AtAllSteps)
            addQuantileBands(data, asked.queries[i], *asked.exprs[i], source);
        else
            addNewestQuantileBands(data, asked.queries[i], *asked.exprs[i], source);
    }
}

} // namespace

void explainPanel(PanelData &data, const PanelSpec &panel, const AskedExprs &asked, const BandSource &source)
{
    Wanted wanted = wantedBy(panel.type());
    if (isTransformed(panel))
        wanted.bands = Bands::None;
    explain(data, wanted, asked, source);
}

void explainLines(PanelData &data, const AskedExprs &asked, const BandSource &source)
{
    explain(data, wantedBy(PanelType::TimeSeries), asked, source);
}

} // namespace sightglass
