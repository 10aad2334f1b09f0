// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/tables/frametable.h"

#include "tests/support/testcase.h"
#include "widgets/tables/cellparts.h"
#include "widgets/tables/filterheader.h"
#include "widgets/tables/filterpopup.h"
#include "widgets/tables/framecelldelegate.h"
#include "widgets/tables/frametablemodel.h"
#include "widgets/tables/tablepanel.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QElapsedTimer>
#include <QHeaderView>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QTableView>
#include <QTest>

#include <cmath>
#include <limits>

namespace {

using namespace sightglass;

constexpr double nan = std::numeric_limits<double>::quiet_NaN();

Field column(const char *name, FieldType type, std::vector<FieldValue> values)
{
    Field field;
    field.name = name;
    field.type = type;
    field.values = std::move(values);
    return field;
}

std::vector<Frame> people()
{
    return {{"people",
             "A",
             {column("name", FieldType::Text, {"carol", "Bob", "alice", "dave"}),
              column("team", FieldType::Text, {"x", "y", "x", "y"}),
              column("score", FieldType::Number, {3.0, nan, 10.0, 1.5})}}};
}

PanelDataPtr dataOf(std::vector<Frame> frames)
{
    auto data = std::make_shared<PanelData>();
    data->range = {0, 10'000};
    data->frames = std::make_shared<const std::vector<Frame>>(std::move(frames));
    return data;
}

PanelSpec tableSpec()
{
    PanelSpec spec;
    spec.options = TableOptions();
    return spec;
}

QStringList columnTexts(const QAbstractItemModel &model, int column)
{
    QStringList texts;
    for (int row = 0; row < model.rowCount(); ++row)
        texts << model.index(row, column).data().toString();
    return texts;
}

class FrameTableTest : public test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void showsFrames()
    {
        TablePanel panel(tableSpec(), darkTheme());
        panel.resize(500, 300);
        panel.setData(dataOf(people()));
        QVERIFY(panel.frames() != nullptr);
        const FrameTableModel &model = *panel.frames()->model();
        QCOMPARE(columnTexts(model, 0), (QStringList{u"carol"_qs, u"Bob"_qs, u"alice"_qs, u"dave"_qs}));
        QCOMPARE(columnTexts(model, 2), (QStringList{u"3"_qs, u"NaN"_qs, u"10"_qs, u"1.50"_qs}));
        QVERIFY(model.alignment(2).testFlag(Qt::AlignRight));
        QVERIFY(model.alignment(0).testFlag(Qt::AlignLeft));
    }

    void whatIsFilteredAndSortedIsHandedOutSo()
    {
        TablePanel panel(tableSpec(), darkTheme());
        panel.resize(500, 300);
        const PanelDataPtr data = dataOf(people());
        panel.setData(data);
        QVERIFY(!panel.arrangedData());
        FrameTableModel &model = *panel.frames()->model();
        model.setSorting({{model.headerData(0, Qt::Horizontal).toString(), Qt::AscendingOrder}});
        panel.frames()->openFilter(0);
        auto *popup = panel.findChild<FilterPopup *>();
        QVERIFY(popup != nullptr);
        ColumnFilter filter;
        filter.values = {u"dave"_qs, u"alice"_qs};
        emit popup->applied(filter);
        QCOMPARE(columnTexts(model, 0), (QStringList{u"alice"_qs, u"dave"_qs}));
        const PanelDataPtr arranged = panel.arrangedData();
        QVERIFY(arranged && arranged->frames);
        std::vector<std::string> names;
        for (const FieldValue &value : arranged->frames->front().fields[0].values)
            names.push_back(std::get<std::string>(value));
        QCOMPARE(names, (std::vector<std::string>{"alice", "dave"}));
        QCOMPARE(arranged->frames->front().fields[2].values.size(), std::size_t{2});
        QCOMPARE(data->frames->front().rows(), std::size_t{4});
    }

    void pills()
    {
        QCOMPARE(pillsOf(u"a, b,,c "_qs), (QStringList{u"a"_qs, u"b"_qs, u"c"_qs}));
        QCOMPARE(pillsOf(u"[\"x,y\", 3]"_qs), (QStringList{u"x,y"_qs, u"3"_qs}));
        QVERIFY(pillsOf({}).isEmpty());
        DisplayList list;
        const QStringList many(40, u"label"_qs);
        drawPills(list, {0, 0, 200, 24}, many, QFont(), [](const QString &) { return QColor(Qt::blue); });
        const auto texts = list.all<DisplayList::Text>();
        QVERIFY(texts.size() > 1 && texts.size() < 10);
        QVERIFY(texts.back().text.startsWith(u'+'));
        for (const DisplayList::Fill &fill : list.all<DisplayList::Fill>())
            QVERIFY(fill.rect.right() <= 200);
    }

    void wrappedTextsMakeRowsHigher()
    {
        std::vector<Frame> frames = people();
        frames[0].fields[0].values[0] =
            std::string("a text of many words that have no room in one line of a narrow column");
        const auto heightOf = [&frames](bool wraps) {
            frames[0].fields[0].config.cell.width = 120;
            frames[0].fields[0].config.cell.options = CellOptions();
            frames[0].fields[0].config.cell.options->wrapText = wraps;
            TablePanel panel(tableSpec(), darkTheme());
            panel.resize(500, 300);
            panel.setData(dataOf(frames));
            panel.grab();
            return panel.table()->rowHeight(0);
        };
        QVERIFY(heightOf(true) > 2 * heightOf(false));
    }

    void aCellsWholeValueIsShown()
    {
        std::vector<Frame> frames = people();
        frames[0].fields[0].values[0] = std::string(1000, 'x');
        frames[0].fields[1].values[0] = std::string("{\"a\":{\"b\":1}}");
        for (std::size_t i : {0, 1})
            frames[0].fields[i].config.cell.inspect = true;
        TablePanel panel(tableSpec(), darkTheme());
        panel.resize(500, 300);
        panel.setData(dataOf(frames));
        panel.show();
        const auto shown = [&panel](int column) {
            const QModelIndex index = panel.table()->model()->index(0, column);
            panel.table()->setCurrentIndex(index);
            QTest::keyClick(panel.table(), Qt::Key_Return);
            QString text;
            if (auto *view = panel.findChild<QPlainTextEdit *>()) {
                text = view->toPlainText();
                delete view->parentWidget();
            }
            return text;
        };
        QCOMPARE(shown(0), QString(1000, u'x'));
        QVERIFY(shown(1).contains(u"\n        \"b\": 1"_qs));
        QCOMPARE(shown(2), QString());
    }

    void sorts()
    {
        FrameTableModel model(darkTheme());
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setFrames(dataOf(people())->frames, 0, {});
        model.setSorting({{u"score"_qs, Qt::AscendingOrder}});
        QCOMPARE(columnTexts(model, 0), (QStringList{u"dave"_qs, u"carol"_qs, u"alice"_qs, u"Bob"_qs}));
        model.setSorting({{u"score"_qs, Qt::DescendingOrder}});
        QCOMPARE(columnTexts(model, 0), (QStringList{u"alice"_qs, u"carol"_qs, u"dave"_qs, u"Bob"_qs}));
        model.setSorting({{u"team"_qs, Qt::DescendingOrder}, {u"name"_qs, Qt::AscendingOrder}});
        QCOMPARE(columnTexts(model, 0), (QStringList{u"Bob"_qs, u"dave"_qs, u"alice"_qs, u"carol"_qs}));
        model.setSorting({});
        QCOMPARE(columnTexts(model, 0), (QStringList{u"carol"_qs, u"Bob"_qs, u"alice"_qs, u"dave"_qs}));
    }

    void longHeadsHideNoNumber()
    {
        const std::string longName = "requests{handler=\"GET /api/orders\", instance=\"10.0.0.1:9100\"}";
        auto frames = people();
        frames.front().fields.push_back(column(longName.c_str(), FieldType::Number, {97.6, 98.1, 1.0, 2.0}));
        TablePanel panel(tableSpec(), darkTheme());
        panel.setData(dataOf(std::move(frames)));
        panel.resize(420, 240);
        panel.show();
        panel.grab();
        const auto *table = panel.findChild<QTableView *>();
        QVERIFY(table != nullptr);
        int width = 0;
        for (int i = 0; i < table->model()->columnCount(); ++i)
            width += table->columnWidth(i);
        QVERIFY2(width <= table->viewport()->width(), qPrintable(QString::number(width)));
        // Where one has to scroll whatever heads do, they are whole, and so where there is room.
        panel.resize(200, 240);
        panel.grab();
        const auto *header = table->horizontalHeader();
        for (int i = 0; i < table->model()->columnCount(); ++i)
            QVERIFY(table->columnWidth(i) >= std::min(header->sectionSizeHint(i), 400));
        panel.resize(1400, 240);
        panel.grab();
        const int last = table->model()->columnCount() - 1;
        QVERIFY(table->columnWidth(last) >=
                table->fontMetrics().horizontalAdvance(QString::fromStdString(longName)));
    }

    void noRowIsCutAtTheEnd()
    {
        auto frames = people();
        for (Field &field : frames.front().fields) {
            const auto values = field.values;
            for (int i = 0; i < 10; ++i)
                field.values.insert(field.values.end(), values.begin(), values.end());
        }
        TablePanel panel(tableSpec(), darkTheme());
        panel.setData(dataOf(std::move(frames)));
        panel.show();
        for (const int height : {180, 187, 194, 201}) {
            for (const int width : {150, 900}) {
                panel.resize(width, height);
                panel.grab();
                const QTableView *table = panel.table();
                const int row = table->verticalHeader()->defaultSectionSize();
                QCOMPARE(table->viewport()->height() % row, 0);
                QVERIFY(height - table->height() < row);
            }
        }
    }

    void filters_data()
    {
        QTest::addColumn<int>("column");
        QTest::addColumn<int>("comparison");
        QTest::addColumn<QString>("operand");
        QTest::addColumn<QStringList>("expected");
        const auto row = [](const char *name, int column, FilterOperator by, const char *operand,
                            const QStringList &expected) {
            QTest::newRow(name) << column << static_cast<int>(by) << QString::fromLatin1(operand) << expected;
        };
        row("contains", 0, FilterOperator::Contains, "O", {u"carol"_qs, u"Bob"_qs});
        row("equal text", 0, FilterOperator::Equal, "BOB", {u"Bob"_qs});
        row("greater", 2, FilterOperator::Greater, "1.5", {u"carol"_qs, u"alice"_qs});
        row("greater or equal", 2, FilterOperator::GreaterOrEqual, "1.5",
            {u"carol"_qs, u"alice"_qs, u"dave"_qs});
        row("equal number", 2, FilterOperator::Equal, "10.0", {u"alice"_qs});
        row("less than no number", 2, FilterOperator::Less, "x", {});
        row("not", 1, FilterOperator::NotEqual, "x", {u"Bob"_qs, u"dave"_qs});
    }

    void filters()
    {
        QFETCH(int, column);
        QFETCH(int, comparison);
        QFETCH(QString, operand);
        FrameTableModel model(darkTheme());
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setFrames(dataOf(people())->frames, 0, {});
        model.setFilter(column, {{}, static_cast<FilterOperator>(comparison), operand});
        QTEST(columnTexts(model, 0), "expected");
        model.setFilter(column, {});
        QCOMPARE(model.rowCount(), 4);
        QCOMPARE(model.distinctTexts(1, 10), (QStringList{u"x"_qs, u"y"_qs}));
        // Numbers by what they are worth, not as texts.
        QCOMPARE(model.distinctTexts(2, 10), (QStringList{u"1.50"_qs, u"3"_qs, u"10"_qs, u"NaN"_qs}));
    }

    void aFilterThatIsOpenGoesWithTheValues()
    {
        TablePanel panel(tableSpec(), darkTheme());
        panel.resize(500, 300);
        panel.setData(dataOf(people()));
        panel.frames()->openFilter(2);
        auto *popup = panel.findChild<FilterPopup *>();
        QVERIFY(popup != nullptr);
        auto *list = popup->findChild<QListWidget *>();
        const auto texts = [list] {
            QStringList all;
            for (int i = 0; i < list->count(); ++i)
                all << list->item(i)->text();
            return all;
        };
        QCOMPARE(texts(), (QStringList{u"1.50"_qs, u"3"_qs, u"10"_qs, u"NaN"_qs}));
        list->item(1)->setCheckState(Qt::Checked);
        std::vector<Frame> next = people();
        next[0].fields[2].values = {4.0, 20.0, 5.0, 100.0};
        panel.setData(dataOf(next));
        // What is chosen stays, at the end.
        QCOMPARE(texts(), (QStringList{u"4"_qs, u"5"_qs, u"20"_qs, u"100"_qs, u"3"_qs}));
        QCOMPARE(popup->filter().values, QSet<QString>{u"3"_qs});
        popup->close();
    }

    void selectionOutlivesRefreshesAndSorting()
    {
        TablePanel panel(tableSpec(), darkTheme());
        panel.resize(500, 300);
        panel.setData(dataOf(people()));
        FrameTableModel &model = *panel.frames()->model();
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        panel.table()->selectRow(2); // alice
        model.setSorting({{u"name"_qs, Qt::AscendingOrder}});
        const auto selectedName = [&] {
            const auto rows = panel.table()->selectionModel()->selectedRows();
            return rows.size() == 1 ? rows[0].data().toString() : QString();
        };
        QCOMPARE(selectedName(), QStringLiteral("alice"));
        std::vector<Frame> more = people();
        more[0].fields[0].values.insert(more[0].fields[0].values.end(), {"aaron", "zoe"});
        more[0].fields[1].values.insert(more[0].fields[1].values.end(), {"x", "x"});
        more[0].fields[2].values.insert(more[0].fields[2].values.end(), {7.0, 8.0});
        panel.setData(dataOf(more));
        QCOMPARE(columnTexts(model, 0),
                 (QStringList{u"aaron"_qs, u"alice"_qs, u"Bob"_qs, u"carol"_qs, u"dave"_qs, u"zoe"_qs}));
        QCOMPARE(selectedName(), QStringLiteral("alice"));
        panel.setData(dataOf(people()));
        QCOMPARE(model.rowCount(), 4);
        QCOMPARE(selectedName(), QStringLiteral("alice"));
    }

    void headsSort()
    {
        TablePanel panel(tableSpec(), darkTheme());
        panel.resize(600, 300);
        panel.setData(dataOf(people()));
        panel.show();
        FilterHeader *header = panel.frames()->header();
        const auto click = [header](int column, Qt::KeyboardModifiers keys) {
            const QPoint at(header->sectionViewportPosition(column) + 30, header->height() / 2);
            QTest::mouseClick(header->viewport(), Qt::LeftButton, keys, at);
        };
        const FrameTableModel &model = *panel.frames()->model();
        click(2, {});
        QCOMPARE(model.sorting(), (std::vector<TableSorting>{{u"score"_qs, Qt::AscendingOrder}}));
        click(2, {});
        QCOMPARE(model.sorting(), (std::vector<TableSorting>{{u"score"_qs, Qt::DescendingOrder}}));
        click(0, Qt::ShiftModifier);
        QCOMPARE(model.sorting().size(), std::size_t{2});
        click(2, {});
        QVERIFY(model.sorting().empty());
    }

    void initialSortHiddenColumnsAndFooter()
    {
        PanelSpec spec = tableSpec();
        auto &options = std::get<TableOptions>(spec.options);
        options.sort = {{"score", true}};
        options.footer.shown = true;
        options.footer.calculations = {Calculation::Sum};
        std::vector<Frame> frames = people();
        frames[0].fields[1].config.cell.hidden = true;
        frames[0].fields[2].values[1] = 2.0;
        TablePanel panel(spec, darkTheme());
        panel.resize(500, 300);
        panel.setData(dataOf(frames));
        const FrameTableModel &model = *panel.frames()->model();
        QCOMPARE(model.columnCount(), 2);
        QCOMPARE(columnTexts(model, 0).first(), QStringLiteral("alice"));
        QCOMPARE(panel.frames()->footerText(1), QStringLiteral("16.5"));
    }

    void choosesBetweenFrames()
    {
        std::vector<Frame> frames = people();
        frames.push_back({"other", "B", {column("v", FieldType::Number, {1.0})}});
        TablePanel panel(tableSpec(), darkTheme());
        panel.resize(500, 300);
        panel.setData(dataOf(frames));
        QComboBox *choice = panel.frames()->frameChoice();
        QCOMPARE(choice->count(), 2);
        choice->setCurrentIndex(1);
        emit choice->activated(1);
        QCOMPARE(panel.frames()->model()->columnCount(), 1);
        panel.setData(dataOf(frames));
        QCOMPARE(choice->currentText(), QStringLiteral("other"));
        QCOMPARE(panel.frames()->model()->columnCount(), 1);
    }

    void pages()
    {
        PanelSpec spec = tableSpec();
        std::get<TableOptions>(spec.options).pagination = true;
        std::vector<FieldValue> numbers;
        for (int i = 0; i < 100; ++i)
            numbers.emplace_back(double(i));
        TablePanel panel(spec, darkTheme());
        panel.resize(400, 250);
        panel.show();
        panel.setData(dataOf({{"n", "A", {column("n", FieldType::Number, numbers)}}}));
        FrameTableModel &model = *panel.frames()->model();
        QVERIFY(model.pages() > 5);
        const int rows = model.rowCount();
        model.setPage(1);
        QCOMPARE(model.index(0, 0).data().toString(), QString::number(rows));
        model.setPage(1000);
        QCOMPARE(model.page(), model.pages() - 1);
        QCOMPARE(model.index(model.rowCount() - 1, 0).data().toString(), QStringLiteral("99"));
    }

    void linksOpenTheWebOnly()
    {
        std::vector<Frame> frames = people();
        frames[0].fields[0].config.links = {{"good", "https://x/?n=${__value.text}", true},
                                            {"bad", "javascript:${__value.text}", true}};
        FrameTableModel model(darkTheme());
        model.setFrames(dataOf(frames)->frames, 0, {});
        const auto links = model.links(0, 0);
        QCOMPARE(links.size(), std::size_t{1});
        QCOMPARE(links[0].url, QStringLiteral("https://x/?n=carol"));
    }

    void hostileTextsAreMadeVisible()
    {
        FrameTableModel model(darkTheme());
        model.setFrames(
            dataOf({{"x", "A", {column("<b>\u202e", FieldType::Text, {"a\nb\u202e<img>"})}}})->frames, 0, {});
        QCOMPARE(model.index(0, 0).data().toString(), QStringLiteral("a\\nb⟨U+202E⟩<img>"));
        QCOMPARE(model.headerData(0, Qt::Horizontal).toString(), QStringLiteral("<b>⟨U+202E⟩"));
    }

    void cellsAreDrawnAsTheirColumnSays()
    {
        std::vector<Frame> frames = people();
        FieldConfig &config = frames[0].fields[2].config;
        config.thresholds = Thresholds{ThresholdsMode::Absolute, {{std::nullopt, "good"}, {5, "critical"}}};
        config.color = FieldColor{ColorMode::Thresholds, {}, {}, ColorBy::Last};
        config.cell.options = CellOptions();
        config.cell.options->kind = CellKind::ColorBackground;
        config.cell.options->background = CellBackground::Basic;
        FrameTableModel model(darkTheme());
        model.setFrames(dataOf(frames)->frames, 0, {});
        const FrameCellDelegate delegate(&model, nullptr);
        const auto fills =
            delegate.drawing({0, 0, 200, 24}, model.index(2, 2), QFont()).all<DisplayList::Fill>();
        QCOMPARE(fills.size(), std::size_t{1});
        QCOMPARE(fills[0].brush.color(), darkTheme().semantic(SemanticColor::Critical));
        config.cell.options->kind = CellKind::Gauge;
        model.setFrames(dataOf(frames)->frames, 0, {});
        const auto gauge =
            delegate.drawing({0, 0, 200, 24}, model.index(2, 2), QFont()).all<DisplayList::Fill>();
        QCOMPARE(gauge.size(), std::size_t{2}); // the track and, to its end, the bar
        QCOMPARE(gauge[0].rect, gauge[1].rect);
    }

    /// However long the text beside them is: a share of one is as long as the same share of another.
    void gaugesOfAColumnHaveOneScale()
    {
        Frame frame;
        frame.fields = {column("pct", FieldType::Number, {12.5, 93.0, 55.0, 100.0})};
        FieldConfig &config = frame.fields[0].config;
        config.min = 0;
        config.max = 100;
        config.unit = "percent";
        config.cell.options = CellOptions();
        config.cell.options->kind = CellKind::Gauge;
        FrameTableModel model(darkTheme());
        model.setFrames(dataOf({frame})->frames, 0, {});
        const FrameCellDelegate delegate(&model, nullptr);
        const auto track = [&](int row) {
            return delegate.drawing({0, 0, 300, 24}, model.index(row, 0), QFont())
                .all<DisplayList::Fill>()
                .front()
                .rect;
        };
        for (int row = 1; row < 4; ++row)
            QCOMPARE(track(row), track(0));
        // Longer texts need more room, in all rows.
        const double before = track(0).width();
        Frame longer;
        longer.fields = {column("pct", FieldType::Number, {12.5, 93.0, 55.0, 123456.7})};
        longer.fields[0].config = config;
        frame = longer;
        model.setFrames(dataOf({frame})->frames, 0, {});
        QVERIFY(track(0).width() < before);
        QCOMPARE(track(0), track(3));
    }

    void rowsAreCopiedAsTsv()
    {
        TablePanel panel(tableSpec(), darkTheme());
        panel.resize(500, 300);
        panel.setData(dataOf(people()));
        panel.show();
        panel.table()->setFocus();
        panel.table()->selectRow(0);
        QVERIFY(QTest::qWaitForWindowActive(&panel));
        QTest::keyClick(panel.table(), Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("carol\tx\t3"));
    }

    void aHundredThousandRowsStayQuick()
    {
        std::vector<FieldValue> names;
        std::vector<FieldValue> values;
        for (int i = 0; i < 100'000; ++i) {
            names.emplace_back("series number " + std::to_string(i * 7919 % 100'000));
            values.emplace_back(double(i * 31 % 1000));
        }
        const PanelDataPtr data = dataOf(
            {{"n", "A", {column("name", FieldType::Text, names), column("v", FieldType::Number, values)}}});
        TablePanel panel(tableSpec(), darkTheme());
        panel.resize(600, 400);
        panel.show();
        panel.setData(data);
        FrameTableModel &model = *panel.frames()->model();
        model.setSorting({{u"v"_qs, Qt::DescendingOrder}, {u"name"_qs, Qt::AscendingOrder}});
        QScrollBar *bar = panel.table()->verticalScrollBar();
        bar->setValue(bar->maximum() / 2);
        const int at = bar->value();
        QElapsedTimer timer;
        timer.start();
        panel.setData(data);
        QCoreApplication::processEvents();
        // Generous: a debug build on a busy machine. A row in a widget or an index each would take minutes.
        QVERIFY2(timer.elapsed() < 5000, qPrintable(QString::number(timer.elapsed())));
        QCOMPARE(bar->value(), at);
        QCOMPARE(model.rowCount(), 100'000);
    }
};

} // namespace

SIGHTGLASS_TEST(FrameTableTest)
#include "frametabletest.moc"
