// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panelkit/legendedview.h"

#include "tests/support/testcase.h"

#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <set>

namespace {

using namespace sightglass;

LegendOptions legendAt(LegendPlacement placement, LegendMode mode = LegendMode::List)
{
    LegendOptions options;
    options.placement = placement;
    options.mode = mode;
    options.values = {Calculation::LastNotNull, Calculation::Max};
    return options;
}

/// A chart of nothing: entries named by numbers whose values are their own number.
class PlainChart : public LegendedView
{
public:
    explicit PlainChart(const LegendOptions &options)
        : LegendedView(options, darkTheme())
    {
        setContent(new QWidget);
    }

    void setData(const PanelDataPtr &) override {}

    void show(int count, const std::vector<int> &unlisted = {})
    {
        std::vector<LegendEntry> shown;
        for (int i = 0; i < count; ++i) {
            const std::string name = "series " + std::to_string(i);
            LegendEntry entry{{0, Labels::withName(name, {})}, {Qt::red, QString::fromStdString(name), {}}};
            entry.listed = std::ranges::find(unlisted, i) == unlisted.end();
            shown.push_back(std::move(entry));
        }
        setEntries(std::move(shown));
    }

    [[nodiscard]] QList<int> visibleEntries() const
    {
        QList<int> visible;
        for (std::size_t i = 0; i < entries().size(); ++i) {
            if (!isHidden(entries()[i].key))
                visible.append(static_cast<int>(i));
        }
        return visible;
    }

    QString unit; ///< behind its values
    int changes = 0;
    mutable int asked = 0;
    std::optional<std::size_t> hoveredEntry;

protected:
    void visibilityChanged() override
    {
        ++changes;
        show(static_cast<int>(entries().size()));
    }
    [[nodiscard]] std::vector<LegendValue> legendValues(std::size_t entry) const override
    {
        ++asked;
        const auto number = static_cast<double>(entry);
        return {
            {QString::number(entry) + unit, number},
            {QString::number(entry % 7) + unit, entry == 3 ? std::nan("") : static_cast<double>(entry % 7)}};
    }
    void entryHovered(std::optional<std::size_t> entry) override { hoveredEntry = entry; }
};

class LegendedViewTest : public sightglass::test::TestCase
{
    Q_OBJECT

private:
    static QList<int> orderOf(const LegendView &legend)
    {
        QList<int> order;
        for (const std::size_t item : legend.order())
            order.append(static_cast<int>(item));
        return order;
    }

private Q_SLOTS:
    void liesBelowOrBeside_data()
    {
        QTest::addColumn<int>("placement");
        QTest::addColumn<int>("mode");
        QTest::newRow("list below") << int(LegendPlacement::Bottom) << int(LegendMode::List);
        QTest::newRow("table below") << int(LegendPlacement::Bottom) << int(LegendMode::Table);
        QTest::newRow("list at the right") << int(LegendPlacement::Right) << int(LegendMode::List);
        QTest::newRow("table at the right") << int(LegendPlacement::Right) << int(LegendMode::Table);
    }

    void liesBelowOrBeside()
    {
        QFETCH(int, placement);
        QFETCH(int, mode);
        PlainChart chart(legendAt(LegendPlacement(placement), LegendMode(mode)));
        chart.resize(600, 300);
        chart.QWidget::show();
        chart.show(20);
        const QRect content = chart.content()->geometry();
        const QRect legend = chart.legend()->geometry();
        QVERIFY(chart.legend()->isVisible());
        QVERIFY(!content.intersects(legend));
        QVERIFY(chart.rect().contains(content) && chart.rect().contains(legend));
        QCOMPARE(legend.top() > content.bottom(), placement == int(LegendPlacement::Bottom));
        QCOMPARE(legend.left() > content.right(), placement == int(LegendPlacement::Right));
        QVERIFY(content.width() * content.height() > legend.width() * legend.height());
        // Too small for both: the chart has all of it.
        chart.resize(140, 80);
        QVERIFY(!chart.legend()->isVisible());
        QCOMPARE(chart.content()->geometry(), chart.rect());
    }

    /// A few rows more than a third of the panel are shown rather than scrolled or, in a picture, counted.
    void aTableOfFewRowsIsShownWhole()
    {
        PlainChart chart(legendAt(LegendPlacement::Bottom, LegendMode::Table));
        chart.resize(500, 240);
        chart.QWidget::show();
        chart.show(4);
        QStringList texts;
        for (const DisplayList::Text &text : chart.legend()->drawing().all<DisplayList::Text>())
            texts.append(text.text);
        QCOMPARE(texts.filter(QStringLiteral("series")).size(), 4);
        QVERIFY(chart.content()->height() > chart.legend()->height());
        // Many have a third.
        chart.show(40);
        QVERIFY(chart.legend()->height() <= 240 * 0.35);
        QVERIFY(chart.legend()->height() > 240 * 0.25);
    }

    void theWidthThatWasAskedForIsKept()
    {
        LegendOptions options = legendAt(LegendPlacement::Right);
        options.width = 333;
        PlainChart chart(options);
        chart.resize(900, 300);
        chart.QWidget::show();
        chart.show(3);
        QCOMPARE(chart.legend()->width(), 333);
        chart.resize(300, 300);
        QVERIFY(chart.legend()->width() < 300);
        QVERIFY(chart.content()->width() > 20);
    }

    void columnsAreLeftOutWhole_data()
    {
        QTest::addColumn<int>("mode");
        QTest::newRow("table") << int(LegendMode::Table);
        QTest::newRow("list") << int(LegendMode::List);
    }
    void columnsAreLeftOutWhole()
    {
        QFETCH(int, mode);
        PlainChart chart(legendAt(LegendPlacement::Right, LegendMode(mode)));
        chart.unit = QStringLiteral(" requests/s");
        chart.QWidget::show();
        std::set<qsizetype> counts;
        for (int width = 160; width < 900; width += 7) {
            // Half of the sizes are too low for all rows: there is a scroll bar.
            chart.resize(width, width % 2 == 0 ? 120 : 400);
            chart.show(9);
            const QRectF seen(chart.legend()->viewport()->rect());
            qsizetype values = 0;
            for (const DisplayList::Text &text : chart.legend()->drawing().all<DisplayList::Text>()) {
                const double advance = QFontMetricsF(text.font).horizontalAdvance(text.text);
                const QByteArray which = QByteArray::number(width) + ": " + text.text.toUtf8();
                QVERIFY2(advance <= text.box.width() + 1, which.constData());
                QVERIFY2(text.box.left() >= 0 && text.box.right() <= seen.right() + 1, which.constData());
                values += text.text.endsWith(chart.unit) ? 1 : 0;
            }
            counts.insert(values);
        }
        QVERIFY2(counts.size() > 2, "none, one and both columns were seen");
    }

    void clicksIsolateAndToggle()
    {
        PlainChart chart(legendAt(LegendPlacement::Bottom));
        chart.resize(900, 300);
        chart.QWidget::show();
        chart.show(4);
        LegendView *legend = chart.legend();
        const auto click = [legend](std::size_t item, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
            QTest::mouseClick(legend->viewport(), Qt::LeftButton, modifiers, legend->itemRect(item).center());
        };
        click(2);
        QCOMPARE(chart.visibleEntries(), QList<int>{2});
        // What the user has hidden stays so while data come and go.
        chart.show(2);
        chart.show(4);
        QCOMPARE(chart.visibleEntries(), QList<int>{2});
        QVERIFY(!legend->items()[0].visible && legend->items()[2].visible);
        click(2);
        QCOMPARE(chart.visibleEntries(), (QList<int>{0, 1, 2, 3}));
        click(1, Qt::ControlModifier);
        QCOMPARE(chart.visibleEntries(), (QList<int>{0, 2, 3}));
        click(1, Qt::ControlModifier);
        QCOMPARE(chart.visibleEntries(), (QList<int>{0, 1, 2, 3}));
        QCOMPARE(chart.changes, 4);
    }

    void whatIsNotListedIsCountedAllTheSame()
    {
        PlainChart chart(legendAt(LegendPlacement::Bottom));
        chart.resize(900, 300);
        chart.QWidget::show();
        chart.show(4, {0, 2});
        LegendView *legend = chart.legend();
        QCOMPARE(legend->items().size(), std::size_t{2});
        QCOMPARE(legend->items()[1].name, QStringLiteral("series 3"));
        QTest::mouseMove(legend->viewport(), legend->itemRect(1).center());
        QTRY_COMPARE(chart.hoveredEntry, std::optional<std::size_t>(3));
        QTest::mouseClick(legend->viewport(), Qt::LeftButton, {}, legend->itemRect(1).center());
        QCOMPARE(chart.visibleEntries(), QList<int>{3});
    }

    void onlySoManyAreNamedAsTheOptionsSay()
    {
        LegendOptions options = legendAt(LegendPlacement::Bottom);
        options.limit = 3;
        PlainChart chart(options);
        chart.resize(600, 400);
        chart.show(9, {1});
        QCOMPARE(chart.legend()->items().size(), std::size_t{3});
        QCOMPARE(chart.legend()->items().back().name, QStringLiteral("series 3"));
        QCOMPARE(chart.visibleEntries().size(), 9);
        options.limit = 0;
        PlainChart all(options);
        all.show(9);
        QCOMPARE(all.legend()->items().size(), std::size_t{9});
    }

    void headsSort()
    {
        PlainChart chart(legendAt(LegendPlacement::Bottom, LegendMode::Table));
        chart.resize(900, 500);
        chart.QWidget::show();
        chart.show(9);
        LegendView *legend = chart.legend();
        QCOMPARE(orderOf(*legend), (QList<int>{0, 1, 2, 3, 4, 5, 6, 7, 8}));
        const auto clickHead = [legend](int x) {
            QTest::mouseClick(legend->viewport(), Qt::LeftButton, {}, QPoint(x, 5));
        };
        const int right = legend->viewport()->width() - 4;
        clickHead(right); // "max": the number modulo 7, of series 3 none
        QCOMPARE(orderOf(*legend), (QList<int>{6, 5, 4, 2, 1, 8, 0, 7, 3}));
        clickHead(right);
        QCOMPARE(orderOf(*legend), (QList<int>{0, 7, 1, 8, 2, 4, 5, 6, 3}));
        // Indices are those of the items, whatever their order.
        QSignalSpy spy(legend, &LegendView::isolateRequested);
        QTest::mouseClick(legend->viewport(), Qt::LeftButton, {}, legend->itemRect(7).center());
        QCOMPARE(spy.front().front().toInt(), 7);
        QVERIFY(legend->itemRect(7).top() < legend->itemRect(1).top());
        clickHead(right);
        QCOMPARE(legend->sortColumn(), std::optional<int>());
        clickHead(60);
        QCOMPARE(legend->sortColumn(), std::optional<int>(LegendView::nameColumn));
        QTest::keyClick(legend, Qt::Key_S);
        QCOMPARE(legend->sortColumn(), std::optional<int>(0));
    }

    void theOptionsSayTheFirstOrder()
    {
        LegendOptions options = legendAt(LegendPlacement::Bottom, LegendMode::Table);
        options.sortBy = Calculation::Max;
        options.sortDescending = false;
        PlainChart chart(options);
        chart.resize(900, 500);
        chart.show(4);
        QCOMPARE(orderOf(*chart.legend()), (QList<int>{0, 1, 2, 3}));
        options.sortDescending = true;
        PlainChart descending(options);
        descending.show(4);
        QCOMPARE(orderOf(*descending.legend()), (QList<int>{2, 1, 0, 3}));
    }

    void thousandsAskOnlyForThoseInSight()
    {
        PlainChart chart(legendAt(LegendPlacement::Bottom));
        chart.resize(600, 300);
        chart.QWidget::show();
        chart.show(5000);
        chart.asked = 0;
        chart.show(5000);
        QVERIFY2(chart.asked > 0 && chart.asked < 100, qPrintable(QString::number(chart.asked)));
    }

    void exportsSayHowManyAreLeftOut()
    {
        PlainChart chart(legendAt(LegendPlacement::Right));
        chart.resize(600, 200);
        chart.QWidget::show();
        chart.show(100);
        QStringList texts;
        for (const DisplayList::Text &text : chart.legend()->drawing().all<DisplayList::Text>())
            texts.append(text.text);
        QVERIFY(texts.contains(QStringLiteral("series 0")));
        const QString last = texts.last();
        QVERIFY2(last.startsWith(QStringLiteral("…")), qPrintable(last));
        const auto names = texts.filter(QStringLiteral("series")).size();
        QVERIFY2(last.contains(QString::number(100 - names)), qPrintable(last));
        chart.show(2);
        for (const DisplayList::Text &text : chart.legend()->drawing().all<DisplayList::Text>())
            QVERIFY(!text.text.startsWith(QStringLiteral("…")));
    }

    void swatchesShowDashesAndGradients()
    {
        LegendView legend(LegendMode::List, darkTheme());
        legend.resize(600, 40);
        LegendItem dashed{Qt::red, QStringLiteral("dashed"), {}};
        dashed.dash = {6, 3};
        LegendItem ramp{Qt::red, QStringLiteral("ramp"), {}};
        ramp.gradient = {{0, Qt::green}, {1, Qt::red}};
        legend.setItems({}, {{Qt::red, QStringLiteral("solid"), {}}, dashed, ramp});
        const DisplayList list = legend.drawing();
        const auto lines = list.all<DisplayList::Line>();
        QCOMPARE(lines.size(), std::size_t{1});
        QCOMPARE(lines[0].pen.dashPattern().at(0) * lines[0].pen.widthF(), 6.0);
        const auto fills = list.all<DisplayList::Fill>();
        QCOMPARE(fills.size(), std::size_t{2});
        QVERIFY(fills[1].brush.gradient() != nullptr);
        QCOMPARE(fills[1].brush.gradient()->stops().size(), 2);
    }
};

SIGHTGLASS_TEST(LegendedViewTest)

} // namespace

#include "legendedviewtest.moc"
