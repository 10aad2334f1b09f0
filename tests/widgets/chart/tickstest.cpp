// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/core/units.h"
#include "tests/support/testcase.h"
#include "widgets/chart/numberticks.h"
#include "widgets/chart/timeticks.h"

#include <QDateTime>
#include <QTest>

#include <cmath>
#include <limits>

namespace {

using namespace sightglass;

QDateTime utc(const char *text)
{
    QDateTime time = QDateTime::fromString(QString::fromLatin1(text), Qt::ISODateWithMs);
    time.setTimeSpec(Qt::UTC);
    return time;
}

using Numbers = QList<double>;

class TicksTest : public sightglass::test::TestCase
{
    Q_OBJECT

private slots:
    void numbers_data()
    {
        QTest::addColumn<double>("low");
        QTest::addColumn<double>("high");
        QTest::addColumn<bool>("binary");
        QTest::addColumn<Numbers>("expected");
        QTest::newRow("from zero") << 3.0 << 97.0 << false << Numbers{0, 20, 40, 60, 80, 100};
        QTest::newRow("quarters") << 0.0 << 12.0 << false << Numbers{0, 2.5, 5, 7.5, 10, 12.5};
        QTest::newRow("far from zero") << 1010.0 << 1040.0 << false << Numbers{1010, 1020, 1030, 1040};
        QTest::newRow("across zero") << -30.0 << 50.0 << false << Numbers{-40, -20, 0, 20, 40, 60};
        QTest::newRow("negative") << -97.0 << -3.0 << false << Numbers{-100, -80, -60, -40, -20, 0};
        QTest::newRow("tiny") << 0.0 << 4e-9 << false << Numbers{0, 1e-9, 2e-9, 3e-9, 4e-9};
        QTest::newRow("bytes") << 0.0 << 3.5 * 1073741824 << true
                               << Numbers{0, 1073741824.0, 2147483648.0, 3221225472.0, 4294967296.0};
        QTest::newRow("all zero") << 0.0 << 0.0 << false << Numbers{0, 0.2, 0.4, 0.6, 0.8, 1};
        QTest::newRow("all the same") << 7.0 << 7.0 << false << Numbers{0, 2, 4, 6, 8};
    }
    void numbers()
    {
        QFETCH(double, low);
        QFETCH(double, high);
        QFETCH(bool, binary);
        QFETCH(Numbers, expected);
        AxisLimits limits;
        limits.base = binary ? NumberBase::Binary : NumberBase::Decimal;
        const NumberAxis axis = numberAxis(ValueRange{low, high}, limits);
        QCOMPARE(axis.ticks.size(), static_cast<std::size_t>(expected.size()));
        for (qsizetype i = 0; i < expected.size(); ++i)
            QVERIFY(std::abs(axis.ticks[static_cast<std::size_t>(i)] - expected[i]) <=
                    std::abs(expected[i]) * 1e-9);
        QVERIFY(axis.low <= low && axis.high >= high);
    }

    void littleBeyondATickCostsNoStep_data()
    {
        QTest::addColumn<double>("low");
        QTest::addColumn<double>("high");
        QTest::addColumn<int>("maxTicks");
        QTest::addColumn<double>("axisLow");
        QTest::addColumn<double>("axisHigh");
        QTest::newRow("a stray negative") << -0.2 << 95.0 << 6 << -5.0 << 100.0;
        QTest::newRow("a stray positive") << -95.0 << 0.2 << 6 << -100.0 << 5.0;
        QTest::newRow("all of something") << 0.0 << 100.0 << 3 << 0.0 << 125.0;
        QTest::newRow("more than a little") << -10.0 << 95.0 << 6 << -25.0 << 100.0;
        QTest::newRow("one tick would be left") << -0.2 << 0.2 << 2 << -0.5 << 0.5;
    }
    void littleBeyondATickCostsNoStep()
    {
        QFETCH(double, low);
        QFETCH(double, high);
        AxisLimits limits;
        QFETCH(int, maxTicks);
        limits.maxTicks = maxTicks;
        const NumberAxis axis = numberAxis(ValueRange{low, high}, limits);
        QTEST(axis.low, "axisLow");
        QTEST(axis.high, "axisHigh");
        QVERIFY(axis.ticks.size() >= 2);
        for (const double tick : axis.ticks)
            QVERIFY(tick >= axis.low && tick <= axis.high);
        limits.endsOnTicks = true;
        const NumberAxis whole = numberAxis(ValueRange{low, high}, limits);
        QCOMPARE(whole.low, whole.ticks.front());
        QCOMPARE(whole.high, whole.ticks.back());
    }

    void labelsAreRoundInTheirUnit_data()
    {
        QTest::addColumn<QString>("unit");
        QTest::addColumn<double>("low");
        QTest::addColumn<double>("high");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *name, const char *unit, double low, double high,
                            const char *expected) {
            QTest::newRow(name) << QString::fromUtf8(unit) << low << high << QString::fromUtf8(expected);
        };
        row("part of a second", "s", 0, 0.7, "0 ms|200 ms|400 ms|600 ms|800 ms");
        row("minutes", "s", 0, 1300, "0 mins|5 mins|10 mins|15 mins|20 mins|25 mins");
        row("hours", "s", 0, 5000, "0 hours|0.5 hour|1.0 hour|1.5 hours");
        row("a day of hours", "s", 0, 90'000, "0 hours|6 hours|12 hours|18 hours|24 hours");
        row("years", "s", 0, 1.3e9, "0 years|10 years|20 years|30 years|40 years");
        row("milliseconds", "ms", 0, 90'000, "0 mins|0.5 min|1.0 min|1.5 mins");
        row("days", "d", 0, 400, "0 days|100 days|200 days|300 days|400 days");
        row("in parts", "dtdurations", 0, 5000, "0 s|30 min|1 h|1 h 30 min");
        const double now = 1.7641e9; // time()
        row("far from zero, s", "s", now, now + 86'400,
            "20417.75 days|20418.00 days|20418.25 days|20418.50 days|20418.75 days|20419.00 days");
        row("far from zero, parts", "dtdurations", now, now + 900,
            "20417 d 19 h 45 min|20417 d 19 h 50 min|20417 d 19 h 55 min|20417 d 20 h|20417 d 20 h 5 min");
        row("far from zero, binary", "binBps", now, now + 86'400,
            "1722740 KiB/s|1722760 KiB/s|1722780 KiB/s|1722800 KiB/s|1722820 KiB/s|1722840 KiB/s");
        row("far from zero, some hundred bytes", "bytes", 799'000, 800'300,
            "780.0 KiB|780.5 KiB|781.0 KiB|781.5 KiB");
        row("bytes from zero", "bytes", 0, 1.3e9, "0 B|0.25 GiB|0.50 GiB|0.75 GiB|1.00 GiB|1.25 GiB");
        row("bytes up to a prefix", "bytes", 0, 1e9, "0 B|256 MiB|512 MiB|768 MiB|1024 MiB");
        row("bytes far from zero", "bytes", 1.536e9, 1.5365e9,
            "1.4305 GiB|1.4306 GiB|1.4307 GiB|1.4308 GiB|1.4309 GiB|1.4310 GiB");
        row("a digit is enough", "bytes", 1.536e9, 1.5372e9, "1.4305 GiB|1.4310 GiB|1.4315 GiB|1.4320 GiB");
        row("few bytes", "bytes", 0, 0.7, "0 B|0.2 B|0.4 B|0.6 B|0.8 B");
    }
    void labelsAreRoundInTheirUnit()
    {
        QFETCH(QString, unit);
        QFETCH(double, low);
        QFETCH(double, high);
        AxisLimits limits;
        limits.setUnit(unit.toStdString());
        const NumberAxis axis = numberAxis(ValueRange{low, high}, limits);
        QVERIFY(axis.low <= low && axis.high >= high);
        QStringList labels;
        for (const std::string &text : formatTicks(axis.ticks, unit.toStdString()))
            labels << QString::fromStdString(text);
        QTEST(labels.join(u'|'), "expected");
    }

    void durationsHaveAlwaysAStep_data()
    {
        QTest::addColumn<double>("minimum");
        for (double minimum = 1e-12; minimum < 1e300; minimum *= 37)
            QTest::newRow(qPrintable(QString::number(minimum))) << minimum;
    }
    void durationsHaveAlwaysAStep()
    {
        QFETCH(double, minimum);
        const double step = roundDuration(minimum);
        QVERIFY(step >= minimum * (1 - 1e-8) && step <= minimum * 3.7);
    }

    void theLargestNumbersHaveAnAxis_data()
    {
        QTest::addColumn<double>("low");
        QTest::addColumn<double>("high");
        const double most = std::numeric_limits<double>::max();
        QTest::newRow("1e301") << 0.0 << 1e301;
        QTest::newRow("the largest") << 0.0 << most;
        QTest::newRow("the lowest") << -most << 0.0;
        QTest::newRow("near the largest") << most * 0.99 << most;
        QTest::newRow("both") << -1e307 << 1e307;
        QTest::newRow("all numbers") << -most << most;
        QTest::newRow("the largest alone") << most << most;
    }
    void theLargestNumbersHaveAnAxis()
    {
        QFETCH(double, low);
        QFETCH(double, high);
        const NumberAxis axis = numberAxis(ValueRange{low, high}, {});
        QVERIFY(axis.low <= low && axis.high >= high);
        QVERIFY(std::isfinite(axis.high) && std::isfinite(axis.low));
        QVERIFY(axis.ticks.size() >= 2 && axis.ticks.size() <= 12);
        for (const double tick : axis.ticks)
            QVERIFY(tick >= axis.low && tick <= axis.high);
    }

    void limitsAreKept()
    {
        AxisLimits limits;
        limits.min = 0;
        limits.max = 1;
        const NumberAxis axis = numberAxis(ValueRange{0.2, 3}, limits);
        QCOMPARE(axis.low, 0.0);
        QCOMPARE(axis.high, 1.0);
        QCOMPARE(axis.ticks.back(), 1.0);
    }

    void neverWithoutLength_data()
    {
        QTest::addColumn<double>("low");
        QTest::addColumn<double>("high");
        QTest::newRow("largest") << -1.7e308 << 1.7e308;
        QTest::newRow("smallest") << 0.0 << 5e-324;
        QTest::newRow("next neighbours") << 1e15 << std::nextafter(1e15, 2e15);
        QTest::newRow("same negative") << -4.0 << -4.0;
    }
    void neverWithoutLength()
    {
        QFETCH(double, low);
        QFETCH(double, high);
        const NumberAxis axis = numberAxis(ValueRange{low, high}, {});
        QVERIFY(axis.high > axis.low);
        QVERIFY(axis.low <= low && axis.high >= high);
        QVERIFY(std::isfinite(axis.high) && std::isfinite(axis.low));
        QVERIFY(!axis.ticks.empty() && axis.ticks.size() <= 12);
        AxisLimits upsideDown;
        upsideDown.min = 5;
        upsideDown.max = 5;
        const NumberAxis fixed = numberAxis(ValueRange{low, high}, upsideDown);
        QVERIFY(fixed.high > fixed.low);
    }

    void whatRoundingMadeIsNoSpan()
    {
        const NumberAxis level = numberAxis(ValueRange{0.3, 0.1 + 0.2}, {});
        QCOMPARE(level.low, 0.0);
        QVERIFY(level.high < 1);
        const NumberAxis quantile = numberAxis(ValueRange{1.4981869545e-3, 1.498186955e-3}, {});
        QCOMPARE(quantile.low, 0.0);
        const NumberAxis differs = numberAxis(ValueRange{1e9, 1e9 + 1}, {});
        QVERIFY(differs.low > 9.9e8 && differs.high < 1e9 + 2);
    }

    void noValues() { QCOMPARE(numberAxis(std::nullopt, {}).ticks.back(), 1.0); }

    void times_data()
    {
        QTest::addColumn<QDateTime>("from");
        QTest::addColumn<qint64>("seconds");
        QTest::addColumn<QByteArray>("zone");
        QTest::addColumn<QStringList>("expected");
        const QDateTime start = utc("2026-11-21T13:57:13Z");
        QTest::newRow("minute") << start << qint64{60} << QByteArray("UTC")
                                << QStringList{QStringLiteral("13:57:15"), QStringLiteral("13:57:30"),
                                               QStringLiteral("13:57:45"), QStringLiteral("13:58:00")};
        QTest::newRow("hour") << start << qint64{3600} << QByteArray("UTC")
                              << QStringList{QStringLiteral("14:00"), QStringLiteral("14:15"),
                                             QStringLiteral("14:30"), QStringLiteral("14:45")};
        QTest::newRow("half-hour zone")
            << start << qint64{6 * 3600} << QByteArray("Asia/Kolkata")
            << QStringList{QStringLiteral("20:00"), QStringLiteral("22:00"), QStringLiteral("22 Nov")};
        QTest::newRow("midnight is a date")
            << utc("2026-11-21T23:30:00Z") << qint64{3600} << QByteArray("UTC")
            << QStringList{QStringLiteral("23:30"), QStringLiteral("23:45"), QStringLiteral("22 Nov"),
                           QStringLiteral("00:15"), QStringLiteral("00:30")};
        QTest::newRow("weeks start on Monday")
            << utc("2026-11-01T00:00:00Z") << qint64{28 * 86400} << QByteArray("UTC")
            << QStringList{QStringLiteral("2 Nov"), QStringLiteral("9 Nov"), QStringLiteral("16 Nov"),
                           QStringLiteral("23 Nov")};
        QTest::newRow("a month has days")
            << utc("2026-10-21T00:00:00Z") << qint64{31 * 86400} << QByteArray("UTC")
            << QStringList{QStringLiteral("1 Nov"), QStringLiteral("10 Nov"), QStringLiteral("20 Nov")};
        QTest::newRow("day") << start << qint64{24 * 3600} << QByteArray("UTC")
                             << QStringList{QStringLiteral("18:00"), QStringLiteral("22 Nov"),
                                            QStringLiteral("06:00"), QStringLiteral("12:00")};
        QTest::newRow("months") << utc("2026-01-15T00:00:00Z") << qint64{150 * 86400} << QByteArray("UTC")
                                << QStringList{QStringLiteral("Mar 2026"), QStringLiteral("May 2026")};
        // Clocks go back at 01:00 UTC on 25 October: the day has 25 hours, its days still begin at midnight.
        QTest::newRow("daylight saving ends")
            << utc("2026-10-23T12:00:00Z") << qint64{4 * 86400} << QByteArray("Europe/Berlin")
            << QStringList{QStringLiteral("24 Oct"), QStringLiteral("25 Oct"), QStringLiteral("26 Oct"),
                           QStringLiteral("27 Oct")};
    }
    void times()
    {
        QFETCH(QDateTime, from);
        QFETCH(qint64, seconds);
        QFETCH(QByteArray, zone);
        const TimestampMs start = from.toMSecsSinceEpoch();
        QStringList labels;
        const QTimeZone timeZone(zone);
        QVERIFY(timeZone.isValid());
        for (const TimeTick &tick : timeTicks({start, start + seconds * 1000}, 4, timeZone)) {
            labels.append(tick.label);
            QVERIFY(tick.t >= start && tick.t <= start + seconds * 1000);
        }
        QTEST(labels, "expected");
    }

    void localMidnightsOverDaylightSaving()
    {
        const QTimeZone zone("Europe/Berlin");
        const TimestampMs start = utc("2026-03-27T12:00:00Z").toMSecsSinceEpoch();
        const auto ticks = timeTicks({start, start + 4 * 86'400'000LL}, 4, zone);
        QCOMPARE(ticks.size(), std::size_t{4});
        for (const TimeTick &tick : ticks)
            QCOMPARE(QDateTime::fromMSecsSinceEpoch(tick.t, zone).time(), QTime(0, 0));
    }

    void aMovingRangeKeepsItsTicks()
    {
        const TimestampMs start = utc("2026-11-21T13:57:13Z").toMSecsSinceEpoch();
        const auto before = timeTicks({start, start + 300'000}, 8, QTimeZone::utc());
        const auto after = timeTicks({start + 1000, start + 301'000}, 8, QTimeZone::utc());
        QCOMPARE(after.front(), before.front());
        QCOMPARE(after.back(), before.back());
    }

    /// At every zoom labels keep their distance, and no more than thrice of it is without one.
    void labelsAreNeitherCrowdedNorSeldom_data()
    {
        QTest::addColumn<int>("room");
        for (const int room : {4, 5, 7, 10, 14, 20})
            QTest::addRow("%d", room) << room;
    }
    void labelsAreNeitherCrowdedNorSeldom()
    {
        QFETCH(int, room);
        constexpr std::int64_t day = 86'400'000;
        const TimestampMs start = utc("2027-01-29T13:57:13Z").toMSecsSinceEpoch();
        for (std::int64_t length = 60'000; length < 300 * day; length = length * 21 / 20) {
            const auto ticks = timeTicks({start, start + length}, room, QTimeZone::utc());
            const QByteArray name = QByteArray::number(double(length) / double(day));
            QVERIFY2(ticks.size() >= 2 || room < 5, name);
            const double wanted = double(length) / room;
            for (std::size_t i = 1; i < ticks.size(); ++i) {
                const auto distance = double(ticks[i].t - ticks[i - 1].t);
                QVERIFY2(distance >= wanted * 0.999, name);
                QVERIFY2(distance <= wanted * 3, name);
            }
        }
    }

    void everyZoomHasTicks()
    {
        const TimestampMs start = utc("2026-11-21T13:57:13.457Z").toMSecsSinceEpoch();
        for (std::int64_t length = 10; length < 50LL * 365 * 86'400'000; length = length * 17 / 10) {
            const auto ticks = timeTicks({start, start + length}, 7, QTimeZone::utc());
            QVERIFY2(ticks.size() <= 8, qPrintable(QString::number(length)));
            QVERIFY2(ticks.size() >= 1, qPrintable(QString::number(length)));
        }
    }
};

SIGHTGLASS_TEST(TicksTest)

} // namespace

#include "tickstest.moc"
