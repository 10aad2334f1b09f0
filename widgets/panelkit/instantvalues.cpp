// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panelkit/instantvalues.h"

#include "model/core/units.h"
#include "model/dashboard/panelfields.h"
#include "model/presentation/displaytext.h"
#include "model/presentation/valuetext.h"
#include "parser/base/durationtext.h"
#include "widgets/chart/numberticks.h"
#include "widgets/panelkit/seriesstats.h"

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

QColor valueColor(const FieldConfig &config, double value, const FieldRange &range, const Theme &theme)
{
    if (std::isnan(value))
        return theme.semantic(SemanticColor::Neutral);
    if (!config.color && !config.thresholds)
        return theme.accent;
    FieldConfig colored;
    colored.thresholds = config.thresholds;
    colored.mappings = config.mappings;
    colored.color = config.color.value_or(FieldColor{ColorMode::Thresholds, {}, {}, ColorBy::Last});
    const QColor color = theme.named(displayValue(value, FieldType::Number, colored, range).color);
    return color.isValid() ? color : theme.accent;
}

QString valueText(const FieldConfig &config, double value)
{
    return displayText(displayValue(value, FieldType::Number, config, {}).text());
}

QString lastKnownText(const FieldConfig &config, const Sample &last, TimestampMs now)
{
    const std::int64_t age = (now - last.t + second / 2) / second * second;
    const std::string text = formatDurationMs(std::max(age, second));
    return QCoreApplication::translate("sightglass::InstantValue", "no data; last %1, %2 ago")
        .arg(valueText(config, last.v), displayText(std::string_view(text)));
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
    if (calculation == Calculation::LastNotNull || calculation == Calculation::Last) {
        if (!isCurrent(newest.t, data))
            return {nan, Presence::Stale, newest};
        const auto number = std::find_if(series.samples.rbegin(), series.samples.rend(),
                                         [](const Sample &sample) { return !std::isnan(sample.v); });
        const bool fresh = number != series.samples.rend() && number->t >= newest.t - staleAfterMs(data);
        return {fresh ? number->v : nan, Presence::Current, {}};
    }
    return {calculateSeries(calculation, series.samples).value_or(nan), Presence::Current, {}};
}

std::vector<InstantValue> instantValues(const PanelSpec &spec, const PanelData &data, const Theme &theme)
{
    const ReduceOptions *reduce = reduceOf(spec.options);
    const Calculation calculation = reduce != nullptr ? reduce->calculation : Calculation::LastNotNull;
    std::vector<InstantValue> values;
    values.reserve(data.series.size());
    for (std::size_t i = 0; i < data.series.size(); ++i) {
        const PanelSeries &series = data.series[i];
        const SeriesValue value = seriesValue(calculation, series, data);
        InstantValue one;
        one.series = i;
        one.name = displayText(std::string_view(series.name));
        one.value = value.value;
        one.presence = value.presence;
        if (value.presence == Presence::Current) {
            const DisplayValue shown =
                displayValue(value.value, FieldType::Number, configOf(spec, series), {});
            one.number = valueText(shown.number);
            one.unit = valueText(shown.unit);
            one.text = valueText(shown.text());
        } else {
            one.number = noValue;
            one.text = noValue;
            one.remark = value.last ? lastKnownText(configOf(spec, series), *value.last, data.range.to)
                                    : QCoreApplication::translate("sightglass::InstantValue", "no data");
        }
        values.push_back(std::move(one));
    }
    const GaugeRange ends = gaugeRange(spec.field, values);
    for (InstantValue &one : values) {
        const FieldConfig &config = configOf(spec, data.series[one.series]);
        one.color = one.presence == Presence::Current
                        ? valueColor(config, one.value, {ends.low, ends.high}, theme)
                        : theme.textMuted;
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

GaugeRange gaugeRange(const FieldConfig &config, const std::vector<InstantValue> &values)
{
    const std::string unit = config.unit.value_or(std::string());
    AxisLimits limits;
    limits.min = config.min;
    limits.max = config.max;
    limits.base = isBinaryUnit(unit) ? NumberBase::Binary : NumberBase::Decimal;
    const bool ratio = unit == "percentunit";
    ValueRange range{0, ratio ? 1.0 : unit == "percent" ? 100.0 : 0.0};
    const bool natural = range.high > 0;
    const auto include = [&range](double value) {
        if (std::isfinite(value))
            range = {std::min(range.low, value), std::max(range.high, value)};
    };
    for (const InstantValue &value : values)
        include(value.value);
    const Thresholds thresholds = config.thresholds.value_or(Thresholds());
    for (const ThresholdStep &step : thresholds.steps) {
        if (step.from && !natural && thresholds.mode == ThresholdsMode::Absolute)
            include(*step.from);
    }
    if (natural && !limits.max && range.high == (ratio ? 1.0 : 100.0))
        limits.max = range.high;
    const NumberAxis axis = numberAxis(range, limits);
    return {axis.low, axis.high};
}

} // namespace sightglass
