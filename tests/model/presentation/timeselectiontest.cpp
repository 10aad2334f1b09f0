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
        QVERIFY(selection.pausedAt() == start);
        const TimeRange paused = selection.range(start + 10 * second, start - 60 * minute);
        QCOMPARE(paused.to, start);
        QVERIFY(!selection.live());
        selection.resume();
        QCOMPARE(selection.range(start + 10 * second, start - 60 * minute).to, start + 10 * second);
    }

    void stepsLeadBackAndForward()
    {
        const TimestampMs firstData = start - 60 * minute;
        TimeSelection selection(5 * minute);
        QVERIFY(!selection.canGoBack());
        selection.zoomTo({start - 100 * second, start - 40 * second}, start, firstData);
        selection.zoomTo({start - 80 * second, start - 60 * second}, start, firstData);
        QCOMPARE(selection.range(start, firstData).from, start - 80 * second);
        selection.back();
        QCOMPARE(selection.range(start, firstData).from, start - 100 * second);
        selection.back();
        QVERIFY(selection.live());
        QVERIFY(!selection.canGoBack());
        selection.back();
        QVERIFY(selection.live());
        selection.forward();
        selection.forward();
        QCOMPARE(selection.range(start, firstData).from, start - 80 * second);
        QVERIFY(!selection.canGoForward());
        // A new step leaves what lay ahead.
        selection.back();
        selection.setLength(minute);
        QVERIFY(selection.live() && !selection.canGoForward());
        selection.back();
        QCOMPARE(selection.range(start, firstData).from, start - 100 * second);
        QCOMPARE(selection.lengthMs(), 5 * minute);
    }

    void aPauseIsNoStep()
    {
        const TimestampMs firstData = start - 60 * minute;
        TimeSelection selection(5 * minute);
        selection.pause(start, firstData);
        QVERIFY(selection.paused() && !selection.canGoBack());
        selection.zoomTo({start - 100 * second, start - 40 * second}, start, firstData);
        QVERIFY(!selection.paused() && !selection.live() && !selection.pausedAt());
        selection.back();
        QVERIFY2(selection.paused(), "back to the pause");
        selection.resume();
        QVERIFY(selection.live() && !selection.canGoBack());
        // From a zoom, going live is a step: the way back to it stays.
        selection.forward();
        selection.resume();
        QVERIFY(selection.live() && selection.canGoBack());
        selection.back();
        QCOMPARE(selection.range(start, firstData).from, start - 100 * second);
    }

    void aGestureIsOneStep()
    {
        const TimestampMs firstData = start - 60 * minute;
        TimeSelection selection(5 * minute);
        for (int i = 1; i < 50; ++i)
            selection.moveTo({start - 5 * minute - i * second, start - i * second}, start, firstData);
        QCOMPARE(selection.range(start, firstData).to, start - 49 * second);
        selection.settle();
        selection.moveTo({start - 4 * minute, start - 2 * minute}, start, firstData);
        selection.back();
        QCOMPARE(selection.range(start, firstData).to, start - 49 * second);
        selection.back();
        QVERIFY(selection.live());
    }

    void moveKeepsItsLength_data()
    {
        QTest::addColumn<qint64>("from");
        QTest::addColumn<qint64>("to");
        QTest::addColumn<qint64>("shownFrom");
        QTest::addColumn<qint64>("shownTo");
        QTest::newRow("within") << start - 30 * second << start - 20 * second << start - 30 * second
                                << start - 20 * second;
        QTest::newRow("into the future")
            << start - 30 * second << start + 30 * second << start - 60 * second << start;
        QTest::newRow("before 1970") << qint64{-10 * second} << qint64{20 * second} << qint64{0}
                                     << qint64{30 * second};
        QTest::newRow("too short") << start - 10 * second - 100 << start - 10 * second + 100
                                   << start - 10 * second - 500 << start - 10 * second + 500;
        QTest::newRow("longer than all time")
            << qint64{-4'000'000'000'000'000} << start << start - 20LL * 366 * 24 * 60 * minute << start;
    }

    void moveKeepsItsLength()
    {
        QFETCH(qint64, from);
        QFETCH(qint64, to);
        QFETCH(qint64, shownFrom);
        QFETCH(qint64, shownTo);
        TimeSelection selection(5 * minute);
        selection.moveTo({from, to}, start, start - 60 * minute);
        const TimeRange shown = selection.range(start, 0);
        if (from > -1'000'000'000'000'000) {
            QCOMPARE(shown.from, shownFrom);
            QCOMPARE(shown.to, shownTo);
        }
        QCOMPARE(shown.lengthMs(), shownTo - shownFrom);
        QVERIFY(shown.to <= start && shown.from >= 0);
    }

    void widensAndPans()
    {
        const TimestampMs firstData = start - 60 * minute;
        TimeSelection selection(5 * minute);
        selection.widen(start, firstData);
        QVERIFY2(selection.live(), "still live");
        QCOMPARE(selection.range(start, firstData).lengthMs(), 10 * minute);
        selection.pan(1, start, firstData);
        QVERIFY2(selection.live(), "there is nothing later than now");
        selection.pan(-0.5, start, firstData);
        QCOMPARE(selection.range(start, firstData).to, start - 5 * minute);
        selection.widen(start, firstData);
        QCOMPARE(selection.range(start, firstData).from, start - 20 * minute);
        QCOMPARE(selection.range(start, firstData).to, start);
        selection.back();
        QCOMPARE(selection.range(start, firstData).to, start - 5 * minute);
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

    void wordsMoveWithTime()
    {
        constexpr std::int64_t day = 24 * 60 * minute;
        const TimestampMs midnight = start / day * day;
        TimeSelection selection(5 * minute);
        const RelativeRange today{QStringLiteral("now/d"), QStringLiteral("now"), QTimeZone::utc()};
        selection.setRelative(today, midnight + 60 * minute);
        QVERIFY(selection.live());
        QCOMPARE(selection.relative(), std::optional(today));
        QVERIFY((selection.range(midnight + 60 * minute, 0) == TimeRange{midnight, midnight + 60 * minute}));
        QVERIFY((selection.range(midnight + 90 * minute, 0) == TimeRange{midnight, midnight + 90 * minute}));
        // The same again is no step.
        selection.setRelative(today, midnight + 60 * minute);
        selection.back();
        QVERIFY(!selection.canGoBack());
        QVERIFY(!selection.relative());
        selection.forward();
        QCOMPARE(selection.relative(), std::optional(today));
    }

    void wordsComeBackAfterAZoom()
    {
        TimeSelection selection(5 * minute);
        const RelativeRange yesterday{QStringLiteral("now-1d/d"), QStringLiteral("now-1d/d"),
                                      QTimeZone::utc()};
        selection.setRelative(yesterday, start);
        const TimeRange whole = selection.range(start, 0);
        QCOMPARE(whole.lengthMs(), 24 * 60 * minute - 1);
        selection.zoomTo({whole.from, whole.from + minute}, start, 0);
        QVERIFY(!selection.live());
        selection.resume();
        QVERIFY(selection.range(start, 0) == whole);
        // Wider than the words is a range of its own.
        selection.widen(start, 0);
        QVERIFY(!selection.live());
        selection.setLength(minute);
        QVERIFY(!selection.relative());
    }

    void wordsThatMeanNoRange_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::newRow("no time") << "then"
                                 << "now";
        QTest::newRow("nothing") << ""
                                 << "";
        QTest::newRow("backwards") << "now"
                                   << "now-1h";
        QTest::newRow("no length") << "now"
                                   << "now";
        QTest::newRow("too long") << "now-100y"
                                  << "now";
    }
    void wordsThatMeanNoRange()
    {
        QFETCH(QString, from);
        QFETCH(QString, to);
        TimeSelection selection(5 * minute);
        selection.setRelative({from, to, QTimeZone::utc()}, start);
        QVERIFY(!selection.relative());
        QVERIFY(!selection.canGoBack());
    }

    void beginningAnew()
    {
        TimeSelection selection(5 * minute);
        selection.setLength(minute);
        selection.zoomTo({start - 3 * minute, start - minute}, start, 0);
        selection.back();
        selection.forgetSteps();
        QVERIFY(!selection.canGoBack() && !selection.canGoForward());
        QCOMPARE(selection.lengthMs(), minute);
    }
};

} // namespace

SIGHTGLASS_TEST(TimeSelectionTest)
#include "timeselectiontest.moc"
