// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/query/windowsums.h"

#include "model/core/sample.h"
#include "model/query/exactprefix.h"
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
    void sameBitsOfDecimals_data();
    void sameBitsOfDecimals();
    void compensatesByTotalsOnlyWhereThatIsExact();
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
        WindowSums(values, width).of(windows, sums);
        for (std::size_t i = 0; i < windows.size(); ++i) {
            const KahanSum expected = inOrder(values, windows[i]);
            QVERIFY(sums[i].sum == expected.sum);
            QVERIFY(sums[i].compensation == expected.compensation);
        }
    }
}

/// Windows as of a series scraped at equal intervals, with a scrape missing now and then, or all over the
/// place.
std::vector<Window> movingWindows(std::size_t size, std::size_t length, std::size_t stride, bool gaps)
{
    std::vector<Window> windows;
    for (std::size_t begin = 0, step = 0; begin + length <= size; ++step) {
        windows.push_back(
            {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(begin + length - step % 2)});
        begin += gaps && step % 23 == 7 && stride > 0 ? stride - 1 : stride;
        if (stride == 0 && step == 40)
            break;
    }
    return windows;
}

void WindowSumsTest::sameBitsOfDecimals_data()
{
    QTest::addColumn<int>("decimals");
    QTest::addColumn<double>("lowest");
    QTest::addColumn<int>("length");
    QTest::addColumn<int>("stride");
    QTest::addColumn<bool>("gaps");
    for (const int decimals : {1, 2, 9, 16}) {
        for (const double lowest : {0.0, -1000.0}) {
            for (const auto &[length, stride] : {std::pair{300, 5}, {60, 1}, {17, 40}, {1, 1}, {900, 0}}) {
                for (const bool gaps : {false, true}) {
                    QTest::addRow("%d decimals from %g, %d values every %d%s", decimals, lowest, length,
                                  stride, gaps ? " with gaps" : "")
                        << decimals << lowest << length << stride << gaps;
                }
            }
        }
    }
}

void WindowSumsTest::sameBitsOfDecimals()
{
    QFETCH(int, decimals);
    QFETCH(double, lowest);
    QFETCH(int, length);
    QFETCH(int, stride);
    QFETCH(bool, gaps);
    std::mt19937_64 random(11);
    std::vector<double> values;
    for (int i = 0; i < 5000; ++i) {
        const double value = std::uniform_real_distribution<double>(lowest, 1000)(random);
        const double scale = std::pow(10.0, decimals);
        values.push_back(i % 97 == 0 ? 0.0 : std::round(value * scale) / scale);
    }
    const std::vector<Window> windows = movingWindows(values.size(), static_cast<std::size_t>(length),
                                                      static_cast<std::size_t>(stride), gaps);
    for (const SumWidth width : {SumWidth::Fastest, SumWidth::Narrow}) {
        std::vector<KahanSum> sums;
        WindowSums(values, width).of(windows, sums);
        QCOMPARE(sums.size(), windows.size());
        for (std::size_t i = 0; i < windows.size(); ++i) {
            const KahanSum expected = inOrder(values, windows[i]);
            QVERIFY(sums[i].sum == expected.sum);
            QVERIFY(sums[i].compensation == expected.compensation);
        }
    }
}

void WindowSumsTest::compensatesByTotalsOnlyWhereThatIsExact()
{
    const std::vector<double> decimals{0.1, 0.25, -7.3, 1e6 + 0.01, 0.0, -0.0, 1e-1};
    const ExactPrefix prefix(decimals);
    QVERIFY(prefix.usable());
    for (const Window window : windowsOver(decimals.size())) {
        const KahanSum expected = inOrder(decimals, window);
        QVERIFY(prefix.compensation(window, expected.sum) == expected.compensation);
    }
    // Cancelled to less than the digits of a mantissa, and the smallest numbers there are.
    const std::vector<double> cancelling{0.3, -0.1, -0.2, 5e-17, 5e-324};
    QVERIFY(!ExactPrefix(cancelling).usable());
    const std::vector<double> subnormal{5e-324, -3e-320, 2e-310};
    QVERIFY(!ExactPrefix(subnormal).usable());
    QVERIFY(!ExactPrefix(std::vector{1e-20, 1e20}).usable());
    QVERIFY(!ExactPrefix(std::vector{1.0, std::numeric_limits<double>::quiet_NaN()}).usable());
    QVERIFY(!ExactPrefix(std::vector{1.0, std::numeric_limits<double>::infinity()}).usable());
    QVERIFY(!ExactPrefix(std::vector{1e308, 1e308}).usable());
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
