// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/scrape/orderedtasks.h"

#include "tests/support/testcase.h"

#include <QElapsedTimer>
#include <QTest>

#include <atomic>
#include <semaphore>
#include <thread>
#include <vector>

namespace {

using namespace sightglass;

class OrderedTasksTest : public test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void tasksAreDoneInOrderBesideTheCallerAndBeforeTheEnd()
    {
        std::vector<int> done;
        std::atomic<bool> onCaller = false;
        std::binary_semaphore start(0);
        const std::thread::id caller = std::this_thread::get_id();
        {
            OrderedTasks tasks;
            tasks.run([&start] { start.acquire(); });
            for (int i = 0; i < 100; ++i) {
                tasks.run([&, i] {
                    onCaller = onCaller || std::this_thread::get_id() == caller;
                    done.push_back(i);
                });
            }
            start.release(); // whatever the caller gave is there before the first one ends
        }
        QVERIFY(!onCaller);
        QCOMPARE(done.size(), std::size_t{100});
        for (int i = 0; i < 100; ++i)
            QCOMPARE(done[static_cast<std::size_t>(i)], i);
    }

    void moreComesAfterARest()
    {
        std::atomic<int> done = 0;
        OrderedTasks tasks;
        for (int i = 1; i <= 3; ++i) {
            tasks.run([&done] { ++done; });
            QTRY_COMPARE(done.load(), i);
        }
    }

    void whatHangsIsLeftToTheSystem()
    {
        const auto gate = std::make_shared<std::binary_semaphore>(0);
        const auto ended = std::make_shared<std::atomic<bool>>(false);
        QElapsedTimer timer;
        timer.start();
        {
            OrderedTasks tasks(std::chrono::milliseconds(20));
            tasks.run([gate, ended] {
                gate->acquire();
                *ended = true;
            });
        }
        QVERIFY(!*ended);
        QVERIFY(timer.elapsed() >= 20);
        gate->release();
        QTRY_VERIFY(ended->load());
    }
};

} // namespace

SIGHTGLASS_TEST(OrderedTasksTest)
#include "orderedtaskstest.moc"
