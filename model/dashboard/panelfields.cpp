// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/dashboard/panelfields.h"

#include <algorithm>

namespace sightglass {

namespace {

/// The series as a frame with one column of values, as matchers see it. Its values are not copied: only an
/// override by value reads them.
Frame frameOf(const PanelSeries &series, const PanelSpec &panel, bool withValues)
{
    Field field;
    field.name = "Value";
    field.labels = series.labels;
    field.legend = series.name;
    for (std::size_t i = 0; withValues && i < series.samples.size(); ++i)
        field.values.emplace_back(series.samples[i].v);
    return {series.name, panel.queries[series.query].refId, {std::move(field)}};
}

bool looksAtValues(const FieldOverride &one)
{
    return std::holds_alternative<ByValue>(one.matcher);
}

} // namespace

void configureSeries(PanelData &data, const PanelSpec &panel)
{
    if (panel.overrides.empty() && !panel.field.displayName)
        return;
    const bool withValues = std::ranges::any_of(panel.overrides, looksAtValues);
    for (PanelSeries &series : data.series) {
        std::vector<Frame> frames{frameOf(series, panel, withValues)};
        Field &field = frames.front().fields.front();
        FieldConfig config = panel.field;
        bool overridden = false;
        for (const FieldOverride &one : panel.overrides) {
            if (!matches(one.matcher, field, frames.front(), frames))
                continue;
            config = merged(config, one.config);
            overridden = true;
        }
        if (config.displayName) {
            field.config = config;
            series.name = displayName(field, frames.front(), frames);
        }
        if (overridden)
            series.config = std::make_shared<const FieldConfig>(std::move(config));
    }
}

} // namespace sightglass
