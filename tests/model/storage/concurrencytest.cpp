// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/model/storage/storagehelpers.h"
#include "tests/support/testcase.h"

#include <QTest>

#include <atomic>
#include <mutex>
#include <random>
#include <thread>

namespace {

using namespace sightglass;
using test::series;

constexpr int scrapes = 500;
constexpr int width = 130; // more than two pages of the table
constexpr TimestampMs keptMs = 200'000;

/// Where the writer puts its newest snapshot, as the collector does.
class Board
{
public:
    void put(std::shared_ptr<const Snapshot> snapshot)
    {
        const std::lock_guard lock(m_mutex);
        m_snapshot = std::move(snapshot);
    }
    [[nodiscard]] std::shared_ptr<const Snapshot> take() const
    {
        const std::lock_guard lock(m_mutex);
        return m_snapshot;
    }

private:
    mutable std::mutex m_mutex;
    std::shared_ptr<const Snapshot> m_snapshot;
};

double valueAt(TimestampMs t)
{
    return static_cast<double>(t % 7919) / 100;
}

/// One scrape a second: fixed series, and some that live for 40 scrapes.
void write(Board &board)
{
    Head head({.maxAgeMs = keptMs, .maxBytes = std::size_t{1} << 30U});
    for (int scrape = 0; scrape < scrapes; ++scrape) {
        const TimestampMs t = scrape * 1000;
        for (int i = 0; i < width; ++i)
            (void)test::append(head, series("fixed", std::to_string(i)), t, valueAt(t));
        (void)test::append(head, series("passing", std::to_string(scrape / 40)), t, valueAt(t));
        if (scrape % 10 == 9) {
            head.rollback();
            continue;
        }
        head.commit();
        head.setMetadata("fixed", {MetricType::Gauge, std::to_string(scrape), ""});
        head.applyRetention();
        board.put(head.snapshot());
    }
}

/// Whether every sample is one that the writer wrote, without a gap but for what was rolled back.
bool consistent(const SeriesView &view, const Snapshot &snapshot)
{
    const std::vector<Sample> samples = test::samplesOf(view);
    for (std::size_t i = 0; i < samples.size(); ++i) {
        if (!sameBits(samples[i].v, valueAt(samples[i].t)) || samples[i].t / 1000 % 10 == 9)
            return false;
        const TimestampMs step = i > 0 ? samples[i].t - samples[i - 1].t : 1000;
        if (step != 1000 && step != 2000)
            return false;
    }
    return !samples.empty() && samples.back().t <= snapshot.stats().maxTime;
}

/// Counts the reads and the failures of one reader until the writer is done.
struct Outcome
{
    int reads = 0;
    int failures = 0;
};

void readOnce(const Snapshot &snapshot, std::mt19937_64 &random, Outcome &outcome)
{
    const auto fixed = snapshot.select(test::named("fixed"), test::allTime);
    if (fixed.size() != width)
        ++outcome.failures;
    const auto latest = snapshot.stats().maxTime;
    for (int i = 0; i < 10 && !fixed.empty(); ++i) {
        const auto &view = *fixed[random() % fixed.size()];
        if (!consistent(view, snapshot) || test::samplesOf(view).back().t != latest)
            ++outcome.failures;
    }
    for (const auto &view :
         snapshot.select(std::vector<Matcher>{{MatchOp::Regex, "instance", "[0-9]"}}, test::allTime)) {
        if (!consistent(*view, snapshot))
            ++outcome.failures;
    }
    if (snapshot.labelValues("__name__").size() != 2 || snapshot.metadataView().families().size() > 1)
        ++outcome.failures;
    ++outcome.reads;
}

class ConcurrencyTest : public test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void readersSeeConsistentSnapshots();
};

void ConcurrencyTest::readersSeeConsistentSnapshots()
{
    Board board;
    std::atomic<bool> done{false};
    constexpr std::size_t readers = 3;
    std::array<Outcome, readers> outcomes;
    std::vector<std::thread> threads;
    for (std::size_t i = 0; i < readers; ++i) {
        threads.emplace_back([&board, &done, &outcome = outcomes[i], i] {
            std::mt19937_64 random(i);
            std::shared_ptr<const Snapshot> held; // read again much later
            for (bool last = false; !last;) {
                last = done.load();
                const auto snapshot = board.take();
                if (snapshot == nullptr)
                    continue;
                readOnce(*snapshot, random, outcome);
                if (held != nullptr)
                    readOnce(*held, random, outcome);
                if (held == nullptr || outcome.reads % 8 == 0)
                    held = snapshot;
            }
        });
    }
    std::thread writer(write, std::ref(board));
    writer.join();
    done = true;
    for (std::thread &thread : threads)
        thread.join();
    for (const Outcome &outcome : outcomes) {
        QVERIFY(outcome.reads > 0);
        QCOMPARE(outcome.failures, 0);
    }
}

} // namespace

SIGHTGLASS_TEST(ConcurrencyTest)
#include "concurrencytest.moc"
