// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/presentation/timetext.h"

#include "model/core/timegrid.h"
#include "model/dashboard/paneltime.h"

#include <QDateTime>
#include <QRegularExpression>

#include <string>

namespace sightglass {

namespace {

constexpr std::int64_t second = 1000;
constexpr std::int64_t minute = 60 * second;
constexpr std::int64_t hour = 60 * minute;
constexpr std::int64_t day = 24 * hour;
constexpr TimestampMs latest = 253'402'300'799'999; ///< the end of 9999
constexpr qsizetype longestText = 64;

std::int64_t offsetMs(TimestampMs t, const QTimeZone &zone)
{
    return std::int64_t{zone.offsetFromUtc(QDateTime::fromMSecsSinceEpoch(t, Qt::UTC))} * second;
}

/// The zone's clock as if it were UTC's.
QDateTime localClock(TimestampMs t, const QTimeZone &zone)
{
    return QDateTime::fromMSecsSinceEpoch(t + offsetMs(t, zone), Qt::UTC);
}

TimestampMs fromLocalClock(const QDateTime &local, const QTimeZone &zone)
{
    const std::int64_t ms = local.toMSecsSinceEpoch();
    const std::int64_t before = offsetMs(ms - day, zone);
    const std::int64_t after = offsetMs(ms + day, zone);
    // The first of two equal local times has the offset from before the change.
    if (offsetMs(ms - before, zone) == before)
        return ms - before;
    // A time that does not exist has neither: as if the clock had not been changed.
    return offsetMs(ms - after, zone) == after ? ms - after : ms - before;
}

std::optional<TimestampMs> bounded(TimestampMs t)
{
    return t >= 0 && t <= latest ? std::optional(t) : std::nullopt;
}

/// The end of the unit that a rounded time begins.
std::optional<TimestampMs> endOf(TimestampMs begin, QChar unit, const ZoneRule &rule)
{
    const std::string next = "now+1" + QString(unit).toStdString();
    const auto end = relativeTime(next, begin, rule);
    return end ? std::optional(*end - 1) : std::nullopt;
}

std::optional<TimestampMs> parseRelative(QString text, TimestampMs now, const QTimeZone &zone, TimeEdge edge,
                                         const CalendarRules &calendar)
{
    static const QRegularExpression roundedTo(QStringLiteral("/f?([a-zA-Z])$"));
    text.remove(u' ');
    const ZoneRule rule = [&zone](std::int64_t seconds) {
        return ZoneOffset{offsetMs(seconds * second, zone) / second, {}};
    };
    auto t = relativeTime(text.toStdString(), now, rule, calendar);
    const QRegularExpressionMatch unit = roundedTo.match(text);
    if (t && unit.hasMatch() && edge == TimeEdge::To)
        t = endOf(*t, unit.captured(1).front(), rule);
    return t ? bounded(*t) : std::nullopt;
}

std::optional<TimestampMs> parseEpoch(const QString &text)
{
    static const QRegularExpression form(QStringLiteral("^(\\d{8,11})(?:\\.(\\d{1,3}))?$|^(\\d{12,15})$"));
    const QRegularExpressionMatch match = form.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    if (!match.captured(3).isEmpty())
        return bounded(match.captured(3).toLongLong());
    const QString fraction = match.captured(2).leftJustified(3, u'0');
    return bounded(match.captured(1).toLongLong() * second + fraction.toLongLong());
}

/// 0 for "Z", nothing where none is written or where it is none.
std::optional<std::int64_t> writtenOffset(const QString &text)
{
    if (text.isEmpty() || text.compare(u'Z', Qt::CaseInsensitive) == 0)
        return 0;
    const std::int64_t hours = QStringView(text).mid(1, 2).toInt();
    const std::int64_t minutes = QStringView(text).last(2).toInt();
    if (hours > 14 || minutes > 59)
        return std::nullopt;
    const std::int64_t offset = hours * hour + minutes * minute;
    return text.startsWith(u'-') ? -offset : offset;
}

std::optional<TimestampMs> parseAbsolute(const QString &text, TimestampMs now, const QTimeZone &zone,
                                         TimeEdge edge)
{
    static const QRegularExpression form(
        QStringLiteral("^(?:(\\d{4})-(\\d{1,2})-(\\d{1,2}))?(?:(?:^|[ "
                       "T]\\s*)(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,](\\d{1,3}))?"
                       ")?)?\\s*(Z|z|[+-]\\d{2}:?\\d{2})?$"));
    const QRegularExpressionMatch match = form.match(text);
    const bool hasDate = !match.captured(1).isEmpty();
    const bool hasTime = !match.captured(4).isEmpty();
    if (!match.hasMatch() || (!hasDate && !hasTime))
        return std::nullopt;
    const auto number = [&match](int group) { return match.captured(group).toInt(); };
    const QDate date = hasDate ? QDate(number(1), number(2), number(3)) : localClock(now, zone).date();
    QTime time(0, 0);
    if (hasTime)
        time = QTime(number(4), number(5), number(6), match.captured(7).leftJustified(3, u'0').toInt());
    const auto offset = writtenOffset(match.captured(8));
    if (!date.isValid() || !time.isValid() || !offset)
        return std::nullopt;
    const auto toTime = [&](const QDateTime &local) {
        return match.captured(8).isEmpty() ? fromLocalClock(local, zone)
                                           : local.toMSecsSinceEpoch() - *offset;
    };
    const QDateTime local(date, time, Qt::UTC);
    if (!hasTime && edge == TimeEdge::To)
        return bounded(toTime(local.addDays(1)) - 1);
    return bounded(toTime(local));
}

QString clockText(const QDateTime &local, bool seconds)
{
    if (local.time().msec() != 0)
        return local.toString(QStringLiteral("HH:mm:ss.zzz"));
    return local.toString(seconds ? QStringLiteral("HH:mm:ss") : QStringLiteral("HH:mm"));
}

} // namespace

ZoneRule zoneRule(const QTimeZone &zone)
{
    return [zone](std::int64_t seconds) {
        const QDateTime at = QDateTime::fromSecsSinceEpoch(seconds, Qt::UTC);
        return ZoneOffset{zone.offsetFromUtc(at), zone.abbreviation(at).toStdString()};
    };
}

std::optional<TimestampMs> parseTime(const QString &text, TimestampMs now, const QTimeZone &zone,
                                     TimeEdge edge, const CalendarRules &calendar)
{
    const QString trimmed = text.trimmed();
    if (trimmed.isEmpty() || trimmed.size() > longestText)
        return std::nullopt;
    if (trimmed.startsWith(QLatin1String("now"), Qt::CaseInsensitive))
        return parseRelative(QStringLiteral("now") + trimmed.mid(3), now, zone, edge, calendar);
    if (const auto epoch = parseEpoch(trimmed))
        return epoch;
    return parseAbsolute(trimmed, now, zone, edge);
}

std::variant<TimeWish, TimeWishProblem> parseTimeRange(const QString &from, const QString &to,
                                                       TimestampMs now, const QTimeZone &zone,
                                                       const CalendarRules &calendar)
{
    const auto start = parseTime(from, now, zone, TimeEdge::From, calendar);
    if (!start)
        return TimeWishProblem::From;
    const auto end = parseTime(to, now, zone, TimeEdge::To, calendar);
    if (!end)
        return TimeWishProblem::To;
    if (*start >= *end)
        return TimeWishProblem::Order;
    if (*start >= now)
        return TimeWishProblem::Ahead;
    TimeWish wish{{*start, *end}};
    static const QRegularExpression plain(QStringLiteral("^now\\s*-\\s*\\d+[smhdwMy]$"),
                                          QRegularExpression::CaseInsensitiveOption);
    const bool endsNow = to.trimmed().compare(QLatin1String("now"), Qt::CaseInsensitive) == 0;
    if (endsNow && plain.match(from.trimmed()).hasMatch())
        wish.liveMs = now - *start;
    return wish;
}

QString editableTime(TimestampMs t, const QTimeZone &zone)
{
    const QDateTime local = localClock(t, zone);
    const QString text = local.toString(QStringLiteral("yyyy-MM-dd ")) + clockText(local, true);
    if (fromLocalClock(local, zone) == t)
        return text;
    const std::int64_t offset = offsetMs(t, zone);
    const std::int64_t size = offset < 0 ? -offset : offset;
    return text + QStringLiteral(" %1%2:%3")
                      .arg(QLatin1Char(offset < 0 ? '-' : '+'))
                      .arg(size / hour, 2, 10, QLatin1Char('0'))
                      .arg(size % hour / minute, 2, 10, QLatin1Char('0'));
}

QString repeatedHourText(TimestampMs t, const QTimeZone &zone)
{
    if (offsetMs(t - day, zone) == offsetMs(t + day, zone))
        return {};
    const QString name = QString::fromStdString(repeatedHour(gridFloor(t, second) / second, zoneRule(zone)));
    return name.isEmpty() ? name : u' ' + name;
}

QString timeRangeText(TimeRange range, const QTimeZone &zone)
{
    const QDateTime from = localClock(range.from, zone);
    const QDateTime to = localClock(range.to, zone);
    const bool seconds = range.from % minute != 0 || range.to % minute != 0;
    const QString date = QStringLiteral("yyyy-MM-dd ");
    const QString start = from.toString(date) + clockText(from, seconds) + repeatedHourText(range.from, zone);
    const QString end = clockText(to, seconds) + repeatedHourText(range.to, zone);
    return start + QStringLiteral(" – ") + (from.date() == to.date() ? end : to.toString(date) + end);
}

QString zoneText(TimestampMs t, const QTimeZone &zone)
{
    const QString name = zone.abbreviation(QDateTime::fromMSecsSinceEpoch(t, Qt::UTC));
    return name.isEmpty() ? QString::fromUtf8(zone.id()) : name;
}

} // namespace sightglass
