// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chart/columngrid.h"

#include "tests/support/testcase.h"
#include "widgets/chart/hittest.h"

#include <QTest>

#include <vector>

namespace {

using namespace sightglass;

constexpr TimestampMs now = 1'763'733'600'123;

class ColumnGridTest : public sightglass::test::TestCase
{
    Q_OBJECT

private slots:
    void coversTheRange_data()
    {
        QTest::addColumn<qint64>("length");
        QTest::addColumn<int>("count");
        QTest::newRow("an hour on 700 pixels") << qint64{3'600'000} << 700;
        QTest::newRow("five minutes on 1400") << qint64{300'000} << 1400;
        QTest::newRow("ten seconds on 1900: less than 10 ms a pixel") << qint64{10'000} << 1900;
        QTest::newRow("a year") << qint64{365} * 86'400'000 << 333;
        QTest::newRow("one pixel") << qint64{1000} << 1;
        QTest::newRow("no length") << qint64{0} << 100;
    }
    void coversTheRange()
    {
        QFETCH(qint64, length);
        QFETCH(int, count);
        const TimeRange range{now - length, now};
        const ColumnGrid grid = ColumnGrid::covering(range, count);
        QCOMPARE(grid.count, count);
        QCOMPARE(grid.columnOf(range.to), grid.end() - 1);
        if (count > 1)
            QVERIFY(grid.columnOf(range.from) >= grid.first);
        // Not more than a column of room is given away.
        QVERIFY(grid.columnOf(range.from) <= grid.first + 1 || length <= count);
    }

    void columnsStayWhereTheyAreWhenTimeMovesOn()
    {
        const ColumnGrid before = ColumnGrid::covering({now - 300'000, now}, 700);
        const ColumnGrid after = ColumnGrid::covering({now - 299'000, now + 1000}, 700);
        QCOMPARE(after.bucketUs, before.bucketUs);
        for (TimestampMs t = now - 5000; t < now; t += 7) {
            QCOMPARE(after.columnOf(t), before.columnOf(t));
            QCOMPARE(after.fractionOf(t), before.fractionOf(t));
            QCOMPARE(after.xOf(t) - before.xOf(t), static_cast<double>(before.first - after.first));
        }
    }

    void timeAndPlaceAgree()
    {
        const ColumnGrid grid = ColumnGrid::covering({now - 3'600'000, now}, 700);
        for (int x = 0; x < grid.count; ++x)
            QCOMPARE(grid.columnOf(grid.timeAt(x + 0.5)), grid.first + x);
    }

    void timesBeforeTheEpoch()
    {
        const ColumnGrid grid{.bucketUs = 3000, .first = -10, .count = 5};
        QCOMPARE(grid.columnOf(-1), -1);
        QCOMPARE(grid.columnOf(-3), -1);
        QCOMPARE(grid.columnOf(-4), -2);
        QVERIFY(grid.fractionOf(-1) >= 0 && grid.fractionOf(-1) < 1);
    }

    void nearest_data()
    {
        QTest::addColumn<qint64>("at");
        QTest::addColumn<qint64>("within");
        QTest::addColumn<int>("expected");
        QTest::newRow("exact") << qint64{2000} << qint64{0} << 1;
        QTest::newRow("nearer to the later one") << qint64{2600} << qint64{1000} << 2;
        QTest::newRow("the earlier of two as near") << qint64{2500} << qint64{1000} << 1;
        QTest::newRow("before the first") << qint64{400} << qint64{600} << 0;
        QTest::newRow("too far before the first") << qint64{399} << qint64{600} << -1;
        QTest::newRow("after the last") << qint64{9500} << qint64{500} << 3;
        QTest::newRow("in a gap") << qint64{6000} << qint64{900} << -1;
    }
    void nearest()
    {
        QFETCH(qint64, at);
        QFETCH(qint64, within);
        const std::vector<Sample> samples{{1000, 1}, {2000, 2}, {3000, 3}, {9000, 4}};
        const auto index = nearestSample(samples, at, within);
        QTEST(index ? static_cast<int>(*index) : -1, "expected");
        QVERIFY(!nearestSample({}, at, within));
    }
};

SIGHTGLASS_TEST(ColumnGridTest)

} // namespace

#include "columngridtest.moc"
