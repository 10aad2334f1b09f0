// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/storage/head.h"
#include "tests/model/histogram/histogramhelpers.h"
#include "tests/model/storage/storagehelpers.h"
#include "tests/support/testcase.h"

#include <QTest>

#include <cmath>

namespace {

using namespace sightglass;
using namespace sightglass::test;

HistogramPtr counter(double n)
{
    return std::make_shared<const FloatHistogram>(exponential(1, n, n / 2, buckets({n})));
}

SampleColumns columnsOf(const Snapshot &snapshot, std::string_view metric, TimeRange range = allTime)
{
    SampleColumns columns;
    const auto views = snapshot.select(named(metric), range);
    if (views.size() == 1)
        views.front()->read(range, columns);
    return columns;
}

using Times = std::vector<TimestampMs>;

class HeadHistogramTest : public TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void histogramsComeBack();
    void floatsAndHistogramsLieApart();
    void refusals();
    void staleMarkers();
    void rollsBack();
    void rollsBackTheFirstSamples();
    void snapshotsStayAsTheyWere();
    void selectsByHistograms();
    void startTimestamps();
    void startTimestampsRollBack();
    void statsCountThem();
    void ageDropsChunks();
    void ageDropsWhatChangedItsType_data();
    void ageDropsWhatChangedItsType();
    void memoryLimitDropsThem();
    void endedSeriesGoFirst();
    void accountingReturnsToZero();
    void slotsAreReusedClean();
};

void HeadHistogramTest::histogramsComeBack()
{
    Head head;
    const SeriesId id = head.seriesFor(series("h"));
    QVERIFY(head.append(id, 1000, counter(1)).ok());
    QVERIFY(head.append(id, 2000, counter(2)).ok());
    QVERIFY(columnsOf(*head.snapshot(), "h").histograms.empty());
    head.commit();
    const SampleColumns columns = columnsOf(*head.snapshot(), "h");
    QCOMPARE(columns.histogramTimes, (Times{1000, 2000}));
    QVERIFY(sameHistogram(*columns.histograms[1], *counter(2)));
    QVERIFY(columns.histograms[0]->hint == CounterResetHint::Unknown);
    QVERIFY(columns.histograms[1]->hint == CounterResetHint::NotReset);
    QVERIFY(columns.times.empty());
    QVERIFY(columns.starts.empty() && columns.histogramStarts.empty());
}

void HeadHistogramTest::floatsAndHistogramsLieApart()
{
    Head head;
    const SeriesId id = head.seriesFor(series("m"));
    // Within one transaction and over several.
    for (TimestampMs t = 0; t < 40; ++t) {
        const bool isFloat = t / 5 % 2 == 0;
        QVERIFY((isFloat ? head.append(id, t, 0.5 * static_cast<double>(t))
                         : head.append(id, t, counter(static_cast<double>(t))))
                    .ok());
        if (t % 7 == 6)
            head.commit();
    }
    head.commit();
    const SampleColumns columns = columnsOf(*head.snapshot(), "m");
    QCOMPARE(columns.times.size(), std::size_t{20});
    QCOMPARE(columns.histogramTimes.size(), std::size_t{20});
    for (std::size_t i = 0; i < 20; ++i) {
        QCOMPARE(columns.values[i], 0.5 * static_cast<double>(columns.times[i]));
        QCOMPARE(columns.histograms[i]->count, static_cast<double>(columns.histogramTimes[i]));
        // Every run of histograms begins a chunk.
        const bool first = columns.histogramTimes[i] % 5 == 0;
        QVERIFY(columns.histograms[i]->hint ==
                (first ? CounterResetHint::Unknown : CounterResetHint::NotReset));
    }
    const SampleColumns part = columnsOf(*head.snapshot(), "m", {3, 6});
    QCOMPARE(part.times, (Times{3, 4}));
    QCOMPARE(part.histogramTimes, (Times{5, 6}));
}

void HeadHistogramTest::refusals()
{
    Head head({.maxAgeMs = 100'000, .maxBytes = std::size_t{1} << 30U});
    const SeriesId id = head.seriesFor(series("h"));
    QVERIFY(head.append(id, 200'000, counter(5)).ok());
    for (const char *state : {"pending", "committed"}) {
        QVERIFY2(head.append(id, 200'000, counter(5)).ok(), state);
        QCOMPARE(head.append(id, 200'000, counter(6)).error().code, ErrorCode::DuplicateSample);
        QCOMPARE(head.append(id, 200'000, 5.0).error().code, ErrorCode::DuplicateSample);
        QCOMPARE(head.append(id, 199'999, counter(4)).error().code, ErrorCode::OutOfOrderSample);
        QCOMPARE(head.append(id, 199'999, 4.0).error().code, ErrorCode::OutOfOrderSample);
        head.commit();
    }
    QCOMPARE(head.snapshot()->stats().samples, std::size_t{1});
    QVERIFY(head.append(id, 201'000, 7.0).ok());
    QCOMPARE(head.append(id, 201'000, counter(7)).error().code, ErrorCode::DuplicateSample);
    head.commit();
    const SeriesId late = head.seriesFor(series("late"));
    QCOMPARE(head.append(late, 100'000, counter(1)).error().code, ErrorCode::OutOfBounds);
    QCOMPARE(head.append(SeriesId{99}, 201'000, counter(1)).error().code, ErrorCode::OutOfBounds);
}

void HeadHistogramTest::staleMarkers()
{
    Head head;
    const SeriesId id = head.seriesFor(series("h"));
    QVERIFY(head.append(id, 1, counter(1)).ok());
    QVERIFY(head.append(id, 2, staleMarker()).ok());
    QVERIFY(head.append(id, 2, staleMarker()).ok());
    head.commit();
    SampleColumns columns = columnsOf(*head.snapshot(), "h");
    QVERIFY(columns.times.empty());
    QCOMPARE(columns.histograms.size(), std::size_t{2});
    QVERIFY(isStaleMarker(*columns.histograms[1]));
    // Behind a float it stays a float's.
    QVERIFY(head.append(id, 3, 1.0).ok());
    QVERIFY(head.append(id, 4, staleMarker()).ok());
    head.commit();
    columns = columnsOf(*head.snapshot(), "h");
    QCOMPARE(columns.times, (Times{3, 4}));
    QVERIFY(isStaleMarker(columns.values[1]));
}

void HeadHistogramTest::rollsBack()
{
    Head head;
    const SeriesId id = head.seriesFor(series("m"));
    QVERIFY(head.append(id, 1, counter(1)).ok());
    head.commit();
    const auto before = head.snapshot();
    QVERIFY(head.append(id, 2, counter(2)).ok());
    QVERIFY(head.append(id, 3, 3.0).ok());
    QVERIFY(head.append(id, 4, counter(4)).ok());
    head.rollback();
    QCOMPARE(head.snapshot(), before);
    // Time and type are again those of the committed sample.
    QVERIFY(head.append(id, 1, counter(1)).ok());
    QVERIFY(head.append(id, 2, counter(9)).ok());
    head.commit();
    const SampleColumns columns = columnsOf(*head.snapshot(), "m");
    QVERIFY(columns.times.empty());
    QCOMPARE(columns.histogramTimes, (Times{1, 2}));
    QVERIFY(columns.histograms[1]->hint == CounterResetHint::NotReset);
    // And a float's.
    QVERIFY(head.append(id, 5, 5.0).ok());
    head.commit();
    QVERIFY(head.append(id, 6, counter(10)).ok());
    head.rollback();
    QVERIFY(head.append(id, 5, 5.0).ok());
    QVERIFY(head.append(id, 6, 6.0).ok());
    head.commit();
    QCOMPARE(columnsOf(*head.snapshot(), "m").times, (Times{5, 6}));
}

void HeadHistogramTest::rollsBackTheFirstSamples()
{
    Head head;
    const SeriesId id = head.seriesFor(series("m"));
    QVERIFY(head.append(id, 10, counter(1), 5).ok());
    head.rollback();
    QCOMPARE(head.snapshot()->stats().series, std::size_t{0});
    QVERIFY(head.append(id, 1, 1.0).ok());
    head.commit();
    QCOMPARE(columnsOf(*head.snapshot(), "m").times, (Times{1}));
    QVERIFY(columnsOf(*head.snapshot(), "m").starts.empty());
    QVERIFY(head.append(id, 2, counter(1)).ok());
    head.commit();
    QCOMPARE(head.snapshot()->stats().series, std::size_t{1});
    QCOMPARE(head.snapshot()->stats().samples, std::size_t{2});
}

void HeadHistogramTest::snapshotsStayAsTheyWere()
{
    Head head;
    const SeriesId id = head.seriesFor(series("h"));
    std::vector<std::shared_ptr<const Snapshot>> snapshots;
    for (int i = 0; i < 300; ++i) {
        QVERIFY(head.append(id, i, counter(i % 100)).ok());
        head.commit();
        snapshots.push_back(head.snapshot());
    }
    for (std::size_t i = 0; i < snapshots.size(); ++i) {
        const SampleColumns columns = columnsOf(*snapshots[i], "h");
        QCOMPARE(columns.histograms.size(), i + 1);
        QCOMPARE(columns.histograms.back()->count, static_cast<double>(i % 100));
    }
}

void HeadHistogramTest::selectsByHistograms()
{
    Head head;
    const SeriesId id = head.seriesFor(series("h"));
    for (const TimestampMs t : {100, 200, 300})
        QVERIFY(head.append(id, t, counter(static_cast<double>(t))).ok());
    QVERIFY(head.append(id, 400, 1.0).ok());
    head.commit();
    const auto snapshot = head.snapshot();
    const auto count = [&](TimeRange range) { return snapshot->select(named("h"), range).size(); };
    QCOMPARE(count({0, 99}), std::size_t{0});
    QCOMPARE(count({0, 100}), std::size_t{1});
    QCOMPARE(count({101, 199}), std::size_t{0});
    QCOMPARE(count({150, 250}), std::size_t{1});
    QCOMPARE(count({301, 399}), std::size_t{0});
    QCOMPARE(count({301, 400}), std::size_t{1});
    QCOMPARE(count({401, 999}), std::size_t{0});
    QCOMPARE(snapshot->labelValues("__name__").size(), std::size_t{1});
}

void HeadHistogramTest::startTimestamps()
{
    Head head;
    const SeriesId id = head.seriesFor(series("m"));
    QVERIFY(head.append(id, 100, 1.0).ok());
    QVERIFY(head.append(id, 200, 2.0, 50).ok());
    QVERIFY(head.append(id, 300, 3.0, 50).ok());
    head.commit();
    QVERIFY(head.append(id, 400, counter(1), 350).ok());
    QVERIFY(head.append(id, 500, counter(2)).ok());
    head.commit();
    const SampleColumns columns = columnsOf(*head.snapshot(), "m");
    QCOMPARE(columns.starts, (Times{0, 50, 50}));
    QCOMPARE(columns.histogramStarts, (Times{350, 0}));
    QCOMPARE(columnsOf(*head.snapshot(), "m", {250, 450}).starts, (Times{50}));
    QVERIFY(put(head, series("other"), 500, 1.0));
    QVERIFY(columnsOf(*head.snapshot(), "other").starts.empty());
}

void HeadHistogramTest::startTimestampsRollBack()
{
    Head head;
    const SeriesId id = head.seriesFor(series("m"));
    QVERIFY(head.append(id, 100, 1.0, 10).ok());
    head.commit();
    QVERIFY(head.append(id, 200, 2.0, 150).ok());
    head.rollback();
    QVERIFY(head.append(id, 300, 3.0, 10).ok());
    QVERIFY(head.append(id, 400, 4.0, 150).ok());
    head.commit();
    QCOMPARE(columnsOf(*head.snapshot(), "m").starts, (Times{10, 10, 150}));
}

void HeadHistogramTest::statsCountThem()
{
    Head head;
    const SeriesId id = head.seriesFor(series("h"));
    const std::size_t before = head.snapshot()->stats().bytes;
    for (int i = 0; i < 500; ++i)
        QVERIFY(head.append(id, 1000 + i, counter(i)).ok());
    head.commit();
    const StorageStats stats = head.snapshot()->stats();
    QCOMPARE(stats.series, std::size_t{1});
    QCOMPARE(stats.samples, std::size_t{500});
    QCOMPARE(stats.minTime, TimestampMs{1000});
    QCOMPARE(stats.maxTime, TimestampMs{1499});
    QVERIFY(stats.bytes > before + 500 * 4 && stats.bytes < before + 500 * 24);
}

void HeadHistogramTest::ageDropsChunks()
{
    Head head({.maxAgeMs = 100'000, .maxBytes = std::size_t{1} << 30U});
    const SeriesId id = head.seriesFor(series("h"));
    for (TimestampMs t = 0; t <= 1'000'000; t += 1000)
        QVERIFY(head.append(id, t, counter(static_cast<double>(t)), t / 100'000 * 100'000).ok());
    head.commit();
    const auto before = head.snapshot();
    head.applyRetention();
    const auto after = head.snapshot();
    const SampleColumns columns = columnsOf(*after, "h");
    QVERIFY(columns.histogramTimes.front() <= 900'000);
    QVERIFY(columns.histogramTimes.front() > 900'000 - 121'000);
    QCOMPARE(columns.histogramTimes.back(), TimestampMs{1'000'000});
    QCOMPARE(after->stats().samples, columns.histograms.size());
    QCOMPARE(after->stats().minTime, columns.histogramTimes.front());
    QVERIFY(after->stats().bytes < before->stats().bytes);
    for (std::size_t i = 0; i < columns.histogramTimes.size(); ++i) {
        QCOMPARE(columns.histograms[i]->count, static_cast<double>(columns.histogramTimes[i]));
        QCOMPARE(columns.histogramStarts[i], columns.histogramTimes[i] / 100'000 * 100'000);
    }
    QCOMPARE(columnsOf(*before, "h").histograms.size(), std::size_t{1001});
    // Writing goes on in the chunk that was open.
    QVERIFY(head.append(id, 1'001'000, counter(1'001'000)).ok());
    head.commit();
    QVERIFY(columnsOf(*head.snapshot(), "h").histograms.back()->hint == CounterResetHint::NotReset);
}

void HeadHistogramTest::ageDropsWhatChangedItsType_data()
{
    QTest::addColumn<bool>("histogramsFirst");
    QTest::newRow("histograms, then floats") << true;
    QTest::newRow("floats, then histograms") << false;
}

/// The open chunk of the former type goes although the series goes on.
void HeadHistogramTest::ageDropsWhatChangedItsType()
{
    QFETCH(bool, histogramsFirst);
    Head head({.maxAgeMs = 100'000, .maxBytes = std::size_t{1} << 30U});
    const SeriesId id = head.seriesFor(series("m"));
    for (TimestampMs t = 0; t < 1'000'000; t += 1000) {
        const bool asHistogram = (t < 10'000) == histogramsFirst;
        QVERIFY((asHistogram ? head.append(id, t, counter(1)) : head.append(id, t, 1.0)).ok());
        head.commit();
    }
    head.applyRetention();
    const SampleColumns columns = columnsOf(*head.snapshot(), "m");
    QVERIFY((histogramsFirst ? columns.histogramTimes : columns.times).empty());
    const Times &kept = histogramsFirst ? columns.times : columns.histogramTimes;
    QVERIFY(kept.front() > 10'000 && kept.back() == 999'000);
    QCOMPARE(head.snapshot()->stats().samples, kept.size());
    QCOMPARE(head.snapshot()->stats().minTime, kept.front());
    // Back to the former type.
    QVERIFY(
        (histogramsFirst ? head.append(id, 1'000'000, counter(1)) : head.append(id, 1'000'000, 1.0)).ok());
    head.commit();
    const SampleColumns later = columnsOf(*head.snapshot(), "m", {1'000'000, 1'000'000});
    QCOMPARE(later.times.size() + later.histogramTimes.size(), std::size_t{1});
    QCOMPARE(head.snapshot()->stats().series, std::size_t{1});
}

void HeadHistogramTest::memoryLimitDropsThem()
{
    Head head({.maxAgeMs = 1'000'000'000, .maxBytes = std::size_t{256} << 10U});
    const SeriesId id = head.seriesFor(series("h"));
    std::size_t written = 0;
    for (TimestampMs t = 0; t < 40'000; ++t) {
        QVERIFY(head.append(id, t * 1000, counter(std::floor(std::sqrt(static_cast<double>(t)) * 1e6))).ok());
        ++written;
        if (t % 500 == 0) {
            head.commit();
            head.applyRetention();
            QVERIFY(head.snapshot()->stats().bytes < (std::size_t{256} + 64) << 10U);
        }
    }
    head.commit();
    const SampleColumns columns = columnsOf(*head.snapshot(), "h");
    QVERIFY(columns.histograms.size() > 1000 && columns.histograms.size() < written);
    QCOMPARE(columns.histograms.size(), head.snapshot()->stats().samples);
}

void HeadHistogramTest::endedSeriesGoFirst()
{
    Head head;
    for (int i = 0; i < 60; ++i) {
        const SeriesId id = head.seriesFor(series("h", std::to_string(i)));
        QVERIFY(head.append(id, 1000, counter(1)).ok());
        if (i < 50)
            QVERIFY(head.append(id, 2000, staleMarker()).ok());
        head.commit();
    }
    head.setRetention({.maxAgeMs = 1'000'000'000, .maxBytes = head.snapshot()->stats().bytes / 2});
    head.applyRetention();
    const auto views = head.snapshot()->select(named("h"), allTime);
    QVERIFY(views.size() < 40);
    std::size_t alive = 0;
    for (const auto &view : views) {
        SampleColumns columns;
        view->read(allTime, columns);
        alive += isStaleMarker(*columns.histograms.back()) ? 0 : 1;
    }
    QCOMPARE(alive, std::size_t{10});
}

void HeadHistogramTest::accountingReturnsToZero()
{
    Head head({.maxAgeMs = 100'000, .maxBytes = std::size_t{1} << 30U});
    QVERIFY(put(head, series("keeps"), 0, 1.0));
    const StorageStats before = head.snapshot()->stats();
    for (int i = 0; i < 100; ++i) {
        const SeriesId id = head.seriesFor(series("h", std::to_string(i)));
        for (TimestampMs t = 0; t < 300; ++t)
            QVERIFY((t % 50 < 40 ? head.append(id, t, counter(static_cast<double>(t % 90)), t / 30)
                                 : head.append(id, t, 1.0, t / 30))
                        .ok());
        head.commit();
    }
    QVERIFY(put(head, series("keeps"), 200'000, 1.0));
    head.applyRetention();
    const StorageStats after = head.snapshot()->stats();
    QCOMPARE(after.series, std::size_t{1});
    QCOMPARE(after.samples, std::size_t{2});
    QCOMPARE(after.bytes, before.bytes);
}

void HeadHistogramTest::slotsAreReusedClean()
{
    Head head({.maxAgeMs = 100'000, .maxBytes = std::size_t{1} << 30U});
    const SeriesId id = head.seriesFor(series("h"));
    QVERIFY(head.append(id, 1000, counter(1), 500).ok());
    head.commit();
    QVERIFY(put(head, series("keeps"), 200'000, 1.0));
    head.applyRetention();
    QCOMPARE(head.append(id, 200'000, counter(2)).error().code, ErrorCode::OutOfBounds);
    QVERIFY(put(head, series("next"), 200'000, 1.0));
    const SampleColumns columns = columnsOf(*head.snapshot(), "next");
    QVERIFY(columns.histograms.empty() && columns.starts.empty());
    QCOMPARE(columns.times, (Times{200'000}));
}

SIGHTGLASS_TEST(HeadHistogramTest)

} // namespace

#include "headhistogramtest.moc"
