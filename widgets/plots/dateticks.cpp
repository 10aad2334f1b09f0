// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plots/dateticks.h"

#include "model/core/units.h"
#include "model/presentation/timetext.h"
#include "model/presentation/valuetext.h"
#include "widgets/chart/timeticks.h"

#include <QDateTime>

#include <algorithm>
#include <cmath>

namespace sightglass {

void putOnDates(ScaledAxis &axis, double secondsOfOne, const LabelRoom &room, const QTimeZone &zone)
{
    constexpr double farthest = 6e13; // milliseconds: calendars of before the year 1 are nobody's
    const double ms = secondsOfOne * 1000;
    const double low = axis.low * ms;
    const double high = axis.high * ms;
    if (axis.transform.kind != ScaleKind::Linear || !(ms > 0) || !(low >= -farthest && high <= farthest))
        return;
    const TimeRange range{static_cast<TimestampMs>(std::ceil(low)),
                          static_cast<TimestampMs>(std::floor(high))};
    if (range.to <= range.from)
        return;
    const double least = static_cast<double>(range.lengthMs()) / std::max(room.most, 1.0);
    const auto fit = [least](std::span<const TimeTick> ticks) {
        for (std::size_t i = 1; i < ticks.size(); ++i) {
            if (static_cast<double>(ticks[i].t - ticks[i - 1].t) < least)
                return false;
        }
        return true;
    };
    // Both ends may have a label.
    const auto ticks = timeTicks(range, std::max(room.wanted - 1, 1.0), zone, fit);
    if (ticks.empty())
        return;
    axis.ticks.clear();
    for (const TimeTick &tick : ticks)
        axis.ticks.push_back(static_cast<double>(tick.t) / ms);
}

QStringList dateTickTexts(const std::vector<double> &ticks, std::string_view unit, const QTimeZone &zone)
{
    DateContext dates;
    dates.zone = zoneRule(zone);
    if (dependsOnNow(unit))
        dates.now = static_cast<double>(QDateTime::currentMSecsSinceEpoch());
    QStringList texts;
    for (const double tick : ticks)
        texts << valueText(std::string_view(formatValue(tick, unit, std::nullopt, dates).text()));
    const double ms = secondsOf(unit) * 1000;
    if (!(ms > 0) || std::ranges::adjacent_find(texts) == texts.end())
        return texts;
    std::vector<TimestampMs> times;
    for (const double tick : ticks)
        times.push_back(static_cast<TimestampMs>(std::llround(tick * ms)));
    return timeLabels(times, zone);
}

} // namespace sightglass
