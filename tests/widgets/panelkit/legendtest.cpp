// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testcase.h"
#include "widgets/panelkit/legendlayout.h"
#include "widgets/panelkit/legendview.h"

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
        QTest::newRow("one wider than the row") << QList<int>{50, 500, 80} << 1;
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
            QVERIFY(item.width() >= std::min(widths[static_cast<qsizetype>(i)], 300));
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
