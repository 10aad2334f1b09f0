// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/storage/head.h"
#include "tests/model/storage/storagehelpers.h"
#include "tests/support/testcase.h"

#include <QTest>

#include <atomic>
#include <mutex>
#include <thread>

namespace {

using namespace sightglass;
using test::allTime;
using test::append;
using test::series;

Exemplar exemplar(double value, TimestampMs t)
{
    return {Labels(std::vector<Label>{{"trace_id", std::to_string(t)}}), value, t, true};
}

std::vector<SeriesExemplars> all(const Snapshot &snapshot)
{
    const std::vector<std::vector<Matcher>> everything{{}};
    return selectExemplars(snapshot, everything, allTime);
}

class HeadExemplarTest : public test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void commitsWithTheSamples();
    void rollbackLeavesNothing();
    void decidesByWhatIsCommitted();
    void unknownSeries();
    void isCountedAndBounded();
    void goesWithAge();
    void outlivesItsSeries();
    void readersGoOnWhileTheWriterWrites();
    void visitorsSeeWhatTheyWantWhereItLies();
};

void HeadExemplarTest::commitsWithTheSamples()
{
    Head head;
    const SeriesId id = head.seriesFor(series("a"));
    (void)head.append(id, 1000, 1);
    QCOMPARE(head.appendExemplar(id, exemplar(3, 900)), ExemplarVerdict::Taken);
    const auto before = head.snapshot();
    QCOMPARE(exemplarCount(*before), std::size_t{0});
    head.commit();
    const auto after = head.snapshot();
    QCOMPARE(exemplarCount(*before), std::size_t{0});
    QCOMPARE(exemplarCount(*after), std::size_t{1});
    const auto found = all(*after);
    QCOMPARE(found.size(), std::size_t{1});
    QCOMPARE(found.front().series, series("a"));
    QCOMPARE(found.front().exemplars.front().value, 3.0);
    // Without a sample too: the page may bring the same values again.
    QCOMPARE(head.appendExemplar(id, exemplar(4, 950)), ExemplarVerdict::Taken);
    head.commit();
    QCOMPARE(exemplarCount(*head.snapshot()), std::size_t{2});
    QCOMPARE(exemplarCount(*after), std::size_t{1});
}

void HeadExemplarTest::rollbackLeavesNothing()
{
    Head head;
    const SeriesId id = head.seriesFor(series("a"));
    (void)head.append(id, 1000, 1);
    (void)head.appendExemplar(id, exemplar(3, 900));
    head.rollback();
    (void)head.append(id, 2000, 1);
    head.commit();
    QCOMPARE(exemplarCount(*head.snapshot()), std::size_t{0});
    QCOMPARE(head.appendExemplar(id, exemplar(3, 900)), ExemplarVerdict::Taken);
}

void HeadExemplarTest::decidesByWhatIsCommitted()
{
    Head head;
    const SeriesId id = head.seriesFor(series("a"));
    // Both pass the look at what is committed, the second one not what is by then.
    QCOMPARE(head.appendExemplar(id, exemplar(3, 900)), ExemplarVerdict::Taken);
    QCOMPARE(head.appendExemplar(id, exemplar(3, 800)), ExemplarVerdict::Taken);
    head.commit();
    QCOMPARE(exemplarCount(*head.snapshot()), std::size_t{1});
    QCOMPARE(head.appendExemplar(id, exemplar(3, 900)), ExemplarVerdict::Duplicate);
    QCOMPARE(head.appendExemplar(id, exemplar(3, 899)), ExemplarVerdict::OutOfOrder);
}

void HeadExemplarTest::unknownSeries()
{
    Head head;
    QCOMPARE(head.appendExemplar(12345, exemplar(1, 1)), ExemplarVerdict::NotKept);
    Head without({.maxExemplars = 0});
    const SeriesId id = without.seriesFor(series("a"));
    QCOMPARE(without.appendExemplar(id, exemplar(1, 1)), ExemplarVerdict::NotKept);
}

void HeadExemplarTest::isCountedAndBounded()
{
    Head head({.maxExemplars = 500});
    const SeriesId id = head.seriesFor(series("a"));
    (void)head.append(id, 1, 1);
    head.commit();
    const std::size_t empty = head.snapshot()->stats().bytes;
    for (int t = 0; t < 2000; ++t)
        (void)head.appendExemplar(id, exemplar(t, t));
    head.commit();
    const auto snapshot = head.snapshot();
    QCOMPARE(exemplarCount(*snapshot), std::size_t{500});
    QVERIFY(snapshot->stats().bytes > empty + 500 * sizeof(Exemplar));
    // Their part of the memory is a small one.
    head.setRetention({.maxBytes = 160'000});
    QVERIFY(exemplarCount(*head.snapshot()) < 200);
    QVERIFY(exemplarCount(*head.snapshot()) > 10);
    QCOMPARE(exemplarCount(*snapshot), std::size_t{500});
}

void HeadExemplarTest::goesWithAge()
{
    Head head({.maxAgeMs = 10'000});
    const SeriesId id = head.seriesFor(series("a"));
    for (TimestampMs t = 0; t < 30'000; t += 1000) {
        (void)head.append(id, t, 1);
        (void)head.appendExemplar(id, exemplar(1, t));
        head.commit();
        head.applyRetention();
    }
    const auto found = all(*head.snapshot());
    QVERIFY(found.front().exemplars.front().t >= 18'000);
    QCOMPARE(found.front().exemplars.back().t, TimestampMs{29'000});
}

void HeadExemplarTest::outlivesItsSeries()
{
    Head head({.maxAgeMs = 10'000});
    (void)head.append(head.seriesFor(series("a")), 0, 1);
    (void)head.appendExemplar(head.seriesFor(series("a")), exemplar(1, 50'000));
    head.commit();
    (void)test::put(head, series("b"), 50'000, 1);
    head.applyRetention();
    QCOMPARE(head.snapshot()->stats().series, std::size_t{1});
    QCOMPARE(all(*head.snapshot()).front().series, series("a"));
    // The series comes back under another id; what is known of its exemplars is known by its labels.
    QCOMPARE(head.appendExemplar(head.seriesFor(series("a")), exemplar(1, 50'000)),
             ExemplarVerdict::Duplicate);
}

void HeadExemplarTest::readersGoOnWhileTheWriterWrites()
{
    std::mutex mutex;
    std::shared_ptr<const Snapshot> board;
    std::atomic<bool> done = false;
    std::atomic<int> failures = 0;
    std::thread reader([&] {
        while (!done) {
            std::shared_ptr<const Snapshot> snapshot;
            {
                const std::lock_guard lock(mutex);
                snapshot = board;
            }
            if (snapshot == nullptr)
                continue;
            std::size_t count = 0;
            for (const SeriesExemplars &one : all(*snapshot)) {
                for (const Exemplar &each : one.exemplars)
                    failures += each.labels.value("trace_id") == std::to_string(each.t) ? 0 : 1;
                count += one.exemplars.size();
            }
            failures += count == exemplarCount(*snapshot) ? 0 : 1;
        }
    });
    Head head({.maxExemplars = 700});
    for (int t = 0; t < 3000; ++t) {
        for (int i = 0; i < 3; ++i) {
            const SeriesId id = head.seriesFor(series("s", std::to_string((t + i) % 11)));
            (void)head.append(id, t, t);
            (void)head.appendExemplar(id, exemplar(i, t));
        }
        head.commit();
        const std::lock_guard lock(mutex);
        board = head.snapshot();
    }
    done = true;
    reader.join();
    QCOMPARE(failures.load(), 0);
    QCOMPARE(exemplarCount(*board), std::size_t{700});
}

void HeadExemplarTest::visitorsSeeWhatTheyWantWhereItLies()
{
    class Visitor final : public ExemplarVisitor
    {
    public:
        bool wants(const Labels &one) override
        {
            asked << QString::fromStdString(std::string(one.metricName()));
            return one.metricName() != "refused";
        }
        void visit(const Labels &one, const Exemplar &exemplar) override
        {
            const std::string name(one.metricName());
            seen << QStringLiteral("%1@%2").arg(QString::fromStdString(name)).arg(exemplar.t);
            places.push_back(&exemplar);
        }
        QStringList asked;
        QStringList seen;
        std::vector<const Exemplar *> places;
    };
    Head head;
    for (const char *name : {"a", "refused", "b", "other"}) {
        const SeriesId id = head.seriesFor(series(name));
        (void)head.append(id, 1000, 1);
        for (const TimestampMs t : {900, 910, 2000})
            QCOMPARE(head.appendExemplar(id, exemplar(3, t)), ExemplarVerdict::Taken);
    }
    head.commit();
    const auto snapshot = head.snapshot();
    const std::vector<std::vector<Matcher>> sets{{{MatchOp::NotEqual, "__name__", "other"}}};
    Visitor visitor;
    visitExemplars(*snapshot, sets, {900, 1000}, visitor);
    QCOMPARE(visitor.asked.join(u' '), QStringLiteral("a refused b"));
    QCOMPARE(visitor.seen.join(u' '), QStringLiteral("a@900 a@910 b@900 b@910"));
    Visitor again;
    visitExemplars(*snapshot, sets, {900, 1000}, again);
    QVERIFY(visitor.places == again.places);
}

SIGHTGLASS_TEST(HeadExemplarTest)

} // namespace

#include "headexemplartest.moc"
