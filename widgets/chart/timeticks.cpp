// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chart/timeticks.h"

#include "model/presentation/timetext.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

#include <algorithm>
#include <array>
#include <limits>

namespace sightglass {

namespace {

constexpr std::int64_t second = 1000;
constexpr std::int64_t minute = 60 * second;
constexpr std::int64_t hour = 60 * minute;
constexpr std::int64_t day = 24 * hour;
constexpr std::int64_t week = 7 * day;

constexpr std::array fixedSteps{std::int64_t{1},
                                std::int64_t{2},
                                std::int64_t{5},
                                std::int64_t{10},
                                std::int64_t{20},
                                std::int64_t{50},
                                std::int64_t{100},
                                std::int64_t{200},
                                std::int64_t{500},
                                second,
                                2 * second,
                                5 * second,
                                10 * second,
                                15 * second,
                                30 * second,
                                minute,
                                2 * minute,
                                5 * minute,
                                10 * minute,
                                15 * minute,
                                20 * minute,
                                30 * minute,
                                hour,
                                2 * hour,
                                3 * hour,
                                4 * hour,
                                6 * hour,
                                8 * hour,
                                12 * hour,
                                day};
/// Steps of days begin anew with each month: 1, 5, 10 … are round; 0 is the week, which is counted from
/// Mondays.
constexpr std::array daySteps{2, 3, 5, 0, 10, 15};
constexpr std::array monthSteps{1, 2, 3, 4, 6, 12, 24, 60, 120, 240, 600, 1200, 2400, 6000, 12'000};

QDateTime inZone(TimestampMs t, const QTimeZone &zone)
{
    return QDateTime::fromMSecsSinceEpoch(t, zone);
}

std::int64_t offsetMs(TimestampMs t, const QTimeZone &zone)
{
    return std::int64_t{zone.offsetFromUtc(QDateTime::fromMSecsSinceEpoch(t, Qt::UTC))} * second;
}

/// Turns local into UTC times within a range; looks the offset up each time only where it changes in the
/// range.
class LocalTime
{
public:
    LocalTime(TimeRange range, const QTimeZone &zone)
        : m_zone(zone)
        , m_offset(offsetMs(range.from, zone))
        , m_constant(m_offset == offsetMs(range.to, zone))
    {}

    [[nodiscard]] std::int64_t startOffset() const { return m_offset; }
    /// Where the local time is skipped by daylight saving: the one an offset later.
    [[nodiscard]] TimestampMs toUtc(std::int64_t localMs) const
    {
        if (m_constant)
            return localMs - m_offset;
        const TimestampMs guess = localMs - offsetMs(localMs, m_zone);
        return localMs - offsetMs(guess, m_zone);
    }

private:
    const QTimeZone &m_zone;
    std::int64_t m_offset;
    bool m_constant;
};

/// Multiples of a step counted from here are round: Mondays for weeks (the epoch was a Thursday).
std::int64_t phaseOf(std::int64_t step)
{
    return step == week ? 4 * day : 0;
}

QString label(TimestampMs t, std::int64_t step, const QTimeZone &zone, bool major)
{
    const QDateTime time = inZone(t, zone);
    if (major || step >= day)
        return QLocale().toString(time.date(), QCoreApplication::translate("sightglass::TimeTicks", "d MMM",
                                                                           "QDate format: day and month"));
    const QString form = step < second   ? QStringLiteral("HH:mm:ss.zzz")
                         : step < minute ? QStringLiteral("HH:mm:ss")
                                         : QStringLiteral("HH:mm");
    return time.toString(form) + repeatedHourText(t, zone);
}

bool beginsDay(TimestampMs t, const QTimeZone &zone)
{
    return inZone(t, zone).date() != inZone(t - 1, zone).date();
}

/// When the zone's distance from UTC changes in a range, ascending.
std::vector<TimestampMs> offsetChanges(TimeRange range, const QTimeZone &zone)
{
    constexpr std::int64_t mostLooks = 1000;
    const std::int64_t stride = std::max(range.lengthMs() / mostLooks, day);
    std::vector<TimestampMs> changes;
    for (TimestampMs from = range.from; from < range.to; from += stride) {
        TimestampMs low = from;
        TimestampMs high = std::min(from + stride, range.to);
        const std::int64_t before = offsetMs(low, zone);
        if (offsetMs(high, zone) == before)
            continue;
        while (high - low > 1) {
            const TimestampMs middle = low + (high - low) / 2;
            (offsetMs(middle, zone) == before ? low : high) = middle;
        }
        changes.push_back(high);
    }
    return changes;
}

/// Of steps up to an hour: the hour that a zone's clocks repeat has its ticks twice.
std::vector<TimeTick> shortTicks(TimeRange range, std::int64_t step, const QTimeZone &zone)
{
    std::vector<TimeTick> ticks;
    const auto add = [&](TimestampMs from, TimestampMs end) {
        const std::int64_t offset = offsetMs(from, zone);
        // One early: rounding may have gone up (before 1970).
        for (TimestampMs t = (from + offset) / step * step - step - offset; t < end; t += step) {
            if (t < from || (!ticks.empty() && t - ticks.back().t < step))
                continue;
            const bool major = ((t + offset) % day == 0 || t == from) && beginsDay(t, zone);
            ticks.push_back({t, label(t, step, zone, major), major});
        }
    };
    TimestampMs from = range.from;
    for (const TimestampMs change : offsetChanges(range, zone)) {
        add(from, change);
        from = change;
    }
    add(from, range.to + 1);
    return ticks;
}

std::vector<TimeTick> fixedTicks(TimeRange range, std::int64_t step, const QTimeZone &zone)
{
    if (step <= hour)
        return shortTicks(range, step, zone);
    std::vector<TimeTick> ticks;
    const std::int64_t phase = phaseOf(step);
    const LocalTime localTime(range, zone);
    // Two steps early: rounding may have gone up (before 1970), and the offset may be another one at the
    // step.
    std::int64_t local = (range.from + localTime.startOffset() - phase) / step * step + phase - 2 * step;
    for (;; local += step) {
        const TimestampMs t = localTime.toUtc(local);
        if (t > range.to)
            return ticks;
        if (t < range.from || (!ticks.empty() && t <= ticks.back().t))
            continue;
        const bool major = step < day && beginsDay(t, zone);
        ticks.push_back({t, label(t, step, zone, major), major});
    }
}

/// The fewest days between two ticks of such a step: the first of a month is one, too, and the day before it
/// keeps its distance.
int fewestDays(int step)
{
    constexpr int weekDays = 7;
    constexpr int countedFromOne = 3;
    if (step == 0)
        return weekDays;
    return step <= countedFromOne ? step : step - 1;
}

/// Days of the month: 1, 3, 5 …; 1, 4, 7 …; 1, 5, 10 …
std::vector<TimeTick> dayTicks(TimeRange range, int step, const QTimeZone &zone)
{
    std::vector<TimeTick> ticks;
    const int fewest = fewestDays(step);
    QDate date = inZone(range.from, zone).date();
    date = QDate(date.year(), date.month(), 1);
    while (date.isValid()) {
        const TimestampMs t = QDateTime(date, QTime(0, 0), zone).toMSecsSinceEpoch();
        if (t > range.to)
            return ticks;
        if (t >= range.from)
            ticks.push_back({t, label(t, day, zone, false), false});
        const QDate first = QDate(date.year(), date.month(), 1).addMonths(1);
        const QDate next = date.addDays(date.day() == 1 ? fewest : step);
        date = next.addDays(fewest) <= first ? next : first;
    }
    return ticks;
}

QString monthLabel(QDate date, int months)
{
    return QLocale().toString(date, months >= 12 ? QStringLiteral("yyyy") : QStringLiteral("MMM yyyy"));
}

std::vector<TimeTick> monthTicks(TimeRange range, int months, const QTimeZone &zone)
{
    std::vector<TimeTick> ticks;
    const QDate start = inZone(range.from, zone).date();
    int month = (std::max(start.year(), 1) * 12 + start.month() - 1) / months * months;
    for (;; month += months) {
        const QDate date(month / 12, month % 12 + 1, 1);
        const TimestampMs t = QDateTime(date, QTime(0, 0), zone).toMSecsSinceEpoch();
        if (!date.isValid() || t > range.to)
            return ticks;
        if (t >= range.from)
            ticks.push_back({t, monthLabel(date, months), false});
    }
}

enum class StepKind : unsigned char
{
    Fixed, ///< milliseconds
    Days,
    Months
};
struct Step
{
    StepKind kind = StepKind::Fixed;
    std::int64_t size = 1;
    std::int64_t leastMs = 1; ///< between two ticks
    std::int64_t mostMs = 1;
};

const std::vector<Step> &allSteps()
{
    static const std::vector<Step> all = [] {
        std::vector<Step> steps;
        // A change of clocks takes an hour from a step, or gives it one.
        for (const std::int64_t step : fixedSteps)
            steps.push_back({StepKind::Fixed, step, step, step < hour ? step : step + hour});
        for (const int days : daySteps) {
            const bool isWeek = days == 0;
            const std::int64_t most = isWeek ? week + hour : (days + 2) * day + hour;
            steps.push_back({isWeek ? StepKind::Fixed : StepKind::Days, isWeek ? week : days,
                             fewestDays(days) * day, most});
        }
        for (const int months : monthSteps) {
            const int years = months / 12;
            const std::int64_t least = years > 0 ? years * 365 : months * 30 - 2; // February
            const std::int64_t most = years > 0 ? years * 366 : months * 31;
            steps.push_back({StepKind::Months, months, least * day, most * day + hour});
        }
        return steps;
    }();
    return all;
}

std::vector<TimeTick> ticksOf(TimeRange range, const Step &step, const QTimeZone &zone)
{
    switch (step.kind) {
    case StepKind::Fixed:
        return fixedTicks(range, step.size, zone);
    case StepKind::Days:
        return dayTicks(range, static_cast<int>(step.size), zone);
    case StepKind::Months:
        break;
    }
    return monthTicks(range, static_cast<int>(step.size), zone);
}

std::size_t stepFor(TimeRange range, double room)
{
    const std::vector<Step> &steps = allSteps();
    const auto length = static_cast<double>(range.lengthMs());
    const auto found = std::ranges::find_if(steps, [length, room](const Step &step) {
        return length <= static_cast<double>(step.leastMs) * std::max(room, 1.0);
    });
    return std::min(static_cast<std::size_t>(found - steps.begin()), steps.size() - 1);
}

} // namespace

std::vector<TimeTick> timeTicks(TimeRange range, double room, const QTimeZone &zone)
{
    return ticksOf(range, allSteps()[stepFor(range, room)], zone);
}

namespace {

std::vector<TimeTick> fittingTicks(TimeRange range, double room, const QTimeZone &zone, const LabelsFit &fit)
{
    const std::vector<Step> &steps = allSteps();
    const std::size_t usual = stepFor(range, room);
    std::vector<TimeTick> ticks = ticksOf(range, steps[usual], zone);
    for (std::size_t i = usual + 1; i < steps.size() && ticks.size() > 1 && !fit(ticks); ++i)
        ticks = ticksOf(range, steps[i], zone);
    const auto hasTwo = [&](std::size_t step) { return range.lengthMs() >= 2 * steps[step].mostMs; };
    // The step is to depend on the range's length, not on where it begins: as far as that goes.
    for (std::size_t i = usual; i > 0 && !(ticks.size() > 1 && hasTwo(i)); --i) {
        if (!hasTwo(i - 1) && ticks.size() > 1)
            continue;
        std::vector<TimeTick> finer = ticksOf(range, steps[i - 1], zone);
        if (finer.size() > 1 && fit(finer))
            return finer;
        constexpr std::int64_t tooMany = 50;
        if ((hasTwo(i - 1) && ticks.size() > 1) || range.lengthMs() > steps[i - 1].leastMs * tooMany)
            break;
    }
    return ticks;
}

/// A tick that is alone tells as much as two of the range would: there is no neighbour to read its seconds
/// from.
void tellWhole(std::vector<TimeTick> &ticks, TimeRange range, const QTimeZone &zone, const LabelsFit &fit)
{
    if (ticks.size() != 1 || ticks.front().major || range.lengthMs() >= 2 * minute)
        return;
    std::vector<TimeTick> whole = ticks;
    whole.front().label = label(whole.front().t, second, zone, false);
    if (whole.front().label.size() > ticks.front().label.size() && fit(whole))
        ticks = std::move(whole);
}

} // namespace

std::vector<TimeTick> timeTicks(TimeRange range, double room, const QTimeZone &zone, const LabelsFit &fit)
{
    std::vector<TimeTick> ticks = fittingTicks(range, room, zone, fit);
    tellWhole(ticks, range, zone, fit);
    return ticks;
}

QStringList timeLabels(std::span<const TimestampMs> times, const QTimeZone &zone)
{
    std::int64_t apart = std::numeric_limits<std::int64_t>::max();
    for (std::size_t i = 1; i < times.size(); ++i)
        apart = std::min(apart, times[i] - times[i - 1]);
    constexpr std::int64_t month = 28 * day;
    QStringList labels;
    for (const TimestampMs t : times) {
        const QDateTime time = inZone(t, zone);
        if (apart >= month)
            labels << monthLabel(time.date(), apart >= 12 * month ? 12 : 1);
        else
            labels << label(t, apart, zone, apart < day && time.time() == QTime(0, 0));
    }
    return labels;
}

QString timeText(TimestampMs t, std::int64_t stepMs, const QTimeZone &zone)
{
    const QDateTime time = inZone(t, zone);
    return time.toString(stepMs % second == 0 ? QStringLiteral("yyyy-MM-dd HH:mm:ss")
                                              : QStringLiteral("yyyy-MM-dd HH:mm:ss.zzz")) +
           repeatedHourText(t, zone);
}

} // namespace sightglass
