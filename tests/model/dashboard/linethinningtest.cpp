// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/dashboard/linethinning.h"

#include "model/core/timegrid.h"
#include "tests/support/testcase.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <random>
#include <set>

namespace {

using namespace sightglass;

using Samples = std::vector<Sample>;

constexpr double nan = std::numeric_limits<double>::quiet_NaN();
constexpr double infinity = std::numeric_limits<double>::infinity();

/// Values at multiples of a fine step, now and then some missing, some no numbers.
Samples walk(std::mt19937 &random, const ThinningGrid &grid, int count)
{
    Samples samples;
    double value = 0;
    for (int i = 1; i <= count; ++i) {
        if (random() % 40 == 0)
            i += static_cast<int>(random() % (random() % 4 == 0 ? 90 : 4));
        value += static_cast<double>(random() % 1001) / 100 - 5;
        const double odd = random() % 3 == 0 ? nan : random() % 2 == 0 ? infinity : -infinity;
        samples.push_back({i * grid.fineMs, random() % 50 == 0 ? odd : value});
    }
    return samples;
}

TimestampMs columnOf(TimestampMs t, const ThinningGrid &grid)
{
    return gridFloor(t - 1, grid.columnMs);
}

std::map<TimestampMs, Samples> columns(const Samples &samples, const ThinningGrid &grid)
{
    std::map<TimestampMs, Samples> result;
    for (const Sample &sample : samples)
        result[columnOf(sample.t, grid)].push_back(sample);
    return result;
}

bool hasSample(const Samples &samples, const Sample &wanted)
{
    return std::ranges::any_of(samples,
                               [&](const Sample &s) { return s.t == wanted.t && sameBits(s.v, wanted.v); });
}

/// Whether the values have a gap between two times, the later one's included.
bool interrupted(const Samples &values, TimestampMs from, TimestampMs to, std::int64_t gapMs)
{
    const Sample *before = nullptr;
    for (const Sample &sample : values) {
        if (!std::isfinite(sample.v) || sample.t < from || sample.t > to)
            continue;
        if (before != nullptr && sample.t - before->t > gapMs)
            return true;
        before = &sample;
    }
    return false;
}

class LineThinningTest : public sightglass::test::TestCase
{
    Q_OBJECT

private slots:
    void whatMattersIsKept_data()
    {
        QTest::addColumn<qint64>("columnMs");
        QTest::addColumn<qint64>("fineMs");
        QTest::newRow("30 s of 500 ms") << qint64{30'000} << qint64{500};
        QTest::newRow("2 s of 1 s") << qint64{2000} << qint64{1000};
        QTest::newRow("an hour of 7.5 s") << qint64{3'600'000} << qint64{7500};
    }
    void whatMattersIsKept()
    {
        QFETCH(qint64, columnMs);
        QFETCH(qint64, fineMs);
        const ThinningGrid grid{columnMs, fineMs};
        std::mt19937 random(1);
        for (int round = 0; round < 20; ++round) {
            const Samples values = walk(random, grid, 3000);
            ThinnedLine line;
            thinLine(values, grid, line);
            QVERIFY(std::ranges::is_sorted(line.samples, std::ranges::less_equal(), &Sample::t));
            for (const Sample &sample : line.samples)
                QVERIFY(hasSample(values, sample));
            const auto kept = columns(line.samples, grid);
            for (const auto &[column, all] : columns(values, grid)) {
                const Samples &here = kept.at(column);
                QVERIFY(here.size() <= 10);
                QVERIFY(hasSample(here, all.back()));
                Samples finite;
                std::ranges::copy_if(all, std::back_inserter(finite),
                                     [](const Sample &s) { return std::isfinite(s.v); });
                if (finite.empty())
                    continue;
                QVERIFY(hasSample(here, finite.front()));
                QVERIFY(hasSample(here, finite.back()));
                QVERIFY(hasSample(here, *std::ranges::min_element(finite, {}, &Sample::v)));
                QVERIFY(hasSample(here, *std::ranges::max_element(finite, {}, &Sample::v)));
            }
        }
    }

    void gapsStayGapsAndNothingElseIsOne()
    {
        const ThinningGrid grid{30'000, 500};
        std::mt19937 random(2);
        int breaks = 0;
        for (int round = 0; round < 20; ++round) {
            const Samples values = walk(random, grid, 3000);
            ThinnedLine line;
            thinLine(values, grid, line);
            const Sample *before = nullptr;
            for (const Sample &sample : line.samples) {
                const bool isBreak = std::ranges::binary_search(line.breaks, sample.t);
                if (!std::isfinite(sample.v)) {
                    QVERIFY(!isBreak);
                    continue;
                }
                const bool expected =
                    before != nullptr && interrupted(values, before->t, sample.t, grid.gapMs());
                QCOMPARE(isBreak, expected);
                breaks += isBreak ? 1 : 0;
                before = &sample;
            }
        }
        QVERIFY(breaks > 100);
    }

    void theLongestGapOfAColumnIsThereToTheStep()
    {
        const ThinningGrid grid{100'000, 1000};
        Samples values;
        for (TimestampMs t = 1000; t <= 100'000; t += 1000) {
            const bool missing = (t > 20'000 && t < 25'000) || (t > 60'000 && t < 80'000);
            if (!missing)
                values.push_back({t, static_cast<double>(t)});
        }
        ThinnedLine line;
        thinLine(values, grid, line);
        QVERIFY(hasSample(line.samples, {60'000, 60'000}));
        QVERIFY(hasSample(line.samples, {80'000, 80'000}));
        QVERIFY(std::ranges::binary_search(line.breaks, TimestampMs{80'000}));
    }

    void noStateIsLost()
    {
        const ThinningGrid grid{60'000, 500, ThinningKind::States};
        std::mt19937 random(6);
        for (int round = 0; round < 20; ++round) {
            Samples values;
            double state = 0;
            for (TimestampMs t = 500; t <= 3'600'000; t += 500) {
                if (random() % 20 == 0)
                    state = random() % 5 == 0 ? nan : static_cast<double>(random() % 4);
                if (random() % 200 == 0)
                    t += 500 * static_cast<TimestampMs>(random() % 30);
                values.push_back({t, state});
            }
            // Runs of one value without a gap: when they begin, and what they are.
            const auto runs = [](const Samples &samples, const auto &isGap) {
                Samples begins;
                for (std::size_t i = 0; i < samples.size(); ++i) {
                    if (i == 0 || isGap(samples[i - 1], samples[i]) ||
                        !sameBits(samples[i].v, samples[i - 1].v))
                        begins.push_back(samples[i]);
                }
                return begins;
            };
            ThinnedLine line;
            thinLine(values, grid, line);
            QVERIFY(line.samples.size() < values.size() / 5);
            const Samples expected =
                runs(values, [&grid](const Sample &a, const Sample &b) { return b.t - a.t > grid.gapMs(); });
            const Samples ours = runs(line.samples, [&line](const Sample &, const Sample &b) {
                return std::ranges::binary_search(line.breaks, b.t);
            });
            QCOMPARE(ours.size(), expected.size());
            for (std::size_t i = 0; i < ours.size(); ++i)
                QVERIFY(ours[i].t == expected[i].t && sameBits(ours[i].v, expected[i].v));
        }
    }

    void ofManyStatesEachIsKept()
    {
        const ThinningGrid grid{100'000, 500, ThinningKind::States};
        Samples values;
        for (TimestampMs t = 500; t <= 100'000; t += 500)
            values.push_back({t, t == 70'500 ? 9.0 : static_cast<double>(t / 500 % 2)});
        ThinnedLine line;
        thinLine(values, grid, line);
        QVERIFY(line.samples.size() <= maxColumnStates);
        QVERIFY(hasSample(line.samples, {70'500, 9}));
    }

    void piecesAreTheWhole()
    {
        const ThinningGrid grid{20'000, 500};
        std::mt19937 random(3);
        for (int round = 0; round < 50; ++round) {
            const Samples values = walk(random, grid, 1000);
            ThinnedLine whole;
            thinLine(values, grid, whole);
            ThinnedLine pieces;
            std::size_t begin = 0;
            while (begin < values.size()) {
                const TimestampMs end = columnOf(values[begin].t, grid) +
                                        grid.columnMs * static_cast<TimestampMs>(1 + random() % 3);
                std::size_t past = begin;
                while (past < values.size() && values[past].t <= end)
                    ++past;
                thinLine(std::span(values).subspan(begin, past - begin), grid, pieces);
                begin = past;
            }
            QCOMPARE(pieces.breaks, whole.breaks);
            QVERIFY(std::ranges::equal(pieces.samples, whole.samples, [](const Sample &a, const Sample &b) {
                return a.t == b.t && sameBits(a.v, b.v);
            }));
        }
    }

    void layersOfAStackKeepTheSameTimes_data()
    {
        QTest::addColumn<bool>("percent");
        QTest::newRow("values") << false;
        QTest::newRow("shares") << true;
    }
    void layersOfAStackKeepTheSameTimes()
    {
        QFETCH(bool, percent);
        const ThinningGrid grid{30'000, 500};
        std::mt19937 random(4);
        std::vector<Samples> values(5);
        for (TimestampMs t = 500; t <= 600'000; t += 500) {
            for (Samples &one : values) {
                if (t < 200'000 || t > 207'000)
                    one.push_back({t, static_cast<double>(random() % 1000) / 10});
            }
        }
        values[2][700].v = 5000; // a spike of one layer
        const std::vector<std::span<const Sample>> spans(values.begin(), values.end());
        std::vector<ThinnedLine> lines(values.size());
        thinStack(spans, percent ? StackingMode::Percent : StackingMode::Normal, grid, lines);
        for (const ThinnedLine &line : lines) {
            QVERIFY(std::ranges::equal(line.samples, lines.front().samples, {}, &Sample::t, &Sample::t));
            QCOMPARE(line.breaks, (std::vector<TimestampMs>{207'500}));
            for (const auto &[column, kept] : columns(line.samples, grid))
                QVERIFY(kept.size() <= maxStackTimes);
        }
        QVERIFY(hasSample(lines[2].samples, values[2][700]));
        // The edge of every layer reaches as far in each column as it really does.
        const auto edges = [percent](const std::vector<Samples> &layers, std::size_t layer,
                                     const ThinningGrid &by) {
            std::map<TimestampMs, std::pair<double, double>> extents;
            for (std::size_t i = 0; i < layers.front().size(); ++i) {
                double height = 0;
                double total = 0;
                for (std::size_t l = 0; l < layers.size(); ++l) {
                    height += l <= layer ? layers[l][i].v : 0;
                    total += layers[l][i].v;
                }
                const double edge = percent ? height / total : height;
                const auto [at, isNew] =
                    extents.try_emplace(columnOf(layers.front()[i].t, by), std::pair(edge, edge));
                at->second = {std::min(at->second.first, edge), std::max(at->second.second, edge)};
            }
            return extents;
        };
        std::vector<Samples> kept;
        for (const ThinnedLine &line : lines)
            kept.push_back(line.samples);
        for (std::size_t layer = 0; layer < values.size(); ++layer) {
            const auto is = edges(kept, layer, grid);
            for (const auto &[column, extent] : edges(values, layer, grid)) {
                QVERIFY(std::abs(is.at(column).first - extent.first) < 1e-6);
                QVERIFY(std::abs(is.at(column).second - extent.second) < 1e-6);
            }
        }
    }

    void stacksOfMixedLines()
    {
        const ThinningGrid grid{30'000, 500};
        std::mt19937 random(5);
        for (int round = 0; round < 10; ++round) {
            std::vector<Samples> values;
            for (int i = 0; i < 12; ++i)
                values.push_back(walk(random, grid, 500));
            values.push_back({});
            const std::vector<std::span<const Sample>> spans(values.begin(), values.end());
            std::vector<ThinnedLine> lines(values.size());
            thinStack(spans, StackingMode::Normal, grid, lines);
            std::set<TimestampMs> times;
            for (const ThinnedLine &line : lines) {
                for (const Sample &sample : line.samples)
                    times.insert(sample.t);
            }
            for (std::size_t i = 0; i < values.size(); ++i) {
                Samples expected;
                std::ranges::copy_if(values[i], std::back_inserter(expected),
                                     [&times](const Sample &s) { return times.contains(s.t); });
                QVERIFY(std::ranges::equal(lines[i].samples, expected, {}, &Sample::t, &Sample::t));
            }
        }
    }
};

SIGHTGLASS_TEST(LineThinningTest)

} // namespace

#include "linethinningtest.moc"
