// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/categories/bardata.h"

#include "tests/support/testcase.h"
#include "tests/widgets/categories/framedbars.h"
#include "widgets/categories/barlayout.h"

#include <QTest>

#include <limits>
#include <string>
#include <vector>

namespace {

using namespace sightglass;
using namespace sightglass::test;

constexpr double nan = std::numeric_limits<double>::quiet_NaN();

class BarDataTest : public sightglass::test::TestCase
{
    Q_OBJECT

private slots:
    void categoriesAndSeries()
    {
        const BarData data = dataOf(cities());
        QCOMPARE(data.categories, (std::vector<QString>{QStringLiteral("Oslo"), QStringLiteral("Rome"),
                                                        QStringLiteral("<b>Bern</b>")}));
        QCOMPARE(data.series.size(), std::size_t(2));
        QCOMPARE(data.series[0].values[1], -4.0);
        QVERIFY(std::isnan(data.series[1].values[2]));
        QVERIFY(data.series[0].color != data.series[1].color);
    }

    void theFieldOfTheOptionsIsTaken()
    {
        BarChartOptions options;
        options.xField = "zone";
        const BarData data = dataOf(framed({textField("city", {"a", "b"}),
                                            textField("zone", {"north", "south"}), numberField("v", {1, 2})}),
                                    options);
        QCOMPARE(data.categories[0], QStringLiteral("north"));
    }

    void framesAreJoined()
    {
        auto data = std::make_shared<PanelData>();
        Frame first;
        first.fields = {textField("city", {"a", "b"}), numberField("x", {1, 2})};
        Frame second;
        second.fields = {textField("city", {"b", "c"}), numberField("y", {3, 4})};
        data->frames = std::make_shared<const std::vector<Frame>>(std::vector<Frame>{first, second});
        const BarData bars = dataOf(data);
        QCOMPARE(bars.categories.size(), std::size_t(3));
        QCOMPARE(bars.series.size(), std::size_t(2));
        QVERIFY(std::isnan(bars.series[0].values[2]));
        QCOMPARE(bars.series[1].values[1], 3.0);
        QVERIFY(std::isnan(bars.series[1].values[0]));
    }

    void withoutFramesSeriesAreCategories()
    {
        auto data = std::make_shared<PanelData>();
        for (const char *name : {"a", "b"}) {
            PanelSeries series;
            series.name = name;
            series.samples = {{0, 1}, {1000, 2}};
            data->series.push_back(series);
        }
        const BarData bars = dataOf(data);
        QCOMPARE(bars.categories.size(), std::size_t(2));
        QCOMPARE(bars.series.at(0).values[0], 2.0);
    }

    void anotherFieldColors()
    {
        BarChartOptions options;
        options.colorByField = "level";
        Field level = numberField("level", {1, 100});
        level.config.thresholds =
            Thresholds{ThresholdsMode::Absolute, {{std::nullopt, "green"}, {50, "red"}}};
        const BarData data =
            dataOf(framed({textField("city", {"a", "b"}), numberField("v", {1, 2}), level}), options);
        QCOMPARE(data.series.size(), std::size_t(1));
        QCOMPARE(data.series[0].colors[0], darkTheme().named("green"));
        QCOMPARE(data.series[0].colors[1], darkTheme().named("red"));
    }

    /// The only column of numbers has the bars, whatever else it does.
    void theOnlyFieldColorsItself()
    {
        BarChartOptions options;
        options.colorByField = "v";
        const BarData data =
            dataOf(framed({textField("city", {"a", "b"}), numberField("v", {1, 2})}), options);
        QVERIFY(data.problem.isEmpty());
        QCOMPARE(data.series.size(), std::size_t(1));
        QCOMPARE(data.series[0].values[1], 2.0);
    }

    void whatIsMissingIsSaid()
    {
        QVERIFY(!dataOf(framed({numberField("v", {1})})).problem.isEmpty());
        QVERIFY(!dataOf(framed({textField("a", {"x"})})).problem.isEmpty());
    }

    void tooManyCategoriesAreCounted()
    {
        std::vector<std::string> names;
        std::vector<double> values;
        for (std::size_t i = 0; i < mostCategories + 7; ++i) {
            names.push_back(std::to_string(i));
            values.push_back(1);
        }
        const BarData data = dataOf(framed({textField("n", names), numberField("v", values)}));
        QCOMPARE(data.categories.size(), mostCategories);
        QCOMPARE(data.leftOut, std::size_t(7));
    }

    void spans_data()
    {
        QTest::addColumn<StackingMode>("mode");
        QTest::addColumn<QList<double>>("ends");
        QTest::newRow("none") << StackingMode::None << QList<double>{0, 3, 0, -1, 0, 1};
        QTest::newRow("normal") << StackingMode::Normal << QList<double>{0, 3, 0, -1, 3, 4};
        QTest::newRow("percent") << StackingMode::Percent << QList<double>{0, 0.6, 0, -0.2, 0.6, 0.8};
    }

    void spans()
    {
        QFETCH(StackingMode, mode);
        QFETCH(QList<double>, ends);
        const std::vector<double> values{3, -1, nan, 1};
        const auto made = barSpans(values, mode);
        QVERIFY(!made[2]);
        QList<double> found;
        for (const auto &span : made) {
            if (span)
                found << span->from << span->to;
        }
        QCOMPARE(found.size(), ends.size());
        for (qsizetype i = 0; i < ends.size(); ++i)
            QVERIFY(std::abs(found[i] - ends[i]) < 1e-12);
        QVERIFY(made[3]->outermost && made[1]->outermost);
    }
};

SIGHTGLASS_TEST(BarDataTest)

} // namespace

#include "bardatatest.moc"
