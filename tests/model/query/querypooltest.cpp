// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/query/querypool.h"

#include "tests/support/testcase.h"

#include <QTest>

#include <atomic>
#include <new>
#include <semaphore>
#include <string>

namespace {

using sightglass::QueryPool;

class QueryPoolTest : public sightglass::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void workersAreBounded();
    void runsEveryKey();
    void newestWaitingWins();
    void newerStopsRunning();
    void cancelDropsAndStops();
    void destructorStopsAndDrops();
    void submitFromJob();
    void aJobThatThrowsIsDropped();
};

/// Holds a worker until let go or told to stop.
struct Gate
{
    std::binary_semaphore entered{0};
    std::binary_semaphore open{0};
    std::atomic<bool> stopped{false};

    void pass(const std::stop_token &stop)
    {
        const std::stop_callback wake(stop, [this] {
            stopped = true;
            open.release();
        });
        entered.release();
        open.acquire();
    }
};

void QueryPoolTest::workersAreBounded()
{
    QCOMPARE(QueryPool(0).workers(), 1U);
    QCOMPARE(QueryPool(3).workers(), 3U);
    QCOMPARE(QueryPool(100).workers(), 4U);
}

void QueryPoolTest::runsEveryKey()
{
    std::atomic<int> ran{0};
    QueryPool pool(4);
    for (QueryPool::Key key = 0; key < 100; ++key)
        pool.submit(key, [&ran](const std::stop_token &) { ++ran; });
    QTRY_COMPARE(ran.load(), 100);
}

void QueryPoolTest::newestWaitingWins()
{
    Gate gate;
    std::atomic<int> first{0};
    std::atomic<int> second{0};
    QueryPool pool(1);
    pool.submit(1, [&gate](const std::stop_token &stop) { gate.pass(stop); });
    gate.entered.acquire();
    pool.submit(2, [&first](const std::stop_token &) { ++first; });
    pool.submit(2, [&second](const std::stop_token &) { ++second; });
    gate.open.release();
    QTRY_COMPARE(second.load(), 1);
    QCOMPARE(first.load(), 0);
    QVERIFY(!gate.stopped);
}

void QueryPoolTest::newerStopsRunning()
{
    Gate gate;
    std::atomic<int> ran{0};
    QueryPool pool(1);
    pool.submit(1, [&gate](const std::stop_token &stop) { gate.pass(stop); });
    gate.entered.acquire();
    pool.submit(1, [&ran](const std::stop_token &stop) { ran += stop.stop_requested() ? 100 : 1; });
    QTRY_COMPARE(ran.load(), 1);
    QVERIFY(gate.stopped);
}

void QueryPoolTest::cancelDropsAndStops()
{
    Gate gate;
    std::atomic<int> dropped{0};
    std::atomic<int> other{0};
    QueryPool pool(1);
    pool.submit(1, [&gate](const std::stop_token &stop) { gate.pass(stop); });
    gate.entered.acquire();
    pool.submit(2, [&dropped](const std::stop_token &) { ++dropped; });
    pool.submit(3, [&other](const std::stop_token &) { ++other; });
    pool.cancel(2);
    pool.cancel(1);
    QTRY_COMPARE(other.load(), 1);
    QVERIFY(gate.stopped);
    QCOMPARE(dropped.load(), 0);
}

void QueryPoolTest::destructorStopsAndDrops()
{
    Gate gate;
    std::atomic<int> dropped{0};
    {
        QueryPool pool(1);
        pool.submit(1, [&gate](const std::stop_token &stop) { gate.pass(stop); });
        gate.entered.acquire();
        pool.submit(2, [&dropped](const std::stop_token &) { ++dropped; });
    }
    QVERIFY(gate.stopped);
    QCOMPARE(dropped.load(), 0);
}

void QueryPoolTest::submitFromJob()
{
    std::atomic<int> ran{0};
    QueryPool pool(1);
    pool.submit(1,
                [&](const std::stop_token &) { pool.submit(2, [&ran](const std::stop_token &) { ++ran; }); });
    QTRY_COMPARE(ran.load(), 1);
}

void QueryPoolTest::aJobThatThrowsIsDropped()
{
    std::atomic<int> ran{0};
    std::atomic<int> told{0};
    std::string what;
    {
        QueryPool pool(1, [&](std::string_view text) {
            what = text;
            ++told;
        });
        pool.submit(1, [](const std::stop_token &) { throw std::bad_alloc(); });
        pool.submit(2, [](const std::stop_token &) { throw 1; });
        pool.submit(3, [&ran](const std::stop_token &) { ++ran; });
        QTRY_COMPARE(ran.load(), 1);
    }
    QCOMPARE(told.load(), 2);
    QCOMPARE(what, std::string("an exception of no known kind"));
    QueryPool untold(1);
    untold.submit(1, [](const std::stop_token &) { throw std::bad_alloc(); });
    untold.submit(2, [&ran](const std::stop_token &) { ++ran; });
    QTRY_COMPARE(ran.load(), 2);
}

} // namespace

SIGHTGLASS_TEST(QueryPoolTest)

#include "querypooltest.moc"
