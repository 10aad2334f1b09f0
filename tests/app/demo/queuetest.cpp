// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/deadletters.h"
#include "app/demo/jobqueue.h"
#include "app/demo/retryschedule.h"
#include "tests/support/testcase.h"

#include <QTest>

#include <atomic>
#include <thread>

namespace {

using namespace sightglass::demo;
using namespace std::chrono_literals;

Job job(EventId id)
{
    Job result;
    result.event.id = id;
    return result;
}

class QueueTest : public sightglass::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void retryDelays_data();
    void retryDelays();
    void jobsLeaveInOrder();
    void aDueRetryGoesFirst();
    void aRetryWaitsForItsTime();
    void snapshotMissesNothing();
    void aFullQueueHoldsBack();
    void closingWakesEverybody();
    void deadLettersWaitForQuiet();
};

void QueueTest::retryDelays_data()
{
    QTest::addColumn<unsigned>("failures");
    QTest::addColumn<double>("jitter");
    QTest::addColumn<int>("milliseconds");
    QTest::newRow("not failed yet") << 0U << 0.5 << -1;
    QTest::newRow("first") << 1U << 0.5 << 200;
    QTest::newRow("first, early") << 1U << 0.0 << 160;
    QTest::newRow("first, late") << 1U << 1.0 << 240;
    QTest::newRow("second") << 2U << 0.5 << 400;
    QTest::newRow("capped") << 9U << 0.5 << 5000;
    QTest::newRow("last") << 10U << 0.5 << -1;
    QTest::newRow("beyond") << 4'000'000'000U << 0.5 << -1;
}

void QueueTest::retryDelays()
{
    QFETCH(unsigned, failures);
    QFETCH(double, jitter);
    QFETCH(int, milliseconds);
    const RetrySchedule schedule{.attempts = 10, .base = 200ms, .longest = 5s};
    const auto delay = schedule.delayAfter(failures, jitter);
    QCOMPARE(delay ? static_cast<int>(delay->count()) : -1, milliseconds);
}

void QueueTest::jobsLeaveInOrder()
{
    JobQueue queue(10);
    for (EventId id = 1; id <= 3; ++id)
        queue.push(job(id));
    QCOMPARE(queue.depth(), 3U);
    for (EventId id = 1; id <= 3; ++id)
        QCOMPARE(queue.take()->job.event.id, id);
    QCOMPARE(queue.depth(), 0U);
    QCOMPARE(queue.inFlight(), 3U);
}

void QueueTest::aDueRetryGoesFirst()
{
    JobQueue queue(10);
    queue.push(job(1));
    queue.push(job(2));
    auto taken = queue.take();
    queue.retry(taken->ticket, std::move(taken->job), Clock::now());
    QCOMPARE(queue.take()->job.event.id, EventId(1));
    QCOMPARE(queue.take()->job.event.id, EventId(2));
}

void QueueTest::aRetryWaitsForItsTime()
{
    JobQueue queue(10);
    queue.push(job(1));
    auto taken = queue.take();
    const TimePoint due = Clock::now() + 50ms;
    queue.retry(taken->ticket, std::move(taken->job), due);
    queue.push(job(2));
    QCOMPARE(queue.take()->job.event.id, EventId(2));
    QCOMPARE(queue.depth(), 1U);
    QCOMPARE(queue.take()->job.event.id, EventId(1));
    QVERIFY(Clock::now() >= due);
}

void QueueTest::snapshotMissesNothing()
{
    JobQueue queue(10);
    for (EventId id = 1; id <= 3; ++id)
        queue.push(job(id));
    auto first = queue.take();
    const auto second = queue.take();
    queue.retry(first->ticket, std::move(first->job), Clock::now() + 1h);
    QCOMPARE(queue.snapshot().size(), 3U);
    queue.finish(second->ticket);
    QCOMPARE(queue.snapshot().size(), 2U);
    QCOMPARE(queue.inFlight(), 0U);
    QCOMPARE(queue.depth(), 2U);
}

void QueueTest::aFullQueueHoldsBack()
{
    JobQueue queue(1);
    QVERIFY(queue.waitForRoom());
    queue.push(job(1));
    std::atomic<bool> hadRoom = false;
    std::jthread pusher([&] { hadRoom = queue.waitForRoom(); });
    QTest::qWait(20); // nothing is to happen
    QVERIFY(!hadRoom);
    QVERIFY(queue.take());
    QTRY_VERIFY(hadRoom);
}

void QueueTest::closingWakesEverybody()
{
    JobQueue queue(1);
    std::jthread worker([&] { QVERIFY(!queue.take()); });
    queue.close();
    worker.join();
    queue.push(job(1));
    QVERIFY(!queue.take());
    QVERIFY(!queue.waitForRoom());
    QCOMPARE(queue.snapshot().size(), 1U);
}

void QueueTest::deadLettersWaitForQuiet()
{
    DeadLetters letters;
    const TimePoint start(1h);
    Job dead = job(1);
    dead.failures = 3;
    letters.add(dead, start);
    letters.add(job(2), start + 5s);
    QVERIFY(letters.takeForRedrive(10, 15s, start + 19s).empty());
    const auto first = letters.takeForRedrive(1, 15s, start + 20s);
    QCOMPARE(first.size(), 1U);
    QCOMPARE(first.front().event.id, EventId(1));
    QCOMPARE(first.front().failures, 0U);
    QCOMPARE(first.front().redrives, 1U);
    QCOMPARE(letters.size(), 1U);
}

} // namespace

SIGHTGLASS_TEST(QueueTest)

#include "queuetest.moc"
