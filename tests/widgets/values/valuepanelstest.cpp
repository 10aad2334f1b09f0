// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testcase.h"
#include "tests/widgets/panels/syntheticdata.h"
#include "widgets/panelkit/seriesstats.h"
#include "widgets/tables/instanttablemodel.h"
#include "widgets/tables/tablepanel.h"
#include "widgets/values/statpanel.h"

#include <QAbstractItemModelTester>
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
