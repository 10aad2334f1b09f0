// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/storage/histogramcolumn.h"

#include "model/storage/startruns.h"
#include "tests/model/histogram/histogramhelpers.h"
#include "tests/model/storage/storagehelpers.h"
#include "tests/support/testcase.h"

#include <QTest>

namespace {

using namespace sightglass;
using namespace sightglass::test;
using After = HistogramColumn::After;
using Hint = CounterResetHint;

HistogramPtr held(FloatHistogram histogram)
{
    return std::make_shared<const FloatHistogram>(std::move(histogram));
}

/// A counter at its n-th observation.
FloatHistogram counter(double n)
{
    return exponential(1, n, n / 2, buckets({n}));
}

QString hintsOf(const SampleColumns &samples)
{
    QString text;
    for (const HistogramPtr &histogram : samples.histograms)
        text += QLatin1Char("URNG"[static_cast<int>(histogram->hint)]);
    return text;
}

SampleColumns read(const HistogramColumnView &view, TimeRange range = allTime)
{
    SampleColumns samples;
    view.read(range, samples);
    return samples;
}

class HistogramColumnTest : public TestCase
{
    Q_OBJECT

private Q_SLOTS:
    /// promqltest reference, section 4.5: U = unknown, R = reset, N = not reset, G = gauge.
    void hintsAreTheTsdbs_data()
    {
        QTest::addColumn<QVector<FloatHistogram>>("written");
        QTest::addColumn<QString>("hints");
        const auto gauge = [](double n) { return withHint(counter(n), Hint::Gauge); };
        FloatHistogram bucketGone = counter(9);
        bucketGone.positive = buckets({9}, 1);
        FloatHistogram finer = counter(9);
        finer.schema = 2;
        QTest::newRow("counter") << QVector{counter(1), counter(2), counter(2)} << "UNN";
        QTest::newRow("hints that are not kept")
            << QVector{withHint(counter(1), Hint::NotReset), withHint(counter(2), Hint::Reset), counter(3)}
            << "UUN";
        QTest::newRow("denied reset") << QVector{counter(2), withHint(counter(1), Hint::NotReset)} << "UU";
        QTest::newRow("count decreased") << QVector{counter(5), counter(6), counter(1), counter(2)} << "UNUN";
        QTest::newRow("bucket gone") << QVector{counter(1), bucketGone} << "UU";
        QTest::newRow("bucket new") << QVector{counter(1), exponential(1, 2, 1, buckets({1, 1}))} << "UN";
        QTest::newRow("gauges") << QVector{gauge(5), gauge(1), gauge(9)} << "GGG";
        QTest::newRow("gauges and counters") << QVector{gauge(1), counter(2), counter(3), gauge(4)} << "GUNG";
        QTest::newRow("other schema") << QVector{counter(1), finer, finer} << "UUN";
        QTest::newRow("coarser schema") << QVector{finer, counter(9)} << "UU";
        QTest::newRow("other zero threshold") << QVector{counter(1), withZero(counter(2), 0.1, 0)} << "UU";
        QTest::newRow("other bounds")
            << QVector{custom({1, 2}, 1, 1, buckets({1})), custom({1, 3}, 2, 1, buckets({2})),
                       custom({1, 3}, 3, 1, buckets({3}))}
            << "UUN";
        QTest::newRow("stale marker")
            << QVector{counter(1), counter(2), *staleHistogram(), counter(3), counter(4)} << "UNUUN";
    }

    void hintsAreTheTsdbs()
    {
        QFETCH(QVector<FloatHistogram>, written);
        QFETCH(QString, hints);
        HistogramColumn column;
        TimestampMs t = 0;
        for (const FloatHistogram &histogram : written)
            column.append(t += 1000, held(histogram), After::Histogram);
        const SampleColumns samples = read(column.view());
        QCOMPARE(hintsOf(samples), hints);
        QCOMPARE(samples.histograms.size(), static_cast<std::size_t>(written.size()));
        for (std::size_t i = 0; i < samples.histograms.size(); ++i) {
            QVERIFY(sameHistogram(*samples.histograms[i], written[static_cast<int>(i)]));
            QCOMPARE(samples.histogramTimes[i], static_cast<TimestampMs>(i + 1) * 1000);
        }
    }

    void beginsAnewAfterAFloat()
    {
        HistogramColumn column;
        column.append(1, held(counter(1)), After::Histogram);
        QVERIFY(column.append(3, held(counter(2)), After::Float));
        QVERIFY(!column.append(4, held(counter(3)), After::Histogram));
        QCOMPARE(hintsOf(read(column.view())), QStringLiteral("UUN"));
    }

    void largeChunksAreCut()
    {
        HistogramColumn column;
        BucketCounts wide;
        for (int i = 0; i < 2000; ++i)
            wide.push(2 * i, 0);
        std::size_t sealed = 0;
        for (TimestampMs t = 0; t < 60; ++t) {
            for (double &count : wide.counts)
                count += 100;
            sealed += column.append(t, held(exponential(8, 200'000.0 * static_cast<double>(t + 1), 1, wide)),
                                    After::Histogram)
                          ? 1
                          : 0;
        }
        // Two and more bytes a bucket: always above the size, so what counts is the least number of samples.
        QCOMPARE(sealed, 60 / HistogramColumn::minFullSamples - 1);
        QCOMPARE(hintsOf(read(column.view())).count(QLatin1Char('U')), qsizetype{6});
    }

    void longChunksAreCut()
    {
        HistogramColumn column;
        for (int i = 0; i <= 240; ++i)
            column.append(i, held(counter(i)), After::Histogram);
        QCOMPARE(column.sealed().size(), std::size_t{2});
        QCOMPARE(column.openCount(), std::size_t{1});
        QCOMPARE(column.sampleCount(), std::size_t{241});
    }

    void readsAndTouchesRanges()
    {
        HistogramColumn column;
        for (int i = 0; i < 300; ++i)
            column.append(i * 1000, held(counter(i)), After::Histogram);
        const HistogramColumnView view = column.view();
        QCOMPARE(view.firstTime(), TimestampMs{0});
        const SampleColumns samples = read(view, {118'500, 242'000});
        QCOMPARE(samples.histogramTimes.front(), TimestampMs{119'000});
        QCOMPARE(samples.histogramTimes.back(), TimestampMs{242'000});
        QCOMPARE(samples.histograms.size(), std::size_t{124});
        QCOMPARE(samples.histograms[3]->count, 122.0);
        QVERIFY(view.touches({118'500, 119'000}));
        QVERIFY(!view.touches({118'500, 118'999}));
        QVERIFY(!view.touches({119'001, 119'999})); // between two chunks
        QVERIFY(view.touches({299'000, 400'000}));
        QVERIFY(!view.touches({299'001, 400'000}));
        QVERIFY(!view.touches({-10, -1}));
        QVERIFY(!view.touches({290'500, 290'999}));
    }

    void viewsStayAsTheyWere()
    {
        HistogramColumn column;
        std::vector<HistogramColumnView> views;
        for (int i = 0; i < 500; ++i) {
            column.append(i, held(counter(i)), After::Histogram);
            views.push_back(column.view());
        }
        column.dropFirst(2);
        column.dropOpen();
        for (std::size_t i = 0; i < views.size(); ++i) {
            const SampleColumns samples = read(views[i]);
            QCOMPARE(samples.histograms.size(), i + 1);
            QCOMPARE(samples.histograms.back()->count, static_cast<double>(i));
        }
        QCOMPARE(read(column.view()).histogramTimes.front(), TimestampMs{240});
        QCOMPARE(read(column.view()).histogramTimes.back(), TimestampMs{479});
        QCOMPARE(column.sampleCount(), std::size_t{240});
    }

    void startRuns()
    {
        StartRuns runs;
        runs.add(10, 0);
        QVERIFY(runs.empty());
        runs.add(20, 5);
        runs.add(30, 5);
        runs.add(40, 35);
        runs.add(50, 0);
        const StartRuns::View before = runs.view();
        QCOMPARE(before.size(), std::size_t{3});
        const std::vector<TimestampMs> times{10, 20, 30, 40, 50, 60};
        std::vector<TimestampMs> starts;
        readStarts(before.items(), times, starts);
        QCOMPARE(starts, (std::vector<TimestampMs>{0, 5, 5, 35, 0, 0}));
        runs.dropBefore(45);
        readStarts(runs.view().items(), std::vector<TimestampMs>{45, 50}, starts);
        QCOMPARE(starts, (std::vector<TimestampMs>{35, 0}));
        QCOMPARE(runs.view().size(), std::size_t{2});
        readStarts(before.items(), times, starts);
        QCOMPARE(starts[1], TimestampMs{5});
    }
};

SIGHTGLASS_TEST(HistogramColumnTest)

} // namespace

#include "histogramcolumntest.moc"
