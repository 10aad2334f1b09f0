// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plots/seriesreadout.h"

#include "model/dashboard/panelfields.h"
#include "widgets/chart/timeticks.h"
#include "widgets/panelkit/instantvalues.h"
#include "widgets/panelkit/readoutorder.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <variant>

namespace sightglass {

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(sightglass::SeriesReadout)

public:
    static QString between(const QString &low, const QString &high)
    {
        return tr("between %1 and %2", "the bounds of a value").arg(low, high);
    }
    static QString silent(std::size_t count)
    {
        return tr("%n series without a sample here", nullptr, static_cast<int>(count));
    }
    static QString gap(const QString &length) { return tr("No sample for %1", "a gap").arg(length); }
    static QString since(const QString &time, const QString &length)
    {
        return tr("No sample since %1 (%2)", "a time, and how long that is").arg(time, length);
    }
    static QString before(const QString &time) { return tr("No sample before %1").arg(time); }
};

std::optional<double> valueAt(const std::vector<Sample> &samples, TimestampMs t)
{
    const auto found = std::ranges::lower_bound(samples, t, {}, &Sample::t);
    return found != samples.end() && found->t == t ? std::optional(found->v) : std::nullopt;
}

QString bandText(const SeriesReading &reading, const PanelData &data, const FieldConfig &config)
{
    for (const ErrorBand &band : data.bands) {
        const auto low = band.series == reading.series ? valueAt(band.low, reading.sample.t) : std::nullopt;
        const auto high = low ? valueAt(band.high, reading.sample.t) : std::nullopt;
        if (high)
            return Words::between(valueText(config, *low), valueText(config, *high));
    }
    return {};
}

} // namespace

Readout seriesReadout(std::span<const SeriesReading> readings, const PanelSpec &spec, const PanelData &data,
                      const TooltipOptions &options, const ReadoutPlace &place)
{
    std::vector<double> values;
    for (const SeriesReading &reading : readings)
        values.push_back(reading.sample.v);
    const ReadoutOrder order = readoutOrder(values, place.nearest, options);
    Readout readout;
    if (order.rows.empty())
        return readout;
    const SeriesReading &told = readings[place.nearest.value_or(order.rows.front())];
    const auto joined = [](const QString &a, const QString &b, const QString &between) {
        return a.isEmpty() || b.isEmpty() ? a + b : a + between + b;
    };
    readout.title = joined(timeText(told.sample.t, place.stepMs, place.zone),
                           ageText(told.sample.t, place.at, place.exactMs), QStringLiteral(" · "));
    readout.number = told.sample.v;
    readout.rowsAbove = order.above;
    readout.rowsBelow = order.below;
    for (const std::size_t i : order.rows) {
        const SeriesReading &reading = readings[i];
        const FieldConfig &config = configOf(spec, data.series[reading.series]);
        const QString age = reading.sample.t == told.sample.t
                                ? QString()
                                : ageText(reading.sample.t, place.at, place.exactMs);
        readout.rows.push_back({reading.color, reading.name, valueText(config, reading.sample.v),
                                place.nearest == i && readings.size() > 1,
                                joined(bandText(reading, data, config), age, QStringLiteral(", "))});
    }
    if (place.silent > 0)
        readout.note = Words::silent(place.silent);
    return readout;
}

Readout gapReadout(std::span<const std::span<const Sample>> series, const ReadoutPlace &place)
{
    std::optional<TimestampMs> last;
    std::optional<TimestampMs> next;
    for (const std::span<const Sample> samples : series) {
        const auto after = std::ranges::upper_bound(samples, place.at, {}, &Sample::t);
        if (after != samples.begin())
            last = std::max(last.value_or((after - 1)->t), (after - 1)->t);
        if (after != samples.end())
            next = std::min(next.value_or(after->t), after->t);
    }
    Readout readout;
    if (!last && !next)
        return readout;
    const auto time = [&place](TimestampMs t) { return timeText(t, place.stepMs, place.zone); };
    readout.title = time(place.at);
    if (last && next)
        readout.remarks << Words::gap(lengthText(*next - *last));
    else if (last)
        readout.remarks << Words::since(time(*last), lengthText(place.at - *last));
    else
        readout.remarks << Words::before(time(*next));
    return readout;
}

TooltipOptions tooltipOf(const PanelOptions &options)
{
    return std::visit(
        [](const auto &own) {
            if constexpr (requires { own.tooltip; })
                return own.tooltip;
            else
                return TooltipOptions{};
        },
        options);
}

} // namespace sightglass
