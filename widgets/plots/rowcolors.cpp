// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plots/rowcolors.h"

namespace sightglass {

RowColors::Pair RowColors::of(std::size_t series, const FieldConfig &config, const QColor &color,
                              const ScaledAxis &axis, int height, const Theme &theme)
{
    const bool byValue = coloredByValue(config);
    const GradientMode gradient = config.graph.gradient.value_or(GradientMode::None);
    if (!byValue && gradient != GradientMode::Hue) {
        m_entries.erase(series);
        return {};
    }
    const Entry wanted{config.color, config.thresholds, config.min, config.max,     gradient,
                       color,        axis.low,          axis.high,  axis.transform, height,
                       theme.kind,   theme.contrast};
    auto &[entry, pair] = m_entries[series];
    if (entry == wanted)
        return pair;
    entry = wanted;
    if (byValue) {
        pair.line = std::make_shared<const std::vector<QRgb>>(schemeRows(config, axis, height, theme));
        pair.fill = pair.line;
    } else {
        pair = {nullptr, std::make_shared<const std::vector<QRgb>>(hueRows(color, height))};
    }
    return pair;
}

} // namespace sightglass
