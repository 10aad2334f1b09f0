// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/core/median.h"

#include "tests/support/testcase.h"

#include <QTest>

#include <limits>
#include <vector>

namespace {

using namespace sightglass;

class MedianTest : public sightglass::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void isInTheMiddle_data()
    {
        QTest::addColumn<std::vector<double>>("values");
        QTest::addColumn<double>("median");
        constexpr double huge = std::numeric_limits<double>::max();
        QTest::newRow("one") << std::vector{3.0} << 3.0;
        QTest::newRow("odd") << std::vector{9.0, 1.0, 4.0} << 4.0;
        QTest::newRow("even") << std::vector{8.0, 1.0, 2.0, 3.0} << 2.5;
        QTest::newRow("no overflow") << std::vector{huge, huge} << huge;
        QTest::newRow("both ends of what there is") << std::vector{huge, -huge} << 0.0;
    }

    void isInTheMiddle()
    {
        QFETCH(std::vector<double>, values);
        QFETCH(const double, median);
        QCOMPARE(medianOf(values), std::optional(median));
    }

    void ofNothingThereIsNone() { QVERIFY(!medianOf({})); }
};

} // namespace

SIGHTGLASS_TEST(MedianTest)

#include "mediantest.moc"
