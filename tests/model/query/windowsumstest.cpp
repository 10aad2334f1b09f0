// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/query/windowsums.h"

#include "model/core/sample.h"
#include "model/query/slidingsum.h"
#include "tests/support/testcase.h"

#include <QTest>

#include <limits>
#include <random>

namespace {

using namespace sightglass;

/// The fast sums against the plain ones, bit for bit.
class WindowSumsTest : public sightglass::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void sameBitsAsInOrder_data();
    void sameBitsAsInOrder();
    void slidingIsExactOrUnusable();
    void refusesWhatOverflows();
};

std::vector<Window> windowsOver(std::size_t size)
{
    std::vector<Window> windows;
    for (std::size_t end = 0; end <= size; ++end) {
        const std::size_t length = (end * 7) % 61;
        windows.push_back(
            {static_cast<std::uint32_t>(end > length ? end - length : 0), static_cast<std::uint32_t>(end)});
    }
    return windows;
}

KahanSum inOrder(const std::vector<double> &values, Window window)
{
    KahanSum sum;
    for (std::size_t i = window.begin; i < window.end; ++i)
        sum.add(values[i]);
    return sum;
}

void WindowSumsTest::sameBitsAsInOrder_data()
{
    QTest::addColumn<int>("exponents");
    QTest::addColumn<double>("lowest");
    QTest::newRow("one magnitude") << 1 << -1.0;
    QTest::newRow("a few magnitudes") << 20 << -1.0;
    QTest::newRow("all magnitudes") << 900 << -1.0;
    QTest::newRow("one magnitude above zero") << 1 << 0.0;
    QTest::newRow("a few magnitudes above zero") << 20 << 0.0;
    QTest::newRow("all magnitudes above zero") << 900 << 0.0;
}

void WindowSumsTest::sameBitsAsInOrder()
{
    QFETCH(int, exponents);
    QFETCH(double, lowest);
    std::mt19937_64 random(7);
    std::vector<double> values;
    for (int i = 0; i < 1000; ++i) {
        const double mantissa = std::uniform_real_distribution<double>(lowest, 1)(random);
        values.push_back(
            std::ldexp(mantissa, std::uniform_int_distribution<int>(-exponents, exponents)(random)));
    }
    QVERIFY(isSummable(values));
    const std::vector<Window> windows = windowsOver(values.size());
    for (const SumWidth width : {SumWidth::Fastest, SumWidth::Narrow}) {
        std::vector<KahanSum> sums;
        sumWindows(values, windows, sums, width);
        for (std::size_t i = 0; i < windows.size(); ++i) {
            const KahanSum expected = inOrder(values, windows[i]);
            QVERIFY(sums[i].sum == expected.sum);
            QVERIFY(sums[i].compensation == expected.compensation);
        }
    }
}

void WindowSumsTest::slidingIsExactOrUnusable()
{
    const std::vector<double> counts{1, 5, 12, -7, 0, 4503599627370496};
    const SlidingSum sliding(counts);
    QVERIFY(sliding.usable());
    for (const Window window : windowsOver(counts.size()))
        QCOMPARE(sliding.of(std::span(counts).subspan(window.begin, window.size())),
                 inOrder(counts, window).total());
    QVERIFY(!SlidingSum({1, 0.5}).usable());
    QVERIFY(!SlidingSum({9007199254740992, 1}).usable());
    QVERIFY(!SlidingSum({std::numeric_limits<double>::quiet_NaN()}).usable());
    QVERIFY(!SlidingSum({std::numeric_limits<double>::infinity()}).usable());
}

void WindowSumsTest::refusesWhatOverflows()
{
    QVERIFY(!isSummable({1e300, 1e300}));
    QVERIFY(!isSummable({std::numeric_limits<double>::quiet_NaN()}));
    QVERIFY(isSummable({1e299, -1e299}));
}

} // namespace

SIGHTGLASS_TEST(WindowSumsTest)

#include "windowsumstest.moc"
