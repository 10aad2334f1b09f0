// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/timelines/timelinepanel.h"

#include "tests/support/testcase.h"
#include "widgets/timelines/rowpager.h"
#include "widgets/timelines/timelineplot.h"

#include <QMenu>
#include <QPainter>
#include <QPicture>
#include <QSignalSpy>
#include <QTest>

namespace {

using namespace sightglass;

PanelDataPtr services(int rows)
{
    auto data = std::make_shared<PanelData>();
    data->stepMs = 15'000;
    data->range = {0, 3'600'000};
    for (int i = 0; i < rows; ++i) {
        PanelSeries series;
        series.name = "service-" + std::to_string(i);
        series.labels = Labels(std::vector<Label>{{"i", std::to_string(i)}});
        for (TimestampMs t = 0; t <= 3'600'000; t += 15'000)
            series.samples.push_back({t, t > 1'800'000 && i == 0 ? 0.0 : 1.0});
        data->series.push_back(std::move(series));
    }
    return data;
}

PanelSpec specOf(PanelOptions options = StateTimelineOptions())
{
    PanelSpec spec;
    spec.title = "Up";
    spec.options = std::move(options);
    spec.field.mappings = std::vector<ValueMapping>{{ExactMapping{"1"}, {"Up", "green", std::nullopt}},
                                                    {ExactMapping{"0"}, {"Down", "red", std::nullopt}}};
    return spec;
}

struct Stage
{
    explicit Stage(const PanelSpec &spec, int rows = 3)
        : panel(spec, darkTheme(), &window)
    {
        window.resize(640, 260);
        panel.setGeometry(window.rect());
        panel.setData(services(rows));
        window.show();
        window.grab();
    }

    [[nodiscard]] QPoint at(double x, double y) const
    {
        const QRectF rect = panel.plot()->plotRect();
        return (rect.topLeft() + QPointF(rect.width() * x, rect.height() * y)).toPoint();
    }

    QWidget window;
    TimelinePanel panel;
};

QStringList textsOf(const DisplayList &list)
{
    QStringList texts;
    for (const DisplayList::Text &text : list.all<DisplayList::Text>())
        texts.append(text.text);
    return texts;
}

class TimelinePanelTest : public sightglass::test::TestCase
{
    Q_OBJECT

private slots:
    void barsBearTheirStates()
    {
        Stage stage(specOf());
        QCOMPARE(textsOf(stage.panel.plot()->drawing()),
                 QStringList({QStringLiteral("Up"), QStringLiteral("Down"), QStringLiteral("Up"),
                              QStringLiteral("Up")}));
        QVERIFY(stage.panel.accessibleDescription().contains(QStringLiteral("service-0: Down")));
    }

    void thePointerReadsStateAndTimes()
    {
        PanelSpec spec = specOf();
        std::get<StateTimelineOptions>(spec.options).tooltip.mode = TooltipMode::Single;
        Stage stage(spec);
        QSignalSpy hovered(&stage.panel, &PanelView::hovered);
        QTest::mouseMove(stage.panel.plot(), stage.at(0.75, 0.1));
        QCOMPARE(hovered.size(), 1);
        const Readout readout = stage.panel.plot()->currentReadout();
        QCOMPARE(readout.rows.size(), std::size_t(1));
        QCOMPARE(readout.rows[0].name, QStringLiteral("service-0"));
        QVERIFY(readout.rows[0].value.startsWith(QStringLiteral("Down")));
        QVERIFY2(readout.note.contains(QStringLiteral("29m45s")), qPrintable(readout.note));
        QVERIFY2(readout.note.count(QStringLiteral("1970-")) <= 1, qPrintable(readout.note)); // one day
    }

    void linksOfARowAreOffered()
    {
        PanelSpec spec = specOf();
        spec.field.links =
            std::vector<DataLink>{{"Open", "https://x.example/${__field.labels.i}?is=${__value.text}"}};
        Stage stage(spec);
        QSignalSpy followed(&stage.panel, &PanelView::linkRequested);
        QTest::mouseMove(stage.panel.plot(), stage.at(0.75, 0.1));
        QTest::mouseClick(stage.panel.plot(), Qt::LeftButton, {}, stage.at(0.75, 0.1));
        auto *menu = stage.panel.plot()->findChild<QMenu *>(QStringLiteral("seriesLinks"));
        QVERIFY(menu != nullptr);
        menu->actions().front()->trigger();
        QCOMPARE(followed.takeFirst().at(0).toUrl(), QUrl(QStringLiteral("https://x.example/0?is=Down")));
    }

    void allRowsAreRead()
    {
        PanelSpec spec = specOf();
        std::get<StateTimelineOptions>(spec.options).tooltip.mode = TooltipMode::All;
        Stage stage(spec);
        QTest::mouseMove(stage.panel.plot(), stage.at(0.75, 0.5));
        const Readout readout = stage.panel.plot()->currentReadout();
        QCOMPARE(readout.rows.size(), std::size_t(3));
        for (const ReadoutRow &row : readout.rows)
            QCOMPARE(row.nearest, row.name == QStringLiteral("service-1"));
    }

    void zerosAreHidden()
    {
        PanelSpec spec = specOf();
        std::get<StateTimelineOptions>(spec.options).tooltip.mode = TooltipMode::All;
        std::get<StateTimelineOptions>(spec.options).tooltip.hideZeros = true;
        Stage without(spec);
        QTest::mouseMove(without.panel.plot(), without.at(0.7, 0.45));
        QCOMPARE(without.panel.plot()->currentReadout().rows.size(), std::size_t(2));
    }

    void aClickInTheLegendFadesOthers()
    {
        Stage stage(specOf());
        QVERIFY(stage.panel.legend());
        QCOMPARE(stage.panel.legend()->items().size(), std::size_t(2));
        emit stage.panel.legend()->isolateRequested(1);
        stage.window.grab();
        QCOMPARE(textsOf(stage.panel.plot()->drawing()), QStringList(QStringLiteral("Down")));
        emit stage.panel.legend()->isolateRequested(1);
        stage.window.grab();
        QCOMPARE(textsOf(stage.panel.plot()->drawing()).size(), 4);
    }

    /// A history of numbers has the steps of its thresholds in its legend, reached or not, as in Grafana.
    void aHistorysLegendHasTheThresholds()
    {
        PanelSpec spec;
        spec.options = StatusHistoryOptions();
        spec.field.color = FieldColor{ColorMode::Thresholds, {}, {}, ColorBy::Last};
        spec.field.thresholds =
            Thresholds{ThresholdsMode::Absolute, {{std::nullopt, "green"}, {1, "yellow"}, {80, "red"}}};
        Stage stage(spec);
        const std::vector<LegendItem> &items = stage.panel.legend()->items();
        QCOMPARE(items.size(), std::size_t(3));
        QCOMPARE(items[0].name, QStringLiteral("< 1"));
        QCOMPARE(items[1].name, QStringLiteral("1+"));
        QCOMPARE(items[2].name, QStringLiteral("80+"));
        QCOMPARE(items[2].color, darkTheme().named("red"));
        QVERIFY(stage.panel.legend()->isVisible());
        // A cell says its value, and fades with its step.
        QVERIFY(textsOf(stage.panel.plot()->drawing()).filter(QStringLiteral("+")).isEmpty());
        const auto before = stage.window.grab().toImage();
        emit stage.panel.legend()->isolateRequested(0);
        QVERIFY(stage.window.grab().toImage() != before);
        // Values that have names are called by these, and steps that none of them reaches are none.
        spec.field.mappings = specOf().field.mappings;
        QCOMPARE(Stage(spec).panel.legend()->items().size(), std::size_t(2));
    }

    /// A state is one entry, however its rows are filled.
    void aStateHasOneEntry()
    {
        StateTimelineOptions options;
        options.legend.mode = LegendMode::Table;
        PanelSpec spec = specOf(options);
        QWidget window;
        window.resize(640, 300);
        TimelinePanel panel(spec, darkTheme(), &window);
        panel.setGeometry(window.rect());
        const PanelDataPtr three = services(3);
        auto data = std::make_shared<PanelData>(*three);
        FieldConfig paler = spec.field;
        paler.graph.fillOpacity = 30;
        data->series[1].config = std::make_shared<const FieldConfig>(paler);
        panel.setData(data);
        window.show();
        window.grab();
        QCOMPARE(panel.legend()->items().size(), std::size_t(2));
        // Both looks of it count.
        const QStringList up = panel.legend()->items()[0].values;
        panel.setData(three);
        window.grab();
        QVERIFY(!up.isEmpty());
        QCOMPARE(panel.legend()->items()[0].values, up);
    }

    void manyRowsHavePages()
    {
        Stage stage(specOf(), 100);
        QVERIFY(!stage.panel.pager()->isHidden());
        QVERIFY(stage.panel.pager()->pages() > 5);
        const std::size_t shown = textsOf(stage.panel.plot()->drawing()).size();
        QVERIFY(shown < 40);
        stage.panel.plot()->setFocus();
        QTest::keyClick(stage.panel.plot(), Qt::Key_PageDown);
        QVERIFY(stage.panel.pager()->first() > 0);
        stage.window.grab();
        // The first row, which is down, is on the page before.
        QVERIFY(!textsOf(stage.panel.plot()->drawing()).contains(QStringLiteral("Down")));
        QTest::keyClick(stage.panel.plot(), Qt::Key_PageUp);
        QCOMPARE(stage.panel.pager()->first(), std::size_t(0));
    }

    /// Rows are as low as their names before they are paged.
    void fewRowsOfALowPanelAreOneBelowTheOther()
    {
        Stage stage(specOf(), 4);
        const int line = QFontMetrics(stage.panel.font()).height();
        QCOMPARE(stage.panel.plot()->rowsFitting(5 * line + 7), std::size_t(4));
        QCOMPARE(stage.panel.plot()->rowsFitting(line), std::size_t(1));
        stage.panel.resize(300, 7 * line + 12); // with its legend
        stage.window.grab();
        QVERIFY(!stage.panel.legend()->isHidden() && stage.panel.pager()->isHidden());
    }

    void rowsPerPageIsHonoured()
    {
        StateTimelineOptions options;
        options.rowsPerPage = 2;
        Stage stage(specOf(options), 5);
        QCOMPARE(stage.panel.pager()->pages(), std::size_t(3));
        stage.panel.pager()->turn(2);
        QCOMPARE(stage.panel.pager()->first(), std::size_t(4));
        stage.panel.setData(services(1));
        QVERIFY(stage.panel.pager()->isHidden());
    }

    void aHistoryHasACellForEachSample()
    {
        auto data = std::make_shared<PanelData>(*services(1));
        data->stepMs = 300'000;
        std::vector<Sample> samples = data->series[0].samples.toVector();
        std::erase_if(samples, [](const Sample &sample) { return sample.t % 300'000 != 0; });
        data->series[0].samples = std::move(samples);
        Stage stage(specOf(StatusHistoryOptions()), 1);
        stage.panel.setData(data);
        stage.window.grab();
        std::size_t cells = 0;
        for (const DisplayList::Fill &fill : stage.panel.plot()->drawing().all<DisplayList::Fill>())
            cells += fill.rect.height() > 20 && fill.rect.width() > 5 ? 1 : 0;
        QCOMPARE(cells, std::size_t(13));
    }

    void otherThemeOtherPicture()
    {
        Stage stage(specOf());
        const QImage dark = stage.panel.grab().toImage();
        stage.panel.setTheme(lightTheme());
        QVERIFY(stage.panel.grab().toImage() != dark);
    }

    void exportsAreVectors()
    {
        Stage stage(specOf());
        QPicture picture;
        QPainter painter(&picture);
        stage.panel.exportTo(painter);
        painter.end();
        QVERIFY(picture.size() > 0);
        DisplayList list;
        stage.panel.plot()->addTo(list, {});
        QVERIFY(list.all<DisplayList::Picture>().empty());
        QVERIFY(textsOf(list).contains(QStringLiteral("Down")));
        QVERIFY(textsOf(list).contains(QStringLiteral("service-1")));
    }

    void anySizeIsPainted_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::newRow("tiny") << QSize(20, 10);
        QTest::newRow("flat") << QSize(400, 30);
        QTest::newRow("narrow") << QSize(60, 400);
        QTest::newRow("large") << QSize(1600, 900);
    }
    void anySizeIsPainted()
    {
        QFETCH(QSize, size);
        for (const int rows : {0, 1, 1000}) {
            TimelinePanel panel(specOf(), darkTheme());
            panel.resize(size);
            panel.setData(services(rows));
            QVERIFY(!panel.grab().isNull());
        }
    }
};

SIGHTGLASS_TEST(TimelinePanelTest)

} // namespace

#include "timelinepaneltest.moc"
