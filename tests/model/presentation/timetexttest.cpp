// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/presentation/timetext.h"

#include "tests/support/testcase.h"

#include <QDateTime>
#include <QTest>

namespace {

using namespace sightglass;

constexpr std::int64_t minute = 60'000;
constexpr std::int64_t hour = 60 * minute;
constexpr std::int64_t day = 24 * hour;

TimestampMs utc(const char *iso)
{
    return QDateTime::fromString(QString::fromLatin1(iso) + u'Z', Qt::ISODateWithMs).toMSecsSinceEpoch();
}

QTimeZone berlin()
{
    return QTimeZone("Europe/Berlin");
}

/// A Saturday; 15:30 in Berlin.
const TimestampMs now = utc("2026-11-21T14:30:15.250");

class TimeTextTest : public sightglass::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<qint64>("from");
        QTest::addColumn<qint64>("to");
        const auto row = [](const char *text, TimestampMs from, TimestampMs to) {
            QTest::newRow(text) << QString::fromUtf8(text) << qint64{from} << qint64{to};
        };
        const auto same = [&row](const char *text, TimestampMs t) { row(text, t, t); };
        same("now", now);
        same("  NOW ", now);
        same("now-6h", now - 6 * hour);
        same("now - 90m", now - 90 * minute);
        same("now-1d+30m", now - day + 30 * minute);
        same("now-1M", utc("2026-10-21T13:30:15.250")); // the clock is the same, daylight-saving time was
        same("now-1y", utc("2025-11-21T14:30:15.250"));
        row("now/d", utc("2026-11-20T23:00:00"), utc("2026-11-21T22:59:59.999"));
        row("now-1w/w", utc("2026-11-08T23:00:00"), utc("2026-11-15T22:59:59.999"));
        row("now/h", utc("2026-11-21T14:00:00"), utc("2026-11-21T14:59:59.999"));
        row("now/y", utc("2025-12-31T23:00:00"), utc("2026-12-31T22:59:59.999"));
        same("2026-11-21 10:00", utc("2026-11-21T09:00:00"));
        same("2026-11-21T10:00:05.25", utc("2026-11-21T09:00:05.250"));
        same("2026-1-2 3:04", utc("2026-01-02T02:04:00"));
        same("2026-07-01 10:00", utc("2026-07-01T08:00:00"));
        same("2026-11-21T10:00:00Z", utc("2026-11-21T10:00:00"));
        same("2026-11-21 10:00 +05:30", utc("2026-11-21T04:30:00"));
        same("2026-11-21 10:00-0800", utc("2026-11-21T18:00:00"));
        row("2026-11-21", utc("2026-11-20T23:00:00"), utc("2026-11-21T22:59:59.999"));
        same("10:00", utc("2026-11-21T09:00:00"));
        same("10:00:30", utc("2026-11-21T09:00:30"));
        same("1763733600", 1'763'733'600'000);
        same("1763733600.5", 1'763'733'600'500);
        same("1763733600123", 1'763'733'600'123);
        // Daylight-saving time: 02:30 was skipped in March and comes twice in October.
        same("2026-03-29 02:30", utc("2026-03-29T01:30:00"));
        same("2026-10-25 02:30", utc("2026-10-25T00:30:00"));
        same("2026-10-25 02:30 +01:00", utc("2026-10-25T01:30:00"));
        row("2026-10-25", utc("2026-10-24T22:00:00"), utc("2026-10-25T22:59:59.999"));
    }

    void reads()
    {
        QFETCH(QString, text);
        QFETCH(qint64, from);
        QFETCH(qint64, to);
        QCOMPARE(parseTime(text, now, berlin(), TimeEdge::From).value_or(-1), from);
        QCOMPARE(parseTime(text, now, berlin(), TimeEdge::To).value_or(-1), to);
    }

    void refuses_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text : {"",
                                 " ",
                                 "now-",
                                 "now-6",
                                 "now-6x",
                                 "now6h",
                                 "nowhere",
                                 "now-99999999h",
                                 "now-9999y",
                                 "now-6h/x",
                                 "now//d",
                                 "yesterday",
                                 "2026-13-01",
                                 "2026-02-30",
                                 "2026-11-21 25:00",
                                 "2026-11-21 10:61",
                                 "10",
                                 "10:",
                                 "-5",
                                 "1e9",
                                 "2026-11-21 10:00 +99:00",
                                 "1969-12-31",
                                 "99999999999999999999",
                                 "2026-11-21 10:00 and more",
                                 "\xE2\x80\xAEnow"})
            QTest::newRow(text) << QString::fromUtf8(text);
        QTest::newRow("long") << QString(100'000, u'9');
    }

    void refuses()
    {
        QFETCH(QString, text);
        QVERIFY(!parseTime(text, now, berlin()).has_value());
    }

    void rangesAreLiveOrFixed()
    {
        const auto wish = [](const char *from, const char *to) {
            return parseTimeRange(QString::fromLatin1(from), QString::fromLatin1(to), now, berlin());
        };
        QVERIFY((wish("now-6h", "now") ==
                 std::variant<TimeWish, TimeWishProblem>(TimeWish{{now - 6 * hour, now}, 6 * hour})));
        QVERIFY((wish("now-6h", "now-1h") ==
                 std::variant<TimeWish, TimeWishProblem>(TimeWish{{now - 6 * hour, now - hour}})));
        QVERIFY2(!std::get<TimeWish>(wish("now/d", "now")).liveMs, "it begins at midnight, whenever now is");
        QVERIFY(std::get<TimeWishProblem>(wish("x", "now")) == TimeWishProblem::From);
        QVERIFY(std::get<TimeWishProblem>(wish("now-6h", "")) == TimeWishProblem::To);
        QVERIFY(std::get<TimeWishProblem>(wish("now", "now-6h")) == TimeWishProblem::Order);
        QVERIFY(std::get<TimeWishProblem>(wish("now-6h", "now-6h")) == TimeWishProblem::Order);
        QVERIFY(std::get<TimeWishProblem>(wish("now+1h", "now+6h")) == TimeWishProblem::Ahead);
    }

    void whatIsWrittenIsReadBack_data()
    {
        QTest::addColumn<qint64>("t");
        QTest::newRow("winter") << qint64{utc("2026-11-21T09:00:00")};
        QTest::newRow("milliseconds") << qint64{utc("2026-11-21T09:00:00.007")};
        QTest::newRow("before the clock is put back") << qint64{utc("2026-10-25T00:30:00")};
        QTest::newRow("an hour later, the same clock") << qint64{utc("2026-10-25T01:30:00")};
        QTest::newRow("after the clock was put on") << qint64{utc("2026-03-29T01:00:00")};
        QTest::newRow("first") << qint64{0};
    }

    void whatIsWrittenIsReadBack()
    {
        QFETCH(qint64, t);
        for (const QTimeZone &zone : {berlin(), QTimeZone::utc(), QTimeZone("America/New_York")})
            QCOMPARE(parseTime(editableTime(t, zone), now, zone).value_or(-1), t);
    }

    void hoursThatComeTwice_data()
    {
        QTest::addColumn<QByteArray>("zone");
        QTest::addColumn<QString>("time");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *zone, const char *time, const char *expected) {
            QTest::addRow("%s %s", zone, time)
                << QByteArray(zone) << QString::fromLatin1(time) << QString::fromLatin1(expected);
        };
        row("Europe/Berlin", "2026-10-24T23:59:59.999", "");
        row("Europe/Berlin", "2026-10-25T00:00:00", " CEST");
        row("Europe/Berlin", "2026-10-25T00:59:59.999", " CEST");
        row("Europe/Berlin", "2026-10-25T01:00:00", " CET");
        row("Europe/Berlin", "2026-10-25T01:59:59.999", " CET");
        row("Europe/Berlin", "2026-10-25T02:00:00", "");
        row("Europe/Berlin", "2026-03-29T01:00:00", "");
        row("America/Havana", "2026-11-01T04:30:00", " CDT"); // midnight comes twice
        row("America/Havana", "2026-11-01T05:30:00", " CST");
        row("Australia/Lord_Howe", "2026-04-04T14:45:00", " +11"); // by half an hour
        row("Australia/Lord_Howe", "2026-04-04T15:15:00", " +1030");
        row("Australia/Lord_Howe", "2026-04-04T15:30:00", "");
        row("UTC", "2026-10-25T00:30:00", "");
    }
    void hoursThatComeTwice()
    {
        QFETCH(QByteArray, zone);
        QFETCH(QString, time);
        QFETCH(QString, expected);
        QCOMPARE(repeatedHourText(utc(time.toLatin1().constData()), QTimeZone(zone)), expected);
    }

    void texts()
    {
        QCOMPARE(editableTime(now, QTimeZone::utc()), QStringLiteral("2026-11-21 14:30:15.250"));
        QCOMPARE(editableTime(utc("2026-10-25T01:30:00"), berlin()),
                 QStringLiteral("2026-10-25 02:30:00 +01:00"));
        QCOMPARE(timeRangeText({utc("2026-11-21T09:00:00"), utc("2026-11-21T15:00:00")}, berlin()),
                 QStringLiteral("2026-11-21 10:00 – 16:00"));
        QCOMPARE(timeRangeText({utc("2026-11-21T09:00:05"), utc("2026-11-22T15:00:00")}, berlin()),
                 QStringLiteral("2026-11-21 10:00:05 – 2026-11-22 16:00:00"));
        QCOMPARE(timeRangeText({utc("2026-10-25T00:30:00"), utc("2026-10-25T01:30:00")}, berlin()),
                 QStringLiteral("2026-10-25 02:30 CEST – 02:30 CET"));
        QCOMPARE(zoneText(now, QTimeZone::utc()), QStringLiteral("UTC"));
        QVERIFY(!zoneText(now, berlin()).isEmpty());
    }
};

} // namespace

SIGHTGLASS_TEST(TimeTextTest)
#include "timetexttest.moc"
