// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/query/windowextremes.h"

#include "model/core/sample.h"
#include "tests/support/testcase.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <random>

namespace {

using namespace sightglass;

/// The fast extremes against the plain ones, bit for bit.
class WindowExtremesTest : public sightglass::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void sameBitsAsOneByOne_data();
    void sameBitsAsOneByOne();
    void leavesEmptyWindowsAlone();
};

/// As Prometheus' max_over_time and min_over_time go through a window.
double oneByOne(const std::vector<double> &values, Window window, Extreme extreme)
{
    double best = values[window.begin];
    for (std::size_t i = window.begin; i < window.end; ++i) {
        if ((extreme == Extreme::Highest ? values[i] > best : values[i] < best) || std::isnan(best))
            best = values[i];
    }
    return best;
}

/// Windows of changing length whose begins and ends ascend, some of them empty, some with gaps between them.
std::vector<Window> windowsOver(std::size_t size, std::mt19937_64 &random)
{
    std::vector<Window> windows;
    std::size_t begin = 0;
    std::size_t end = 0;
    while (end < size) {
        end = std::min(size, end + random() % 9);
        begin = std::min(end, begin + random() % 9);
        if (random() % 20 == 0)
            begin = end;
        windows.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
    }
    return windows;
}

void WindowExtremesTest::sameBitsAsOneByOne_data()
{
    QTest::addColumn<std::vector<double>>("pool");
    QTest::newRow("all different") << std::vector<double>();
    QTest::newRow("few values") << std::vector<double>{1, 2, 3};
    QTest::newRow("one value") << std::vector<double>{7};
    QTest::newRow("infinities") << std::vector<double>{1, INFINITY, -INFINITY};
    QTest::newRow("only infinities") << std::vector<double>{INFINITY, -INFINITY};
    QTest::newRow("NaN") << std::vector<double>{1, 2, NAN, NAN, NAN};
    QTest::newRow("nothing but NaN") << std::vector<double>{NAN, canonicalNaN()};
    QTest::newRow("both zeros") << std::vector<double>{0.0, -0.0, 0.0, -0.0, -1};
    QTest::newRow("minus zero") << std::vector<double>{-0.0, 5};
}

void WindowExtremesTest::sameBitsAsOneByOne()
{
    QFETCH(std::vector<double>, pool);
    std::mt19937_64 random(11); // NOLINT: the same windows in every run
    for (int round = 0; round < 50; ++round) {
        std::vector<double> values;
        for (int i = 0; i < 500; ++i)
            values.push_back(pool.empty() ? std::uniform_real_distribution<double>(-1, 1)(random)
                                          : pool[random() % pool.size()]);
        const std::vector<Window> windows = windowsOver(values.size(), random);
        for (const Extreme extreme : {Extreme::Lowest, Extreme::Highest}) {
            Column out(windows.size(), absentPoint);
            extremesOfWindows(values, windows, extreme, out);
            for (std::size_t i = 0; i < windows.size(); ++i) {
                const double expected =
                    windows[i].size() > 0 ? oneByOne(values, windows[i], extreme) : absentPoint;
                QVERIFY2(sameBits(out[i], expected), qPrintable(QString::number(i)));
            }
        }
    }
}

void WindowExtremesTest::leavesEmptyWindowsAlone()
{
    Column out(3, absentPoint);
    extremesOfWindows({}, std::vector<Window>(3), Extreme::Lowest, out);
    QVERIFY(std::all_of(out.begin(), out.end(), isAbsent));
    extremesOfWindows({1, 2}, {}, Extreme::Lowest, out);
    extremesOfWindows({1, 2}, std::vector<Window>{{0, 0}, {2, 2}, {2, 2}}, Extreme::Highest, out);
    QVERIFY(std::all_of(out.begin(), out.end(), isAbsent));
}

} // namespace

SIGHTGLASS_TEST(WindowExtremesTest)
#include "windowextremestest.moc"
