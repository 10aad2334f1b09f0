// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plots/timeseriespanel.h"

#include "tests/support/testcase.h"
#include "tests/widgets/panels/syntheticdata.h"
#include "tests/widgets/plots/panelstage.h"
#include "widgets/panelkit/legendview.h"
#include "widgets/panelkit/readouttip.h"
#include "widgets/plots/heatmappanel.h"
#include "widgets/plots/heatmapplot.h"
#include "widgets/plots/timeseriesplot.h"

#include <QDateTime>
#include <QMenu>
#include <QSignalSpy>
#include <QTest>
#include <QTimeZone>
#include <QWheelEvent>

#include <algorithm>

Q_DECLARE_METATYPE(sightglass::TimeRange)

namespace {

using namespace sightglass;
using test::fiveMinutes;
using test::shared;
using Stage = test::PanelStage;
using sightglass::test::Synthetic;

class TimeSeriesPanelTest : public sightglass::test::TestCase
{
    Q_OBJECT

private slots:
    void valuesThatAreDatesHaveRoundTicks()
    {
        PanelData data = test::walks(fiveMinutes, 100);
        double at = 1.7e12;
        for (Sample &sample : data.series[0].samples.edit())
            sample.v = at += 3e9;
        data.series.resize(1);
        PanelSpec spec;
        spec.field.unit = "dateTimeAsIso";
        const Stage stage(spec, std::move(data));
        const std::vector<double> &ticks = stage.plot()->scaledAxes().front().ticks;
        QVERIFY(ticks.size() >= 2);
        for (const double tick : ticks) {
            const auto time = QDateTime::fromMSecsSinceEpoch(qint64(tick), QTimeZone::systemTimeZone());
            QVERIFY2(time.time() == QTime(0, 0) && time.date().day() == 1, qPrintable(time.toString()));
        }
    }

    void hoverReadsRealSamplesSortedByValue()
    {
        PanelData data = test::walks(fiveMinutes, 100);
        for (std::size_t s = 0; s < 3; ++s) {
            for (Sample &sample : data.series[s].samples.edit())
                sample.v = s == 1 ? 30 : s == 0 ? 10 : 20;
        }
        Stage stage({}, data);
        QSignalSpy hovered(stage.plot(), &TimePlot::hovered);
        QTest::mouseMove(stage.plot(), stage.at(0.5, 0.5));
        QCOMPARE(hovered.size(), 1);
        const Readout readout = stage.plot()->currentReadout();
        QCOMPARE(readout.rows.size(), std::size_t{3});
        QCOMPARE(readout.rows[0].value, QStringLiteral("30"));
        QCOMPARE(readout.rows[1].value, QStringLiteral("20"));
        QCOMPARE(readout.rows[2].value, QStringLiteral("10"));
        const auto *tip = stage.window.findChild<ReadoutTip *>();
        QVERIFY(tip && tip->isVisible());
        QVERIFY(!tip->geometry().contains(stage.at(0.5, 0.5)));
        QTest::mouseMove(stage.plot(), QPoint(1, 1));
        QVERIFY(!tip->isVisible());
        QVERIFY(stage.plot()->currentReadout().empty());
    }

    void linksOfASeriesAreOffered()
    {
        PanelData data = test::walks(fiveMinutes, 100);
        for (std::size_t s = 0; s < 3; ++s) {
            data.series[s].labels = Labels({{"pod", "a b/" + std::to_string(s)}});
            for (Sample &sample : data.series[s].samples.edit())
                sample.v = 10 * static_cast<double>(s + 1);
        }
        PanelSpec spec;
        spec.field.min = 0;
        spec.field.max = 40;
        spec.field.links =
            std::vector<DataLink>{{"Logs <b>of</b> ${__field.labels.pod}",
                                   "https://logs.example/?pod=${__field.labels.pod}&v=${__value.raw}"},
                                  {"", "javascript:alert(1)"},
                                  {"Other", "/d/other?var-pod=${__field.labels.pod}&t=${__value.time}"}};
        Stage stage(spec, data);
        QSignalSpy followed(&stage.panel, &PanelView::linkRequested);
        // Next to the line of 20, and said before anybody clicks.
        QTest::mouseMove(stage.plot(), stage.at(0.5, 0.52));
        QVERIFY(stage.plot()->currentReadout().note.contains(QStringLiteral("links")));
        QTest::mouseClick(stage.plot(), Qt::LeftButton, {}, stage.at(0.5, 0.52));
        auto *menu = stage.plot()->findChild<QMenu *>(QStringLiteral("seriesLinks"));
        QVERIFY(menu != nullptr && menu->isVisible());
        QCOMPARE(menu->actions().size(), 2);
        QCOMPARE(menu->actions().front()->text(), QStringLiteral("Logs <b>of</b> a b/1"));
        menu->actions().front()->trigger();
        QCOMPARE(followed.takeFirst().at(0).toUrl().toString(QUrl::FullyEncoded),
                 QStringLiteral("https://logs.example/?pod=a%20b%2F1&v=20"));
        menu->actions().back()->trigger();
        const QString other = followed.takeFirst().at(0).toUrl().toString(QUrl::FullyEncoded);
        QVERIFY2(other.startsWith(QStringLiteral("/d/other?var-pod=a%20b%2F1&t=1")), qPrintable(other));
        menu->close();
        // A drag is no click, and a plot without links has no menu.
        Stage plain({}, test::walks(fiveMinutes, 100));
        QTest::mouseClick(plain.plot(), Qt::LeftButton, {}, plain.at(0.5, 0.5));
        QVERIFY(plain.plot()->findChild<QMenu *>() == nullptr);
        QVERIFY(!plain.plot()->currentReadout().note.contains(QStringLiteral("links")));
    }

    void inAGapThereIsNothingToRead()
    {
        PanelData data = test::walks(fiveMinutes, 100);
        for (PanelSeries &series : data.series)
            series.samples.eraseIf(
                [&data](const Sample &s) { return std::abs(s.t - data.range.from - 150'000) < 30'000; });
        Stage stage({}, data);
        QTest::mouseMove(stage.plot(), stage.at(0.5, 0.5));
        QVERIFY(stage.plot()->currentReadout().rows.empty());
        QVERIFY2(stage.plot()->currentReadout().remarks.size() == 1, "and that is said");
        QTest::mouseMove(stage.plot(), stage.at(0.2, 0.5));
        QVERIFY(!stage.plot()->currentReadout().empty());
    }

    void aCrosshairPaintsNoPlottedColumns()
    {
        Stage stage;
        const std::uint64_t before = stage.plot()->layer().columnsDrawn();
        QVERIFY(before > 0);
        stage.window.grab();
        const QImage without = stage.window.grab().toImage();
        for (int i = 1; i < 10; ++i) {
            stage.panel.setCrosshair(Synthetic{}.now - i * 20'000);
            stage.window.grab();
        }
        QVERIFY(stage.window.grab().toImage() != without);
        QTest::mouseMove(stage.plot(), stage.at(0.3, 0.5));
        stage.window.grab();
        QTest::mouseMove(stage.plot(), QPoint(1, 1));
        stage.panel.setCrosshair(std::nullopt);
        QCOMPARE(stage.window.grab().toImage(), without);
        QCOMPARE(stage.plot()->layer().columnsDrawn(), before);
    }

    void aTickDrawsOnlyNewColumns()
    {
        PanelData data = test::walks(fiveMinutes, 100);
        PanelSpec spec;
        spec.field.max = 200;
        spec.field.min = 0;
        Stage stage(spec, data);
        std::uint64_t drawn = stage.plot()->layer().columnsDrawn();
        PanelDataPtr next = shared(data);
        for (int i = 0; i < 5; ++i) {
            next = test::tickLater(*next);
            stage.panel.setData(next);
            stage.window.grab();
            QVERIFY(stage.plot()->layer().columnsDrawn() - drawn < 60);
            drawn = stage.plot()->layer().columnsDrawn();
        }
        Stage fresh(spec, *next);
        QCOMPARE(stage.plot()->layer().image(), fresh.plot()->layer().image());
    }

    void brushAsksForARange()
    {
        Stage stage;
        std::vector<TimeRange> asked;
        connect(&stage.panel, &PanelView::rangeRequested, this,
                [&asked](TimeRange range) { asked.push_back(range); });
        QTest::mousePress(stage.plot(), Qt::LeftButton, {}, stage.at(0.75, 0.5));
        QTest::mouseMove(stage.plot(), stage.at(0.5, 0.4));
        QTest::mouseMove(stage.plot(), stage.at(0.25, 0.4));
        QTest::mouseRelease(stage.plot(), Qt::LeftButton, {}, stage.at(0.25, 0.4));
        QCOMPARE(asked.size(), std::size_t{1});
        const TimestampMs from = Synthetic{}.now - 300'000;
        QVERIFY(std::abs(asked[0].from - (from + 75'000)) < 2000);
        QVERIFY(std::abs(asked[0].to - (from + 225'000)) < 2000);
        // A click is no brush.
        QTest::mouseClick(stage.plot(), Qt::LeftButton, {}, stage.at(0.5, 0.5));
        QCOMPARE(asked.size(), std::size_t{1});
    }

    void escapeGivesTheBrushUp()
    {
        Stage stage;
        int asked = 0;
        connect(&stage.panel, &PanelView::rangeRequested, this, [&asked] { ++asked; });
        QTest::mousePress(stage.plot(), Qt::LeftButton, {}, stage.at(0.2, 0.5));
        QTest::mouseMove(stage.plot(), stage.at(0.6, 0.5));
        QTest::keyClick(stage.plot(), Qt::Key_Escape);
        QTest::mouseRelease(stage.plot(), Qt::LeftButton, {}, stage.at(0.6, 0.5));
        QCOMPARE(asked, 0);
    }

    void wheelAndDoubleClickZoom()
    {
        Stage stage;
        std::vector<TimeRange> asked;
        connect(&stage.panel, &PanelView::rangeMoved, this,
                [&asked](TimeRange range) { asked.push_back(range); });
        QSignalSpy out(&stage.panel, &PanelView::zoomOutRequested);
        const QPointF at = stage.at(0.5, 0.5);
        const auto wheel = [&stage, at](Qt::KeyboardModifiers modifiers) {
            QWheelEvent event(at, stage.plot()->mapToGlobal(at), {}, {0, 120}, Qt::NoButton, modifiers,
                              Qt::NoScrollPhase, false);
            QApplication::sendEvent(stage.plot(), &event);
        };
        wheel(Qt::ControlModifier);
        QCOMPARE(asked.size(), std::size_t{1});
        QCOMPARE(asked[0].lengthMs(), 240'000);
        QVERIFY(std::abs((asked[0].from + asked[0].to) / 2 - (Synthetic{}.now - 150'000)) < 2000);
        QTest::mouseDClick(stage.plot(), Qt::LeftButton, {}, at.toPoint());
        QTest::mouseRelease(stage.plot(), Qt::LeftButton, {},
                            at.toPoint()); // which a double click leaves out
        QCOMPARE(out.size(), 1);
    }

    void keysMoveTheCrosshair()
    {
        Stage stage;
        stage.plot()->setFocus();
        QTest::keyClick(stage.plot(), Qt::Key_Left);
        const Readout first = stage.plot()->currentReadout();
        QVERIFY(!first.empty());
        QTest::keyClick(stage.plot(), Qt::Key_Left, Qt::ControlModifier);
        QVERIFY(stage.plot()->currentReadout().title != first.title);
        QVERIFY(stage.plot()->accessibleDescription().contains(first.rows[0].name));
        QTest::keyClick(stage.plot(), Qt::Key_Escape);
        QVERIFY(stage.plot()->currentReadout().empty());
    }

    void thresholdsThatAreNearHaveRoom_data()
    {
        QTest::addColumn<double>("threshold");
        QTest::addColumn<bool>("lines");
        QTest::addColumn<bool>("seen");
        QTest::newRow("among the values") << 50.0 << true << true;
        QTest::newRow("twice as high") << 200.0 << true << true;
        QTest::newRow("ten times as high") << 1000.0 << true << false;
        QTest::newRow("no lines wanted") << 200.0 << false << false;
    }

    void thresholdsThatAreNearHaveRoom()
    {
        QFETCH(double, threshold);
        QFETCH(bool, lines);
        PanelData data = test::walks({.rangeMs = 300'000, .series = 1}, 100);
        for (std::size_t i = 0; i < data.series[0].samples.size(); ++i)
            data.series[0].samples.edit()[i].v = i % 2 == 0 ? 20 : 100;
        PanelSpec spec;
        if (lines)
            spec.field.graph.thresholdsStyle = ThresholdsStyle::Line;
        spec.field.thresholds =
            Thresholds{ThresholdsMode::Absolute, {{std::nullopt, "good"}, {threshold, "critical"}}};
        Stage stage(spec, data);
        const QImage picture = stage.plot()->layer().image();
        const QRgb color = darkTheme().semantic(SemanticColor::Critical).rgb();
        bool seen = false;
        for (int y = 0; y < picture.height(); ++y) {
            for (int x = 0; x < picture.width(); ++x)
                seen = seen || picture.pixel(x, y) == color;
        }
        QTEST(seen, "seen");
    }

    /// What an instant query answers lies at the very end: its dot is there, whole.
    void aLoneSampleAtTheEndIsSeen()
    {
        PanelData data = test::walks({.rangeMs = 300'000, .series = 1}, 100);
        data.series[0].samples = SampleRun{{data.range.to, 5}};
        data.stepMs = 1000;
        for (const std::int64_t later : {0, 900}) {
            data.series[0].samples.edit()[0].t = data.range.to + later;
            Stage stage({}, data);
            const ColumnGrid &grid = stage.plot()->grid();
            const double x = grid.xOf(data.range.to + later);
            QVERIFY2(x > grid.count - 20 && x < grid.count - 3, qPrintable(QString::number(grid.count - x)));
        }
        // Elsewhere it takes nothing from the range.
        data.series[0].samples.edit()[0].t = data.range.from;
        Stage stage({}, data);
        QVERIFY(stage.plot()->grid() == ColumnGrid::covering(data.range, stage.plot()->grid().count));
    }

    void oddDataPaints_data()
    {
        QTest::addColumn<int>("what");
        for (int what = 0; what < 6; ++what)
            QTest::addRow("%d", what) << what;
    }

    void oddDataPaints()
    {
        QFETCH(int, what);
        PanelData data = test::walks({.rangeMs = 300'000, .series = what == 0 ? 0 : 2}, 100);
        const double infinity = std::numeric_limits<double>::infinity();
        for (PanelSeries &series : data.series) {
            if (what == 1)
                series.samples.resize(1);
            for (Sample &sample : series.samples.edit())
                sample.v = what == 2 ? std::nan("") : what == 3 ? infinity : what == 4 ? -1.7e308 : sample.v;
            if (what == 5)
                series.name = "\u202E" + std::string(100'000, 'x');
        }
        PanelSpec spec;
        if (what % 2 == 0)
            spec.field.graph.stacking = Stacking{StackingMode::Normal, {}};
        Stage stage(spec, data);
        QVERIFY(!stage.window.grab().isNull());
        stage.window.resize(20, 10);
        stage.panel.resize(20, 10);
        QVERIFY(!stage.window.grab().isNull());
    }

    void goesWithoutAWordBelowThePointer_data()
    {
        QTest::addColumn<bool>("heatmap");
        QTest::newRow("lines") << false;
        QTest::newRow("heatmap") << true;
    }

    void goesWithoutAWordBelowThePointer()
    {
        QFETCH(bool, heatmap);
        std::unique_ptr<PanelView> panel;
        if (heatmap)
            panel = std::make_unique<HeatmapPanel>(PanelSpec(), darkTheme());
        else
            panel = std::make_unique<TimeSeriesPanel>(PanelSpec(), darkTheme());
        panel->resize(600, 320);
        panel->setData(shared(heatmap ? test::buckets(fiveMinutes) : test::walks(fiveMinutes, 100)));
        panel->show();
        panel->grab();
        auto *plot = panel->findChild<TimePlot *>();
        int told = 0;
        connect(panel.get(), &PanelView::hovered, this, [&told] { ++told; });
        const QPoint middle = plot->plotRect().center().toPoint();
        QTest::mouseMove(plot, middle - QPoint(41, 7)); // no test before has left the pointer there
        QCOMPARE(told, 1);
        // What is hidden says so, what goes does not.
        panel->hide();
        QCOMPARE(told, 2);
        panel->show();
        QTest::mouseMove(plot, middle + QPoint(23, 5));
        QCOMPARE(told, 3);
        panel.reset();
        QCOMPARE(told, 3);
    }

    void heatmapReadsBuckets()
    {
        QWidget window;
        window.resize(600, 320);
        HeatmapPanel panel({}, darkTheme(), &window);
        panel.setGeometry(window.rect());
        const PanelData data = test::buckets(fiveMinutes);
        panel.setData(shared(data));
        window.show();
        window.grab();
        const QRectF rect = panel.plot()->plotRect();
        QTest::mouseMove(panel.plot(), QPointF(rect.left() + rect.width() / 2, rect.bottom() - 3).toPoint());
        const auto readBucket = [&panel] {
            const Readout readout = panel.plot()->currentReadout();
            const auto row = std::ranges::find_if(readout.rows, &ReadoutRow::nearest);
            return row != readout.rows.end() ? row->name : QString();
        };
        QCOMPARE(readBucket(), QStringLiteral("0 – 0.005"));
        QTest::mouseMove(panel.plot(), QPointF(rect.left() + rect.width() / 2, rect.top() + 3).toPoint());
        QVERIFY(readBucket().endsWith(QStringLiteral("+Inf")));
        const std::uint64_t before = panel.plot()->layer().columnsDrawn();
        panel.setCrosshair(Synthetic{}.now - 1000);
        window.grab();
        QCOMPARE(panel.plot()->layer().columnsDrawn(), before);
        PanelDataPtr next = test::tickLater(data);
        panel.setData(next);
        window.grab();
        QVERIFY(panel.plot()->layer().columnsDrawn() - before < 60);
    }
};

SIGHTGLASS_TEST(TimeSeriesPanelTest)

} // namespace

#include "timeseriespaneltest.moc"
