// SPDX-License-Identifier: GPL-3.0-or-later
// Every mode of a time series panel as the panel shows it: moving on, in the legend, on its axes, exported.
#include "model/presentation/valuetext.h"
#include "tests/support/testcase.h"
#include "tests/widgets/panels/syntheticdata.h"
#include "widgets/chart/displaylist.h"
#include "widgets/panelkit/legendview.h"
#include "widgets/plots/timeseriespanel.h"
#include "widgets/plots/timeseriesplot.h"

#include <QPainter>
#include <QPicture>
#include <QTest>

#include <functional>

namespace {

using namespace sightglass;
using sightglass::test::Synthetic;

using Configure = std::function<void(GraphConfig &)>;

constexpr Synthetic fiveMinutes{.rangeMs = 300'000, .series = 3};

PanelDataPtr shared(PanelData data)
{
    return std::make_shared<const PanelData>(std::move(data));
}

PanelSpec timeSeries()
{
    PanelSpec spec;
    spec.options = standardOptions(PanelType::TimeSeries);
    return spec;
}

struct Stage
{
    explicit Stage(const PanelSpec &spec, PanelData data = test::walks(fiveMinutes, 100),
                   const Theme &theme = darkTheme())
        : panel(spec, theme, &window)
    {
        window.resize(600, 320);
        panel.setGeometry(window.rect());
        panel.setData(shared(std::move(data)));
        window.show();
        window.grab();
    }
    [[nodiscard]] TimeSeriesPlot *plot() const { return panel.plot(); }
    [[nodiscard]] DisplayList list() const
    {
        DisplayList list;
        plot()->addTo(list, {});
        return list;
    }

    QWidget window;
    TimeSeriesPanel panel;
};

QStringList textsOf(const DisplayList &list)
{
    QStringList texts;
    for (const auto &text : list.all<DisplayList::Text>())
        texts.append(text.text);
    return texts;
}

const std::vector<std::pair<const char *, Configure>> &modes()
{
    static const std::vector<std::pair<const char *, Configure>> all{
        {"plain", [](GraphConfig &) {}},
        {"smooth", [](GraphConfig &graph) { graph.interpolation = LineInterpolation::Smooth; }},
        {"step before", [](GraphConfig &graph) { graph.interpolation = LineInterpolation::StepBefore; }},
        {"step after", [](GraphConfig &graph) { graph.interpolation = LineInterpolation::StepAfter; }},
        {"bars", [](GraphConfig &graph) { graph.drawStyle = DrawStyle::Bars; }},
        {"points", [](GraphConfig &graph) { graph.drawStyle = DrawStyle::Points; }},
        {"stack",
         [](GraphConfig &graph) {
             graph.stacking = Stacking{StackingMode::Normal, {}};
         }},
        {"percent",
         [](GraphConfig &graph) {
             graph.stacking = Stacking{StackingMode::Percent, {}};
         }},
        {"log",
         [](GraphConfig &graph) {
             graph.scale = ScaleDistribution{ScaleKind::Log, 10, 1};
         }},
        {"symlog",
         [](GraphConfig &graph) {
             graph.scale = ScaleDistribution{ScaleKind::SymLog, 10, 1};
         }},
        {"hue", [](GraphConfig &graph) { graph.gradient = GradientMode::Hue; }},
        {"opacity", [](GraphConfig &graph) { graph.gradient = GradientMode::Opacity; }},
        {"dashes",
         [](GraphConfig &graph) {
             graph.lineStyle = LineStyle{{8, 4}};
         }},
        {"negative", [](GraphConfig &graph) { graph.transform = ValueTransform::NegativeY; }},
        {"span nulls", [](GraphConfig &graph) { graph.spanNulls = true; }},
        {"thresholds", [](GraphConfig &graph) { graph.thresholdsStyle = ThresholdsStyle::LineAndArea; }},
    };
    return all;
}

class TimeSeriesModesTest : public sightglass::test::TestCase
{
    Q_OBJECT

    static void addModes()
    {
        QTest::addColumn<int>("mode");
        for (std::size_t i = 0; i < modes().size(); ++i)
            QTest::newRow(modes()[i].first) << static_cast<int>(i);
    }
    static PanelSpec specOf(int mode)
    {
        PanelSpec spec = timeSeries();
        spec.field.min = 0.1;
        spec.field.max = 400;
        spec.field.thresholds =
            Thresholds{ThresholdsMode::Absolute, {{std::nullopt, "good"}, {50, "critical"}}};
        modes()[static_cast<std::size_t>(mode)].second(spec.field.graph);
        return spec;
    }

private slots:
    void aTickGivesTheSamePictureAsAFreshPanel_data() { addModes(); }
    void aTickGivesTheSamePictureAsAFreshPanel()
    {
        QFETCH(int, mode);
        const PanelSpec spec = specOf(mode);
        PanelData data = test::walks(fiveMinutes, 100);
        for (PanelSeries &series : data.series)
            series.samples.eraseIf([](const Sample &s) { return s.t % 97'000 == 0; });
        Stage stage(spec, data);
        PanelDataPtr next = shared(data);
        for (int i = 0; i < 4; ++i) {
            // With and without being told what is the same.
            next = i % 2 == 0 ? test::tickLater(next) : test::tickLater(*next);
            const std::uint64_t before = stage.plot()->layer().columnsDrawn();
            stage.panel.setData(next);
            stage.window.grab();
            QVERIFY(stage.plot()->layer().columnsDrawn() - before < 160);
        }
        const Stage fresh(spec, *next);
        QCOMPARE(stage.plot()->layer().image(), fresh.plot()->layer().image());
    }

    void isExportedAsVectors_data() { addModes(); }
    void isExportedAsVectors()
    {
        QFETCH(int, mode);
        Stage stage(specOf(mode));
        const DisplayList list = stage.list();
        QVERIFY(list.all<DisplayList::Picture>().empty());
        QVERIFY(!list.all<DisplayList::Shape>().empty() || list.all<DisplayList::Fill>().size() > 100);
        QVERIFY(list.all<DisplayList::Text>().size() > 5);
        QImage image(stage.panel.size(), QImage::Format_RGB32);
        QPainter painter(&image);
        stage.panel.exportTo(painter);
        painter.end();
        QCOMPARE(image.pixel(image.width() - 2, 1), darkTheme().surface.rgb());
    }

    void twoUnitsHaveTwoAxes()
    {
        PanelData data = test::walks(fiveMinutes, 100);
        auto bytes = std::make_shared<FieldConfig>();
        bytes->unit = "bytes";
        bytes->graph.axisLabel = "Memory";
        bytes->graph.axisColor = AxisColorMode::Series;
        data.series[1].config = bytes;
        for (Sample &sample : data.series[1].samples.edit())
            sample.v *= 1e7;
        PanelSpec spec = timeSeries();
        spec.field.unit = "s";
        Stage stage(spec, data);
        QCOMPARE(stage.plot()->scaledAxes().size(), std::size_t{2});
        const QStringList texts = textsOf(stage.list());
        QVERIFY(texts.contains(QStringLiteral("Memory")));
        QVERIFY(
            std::ranges::any_of(texts, [](const QString &t) { return t.endsWith(QStringLiteral("MiB")); }));
        QVERIFY(stage.plot()->plotRect().right() < stage.plot()->width() - 30);
        for (const auto &text : stage.list().all<DisplayList::Text>()) {
            if (text.text == QStringLiteral("Memory"))
                QVERIFY(text.box.center().x() > stage.plot()->plotRect().right() && text.angle == -90);
        }
    }

    void valuesStandAtTheirSamples()
    {
        PanelData data;
        data.range = {1'700'000'000'000, 1'700'000'040'000};
        data.stepMs = 10'000;
        data.series.resize(2);
        for (int i = 0; i <= 4; ++i) {
            data.series[0].samples.push_back({data.range.from + i * 10'000, 10.0 + i});
            data.series[1].samples.push_back({data.range.from + i * 10'000, 20.0 + i});
        }
        PanelSpec spec = timeSeries();
        spec.field.unit = "s";
        const auto told = [](const DisplayList &list) {
            QStringList texts = textsOf(list);
            texts.erase(
                std::remove_if(texts.begin(), texts.end(),
                               [](const QString &text) { return !text.endsWith(QStringLiteral(" s")); }),
                texts.end());
            return texts;
        };
        Stage plain(spec, data);
        const QStringList ticks = told(plain.list());
        const QImage without = plain.plot()->grab().toImage();
        // One says so: what lies at the plot's edges has no room.
        FieldConfig shown;
        shown.graph.showValues = true;
        data.series[0].config = std::make_shared<const FieldConfig>(merged(spec.field, shown));
        Stage stage(spec, data);
        const QStringList values = told(stage.list());
        for (int value = 10; value <= 24; ++value) {
            const QString text = QString::number(value) + QStringLiteral(" s");
            QCOMPARE(values.count(text) - ticks.count(text), value > 10 && value < 14 ? 1 : 0);
        }
        QVERIFY(stage.plot()->grab().toImage() != without);
        // Where samples are closer than their numbers, those that fit.
        spec.field.graph.showValues = true;
        const Stage many(spec, test::walks(fiveMinutes, 100));
        const auto texts = many.list().all<DisplayList::Text>();
        for (std::size_t i = 0; i < texts.size(); ++i) {
            for (std::size_t k = 0; k < i; ++k)
                QVERIFY(!texts[i].box.intersects(texts[k].box) ||
                        !texts[i].text.endsWith(QStringLiteral(" s")) ||
                        !texts[k].text.endsWith(QStringLiteral(" s")));
        }
        QVERIFY(texts.size() > 15);
    }

    void legendAtTheRight()
    {
        PanelSpec spec = timeSeries();
        legendOf(spec.options)->placement = LegendPlacement::Right;
        legendOf(spec.options)->width = 150;
        Stage stage(spec);
        QCOMPARE(stage.panel.legend()->width(), 150);
        QCOMPARE(stage.panel.legend()->geometry().right(), stage.panel.rect().right());
        QVERIFY(stage.plot()->geometry().right() < stage.panel.legend()->geometry().left());
    }

    void hiddenFromLegendOrTooltip()
    {
        PanelData data = test::walks(fiveMinutes, 100);
        auto hidden = std::make_shared<FieldConfig>();
        hidden->graph.hideFrom = HideFrom{true, true, false};
        data.series[0].config = hidden;
        Stage stage(timeSeries(), data);
        QCOMPARE(stage.panel.legend()->items().size(), std::size_t{2});
        const QRectF rect = stage.plot()->plotRect();
        QTest::mouseMove(stage.plot(), rect.center().toPoint());
        QCOMPARE(stage.plot()->currentReadout().rows.size(), std::size_t{2});
        QCOMPARE(stage.plot()->scene().series.size(), std::size_t{3});
        // The legend's first item is the second series.
        const QString first = stage.panel.legend()->items()[0].name;
        QTest::mouseClick(stage.panel.legend()->viewport(), Qt::LeftButton, {},
                          stage.panel.legend()->itemRect(0).center());
        QTest::mouseMove(stage.plot(), rect.center().toPoint() + QPoint(3, 0));
        QCOMPARE(stage.plot()->currentReadout().rows.size(), std::size_t{1});
        QCOMPARE(stage.plot()->currentReadout().rows[0].name, first);
    }

    /// What a layer tells is its own sample, not how high the stack is, at the time when it was taken.
    void layersTellTheirOwnSamples_data()
    {
        QTest::addColumn<int>("mode");
        QTest::newRow("normal") << int(StackingMode::Normal);
        QTest::newRow("shares") << int(StackingMode::Percent);
        QTest::newRow("bars") << int(StackingMode::None);
    }
    void layersTellTheirOwnSamples()
    {
        QFETCH(int, mode);
        PanelSpec spec = timeSeries();
        spec.field.graph.stacking = Stacking{StackingMode(mode), {}};
        if (StackingMode(mode) == StackingMode::None)
            spec.field.graph.drawStyle = DrawStyle::Bars;
        PanelData data = test::walks(fiveMinutes, 100);
        data.origins = {QueryOrigin{1000, 0}};
        for (std::size_t i = 0; i < data.series.size(); ++i) {
            std::vector<Sample> ages;
            for (const Sample &sample : data.series[i].samples)
                ages.push_back({sample.t, 120.0 + 7000.0 * static_cast<double>(i)});
            data.series[i].sampled = SampledValues{0, ages};
        }
        Stage stage(spec, data);
        QTest::mouseMove(stage.plot(), stage.plot()->plotRect().center().toPoint());
        const Readout readout = stage.plot()->currentReadout();
        QCOMPARE(readout.rows.size(), std::size_t{3});
        QVERIFY2(readout.title.contains(QStringLiteral(".880")), qPrintable(readout.title));
        QVERIFY2(!readout.title.contains(QStringLiteral("evaluated")), qPrintable(readout.title));
        QVERIFY2(!readout.note.contains(QStringLiteral("evaluated")), qPrintable(readout.note));
        qsizetype old = 0;
        for (const ReadoutRow &row : readout.rows) {
            const auto series = std::ranges::find(data.series, row.name.toStdString(), &PanelSeries::name) -
                                data.series.begin();
            const auto &samples = data.series[static_cast<std::size_t>(series)].samples;
            QVERIFY2(std::ranges::any_of(samples,
                                         [&row](const Sample &sample) {
                                             return valueText(sample.v, "").left(3) == row.value.left(3);
                                         }),
                     qPrintable(row.name + u' ' + row.value));
            old +=
                row.detail.contains(QStringLiteral("old")) || readout.title.contains(QStringLiteral("old"));
        }
        QVERIFY(old >= 2);
    }

    void zeroStandsOutBetweenBothSides()
    {
        PanelData data = test::walks(fiveMinutes, 100);
        for (Sample &sample : data.series[0].samples.edit())
            sample.v -= 60;
        const Stage both(timeSeries(), data);
        QVERIFY(both.plot()->scene().zero.has_value());
        const Stage above(timeSeries());
        QVERIFY(!above.plot()->scene().zero);
    }

    void percentThresholdsCountFromTheAxis()
    {
        PanelSpec spec = timeSeries();
        spec.field.min = 0;
        spec.field.max = 200;
        spec.field.graph.thresholdsStyle = ThresholdsStyle::DashedLine;
        spec.field.thresholds =
            Thresholds{ThresholdsMode::Percentage, {{std::nullopt, "good"}, {75, "critical"}}};
        const Stage stage(spec);
        QCOMPARE(stage.plot()->scene().marks.size(), std::size_t{1});
        QVERIFY(std::abs(stage.plot()->scene().marks[0].value - 150) < 1e-9);
        QVERIFY(stage.plot()->scene().marks[0].dashed);
    }

    /// As in Grafana: what lets nothing through is lightened, any other opacity is the author's.
    void areasOfThresholdsHaveTheOpacityOfTheirColours()
    {
        PanelSpec spec = timeSeries();
        spec.field.graph.thresholdsStyle = ThresholdsStyle::Area;
        spec.field.thresholds =
            Thresholds{ThresholdsMode::Absolute,
                       {{std::nullopt, "transparent"}, {10, "rgba(216, 200, 27, 0.27)"}, {20, "#ff0000"}}};
        const Stage stage(spec);
        const auto &strips = stage.plot()->scene().strips;
        QCOMPARE(strips.size(), std::size_t{2});
        QVERIFY(std::abs(strips[0].opacity - 0.27) < 0.005);
        QVERIFY(std::abs(strips[1].opacity - 0.15) < 0.005);
    }

    void eventsAreMarkedBelowTheAxis()
    {
        PanelData data = test::walks(fiveMinutes, 100);
        const TimestampMs middle = data.range.from + 150'000;
        data.events = {{middle - 60'000, PanelEvent::Kind::CounterReset, {}},
                       {middle, PanelEvent::Kind::CounterReset, {}},
                       {middle, PanelEvent::Kind::Restart, {}},
                       {middle + 60'000, PanelEvent::Kind::FailedScrape, {}}};
        Stage stage(timeSeries(), data);
        const auto &marks = stage.plot()->eventMarks();
        QCOMPARE(marks.size(), std::size_t{3});
        QVERIFY(marks[1].kind == PanelEvent::Kind::Restart);
        const QRectF rect = stage.plot()->plotRect();
        const QPointF below(rect.left() + marks[1].x, rect.bottom() + 5);
        QCOMPARE(stage.plot()->eventsAt(below), (std::vector<std::size_t>{1, 2}));
        QVERIFY(stage.plot()->eventsAt(rect.center()).empty());
        QVERIFY(eventSign(PanelEvent::Kind::Restart) != eventSign(PanelEvent::Kind::FailedScrape));
    }

    void bandsLieBehindTheirLine()
    {
        PanelData data = test::walks({.rangeMs = 300'000, .series = 1}, 100);
        ErrorBand band;
        for (const Sample &sample : data.series[0].samples) {
            band.low.push_back({sample.t, sample.v / 2});
            band.high.push_back({sample.t, sample.v * 2});
        }
        data.bands.push_back(band);
        const Stage stage(timeSeries(), data);
        const auto &series = stage.plot()->scene().series;
        QCOMPARE(series.size(), std::size_t{2});
        QVERIFY(series[0].fillOpacity > 0 && !series[0].base.empty() && series[0].style.lineWidth == 0.0);
        QCOMPARE(series[0].color, series[1].color);
    }
};

SIGHTGLASS_TEST(TimeSeriesModesTest)

} // namespace

#include "timeseriesmodestest.moc"
