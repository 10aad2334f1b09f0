// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/core/samplerun.h"

#include "tests/support/testcase.h"

#include <QTest>

#include <random>
#include <thread>

namespace {

using namespace sightglass;

using Samples = std::vector<Sample>;

Samples counted(TimestampMs from, std::size_t count)
{
    Samples samples;
    for (std::size_t i = 0; i < count; ++i)
        samples.push_back({from + static_cast<TimestampMs>(i), static_cast<double>(i)});
    return samples;
}

class SampleRunTest : public sightglass::test::TestCase
{
    Q_OBJECT

private slots:
    void movesOnInTheSameMemory()
    {
        SampleRun run(counted(0, 100));
        const Samples first = run.toVector();
        run = run.movedOn(1, 100, Samples{{100, 5}});
        const Sample *memory = run.data();
        for (TimestampMs t = 101; t < 110; ++t) {
            const SampleRun before = run;
            const Samples shown = before.toVector();
            run = run.movedOn(1, run.size(), Samples{{t, 1}});
            QCOMPARE(run.size(), std::size_t{100});
            QCOMPARE(run.back().t, t);
            QCOMPARE(before.toVector(), shown);
        }
        QCOMPARE(run.data(), memory + 9);
        QCOMPARE(first.front().t, TimestampMs{0});
    }

    void twoThatGoOnFromOneAreTwo()
    {
        const SampleRun one = SampleRun(counted(0, 10)).movedOn(0, 10, Samples{{10, 1}});
        const SampleRun a = one.movedOn(0, 11, Samples{{11, 1}});
        const SampleRun b = one.movedOn(0, 11, Samples{{12, 2}});
        const SampleRun cut = one.movedOn(0, 5, Samples{{99, 3}});
        QCOMPARE(a.back(), (Sample{11, 1}));
        QCOMPARE(b.back(), (Sample{12, 2}));
        QCOMPARE(cut.back(), (Sample{99, 3}));
        QCOMPARE(one.back(), (Sample{10, 1}));
        QCOMPARE(a[10], (Sample{10, 1}));
    }

    void isWhatAVectorIs()
    {
        std::mt19937 random(3);
        SampleRun run;
        Samples expected;
        std::vector<std::pair<SampleRun, Samples>> kept;
        for (int i = 0; i < 2000; ++i) {
            const std::size_t first =
                expected.empty() ? 0 : random() % std::min<std::size_t>(expected.size(), 3);
            const std::size_t last =
                expected.size() - (random() % 5 == 0 ? (expected.size() - first) / 3 : 0);
            const Samples more = counted(i * 1000, random() % 4);
            run = run.movedOn(first, last, more);
            expected = Samples(expected.begin() + static_cast<std::ptrdiff_t>(first),
                               expected.begin() + static_cast<std::ptrdiff_t>(last));
            expected.insert(expected.end(), more.begin(), more.end());
            QCOMPARE(run.toVector(), expected);
            if (random() % 7 == 0)
                kept.emplace_back(run, expected);
            if (random() % 11 == 0 && !kept.empty())
                std::tie(run, expected) = kept[random() % kept.size()];
        }
        for (const auto &[copy, samples] : kept)
            QCOMPARE(copy.toVector(), samples);
    }

    void isMovedOnInSeveralThreads()
    {
        const SampleRun shared = SampleRun(counted(0, 800)).movedOn(0, 800, Samples{{800, 0}});
        std::vector<SampleRun> results(4);
        std::vector<std::thread> threads;
        for (std::size_t i = 0; i < results.size(); ++i) {
            threads.emplace_back([&shared, &result = results[i], i] {
                result = shared;
                for (TimestampMs t = 801; t < 860; ++t)
                    result = result.movedOn(0, result.size(), Samples{{t, static_cast<double>(i)}});
            });
        }
        for (std::thread &thread : threads)
            thread.join();
        for (std::size_t i = 0; i < results.size(); ++i) {
            QCOMPARE(results[i].size(), std::size_t{860});
            for (std::size_t at = 801; at < 860; ++at)
                QCOMPARE(results[i][at], (Sample{static_cast<TimestampMs>(at), static_cast<double>(i)}));
        }
    }

    void fillsLikeAVector()
    {
        SampleRun run{{1, 2}, {3, 4}};
        run.push_back({5, 6});
        QCOMPARE(run, (SampleRun{{1, 2}, {3, 4}, {5, 6}}));
        run.resize(1);
        run.push_back({7, 8});
        QCOMPARE(run.toVector(), (Samples{{1, 2}, {7, 8}}));
        run.clear();
        QVERIFY(run.empty());
        QVERIFY(SampleRun(Samples()).empty());
        QCOMPARE(run.movedOn(0, 0, {}).size(), std::size_t{0});
    }
};

SIGHTGLASS_TEST(SampleRunTest)

} // namespace

#include "sampleruntest.moc"
