// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/storage/histogramencoding.h"

#include "model/core/sample.h"
#include "tests/model/histogram/histogramhelpers.h"
#include "tests/support/testcase.h"

#include <QTest>

#include <cmath>
#include <limits>
#include <random>

namespace {

using namespace sightglass;
using namespace sightglass::test;

struct Timed
{
    TimestampMs t = 0;
    FloatHistogram histogram;
};

std::vector<std::uint8_t> encoded(const std::vector<Timed> &samples)
{
    ByteWriter out;
    HistogramEncoder encoder;
    encoder.begin(out, samples.front().histogram);
    const FloatHistogram *previous = nullptr;
    for (const Timed &sample : samples) {
        encoder.append(out, sample.t, sample.histogram, previous);
        previous = &sample.histogram;
    }
    return {out.bytes().begin(), out.bytes().end()};
}

bool comesBack(const std::vector<Timed> &samples)
{
    const std::vector<std::uint8_t> bytes = encoded(samples);
    HistogramDecoder decoder(bytes);
    for (const Timed &sample : samples) {
        decoder.next();
        if (decoder.time() != sample.t || !sameHistogram(decoder.histogram(), sample.histogram))
            return false;
    }
    return true;
}

/// A histogram of a service: bucket by bucket more observations than in `before`, now and then a new bucket.
FloatHistogram grown(FloatHistogram before, std::mt19937_64 &random)
{
    if (random() % 8 == 0) {
        const auto index = static_cast<std::int32_t>(random() % 40);
        const auto at = std::ranges::lower_bound(before.positive.indices, index);
        const auto place = at - before.positive.indices.begin();
        if (at == before.positive.indices.end() || *at != index) {
            before.positive.indices.insert(at, index);
            before.positive.counts.insert(before.positive.counts.begin() + place, 0.0);
        }
    }
    for (double &count : before.positive.counts) {
        const auto more = static_cast<double>(random() % 3 == 0 ? random() % 200 : 0);
        count += more;
        before.count += more;
        before.sum += more * 0.0123;
    }
    return before;
}

class HistogramEncodingTest : public TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void everythingComesBack_data()
    {
        QTest::addColumn<QVector<FloatHistogram>>("histograms");
        const FloatHistogram base =
            withZero(withNegative(exponential(3, 9, 1.5, buckets({1, 2})), buckets({3}, -7)), 1e-9, 3);
        FloatHistogram far = base;
        far.positive.push(std::numeric_limits<std::int32_t>::max(), 5);
        far.negative.indices.front() = std::numeric_limits<std::int32_t>::min();
        QTest::newRow("empty") << QVector<FloatHistogram>{{}, {}};
        QTest::newRow("coarse schema") << QVector<FloatHistogram>{exponential(-4, 1, 2, buckets({1}))};
        QTest::newRow("same twice") << QVector<FloatHistogram>{base, base};
        QTest::newRow("buckets come") << QVector<FloatHistogram>{exponential(0, 1, 1, buckets({1}, 5)),
                                                                 exponential(0, 4, 1, buckets({1, 2, 1}, 4))};
        QTest::newRow("buckets go") << QVector<FloatHistogram>{
            base, withZero(exponential(3, 2, 1, {}), 1e-9, 2), base};
        QTest::newRow("farthest indices") << QVector<FloatHistogram>{base, far, base};
        QTest::newRow("smaller counts") << QVector<FloatHistogram>{exponential(0, 9, 1, buckets({9})),
                                                                   exponential(0, -3, -1, buckets({-3}))};
        QTest::newRow("fractions") << QVector<FloatHistogram>{exponential(0, 1.5, 0.1, buckets({0.25, 1.25})),
                                                              exponential(0, 2, 0.2, buckets({1, 1})),
                                                              exponential(0, 3, 0.2, buckets({1, 2}))};
        QTest::newRow("odd numbers") << QVector<FloatHistogram>{
            exponential(0, std::numeric_limits<double>::infinity(), std::nan(""), buckets({-0.0, 1e300})),
            exponential(0, 9007199254740992.0, staleMarker(), buckets({-9007199254740992.0, 0}))};
        QTest::newRow("custom") << QVector<FloatHistogram>{
            custom({-1, 0.1, 1e9}, 6, 1, buckets({1, 2, 0, 3})),
            custom({-1, 0.1, 1e9}, 6, 1, buckets({1, 2, 1, 3}))};
    }

    void everythingComesBack()
    {
        QFETCH(QVector<FloatHistogram>, histograms);
        std::vector<Timed> samples;
        TimestampMs t = std::numeric_limits<TimestampMs>::min();
        for (const FloatHistogram &histogram : histograms) {
            samples.push_back({t, histogram});
            t = t < 0 ? 1'700'000'000'000 : t + 15'000;
        }
        QVERIFY(comesBack(samples));
    }

    void randomSeriesComeBack()
    {
        std::mt19937_64 random(7);
        for (int series = 0; series < 50; ++series) {
            std::vector<Timed> samples;
            FloatHistogram histogram = exponential(2, 0, 0, {});
            TimestampMs t = 1'700'000'000'000;
            for (int i = 0; i < 100; ++i) {
                histogram = grown(histogram, random);
                t += 15'000 + static_cast<TimestampMs>(random() % 5);
                samples.push_back({t, histogram});
            }
            QVERIFY(comesBack(samples));
        }
    }

    /// What a sample of an ordinary service takes: told, and bounded so that a slip in the format shows.
    void bytesPerSample()
    {
        std::mt19937_64 random(11);
        FloatHistogram histogram = exponential(2, 0, 0, buckets({1}, 20));
        for (int i = 0; i < 400; ++i)
            histogram = grown(histogram, random);
        std::vector<Timed> samples;
        for (int i = 0; i < 120; ++i) {
            histogram = grown(histogram, random);
            samples.push_back({1'700'000'000'000 + i * 15'000, histogram});
        }
        const double perSample = static_cast<double>(encoded(samples).size()) / 120;
        const auto populated = histogram.positive.size();
        qInfo("%.1f bytes per sample of %zu buckets, a third of which grow; %zu bytes as a value", perSample,
              populated, populated * 12 + sizeof(FloatHistogram));
        QVERIFY(populated >= 35);
        QVERIFY(perSample < 60);
    }

    void idleSampleTakesLittle()
    {
        std::mt19937_64 random(3);
        FloatHistogram histogram = exponential(2, 0, 0, buckets({1}, 20));
        for (int i = 0; i < 400; ++i)
            histogram = grown(histogram, random);
        const std::size_t one = encoded({{0, histogram}}).size();
        const std::size_t three = encoded({{0, histogram}, {1000, histogram}, {2000, histogram}}).size();
        QVERIFY(three - one <= 12);
    }
};

SIGHTGLASS_TEST(HistogramEncodingTest)

} // namespace

#include "histogramencodingtest.moc"
