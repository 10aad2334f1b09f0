// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testcase.h"
#include "widgets/panelkit/readoutorder.h"
#include "widgets/panelkit/readouttip.h"

#include <QTest>
#include <QVector>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace {

using namespace sightglass;

class ReadoutTest : public sightglass::test::TestCase
{
    Q_OBJECT

private slots:
    void neverUnderThePointer_data()
    {
        QTest::addColumn<QRect>("area");
        QTest::addColumn<QSize>("tip");
        QTest::newRow("a window") << QRect(0, 0, 800, 400) << QSize(250, 160);
        QTest::newRow("partly beyond the screen") << QRect(120, 40, 500, 300) << QSize(200, 160);
        QTest::newRow("too narrow for it beside the pointer") << QRect(0, 0, 300, 400) << QSize(250, 120);
    }

    void neverUnderThePointer()
    {
        QFETCH(QRect, area);
        QFETCH(QSize, tip);
        for (int x = area.left(); x <= area.right(); x += 13) {
            for (int y = area.top(); y <= area.bottom(); y += 7) {
                const QRect box(tipPosition(area, {x, y}, tip), tip);
                QVERIFY(!box.contains(x, y));
                QVERIFY(area.contains(box));
            }
        }
        // Not even where there is no room.
        const QSize huge(250, 300);
        QVERIFY(!QRect(tipPosition(QRect(0, 0, 200, 400), {100, 200}, huge), huge).contains(100, 200));
    }

    void atEveryEdgeOfAWindow()
    {
        QWidget window;
        window.resize(420, 260);
        window.show();
        ReadoutTip tip(&window);
        Readout readout;
        readout.title = QStringLiteral("2026-11-21 14:03:07");
        for (int i = 0; i < 100; ++i)
            readout.rows.push_back(
                {Qt::red, QString(300, u'n'), QStringLiteral("12 ms"), i == 70, QStringLiteral("3 s old")});
        readout.remarks = {QString(500, u'r')};
        readout.note = QStringLiteral("step 5 s");
        for (int x = 0; x < window.width(); x += 20) {
            for (int y = 0; y < window.height(); y += 20) {
                tip.showAt({x, y}, readout);
                QVERIFY(tip.isVisible());
                QVERIFY2(!tip.geometry().contains(x, y), qPrintable(QStringLiteral("%1,%2").arg(x).arg(y)));
                QVERIFY2(window.rect().contains(tip.geometry()) || tip.readout().rows.size() == 1,
                         "cut to fit");
                QVERIFY(std::any_of(tip.readout().rows.begin(), tip.readout().rows.end(),
                                    [](const ReadoutRow &row) { return row.nearest; }));
            }
        }
    }

    void withoutRoomTheNoteGoesFirst()
    {
        QWidget window;
        window.resize(300, 190);
        window.show();
        ReadoutTip tip(&window);
        Readout readout;
        readout.title = QStringLiteral("2026-11-21 14:03:07");
        for (int i = 0; i < 100; ++i)
            readout.rows.push_back({Qt::red, QString(300, u'n'), QStringLiteral("12 ms"), i == 70});
        readout.note = QStringLiteral("step 5 s");
        tip.showAt({150, 110}, readout);
        QVERIFY(tip.readout().note.isEmpty());
        QVERIFY(!tip.readout().title.isEmpty());
        window.resize(900, 400);
        tip.showAt({150, 110}, readout);
        QCOMPARE(tip.readout().note, readout.note);
    }

    void isAsLargeAsThePanelSays()
    {
        QWidget window;
        window.resize(900, 700);
        window.show();
        ReadoutTip tip(&window);
        Readout readout;
        for (int i = 0; i < 20; ++i)
            readout.rows.push_back({Qt::red, QString(100, u'n'), QStringLiteral("12 ms"), i == 15});
        tip.showAt({10, 10}, readout);
        const QSize whole = tip.size();
        QCOMPARE(tip.readout().rows.size(), std::size_t{20});
        tip.setMostSize(200, 150);
        readout.note = QStringLiteral("n");
        tip.showAt({10, 10}, readout);
        QVERIFY(tip.width() <= 200 && tip.height() <= 150);
        QVERIFY(tip.readout().rows.size() < 20 && tip.readout().rowsAbove > 0);
        tip.setMostSize(0, {});
        readout.note.clear();
        tip.showAt({10, 10}, readout);
        QCOMPARE(tip.size(), whole);
    }

    void showsWhatColoursMean()
    {
        QWidget window;
        window.resize(600, 400);
        window.show();
        ReadoutTip tip(&window);
        Readout readout;
        readout.rows.push_back({Qt::red, QStringLiteral("n"), QStringLiteral("12"), true});
        tip.showAt({10, 10}, readout);
        const int before = tip.height();
        readout.ramp = ReadoutRamp{
            {QColor(0, 0, 255), QColor(0, 255, 0)}, QStringLiteral("0"), QStringLiteral("9"), 0.5};
        tip.showAt({10, 10}, readout);
        QVERIFY(tip.height() > before);
        const QImage image = tip.grab().toImage();
        int blue = 0;
        int green = 0;
        for (int x = 0; x < image.width(); ++x) {
            for (int y = 0; y < image.height(); ++y) {
                blue += image.pixelColor(x, y) == QColor(0, 0, 255) ? 1 : 0;
                green += image.pixelColor(x, y) == QColor(0, 255, 0) ? 1 : 0;
            }
        }
        QVERIFY(blue > 50 && green > 50);
    }

    void tooManyRowsAreCutAroundTheNearest_data()
    {
        QTest::addColumn<int>("nearest");
        QTest::addColumn<int>("first");
        QTest::newRow("none") << -1 << 0;
        QTest::newRow("first") << 0 << 0;
        QTest::newRow("middle") << 15 << 10;
        QTest::newRow("last but a few") << 27 << 20;
    }

    void tooManyRowsAreCutAroundTheNearest()
    {
        QFETCH(int, nearest);
        QFETCH(int, first);
        Readout readout;
        for (int i = 0; i < 30; ++i)
            readout.rows.push_back({Qt::red, QString::number(i), {}, i == nearest});
        const Readout fitted = fittedReadout(readout, 10);
        QCOMPARE(fitted.rows.size(), std::size_t{10});
        QCOMPARE(fitted.rows.front().name, QString::number(first));
        QCOMPARE(fitted.rowsAbove, static_cast<std::size_t>(first));
        QCOMPARE(fitted.rowsBelow, static_cast<std::size_t>(20 - first));
        QCOMPARE(fittedReadout(readout, 30), readout);
    }

    void ordersValues_data()
    {
        QTest::addColumn<QVector<double>>("values");
        QTest::addColumn<int>("nearest");
        QTest::addColumn<int>("mode");
        QTest::addColumn<int>("sort");
        QTest::addColumn<bool>("hideZeros");
        QTest::addColumn<QVector<int>>("rows");
        const double nan = std::nan("");
        const double infinity = std::numeric_limits<double>::infinity();
        const QVector<double> values{1, nan, infinity, 0, -infinity, 1, -3};
        const auto row = [&values](const char *name, int nearest, TooltipMode mode, SortOrder sort, bool hide,
                                   const QVector<int> &rows) {
            QTest::newRow(name) << values << nearest << static_cast<int>(mode) << static_cast<int>(sort)
                                << hide << rows;
        };
        using enum SortOrder;
        row("descending", 0, TooltipMode::All, Descending, false, {2, 0, 5, 3, 6, 4, 1});
        row("ascending", 0, TooltipMode::All, Ascending, false, {4, 6, 3, 0, 5, 2, 1});
        row("as they are", -1, TooltipMode::All, None, false, {0, 1, 2, 3, 4, 5, 6});
        row("without zeros", 0, TooltipMode::All, None, true, {0, 1, 2, 4, 5, 6});
        row("the zero is next to the pointer", 3, TooltipMode::All, None, true, {0, 1, 2, 3, 4, 5, 6});
        row("only the nearest", 6, TooltipMode::Single, Descending, false, {6});
        row("only one, without a pointer", -1, TooltipMode::Single, Descending, false, {2});
        row("nothing", 0, TooltipMode::Hidden, Descending, false, {});
    }

    void ordersValues()
    {
        QFETCH(QVector<double>, values);
        QFETCH(int, nearest);
        QFETCH(int, mode);
        QFETCH(int, sort);
        QFETCH(bool, hideZeros);
        QFETCH(QVector<int>, rows);
        const TooltipOptions options{static_cast<TooltipMode>(mode), static_cast<SortOrder>(sort), hideZeros};
        const auto near = nearest < 0 ? std::nullopt : std::optional(static_cast<std::size_t>(nearest));
        const ReadoutOrder order = readoutOrder(
            std::span(values.constData(), static_cast<std::size_t>(values.size())), near, options);
        QCOMPARE(QVector<int>(order.rows.begin(), order.rows.end()), rows);
        QCOMPARE(order.above + order.below, std::size_t{0});
    }

    void ordersAThousandAroundTheNearest()
    {
        std::vector<double> values(1000);
        std::iota(values.begin(), values.end(), 0.0);
        const ReadoutOrder order = readoutOrder(values, 500, {}, 10);
        QCOMPARE(order.rows.size(), std::size_t{10});
        QVERIFY(std::ranges::find(order.rows, std::size_t{500}) != order.rows.end());
        QCOMPARE(order.above + order.below, std::size_t{990});
        QCOMPARE(order.rows.front(), 999 - order.above);
    }

    void agesAreTold()
    {
        QCOMPARE(ageText(1000, 13'000, 500), QStringLiteral("12 s old"));
        QCOMPARE(ageText(16'000, 13'000, 500), QStringLiteral("3 s later"));
        QCOMPARE(ageText(1000, 6'990, 500), QStringLiteral("6 s old"));
        QCOMPARE(ageText(1000, 13'317, 500), QStringLiteral("12.3 s old"));
        QCOMPARE(ageText(1000, 1017, 5), QStringLiteral("17 ms old"));
        QCOMPARE(ageText(13'400, 13'000, 500), QString());
        QCOMPARE(ageText(12'500, 13'000, 500), QString());
    }
};

SIGHTGLASS_TEST(ReadoutTest)

} // namespace

#include "readouttest.moc"
