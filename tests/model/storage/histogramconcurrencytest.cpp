// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/model/histogram/histogramhelpers.h"
#include "tests/model/storage/storagehelpers.h"
#include "tests/support/testcase.h"

#include <QTest>

#include <array>
#include <atomic>
#include <mutex>
#include <thread>

namespace {

using namespace sightglass;
using namespace sightglass::test;

constexpr int scrapes = 400;
constexpr int width = 70; // more than a page of the table
constexpr TimestampMs keptMs = 150'000;

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

/// Every number of it tells the time.
FloatHistogram histogramAt(TimestampMs t)
{
    const auto n = static_cast<double>(t % 97'000);
    FloatHistogram histogram = exponential(3, 2 * n, n / 7, buckets({n, n}));
    histogram.positive.push(static_cast<std::int32_t>(10 + t / 40'000), n);
    return histogram;
}

bool isFloatTime(TimestampMs t)
{
    return t / 1000 % 50 == 0;
}

void write(Board &board)
{
    Head head({.maxAgeMs = keptMs, .maxBytes = std::size_t{1} << 30U});
    for (int scrape = 0; scrape < scrapes; ++scrape) {
        const TimestampMs t = scrape * 1000;
        const auto histogram = std::make_shared<const FloatHistogram>(histogramAt(t));
        for (int i = 0; i < width; ++i) {
            const SeriesId id = head.seriesFor(series("fixed", std::to_string(i)));
            (void)(isFloatTime(t) ? head.append(id, t, 1.0, t / 10'000)
                                  : head.append(id, t, histogram, t / 10'000));
        }
        if (scrape % 10 == 9) {
            head.rollback();
            continue;
        }
        head.commit();
        head.applyRetention();
        board.put(head.snapshot());
    }
}

/// Whether every sample is one that the writer wrote, and the newest is there.
bool consistent(const SeriesView &view, TimestampMs latest)
{
    SampleColumns columns;
    view.read(allTime, columns);
    TimestampMs newest = 0;
    for (std::size_t i = 0; i < columns.histograms.size(); ++i) {
        const TimestampMs t = columns.histogramTimes[i];
        newest = std::max(newest, t);
        if (!sameHistogram(*columns.histograms[i], histogramAt(t)) || t / 1000 % 10 == 9)
            return false;
        if (!columns.histogramStarts.empty() && columns.histogramStarts[i] != t / 10'000)
            return false;
    }
    for (const TimestampMs t : columns.times) {
        newest = std::max(newest, t);
        if (!isFloatTime(t))
            return false;
    }
    return newest == latest;
}

class HistogramConcurrencyTest : public TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void readersSeeConsistentHistograms()
    {
        Board board;
        std::atomic<bool> done{false};
        struct Outcome
        {
            int reads = 0;
            int failures = 0;
        };
        std::array<Outcome, 2> outcomes;
        std::vector<std::thread> threads;
        for (Outcome &outcome : outcomes) {
            threads.emplace_back([&board, &done, &outcome] {
                std::shared_ptr<const Snapshot> held; // read again much later
                for (bool last = false; !last;) {
                    last = done.load();
                    const auto snapshot = board.take();
                    if (snapshot == nullptr)
                        continue;
                    for (const auto &shown : {snapshot, held != nullptr ? held : snapshot}) {
                        const auto views = shown->select(named("fixed"), allTime);
                        const auto &view = *views.at(static_cast<std::size_t>(outcome.reads) % width);
                        outcome.failures += views.size() == width ? 0 : 1;
                        outcome.failures += consistent(view, shown->stats().maxTime) ? 0 : 1;
                    }
                    if (++outcome.reads % 16 == 1)
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
};

SIGHTGLASS_TEST(HistogramConcurrencyTest)

} // namespace

#include "histogramconcurrencytest.moc"
