// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/instantvalues.h"

#include "widgets/chart/numberticks.h"
#include "widgets/panels/seriesstats.h"
#include "widgets/style/displaytext.h"

#include <algorithm>
#include <cmath>

namespace sightglass {

QColor thresholdColor(const std::vector<ThresholdStep> &thresholds, double value, const Theme &theme)
{
    if (std::isnan(value))
        return theme.semantic(SemanticColor::Neutral);
    if (thresholds.empty())
        return theme.accent;
    SemanticColor color = thresholds.front().color;
    for (const ThresholdStep &step : thresholds) {
        if (!step.from || value >= *step.from)
            color = step.color;
    }
    return theme.semantic(color);
}

QString valueText(const PanelSpec &spec, double value)
{
    const std::string text = formatValue(value, spec.unit, spec.decimals).text();
    return displayText(std::string_view(text));
}

std::vector<InstantValue> instantValues(const PanelSpec &spec, const PanelData &data, const Theme &theme)
{
    std::vector<InstantValue> values;
    for (std::size_t i = 0; i < data.series.size(); ++i) {
        const auto value = calculate(spec.calculation, data.series[i].samples);
        if (!value)
            continue;
        const FormattedValue formatted = formatValue(*value, spec.unit, spec.decimals);
        InstantValue one;
        one.series = i;
        one.name = displayText(std::string_view(data.series[i].name));
        one.value = *value;
        one.number = displayText(std::string_view(formatted.number));
        one.unit = displayText(std::string_view(formatted.unit));
        one.text = valueText(spec, *value);
        one.color = thresholdColor(spec.thresholds, *value, theme);
        values.push_back(std::move(one));
    }
    return values;
}

double GaugeRange::share(double value) const
{
    const double result = (value - low) / (high - low);
    return std::isnan(result) ? 0 : std::clamp(result, 0.0, 1.0);
}

GaugeRange gaugeRange(const PanelSpec &spec, const std::vector<InstantValue> &values)
{
    AxisLimits limits;
    limits.min = spec.min;
    limits.max = spec.max;
    limits.base = isBinaryUnit(spec.unit) ? NumberBase::Binary : NumberBase::Decimal;
    const bool ratio = spec.unit == "percentunit";
    ValueRange range{0, ratio ? 1.0 : spec.unit == "percent" ? 100.0 : 0.0};
    const bool natural = range.high > 0;
    const auto include = [&range](double value) {
        if (std::isfinite(value))
            range = {std::min(range.low, value), std::max(range.high, value)};
    };
    for (const InstantValue &value : values)
        include(value.value);
    for (const ThresholdStep &step : spec.thresholds) {
        if (step.from && !natural)
            include(*step.from);
    }
    if (natural && !limits.max && range.high == (ratio ? 1.0 : 100.0))
        limits.max = range.high;
    const NumberAxis axis = numberAxis(range, limits);
    return {axis.low, axis.high};
}

} // namespace sightglass
