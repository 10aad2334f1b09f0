// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testcase.h"
#include "widgets/panelkit/legendlayout.h"
#include "widgets/panelkit/legendview.h"

#include <QScrollBar>
#include <QTest>

namespace {

using namespace sightglass;

std::vector<LegendItem> itemsNamed(const QStringList &names, const QStringList &values)
{
    std::vector<LegendItem> items;
    for (const QString &name : names)
        items.push_back({Qt::red, name, values, true});
    return items;
}

const QStringList lastAndMax{QStringLiteral("last"), QStringLiteral("max")};
const QStringList rates{QStringLiteral("186 evt/s"), QStringLiteral("197 evt/s")};

class LegendTest : public sightglass::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void itemsStandInColumns_data()
    {
        QTest::addColumn<QList<int>>("widths");
        QTest::addColumn<int>("columns");
        QTest::newRow("all in one row") << QList<int>{50, 100, 80, 60} << 4;
        QTest::newRow("two rows") << QList<int>{80, 100, 80, 60} << 3;
        QTest::newRow("columns as wide as their widest") << QList<int>{50, 150, 150, 60} << 2;
        QTest::newRow("one wider than the row") << QList<int>{50, 500, 80} << 3;
        QTest::newRow("most are wide") << QList<int>{50, 500, 480} << 1;
        QTest::newRow("one") << QList<int>{70} << 1;
        QTest::newRow("one that is too wide") << QList<int>{700} << 1;
        QTest::newRow("none") << QList<int>{} << 1;
    }

    void itemsStandInColumns()
    {
        QFETCH(QList<int>, widths);
        const LegendLayout layout = legendLayout(std::vector<int>(widths.begin(), widths.end()), 300, 20);
        QTEST(layout.columns, "columns");
        QCOMPARE(static_cast<qsizetype>(layout.items.size()), widths.size());
        for (std::size_t i = 0; i < layout.items.size(); ++i) {
            const QRect &item = layout.items[i];
            const auto columns = static_cast<std::size_t>(layout.columns);
            QCOMPARE(item.left(), layout.items[i % columns].left());
            QCOMPARE(item.top(), static_cast<int>(i / columns) * 20);
            QVERIFY(item.width() >= std::min(widths[static_cast<qsizetype>(i)], columns > 1 ? 150 : 300));
            QVERIFY(item.right() < 300);
        }
    }

    void namesHaveTheirNaturalWidth()
    {
        LegendView legend(LegendMode::List, darkTheme());
        legend.resize(1100, 60);
        legend.show();
        const QString longName = QStringLiteral("failed because of a condition that was not met at all");
        legend.setItems(lastAndMax, itemsNamed({QStringLiteral("processed"), longName}, rates));
        const QFontMetrics metrics = legend.fontMetrics();
        const QString numbers = QStringLiteral("last 186 evt/s · max 197 evt/s");
        const int needed = metrics.horizontalAdvance(longName) + metrics.horizontalAdvance(numbers);
        QVERIFY(legend.itemRect(1).width() >= needed);
        QCOMPARE(legend.itemRect(1).top(), legend.itemRect(0).top());
    }

    void numbersThatChangeMoveNothing()
    {
        LegendView legend(LegendMode::List, darkTheme());
        legend.resize(700, 60);
        legend.show();
        const QStringList names{QStringLiteral("a"), QStringLiteral("b")};
        legend.setItems(lastAndMax, itemsNamed(names, rates));
        const QRect second = legend.itemRect(1);
        legend.setItems(lastAndMax, itemsNamed(names, {QStringLiteral("0"), QStringLiteral("1")}));
        QCOMPARE(legend.itemRect(1), second);
        legend.setItems(lastAndMax, itemsNamed({QStringLiteral("a"), QStringLiteral("c")},
                                               {QStringLiteral("0"), QStringLiteral("1")}));
        QVERIFY(legend.itemRect(1).left() < second.left());
    }

    void theWordsOfTheNumbersArePainted()
    {
        const auto picture = [](const QStringList &words) {
            LegendView legend(LegendMode::List, darkTheme());
            legend.resize(500, 30);
            legend.setItems(words, itemsNamed({QStringLiteral("a")}, rates));
            return legend.grab().toImage();
        };
        QVERIFY(picture(lastAndMax) != picture({QStringLiteral("min"), QStringLiteral("max")}));
    }

    void toolTipHasNameAndNumbers()
    {
        LegendView legend(LegendMode::List, darkTheme());
        legend.resize(60, 60);
        legend.setItems(lastAndMax, itemsNamed({QStringLiteral("a rather long name")}, rates));
        legend.show();
        const QPoint at = legend.itemRect(0).center();
        const QString text = legend.toolTipAt(at);
        for (const char *part : {"a rather long name", "last 186 evt/s", "max 197 evt/s"})
            QVERIFY2(text.contains(QLatin1String(part)), qPrintable(text));
    }

    void shortNamesLeaveTheirRoomToColumns()
    {
        LegendView legend(LegendMode::Table, darkTheme());
        const QStringList columns{QStringLiteral("first"),   QStringLiteral("range"),
                                  QStringLiteral("count"),   QStringLiteral("median"),
                                  QStringLiteral("std dev"), QStringLiteral("total")};
        const QStringList values(columns.size(), QStringLiteral("20.000 B"));
        legend.setItems(columns, itemsNamed({QStringLiteral("v1"), QStringLiteral("m05")}, values));
        const int needed = legend.widthForItems();
        legend.resize(needed, 200);
        legend.grab();
        QVERIFY(legend.columnsLeftOut().isEmpty());
        // Nothing covers the names' head.
        const auto texts = legend.drawing().all<DisplayList::Text>();
        QVERIFY(std::ranges::any_of(texts, [](const auto &t) { return t.text == QLatin1String("name"); }));
        // Long ones are cut before a number is left out.
        legend.setItems(columns, itemsNamed({QString(200, u'n')}, values));
        legend.resize(needed + 60, 200);
        legend.grab();
        QVERIFY(legend.columnsLeftOut().isEmpty());
    }

    /// Whatever size it had when it was asked.
    void theWidthForItemsShowsAllColumns()
    {
        const QStringList columns{QStringLiteral("value"), QStringLiteral("percent")};
        const QStringList values{QStringLiteral("10"), QStringLiteral("6 %")};
        for (const int before : {1, 60, 190, 640}) {
            LegendOptions options;
            options.mode = LegendMode::Table;
            options.placement = LegendPlacement::Right;
            LegendView legend(options, darkTheme());
            legend.resize(before, before);
            legend.setItems(columns, itemsNamed({QStringLiteral("a"), QStringLiteral("b")}, values));
            legend.resize(legend.widthForItems(), 200);
            legend.show();
            legend.grab();
            QCOMPARE(legend.columnsLeftOut(), QStringList());
        }
    }

    void whatAPictureLeavesOutIsCounted()
    {
        QStringList names;
        for (int i = 0; i < 1000; ++i)
            names << QStringLiteral("series %1").arg(i);
        for (const int width : {400, 60}) {
            LegendView legend(LegendMode::List, darkTheme());
            legend.resize(width, 80);
            legend.setItems({}, itemsNamed(names, {}));
            legend.grab();
            const auto texts = legend.drawing().all<DisplayList::Text>();
            const auto named = std::ranges::count_if(
                texts, [](const auto &text) { return text.text.startsWith(QLatin1String("se")); });
            const QString left = QString::number(1000 - named);
            QVERIFY2(texts.back().text.contains(left), qPrintable(texts.back().text));
        }
    }

    void columnsLeftOutAreCounted_data()
    {
        QTest::addColumn<int>("width");
        QTest::addColumn<int>("left");
        QTest::newRow("room for all") << 400 << 0;
        QTest::newRow("room for one") << 150 << 1;
        QTest::newRow("room for none") << 70 << 2;
    }
    void columnsLeftOutAreCounted()
    {
        QFETCH(int, width);
        QFETCH(int, left);
        LegendView legend(LegendMode::Table, darkTheme());
        legend.resize(width, 200);
        legend.setItems(lastAndMax, itemsNamed({QStringLiteral("alpha"), QStringLiteral("beta")}, rates));
        legend.grab(); // lays out
        QCOMPARE(static_cast<int>(legend.columnsLeftOut().size()), left);
        QStringList texts;
        for (const DisplayList::Text &text : legend.drawing().all<DisplayList::Text>())
            texts << text.text;
        QCOMPARE(texts.contains(QStringLiteral("+%1").arg(left)), left > 0);
        // A picture cannot be scrolled, the view can.
        QCOMPARE(legend.horizontalScrollBar()->maximum(), 0);
        legend.setAttribute(Qt::WA_DontShowOnScreen);
        legend.show();
        QCOMPARE(legend.horizontalScrollBar()->maximum(), 0);
        legend.hide();
        legend.setAttribute(Qt::WA_DontShowOnScreen, false);
        legend.show();
        // To what has no room at all beside the names it cannot be scrolled either.
        QCOMPARE(legend.horizontalScrollBar()->maximum() > 0, left == 1);
        // In a list a mark behind the values says so.
        LegendOptions options;
        options.placement = LegendPlacement::Right;
        LegendView list(options, darkTheme());
        list.resize(width, 200);
        list.setItems(lastAndMax, itemsNamed({QStringLiteral("alpha")}, rates));
        list.grab();
        QStringList listed;
        for (const DisplayList::Text &text : list.drawing().all<DisplayList::Text>())
            listed << text.text;
        QCOMPARE(listed.contains(QStringLiteral("…")), !listed.contains(rates.last()));
    }

    /// All rows and all columns can be got into sight, and heads are where they are seen.
    void whatHasNoRoomIsScrolledTo_data()
    {
        QTest::addColumn<int>("mode");
        QTest::newRow("table") << int(LegendMode::Table);
        QTest::newRow("list") << int(LegendMode::List);
    }
    void whatHasNoRoomIsScrolledTo()
    {
        QFETCH(int, mode);
        LegendOptions options;
        options.mode = LegendMode(mode);
        options.placement = LegendPlacement::Right;
        LegendView legend(options, darkTheme());
        legend.resize(240, 100);
        QStringList names;
        for (int i = 0; i < 30; ++i)
            names.append(QStringLiteral("a rather long name of number %1").arg(i));
        legend.setItems(lastAndMax, itemsNamed(names, rates));
        legend.show();
        QScrollBar *sideways = legend.horizontalScrollBar();
        QVERIFY(sideways->maximum() > 0 && sideways->isVisible());
        sideways->setValue(sideways->maximum());
        const QRect seen = legend.viewport()->rect();
        legend.verticalScrollBar()->setValue(legend.verticalScrollBar()->maximum());
        QVERIFY(seen.contains(QPoint(5, legend.itemRect(29).bottom())));
        if (LegendMode(mode) != LegendMode::Table)
            return;
        QTest::mousePress(legend.viewport(), Qt::LeftButton, {}, QPoint(seen.right() - 3, 5));
        QCOMPARE(legend.sortColumn(), std::optional<int>(1)); // the last one, "max"
    }

    /// However low it is, a legend names something, whole rows of it, and counts the others.
    void aLowLegendHasNames_data()
    {
        QTest::addColumn<int>("mode");
        QTest::addColumn<int>("panel"); ///< its height
        for (const int panel : {56, 64, 72, 96, 140, 200}) {
            QTest::addRow("table %d", panel) << int(LegendMode::Table) << panel;
            QTest::addRow("list %d", panel) << int(LegendMode::List) << panel;
        }
    }
    void aLowLegendHasNames()
    {
        QFETCH(int, mode);
        QFETCH(int, panel);
        LegendOptions options;
        options.mode = LegendMode(mode);
        const bool table = options.mode == LegendMode::Table;
        QStringList names{QStringLiteral("n0 ") + QString(80, u'm')};
        for (int i = 1; i < 9; ++i)
            names.append(QStringLiteral("n%1").arg(i));
        for (const bool live : {false, true}) {
            LegendView legend(options, darkTheme());
            legend.setItems(table ? lastAndMax : QStringList(), itemsNamed(names, rates));
            const int height = legend.heightIn(QSize(300, panel));
            QVERIFY(height > 0 && height <= panel / 2);
            legend.resize(300, height);
            if (live)
                legend.show();
            legend.grab();
            qsizetype named = 0;
            QStringList texts;
            for (const DisplayList::Text &text : legend.drawing().all<DisplayList::Text>()) {
                QVERIFY(text.box.bottom() <= height && text.box.right() <= 301);
                named += text.text.startsWith(u'n') && text.text != u"name" ? 1 : 0;
                texts.append(text.text);
            }
            const QByteArray said = texts.join(u'|').toUtf8();
            QVERIFY2(named > 0, said.constData());
            const QString left = QString::number(9 - named);
            QVERIFY2(named == 9 || texts.contains(u'+' + left) ||
                         texts.contains(QStringLiteral("… and %1 more").arg(left)),
                     said.constData());
            if (live)
                QCOMPARE(legend.verticalScrollBar()->maximum() > 0, named < 9);
        }
    }

    /// Columns are scrolled as wholes, and no row is cut at the lower end.
    void whatIsSeenIsWhole()
    {
        LegendOptions options;
        options.mode = LegendMode::Table;
        options.placement = LegendPlacement::Right;
        LegendView legend(options, darkTheme());
        QStringList names;
        for (int i = 0; i < 30; ++i)
            names.append(QStringLiteral("i=%1").arg(i));
        legend.setItems(lastAndMax, itemsNamed(names, rates));
        legend.resize(180, 103);
        legend.show();
        for (const int column : {0, 1}) {
            legend.horizontalScrollBar()->setValue(column);
            legend.verticalScrollBar()->setValue(7 * column);
            QStringList texts;
            for (const DisplayList::Text &text : legend.drawing().all<DisplayList::Text>()) {
                QVERIFY(text.box.left() >= 0 && text.box.right() <= legend.viewport()->width());
                QVERIFY(QFontMetricsF(text.font).horizontalAdvance(text.text) <= text.box.width() + 1);
                texts.append(text.text);
            }
            QVERIFY(texts.contains(rates[column]) && !texts.contains(rates[1 - column]));
            QVERIFY(texts.contains(QStringLiteral("+1")));
            QCOMPARE(legend.columnsLeftOut(), QStringList{lastAndMax[1 - column]});
        }
        const int row = legend.itemRect(0).height();
        QCOMPARE(legend.viewport()->height() % row, 0);
        QCOMPARE(legend.itemRect(0).top() % row, 0);
        // The bar does not take the only row's place.
        legend.resize(180, 2 * row + 3);
        QVERIFY(legend.viewport()->height() >= 2 * row);
    }

    void sideWidths_data()
    {
        QTest::addColumn<double>("asked"); // -1: not
        QTest::addColumn<int>("natural");
        QTest::addColumn<int>("panel");
        QTest::addColumn<int>("expected");
        QTest::newRow("all it wants") << -1.0 << 200 << 800 << 200;
        QTest::newRow("half of a small panel") << -1.0 << 500 << 600 << 300;
        QTest::newRow("more than half of a wide one") << -1.0 << 900 << 1300 << 820;
        QTest::newRow("never all") << -1.0 << 5000 << 3000 << 1950;
        QTest::newRow("as asked") << 333.0 << 100 << 800 << 333;
        QTest::newRow("not more than there is") << 900.0 << 100 << 500 << 400;
    }
    void sideWidths()
    {
        QFETCH(double, asked);
        QFETCH(int, natural);
        QFETCH(int, panel);
        const auto wish = asked < 0 ? std::nullopt : std::optional(asked);
        QTEST(sideLegendWidth(wish, natural, panel), "expected");
    }

    void valuesOfAListStandBelowEachOther()
    {
        LegendOptions options;
        options.placement = LegendPlacement::Right;
        LegendView list(options, darkTheme());
        list.setItems(lastAndMax, itemsNamed({QStringLiteral("a"), QString(30, u'm')}, rates));
        for (int width = 80; width < 600; width += 20) {
            list.resize(width, 200);
            list.grab();
            QMap<QString, QSet<double>> places;
            for (const DisplayList::Text &text : list.drawing().all<DisplayList::Text>()) {
                if (rates.contains(text.text))
                    places[text.text].insert(text.box.left());
            }
            for (const QSet<double> &lefts : std::as_const(places))
                QCOMPARE(lefts.size(), 1);
        }
    }

    void arrowsMoveByRowAndColumn()
    {
        LegendView legend(LegendMode::List, darkTheme());
        legend.resize(260, 60);
        legend.show();
        QStringList names;
        for (int i = 0; i < 6; ++i)
            names.append(QStringLiteral("name %1").arg(i));
        legend.setItems({}, itemsNamed(names, {}));
        int columns = 1;
        while (legend.itemRect(static_cast<std::size_t>(columns)).top() == legend.itemRect(0).top())
            ++columns;
        QVERIFY(columns > 1 && columns < 6);
        int chosen = -1;
        connect(&legend, &LegendView::isolateRequested, this, [&chosen](int index) { chosen = index; });
        const auto press = [&legend, &chosen](Qt::Key key) {
            QTest::keyClick(&legend, key);
            QTest::keyClick(&legend, Qt::Key_Space);
            return chosen;
        };
        QCOMPARE(press(Qt::Key_Right), 0);
        QCOMPARE(press(Qt::Key_Down), columns);
        QCOMPARE(press(Qt::Key_Right), columns + 1);
        QCOMPARE(press(Qt::Key_Up), 1);
        QCOMPARE(press(Qt::Key_Up), 1);
        QCOMPARE(press(Qt::Key_Left), 0);
    }
};

SIGHTGLASS_TEST(LegendTest)

} // namespace

#include "legendtest.moc"
