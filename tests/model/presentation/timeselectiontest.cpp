// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/presentation/timeselection.h"

#include "tests/support/testcase.h"

#include <QTest>

namespace {

using namespace sightglass;

constexpr std::int64_t second = 1000;
constexpr std::int64_t minute = 60 * second;
constexpr qint64 start = 1'700'000'000'000;

class TimeSelectionTest : public sightglass::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void liveRangeGrowsWithTheHistory_data()
    {
        QTest::addColumn<qint64>("chosen");
        QTest::addColumn<qint64>("history");
        QTest::addColumn<qint64>("shown");
        QTest::newRow("no data yet") << qint64{5 * minute} << qint64{-1} << qint64{minute};
        QTest::newRow("first seconds") << qint64{5 * minute} << qint64{3 * second} << qint64{minute};
        QTest::newRow("exactly a minute") << qint64{5 * minute} << qint64{minute} << qint64{minute};
        QTest::newRow("a little more") << qint64{5 * minute} << qint64{minute + 1} << qint64{2 * minute};
        QTest::newRow("nearly all") << qint64{5 * minute} << qint64{3 * minute} << qint64{5 * minute};
        QTest::newRow("more than chosen") << qint64{5 * minute} << qint64{60 * minute} << qint64{5 * minute};
        QTest::newRow("an hour chosen") << qint64{60 * minute} << qint64{4 * minute} << qint64{5 * minute};
        QTest::newRow("shorter than a minute")
            << qint64{30 * second} << qint64{second} << qint64{30 * second};
    }

    void liveRangeGrowsWithTheHistory()
    {
        QFETCH(qint64, chosen);
        QFETCH(qint64, history);
        QFETCH(qint64, shown);
        const TimeSelection selection(chosen);
        const TimestampMs firstData = history < 0 ? 0 : start - history;
        QCOMPARE(selection.range(start, firstData).to, start);
        QCOMPARE(selection.range(start, firstData).lengthMs(), shown);
        QVERIFY(selection.live());
    }

    void pauseStandsStillAndResumeMovesAgain()
    {
        TimeSelection selection(minute);
        selection.pause(start, start - 60 * minute);
        const TimeRange paused = selection.range(start + 10 * second, start - 60 * minute);
        QCOMPARE(paused.to, start);
        QVERIFY(!selection.live());
        selection.resume();
        QCOMPARE(selection.range(start + 10 * second, start - 60 * minute).to, start + 10 * second);
    }

    void zoomsStackAndComeBack()
    {
        const TimestampMs firstData = start - 60 * minute;
        TimeSelection selection(5 * minute);
        selection.zoomTo({start - 100 * second, start - 40 * second}, start, firstData);
        selection.zoomTo({start - 80 * second, start - 60 * second}, start, firstData);
        QCOMPARE(selection.range(start, firstData).from, start - 80 * second);
        selection.zoomOut();
        QCOMPARE(selection.range(start, firstData).from, start - 100 * second);
        selection.zoomOut();
        QVERIFY(selection.live());
        QVERIFY(!selection.zoomed());
        selection.zoomOut();
        QVERIFY(selection.live());
    }

    void zoomIsBounded_data()
    {
        QTest::addColumn<qint64>("from");
        QTest::addColumn<qint64>("to");
        QTest::addColumn<qint64>("shownFrom");
        QTest::addColumn<qint64>("shownTo");
        QTest::newRow("a click") << start - 10 * second << start - 10 * second << start - 10 * second
                                 << start - 9 * second;
        QTest::newRow("dragged leftwards")
            << start - 5 * second << start - 30 * second << start - 30 * second << start - 5 * second;
        QTest::newRow("into the future")
            << start - 30 * second << start + 30 * second << start - 30 * second << start;
    }

    void zoomIsBounded()
    {
        QFETCH(qint64, from);
        QFETCH(qint64, to);
        QFETCH(qint64, shownFrom);
        QFETCH(qint64, shownTo);
        TimeSelection selection(5 * minute);
        selection.zoomTo({from, to}, start, start - 60 * minute);
        QCOMPARE(selection.range(start, 0).from, shownFrom);
        QCOMPARE(selection.range(start, 0).to, shownTo);
    }
};

} // namespace

SIGHTGLASS_TEST(TimeSelectionTest)
#include "timeselectiontest.moc"
