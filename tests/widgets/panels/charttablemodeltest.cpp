// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/charttablemodel.h"

#include "tests/support/testcase.h"

#include <QAbstractItemModelTester>
#include <QTest>
#include <QTimeZone>

namespace {

using namespace sightglass;

class ChartTableModelTest : public sightglass::test::TestCase
{
    Q_OBJECT

private slots:
    void aRowOfAThinnedChartIsAColumnOfTime()
    {
        auto data = std::make_shared<PanelData>();
        data->range = {0, 70'000};
        data->stepMs = 30'000;
        data->fineStepMs = 500;
        PanelSeries thinned;
        thinned.name = "thinned";
        thinned.columnMs = 30'000;
        thinned.samples = {{500, 4},    {7000, 98},  {9500, 1},  {30'000, 3},
                           {30'500, 5}, {60'000, 5}, {70'000, 6}};
        PanelSeries steps;
        steps.name = "steps";
        steps.samples = {{30'000, 7}, {60'000, 8}};
        data->series = {thinned, steps};
        PanelSpec spec;
        spec.options = standardOptions(PanelType::TimeSeries);
        ChartTableModel model(spec);
        const QAbstractItemModelTester tester(&model);
        model.setTimeZone(QTimeZone::utc());
        model.setData(data);
        QStringList rows;
        for (int row = 0; row < model.rowCount(); ++row) {
            QStringList cells;
            for (int column = 0; column < model.columnCount(); ++column)
                cells << model.index(row, column).data().toString();
            rows << cells.join(u'|');
        }
        // The newest first; the last column of time is not over yet.
        QCOMPARE(rows, QStringList({QStringLiteral("1970-01-01 00:01:10|6|"),
                                    QStringLiteral("1970-01-01 00:01:00|5|8"),
                                    QStringLiteral("1970-01-01 00:00:30|3 (1 – 98)|7")}));
        QVERIFY(!model.headerData(0, Qt::Horizontal, Qt::ToolTipRole).toString().isEmpty());
    }

    void rowsAreSortedByAnyColumn()
    {
        const double nan = std::numeric_limits<double>::quiet_NaN();
        auto data = std::make_shared<PanelData>();
        data->range = {0, 70'000};
        PanelSeries a;
        a.name = "a";
        a.samples = {{1000, 10}, {2000, 9}, {3000, nan}, {4000, 100}};
        PanelSeries b;
        b.name = "b";
        b.samples = {{5000, 1}};
        data->series = {a, b};
        PanelSpec spec;
        spec.options = standardOptions(PanelType::TimeSeries);
        ChartTableModel model(spec);
        const QAbstractItemModelTester tester(&model);
        model.setTimeZone(QTimeZone::utc());
        model.setData(data);
        const auto seconds = [&model] {
            QString text;
            for (int row = 0; row < model.rowCount(); ++row)
                text += model.index(row, 0).data().toString().right(1);
            return text;
        };
        QCOMPARE(seconds(), QStringLiteral("54321"));
        const QPersistentModelIndex chosen(model.index(4, 1));
        // As numbers, not as texts; what has none is last either way.
        model.sort(1, Qt::AscendingOrder);
        QCOMPARE(seconds(), QStringLiteral("21435"));
        QCOMPARE(chosen.row(), 1);
        model.sort(1, Qt::DescendingOrder);
        QCOMPARE(seconds(), QStringLiteral("41235"));
        auto more = std::make_shared<PanelData>(*data);
        more->series[0].samples.push_back({6000, 50});
        model.setData(more);
        QCOMPARE(seconds(), QStringLiteral("461235"));
        model.sort(0, Qt::AscendingOrder);
        QCOMPARE(seconds(), QStringLiteral("123456"));
    }

    void rowsAreFilteredByAnyColumn()
    {
        auto data = std::make_shared<PanelData>();
        data->range = {0, 70'000};
        PanelSeries a;
        a.name = "a";
        a.labels = Labels::withName("m", {{"l", "a"}});
        a.samples = {{1000, 10}, {2000, 9}, {3000, 30}, {4000, 100}};
        PanelSeries b;
        b.name = "b";
        b.labels = Labels::withName("m", {{"l", "b"}});
        b.samples = {{4000, 1}, {5000, 1}};
        data->series = {a, b};
        PanelSpec spec;
        spec.options = standardOptions(PanelType::TimeSeries);
        ChartTableModel model(spec);
        const QAbstractItemModelTester tester(&model);
        model.setTimeZone(QTimeZone::utc());
        model.setData(data);
        const auto seconds = [&model] {
            QString text;
            for (int row = 0; row < model.rowCount(); ++row)
                text += model.index(row, 0).data().toString().right(1);
            return text;
        };
        QVERIFY(!model.filteredRows() && !model.filteredData());
        QCOMPARE(model.distinctTexts(1, 100),
                 (QStringList{QStringLiteral("9"), QStringLiteral("10"), QStringLiteral("30"),
                              QStringLiteral("100"), QString()}));
        model.setFilter(1, {{}, FilterOperator::GreaterOrEqual, QStringLiteral("10")});
        QCOMPARE(seconds(), QStringLiteral("431"));
        model.sort(1, Qt::AscendingOrder);
        QCOMPARE(seconds(), QStringLiteral("134"));
        QCOMPARE(model.filteredRows()->shown, std::size_t{3});
        QCOMPARE(model.filteredRows()->all, std::size_t{5});
        const PanelDataPtr shown = model.filteredData();
        QCOMPARE(shown->series[0].samples, (SampleRun{{1000, 10}, {3000, 30}, {4000, 100}}));
        QCOMPARE(shown->series[1].samples, (SampleRun{{4000, 1}}));
        // By texts, of the time too; with both, what passes both.
        model.setFilter(0, {{}, FilterOperator::Contains, QStringLiteral("00:03")});
        QCOMPARE(seconds(), QStringLiteral("3"));
        model.setFilter(0, {});
        model.setFilter(2, {{QStringLiteral("1")}, FilterOperator::Contains, {}});
        QCOMPARE(seconds(), QStringLiteral("4"));
        // New data keep them, wherever their series has got to.
        auto more = std::make_shared<PanelData>(*data);
        std::swap(more->series[0], more->series[1]);
        more->series[1].samples.push_back({5000, 50});
        model.setData(more);
        QCOMPARE(seconds(), QStringLiteral("54"));
        QVERIFY(model.filter(2).active() && model.filter(1).active());
        model.setFilter(1, {});
        model.setFilter(2, {});
        QCOMPARE(model.rowCount(), 5);
        QVERIFY(!model.filteredRows());
    }

    void storedSamplesHaveRowsOfTheirOwn()
    {
        auto data = std::make_shared<PanelData>();
        data->range = {0, 70'000};
        data->stepMs = 30'000;
        PanelSeries stored;
        stored.columnMs = 30'000;
        stored.samples = {{-500, 4}, {7317, 98}, {45'000, 1}, {71'000, 3}};
        stored.stored = StoredLine{0, 1, 1};
        data->series = {stored};
        PanelSpec spec;
        spec.options = standardOptions(PanelType::TimeSeries);
        ChartTableModel model(spec);
        const QAbstractItemModelTester tester(&model);
        model.setTimeZone(QTimeZone::utc());
        model.setData(data);
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(model.index(0, 0).data().toString(), QStringLiteral("1970-01-01 00:00:45"));
        QCOMPARE(model.index(1, 0).data().toString(), QStringLiteral("1970-01-01 00:00:07.317"));
        QCOMPARE(model.index(1, 1).data().toString(), QStringLiteral("98"));
        QVERIFY(!model.headerData(0, Qt::Horizontal, Qt::ToolTipRole).isValid());
        auto thinned = std::make_shared<PanelData>(*data);
        thinned->series[0].stored->leftOutCounts = {{60'000, 5}};
        model.setData(thinned);
        QVERIFY(
            model.headerData(0, Qt::Horizontal, Qt::ToolTipRole).toString().contains(QStringLiteral("30 s")));
    }

    void valuesThatDifferLookDifferent()
    {
        auto data = std::make_shared<PanelData>();
        data->range = {0, 60'000};
        PanelSeries level;
        level.samples = {{15'000, 1'234'567'890}, {30'000, 1'234'567'893}, {45'000, 1'234'567'900}};
        PanelSeries usual;
        usual.samples = {{15'000, 12.3456}, {30'000, 2}, {45'000, 47}};
        data->series = {level, usual};
        PanelSpec spec;
        spec.options = standardOptions(PanelType::TimeSeries);
        spec.field.unit = "short";
        ChartTableModel model(spec);
        model.setData(data);
        QCOMPARE(model.index(2, 1).data().toString(), QStringLiteral("1.234567890 Bil"));
        QCOMPARE(model.index(1, 1).data().toString(), QStringLiteral("1.234567893 Bil"));
        QCOMPARE(model.index(2, 2).data().toString(), QStringLiteral("12.3"));
    }
};

SIGHTGLASS_TEST(ChartTableModelTest)

} // namespace

#include "charttablemodeltest.moc"
