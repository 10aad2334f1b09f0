// SPDX-License-Identifier: GPL-3.0-or-later
// What a time series panel makes of its data before it is drawn: axes, values on them, styles, colours.
#include "tests/support/testcase.h"
#include "widgets/plots/plotstyle.h"
#include "widgets/plots/plottedseries.h"
#include "widgets/plots/serieslooks.h"

#include <QTest>

#include <algorithm>
#include <cmath>

namespace {

using namespace sightglass;

constexpr double nan = std::numeric_limits<double>::quiet_NaN();
constexpr double infinity = std::numeric_limits<double>::infinity();
using Samples = std::vector<Sample>;

/// A panel's data, each series with a config of its own.
struct Made
{
    std::shared_ptr<PanelSpec> spec = std::make_shared<PanelSpec>();
    std::shared_ptr<PanelData> data = std::make_shared<PanelData>();

    FieldConfig &add(const std::string &name, Samples samples)
    {
        auto config = std::make_shared<FieldConfig>();
        PanelSeries series;
        series.name = name;
        series.labels = Labels::withName("metric", {{"name", name}});
        series.samples = std::move(samples);
        series.config = config;
        data->series.push_back(std::move(series));
        return *config;
    }
    [[nodiscard]] PlotData plotted() const
    {
        return PlotData(spec, data, std::vector<bool>(data->series.size(), true));
    }
};

bool same(std::span<const Sample> samples, const Samples &expected)
{
    return std::ranges::equal(samples, expected);
}

class TimeSeriesDataTest : public sightglass::test::TestCase
{
    Q_OBJECT

private slots:
    void axesByUnit()
    {
        Made made;
        made.add("a", {}).unit = "s";
        made.add("b", {}).unit = "bytes";
        made.add("c", {}).unit = "s";
        made.add("d", {}).unit = "ops";
        const AxesPlan plan = planAxes(*made.spec, *made.data);
        QCOMPARE(plan.axisOf, (std::vector<std::size_t>{0, 1, 0, 2}));
        QVERIFY(plan.axes[0].side == AxisSide::Left);
        QVERIFY(plan.axes[1].side == AxisSide::Right && plan.axes[2].side == AxisSide::Right);
        QVERIFY(plan.axes[0].grid && !plan.axes[1].grid && !plan.axes[2].grid);
        QCOMPARE(plan.axes[0].series, (std::vector<std::size_t>{0, 2}));
    }

    void axesByPlacementScaleAndEnds()
    {
        Made made;
        made.add("a", {}).graph.axisPlacement = AxisPlacement::Right;
        made.add("b", {}).graph.scale = ScaleDistribution{ScaleKind::Log, 10, 1};
        made.add("c", {}).max = 10;
        made.add("d", {}).graph.axisPlacement = AxisPlacement::Hidden;
        made.add("e", {}).graph.axisLabel = "rate";
        const AxesPlan plan = planAxes(*made.spec, *made.data);
        QCOMPARE(plan.axes.size(), std::size_t{5});
        QVERIFY(plan.axes[0].side == AxisSide::Right);
        QVERIFY(plan.axes[1].side == AxisSide::Left);
        QVERIFY(plan.axes[2].side == AxisSide::Right);
        QVERIFY(plan.axes[3].side == AxisSide::Hidden);
        QVERIFY(plan.axes[4].label == "rate");
    }

    void withoutSeriesThereIsTheAxisOfThePanel()
    {
        Made made;
        made.spec->field.unit = "s";
        const AxesPlan plan = planAxes(*made.spec, *made.data);
        QCOMPARE(plan.axes.size(), std::size_t{1});
        QVERIFY(plan.axes[0].unit == "s" && plan.axes[0].grid);
    }

    void theGridCanBeAnotherAxis()
    {
        Made made;
        made.add("a", {}).graph.axisGrid = false;
        FieldConfig &second = made.add("b", {});
        second.unit = "s";
        second.graph.axisGrid = true;
        QCOMPARE(planAxes(*made.spec, *made.data).gridAxis(), std::size_t{1});
    }

    void gaps_data()
    {
        QTest::addColumn<int>("what");
        QTest::addColumn<qint64>("gap");
        QTest::newRow("the step's") << 0 << qint64{1750};
        QTest::newRow("insert nulls") << 1 << qint64{1200};
        QTest::newRow("inserting further away changes nothing") << 2 << qint64{1750};
        QTest::newRow("span shorter gaps") << 3 << qint64{60'000};
        QTest::newRow("span no gaps") << 4 << qint64{1750};
    }
    void gaps()
    {
        QFETCH(int, what);
        GraphConfig graph;
        if (what == 1 || what == 2)
            graph.insertNullsMs = what == 1 ? 1200 : 90'000;
        if (what == 3)
            graph.spanNulls = 60'000.0;
        if (what == 4)
            graph.spanNulls = false;
        QTEST(static_cast<qint64>(gapOf(graph, 1000)), "gap");
        graph.spanNulls = true;
        QVERIFY(gapOf(graph, 1000) > 1'000'000'000'000);
    }

    void plainSeriesAreNotCopied()
    {
        Made made;
        made.add("a", {{1, 1}, {2, nan}});
        const PlotData plotted = made.plotted();
        QCOMPARE(plotted.series()[0].drawn.data(), made.data->series[0].samples.data());
    }

    void transforms()
    {
        Made made;
        made.add("negative", {{1, 1}, {2, -2}}).graph.transform = ValueTransform::NegativeY;
        made.add("constant", {{1, nan}, {2, 7}, {9, 8}}).graph.transform = ValueTransform::Constant;
        made.add("spanned", {{1, 1}, {2, nan}, {3, infinity}, {4, 4}}).graph.spanNulls = true;
        const PlotData plotted = made.plotted();
        QVERIFY(same(plotted.series()[0].drawn, {{1, -1}, {2, 2}}));
        QVERIFY(same(plotted.series()[0].samples, {{1, 1}, {2, -2}}));
        QVERIFY(same(plotted.series()[1].drawn, {{1, 7}, {9, 7}}));
        QVERIFY(same(plotted.series()[2].drawn, {{1, 1}, {4, 4}}));
    }

    void stacksByGroupAndMode()
    {
        Made made;
        for (const char *name : {"a", "b", "c", "d"})
            made.add(name, {{1, 2}}).graph.stacking =
                Stacking{StackingMode::Normal, name[0] < 'c' ? "x" : "y"};
        made.add("e", {{1, 30}});
        const PlotData plotted = made.plotted();
        QVERIFY(same(plotted.series()[1].drawn, {{1, 4}}) && same(plotted.series()[1].base, {{1, 2}}));
        QVERIFY(same(plotted.series()[3].drawn, {{1, 4}}));
        QVERIFY(same(plotted.series()[4].drawn, {{1, 30}}) && plotted.series()[4].base.empty());
        QCOMPARE(plotted.valuesOn(0), (ValueRange{0, 30}));
    }

    void negatedSeriesStackDownwards()
    {
        Made made;
        for (const char *name : {"in", "out", "out too"}) {
            FieldConfig &config = made.add(name, {{1, 5}});
            config.graph.stacking = Stacking{StackingMode::Normal, {}};
            if (name[0] == 'o')
                config.graph.transform = ValueTransform::NegativeY;
        }
        const PlotData plotted = made.plotted();
        QVERIFY(same(plotted.series()[0].drawn, {{1, 5}}));
        QVERIFY(same(plotted.series()[2].drawn, {{1, -10}}));
        QVERIFY(same(plotted.series()[2].base, {{1, -5}}));
    }

    void percentHasAnAxisOfShares()
    {
        Made made;
        for (const double value : {1.0, 3.0}) {
            FieldConfig &config = made.add(value < 2 ? "a" : "b", {{1, value}});
            config.unit = "bytes";
            config.graph.stacking = Stacking{StackingMode::Percent, {}};
        }
        const PlotData plotted = made.plotted();
        QVERIFY(same(plotted.series()[1].drawn, {{1, 1}}) && same(plotted.series()[0].drawn, {{1, 0.25}}));
        QVERIFY(plotted.axes().axes[0].unit == "percentunit");
    }

    void aZeroOnALogAxisLosesOnlyItself()
    {
        Made made;
        made.add("a", {{1, 10}, {2, 0}, {3, 1000}, {4, -5}, {5, 100}}).graph.scale =
            ScaleDistribution{ScaleKind::Log, 10, 1};
        const PlotData plotted = made.plotted();
        const auto drawn = plotted.series()[0].drawn;
        QCOMPARE(drawn.size(), std::size_t{5});
        QVERIFY(drawn[0].v == 1 && std::isnan(drawn[1].v) && drawn[2].v == 3 && std::isnan(drawn[3].v) &&
                drawn[4].v == 2);
        QCOMPARE(plotted.valuesOn(0), (ValueRange{10, 1000}));
    }

    void fillBelowToAnother()
    {
        Made made;
        made.add("high", {{1, 9}}).graph.fillBelowTo = "low";
        made.add("low", {{1, 3}});
        QVERIFY(same(made.plotted().series()[0].base, {{1, 3}}));
    }

    void bandsWithoutABound()
    {
        Made made;
        made.add("p99", {{1, 5}, {2, 6}});
        made.data->bands = {{0, {{1, 1}, {2, -infinity}}, {{1, 10}, {2, infinity}}}};
        const PlotData plotted = made.plotted();
        QCOMPARE(plotted.bands().size(), std::size_t{1});
        QVERIFY(plotted.bands()[0].low[1].v < -1e200 && std::isfinite(plotted.bands()[0].low[1].v));
        QCOMPARE(plotted.valuesOn(0), (ValueRange{1, 10}));
    }

    void hiddenSeriesAreNotDrawn()
    {
        Made made;
        made.add("a", {{1, 1}}).graph.hideFrom = HideFrom{false, false, true};
        made.add("b", {{1, 2}});
        made.add("c", {{1, 3}});
        const PlotData plotted(made.spec, made.data, {true, true, false});
        QCOMPARE(plotted.series().size(), std::size_t{1});
        QCOMPARE(plotted.series()[0].series, std::size_t{1});
    }

    void manySamplesHaveAPyramid()
    {
        Made made;
        Samples samples;
        for (int i = 0; i < 50'000; ++i)
            samples.push_back({i, i == 777 ? 1e6 : 1.0});
        made.add("a", samples);
        const PlotData plotted = made.plotted();
        QVERIFY(plotted.series()[0].pyramid != nullptr);
        QCOMPARE(plotted.valuesOn(0), (ValueRange{1, 1e6}));
    }

    void stylesInDevicePixels()
    {
        GraphConfig graph;
        graph.lineWidth = 2;
        graph.lineStyle = LineStyle{{10, 0, 0.1}};
        graph.pointSize = 6;
        graph.points = PointsShown::Always;
        StyleContext context;
        context.ratio = 2;
        SeriesStyle style = seriesStyle(graph, {}, context);
        QCOMPARE(*style.lineWidth, 4.0);
        QCOMPARE(style.dash, (std::vector<int>{20, 1, 1, 20, 1, 1}));
        QCOMPARE(style.pointRadius, 6.0);
        graph.lineStyle = LineStyle{{0, 3}};
        style = seriesStyle(graph, {}, context);
        QCOMPARE(style.dash, (std::vector<int>{4, 6}));
        graph.lineStyle.reset();
        QCOMPARE(seriesStyle(graph, {Qt::red, {6, 3}}, context).dash, (std::vector<int>{12, 6}));
    }

    void pointsWhereThereIsRoom()
    {
        StyleContext context;
        context.stepMs = 1000;
        context.bucketUs = 100'000; // 10 pixels a sample
        QCOMPARE(seriesStyle({}, {}, context).pointRadius, 0.0);
        context.bucketUs = 50'000;
        QCOMPARE(seriesStyle({}, {}, context).pointRadius, 2.5);
    }

    void barsLieWhereTheyAreAligned()
    {
        GraphConfig graph;
        graph.drawStyle = DrawStyle::Bars;
        graph.barWidthFactor = 0.5;
        StyleContext context;
        context.stepMs = 1000;
        context.bucketUs = 10'000;
        QCOMPARE(seriesStyle(graph, {}, context).bar, (BarReach{250'000, 250'000}));
        graph.barAlignment = BarAlignment::After;
        QCOMPARE(seriesStyle(graph, {}, context).bar, (BarReach{0, 500'000}));
        graph.barAlignment = BarAlignment::Before;
        QCOMPARE(seriesStyle(graph, {}, context).bar, (BarReach{500'000, 0}));
    }

    void hostileStyles()
    {
        GraphConfig graph;
        graph.lineWidth = 1e300;
        graph.pointSize = infinity;
        graph.points = PointsShown::Always;
        graph.lineStyle = LineStyle{std::vector<double>(100'000, 1.0)};
        const SeriesStyle style = seriesStyle(graph, {}, {});
        QVERIFY(*style.lineWidth <= 50 && style.pointRadius <= 100 && style.dash.size() <= 64);
        graph.lineStyle = LineStyle{{nan, 4}};
        QVERIFY(seriesStyle(graph, {}, {}).dash.empty());
    }

    void aBookKeepsColoursOverPanels()
    {
        Made first;
        first.add("a", {});
        first.add("b", {});
        Made second;
        second.add("b", {});
        second.add("c", {});
        for (Made *made : {&first, &second}) {
            for (PanelSeries &series : made->data->series)
                series.config.reset();
        }
        const auto book = std::make_shared<SeriesColorBook>();
        SeriesLooks one;
        SeriesLooks other;
        one.setBook(book);
        other.setBook(book);
        const auto left = one.looks(*first.spec, *first.data, darkTheme());
        const auto right = other.looks(*second.spec, *second.data, darkTheme());
        QCOMPARE(right[0].color, left[1].color);
        QVERIFY(right[1].color != left[0].color && right[1].color != left[1].color);
        // One that goes and comes back has its colour again; the others keep theirs.
        first.data->series.erase(first.data->series.begin());
        QCOMPARE(one.looks(*first.spec, *first.data, darkTheme())[0].color, left[1].color);
    }

    void metricsOfOneTargetHaveColoursOfTheirOwn()
    {
        // The same labels all: quantiles, or metrics of one target.
        const auto panelOf = [](const std::vector<std::string> &names) {
            PanelData data;
            for (const std::string &name : names) {
                PanelSeries series;
                series.labels = Labels(std::vector<Label>{{"instance", "a"}, {"job", "b"}});
                series.name = name;
                series.query = data.series.size();
                series.samples = {{1000, 1}};
                data.series.push_back(std::move(series));
            }
            return data;
        };
        const auto book = std::make_shared<SeriesColorBook>();
        const auto looksOf = [&book](const PanelData &data) {
            SeriesLooks looks;
            looks.setBook(book);
            return looks.looks(PanelSpec(), data, darkTheme());
        };
        const auto all = looksOf(panelOf({"p50", "p95", "p99"}));
        for (std::size_t i = 0; i < all.size(); ++i) {
            QVERIFY(all[i].dash.empty());
            for (std::size_t k = 0; k < i; ++k)
                QVERIFY(all[i].color != all[k].color);
        }
        // The same in another panel of the dashboard.
        const auto again = looksOf(panelOf({"p50", "p99"}));
        QCOMPARE(again[0].color, all[0].color);
        QCOMPARE(again[1].color, all[2].color);
    }

    void dashesWhenColoursRunOut()
    {
        Made made;
        for (std::size_t i = 0; i < seriesColorCount + 3; ++i) {
            made.add("series " + std::to_string(i), {});
            made.data->series.back().config.reset();
        }
        SeriesLooks looks;
        const auto all = looks.looks(*made.spec, *made.data, darkTheme());
        for (std::size_t i = 0; i < all.size(); ++i) {
            QCOMPARE(all[i].dash.empty(), i < seriesColorCount);
            for (std::size_t k = 0; k < i; ++k)
                QVERIFY(all[i].color != all[k].color || all[i].dash != all[k].dash);
        }
    }

    void configuredColours()
    {
        Made made;
        made.add("fixed", {}).color = FieldColor{ColorMode::Fixed, "#123456", {}, ColorBy::Last};
        FieldConfig &steps = made.add("steps", {{1, 1}, {2, 50}, {3, nan}});
        steps.color = FieldColor{ColorMode::Thresholds, {}, {}, ColorBy::Last};
        steps.thresholds = Thresholds{ThresholdsMode::Absolute, {{std::nullopt, "#111111"}, {10, "#222222"}}};
        SeriesLooks looks;
        const auto all = looks.looks(*made.spec, *made.data, darkTheme());
        QCOMPARE(all[0].color, QColor(0x12, 0x34, 0x56));
        QCOMPARE(all[1].color, QColor(0x22, 0x22, 0x22));
    }

    /// Both of Grafana's palettes are ours: nobody's colour goes by its place in the panel, and dashes come
    /// when colours run out.
    void palettes_data()
    {
        QTest::addColumn<int>("mode");
        QTest::newRow("classic") << int(ColorMode::PaletteClassic);
        QTest::newRow("by name") << int(ColorMode::PaletteClassicByName);
    }
    void palettes()
    {
        QFETCH(int, mode);
        const auto looksOf = [mode](const std::vector<std::string> &names,
                                    const std::shared_ptr<SeriesColorBook> &book) {
            Made made;
            for (const std::string &name : names)
                made.add(name, {}).color = FieldColor{static_cast<ColorMode>(mode), {}, {}, ColorBy::Last};
            SeriesLooks looks;
            looks.setBook(book);
            return looks.looks(*made.spec, *made.data, darkTheme());
        };
        const auto book = std::make_shared<SeriesColorBook>();
        const auto all = looksOf({"a", "b", "c"}, book);
        const auto last = looksOf({"c"}, book);
        QCOMPARE(last[0].color, all[2].color);
        const auto turned = looksOf({"c", "b", "a"}, std::make_shared<SeriesColorBook>());
        QCOMPARE(turned[0].color, all[2].color);
        std::vector<std::string> many;
        for (std::size_t i = 0; i < seriesColorCount + 3; ++i)
            many.push_back("series " + std::to_string(i));
        QVERIFY(!looksOf(many, book).back().dash.empty());
    }

    /// Sums and quantiles have no labels, and maxima and sums the same ones: their names tell them apart,
    /// whatever else a panel has and in which order.
    void namesTellApartWhatLabelsDoNot()
    {
        struct One
        {
            std::string name;
            Labels labels;
        };
        const auto book = std::make_shared<SeriesColorBook>();
        const auto looksOf = [&book](const std::vector<One> &series) {
            Made made;
            for (const One &one : series) {
                made.add(one.name, {});
                made.data->series.back().labels = one.labels;
            }
            SeriesLooks looks;
            looks.setBook(book);
            return looks.looks(*made.spec, *made.data, darkTheme());
        };
        const Labels a(std::vector<Label>{{"x", "a"}});
        const auto alone = looksOf({{"p99", {}}});
        const auto all = looksOf({{"p50", {}}, {"p90", {}}, {"p99", {}}});
        const auto turned = looksOf({{"p99", {}}, {"p50", {}}});
        QCOMPARE(all[2].color, alone[0].color);
        QCOMPARE(turned[0].color, alone[0].color);
        QCOMPARE(turned[1].color, all[0].color);
        QVERIFY(all[0].color != all[1].color && all[1].color != all[2].color && all[0].color != all[2].color);
        for (const SeriesLook &look : all)
            QVERIFY(look.dash.empty());
        const auto both = looksOf({{"max a", a}, {"sum a", a}});
        const auto reversed = looksOf({{"sum a", a}, {"max a", a}});
        QCOMPARE(reversed[0].color, both[1].color);
        QCOMPARE(reversed[1].color, both[0].color);
    }

    void rowsOfThresholds()
    {
        FieldConfig config;
        config.color = FieldColor{ColorMode::Thresholds, {}, {}, ColorBy::Last};
        config.thresholds =
            Thresholds{ThresholdsMode::Absolute, {{std::nullopt, "#111111"}, {50, "#222222"}}};
        config.graph.gradient = GradientMode::Scheme;
        QVERIFY(coloredByValue(config));
        const ScaledAxis axis{{}, 0, 100, {}};
        const std::vector<QRgb> rows = schemeRows(config, axis, 10, darkTheme());
        QCOMPARE(rows[4], 0xff222222);
        QCOMPARE(rows[5], 0xff111111);
        QCOMPARE(schemeStops(config, darkTheme()).front().second, QColor(0x11, 0x11, 0x11));
    }
};

SIGHTGLASS_TEST(TimeSeriesDataTest)

} // namespace

#include "timeseriesdatatest.moc"
