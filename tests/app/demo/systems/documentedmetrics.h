// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/systems/systemtable.h"
#include "parser/exposition/metrictype.h"

#include <span>
#include <string_view>

namespace sightglass::demo {

/// A metric as the documentation of its system has it.
struct DocumentedMetric
{
    SystemId system = SystemId::StreamHouse;
    std::string_view name;
    MetricType type = MetricType::Unknown;
    std::string_view labels; ///< ascending, with commas between them
    std::string_view buckets = ".005 .01 .025 .05 .1 .25 .5 1 2.5 5 10"; ///< of histograms
};

/// All of the modelled systems: the literal lists that the emitters are held to.
[[nodiscard]] std::span<const DocumentedMetric> documentedMetrics();

} // namespace sightglass::demo
