// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chart/timeticks.h"

#include "tests/support/testcase.h"

#include <QDateTime>
#include <QTest>

#include <algorithm>

namespace {

using namespace sightglass;

constexpr std::int64_t day = 86'400'000;
constexpr std::int64_t year = 365 * day;
constexpr double characterWidth = 6.5;
constexpr double space = 24;
constexpr double leastSpace = 8;

double widthOf(const QString &label)
{
    return static_cast<double>(label.size()) * characterWidth;
}

TimestampMs at(const char *text)
{
    return QDateTime::fromString(QString::fromLatin1(text), Qt::ISODateWithMs).toMSecsSinceEpoch();
}

/// Whether a label says all of a time: nothing is in it that the label leaves out.
bool tellsAll(const TimeTick &tick, const QTimeZone &zone)
{
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(tick.t, zone);
    const qsizetype colons = tick.label.count(u':');
    if (tick.label.contains(u'.'))
        return colons == 2;
    if (colons == 2)
        return time.time().msec() == 0;
    if (colons == 1)
        return time.time().msec() == 0 && time.time().second() == 0;
    const bool isDayStart = time == time.date().startOfDay(zone);
    if (!tick.label.contains(u' '))
        return isDayStart && time.date().day() == 1 && time.date().month() == 1;
    const bool hasYear = tick.label.section(u' ', -1).size() == 4;
    return isDayStart && (!hasYear || time.date().day() == 1);
}

class TimeTicksTest : public sightglass::test::TestCase
{
    Q_OBJECT

private slots:
    void everyRangeInEveryWidth_data()
    {
        QTest::addColumn<QByteArray>("zone");
        QTest::addColumn<qint64>("middle");
        const std::vector<std::pair<const char *, const char *>> places{
            {"UTC", "2026-11-21T13:57:13.457Z"},
            {"Europe/Berlin", "2026-10-25T01:00:00.000Z"},       // clocks go back
            {"America/New_York", "2026-03-08T07:00:00.000Z"},    // and forward
            {"Australia/Lord_Howe", "2026-04-04T15:00:00.000Z"}, // by half an hour
            {"Africa/Cairo", "2026-04-23T22:00:00.000Z"},        // at midnight
            {"Asia/Kathmandu", "2026-02-28T20:00:00.000Z"},
        };
        for (const auto &[zone, time] : places)
            QTest::newRow(zone) << QByteArray(zone) << qint64{at(time)};
    }
    void everyRangeInEveryWidth()
    {
        QFETCH(QByteArray, zone);
        QFETCH(qint64, middle);
        const QTimeZone timeZone(zone);
        QVERIFY(timeZone.isValid());
        for (const double width :
             {60.0, 90.0, 130.0, 170.0, 230.0, 240.0, 310.0, 430.0, 640.0, 990.0, 1500.0, 2000.0}) {
            for (std::int64_t length = 1; length <= 500 * year; length += 1 + length * 13 / 20) {
                for (const std::int64_t before : {length / 2, length / 9}) {
                    const TimeRange range{middle - before, middle - before + length};
                    // As PlotAxes asks.
                    const double longest =
                        widthOf(length < 5000 ? QStringLiteral("00:00:00.000") : QStringLiteral("00:00:00"));
                    const double room = width / (longest + space);
                    const auto placeOf = [&](const TimeTick &tick) {
                        return width * double(tick.t - range.from) / double(range.lengthMs());
                    };
                    const auto fit = [&](std::span<const TimeTick> ticks) {
                        for (std::size_t i = 1; i < ticks.size(); ++i) {
                            const double needed =
                                (widthOf(ticks[i - 1].label) + widthOf(ticks[i].label)) / 2 + leastSpace;
                            if (placeOf(ticks[i]) - placeOf(ticks[i - 1]) < needed)
                                return false;
                        }
                        return true;
                    };
                    const auto ticks = timeTicks(range, room, timeZone, fit);
                    QStringList labels;
                    for (const TimeTick &tick : ticks)
                        labels << tick.label;
                    const QByteArray which = QByteArray::number(width) + " px, " +
                                             QByteArray::number(qint64{length}) +
                                             " ms: " + labels.join(u'|').toUtf8();
                    QVERIFY2(fit(ticks), which);
                    QVERIFY2(std::ranges::adjacent_find(labels) == labels.end(), which);
                    for (const TimeTick &tick : ticks) {
                        QVERIFY2(tick.t >= range.from && tick.t <= range.to, which);
                        QVERIFY2(tellsAll(tick, timeZone), which);
                    }
                    if (ticks.size() >= 2)
                        continue;
                    // Of times that come twice labels are longer.
                    const QString label = ticks.empty() ? QString() : ticks.front().label;
                    const bool isTwin = label.contains(u':') && label.contains(u' ');
                    const double widest = longest + (isTwin ? widthOf(u' ' + label.section(u' ', -1)) : 0);
                    // Not where five of the longest would fit, nor where there are two round times that do.
                    QVERIFY2(width < 5 * (widest + leastSpace) || length < 10, which);
                    for (double more = room; more < room * 30; more *= 1.2) {
                        const auto others = timeTicks(range, more, timeZone);
                        QVERIFY2(others.size() < 2 || !fit(others), which);
                    }
                }
            }
        }
    }

    void aTickThatIsAloneSaysItsSeconds()
    {
        const TimestampMs minute = at("2026-11-23T03:59:00.000Z");
        const QTimeZone zone = QTimeZone::utc();
        const auto labelsOf = [&zone](TimeRange range, bool hasRoom) {
            QStringList labels;
            for (const TimeTick &tick : timeTicks(range, 1, zone, [hasRoom](std::span<const TimeTick> ticks) {
                     return ticks.size() < 2 && (hasRoom || ticks.front().label.size() < 6);
                 }))
                labels << tick.label;
            return labels.join(u'|');
        };
        QCOMPARE(labelsOf({minute - 14'000, minute + 46'000}, true), QStringLiteral("03:59:00"));
        QCOMPARE(labelsOf({minute - 14'000, minute + 46'000}, false), QStringLiteral("03:59"));
        // Minutes are told by minutes, midnight by its date.
        QCOMPARE(labelsOf({minute - 140'000, minute + 460'000}, true), QStringLiteral("04:00"));
        const TimestampMs midnight = at("2026-11-23T00:00:00.000Z");
        QCOMPARE(labelsOf({midnight - 14'000, midnight + 46'000}, true), QStringLiteral("23 Nov"));
    }

    void theHourThatIsRepeatedHasItsTicks()
    {
        const QTimeZone zone("Europe/Berlin");
        const TimestampMs change = at("2026-10-25T01:00:00.000Z");
        const auto ticks = timeTicks({change - 1'800'000, change + 1'800'000}, 4, zone);
        QStringList labels;
        for (const TimeTick &tick : ticks)
            labels << tick.label;
        QCOMPARE(labels.join(u'|'), QStringLiteral("02:30 CEST|02:45 CEST|02:00 CET|02:15 CET|02:30 CET"));
    }

    void hoursOverAChangeOfClocks_data()
    {
        QTest::addColumn<QByteArray>("zone");
        QTest::addColumn<QString>("from");
        QTest::addColumn<double>("room");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *zone, const char *from, double room, const char *expected) {
            QTest::addRow("%s %g", zone, room)
                << QByteArray(zone) << QString::fromLatin1(from) << room << QString::fromLatin1(expected);
        };
        row("Europe/Berlin", "2026-10-24T21:30:00Z", 6, "25 Oct|01:00|02:00 CEST|02:00 CET|03:00|04:00");
        row("Europe/Berlin", "2026-03-28T22:30:00Z", 6, "29 Mar|01:00|03:00|04:00|05:00|06:00");
        row("Europe/Berlin", "2026-10-24T21:30:00Z", 3, "25 Oct|02:00 CET|04:00");
        row("America/Havana", "2026-11-01T02:30:00Z", 6, "23:00|1 Nov|00:00 CST|01:00|02:00|03:00");
        row("Africa/Cairo", "2026-04-23T19:30:00Z", 6, "22:00|23:00|24 Apr|02:00|03:00|04:00");
        row("Africa/Cairo", "2026-10-29T18:30:00Z", 6, "22:00|23:00 EEST|23:00 EET|30 Oct|01:00|02:00");
    }
    void hoursOverAChangeOfClocks()
    {
        QFETCH(QByteArray, zone);
        QFETCH(QString, from);
        QFETCH(double, room);
        QFETCH(QString, expected);
        const TimestampMs start = at(from.toLatin1().constData());
        QStringList labels;
        for (const TimeTick &tick : timeTicks({start, start + 6 * 3'600'000}, room, QTimeZone(zone)))
            labels << tick.label;
        QCOMPARE(labels.join(u'|'), expected);
    }

    void readOutsSayWhichOfTwo()
    {
        const QTimeZone zone("Europe/Berlin");
        QCOMPARE(timeText(at("2026-10-25T00:30:00.000Z"), 1000, zone),
                 QStringLiteral("2026-10-25 02:30:00 CEST"));
        QCOMPARE(timeText(at("2026-10-25T01:30:00.000Z"), 1, zone),
                 QStringLiteral("2026-10-25 02:30:00.000 CET"));
        QCOMPARE(timeText(at("2026-10-25T02:30:00.000Z"), 1000, zone), QStringLiteral("2026-10-25 03:30:00"));
    }

    void decades()
    {
        const TimestampMs from = at("1966-03-01T00:00:00.000Z");
        const TimestampMs to = at("2026-03-01T00:00:00.000Z");
        const auto labelsFor = [from, to](double room) {
            QStringList labels;
            for (const TimeTick &tick : timeTicks({from, to}, room, QTimeZone::utc()))
                labels << tick.label;
            return labels.join(u'|');
        };
        QCOMPARE(labelsFor(6.5), QStringLiteral("1970|1980|1990|2000|2010|2020"));
        QCOMPARE(labelsFor(4), QStringLiteral("1980|2000|2020"));
    }

    void labelsAreAsExactAsTheirDistance()
    {
        const TimestampMs t = at("2026-03-01T00:00:00.000Z");
        const QTimeZone utc = QTimeZone::utc();
        const auto labels = [t, &utc](std::int64_t apart) {
            const std::vector<TimestampMs> times{t, t + apart};
            return timeLabels(times, utc).join(u'|');
        };
        QCOMPARE(labels(1), QStringLiteral("1 Mar|00:00:00.001"));
        QCOMPARE(labels(60'000), QStringLiteral("1 Mar|00:01"));
        QCOMPARE(labels(day), QStringLiteral("1 Mar|2 Mar"));
        QCOMPARE(labels(31 * day), QStringLiteral("Mar 2026|Apr 2026"));
        QCOMPARE(labels(year), QStringLiteral("2026|2027"));
    }
};

SIGHTGLASS_TEST(TimeTicksTest)

} // namespace

#include "timetickstest.moc"
