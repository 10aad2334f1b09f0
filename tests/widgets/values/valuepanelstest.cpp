// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testcase.h"
#include "tests/widgets/panels/syntheticdata.h"
#include "widgets/panelkit/seriesstats.h"
#include "widgets/panels/panelfactory.h"
#include "widgets/tables/instanttablemodel.h"
#include "widgets/tables/tablepanel.h"
#include "widgets/values/statpanel.h"

#include <QAbstractItemModelTester>
#include <QBuffer>
#include <QPainter>
#include <QSvgGenerator>
#include <QTableView>
#include <QTest>

#include <cmath>

namespace {

using namespace sightglass;

PanelData instants(const std::vector<std::pair<std::string, double>> &values)
{
    PanelData data;
    data.range = {0, 1000};
    for (const auto &[name, value] : values)
        data.series.push_back({Labels({{"job", "j"}, {"name", name}}), name, 0, {{1000, value}}});
    return data;
}

PanelSpec thresholds()
{
    PanelSpec spec;
    spec.field.thresholds =
        Thresholds{ThresholdsMode::Absolute, {{std::nullopt, "good"}, {10, "warning"}, {20, "critical"}}};
    return spec;
}

class ValuePanelsTest : public sightglass::test::TestCase
{
    Q_OBJECT

private slots:
    void calculations_data()
    {
        QTest::addColumn<int>("calculation");
        QTest::addColumn<double>("expected");
        QTest::newRow("last that is a number") << static_cast<int>(Calculation::LastNotNull) << 2.0;
        QTest::newRow("min") << static_cast<int>(Calculation::Min) << -1.0;
        QTest::newRow("max") << static_cast<int>(Calculation::Max) << 5.0;
        QTest::newRow("mean") << static_cast<int>(Calculation::Mean) << 2.0;
        QTest::newRow("sum") << static_cast<int>(Calculation::Sum) << 6.0;
    }
    void calculations()
    {
        QFETCH(int, calculation);
        const std::vector<Sample> samples{{1, -1}, {2, std::nan("")}, {3, 5}, {4, 2}, {5, std::nan("")}};
        QTEST(calculateSeries(static_cast<Calculation>(calculation), samples).value(), "expected");
        // The sum of nothing is zero, as in Grafana.
        const bool ofNothing = static_cast<Calculation>(calculation) == Calculation::Sum;
        const auto none =
            calculateSeries(static_cast<Calculation>(calculation), std::span(samples).subspan(1, 1));
        QCOMPARE(none.has_value(), ofNothing);
        QCOMPARE(calculateSeries(static_cast<Calculation>(calculation), {}).has_value(), ofNothing);
    }

    /// Wherever it stands, beside NaN and infinities.
    void extremesAreFoundAtEveryPlace()
    {
        constexpr std::size_t count = 11;
        constexpr double infinity = std::numeric_limits<double>::infinity();
        for (std::size_t place = 0; place < count; ++place) {
            for (const double value : {7.0, infinity, -infinity}) {
                std::vector<Sample> samples(count, {0, std::nan("")});
                samples[place].v = value;
                QCOMPARE(calculateSeries(Calculation::Max, samples), std::optional(value));
                QCOMPARE(calculateSeries(Calculation::Min, samples), std::optional(value));
                samples[(place + 5) % count].v = 7;
                QCOMPARE(calculateSeries(Calculation::Max, samples), std::optional(std::max(value, 7.0)));
                QCOMPARE(calculateSeries(Calculation::Min, samples), std::optional(std::min(value, 7.0)));
            }
        }
    }

    void thresholdsAreInclusive_data()
    {
        QTest::addColumn<double>("value");
        QTest::addColumn<SemanticColor>("expected");
        QTest::newRow("below") << 9.99 << SemanticColor::Good;
        QTest::newRow("at a step") << 10.0 << SemanticColor::Warning;
        QTest::newRow("above all") << 1e300 << SemanticColor::Critical;
        QTest::newRow("minus infinity") << -std::numeric_limits<double>::infinity() << SemanticColor::Good;
        QTest::newRow("NaN") << std::nan("") << SemanticColor::Neutral;
    }
    void thresholdsAreInclusive()
    {
        QFETCH(double, value);
        QFETCH(SemanticColor, expected);
        const Theme theme = darkTheme();
        QCOMPARE(valueColor(thresholds().field, value, {}, theme), theme.semantic(expected));
        QCOMPARE(valueColor({}, 1, {}, theme), theme.accent);
    }

    void gaugeEnds()
    {
        PanelSpec spec;
        spec.field.unit = "percentunit";
        const GaugeRange ratio =
            gaugeRange(spec.field, instantValues(spec, instants({{"a", 0.4}}), darkTheme()));
        QCOMPARE(ratio.low, 0.0);
        QCOMPARE(ratio.high, 1.0);
        QCOMPARE(ratio.share(0.25), 0.25);
        QCOMPARE(ratio.share(7), 1.0);
        QCOMPARE(ratio.share(std::nan("")), 0.0);
        spec.field.unit = "short";
        spec.field.max = 500;
        QCOMPARE(gaugeRange(spec.field, instantValues(spec, instants({{"a", 900}}), darkTheme())).high,
                 500.0);
        spec.field.max.reset();
        QVERIFY(gaugeRange(spec.field, instantValues(spec, instants({{"a", 900}}), darkTheme())).high >= 900);
        QVERIFY(gaugeRange(spec.field, {}).high > gaugeRange(spec.field, {}).low);
    }

    void gaugesTakeWhatDoublesTake_data()
    {
        QTest::addColumn<double>("value");
        QTest::addColumn<double>("share"); ///< at least
        QTest::newRow("1e305") << 1e305 << 0.5;
        QTest::newRow("the largest") << std::numeric_limits<double>::max() << 0.5;
        QTest::newRow("infinite") << std::numeric_limits<double>::infinity() << 1.0;
    }
    void gaugesTakeWhatDoublesTake()
    {
        QFETCH(double, value);
        QFETCH(double, share);
        PanelSpec spec;
        spec.options = GaugeOptions();
        for (const double sign : {1.0, -1.0}) {
            const auto values = instantValues(spec, instants({{"a", sign * value}}), darkTheme());
            const GaugeRange range = values.front().range;
            QVERIFY(std::isfinite(range.low) && std::isfinite(range.high) && range.low < range.high);
            const GaugeSpan span = range.span(sign * value);
            QVERIFY2(span.to - span.from >= share, qPrintable(QString::number(span.to - span.from)));
        }
        const auto both = instantValues(spec, instants({{"a", value}, {"b", -value}, {"c", 0}}), darkTheme());
        const GaugeRange range = both.front().range;
        QVERIFY(range.share(-value) < 0.25 && range.share(value) > 0.75);
        QVERIFY(std::abs(range.share(0) - 0.5) < 0.1 || std::isinf(value));
    }

    void quantilesTellTheirBucket_data()
    {
        QTest::addColumn<double>("low");
        QTest::addColumn<double>("high");
        QTest::addColumn<QString>("expected");
        const double infinity = std::numeric_limits<double>::infinity();
        QTest::newRow("a bucket") << 0.25 << 0.5 << "between 250 ms and 500 ms";
        QTest::newRow("the last") << 10.0 << infinity << "above 10 s";
        QTest::newRow("the first") << -infinity << 0.5 << "up to 500 ms";
        QTest::newRow("unknown") << -infinity << infinity << "";
    }
    void quantilesTellTheirBucket()
    {
        QFETCH(double, low);
        QFETCH(double, high);
        QFETCH(QString, expected);
        PanelData data = instants({{"a", std::isinf(high) ? 10 : 0.4}});
        data.bands.push_back({0, {{1000, low}}, {{1000, high}}});
        for (const PanelType type : {PanelType::Stat, PanelType::Gauge, PanelType::BarGauge}) {
            PanelSpec spec;
            spec.options = standardOptions(type);
            spec.field.unit = "s";
            const std::unique_ptr<PanelView> panel(createPanelView(spec, darkTheme(), nullptr));
            auto *view = qobject_cast<ValueView *>(panel.get());
            view->resize(300, 200);
            view->setData(std::make_shared<const PanelData>(data));
            const std::size_t drawn = view->drawing().items().size();
            QCOMPARE(view->values().front().boundsText, expected);
            QVERIFY(expected.isEmpty() || view->toolTipAt({150, 100}).contains(expected));
            QVERIFY(view->accessibleDescription().contains(expected));
            // It is drawn, too.
            PanelData bare = data;
            bare.bands.clear();
            view->setData(std::make_shared<const PanelData>(bare));
            QVERIFY(!view->values().front().bounds);
            QVERIFY(expected.isEmpty() || view->drawing().items().size() < drawn);
        }
        // The band of another time is not the value's.
        data.bands.front().low.front().t = data.bands.front().high.front().t = 0;
        QVERIFY(!instantValues({}, data, darkTheme()).front().bounds);
    }

    void sparklinesAreExportedAsLines()
    {
        PanelSpec spec;
        StatOptions options;
        options.graph = StatGraph::Area;
        spec.options = options;
        PanelData data = instants({{"a", 12}});
        data.series.front().samples = {{0, 1}, {500, 7}, {1000, 12}};
        data.stepMs = 500;
        StatPanel panel(spec, darkTheme());
        panel.resize(300, 200);
        panel.setData(std::make_shared<const PanelData>(data));
        QCOMPARE(panel.drawing().all<DisplayList::Picture>().size(), std::size_t(1));
        QByteArray svg;
        QBuffer buffer(&svg);
        QSvgGenerator generator;
        generator.setOutputDevice(&buffer);
        generator.setSize(panel.size());
        QPainter onto(&generator);
        panel.exportTo(onto);
        onto.end();
        QVERIFY(!svg.contains("<image"));
        QVERIFY(svg.contains("<path") || svg.contains("<polyline"));
        // The screen's picture is the same as before.
        QCOMPARE(panel.drawing().all<DisplayList::Picture>().size(), std::size_t(1));
    }

    void statSpeaksItsValues()
    {
        StatPanel panel(thresholds(), darkTheme());
        panel.resize(200, 120);
        panel.setData(std::make_shared<const PanelData>(instants({{"a", 12}, {"b", std::nan("")}})));
        QCOMPARE(panel.values().size(), std::size_t{2});
        QCOMPARE(panel.values()[0].color, darkTheme().semantic(SemanticColor::Warning));
        QVERIFY(panel.accessibleDescription().contains(QStringLiteral("a 12, b NaN")));
        QVERIFY(!panel.grab().isNull());
    }

    void tableModelKeepsItsRows()
    {
        InstantTableModel model(thresholds(), darkTheme());
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        int resets = 0;
        connect(&model, &QAbstractItemModel::modelReset, this, [&resets] { ++resets; });
        model.setData(instants({{"a", 1}, {"b", 15}}));
        QCOMPARE(model.rowCount(), 2);
        // "job" is the same everywhere and tells nothing.
        QCOMPARE(model.columnCount(), 2);
        QCOMPARE(model.headerData(0, Qt::Horizontal, Qt::DisplayRole).toString(), QStringLiteral("name"));
        QCOMPARE(model.index(1, 1).data(InstantTableModel::sortRole).toDouble(), 15.0);
        QCOMPARE(model.index(1, 1).data(Qt::ForegroundRole).value<QColor>(),
                 darkTheme().semantic(SemanticColor::Warning));
        model.setData(instants({{"a", 2}, {"b", 25}}));
        QCOMPARE(model.index(0, 1).data().toString(), QStringLiteral("2"));
        model.setData(instants({{"a", 2}}));
        QCOMPARE(model.columnCount(), 3);
        model.setData(PanelData{});
        QCOMPARE(model.rowCount(), 0);
        QCOMPARE(resets, 0);
    }

    void tableSortsByValueAndKeepsTheUsersOrder()
    {
        TablePanel panel(thresholds(), darkTheme());
        panel.resize(400, 200);
        panel.setData(std::make_shared<const PanelData>(instants({{"a", 1}, {"b", 30}, {"c", 7}})));
        const QAbstractItemModel *shown = panel.table()->model();
        const auto names = [shown] {
            QStringList result;
            for (int row = 0; row < shown->rowCount(); ++row)
                result.append(shown->index(row, 0).data().toString());
            return result.join(u' ');
        };
        QCOMPARE(names(), QStringLiteral("b c a"));
        panel.setData(std::make_shared<const PanelData>(instants({{"a", 50}, {"b", 30}, {"c", 7}})));
        QCOMPARE(names(), QStringLiteral("a b c"));
        panel.table()->sortByColumn(0, Qt::DescendingOrder);
        panel.setData(std::make_shared<const PanelData>(instants({{"a", 1}, {"b", 2}, {"c", 3}, {"d", 4}})));
        QCOMPARE(names(), QStringLiteral("d c b a"));
        panel.setData(std::make_shared<const PanelData>());
        QVERIFY(panel.table()->isHidden());
    }
};

SIGHTGLASS_TEST(ValuePanelsTest)

} // namespace

#include "valuepanelstest.moc"
