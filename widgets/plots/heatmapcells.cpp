// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plots/heatmapcells.h"

#include "model/presentation/valuetext.h"
#include "widgets/plots/heatmapsource.h"

#include <QCoreApplication>

#include <cmath>

namespace sightglass {

namespace {

HeatmapOptions optionsOf(const PanelSpec &spec)
{
    const auto *options = std::get_if<HeatmapOptions>(&spec.options);
    return options != nullptr ? *options : HeatmapOptions();
}

QString boundText(double bound, const PanelSpec &spec, const HeatmapOptions &options)
{
    const std::string unit = options.yUnit ? *options.yUnit : spec.field.unit.value_or(std::string());
    return valueText(bound, std::isinf(bound) ? "none" : unit,
                     options.yDecimals ? options.yDecimals : spec.field.decimals);
}

} // namespace

std::shared_ptr<const PanelData> heatmapCells(const PanelData &data, const PanelSpec &spec)
{
    const HeatmapOptions options = optionsOf(spec);
    const HeatmapData cells = heatmapSource(data, spec, options, mostHeatmapRows).data;
    auto table = std::make_shared<PanelData>();
    table->range = data.range;
    table->stepMs = data.stepMs;
    for (std::size_t row = 0; row < cells.rows.size(); ++row) {
        const HeatmapRow &bounds = cells.rows[row];
        if (bounds.isGap)
            continue;
        PanelSeries &series = table->series.emplace_back();
        series.name = cells.hasBounds ? QCoreApplication::translate("sightglass::HeatmapPlot", "%1 – %2",
                                                                    "from a lower to an upper bound")
                                            .arg(boundText(bounds.low, spec, options),
                                                 boundText(bounds.high, spec, options))
                                            .toStdString()
                                      : bounds.name;
        for (std::size_t i = 0; i < cells.times.size(); ++i)
            series.samples.push_back({cells.times[i], cells.at(i)[row]});
    }
    return table;
}

PanelSpec heatmapCellSpec(PanelSpec spec)
{
    const HeatmapOptions options = optionsOf(spec);
    spec.field.unit = options.cellUnit.value_or("short");
    spec.field.decimals = options.cellDecimals;
    spec.overrides.clear();
    return spec;
}

} // namespace sightglass
