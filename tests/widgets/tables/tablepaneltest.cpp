// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/tables/tablepanel.h"

#include "tests/support/testcase.h"
#include "widgets/tables/instanttablemodel.h"
#include "widgets/tables/tabledrawing.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QPainter>
#include <QRegularExpression>
#include <QScrollBar>
#include <QTableView>
#include <QTest>

#include <limits>

namespace {

using namespace sightglass;

constexpr double infinity = std::numeric_limits<double>::infinity();

using Cells = std::vector<std::pair<std::string, double>>;

/// One series for each element: labels job (the same for all) and handler.
PanelDataPtr answerOf(const Cells &cells)
{
    auto data = std::make_shared<PanelData>();
    for (const auto &[handler, value] : cells) {
        PanelSeries series;
        series.labels = Labels::withName("requests", {{"job", "shop"}, {"handler", handler}});
        series.name = handler;
        series.samples = {{1000, value}};
        data->series.push_back(std::move(series));
    }
    return data;
}

PanelDataPtr manyRows(double factor)
{
    Cells cells;
    for (int i = 0; i < 50; ++i)
        cells.emplace_back("h" + std::to_string(i), factor * (i + 1));
    return answerOf(cells);
}

int columnNamed(const QAbstractItemModel &model, const QString &name)
{
    for (int column = 0; column < model.columnCount(); ++column) {
        if (model.headerData(column, Qt::Horizontal).toString() == name)
            return column;
    }
    return -1;
}

QStringList shownColumn(const QAbstractItemModel &model, int column)
{
    QStringList texts;
    for (int row = 0; row < model.rowCount(); ++row)
        texts.append(model.index(row, column).data().toString());
    return texts;
}

class TablePanelTest : public sightglass::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void exportsAreTextWithoutScrollBars()
    {
        TablePanel panel(PanelSpec(), darkTheme());
        panel.resize(420, 200);
        panel.setData(manyRows(1));
        panel.show();
        QVERIFY(panel.table()->verticalScrollBar()->maximum() > 0);
        const auto drawn = [&panel] {
            DisplayList list;
            drawTable(list, *panel.table(), {10, 20}, darkTheme(),
                      [](DisplayList &cells, const QRectF &rect, const QModelIndex &index) {
                          drawTextCell(cells, rect, index, {}, darkTheme());
                      });
            return list.all<DisplayList::Text>();
        };
        const QRectF area(10, 20, 420, 200);
        QStringList texts;
        for (const DisplayList::Text &text : drawn()) {
            texts << text.text;
            QVERIFY2(area.contains(text.box), qPrintable(text.text));
        }
        QVERIFY(texts.contains(QStringLiteral("handler")));
        QVERIFY2(texts.contains(QStringLiteral("h49")), "the largest value is at the top");
        QVERIFY(!texts.contains(QStringLiteral("h0")));
        const auto rows = texts.filter(QRegularExpression(QStringLiteral("^h\\d+$"))).size();
        QVERIFY(rows > 2);
        QVERIFY2(texts.last().startsWith(QStringLiteral("…")) &&
                     texts.last().contains(QString::number(50 - rows)),
                 qPrintable(texts.last()));
        // What is scrolled to is what is drawn.
        panel.table()->scrollToBottom();
        texts.clear();
        for (const DisplayList::Text &text : drawn())
            texts << text.text;
        QVERIFY(texts.contains(QStringLiteral("h0")));
        QVERIFY(!texts.contains(QStringLiteral("h49")));
        QVERIFY(!texts.last().startsWith(QStringLiteral("…")));
        QImage picture(420, 200, QImage::Format_ARGB32_Premultiplied);
        picture.fill(Qt::transparent);
        QPainter painter(&picture);
        panel.exportTo(painter);
        painter.end();
        const Theme theme = darkTheme();
        for (int y = 0; y < picture.height(); ++y) {
            const QRgb pixel = picture.pixel(417, y);
            QVERIFY2(pixel == theme.surface.rgb() || pixel == theme.surfaceRaised.rgb() ||
                         pixel == theme.grid.rgb(),
                     qPrintable(QStringLiteral("a scroll bar in line %1").arg(y)));
        }
    }

    void modelKeepsTheRulesOfModels()
    {
        InstantTableModel model({}, darkTheme());
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setData(*answerOf({}));
        model.setData(*answerOf({{"a", 1}}));
        model.setData(*answerOf({{"a", 2}}));
        model.setData(*answerOf({{"a", 2}, {"b", 3}}));
        model.setData(*manyRows(1));
        model.setTheme(lightTheme());
        model.setData(*answerOf({{"b", 3}}));
        model.setData(*answerOf({}));
    }

    void valuesAloneChangeWithoutAReset()
    {
        InstantTableModel model({}, darkTheme());
        model.setData(*answerOf({{"a", 1}, {"b", 2}}));
        int resets = 0;
        int changes = 0;
        connect(&model, &QAbstractItemModel::modelReset, this, [&resets] { ++resets; });
        connect(&model, &QAbstractItemModel::dataChanged, this, [&changes] { ++changes; });
        model.setData(*answerOf({{"a", 7}, {"b", 2}}));
        QCOMPARE(resets, 0);
        QCOMPARE(changes, 1);
        QCOMPARE(model.index(0, model.valueColumn()).data().toString(), QStringLiteral("7"));
    }

    void labelsThatDifferAreColumns()
    {
        InstantTableModel model({}, darkTheme());
        model.setData(*answerOf({{"a", 1}, {"b", 2}}));
        QVERIFY(columnNamed(model, QStringLiteral("handler")) >= 0);
        QVERIFY(columnNamed(model, QStringLiteral("job")) < 0);
        QCOMPARE(model.columnCount(), model.valueColumn() + 1);
    }

    void severalMetricsShareOneColumnOfLabels()
    {
        PanelData data;
        const auto add = [&data](const char *name, std::vector<Label> labels, double value) {
            PanelSeries series;
            labels.push_back({"job", "shop"});
            series.labels = Labels::withName(name, std::move(labels));
            series.samples = {{1000, value}};
            data.series.push_back(std::move(series));
        };
        add("heap_bytes", {}, 2048);
        add("os_info", {{"id", "debian"}, {"version", "12"}}, 1);
        add("disk_info", {{"device", "vda"}}, 1);
        InstantTableModel model({}, darkTheme());
        model.setData(data);
        QCOMPARE(model.columnCount(), 3);
        QCOMPARE(model.headerData(1, Qt::Horizontal, Qt::DisplayRole).toString(), QStringLiteral("Labels"));
        QCOMPARE(model.index(0, 2).data().toString(), QStringLiteral("2 KiB"));
        QCOMPARE(model.index(0, 1).data().toString(), QString());
        QCOMPARE(model.index(1, 0).data().toString(), QStringLiteral("os_info"));
        QCOMPARE(model.index(1, 1).data().toString(), QStringLiteral("id=debian, version=12"));
    }

    void largestValueComesFirst()
    {
        TablePanel panel({}, darkTheme());
        panel.resize(400, 300);
        panel.setData(answerOf(
            {{"small", 9}, {"negative", -3}, {"large", 100}, {"most", infinity}, {"least", -infinity}}));
        const QAbstractItemModel &shown = *panel.table()->model();
        const QStringList expected{QStringLiteral("most"), QStringLiteral("large"), QStringLiteral("small"),
                                   QStringLiteral("negative"), QStringLiteral("least")};
        QCOMPARE(shownColumn(shown, columnNamed(shown, QStringLiteral("handler"))), expected);
    }

    void valuesHaveUnitAndThresholdColour()
    {
        PanelSpec spec;
        spec.field.unit = "s";
        spec.field.thresholds =
            Thresholds{ThresholdsMode::Absolute, {{std::nullopt, "good"}, {0.1, "critical"}}};
        InstantTableModel model(spec, darkTheme());
        model.setData(*answerOf({{"a", 0.182}, {"b", 0.05}}));
        const QModelIndex slow = model.index(0, model.valueColumn());
        QCOMPARE(slow.data().toString(), QStringLiteral("182 ms"));
        QCOMPARE(slow.data(Qt::ForegroundRole).value<QColor>(),
                 darkTheme().semantic(SemanticColor::Critical));
        const QModelIndex fast = model.index(1, model.valueColumn());
        QCOMPARE(fast.data(Qt::ForegroundRole).value<QColor>(), darkTheme().semantic(SemanticColor::Good));
    }

    void theUsersOrderSurvivesARefresh()
    {
        TablePanel panel({}, darkTheme());
        panel.resize(400, 300);
        panel.setData(answerOf({{"b", 1}, {"a", 5}, {"c", 3}}));
        const QAbstractItemModel &shown = *panel.table()->model();
        const int handler = columnNamed(shown, QStringLiteral("handler"));
        panel.table()->sortByColumn(handler, Qt::AscendingOrder);
        panel.setData(answerOf({{"b", 9}, {"a", 2}, {"c", 4}}));
        const QStringList expected{QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")};
        QCOMPARE(shownColumn(shown, handler), expected);
    }

    void selectionAndScrollSurviveNewValues()
    {
        TablePanel panel({}, darkTheme());
        panel.resize(300, 160);
        panel.setData(manyRows(1));
        panel.show();
        QVERIFY(QTest::qWaitForWindowExposed(&panel));
        QTableView *table = panel.table();
        const int handler = columnNamed(*table->model(), QStringLiteral("handler"));
        table->selectRow(20);
        const QString chosen = table->currentIndex().siblingAtColumn(handler).data().toString();
        const int scrolled = table->verticalScrollBar()->value();
        QVERIFY(scrolled > 0);
        panel.setData(manyRows(3));
        QCOMPARE(table->currentIndex().siblingAtColumn(handler).data().toString(), chosen);
        QVERIFY(table->selectionModel()->isRowSelected(table->currentIndex().row()));
        QCOMPARE(table->verticalScrollBar()->value(), scrolled);
    }

    void selectionScrollAndOrderSurviveComingAndGoingRows()
    {
        TablePanel panel({}, darkTheme());
        panel.resize(300, 160);
        panel.setData(manyRows(1));
        panel.show();
        QVERIFY(QTest::qWaitForWindowExposed(&panel));
        QTableView *table = panel.table();
        const int handler = columnNamed(*table->model(), QStringLiteral("handler"));
        table->sortByColumn(handler, Qt::AscendingOrder);
        table->selectRow(20);
        const QString chosen = table->currentIndex().siblingAtColumn(handler).data().toString();
        const int scrolled = table->verticalScrollBar()->value();
        PanelData next = *manyRows(2);
        next.series.erase(next.series.begin() + 7);
        PanelSeries added = next.series.front();
        added.labels = Labels::withName("requests", {{"job", "shop"}, {"handler", "zz new"}});
        next.series.insert(next.series.begin() + 3, added);
        panel.setData(std::make_shared<const PanelData>(next));
        QCOMPARE(table->model()->rowCount(), 50);
        QCOMPARE(table->currentIndex().siblingAtColumn(handler).data().toString(), chosen);
        QVERIFY(table->selectionModel()->isRowSelected(table->currentIndex().row()));
        QCOMPARE(table->verticalScrollBar()->value(), scrolled);
        QCOMPARE(shownColumn(*table->model(), handler).last(), QStringLiteral("zz new"));
        QVERIFY(!shownColumn(*table->model(), handler).contains(QStringLiteral("h7")));
    }

    void aNewColumnKeepsSelectionAndOrder()
    {
        TablePanel panel({}, darkTheme());
        panel.resize(400, 300);
        PanelData data = *answerOf({{"a", 1}, {"b", 3}, {"c", 2}});
        panel.setData(std::make_shared<const PanelData>(data));
        QAbstractItemModel *shown = panel.table()->model();
        panel.table()->selectRow(0);
        data.series[0].labels = Labels::withName("requests", {{"job", "other"}, {"handler", "a"}});
        panel.setData(std::make_shared<const PanelData>(data));
        const int handler = columnNamed(*shown, QStringLiteral("handler"));
        QVERIFY(columnNamed(*shown, QStringLiteral("job")) >= 0);
        const QStringList expected{QStringLiteral("b"), QStringLiteral("c"), QStringLiteral("a")};
        QCOMPARE(shownColumn(*shown, handler), expected);
        QCOMPARE(panel.table()->currentIndex().siblingAtColumn(handler).data().toString(),
                 QStringLiteral("b"));
        panel.table()->sortByColumn(handler, Qt::DescendingOrder);
        panel.setData(answerOf({{"a", 1}, {"b", 3}, {"c", 2}}));
        const int left = columnNamed(*shown, QStringLiteral("handler"));
        QCOMPARE(shownColumn(*shown, left).first(), QStringLiteral("c"));
    }

    void whatIsNoNumberComesLastBothWays()
    {
        TablePanel panel({}, darkTheme());
        panel.resize(400, 300);
        const double nan = std::numeric_limits<double>::quiet_NaN();
        PanelData data = *answerOf({{"nan", nan}, {"low", 1}, {"high", 9}, {"old", 5}});
        for (std::size_t i = 0; i < 3; ++i)
            data.series[i].samples.edit()[0].t = 100'000;
        data.range = {0, 100'000};
        panel.setData(std::make_shared<const PanelData>(data));
        const QAbstractItemModel &shown = *panel.table()->model();
        const int handler = columnNamed(shown, QStringLiteral("handler"));
        const int value = shown.columnCount() - 1;
        QCOMPARE(shownColumn(shown, handler).mid(0, 2).join(u' '), QStringLiteral("high low"));
        panel.table()->sortByColumn(value, Qt::AscendingOrder);
        QCOMPARE(shownColumn(shown, handler).mid(0, 2).join(u' '), QStringLiteral("low high"));
        QStringList rest = shownColumn(shown, value).mid(2);
        rest.sort();
        QCOMPARE(rest.join(u' '), QStringLiteral("NaN —"));
    }

    void theValueIsAlwaysInSight()
    {
        TablePanel panel({}, darkTheme());
        PanelData data;
        for (int row = 0; row < 30; ++row) {
            std::vector<Label> labels;
            for (int label = 0; label < 6; ++label)
                labels.push_back(
                    {"label" + std::to_string(label), std::string(40, 'v') + std::to_string(row)});
            data.series.push_back({Labels(labels), "x", 0, {{1000, row * 1000.0}}});
        }
        panel.resize(360, 200);
        panel.setData(std::make_shared<const PanelData>(data));
        panel.show();
        QVERIFY(QTest::qWaitForWindowExposed(&panel));
        for (const int width : {360, 900, 320}) {
            panel.resize(width, 200);
            QCoreApplication::processEvents();
            const QTableView *table = panel.table();
            const int value = table->model()->columnCount() - 1;
            QCOMPARE(value, 6);
            const int right = table->columnViewportPosition(value) + table->columnWidth(value);
            QVERIFY(right <= table->viewport()->width());
            const int needed = table->fontMetrics().horizontalAdvance(QStringLiteral("29000"));
            QVERIFY(table->columnWidth(value) >= needed);
        }
    }

    void theMetricsNameIsNotTheFirstColumn()
    {
        InstantTableModel model({}, darkTheme());
        PanelData data = *answerOf({{"a", 1}, {"b", 2}});
        data.series[0].labels = Labels::withName("answers", {{"job", "shop"}, {"handler", "a"}});
        model.setData(data);
        QCOMPARE(model.headerData(0, Qt::Horizontal, Qt::DisplayRole).toString(), QStringLiteral("handler"));
        QCOMPARE(model.headerData(1, Qt::Horizontal, Qt::DisplayRole).toString(), QStringLiteral("Metric"));
    }

    void constantLabelsAreInTheToolTip()
    {
        InstantTableModel model({}, darkTheme());
        model.setData(*answerOf({{"a", 1}, {"b", 2}}));
        const QString tip = model.index(0, 0).data(Qt::ToolTipRole).toString();
        QVERIFY(tip.contains(QStringLiteral("job=shop")));
        QVERIFY(tip.indexOf(QStringLiteral("__name__=requests")) > tip.indexOf(QStringLiteral("job=shop")));
    }

    void manyLabelsShareAColumn()
    {
        InstantTableModel model({}, darkTheme());
        PanelData data;
        for (int row = 0; row < 2; ++row) {
            std::vector<Label> labels;
            for (int label = 0; label < 20; ++label)
                labels.push_back({"label" + std::to_string(label), std::to_string(row)});
            data.series.push_back({Labels(labels), "x", 0, {{1000, 1}}});
        }
        model.setData(data);
        QCOMPARE(model.columnCount(), 2);
        QVERIFY(model.index(1, 0).data().toString().contains(QStringLiteral("label7=1")));
    }

    void hostileTextIsPlainAndVisible()
    {
        InstantTableModel model({}, darkTheme());
        model.setData(*answerOf({{"<b>x</b>\u202Ey\x07", 1}, {std::string(5000, 'z'), 2}}));
        const int handler = columnNamed(model, QStringLiteral("handler"));
        const QString text = model.index(0, handler).data().toString();
        QVERIFY(text.startsWith(QStringLiteral("<b>x</b>")));
        QVERIFY(!text.contains(QChar(0x202E)) && !text.contains(QChar(0x07)));
        QVERIFY(!model.index(0, handler).data(Qt::ToolTipRole).toString().contains(QStringLiteral("<b>")));
        QVERIFY(model.index(1, handler).data().toString().size() < 400);
    }

    void nativeHistogramsHaveCountAndSum()
    {
        auto histogram = std::make_shared<FloatHistogram>();
        histogram->count = 4;
        histogram->sum = 6;
        histogram->positive.push(1, 4);
        PanelData data;
        data.range = {0, 1000};
        data.series = {{Labels::withName("latency"), "latency", 0, {}, {{1000, histogram}}}};
        InstantTableModel model({}, darkTheme());
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setData(data);
        const QModelIndex value = model.index(0, model.valueColumn());
        QVERIFY(value.data().toString().startsWith(QStringLiteral("count 4 · sum 6")));
        QVERIFY(value.data(Qt::ToolTipRole).toString().contains(QStringLiteral("(1, 2]")));
        QCOMPARE(value.data(InstantTableModel::sortRole).toDouble(), 4.0);
        // It has ended long before the range does.
        data.range.to = 100'000;
        model.setData(data);
        QCOMPARE(model.index(0, model.valueColumn()).data().toString(), QStringLiteral("—"));
    }

    void bucketsAreCounts()
    {
        PanelData data;
        data.range = {0, 1000};
        data.series = {{Labels::withName("latency_seconds_bucket", {{"le", "1"}}), {}, 0, {{1000, 430}}},
                       {Labels::withName("latency_seconds_sum"), {}, 0, {{1000, 430}}}};
        InstantTableModel model({}, darkTheme());
        model.setData(data);
        QCOMPARE(shownColumn(model, model.valueColumn()),
                 (QStringList{QStringLiteral("430"), QStringLiteral("7.17 mins")}));
    }

    void selectedRowsAreCopied()
    {
        TablePanel panel({}, darkTheme());
        panel.resize(400, 200);
        panel.setData(answerOf({{"a", 1}, {"b", 2}, {"c", 3}}));
        panel.show();
        QApplication::setActiveWindow(&panel);
        panel.table()->setFocus();
        QGuiApplication::clipboard()->clear();
        panel.table()->selectRow(0);
        panel.table()->selectionModel()->select(panel.table()->model()->index(2, 0),
                                                QItemSelectionModel::Select | QItemSelectionModel::Rows);
        QTest::keySequence(panel.table(), QKeySequence::Copy);
        QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("c\t3\na\t1"));
    }

    void noRowsSaySo()
    {
        TablePanel panel({}, darkTheme());
        panel.resize(300, 160);
        panel.setData(answerOf({{"a", 1}, {"b", 2}}));
        QVERIFY(!panel.table()->isHidden());
        panel.setData(answerOf({}));
        QVERIFY(panel.table()->isHidden());
    }
};

SIGHTGLASS_TEST(TablePanelTest)

} // namespace

#include "tablepaneltest.moc"
