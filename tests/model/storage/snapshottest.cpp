// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/storage/chunkcount.h"
#include "tests/model/storage/storagehelpers.h"
#include "tests/support/testcase.h"

#include <QTest>

namespace {

using namespace sightglass;
using test::samplesOf;
using test::series;

/// All that a snapshot tells, to compare it with what it told before.
struct Contents
{
    std::vector<std::string> series;
    std::vector<std::vector<Sample>> samples;
    std::vector<std::string> names;
    std::size_t sampleCount = 0;
    TimestampMs minTime = 0;
    TimestampMs maxTime = 0;

    friend bool operator==(const Contents &, const Contents &) = default;
};

Contents contentsOf(const Snapshot &snapshot)
{
    Contents contents;
    for (const auto &view : snapshot.select({}, test::allTime)) {
        contents.series.push_back(view->labels().toString());
        contents.samples.push_back(samplesOf(*view));
    }
    contents.names = snapshot.labelValues("__name__");
    const StorageStats stats = snapshot.stats();
    contents.sampleCount = stats.samples;
    contents.minTime = stats.minTime;
    contents.maxTime = stats.maxTime;
    return contents;
}

class SnapshotTest : public test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void staysAsItWas();
    void hidesPendingSamples();
    void viewsOutliveEverything();
    void showsSealedAndOpenTogether();
    void countsChunks();
};

void SnapshotTest::staysAsItWas()
{
    Head head({.maxAgeMs = 300'000, .maxBytes = std::size_t{1} << 30U});
    std::vector<std::pair<std::shared_ptr<const Snapshot>, Contents>> kept;
    for (int t = 0; t < 700; ++t) {
        for (int i = 0; i < 70; ++i) {
            // Some come, some go: by the end the first ones have been removed by retention.
            if (t >= i * 5 && t < i * 5 + 200)
                QVERIFY(test::append(head, series("m" + std::to_string(i)), t * 1000, t * i).ok());
        }
        QVERIFY(test::append(head, series("always"), t * 1000, 0.5 * t).ok());
        head.commit();
        head.applyRetention();
        if (t % 53 == 0) {
            auto snapshot = head.snapshot();
            Contents contents = contentsOf(*snapshot);
            QCOMPARE(contents.maxTime, TimestampMs{t * 1000});
            kept.emplace_back(std::move(snapshot), std::move(contents));
        }
    }
    for (const auto &[snapshot, contents] : kept)
        QVERIFY(contentsOf(*snapshot) == contents);
    QVERIFY(contentsOf(*head.snapshot()) != kept.back().second);
    QVERIFY(contentsOf(*head.snapshot()).series.size() < 71);
}

void SnapshotTest::hidesPendingSamples()
{
    Head head;
    QVERIFY(test::put(head, series("a"), 1, 1));
    QVERIFY(test::append(head, series("a"), 2, 2).ok());
    QVERIFY(test::append(head, series("b"), 2, 2).ok());
    const auto snapshot = head.snapshot();
    QCOMPARE(test::selected(*snapshot, {}), (std::vector<std::string>{"a"}));
    QCOMPARE(samplesOf(*snapshot, "a").size(), std::size_t{1});
    head.commit();
    QCOMPARE(samplesOf(*snapshot, "a").size(), std::size_t{1});
    QCOMPARE(samplesOf(*head.snapshot(), "a").size(), std::size_t{2});
}

void SnapshotTest::viewsOutliveEverything()
{
    std::shared_ptr<const SeriesView> view;
    {
        Head head;
        for (int i = 0; i < 200; ++i)
            QVERIFY(test::put(head, series("a"), i, i));
        view = head.snapshot()->select(test::named("a"), test::allTime).front();
    }
    QCOMPARE(view->labels().metricName(), std::string_view("a"));
    QCOMPARE(samplesOf(*view).size(), std::size_t{200});
}

void SnapshotTest::showsSealedAndOpenTogether()
{
    // Through every position of the border between a sealed and an open chunk.
    Head head;
    std::vector<std::shared_ptr<const Snapshot>> snapshots;
    for (int i = 0; i < 260; ++i) {
        QVERIFY(test::put(head, series("a"), i * 10, i));
        snapshots.push_back(head.snapshot());
    }
    for (std::size_t n = 0; n < snapshots.size(); ++n) {
        const auto samples = samplesOf(*snapshots[n], "a");
        QCOMPARE(samples.size(), n + 1);
        QCOMPARE(samples.back(), (Sample{static_cast<TimestampMs>(n) * 10, static_cast<double>(n)}));
        QCOMPARE(snapshots[n]->stats().samples, n + 1);
    }
}

void SnapshotTest::countsChunks()
{
    Head head;
    QCOMPARE(chunkCount(*head.snapshot()), std::size_t{0});
    QVERIFY(test::put(head, series("a"), 0, 1));
    QVERIFY(test::put(head, series("b"), 0, 1));
    const auto two = head.snapshot();
    QCOMPARE(chunkCount(*two), std::size_t{2});
    for (int t = 1; t < 3000; ++t)
        QVERIFY(test::put(head, series("a"), t * 1000 + t % 7, 1.0 / t));
    QVERIFY(chunkCount(*head.snapshot()) > 3);
    QCOMPARE(chunkCount(*two), std::size_t{2});
}

} // namespace

SIGHTGLASS_TEST(SnapshotTest)
#include "snapshottest.moc"
