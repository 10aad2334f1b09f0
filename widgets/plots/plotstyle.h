// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/fields/graphconfig.h"
#include "widgets/chart/chartscene.h"
#include "widgets/style/seriescolors.h"

namespace sightglass {

/// What the look of a series depends on beside its config.
struct StyleContext
{
    double ratio = 1;             ///< device pixels of a logical one
    std::int64_t stepMs = 1000;   ///< between samples
    std::int64_t bucketUs = 1000; ///< of a device pixel column
    bool stacked = false;
    bool log = false;            ///< on a logarithmic axis, which has no zero
    std::size_t seriesCount = 1; ///< drawn in the plot
};

/// How a configured series is drawn, in device pixels; its scale is left to the caller. What the config does
/// not say is as calm as it can be: a thin line with a faint area, layers of a stack and bars filled.
[[nodiscard]] SeriesStyle seriesStyle(const GraphConfig &graph, const SeriesLook &look,
                                      const StyleContext &context);
/// Of its area, 0 to 1.
[[nodiscard]] double fillOpacityOf(const GraphConfig &graph, const StyleContext &context);

} // namespace sightglass
