// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/core/samplesearch.h"

#include "tests/support/testcase.h"

#include <QTest>

#include <limits>
#include <random>
#include <vector>

namespace {

using namespace sightglass;

std::size_t byHalving(const std::vector<Sample> &samples, TimestampMs t)
{
    return static_cast<std::size_t>(std::ranges::lower_bound(samples, t, {}, &Sample::t) - samples.begin());
}

class SampleSearchTest : public sightglass::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void findsWhatHalvingFinds_data()
    {
        QTest::addColumn<std::vector<TimestampMs>>("distances");
        QTest::newRow("none") << std::vector<TimestampMs>{};
        QTest::newRow("one") << std::vector<TimestampMs>{1000};
        QTest::newRow("even") << std::vector<TimestampMs>(3600, 1000);
        QTest::newRow("close") << std::vector<TimestampMs>(50, 1);
        std::vector<TimestampMs> growing;
        for (TimestampMs distance = 1; distance < (TimestampMs{1} << 40); distance *= 2)
            growing.push_back(distance);
        QTest::newRow("each twice as far") << growing;
        QTest::newRow("each half as far") << std::vector<TimestampMs>(growing.rbegin(), growing.rend());
        std::vector<TimestampMs> gap(500, 1000);
        gap[100] = 3'600'000;
        QTest::newRow("a gap") << gap;
        std::mt19937 random(7); // NOLINT: the same numbers each time
        std::vector<TimestampMs> uneven;
        for (int i = 0; i < 700; ++i)
            uneven.push_back(1 + static_cast<TimestampMs>(random() % 100'000));
        QTest::newRow("uneven") << uneven;
    }

    void findsWhatHalvingFinds()
    {
        QFETCH(const std::vector<TimestampMs>, distances);
        std::vector<Sample> samples;
        TimestampMs t = -5'000;
        for (const TimestampMs distance : distances)
            samples.push_back({t += distance, 1.0});
        const auto agree = [&samples](TimestampMs at) {
            return firstSampleAtOrAfter(samples, at) == byHalving(samples, at);
        };
        for (const Sample &sample : samples) {
            QVERIFY(agree(sample.t - 1));
            QVERIFY(agree(sample.t));
            QVERIFY(agree(sample.t + 1));
        }
        QVERIFY(agree(std::numeric_limits<TimestampMs>::min()));
        QVERIFY(agree(std::numeric_limits<TimestampMs>::max()));
    }
};

} // namespace

SIGHTGLASS_TEST(SampleSearchTest)

#include "samplesearchtest.moc"
