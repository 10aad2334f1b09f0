// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/grafana/optionfields.h"

namespace sightglass::grafana {

PanelOptions grafanaStandardOptions(PanelType type)
{
    PanelOptions options = standardOptions(type);
    std::visit(
        [](auto &one) {
            if constexpr (requires { one.tooltip; })
                one.tooltip = {TooltipMode::Single, SortOrder::None, false};
        },
        options);
    // Grafana sorts only where it is told to; who looks at many lines wants the largest first.
    if (auto *chart = std::get_if<TimeSeriesOptions>(&options))
        chart->tooltip.sort = SortOrder::Descending;
    if (auto *heatmap = std::get_if<HeatmapOptions>(&options)) {
        heatmap->hideBelow = 1e-9;
        heatmap->color.fill = "dark-orange";
        heatmap->color.exponent = 0.5;
        heatmap->exemplars = true;
    }
    if (auto *bars = std::get_if<BarGaugeOptions>(&options))
        bars->sort = SortOrder::None;
    if (auto *text = std::get_if<TextOptions>(&options))
        text->language = "plaintext";
    return options;
}

} // namespace sightglass::grafana
