// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/categories/barchart.h"

#include "tests/support/testcase.h"
#include "tests/widgets/categories/framedbars.h"
#include "widgets/categories/barchartpanel.h"
#include "widgets/categories/barpainting.h"

#include <QPainter>
#include <QPicture>
#include <QTest>

#include <cmath>
#include <limits>
#include <set>
#include <string>
#include <vector>

namespace {

using namespace sightglass;
using namespace sightglass::test;

constexpr double nan = std::numeric_limits<double>::quiet_NaN();
constexpr double infinity = std::numeric_limits<double>::infinity();

BarLayout layoutOf(const PanelDataPtr &data, const BarChartOptions &options = {}, QSizeF size = {400, 300})
{
    return layOutBars(dataOf(data, options), options, {size, QFont(), darkTheme(), {}});
}

QStringList textsOf(const DisplayList &list)
{
    QStringList texts;
    for (const DisplayList::Text &text : list.all<DisplayList::Text>())
        texts.append(text.text);
    return texts;
}

class BarChartTest : public sightglass::test::TestCase
{
    Q_OBJECT

private slots:
    /// Fractions of a pixel would be drawn as one more here and there.
    void barsAreEquallyWide_data()
    {
        QTest::addColumn<double>("ratio");
        QTest::addColumn<int>("orientation");
        for (const double ratio : {1.0, 1.5, 2.0}) {
            QTest::addRow("upright, %g", ratio) << ratio << int(Orientation::Vertical);
            QTest::addRow("lying, %g", ratio) << ratio << int(Orientation::Horizontal);
        }
    }

    void barsAreEquallyWide()
    {
        QFETCH(double, ratio);
        QFETCH(int, orientation);
        std::vector<std::string> names;
        std::vector<double> values;
        for (int i = 0; i < 37; ++i) {
            names.push_back(std::to_string(i));
            values.push_back(i + 1);
        }
        const PanelDataPtr data =
            framed({textField("n", names), numberField("a", values), numberField("b", values)});
        BarChartOptions options;
        options.orientation = static_cast<Orientation>(orientation);
        const BarLayout layout = layOutBars(dataOf(data, options), options,
                                            {QSizeF(400, 400), QFont(), darkTheme(), {}, 0, ratio});
        QCOMPARE(layout.marks.size(), std::size_t{74});
        std::set<int> widths;
        const auto isWhole = [](double pixels) { return std::abs(pixels - std::round(pixels)) < 1e-6; };
        for (const BarMark &mark : layout.marks) {
            const double begin = layout.horizontal ? mark.rect.top() : mark.rect.left();
            const double width = layout.horizontal ? mark.rect.height() : mark.rect.width();
            QVERIFY(isWhole(begin * ratio) && isWhole(width * ratio));
            widths.insert(static_cast<int>(std::lround(width * ratio)));
        }
        QCOMPARE(widths.size(), std::size_t{1});
    }

    void barsBeginAtZeroAndKeepTheirShares()
    {
        BarChartOptions options;
        options.groupWidth = 0.5;
        options.barWidth = 1;
        options.orientation = Orientation::Vertical;
        const BarLayout layout = layoutOf(cities(), options);
        QVERIFY(!layout.horizontal);
        QCOMPARE(layout.marks.size(), std::size_t(5));
        const BarMark &oslo = layout.marks[0];
        const BarMark &sun = layout.marks[1];
        QVERIFY(std::abs(oslo.rect.bottom() - sun.rect.bottom()) < 0.01);
        QVERIFY(std::abs(oslo.rect.height() - 2 * sun.rect.height()) < 0.01);
        const QRectF slot = layout.slot(0);
        // To whole pixels.
        QVERIFY(std::abs(oslo.rect.width() - slot.width() / 4) < 1);
        QVERIFY(std::abs(oslo.rect.left() - slot.left() - slot.width() / 4) <= 1);
        // Below zero it hangs.
        const BarMark &rome = layout.marks[2];
        QVERIFY(std::abs(rome.rect.top() - oslo.rect.bottom()) < 0.01);
    }

    void orientations()
    {
        QVERIFY(liesHorizontally(Orientation::Auto, {100, 300}));
        QVERIFY(!liesHorizontally(Orientation::Auto, {300, 100}));
        QVERIFY(liesHorizontally(Orientation::Horizontal, {300, 100}));
        BarChartOptions options;
        options.orientation = Orientation::Horizontal;
        const BarLayout layout = layoutOf(cities(), options);
        QVERIFY(layout.marks[0].rect.width() > layout.marks[0].rect.height());
        QVERIFY(layout.slot(1).top() > layout.slot(0).top());
    }

    void infiniteValuesStayOnTheChart()
    {
        const BarLayout layout =
            layoutOf(framed({textField("n", {"a", "b", "c"}), numberField("v", {infinity, 5, -infinity})}));
        for (const BarMark &mark : layout.marks) {
            QVERIFY(mark.rect.top() >= layout.plot.top() - 1 &&
                    mark.rect.bottom() <= layout.plot.bottom() + 1);
            // A bar to the chart's end would say a number.
            QVERIFY((mark.rect.height() > 0) == (mark.category == 1));
        }
        const QStringList texts = textsOf(layout.list);
        QVERIFY2(texts.contains(QStringLiteral("+Inf")) && texts.contains(QStringLiteral("-Inf")),
                 qPrintable(texts.join(u'|')));
    }

    void unitsHaveTheirOwnAxes()
    {
        const BarLayout layout =
            layoutOf(framed({textField("n", {"a"}), numberField("v", {0.5}, "percentunit"),
                             numberField("w", {5e9}, "bytes")}));
        QCOMPARE(layout.scales.size(), std::size_t(2));
        QCOMPARE(layout.scales[1].placement, AxisPlacement::Right);
        const QString texts = textsOf(layout.list).join(u'|');
        QVERIFY(texts.contains(u'%'));
        QVERIFY2(texts.contains(QStringLiteral("GiB")), qPrintable(texts));
    }

    void valuesStandAtTheirBars()
    {
        BarChartOptions options;
        options.values = ValueVisibility::Never;
        QVERIFY(!textsOf(layoutOf(cities(), options).list).contains(QStringLiteral("-4")));
        options.values = ValueVisibility::Always;
        QVERIFY(textsOf(layoutOf(cities(), options).list).contains(QStringLiteral("-4")));
        options.values = ValueVisibility::Auto;
        options.orientation = Orientation::Vertical;
        QVERIFY(!textsOf(layoutOf(cities(), options, {60, 200}).list).contains(QStringLiteral("-4")));
    }

    /// Bars that end just below the top of their axis, in a place that begins there.
    void valuesAreWhole()
    {
        BarChartOptions options;
        options.values = ValueVisibility::Always;
        for (const auto &values : {std::vector<double>{29, 30, 31}, std::vector<double>{9.99, 10, 4},
                                   std::vector<double>{-29, -30, -31}, std::vector<double>{100, 99, -100}}) {
            for (const QSizeF size : {QSizeF(400, 300), QSizeF(300, 120), QSizeF(300, 90)}) {
                const BarLayout layout = layoutOf(
                    framed({textField("n", {"a", "b", "c"}), numberField("v", values)}), options, size);
                for (const DisplayList::Text &text : layout.list.all<DisplayList::Text>()) {
                    QVERIFY2(text.box.top() >= -0.5 && text.box.bottom() <= size.height() + 0.5,
                             qPrintable(text.text));
                }
            }
        }
    }

    void labelsAreCutTurnedAndSpaced()
    {
        BarChartOptions options;
        options.labelMaxLength = 3;
        QCOMPARE(categoryLabel(QStringLiteral("Berlin"), options), QStringLiteral("Ber…"));
        options.labelMaxLength = std::nullopt;
        options.orientation = Orientation::Vertical;
        options.labelRotation = -45;
        std::vector<std::string> names;
        std::vector<double> values;
        for (int i = 0; i < 50; ++i) {
            names.push_back("a rather long name " + std::to_string(i));
            values.push_back(i);
        }
        const PanelDataPtr data = framed({textField("n", names), numberField("v", values)});
        const BarLayout turned = layoutOf(data, options);
        for (const DisplayList::Text &text : turned.list.all<DisplayList::Text>())
            QVERIFY(text.angle == 0 || text.angle == -45);
        options.labelRotation = 0;
        const BarLayout level = layoutOf(data, options);
        QVERIFY(level.labelled.size() < 20);
        QVERIFY(level.labelled.size() > 2);
        options.labelSpacing = 200;
        QCOMPARE(layoutOf(data, options).labelled.size(), std::size_t(2));
        options.labelSpacing = -200;
        QCOMPARE(layoutOf(data, options).labelled.back(), std::size_t(49));
    }

    void labelsSideBySideDoNotOverlap()
    {
        const BarLayout layout = layoutOf(cities(), {}, {300, 200});
        std::vector<QRectF> boxes;
        for (const DisplayList::Text &text : layout.list.all<DisplayList::Text>()) {
            if (text.box.top() < layout.plot.bottom() || text.box.left() < layout.plot.left())
                continue;
            for (const QRectF &other : boxes)
                QVERIFY(!other.intersects(text.box));
            boxes.push_back(text.box);
        }
        QCOMPARE(boxes.size(), std::size_t(3));
        QVERIFY(textsOf(layout.list).contains(QStringLiteral("<b>Bern</b>")));
    }

    void cornersAreRound()
    {
        BarChartOptions options;
        QVERIFY(layoutOf(cities(), options).list.all<DisplayList::Shape>().empty());
        options.barRadius = 0.3;
        QCOMPARE(layoutOf(cities(), options).list.all<DisplayList::Shape>().size(), std::size_t(5));
    }

    /// Filled from end to end, with square corners at the foot and round ones at the outer end.
    void roundBarsAreFilled()
    {
        for (const Orientation orientation : {Orientation::Horizontal, Orientation::Vertical}) {
            BarChartOptions options;
            options.barRadius = 0.3;
            options.orientation = orientation;
            const BarLayout layout = layoutOf(
                framed({textField("n", {"a", "b"}), numberField("v", {250, -250})}), options, {600, 400});
            const auto shapes = layout.list.all<DisplayList::Shape>();
            QCOMPARE(shapes.size(), std::size_t(2));
            for (std::size_t i = 0; i < shapes.size(); ++i) {
                const QPainterPath &path = shapes[i].path;
                const QRectF box = path.boundingRect().adjusted(1, 1, -1, -1);
                QVERIFY(path.contains(box.center()));
                const bool horizontal = orientation == Orientation::Horizontal;
                QCOMPARE(path.contains(box.topLeft()), horizontal ? i == 0 : i == 1);
                QCOMPARE(path.contains(box.topRight()), i == 1);
                QCOMPARE(path.contains(box.bottomLeft()), i == 0);
                QCOMPARE(path.contains(box.bottomRight()), horizontal ? i == 1 : i == 0);
                for (double share = 0.02; share < 1; share += 0.02) {
                    const QPointF along = horizontal
                                              ? QPointF(box.left() + share * box.width(), box.center().y())
                                              : QPointF(box.center().x(), box.top() + share * box.height());
                    QVERIFY(path.contains(along));
                }
            }
        }
    }

    void thresholdsAreLinesAndBands()
    {
        Field field = numberField("v", {10, 90});
        field.config.thresholds =
            Thresholds{ThresholdsMode::Absolute, {{std::nullopt, "green"}, {50, "red"}}};
        field.config.graph.thresholdsStyle = ThresholdsStyle::DashedLineAndArea;
        const BarLayout layout = layoutOf(framed({textField("n", {"a", "b"}), field}));
        const auto lines = layout.list.all<DisplayList::Line>();
        QCOMPARE(lines.size(), std::size_t(1));
        QCOMPARE(lines[0].pen.style(), Qt::DashLine);
        QCOMPARE(lines[0].pen.color(), darkTheme().named("red"));
    }

    void thePointerReadsABar()
    {
        QWidget window;
        window.resize(400, 300);
        BarChartOptions options;
        options.tooltip.mode = TooltipMode::All;
        options.tooltip.sort = SortOrder::Ascending;
        BarChartPanel panel(barSpec(options), darkTheme(), &window);
        panel.setGeometry(window.rect());
        panel.setData(cities());
        window.show();
        window.grab();
        BarChart *chart = panel.chart();
        QTest::mouseMove(chart, chart->chartLayout().marks[0].rect.center().toPoint());
        Readout readout = chart->currentReadout();
        QCOMPARE(readout.title, QStringLiteral("Oslo"));
        QCOMPARE(readout.rows.size(), std::size_t(2));
        QCOMPARE(readout.rows[0].name, QStringLiteral("sun"));
        QVERIFY(readout.rows[1].nearest);
        QTest::keyClick(chart, Qt::Key_Escape);
        QTest::keyClick(chart, Qt::Key_Right);
        QTest::keyClick(chart, Qt::Key_Right);
        QCOMPARE(chart->currentReadout().title, QStringLiteral("Rome"));
        QVERIFY(chart->accessibleDescription().contains(QStringLiteral("rain -4")));
        emit panel.legend()->isolateRequested(1);
        window.grab();
        for (const BarMark &mark : chart->chartLayout().marks)
            QCOMPARE(mark.series, std::size_t(1));
    }

    void keysGoThroughCategories_data()
    {
        QTest::addColumn<QList<int>>("keys");
        QTest::addColumn<QString>("read");
        QTest::newRow("right") << QList<int>{Qt::Key_Right, Qt::Key_Right} << "Rome";
        QTest::newRow("down") << QList<int>{Qt::Key_Down, Qt::Key_Down} << "Rome";
        QTest::newRow("left begins at the end") << QList<int>{Qt::Key_Left} << "<b>Bern</b>";
        QTest::newRow("up") << QList<int>{Qt::Key_End, Qt::Key_Up} << "Rome";
        QTest::newRow("end") << QList<int>{Qt::Key_Right, Qt::Key_End} << "<b>Bern</b>";
        QTest::newRow("home") << QList<int>{Qt::Key_End, Qt::Key_Home} << "Oslo";
        QTest::newRow("not beyond the end") << QList<int>{Qt::Key_End, Qt::Key_Right} << "<b>Bern</b>";
        QTest::newRow("escape") << QList<int>{Qt::Key_End, Qt::Key_Escape} << "";
    }

    void keysGoThroughCategories()
    {
        QFETCH(QList<int>, keys);
        QWidget window;
        window.resize(400, 300);
        BarChartPanel panel(barSpec(), darkTheme(), &window);
        panel.setGeometry(window.rect());
        panel.setData(cities());
        window.show();
        for (const int key : keys)
            QTest::keyClick(panel.chart(), Qt::Key(key));
        QTEST(panel.chart()->currentReadout().title, "read");
    }

    void focusIsSeen()
    {
        QWidget window;
        window.resize(400, 300);
        BarChartPanel panel(barSpec(), darkTheme(), &window);
        panel.setGeometry(window.rect());
        panel.setData(cities());
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        panel.chart()->clearFocus();
        QTest::qWait(0);
        const QImage before = panel.chart()->grab().toImage();
        panel.chart()->setFocus();
        QTRY_VERIFY(panel.chart()->hasFocus());
        QVERIFY(panel.chart()->grab().toImage() != before);
    }

    void barsStandOnALogarithmicAxis()
    {
        Field field = numberField("v", {1, 1000, 0, -5, nan});
        field.config.graph.scale = ScaleDistribution{ScaleKind::Log, 10, 1};
        const BarLayout layout =
            layoutOf(framed({textField("name", {"a", "b", "zero", "negative", "none"}), field}));
        QCOMPARE(layout.scales.size(), std::size_t(1));
        const BarScale &scale = layout.scales.front();
        QVERIFY(scale.axis.ticks.size() >= 3);
        QVERIFY(scale.share(1) > 0 && scale.share(1) < scale.share(10));
        QVERIFY(std::abs(scale.share(100) - scale.share(10) - (scale.share(10) - scale.share(1))) < 1e-9);
        // What is no place on it loses only itself.
        QCOMPARE(scale.share(0), 0.0);
        double shortest = 1e9;
        double longest = 0;
        for (const BarMark &mark : layout.marks) {
            if (mark.category > 1) {
                QVERIFY(mark.rect.height() < 1e-9);
                continue;
            }
            shortest = std::min(shortest, mark.rect.height());
            longest = std::max(longest, mark.rect.height());
        }
        QVERIFY(shortest > 5 && longest > 2 * shortest && longest < 20 * shortest);
    }

    void barsOfNextToNothingAreSeen()
    {
        for (const Orientation orientation : {Orientation::Horizontal, Orientation::Vertical}) {
            BarChartOptions options;
            options.orientation = orientation;
            const BarLayout layout = layoutOf(
                framed({textField("name", {"a", "b", "c", "d"}), numberField("v", {1000, 0.001, -0.001, 0})}),
                options);
            QCOMPARE(layout.marks.size(), std::size_t{4});
            for (const BarMark &mark : layout.marks) {
                const double length = layout.horizontal ? mark.rect.width() : mark.rect.height();
                QVERIFY(mark.category == 3 ? length == 0 : length >= 1 - 1e-9);
                QVERIFY(mark.category == 3 ||
                        layout.plot.adjusted(-1e-9, -1e-9, 1e-9, 1e-9).contains(mark.rect));
            }
        }
    }

    void aSpikeIsSeenAmongCrowdedBars()
    {
        std::vector<std::string> names;
        std::vector<Field> fields;
        for (int i = 0; i < 300; ++i)
            names.push_back(std::to_string(i));
        fields.push_back(textField("name", names));
        for (int series = 0; series < 8; ++series) {
            std::vector<double> values(300, 1);
            if (series == 2)
                values[150] = 100;
            fields.push_back(numberField("s" + std::to_string(series), values));
        }
        const BarLayout layout = layoutOf(framed(std::move(fields)), {}, {400, 300});
        QVERIFY(layout.isCrowded);
        const auto spike = std::ranges::max_element(layout.marks, {},
                                                    [](const BarMark &mark) { return mark.rect.height(); });
        for (auto after = spike + 1; after != layout.marks.end(); ++after)
            QVERIFY(std::floor(after->rect.center().x()) != std::floor(spike->rect.center().x()));
        QVERIFY(!layoutOf(cities()).isCrowded);
        // What shone through would have the colour of no series.
        const auto solid = [](const BarLayout &one) {
            return std::ranges::count_if(one.list.all<DisplayList::Fill>(), [](const auto &fill) {
                return fill.brush.style() == Qt::SolidPattern && fill.brush.color().alpha() < 255;
            });
        };
        QCOMPARE(solid(layout), 0);
    }

    void anyAnswerAndSizeIsPainted_data()
    {
        QTest::addColumn<QSize>("size");
        for (const QSize size : {QSize(8, 8), QSize(60, 400), QSize(600, 40), QSize(1200, 800)})
            QTest::addRow("%dx%d", size.width(), size.height()) << size;
    }

    void anyAnswerAndSizeIsPainted()
    {
        QFETCH(QSize, size);
        std::vector<std::string> names;
        std::vector<double> values;
        for (int i = 0; i < 3000; ++i) {
            names.push_back(std::string(300, 'x') + std::to_string(i));
            values.push_back(i % 5 == 0 ? nan : i % 7 == 0 ? infinity : i - 1500);
        }
        BarChartOptions options;
        options.values = ValueVisibility::Always;
        for (const auto &data :
             {cities(), framed({}), framed({textField("n", {}), numberField("v", {})}),
              framed({textField("n", names), numberField("v", values)}),
              framed({textField("n", {"a"}), numberField("v", {std::numeric_limits<double>::max()}),
                      numberField("w", {std::numeric_limits<double>::denorm_min()})})}) {
            for (const StackingMode stacking :
                 {StackingMode::None, StackingMode::Normal, StackingMode::Percent}) {
                options.stacking = stacking;
                BarChartPanel panel(barSpec(options), darkTheme());
                panel.resize(size);
                panel.setData(data);
                QVERIFY(!panel.grab().isNull());
                QPicture picture;
                QPainter painter(&picture);
                panel.exportTo(painter);
            }
        }
    }
};

SIGHTGLASS_TEST(BarChartTest)

} // namespace

#include "barcharttest.moc"
