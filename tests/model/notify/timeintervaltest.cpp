// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/notify/timeinterval.h"

#include "model/notify/notifytime.h"
#include "tests/support/testcase.h"

#include <QTest>

namespace {

using namespace sightglass;

class TimeIntervalTest : public sightglass::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void ranges_data()
    {
        QTest::addColumn<QByteArray>("kind");
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<bool>("good");
        QTest::addColumn<int>("begin");
        QTest::addColumn<int>("end");
        const auto row = [](const char *kind, const char *text, bool good, int begin = 0, int end = 0) {
            QTest::newRow((QByteArray(kind) + ' ' + text).constData())
                << QByteArray(kind) << QByteArray(text) << good << begin << end;
        };
        row("times", "09:00-17:30", true, 540, 1050);
        row("times", "00:00-24:00", true, 0, 1440);
        for (const char *bad : {"17:00-09:00", "09:00-09:00", "9:00-17:00", "09:00-24:01", "09:60-10:00",
                                "09:00", "", "-1:00-02:00"})
            row("times", bad, false);
        row("weekdays", "monday:friday", true, 1, 5);
        row("weekdays", "Sunday", true, 0, 0);
        for (const char *bad : {"friday:monday", "mon", "", "1:5"})
            row("weekdays", bad, false);
        row("days", "1:5", true, 1, 5);
        row("days", "-3:-1", true, -3, -1);
        row("days", "15:-1", true, 15, -1);
        row("days", "31", true, 31, 31);
        for (const char *bad : {"0", "32", "5:1", "-1:-3", "-3:5", "x", ""})
            row("days", bad, false);
        row("months", "january:March", true, 1, 3);
        row("months", "5:8", true, 5, 8);
        row("months", "december", true, 12, 12);
        for (const char *bad : {"13", "0", "june:may", "jan"})
            row("months", bad, false);
        row("years", "2024:2026", true, 2024, 2026);
        row("years", "2026:2024", false);
    }
    void ranges()
    {
        QFETCH(QByteArray, kind);
        QFETCH(QByteArray, text);
        QFETCH(bool, good);
        QFETCH(int, begin);
        QFETCH(int, end);
        const std::string given = text.toStdString();
        const Result<NumberRange> made = kind == "times"      ? parseDayTimes(given)
                                         : kind == "weekdays" ? parseWeekdays(given)
                                         : kind == "days"     ? parseDaysOfMonth(given)
                                         : kind == "months"   ? parseMonths(given)
                                                              : parseYears(given);
        QCOMPARE(made.ok(), good);
        if (good)
            QCOMPARE(*made, (NumberRange{begin, end}));
    }

    void moments_data()
    {
        QTest::addColumn<QByteArray>("moment");
        QTest::addColumn<bool>("holds");
        QTest::addColumn<int>("which");
        // 2024-02-29 was a Thursday.
        QTest::newRow("start is in it") << QByteArray("2024-02-29T09:00:00Z") << true << 0;
        QTest::newRow("before") << QByteArray("2024-02-29T08:59:59Z") << false << 0;
        QTest::newRow("end is not") << QByteArray("2024-02-29T17:00:00Z") << false << 0;
        QTest::newRow("a Thursday") << QByteArray("2024-02-29T00:00:00Z") << true << 1;
        QTest::newRow("a Sunday") << QByteArray("2024-03-03T00:00:00Z") << false << 1;
        QTest::newRow("last day of a leap year's February")
            << QByteArray("2024-02-29T00:00:00Z") << true << 2;
        QTest::newRow("not the last") << QByteArray("2024-02-28T00:00:00Z") << false << 2;
        QTest::newRow("end of a short month") << QByteArray("2024-02-29T00:00:00Z") << true << 3;
        QTest::newRow("a day that the month has not") << QByteArray("2024-02-29T00:00:00Z") << false << 4;
        QTest::newRow("in the zone it is the next day") << QByteArray("2024-02-29T23:30:00Z") << true << 5;
        QTest::newRow("there it is not yet") << QByteArray("2024-02-29T22:59:00Z") << false << 5;
        QTest::newRow("no such zone") << QByteArray("2024-02-29T23:30:00Z") << false << 6;
        QTest::newRow("month and year") << QByteArray("2024-02-29T00:00:00Z") << true << 7;
        QTest::newRow("another year") << QByteArray("2025-02-28T00:00:00Z") << false << 7;
    }
    void moments()
    {
        QFETCH(QByteArray, moment);
        QFETCH(bool, holds);
        QFETCH(int, which);
        std::vector<TimeInterval> intervals(8);
        intervals[0].minutes = {{540, 1020}};
        intervals[1].weekdays = {{1, 5}};
        intervals[2].daysOfMonth = {{-1, -1}};
        intervals[3].daysOfMonth = {{25, 31}};
        intervals[4].daysOfMonth = {{30, 31}};
        intervals[5].daysOfMonth = {{1, 1}};
        intervals[5].location = "East";
        intervals[6].location = "Nowhere";
        intervals[7].months = {{1, 2}};
        intervals[7].years = {{2024, 2024}};
        const ZoneLookup zones = [](const std::string &name) {
            return name == "East" ? ZoneRule([](std::int64_t) { return ZoneOffset{3600, "E"}; }) : ZoneRule();
        };
        const TimestampMs t = *parseRfc3339(moment.toStdString());
        QCOMPARE(contains(intervals[static_cast<std::size_t>(which)], t, zones), holds);
        QVERIFY(!containsAny({}, t, zones));
    }
};

} // namespace

SIGHTGLASS_TEST(TimeIntervalTest)

#include "timeintervaltest.moc"
