// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/dashboard/legendoptions.h"
#include "model/dashboard/valueoptions.h"
#include "model/grafana/legendsort.h"

#include <string>
#include <vector>

/// Descriptions of what several types of panels have in common. A description names each member of Grafana's
/// JSON once, for FieldSource, FieldSink and MemberCollector alike; values that have another form there are
/// taken apart before and put together behind, which for a sink changes nothing.
namespace sightglass::grafana {

template<typename Io>
void describe(Io &io, LegendOptions &legend)
{
    bool shown = legend.mode != LegendMode::Hidden;
    LegendMode mode = shown ? legend.mode : LegendMode::List;
    std::string sortBy = legendSortText(legend);
    bool descending = !sortBy.empty() && legend.sortDescending;
    io.field("showLegend", shown, true);
    io.field("displayMode", mode, LegendMode::List);
    io.field("placement", legend.placement, LegendPlacement::Bottom);
    io.list("calcs", legend.values);
    io.field("width", legend.width);
    io.field("limit", legend.limit);
    io.field("sortBy", sortBy, std::string());
    io.field("sortDesc", descending, false);
    if constexpr (Io::reading) {
        legend.mode = shown ? mode : LegendMode::Hidden;
        setLegendSort(legend, sortBy);
        legend.sortDescending = descending || legendSortText(legend).empty();
    }
}

template<typename Io>
void describe(Io &io, TooltipOptions &tooltip)
{
    io.field("mode", tooltip.mode, TooltipMode::Single);
    io.field("sort", tooltip.sort, SortOrder::None);
    io.field("hideZeros", tooltip.hideZeros, false);
    io.field("maxHeight", tooltip.maxHeight);
    io.field("maxWidth", tooltip.maxWidth);
}

template<typename Io>
void describe(Io &io, ReduceOptions &reduce)
{
    std::vector<Calculation> calculations{reduce.calculation};
    calculations.insert(calculations.end(), reduce.further.begin(), reduce.further.end());
    if constexpr (Io::reading)
        calculations.clear();
    io.field("values", reduce.allRows, false);
    io.field("limit", reduce.limit);
    io.list("calcs", calculations);
    io.field("fields", reduce.fields, std::string());
    if constexpr (Io::reading) {
        reduce.calculation = calculations.empty() ? Calculation::LastNotNull : calculations.front();
        calculations.erase(calculations.begin(), calculations.begin() + (calculations.empty() ? 0 : 1));
        reduce.further = std::move(calculations);
    }
}

template<typename Io>
void describe(Io &io, TextSizes &sizes)
{
    io.field("titleSize", sizes.title);
    io.field("valueSize", sizes.value);
    io.field("percentSize", sizes.percent);
}

/// Sizes of the shapes of gauges count only where they are set by hand.
template<typename Io, typename Sizes>
void describeSizing(Io &io, const Sizes &sizes)
{
    bool manual = false;
    for (const auto &size : sizes)
        manual = manual || size.second->has_value();
    std::string sizing = manual ? "manual" : "auto";
    io.field("sizing", sizing, std::string("auto"));
    for (const auto &[name, size] : sizes)
        io.field(name, *size);
    if constexpr (Io::reading) {
        for (const auto &size : sizes) {
            if (sizing != "manual")
                size.second->reset();
        }
    }
}

} // namespace sightglass::grafana
