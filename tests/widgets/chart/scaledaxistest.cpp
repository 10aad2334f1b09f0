// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chart/scaledaxis.h"

#include "tests/support/testcase.h"

#include <QTest>

#include <algorithm>
#include <cmath>

namespace {

using namespace sightglass;
using Numbers = QList<double>;

ScaledAxis logAxis(double low, double high, double base, AxisLimits limits = {})
{
    AxisShape shape;
    shape.scale = {ScaleKind::Log, base, 1};
    return scaledAxis(ValueRange{low, high}, limits, shape);
}

void compare(const std::vector<double> &ticks, const Numbers &expected)
{
    QCOMPARE(Numbers(ticks.begin(), ticks.end()).size(), expected.size());
    for (qsizetype i = 0; i < expected.size(); ++i)
        QVERIFY2(std::abs(ticks[static_cast<std::size_t>(i)] - expected[i]) <= std::abs(expected[i]) * 1e-9,
                 qPrintable(QString::number(ticks[static_cast<std::size_t>(i)])));
}

class ScaledAxisTest : public sightglass::test::TestCase
{
    Q_OBJECT

private slots:
    void logarithmicTicks_data()
    {
        QTest::addColumn<double>("low");
        QTest::addColumn<double>("high");
        QTest::addColumn<double>("base");
        QTest::addColumn<Numbers>("expected");
        QTest::newRow("decades") << 0.002 << 900.0 << 10.0 << Numbers{0.001, 0.01, 0.1, 1, 10, 100, 1000};
        QTest::newRow("two decades") << 3.0 << 80.0 << 10.0 << Numbers{1, 2, 5, 10, 20, 50, 100};
        QTest::newRow("powers of two") << 1.5 << 30.0 << 2.0 << Numbers{1, 2, 4, 8, 16, 32};
    }
    void logarithmicTicks()
    {
        QFETCH(double, low);
        QFETCH(double, high);
        QFETCH(double, base);
        QFETCH(Numbers, expected);
        AxisLimits limits;
        limits.maxTicks = 7;
        const ScaledAxis axis = logAxis(low, high, base, limits);
        compare(axis.ticks, expected);
        QVERIFY(axis.ticks.size() >= 2 && axis.ticks.size() <= 8);
        for (const double tick : axis.ticks) {
            const double place = axis.position(tick);
            QVERIFY(place > -1e-9 && place < 1 + 1e-9);
        }
        QVERIFY(axis.transform.backward(axis.low) <= low && axis.transform.backward(axis.high) >= high);
    }

    void theOutermostValuesOfALogAxisAreSeen()
    {
        AxisShape shape;
        shape.scale = {ScaleKind::Log, 10, 1};
        shape.roomAround = true;
        for (const double low : {1.0, 0.001, 2.0, 8.0}) {
            const ScaledAxis axis = scaledAxis(ValueRange{low, 900}, {}, shape);
            QVERIFY(axis.position(low) < 0.97);
            QVERIFY(axis.position(low) > 0.4);
            QVERIFY(std::ranges::find(axis.ticks, 100.0) != axis.ticks.end());
        }
        for (const double high : {10.0, 1000.0, 5000.0, 9990.0}) {
            const ScaledAxis axis = scaledAxis(ValueRange{1, high}, {}, shape);
            QVERIFY(axis.position(high) > 0.03);
            QVERIFY(axis.position(high) < 0.3);
            QVERIFY(std::ranges::find(axis.ticks, 10.0) != axis.ticks.end());
        }
        // An end that the user wants is one.
        AxisLimits limits;
        limits.max = 1000;
        QCOMPARE(scaledAxis(ValueRange{2, 1000}, limits, shape).high, 3.0);
        limits.max.reset();
        limits.min = 1;
        QCOMPARE(scaledAxis(ValueRange{1, 900}, limits, shape).low, 0.0);
        shape.softMin = 1;
        QCOMPARE(scaledAxis(ValueRange{1, 900}, {}, shape).low, 0.0);
    }

    void aPartOfAPowerHasRoundTicks()
    {
        AxisLimits limits;
        limits.min = 120;
        limits.max = 180;
        const ScaledAxis axis = logAxis(130, 170, 10, limits);
        compare(axis.ticks, {120, 140, 160, 180});
    }

    void zeroAndBelowHaveNoPlaceOnALogAxis()
    {
        const ScaledAxis axis = logAxis(-50, 200, 10);
        QVERIFY(std::isnan(axis.position(0)) && std::isnan(axis.position(-3)));
        QVERIFY(axis.high > axis.low);
        QVERIFY(std::ranges::all_of(axis.ticks, [](double tick) { return tick > 0; }));
        const ScaledAxis nothing = logAxis(-50, -2, 10);
        QVERIFY(nothing.high > nothing.low && nothing.ticks.size() >= 2);
    }

    void aLogAxisIgnoresEndsThatItCannotHave()
    {
        AxisLimits limits;
        limits.min = 0;
        const ScaledAxis axis = logAxis(3, 80, 10, limits);
        QCOMPARE(axis.low, 0.0);
        QCOMPARE(axis.high, 2.0);
    }

    void symmetricTicks()
    {
        AxisShape shape;
        shape.scale = {ScaleKind::SymLog, 10, 1};
        AxisLimits limits;
        limits.maxTicks = 9;
        const ScaledAxis axis = scaledAxis(ValueRange{-80, 900}, limits, shape);
        compare(axis.ticks, {-100, -10, -1, 0, 1, 10, 100, 1000});
        QCOMPARE(axis.transform.forward(0), 0.0);
        QVERIFY(std::abs(axis.transform.backward(axis.transform.forward(-37)) + 37) < 1e-9);
        const ScaledAxis flat = scaledAxis(ValueRange{0.2, 0.4}, limits, shape);
        QVERIFY(flat.ticks.size() >= 2);
    }

    void softEndsAreReachedAndNotPassed_data()
    {
        QTest::addColumn<double>("low");
        QTest::addColumn<double>("high");
        QTest::addColumn<double>("expectedLow");
        QTest::addColumn<double>("expectedHigh");
        QTest::newRow("within") << 30.0 << 70.0 << 0.0 << 100.0;
        QTest::newRow("beyond") << -30.0 << 170.0 << -50.0 << 200.0;
        QTest::newRow("at the end") << 0.0 << 100.0 << 0.0 << 100.0;
    }
    void softEndsAreReachedAndNotPassed()
    {
        QFETCH(double, low);
        QFETCH(double, high);
        AxisShape shape;
        shape.softMin = 0;
        shape.softMax = 100;
        const ScaledAxis axis = scaledAxis(ValueRange{low, high}, {}, shape);
        QTEST(axis.low, "expectedLow");
        QTEST(axis.high, "expectedHigh");
    }

    void centredZero()
    {
        AxisShape shape;
        shape.centeredZero = true;
        const ScaledAxis axis = scaledAxis(ValueRange{-3, 42}, {}, shape);
        QCOMPARE(axis.low, -axis.high);
        QVERIFY(axis.high >= 42);
        QCOMPARE(axis.position(0), 0.5);
        QVERIFY(std::ranges::find(axis.ticks, 0.0) != axis.ticks.end());
    }

    /// Whatever a double can hold has its place on the axis.
    void theLargestNumbersHaveAPlace_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<double>("low");
        QTest::addColumn<double>("threshold");
        QTest::newRow("linear") << static_cast<int>(ScaleKind::Linear) << -1.7e308 << 1.0;
        QTest::newRow("log") << static_cast<int>(ScaleKind::Log) << 1e305 << 1.0;
        QTest::newRow("symlog") << static_cast<int>(ScaleKind::SymLog) << -1.7e308 << 1.0;
        QTest::newRow("symlog, small") << static_cast<int>(ScaleKind::SymLog) << -1.7e308 << 1e-5;
    }
    void theLargestNumbersHaveAPlace()
    {
        QFETCH(int, kind);
        QFETCH(double, low);
        QFETCH(double, threshold);
        AxisShape shape;
        shape.scale = {static_cast<ScaleKind>(kind), 10, threshold};
        const ScaledAxis axis = scaledAxis(ValueRange{low, 1.7e308}, {}, shape);
        const auto inside = [&](double value) {
            const double place = axis.position(value);
            return place >= 0 && place <= 1;
        };
        QVERIFY(inside(low) && inside(1.7e308));
        QVERIFY(axis.position(low) - axis.position(1.7e308) > 0.5);
        QVERIFY(axis.ticks.size() >= 2);
        for (const double tick : axis.ticks)
            QVERIFY(std::isfinite(tick) && inside(tick));
    }

    void everyAxisIsProper_data()
    {
        QTest::addColumn<int>("kind");
        QTest::newRow("linear") << static_cast<int>(ScaleKind::Linear);
        QTest::newRow("log") << static_cast<int>(ScaleKind::Log);
        QTest::newRow("symlog") << static_cast<int>(ScaleKind::SymLog);
    }
    void everyAxisIsProper()
    {
        QFETCH(int, kind);
        const double odd[] = {0, 1, -1, 5e-324, -5e-324, 1.7e308, -1.7e308, 1e-9, 1e9, 1e-30, 7, 7.0000001};
        for (const double base : {2.0, 10.0, 1.0, -3.0, std::nan("")}) {
            for (const double a : odd) {
                for (const double b : odd) {
                    for (const int ends : {0, 1, 2, 3}) {
                        AxisShape shape;
                        shape.scale = {static_cast<ScaleKind>(kind), base, base};
                        AxisLimits limits;
                        if ((ends & 1) != 0)
                            limits.min = b;
                        if ((ends & 2) != 0)
                            limits.max = a;
                        const ScaledAxis axis =
                            scaledAxis(ValueRange{std::min(a, b), std::max(a, b)}, limits, shape);
                        QVERIFY(axis.low < axis.high);
                        QVERIFY(std::isfinite(axis.low) && std::isfinite(axis.high));
                        QVERIFY(axis.ticks.size() <= 101);
                        QVERIFY(std::ranges::is_sorted(axis.ticks));
                    }
                }
            }
        }
        const ScaledAxis none =
            scaledAxis(std::nullopt, {}, {{static_cast<ScaleKind>(kind), 10, 1}, {}, {}, {}});
        QVERIFY(none.low < none.high && none.ticks.size() >= 2);
    }
};

SIGHTGLASS_TEST(ScaledAxisTest)

} // namespace

#include "scaledaxistest.moc"
