// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chart/linegaps.h"

#include "tests/support/testcase.h"

#include <QTest>

#include <cmath>
#include <limits>
#include <utility>

namespace {

using namespace sightglass;
using Samples = std::vector<Sample>;
using Times = std::vector<TimestampMs>;

constexpr double none = std::numeric_limits<double>::quiet_NaN();

class LineGapsTest : public sightglass::test::TestCase
{
    Q_OBJECT

private slots:
    void gapsOfOtherTimesCountForNothing()
    {
        const Times gaps{5, 20, 30};
        GapWalk walk(gaps);
        Times found;
        for (const TimestampMs t : {10, 20, 20, 25, 30, 40}) {
            if (walk.isBefore(t))
                found.push_back(t);
        }
        QCOMPARE(found, (Times{20, 20, 30}));
    }

    void runsEndAtGapsAndWhatIsNoNumber()
    {
        const Samples samples{{1, 1}, {2, 1}, {3, none}, {4, 1}, {5, 1}, {6, INFINITY}, {7, 1}};
        std::vector<std::pair<std::size_t, std::size_t>> runs;
        eachRun(samples, Times{1, 3, 5, 7},
                [&runs](std::size_t first, std::size_t last) { runs.emplace_back(first, last); });
        QCOMPARE(runs, (std::vector<std::pair<std::size_t, std::size_t>>{{0, 1}, {3, 3}, {4, 4}, {6, 6}}));
    }

    void eachGapHasANan()
    {
        const Samples samples{{10, 1}, {20, 2}, {40, 3}, {41, 4}};
        const Samples line = interrupted(samples, Times{10, 40, 41});
        QCOMPARE(line.size(), std::size_t{6});
        QVERIFY(line[2].t == 30 && std::isnan(line[2].v));
        QVERIFY(line[4].t == 40 && std::isnan(line[4].v));
        // Short ones are drawn over.
        QCOMPARE(interrupted(samples, Times{10, 40, 41}, 20), samples);
    }

    void samplesAreJoinedUpToADistance()
    {
        QVERIFY(joined({0, 1}, {10, 1}, 10));
        QVERIFY(!joined({0, 1}, {11, 1}, 10));
        QVERIFY(!joined({0, none}, {1, 1}, 10));
        QVERIFY(!joined({5, 1}, {5, 1}, 10));
    }
};

SIGHTGLASS_TEST(LineGapsTest)

} // namespace

#include "linegapstest.moc"
