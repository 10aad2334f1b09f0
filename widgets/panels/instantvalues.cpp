// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/instantvalues.h"

#include "model/core/units.h"
#include "model/presentation/displaytext.h"
#include "model/presentation/valuetext.h"
#include "parser/base/durationtext.h"
#include "widgets/chart/numberticks.h"
#include "widgets/panels/seriesstats.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <limits>

namespace sightglass {

namespace {

constexpr std::int64_t stepsUntilStale = 2;
constexpr std::int64_t second = 1000;

std::int64_t staleAfterMs(const PanelData &data)
{
    return std::max(stepsUntilStale * data.stepMs, gapThresholdMs(data.stepMs));
}

} // namespace

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
    return valueText(value, spec.unit, spec.decimals);
}

QString lastKnownText(const PanelSpec &spec, const Sample &last, TimestampMs now)
{
    const std::int64_t age = (now - last.t + second / 2) / second * second;
    const std::string text = formatDurationMs(std::max(age, second));
    return QCoreApplication::translate("sightglass::InstantValue", "no data; last %1, %2 ago")
        .arg(valueText(spec, last.v), displayText(std::string_view(text)));
}

bool isCurrent(TimestampMs newest, const PanelData &data)
{
    return newest >= data.range.to - staleAfterMs(data);
}

SeriesValue seriesValue(Calculation calculation, const PanelSeries &series, const PanelData &data)
{
    constexpr double nan = std::numeric_limits<double>::quiet_NaN();
    if (series.samples.empty())
        return {nan, Presence::None, {}};
    const Sample newest = series.samples.back();
    if (calculation == Calculation::Last) {
        if (!isCurrent(newest.t, data))
            return {nan, Presence::Stale, newest};
        const auto number = std::find_if(series.samples.rbegin(), series.samples.rend(),
                                         [](const Sample &sample) { return !std::isnan(sample.v); });
        const bool fresh = number != series.samples.rend() && number->t >= newest.t - staleAfterMs(data);
        return {fresh ? number->v : nan, Presence::Current, {}};
    }
    return {calculate(calculation, series.samples).value_or(nan), Presence::Current, {}};
}

std::vector<InstantValue> instantValues(const PanelSpec &spec, const PanelData &data, const Theme &theme)
{
    std::vector<InstantValue> values;
    values.reserve(data.series.size());
    for (std::size_t i = 0; i < data.series.size(); ++i) {
        const SeriesValue value = seriesValue(spec.calculation, data.series[i], data);
        InstantValue one;
        one.series = i;
        one.name = displayText(std::string_view(data.series[i].name));
        one.value = value.value;
        one.presence = value.presence;
        if (value.presence == Presence::Current) {
            const FormattedValue formatted = formatValue(value.value, spec.unit, spec.decimals);
            one.number = valueText(formatted.number);
            one.unit = valueText(formatted.unit);
            one.text = valueText(spec, value.value);
            one.color = thresholdColor(spec.thresholds, value.value, theme);
        } else {
            one.number = noValue;
            one.text = noValue;
            one.color = theme.textMuted;
            one.remark = value.last ? lastKnownText(spec, *value.last, data.range.to)
                                    : QCoreApplication::translate("sightglass::InstantValue", "no data");
        }
        values.push_back(std::move(one));
    }
    return values;
}

double GaugeRange::share(double value) const
{
    const double result = (value - low) / (high - low);
    return std::isnan(result) ? 0 : std::clamp(result, 0.0, 1.0);
}

GaugeSpan GaugeRange::span(double value) const
{
    if (std::isnan(value))
        return {};
    const double zero = share(0);
    const double end = share(value);
    return {std::min(zero, end), std::max(zero, end)};
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
