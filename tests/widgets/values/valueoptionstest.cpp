// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testcase.h"
#include "tests/widgets/panels/syntheticdata.h"
#include "widgets/values/bargaugepanel.h"
#include "widgets/values/gaugepanel.h"
#include "widgets/values/statpanel.h"

#include <QPainter>
#include <QTest>

#include <algorithm>
#include <cmath>

namespace {

using namespace sightglass;

PanelDataPtr valuesOf(const std::vector<double> &numbers)
{
    auto data = std::make_shared<PanelData>();
    data->range = {0, 10'000};
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        PanelSeries series;
        series.name = "series " + std::to_string(i);
        series.labels = Labels().with("i", std::to_string(i));
        for (TimestampMs t = 0; t <= 10'000; t += 1000)
            series.samples.push_back({t, numbers[i] * (0.5 + static_cast<double>(t) / 20'000)});
        data->series.push_back(std::move(series));
    }
    return data;
}

template<typename Options>
PanelSpec specWith(const Options &options)
{
    PanelSpec spec;
    spec.options = options;
    spec.field.thresholds =
        Thresholds{ThresholdsMode::Absolute, {{std::nullopt, "good"}, {50, "warning"}, {90, "critical"}}};
    spec.field.min = 0;
    spec.field.max = 100;
    return spec;
}

template<typename View>
std::unique_ptr<View> viewOf(const PanelSpec &spec, const std::vector<double> &numbers, QSize size)
{
    auto view = std::make_unique<View>(spec, darkTheme());
    view->resize(size);
    view->setData(valuesOf(numbers));
    return view;
}

QStringList textsOf(ValueView &view)
{
    QStringList texts;
    for (const DisplayList::Text &text : view.drawing().template all<DisplayList::Text>())
        texts << text.text;
    return texts;
}

class ValueOptionsTest : public test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void statTexts_data()
    {
        QTest::addColumn<int>("text");
        QTest::addColumn<int>("values");
        QTest::addColumn<bool>("name");
        QTest::addColumn<bool>("number");
        const auto row = [](const char *name, StatText text, int values, bool named, bool number) {
            QTest::newRow(name) << static_cast<int>(text) << values << named << number;
        };
        row("auto, one", StatText::Auto, 1, false, true);
        row("auto, two", StatText::Auto, 2, true, true);
        row("value", StatText::Value, 2, false, true);
        row("both, one", StatText::ValueAndName, 1, true, true);
        row("name", StatText::Name, 2, true, false);
        row("none", StatText::None, 2, false, false);
    }

    void statTexts()
    {
        QFETCH(int, text);
        QFETCH(int, values);
        StatOptions options;
        options.text = static_cast<StatText>(text);
        const auto view =
            viewOf<StatPanel>(specWith(options), std::vector<double>(size_t(values), 42), {300, 200});
        const QStringList texts = textsOf(*view);
        QTEST(texts.contains(QStringLiteral("series 0")), "name");
        QTEST(texts.contains(QStringLiteral("42")), "number");
    }

    void statBackgrounds()
    {
        StatOptions options;
        options.color = StatColor::BackgroundSolid;
        auto view = viewOf<StatPanel>(specWith(options), {95}, {200, 100});
        auto fills = view->drawing().all<DisplayList::Fill>();
        QCOMPARE(fills.size(), std::size_t{1});
        QCOMPARE(fills[0].brush.color(), darkTheme().semantic(SemanticColor::Critical));
        options.color = StatColor::Background;
        view = viewOf<StatPanel>(specWith(options), {95}, {200, 100});
        QVERIFY(view->drawing().all<DisplayList::Fill>().at(0).brush.gradient() != nullptr);
        options.color = StatColor::None;
        view = viewOf<StatPanel>(specWith(options), {95}, {200, 100});
        QVERIFY(view->drawing().all<DisplayList::Fill>().empty());
        QCOMPARE(view->drawing().all<DisplayList::Text>().at(0).color, darkTheme().text);
    }

    /// The plugin's wall of polygons: one surface for each value, names where they fit.
    void statPolygons()
    {
        StatOptions options;
        options.color = StatColor::BackgroundSolid;
        options.text = StatText::ValueAndName;
        for (const StatShape shape :
             {StatShape::HexagonPointed, StatShape::HexagonFlat, StatShape::Circle, StatShape::Square}) {
            options.shape = shape;
            auto view = viewOf<StatPanel>(specWith(options), {42, 95, 7}, {600, 300});
            auto shapes = view->drawing().all<DisplayList::Shape>();
            QCOMPARE(shapes.size(), std::size_t{3});
            QCOMPARE(shapes[1].brush.color(), darkTheme().semantic(SemanticColor::Critical));
            QVERIFY(view->drawing().all<DisplayList::Fill>().empty());
            QStringList texts = textsOf(*view);
            QVERIFY(texts.contains(QStringLiteral("series 0")) && texts.contains(QStringLiteral("42")));
            for (const DisplayList::Text &text : view->drawing().all<DisplayList::Text>()) {
                QVERIFY(std::ranges::any_of(shapes, [&text](const DisplayList::Shape &one) {
                    return one.path.boundingRect().contains(text.box);
                }));
            }
            view = viewOf<StatPanel>(specWith(options), std::vector<double>(300, 42), {200, 100});
            QCOMPARE(view->drawing().all<DisplayList::Shape>().size(), std::size_t{300});
            QVERIFY(textsOf(*view).isEmpty());
        }
        // Without a coloured surface there is none to have a shape.
        options.color = StatColor::Value;
        QVERIFY(viewOf<StatPanel>(specWith(options), {42, 95}, {600, 300})
                    ->drawing()
                    .all<DisplayList::Shape>()
                    .empty());
    }

    void gaugeBars()
    {
        GaugeOptions options;
        options.thresholdMarkers = false;
        const auto shapesWith = [](const GaugeOptions &look) {
            return viewOf<GaugePanel>(specWith(look), {50}, {300, 300})->drawing().all<DisplayList::Shape>();
        };
        const auto flat = shapesWith(options);
        QCOMPARE(flat.size(), std::size_t{2}); // the track and what is filled
        options.shape = GaugeShape::Circle;
        const auto round = shapesWith(options);
        const QRectF box = round[0].path.boundingRect();
        QVERIFY(std::abs(box.width() - box.height()) < 1);
        QVERIFY(flat[0].path.boundingRect().height() < flat[0].path.boundingRect().width());
        options.barWidth = 1;
        QVERIFY(shapesWith(options)[0].pen.widthF() > 1.5 * round[0].pen.widthF());
        options.bar = GaugeBar::Rounded;
        QCOMPARE(shapesWith(options)[0].pen.capStyle(), Qt::RoundCap);
        QCOMPARE(shapesWith(options).size(), std::size_t{5}); // an end each, and the point
        options.endPoint = false;
        QCOMPARE(shapesWith(options).size(), std::size_t{4});
        options.gradient = true;
        const auto shapes = shapesWith(options);
        QVERIFY(shapes[3].pen.brush().gradient() != nullptr);
        // Each end has the gradient's colour there, also where a circle's ends meet.
        const QPointF start = shapes[1].path.boundingRect().center();
        QVERIFY(std::abs(start.x() - round[0].path.boundingRect().center().x()) < 1);
        QVERIFY(shapes[1].brush.color() != shapes[2].brush.color());
        QCOMPARE(shapes[1].brush.color(), shapes[3].pen.brush().gradient()->stops().back().second);
        options.segments = 12;
        QCOMPARE(shapesWith(options).size(), std::size_t{12});
        options.segments = 2'000'000'000;
        QVERIFY(shapesWith(options).size() < 1000);
    }

    void gaugeTexts()
    {
        GaugeOptions options;
        options.text = StatText::Name;
        QStringList texts = textsOf(*viewOf<GaugePanel>(specWith(options), {42}, {300, 300}));
        QVERIFY(texts.contains(QStringLiteral("series 0")) && !texts.contains(QStringLiteral("42")));
        options.text = StatText::None;
        QVERIFY(textsOf(*viewOf<GaugePanel>(specWith(options), {42, 43}, {300, 300})).isEmpty());
    }

    void statGraph()
    {
        StatOptions options;
        QCOMPARE(viewOf<StatPanel>(specWith(options), {95}, {200, 100})
                     ->drawing()
                     .all<DisplayList::Picture>()
                     .size(),
                 std::size_t{1});
        options.graph = StatGraph::None;
        QVERIFY(viewOf<StatPanel>(specWith(options), {95}, {200, 100})
                    ->drawing()
                    .all<DisplayList::Picture>()
                    .empty());
    }

    void statChange()
    {
        StatOptions options;
        options.percentChange = true;
        auto view = viewOf<StatPanel>(specWith(options), {40}, {300, 200});
        QVERIFY(textsOf(*view).contains(QStringLiteral("↑ 100%")));
        const auto colorOf = [](ValueView &one) {
            for (const DisplayList::Text &text : one.drawing().all<DisplayList::Text>()) {
                if (text.text.contains(u'%'))
                    return text.color;
            }
            return QColor();
        };
        QCOMPARE(colorOf(*view), darkTheme().semantic(SemanticColor::Good));
        options.percentChangeColor = PercentChangeColor::Inverted;
        view = viewOf<StatPanel>(specWith(options), {40}, {300, 200});
        QCOMPARE(colorOf(*view), darkTheme().semantic(SemanticColor::Critical));
    }

    void mappingsAndNoValue()
    {
        PanelSpec spec = specWith(StatOptions());
        spec.field.mappings = std::vector<ValueMapping>{{ExactMapping{"1"}, {"up", "blue", "check"}}};
        spec.field.noValue = "nobody";
        auto view = viewOf<StatPanel>(spec, {1}, {200, 100});
        QCOMPARE(view->values().at(0).text, QStringLiteral("✓ up"));
        QCOMPARE(view->values().at(0).color, darkTheme().named("blue"));
        view->setData(valuesOf({}));
        QVERIFY(textsOf(*view).contains(QStringLiteral("nobody")));
    }

    void displaysAreKeptUntilTheConfigChanges()
    {
        const auto view = viewOf<StatPanel>(specWith(StatOptions()), {1, 2, 3}, {300, 200});
        QCOMPARE(view->reader().displaysMade(), std::size_t{3});
        view->setData(valuesOf({4, 5, 6}));
        QCOMPARE(view->reader().displaysMade(), std::size_t{3});
    }

    void gaugeOptions()
    {
        GaugeOptions options;
        const auto arcs = [&options] {
            return viewOf<GaugePanel>(specWith(options), {75}, {260, 220})
                ->drawing()
                .all<DisplayList::Shape>()
                .size();
        };
        QCOMPARE(arcs(), std::size_t{5}); // three steps, the track, the value
        options.thresholdMarkers = false;
        QCOMPARE(arcs(), std::size_t{2});
        options.thresholdLabels = true;
        const QStringList texts = textsOf(*viewOf<GaugePanel>(specWith(options), {75}, {260, 220}));
        QVERIFY(texts.contains(QStringLiteral("50")));
        QVERIFY(texts.contains(QStringLiteral("90")));
    }

    void barModes()
    {
        BarGaugeOptions options;
        options.orientation = Orientation::Horizontal;
        options.display = CellGaugeMode::Basic;
        auto fills =
            viewOf<BarGaugePanel>(specWith(options), {75}, {400, 60})->drawing().all<DisplayList::Fill>();
        QCOMPARE(fills.size(), std::size_t{2});
        QCOMPARE(fills[1].brush.color(), darkTheme().semantic(SemanticColor::Warning));
        QVERIFY(std::abs(fills[1].rect.width() / fills[0].rect.width() - 0.75) < 1e-9);
        options.showUnfilled = false;
        QCOMPARE(viewOf<BarGaugePanel>(specWith(options), {75}, {400, 60})
                     ->drawing()
                     .all<DisplayList::Fill>()
                     .size(),
                 std::size_t{1});
        options.display = CellGaugeMode::Lcd;
        fills = viewOf<BarGaugePanel>(specWith(options), {75}, {400, 60})->drawing().all<DisplayList::Fill>();
        QVERIFY(fills.size() > 20);
        QCOMPARE(fills.front().brush.color(), darkTheme().semantic(SemanticColor::Good));
        QCOMPARE(fills.back().brush.color(), darkTheme().semantic(SemanticColor::Warning));
    }

    void barsStandOrLie()
    {
        BarGaugeOptions options;
        options.display = CellGaugeMode::Basic;
        const auto bar = [&options](QSize size) {
            return viewOf<BarGaugePanel>(specWith(options), {75, 20}, size)
                ->drawing()
                .all<DisplayList::Fill>()[0]
                .rect;
        };
        QVERIFY(bar({400, 200}).height() > bar({400, 200}).width());
        QVERIFY(bar({200, 400}).width() > bar({200, 400}).height());
        options.orientation = Orientation::Horizontal;
        QVERIFY(bar({400, 200}).width() > bar({400, 200}).height());
    }

    void nothingIsDrawnOutside_data()
    {
        QTest::addColumn<int>("type");
        QTest::addColumn<QSize>("size");
        for (int type = 0; type < 3; ++type) {
            for (const QSize size :
                 {QSize(60, 20), QSize(120, 60), QSize(400, 40), QSize(400, 300), QSize(90, 400)})
                QTest::addRow("%d %dx%d", type, size.width(), size.height()) << type << size;
        }
    }

    void nothingIsDrawnOutside()
    {
        QFETCH(int, type);
        QFETCH(QSize, size);
        for (const std::size_t count : {1U, 2U, 7U, 40U}) {
            const std::vector<double> numbers(count, 123456.789);
            std::unique_ptr<ValueView> view;
            if (type == 0)
                view = viewOf<StatPanel>(specWith(StatOptions()), numbers, size);
            else if (type == 1)
                view = viewOf<GaugePanel>(specWith(GaugeOptions()), numbers, size);
            else
                view = viewOf<BarGaugePanel>(specWith(BarGaugeOptions()), numbers, size);
            QVERIFY(view->shownCount() >= 1);
            const QRectF room = QRectF(view->rect()).adjusted(-12, -12, 12, 12);
            for (const DisplayList::Fill &fill : view->drawing().all<DisplayList::Fill>())
                QVERIFY(room.contains(fill.rect) || fill.rect.isEmpty());
        }
    }

    void nothingAtAllIsMapped()
    {
        PanelSpec spec = specWith(StatOptions());
        const auto textsWithout = [](const PanelSpec &panel, auto *type) {
            std::remove_pointer_t<decltype(type)> view(panel, darkTheme());
            view.resize(300, 200);
            auto none = std::make_shared<PanelData>();
            none->range = {0, 10'000};
            view.setData(none);
            return textsOf(view);
        };
        StatPanel *const stat = nullptr;
        QVERIFY(textsWithout(spec, stat).contains(QStringLiteral("No data")));
        spec.field.mappings = {ValueMapping{SpecialValue::Null, {"N/A", "blue", {}}}};
        QCOMPARE(textsWithout(spec, stat), QStringList{QStringLiteral("N/A")});
        spec.field.mappings.reset();
        spec.field.noValue = "nothing";
        QCOMPARE(textsWithout(spec, stat), QStringList{QStringLiteral("nothing")});
        QVERIFY(textsWithout(spec, static_cast<GaugePanel *>(nullptr)).contains(QStringLiteral("nothing")));
        QVERIFY(
            textsWithout(spec, static_cast<BarGaugePanel *>(nullptr)).contains(QStringLiteral("nothing")));
    }

    void barsStandAsTheirOrderSays()
    {
        BarGaugeOptions options;
        options.orientation = Orientation::Horizontal;
        const auto order = [&options] {
            QStringList names;
            for (const QString &text :
                 textsOf(*viewOf<BarGaugePanel>(specWith(options), {20, 75, 5}, {400, 300}))) {
                if (text.startsWith(QStringLiteral("series")))
                    names << text.last(1);
            }
            return names.join(QString());
        };
        QCOMPARE(order(), QStringLiteral("102"));
        options.sort = SortOrder::None;
        QCOMPARE(order(), QStringLiteral("012"));
        options.sort = SortOrder::Ascending;
        QCOMPARE(order(), QStringLiteral("201"));
    }

    void datesAreSeenFromTheRangesEnd()
    {
        PanelSpec spec = specWith(StatOptions());
        spec.field.thresholds.reset();
        spec.field.unit = "dateTimeFromNow";
        StatPanel view(spec, darkTheme());
        view.resize(400, 200);
        auto data = std::make_shared<PanelData>();
        data->range = {1'700'000'000'000, 1'700'007'200'000};
        data->series.resize(1);
        data->series[0].samples = {{1'700'007'200'000, 1'700'000'000'000.0}};
        view.setData(data);
        QCOMPARE(textsOf(view), QStringList{QStringLiteral("2 hours ago")});
        // Time goes on, the value stays.
        auto later = std::make_shared<PanelData>(*data);
        later->range = {1'700'000'000'000, 1'700'010'800'000};
        later->series[0].samples = {{1'700'010'800'000, 1'700'000'000'000.0}};
        view.setData(later);
        QCOMPARE(textsOf(view), QStringList{QStringLiteral("3 hours ago")});
    }

    void datesAreOfTheDashboardsZone()
    {
        PanelSpec spec = specWith(StatOptions());
        spec.field.unit = "dateTimeAsIso";
        StatPanel view(spec, darkTheme());
        view.resize(400, 200);
        auto data = std::make_shared<PanelData>();
        data->range = {0, 10'000};
        data->series.resize(1);
        data->series[0].samples = {{10'000, 1'700'000'000'000.0}};
        view.setTimeZone(QTimeZone("Africa/Cairo"));
        view.setData(data);
        QCOMPARE(textsOf(view), QStringList{QStringLiteral("2023-11-15 00:13:20")});
        view.setTimeZone(QTimeZone::utc());
        QCOMPARE(textsOf(view), QStringList{QStringLiteral("2023-11-14 22:13:20")});
    }

    void exportPaintsTheSame()
    {
        const auto view = viewOf<BarGaugePanel>(specWith(BarGaugeOptions()), {75, 20}, {300, 100});
        QImage screen(view->size(), QImage::Format_RGB32);
        QImage paper(view->size(), QImage::Format_RGB32);
        view->render(&screen);
        QPainter painter(&paper);
        view->exportTo(painter);
        painter.end();
        QCOMPARE(paper, screen);
    }
};

} // namespace

SIGHTGLASS_TEST(ValueOptionsTest)
#include "valueoptionstest.moc"
