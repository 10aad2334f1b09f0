// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/storage/head.h"
#include "tests/model/storage/storagehelpers.h"
#include "tests/support/testcase.h"

#include <QTest>

#include <cmath>
#include <optional>
#include <string>

namespace {

using namespace sightglass;
using test::samplesOf;
using test::series;

void fill(Head &head, const Labels &labels, TimeRange range, TimestampMs step)
{
    const SeriesId id = head.seriesFor(labels);
    for (TimestampMs t = range.from; t <= range.to; t += step)
        QVERIFY(head.append(id, t, std::sqrt(static_cast<double>(t))).ok());
    head.commit();
}

class RetentionTest : public test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void dropsWholeChunksByAge();
    void keepsWhatIsYoung();
    void removesOldSeries();
    void removedSeriesComesBackUnderAnotherId();
    void removesSeriesWithoutSamples();
    void pendingSamplesKeepTheirSeries();
    void dropsOldestByMemory();
    void memoryLimitSparesLiveSeries();
    void memoryLimitTakesIdleSeriesFirst();
    void memoryLimitTakesEndedSeriesFirst();
    void memoryLimitRefusesNewSeries();
    void churnStaysWithinTheLimit();
    void refusesWhatRetentionWouldDrop();
    void statsFollowWhatIsDropped();
    void accountingReturnsToZero();
    void survivesChurn();
    void newRetentionCountsAtOnce();
};

void RetentionTest::dropsWholeChunksByAge()
{
    Head head({.maxAgeMs = 100'000, .maxBytes = std::size_t{1} << 30U});
    fill(head, series("a"), {0, 1'000'000}, 1000);
    head.applyRetention();
    const auto samples = samplesOf(*head.snapshot(), "a");
    QVERIFY(!samples.empty());
    QVERIFY2(samples.front().t <= 900'000 && samples.front().t > 900'000 - 120'000,
             qPrintable(QString::number(samples.front().t)));
    QCOMPARE(samples.back().t, TimestampMs{1'000'000});
    QCOMPARE(head.snapshot()->stats().samples, samples.size());
    QCOMPARE(head.snapshot()->stats().minTime, samples.front().t);
    for (std::size_t i = 1; i < samples.size(); ++i)
        QCOMPARE(samples[i].t, samples[i - 1].t + 1000);
    // Writing goes on in the chunk that was open.
    fill(head, series("a"), {1'001'000, 1'100'000}, 1000);
    head.applyRetention();
    const auto later = samplesOf(*head.snapshot(), "a", {1'000'000, 1'100'000});
    QCOMPARE(later.size(), std::size_t{101});
    for (const Sample &sample : later)
        QCOMPARE(sample.v, std::sqrt(static_cast<double>(sample.t)));
}

void RetentionTest::keepsWhatIsYoung()
{
    Head head({.maxAgeMs = 2'000'000, .maxBytes = std::size_t{1} << 30U});
    fill(head, series("a"), {0, 1'000'000}, 1000);
    const auto before = head.snapshot();
    head.applyRetention();
    QCOMPARE(head.snapshot(), before);
}

void RetentionTest::removesOldSeries()
{
    Head head({.maxAgeMs = 100'000, .maxBytes = std::size_t{1} << 30U});
    fill(head, series("gone"), {0, 300'000}, 1000);
    fill(head, series("here"), {500'000, 500'000}, 1000);
    const SeriesId gone = head.seriesFor(series("gone"));
    head.applyRetention();
    const auto snapshot = head.snapshot();
    QCOMPARE(snapshot->labelValues("__name__"), (std::vector<std::string>{"here"}));
    QCOMPARE(snapshot->stats().series, std::size_t{1});
    QCOMPARE(snapshot->stats().samples, std::size_t{1});
    QCOMPARE(head.labelsOf(gone), nullptr);
    const Status status = head.append(gone, 600'000, 1);
    QVERIFY(!status.ok());
    QCOMPARE(status.error().code, ErrorCode::OutOfBounds);
}

void RetentionTest::removedSeriesComesBackUnderAnotherId()
{
    Head head({.maxAgeMs = 100'000, .maxBytes = std::size_t{1} << 30U});
    fill(head, series("a", "x"), {0, 200'000}, 1000);
    const SeriesId old = head.seriesFor(series("a", "x"));
    const auto oldSnapshot = head.snapshot();
    fill(head, series("b"), {900'000, 900'000}, 1);
    head.applyRetention();
    fill(head, series("a", "x"), {900'000, 901'000}, 1000);
    QVERIFY(head.seriesFor(series("a", "x")) != old);
    QCOMPARE(samplesOf(*head.snapshot(), "a").size(), std::size_t{2});
    QCOMPARE(samplesOf(*oldSnapshot, "a").size(), std::size_t{201});
    QCOMPARE(test::selected(*head.snapshot(), {}).size(), std::size_t{2});
    // Another series in the place of the removed one does not show under its labels.
    fill(head, series("b"), {2'000'000, 2'000'000}, 1);
    head.applyRetention();
    fill(head, series("c"), {2'000'000, 2'000'000}, 1);
    QCOMPARE(head.snapshot()->labelValues("__name__"), (std::vector<std::string>{"b", "c"}));
    QVERIFY(samplesOf(*head.snapshot(), "a").empty());
    QCOMPARE(samplesOf(*oldSnapshot, "a").size(), std::size_t{201});
}

void RetentionTest::removesSeriesWithoutSamples()
{
    Head head;
    const SeriesId unused = head.seriesFor(series("unused"));
    const SeriesId rolledBack = head.seriesFor(series("rolled_back"));
    QVERIFY(head.append(rolledBack, 1, 1).ok());
    head.rollback();
    QVERIFY(test::put(head, series("used"), 1, 1));
    head.applyRetention();
    QCOMPARE(head.labelsOf(unused), nullptr);
    QCOMPARE(head.labelsOf(rolledBack), nullptr);
    QVERIFY(head.labelsOf(head.seriesFor(series("used"))) != nullptr);
    QVERIFY(test::put(head, series("rolled_back"), 1, 2));
    QCOMPARE(samplesOf(*head.snapshot(), "rolled_back"), (std::vector<Sample>{{1, 2}}));
}

void RetentionTest::pendingSamplesKeepTheirSeries()
{
    Head head({.maxAgeMs = 100'000, .maxBytes = std::size_t{1} << 30U});
    fill(head, series("old"), {0, 1000}, 1000);
    fill(head, series("now"), {5'000'000, 5'000'000}, 1);
    QVERIFY(test::append(head, series("old"), 5'000'000, 7).ok());
    QVERIFY(test::append(head, series("new"), 5'000'000, 8).ok());
    head.setRetention({.maxAgeMs = 100'000, .maxBytes = 1});
    head.applyRetention();
    head.commit();
    QCOMPARE(samplesOf(*head.snapshot(), "old").back(), (Sample{5'000'000, 7}));
    QCOMPARE(samplesOf(*head.snapshot(), "new"), (std::vector<Sample>{{5'000'000, 8}}));
}

void RetentionTest::dropsOldestByMemory()
{
    constexpr std::size_t limit = 40'000;
    Head head({.maxAgeMs = std::int64_t{1} << 40U, .maxBytes = limit});
    for (TimestampMs minute = 0; minute < 200; ++minute) {
        fill(head, series("a"), {minute * 60'000, minute * 60'000 + 59'000}, 1000);
        fill(head, series("b"), {minute * 60'000, minute * 60'000 + 59'000}, 1000);
        head.applyRetention();
        const StorageStats stats = head.snapshot()->stats();
        QVERIFY2(stats.bytes <= limit, qPrintable(QString::number(stats.bytes)));
    }
    const auto a = samplesOf(*head.snapshot(), "a");
    const auto b = samplesOf(*head.snapshot(), "b");
    QVERIFY(a.size() > 600 && a.size() < 6000);
    QCOMPARE(a.back().t, TimestampMs{199 * 60'000 + 59'000});
    QVERIFY(std::abs(a.front().t - b.front().t) <= 130'000); // oldest first, whichever series they belong to
}

void RetentionTest::memoryLimitSparesLiveSeries()
{
    Head head({.maxAgeMs = std::int64_t{1} << 40U, .maxBytes = std::size_t{1} << 30U});
    fill(head, series("a"), {0, 1'000'000}, 1000);
    head.setRetention({.maxAgeMs = std::int64_t{1} << 40U, .maxBytes = 1});
    head.applyRetention();
    const auto samples = samplesOf(*head.snapshot(), "a");
    QVERIFY(!samples.empty() && samples.size() <= 120);
    QCOMPARE(samples.back().t, TimestampMs{1'000'000});
    QVERIFY(test::put(head, series("a"), 1'001'000, 1));
}

void RetentionTest::memoryLimitTakesIdleSeriesFirst()
{
    Head head({.maxAgeMs = std::int64_t{1} << 40U, .maxBytes = std::size_t{1} << 30U});
    for (int i = 0; i < 50; ++i)
        fill(head, series("idle" + std::to_string(i)), {i * 1000, i * 1000}, 1);
    fill(head, series("live"), {10'000'000, 10'000'000}, 1);
    const std::size_t full = head.snapshot()->stats().bytes;
    head.setRetention({.maxAgeMs = std::int64_t{1} << 40U, .maxBytes = full / 2});
    head.applyRetention();
    const auto snapshot = head.snapshot();
    QVERIFY(snapshot->stats().bytes <= full / 2);
    QVERIFY(samplesOf(*snapshot, "idle0").empty());
    QCOMPARE(samplesOf(*snapshot, "idle49").size(), std::size_t{1});
    QCOMPARE(samplesOf(*snapshot, "live").size(), std::size_t{1});
}

void RetentionTest::memoryLimitTakesEndedSeriesFirst()
{
    constexpr std::int64_t ever = std::int64_t{1} << 40U;
    Head head({.maxAgeMs = ever, .maxBytes = std::size_t{1} << 30U});
    fill(head, series("live"), {0, 300'000}, 1000);
    for (int i = 0; i < 50; ++i) {
        const Labels labels = series("ended" + std::to_string(i));
        fill(head, labels, {299'000, 299'000}, 1);
        QVERIFY(test::put(head, labels, 299'001 + i, staleMarker()));
    }
    const std::size_t full = head.snapshot()->stats().bytes;
    head.setRetention({.maxAgeMs = ever, .maxBytes = full * 3 / 4});
    head.applyRetention();
    const auto snapshot = head.snapshot();
    QVERIFY(snapshot->stats().bytes <= full * 3 / 4);
    QVERIFY(samplesOf(*snapshot, "ended0").empty());
    QCOMPARE(samplesOf(*snapshot, "ended49").size(), std::size_t{2});
    QCOMPARE(samplesOf(*snapshot, "live").size(), std::size_t{301});
}

void RetentionTest::memoryLimitRefusesNewSeries()
{
    constexpr std::size_t limit = std::size_t{2} << 20U;
    Head head({.maxAgeMs = std::int64_t{1} << 40U, .maxBytes = limit});
    // All of them live: nothing can be dropped.
    std::optional<Error> refused;
    int taken = 0;
    for (int i = 0; i < 100'000 && !refused; ++i) {
        const Status status = test::append(head, series("m", std::to_string(i)), 1000, 1);
        if (!status.ok())
            refused = status.error();
        else
            ++taken;
    }
    head.commit();
    QVERIFY(refused.has_value());
    QCOMPARE(refused->code, ErrorCode::SeriesLimitExceeded);
    QCOMPARE(plainText(*refused), std::string("series limit exceeded (2 MiB)"));
    QVERIFY(taken > 100);
    for (TimestampMs t = 2000; t < 20'000; t += 1000) {
        head.applyRetention();
        QVERIFY2(head.snapshot()->stats().bytes <= limit * 5 / 4,
                 qPrintable(QString::number(head.snapshot()->stats().bytes)));
        QVERIFY(!test::append(head, series("new"), t, 1).ok());
        QVERIFY(test::put(head, series("m", "0"), t, 1)); // those that are there go on
    }
    // Once they have ended there is room again.
    for (int i = 0; i < taken; ++i)
        QVERIFY(test::append(head, series("m", std::to_string(i)), 40'000, staleMarker()).ok());
    head.commit();
    head.applyRetention();
    QVERIFY(test::put(head, series("new"), 41'000, 1));
}

void RetentionTest::churnStaysWithinTheLimit()
{
    constexpr std::size_t limit = std::size_t{1} << 20U;
    Head head({.maxAgeMs = std::int64_t{1} << 40U, .maxBytes = limit});
    for (int t = 0; t < 200; ++t) {
        for (int i = 0; i < 50; ++i) {
            if (t > 0)
                QVERIFY(
                    test::append(head, series("m", std::to_string((t - 1) * 50 + i)), t * 1000, staleMarker())
                        .ok());
            QVERIFY(test::append(head, series("m", std::to_string(t * 50 + i)), t * 1000, i).ok());
        }
        head.commit();
        head.applyRetention();
        const std::size_t bytes = head.snapshot()->stats().bytes;
        QVERIFY2(bytes <= limit + limit / 8, qPrintable(QString::number(bytes)));
    }
}

void RetentionTest::refusesWhatRetentionWouldDrop()
{
    Head head({.maxAgeMs = 100'000, .maxBytes = std::size_t{1} << 30U});
    QVERIFY(test::put(head, series("a"), 1'000'000, 1));
    QVERIFY(test::put(head, series("b"), 900'000, 1));
    const Status status = test::append(head, series("c"), 899'999, 1);
    QVERIFY(!status.ok());
    QCOMPARE(status.error().code, ErrorCode::OutOfBounds);
    head.commit();
    QCOMPARE(head.snapshot()->stats().minTime, TimestampMs{900'000});
    QCOMPARE(head.snapshot()->stats().series, std::size_t{2});
}

void RetentionTest::statsFollowWhatIsDropped()
{
    Head head({.maxAgeMs = 100'000, .maxBytes = std::size_t{1} << 30U});
    fill(head, series("old"), {0, 10'000}, 1000);
    fill(head, series("a"), {50'000, 500'000}, 1000);
    fill(head, series("b"), {499'000, 499'000}, 1);
    QCOMPARE(head.snapshot()->stats().minTime, TimestampMs{0});
    head.applyRetention();
    const StorageStats stats = head.snapshot()->stats();
    QCOMPARE(stats.series, std::size_t{2});
    QCOMPARE(stats.minTime, samplesOf(*head.snapshot(), "a").front().t);
    QVERIFY(stats.minTime > 50'000);
    QCOMPARE(stats.maxTime, TimestampMs{500'000});
}

void RetentionTest::accountingReturnsToZero()
{
    Head head({.maxAgeMs = 1000, .maxBytes = std::size_t{1} << 30U});
    fill(head, series("probe"), {0, 0}, 1);
    head.applyRetention();
    const std::size_t one = head.snapshot()->stats().bytes;
    for (TimestampMs round = 1; round <= 5; ++round) {
        const TimestampMs begin = round * 10'000'000;
        head.setRetention({.maxAgeMs = 10'000'000, .maxBytes = std::size_t{1} << 30U});
        for (int i = 0; i < 100; ++i)
            fill(head, series("s" + std::to_string(i)), {begin, begin + 400'000}, 1000);
        fill(head, series("probe"), {begin + 5'000'000, begin + 5'000'000}, 1);
        head.setRetention({.maxAgeMs = 1000, .maxBytes = std::size_t{1} << 30U});
        head.applyRetention();
        const StorageStats stats = head.snapshot()->stats();
        QCOMPARE(stats.series, std::size_t{1});
        QCOMPARE(stats.samples, static_cast<std::size_t>(round) + 1);
        QVERIFY2(stats.bytes <= one, qPrintable(QString::number(stats.bytes)));
    }
}

void RetentionTest::survivesChurn()
{
    Head head({.maxAgeMs = 20'000, .maxBytes = std::size_t{1} << 30U});
    for (int t = 0; t < 300; ++t) {
        for (int i = t; i < t + 10; ++i)
            QVERIFY(test::append(head, series("m", std::to_string(i)), t * 1000, i).ok());
        head.commit();
        head.applyRetention();
        const auto snapshot = head.snapshot();
        // A series lives for ten scrapes and is kept for 20 s behind its last one, or 1/64 longer.
        const auto expected = static_cast<std::size_t>(std::min(t, 20) + 10);
        const std::size_t series = snapshot->stats().series;
        QVERIFY2(series >= expected && series <= expected + 1, qPrintable(QString::number(series)));
        QCOMPARE(snapshot->select(test::named("m"), test::allTime).size(), series);
        QCOMPARE(snapshot->labelValues("instance").size(), series);
    }
}

void RetentionTest::newRetentionCountsAtOnce()
{
    Head head;
    fill(head, series("a"), {0, 1'000'000}, 1000);
    head.applyRetention();
    head.setRetention({.maxAgeMs = 200'000, .maxBytes = std::size_t{1} << 30U});
    head.applyRetention();
    QVERIFY(samplesOf(*head.snapshot(), "a").front().t > 600'000);
}

} // namespace

SIGHTGLASS_TEST(RetentionTest)
#include "retentiontest.moc"
