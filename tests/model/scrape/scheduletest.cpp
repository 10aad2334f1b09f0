// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/scrape/schedule.h"

#include "model/core/timegrid.h"
#include "tests/support/testcase.h"

#include <QTest>

#include <set>
#include <string>

using namespace sightglass;

namespace {

constexpr ScrapeGrid second{1000, 250};
constexpr TimestampMs base = 1'700'000'000'000;

class ScheduleTest : public sightglass::test::TestCase
{
    Q_OBJECT

private slots:
    void phaseIsStableAndSpread()
    {
        QCOMPARE(stableHash(""), 0xCBF29CE484222325ULL);
        QCOMPARE(stableHash("a"), 0xAF63DC4C8601EC8CULL); // published FNV-1a vector
        std::set<std::int64_t> tenths;
        for (int i = 0; i < 100; ++i) {
            const ScrapeGrid grid = scrapeGrid("http://host-" + std::to_string(i) + ":9100/metrics", 1000);
            QVERIFY(grid.phaseMs >= 0 && grid.phaseMs < 1000);
            tenths.insert(grid.phaseMs / 100);
        }
        QCOMPARE(tenths.size(), std::size_t{10});
    }

    void nextDue_data()
    {
        QTest::addColumn<qint64>("now");
        QTest::addColumn<qint64>("next");
        QTest::newRow("before the phase") << qint64{base} << qint64{base + 250};
        QTest::newRow("on the grid: the next one") << qint64{base + 250} << qint64{base + 1250};
        QTest::newRow("just after") << qint64{base + 251} << qint64{base + 1250};
        QTest::newRow("before 1970") << qint64{-1} << qint64{250};
        QTest::newRow("long before 1970") << qint64{-5000} << qint64{-4750};
    }
    void nextDue()
    {
        QFETCH(qint64, now);
        QTEST(qint64{sightglass::nextDue(second, now)}, "next");
    }

    void firstScrapeDoesNotMeetTheGrid_data()
    {
        QTest::addColumn<qint64>("now");
        QTest::addColumn<qint64>("next");
        QTest::newRow("slot comes at once: skip it") << qint64{base + 240} << qint64{base + 1250};
        QTest::newRow("half an interval is enough") << qint64{base + 749} << qint64{base + 1250};
        QTest::newRow("less is not") << qint64{base + 751} << qint64{base + 2250};
    }
    void firstScrapeDoesNotMeetTheGrid()
    {
        QFETCH(qint64, now);
        QTEST(qint64{nextDueAfterFirst(second, now)}, "next");
    }

    void dueAndMissed_data()
    {
        QTest::addColumn<qint64>("now");
        QTest::addColumn<bool>("due");
        QTest::addColumn<quint64>("count");
        QTest::newRow("early") << qint64{base + 249} << false << quint64{0};
        QTest::newRow("on time") << qint64{base + 250} << true << quint64{1};
        QTest::newRow("late") << qint64{base + 1249} << true << quint64{1};
        QTest::newRow("one slot later") << qint64{base + 1250} << true << quint64{2};
        QTest::newRow("after sleep") << qint64{base + 60'250} << true << quint64{61};
        QTest::newRow("clock set back by an hour") << qint64{base - 3'600'000} << true << quint64{0};
    }
    void dueAndMissed()
    {
        QFETCH(qint64, now);
        QTEST(isDue(second, base + 250, now), "due");
        QTEST(quint64{dueCount(second, base + 250, now)}, "count");
    }

    void alignment_data()
    {
        QTest::addColumn<qint64>("interval");
        QTest::addColumn<qint64>("late");
        QTest::addColumn<qint64>("taken");
        QTest::newRow("on time") << qint64{1000} << qint64{0} << qint64{0};
        QTest::newRow("2 ms late is aligned") << qint64{1000} << qint64{2} << qint64{0};
        QTest::newRow("3 ms late is not") << qint64{1000} << qint64{3} << qint64{3};
        QTest::newRow("1 % of 100 ms") << qint64{100} << qint64{1} << qint64{0};
        QTest::newRow("more than 1 % of 100 ms") << qint64{100} << qint64{2} << qint64{2};
        QTest::newRow("1 h, still 2 ms") << qint64{3'600'000} << qint64{3} << qint64{3};
    }
    void alignment()
    {
        QFETCH(qint64, interval);
        QFETCH(qint64, late);
        const ScrapeGrid grid{interval, 17 % interval};
        const TimestampMs ideal = sightglass::nextDue(grid, base);
        QTEST(qint64{alignedTimestamp(grid, ideal + late) - ideal}, "taken");
    }
};

} // namespace

SIGHTGLASS_TEST(ScheduleTest)
#include "scheduletest.moc"
