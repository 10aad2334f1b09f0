// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/grafana/legendsort.h"

#include "model/transform/calculationtitle.h"

namespace sightglass::grafana {

namespace {

constexpr std::string_view nameHeading = "Name";

} // namespace

std::string legendSortText(const LegendOptions &legend)
{
    if (legend.sortByName)
        return std::string(nameHeading);
    return legend.sortBy ? calculationTitle(*legend.sortBy) : std::string();
}

void setLegendSort(LegendOptions &legend, std::string_view heading)
{
    legend.sortByName = heading == nameHeading;
    legend.sortBy.reset();
    for (const Calculation calculation : legend.values) {
        if (calculationTitle(calculation) == heading)
            legend.sortBy = calculation;
    }
}

} // namespace sightglass::grafana
