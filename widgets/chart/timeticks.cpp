// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chart/timeticks.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

#include <array>

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
                                30 * minute,
                                hour,
                                2 * hour,
                                3 * hour,
                                6 * hour,
                                12 * hour,
                                day};
/// Steps of days begin anew with each month: 1, 5, 10 … are round; 0 is the week, which is counted from
/// Mondays.
constexpr std::array daySteps{2, 3, 5, 0, 10, 15};
constexpr std::array monthSteps{1, 2, 3, 6, 12, 24, 60, 120, 600, 1200};

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
    if (step < second)
        return time.toString(QStringLiteral("HH:mm:ss.zzz"));
    return time.toString(step < minute ? QStringLiteral("HH:mm:ss") : QStringLiteral("HH:mm"));
}

std::vector<TimeTick> fixedTicks(TimeRange range, std::int64_t step, const QTimeZone &zone)
{
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
        const bool major = step < day && local % day == 0;
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

std::vector<TimeTick> monthTicks(TimeRange range, int months, const QTimeZone &zone)
{
    std::vector<TimeTick> ticks;
    const QDate start = inZone(range.from, zone).date();
    int month = (start.year() * 12 + start.month() - 1) / months * months;
    for (;; month += months) {
        const QDate date(month / 12, month % 12 + 1, 1);
        const TimestampMs t = QDateTime(date, QTime(0, 0), zone).toMSecsSinceEpoch();
        if (!date.isValid() || t > range.to)
            return ticks;
        const QString format = months >= 12 ? QStringLiteral("yyyy") : QStringLiteral("MMM yyyy");
        if (t >= range.from)
            ticks.push_back({t, QLocale().toString(date, format), false});
    }
}

} // namespace

std::vector<TimeTick> timeTicks(TimeRange range, double room, const QTimeZone &zone)
{
    const double most = std::max(room, 1.0);
    const auto fits = [length = static_cast<double>(range.lengthMs()), most](std::int64_t step) {
        return length <= static_cast<double>(step) * most;
    };
    for (const std::int64_t step : fixedSteps) {
        if (fits(step))
            return fixedTicks(range, step, zone);
    }
    for (const int days : daySteps) {
        if (fits(fewestDays(days) * day))
            return days == 0 ? fixedTicks(range, week, zone) : dayTicks(range, days, zone);
    }
    for (const int months : monthSteps) {
        if (fits(months * 28 * day) || months == monthSteps.back())
            return monthTicks(range, months, zone);
    }
    return {};
}

QString timeText(TimestampMs t, std::int64_t stepMs, const QTimeZone &zone)
{
    const QDateTime time = inZone(t, zone);
    return time.toString(stepMs % second == 0 ? QStringLiteral("yyyy-MM-dd HH:mm:ss")
                                              : QStringLiteral("yyyy-MM-dd HH:mm:ss.zzz"));
}

} // namespace sightglass
