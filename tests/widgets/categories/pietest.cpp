// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testcase.h"
#include "widgets/categories/piechart.h"
#include "widgets/categories/piepanel.h"

#include <QGraphicsTextItem>
#include <QPainter>
#include <QPicture>
#include <QPieSeries>
#include <QPieSlice>
#include <QTest>
#include <QWheelEvent>

#include <cmath>
#include <limits>
#include <numbers>

namespace {

using namespace sightglass;

constexpr double nan = std::numeric_limits<double>::quiet_NaN();
constexpr double infinity = std::numeric_limits<double>::infinity();

PanelDataPtr series(const std::vector<std::pair<std::string, double>> &values)
{
    auto data = std::make_shared<PanelData>();
    data->range = {0, 60'000};
    data->stepMs = 1000;
    for (const auto &[name, value] : values) {
        PanelSeries one;
        one.name = name;
        one.labels = Labels(std::vector<Label>{{"name", name}});
        one.samples = {{59'000, value}, {60'000, value}};
        data->series.push_back(std::move(one));
    }
    return data;
}

PanelSpec pieSpec(PieOptions options = {})
{
    PanelSpec spec;
    spec.title = "Share";
    spec.options = std::move(options);
    return spec;
}

bool all(const PieValue &)
{
    return true;
}

PieValue value(double number)
{
    PieValue result;
    result.name = QStringLiteral("v");
    result.value = number;
    return result;
}

QStringList textsOf(const DisplayList &list)
{
    QStringList texts;
    for (const DisplayList::Text &text : list.all<DisplayList::Text>())
        texts.append(text.text);
    return texts;
}

struct Stage
{
    Stage(const PanelSpec &spec, const PanelDataPtr &data, QSize size = {420, 300})
        : panel(spec, darkTheme(), &window)
    {
        window.resize(size);
        panel.setGeometry(window.rect());
        panel.setData(data);
        window.show();
        window.grab();
    }
    QWidget window;
    PiePanel panel;
};

class PieTest : public sightglass::test::TestCase
{
    Q_OBJECT

private slots:
    void slicesAreShares()
    {
        const std::vector<PieValue> values{value(1), value(3)};
        const auto slices = pieSlices(values, 100, all);
        QCOMPARE(slices.size(), std::size_t(2));
        QCOMPARE(slices[0].span, 90.0);
        QCOMPARE(slices[1].start, 90.0);
        QCOMPARE(slices[1].share, 0.75);
    }

    void whatIsNoPartIsSaidNotDrawn()
    {
        const std::vector<PieValue> values{value(2),   value(-1),       value(0),
                                           value(nan), value(infinity), value(-infinity)};
        QCOMPARE(pieSlices(values, 100, all).size(), std::size_t(1));
        const QString remark = pieRemark(values, all);
        QVERIFY2(remark.contains(QStringLiteral("1 negative")), qPrintable(remark));
        QVERIFY(remark.contains(QStringLiteral("2 infinite")));
        QVERIFY(remark.contains(QStringLiteral("1 at zero")));
        QVERIFY(remark.contains(QStringLiteral("1 without a value")));
        QVERIFY(pieRemark(std::vector<PieValue>{value(2)}, all).isEmpty());
    }

    void hugeValuesHaveASum()
    {
        const double most = std::numeric_limits<double>::max();
        const auto slices = pieSlices(std::vector<PieValue>{value(most), value(most)}, 100, all);
        QCOMPARE(slices.size(), std::size_t(2));
        QCOMPARE(slices[0].share, 0.5);
    }

    void labelsAreWholeWhereAPieCanBeSmaller()
    {
        PieOptions options;
        options.labels = {true, true, true};
        options.legend.mode = LegendMode::Hidden;
        const auto data = series({{"v0", 10}, {"v1", 20}, {"v2", 30}, {"v3", 40}, {"v4", 100}});
        for (const int width : {280, 300, 330, 420}) {
            Stage stage(pieSpec(options), data, {width, 190});
            const QStringList texts = textsOf(stage.panel.chart()->labels());
            QVERIFY2(texts.contains(QStringLiteral("100 · 50 %")),
                     qPrintable(QString::number(width) + texts.join(u'|')));
            QVERIFY(std::ranges::none_of(texts, [](const QString &t) { return t.contains(u'…'); }));
            QVERIFY(stage.panel.chart()->place().radius > 40);
        }
    }

    void onlyWhatCannotBeSeenIsGathered()
    {
        // Thirty-one slices of which all can be seen stay.
        std::vector<PieValue> values(31, value(1));
        QCOMPARE(pieSlices(values, 100, all).size(), std::size_t(31));
        for (int i = 0; i < 500; ++i)
            values.push_back(value(1e-4));
        const auto slices = pieSlices(values, 100, all);
        QCOMPARE(slices.size(), std::size_t(32));
        QVERIFY(slices.back().gathered());
        QCOMPARE(slices.back().values.size(), std::size_t(500));
        double whole = 0;
        for (const PieSlice &slice : slices)
            whole += slice.share;
        QVERIFY(std::abs(whole - 1) < 1e-9);
        // Few slices are never gathered, however thin.
        QCOMPARE(pieSlices(std::vector<PieValue>{value(1e9), value(1e-3)}, 100, all).size(), std::size_t(2));
        QCOMPARE(pieName(slices.back(), values), QStringLiteral("500 others"));
    }

    void theLargestOfManyThinOnesAreSeen()
    {
        std::vector<PieValue> values;
        for (int i = 0; i < 1000; ++i)
            values.push_back(value(1000 - i % 100));
        const auto slices = pieSlices(values, 80, all);
        QCOMPARE(slices.size(), std::size_t(13));
        std::vector<std::size_t> largest;
        for (std::size_t i = 0; i < 12; ++i)
            largest.push_back(slices[i].values.front());
        QCOMPARE(largest, (std::vector<std::size_t>{0, 1, 100, 101, 200, 300, 400, 500, 600, 700, 800, 900}));
        QCOMPARE(slices[12].values.size(), std::size_t(988));
        // All alike: the first ones.
        const auto alike = pieSlices(std::vector<PieValue>(1000, value(1)), 80, all);
        QCOMPARE(alike.size(), std::size_t(13));
        QCOMPARE(alike[11].values, std::vector<std::size_t>{11});
    }

    void manySlicesStayReadable()
    {
        // A few large ones and a long tail, as of a thousand tenants.
        std::vector<std::pair<std::string, double>> values;
        for (int i = 1; i <= 1000; ++i)
            values.emplace_back("tenant-" + std::to_string(i), 1000.0 / i);
        PieOptions options;
        options.legend.mode = LegendMode::Hidden;
        Stage stage(pieSpec(options), series(values));
        const std::vector<PieSlice> &slices = stage.panel.chart()->slices();
        QVERIFY(slices.size() > 10 && slices.size() < 200);
        QVERIFY(slices.back().gathered());
        std::size_t drawn = 0;
        for (const PieSlice &slice : slices)
            drawn += slice.values.size();
        QCOMPARE(drawn, std::size_t(1000));
        // How many and how much they are is said without a pointer, in their slice.
        const QString count = QString::number(slices.back().values.size());
        const QString others = pieOthers(slices);
        QVERIFY2(others.contains(count), qPrintable(others));
        QVERIFY(textsOf(stage.panel.chart()->labels()).contains(count + QStringLiteral(" others")));
        QVERIFY(!textsOf(stage.panel.chart()->labels()).contains(others));
        // Seams take less than a tenth of what they separate.
        const PiePlace place = stage.panel.chart()->place();
        const QList<QPieSlice *> painted = stage.panel.chart()->series()->slices();
        for (std::size_t i = 0; i < slices.size(); ++i) {
            const double arc = slices[i].span / 360 * 2 * std::numbers::pi * place.radius;
            QVERIFY(slices[i].gathered() || arc >= 2.9);
            const QPen pen = painted[static_cast<qsizetype>(i)]->pen();
            QVERIFY(pen.style() == Qt::NoPen || pen.widthF() <= arc * 0.1);
        }
        QVERIFY(painted.front()->pen().widthF() > 1);
        QVERIFY(pieOthers(std::vector<PieSlice>{{0, 360, 1, {0}}}).isEmpty());
    }

    void sorts_data()
    {
        QTest::addColumn<SortOrder>("sort");
        QTest::addColumn<QStringList>("names");
        QTest::newRow("none") << SortOrder::None
                              << QStringList({QStringLiteral("b"), QStringLiteral("x"), QStringLiteral("c"),
                                              QStringLiteral("a")});
        QTest::newRow("descending") << SortOrder::Descending
                                    << QStringList({QStringLiteral("c"), QStringLiteral("b"),
                                                    QStringLiteral("a"), QStringLiteral("x")});
        QTest::newRow("ascending") << SortOrder::Ascending
                                   << QStringList({QStringLiteral("a"), QStringLiteral("b"),
                                                   QStringLiteral("c"), QStringLiteral("x")});
    }
    void sorts()
    {
        QFETCH(SortOrder, sort);
        PieOptions options;
        options.sort = sort;
        SeriesColorBook book;
        QStringList names;
        for (const PieValue &one : pieValues(
                 pieSpec(options), *series({{"b", 2}, {"x", nan}, {"c", 3}, {"a", 1}}), darkTheme(), book))
            names.append(one.name);
        QTEST(names, "names");
    }

    void theSameNameHasTheSameColor()
    {
        SeriesColorBook book;
        const PanelSpec spec = pieSpec();
        const auto first = pieValues(spec, *series({{"a", 2}, {"b", 1}}), darkTheme(), book);
        const auto second = pieValues(spec, *series({{"b", 2}, {"a", 1}}), darkTheme(), book);
        QCOMPARE(first[0].color, second[1].color);
        QVERIFY(first[0].color != first[1].color);
    }

    void labelsLieInsideOrBeside()
    {
        PieOptions options;
        options.labels = {true, false, true};
        Stage stage(pieSpec(options), series({{"large", 90}, {"small", 2}, {"tiny", 1}}));
        const QStringList texts = textsOf(stage.panel.chart()->labels());
        QVERIFY(texts.contains(QStringLiteral("large")));
        QVERIFY2(texts.contains(QStringLiteral("97 %")), qPrintable(texts.join(u'|')));
        QVERIFY(texts.contains(QStringLiteral("small")));
        QVERIFY(!stage.panel.chart()->labels().all<DisplayList::Line>().empty());
        std::vector<QRectF> boxes;
        for (const DisplayList::Text &text : stage.panel.chart()->labels().all<DisplayList::Text>()) {
            QVERIFY(QRectF(stage.panel.chart()->rect()).contains(text.box));
            for (const QRectF &other : boxes)
                QVERIFY(!other.intersects(text.box.adjusted(1, 1, -1, -1)));
            boxes.push_back(text.box);
        }
    }

    void textsAreNoHtml()
    {
        PieOptions options;
        options.labels = {true, true, true};
        Stage stage(pieSpec(options), series({{"<b>bold</b>", 3}, {"<img src=file:///etc/passwd>", 1}}));
        for (const QPieSlice *slice : stage.panel.chart()->series()->slices())
            QVERIFY(slice->label().isEmpty());
        const QStringList texts = textsOf(stage.panel.chart()->labels());
        QVERIFY(texts.contains(QStringLiteral("<b>bold</b>")));
        // No item of the scene holds text, so nothing is there to be taken for HTML.
        for (const QGraphicsItem *item : stage.panel.chart()->scene()->items()) {
            if (const auto *text = qgraphicsitem_cast<const QGraphicsTextItem *>(item))
                QVERIFY(text->toPlainText().isEmpty());
        }
    }

    void donutsHaveAHole()
    {
        PieOptions options;
        options.shape = PieShape::Donut;
        Stage stage(pieSpec(options), series({{"a", 1}, {"b", 1}}));
        QVERIFY(stage.panel.chart()->series()->holeSize() > 0.5);
        const PiePlace place = stage.panel.chart()->place();
        QVERIFY(!pieSliceAt(stage.panel.chart()->slices(), place, place.centre));
        QCOMPARE(
            pieSliceAt(stage.panel.chart()->slices(), place, place.centre + QPointF(place.radius * 0.9, 0)),
            std::optional<std::size_t>(0));
        QCOMPARE(
            pieSliceAt(stage.panel.chart()->slices(), place, place.centre - QPointF(place.radius * 0.9, 0)),
            std::optional<std::size_t>(1));
    }

    void qtChartsDrawsWhereTheLayoutSays()
    {
        Stage stage(pieSpec(), series({{"a", 1}, {"b", 1}}));
        PieChart *chart = stage.panel.chart();
        const QImage image = chart->grab().toImage();
        const PiePlace place = chart->place();
        for (std::size_t i = 0; i < 2; ++i) {
            const QPoint middle = pieMiddle(chart->slices()[i], place).toPoint();
            QVERIFY(image.pixelColor(middle) != darkTheme().surface);
        }
        QVERIFY(image.pixelColor(pieMiddle(chart->slices()[0], place).toPoint()) !=
                image.pixelColor(pieMiddle(chart->slices()[1], place).toPoint()));
        const QPoint edge = (place.centre + QPointF(place.radius - 3, 0)).toPoint();
        QVERIFY(image.pixelColor(edge) != darkTheme().surface);
        const QPoint beyond = (place.centre + QPointF(place.radius + 3, 0)).toPoint();
        QCOMPARE(image.pixelColor(beyond), darkTheme().surface);
    }

    void thePointerReads()
    {
        PieOptions options;
        options.tooltip.mode = TooltipMode::Single;
        Stage stage(pieSpec(options), series({{"a", 3}, {"b", 1}}));
        PieChart *chart = stage.panel.chart();
        QTest::mouseMove(chart->viewport(), pieMiddle(chart->slices()[1], chart->place()).toPoint());
        const Readout readout = chart->currentReadout();
        QCOMPARE(readout.rows.size(), std::size_t(1));
        QCOMPARE(readout.rows[0].name, QStringLiteral("b"));
        QCOMPARE(readout.rows[0].value, QStringLiteral("1 (25 %)"));
        QTest::keyClick(chart, Qt::Key_Escape);
        QVERIFY(chart->currentReadout().empty());
        QTest::keyClick(chart, Qt::Key_Right);
        QCOMPARE(chart->currentReadout().rows.at(0).name, QStringLiteral("a"));
        QVERIFY(chart->accessibleDescription().contains(QStringLiteral("75 %")));
    }

    void pressesAndWheelsAreHarmless()
    {
        Stage stage(pieSpec(), series({{"a", 3}, {"b", 1}}));
        PieChart *chart = stage.panel.chart();
        chart->chart()->hide();
        QTest::mouseClick(chart->viewport(), Qt::LeftButton, {}, chart->rect().center());
        QTest::mouseDClick(chart->viewport(), Qt::LeftButton, {}, chart->rect().center());
        QWheelEvent wheel(QPointF(50, 50), QPointF(50, 50), {}, {0, 120}, Qt::NoButton, Qt::NoModifier,
                          Qt::NoScrollPhase, false);
        wheel.accept();
        QApplication::sendEvent(chart->viewport(), &wheel);
        QVERIFY(!wheel.isAccepted());
    }

    void theLegendIsolates()
    {
        PieOptions options;
        options.legendValues = {false, true, true};
        Stage stage(pieSpec(options), series({{"a", 3}, {"b", 1}, {"none", -2}}));
        LegendView *legend = stage.panel.legend();
        QCOMPARE(legend->items().size(), std::size_t(3));
        emit legend->isolateRequested(1);
        QCOMPARE(stage.panel.chart()->slices().size(), std::size_t(1));
        QCOMPARE(stage.panel.chart()->shareOf(1), 1.0);
        QVERIFY(std::isnan(stage.panel.chart()->shareOf(0)));
        emit legend->isolateRequested(1);
        QCOMPARE(stage.panel.chart()->slices().size(), std::size_t(2));
        QVERIFY(textsOf(stage.panel.chart()->labels()).join(u' ').contains(QStringLiteral("Not drawn")));
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
        std::vector<std::pair<std::string, double>> many;
        for (int i = 0; i < 1000; ++i)
            many.emplace_back("series-" + std::to_string(i) + std::string(300, 'x'),
                              i % 7 == 0 ? 1000 : 1e-6);
        PieOptions options;
        options.labels = {true, true, true};
        options.shape = PieShape::Donut;
        for (const auto &data : {series({}), series({{"a", nan}}), series({{"a", 1}}), series(many)}) {
            Stage stage(pieSpec(options), data, size);
            QVERIFY(!stage.window.grab().isNull());
            stage.panel.setTheme(lightTheme());
            QVERIFY(!stage.window.grab().isNull());
            QPicture picture;
            QPainter painter(&picture);
            stage.panel.exportTo(painter);
        }
    }
};

SIGHTGLASS_TEST(PieTest)

} // namespace

#include "pietest.moc"
