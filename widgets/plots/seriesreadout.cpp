// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plots/seriesreadout.h"

#include "model/dashboard/panelfields.h"
#include "model/dashboard/sampledtimes.h"
#include "model/presentation/timetext.h"
#include "widgets/chart/timeticks.h"
#include "widgets/panelkit/instantvalues.h"
#include "widgets/panelkit/readoutorder.h"
#include "widgets/plots/plottexts.h"

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
    static QString evaluated() { return tr("evaluated", "a value, not a sample"); }
    static QString sample() { return tr("sample", "a value, not evaluated"); }
    static QString takenAt(const QString &time)
    {
        return tr("sample of %1", "the time of a sample that is shown later, by its offset").arg(time);
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

QString bandText(const SeriesReading &reading, const PanelData &data, const FieldConfig &config,
                 const ZoneRule &zone)
{
    for (const ErrorBand &band : data.bands) {
        const auto low = band.series == reading.series ? valueAt(band.low, reading.sample.t) : std::nullopt;
        const auto high = low ? valueAt(band.high, reading.sample.t) : std::nullopt;
        if (high)
            return Words::between(valueText(config, *low, zone), valueText(config, *high, zone));
    }
    return {};
}

/// Whether a value is a stored sample; nothing where the answer does not say.
std::optional<bool> isSample(const SeriesReading &reading, const PanelData &data)
{
    if (reading.isStored)
        return true;
    const auto origin = data.originOf(data.series[reading.series]);
    return origin && !origin->isStored() ? std::optional(false) : std::nullopt;
}

/// To the second, or as exactly as a sample is dated.
QString ownTimeText(TimestampMs t, const SeriesReading &reading, const ReadoutPlace &place)
{
    constexpr std::int64_t second = 1000;
    const std::int64_t exact = t % second == 0 ? second : 1;
    return timeText(t, reading.isStored ? exact : place.stepMs, place.zone);
}

/// What the title's value is, beside its time.
QString kindText(const SeriesReading &told, const PanelData &data, const ReadoutPlace &place)
{
    const std::int64_t offset = told.isStored ? offsetOf(data.series[told.series]) : 0;
    if (offset > 0)
        return Words::takenAt(ownTimeText(told.sample.t - offset, told, place));
    return isSample(told, data) == false ? Words::evaluated() : QString();
}

/// How the values came about that are no samples, each way once.
QString originsText(std::span<const SeriesReading> readings, const PanelData &data)
{
    QStringList texts;
    for (const SeriesReading &reading : readings) {
        const auto origin = reading.isStored ? std::nullopt : data.originOf(data.series[reading.series]);
        const QString text = origin && !origin->isStored() ? originText(*origin) : QString();
        if (!text.isEmpty() && !texts.contains(text))
            texts << text;
    }
    return texts.join(QStringLiteral(", "));
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
    const QString dot = QStringLiteral(" · ");
    const ZoneRule zone = zoneRule(place.zone);
    readout.title = joined(joined(ownTimeText(told.sample.t, told, place), kindText(told, data, place), dot),
                           ageText(told.sample.t, place.at, place.exactMs), dot);
    readout.number = told.sample.v;
    readout.rowsAbove = order.above;
    readout.rowsBelow = order.below;
    for (const std::size_t i : order.rows) {
        const SeriesReading &reading = readings[i];
        const FieldConfig &config = configOf(spec, data.series[reading.series]);
        const QString age = reading.sample.t == told.sample.t
                                ? QString()
                                : ageText(reading.sample.t, place.at, place.exactMs);
        // What is of another kind than the title says.
        const auto kind = isSample(reading, data);
        const bool differs = kind && kind != isSample(told, data);
        const QString own = !differs ? QString() : *kind ? Words::sample() : Words::evaluated();
        const QString comma = QStringLiteral(", ");
        readout.rows.push_back(
            {reading.color, reading.name, valueTextWithin(config, reading.sample.v, reading.span, zone),
             place.nearest == i && readings.size() > 1,
             joined(joined(bandText(reading, data, config, zone), own, comma), age, comma)});
    }
    readout.note =
        joined(place.silent > 0 ? Words::silent(place.silent) : QString(), originsText(readings, data), dot);
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
