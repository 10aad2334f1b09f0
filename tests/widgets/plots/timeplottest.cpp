// SPDX-License-Identifier: GPL-3.0-or-later
// What all plots over time do alike, on that of a time series panel.
#include "widgets/plots/timeplot.h"

#include "model/dashboard/annotationmarks.h"
#include "tests/support/testcase.h"
#include "tests/widgets/panels/syntheticdata.h"
#include "widgets/chart/displaylist.h"
#include "widgets/panelkit/readouttip.h"
#include "widgets/plots/timeseriespanel.h"
#include "widgets/plots/timeseriesplot.h"
#include "widgets/plots/zonerows.h"

#include <QAccessible>
#include <QKeyEvent>
#include <QSignalSpy>
#include <QTest>

#include <cmath>
#include <limits>

namespace {

using namespace sightglass;
using sightglass::test::Synthetic;

constexpr std::int64_t length = 300'000;

PanelData steady()
{
    PanelData data = test::walks({.rangeMs = length, .series = 2}, 100);
    for (std::size_t s = 0; s < 2; ++s) {
        data.series[s].name = s == 0 ? "low" : "high";
        for (Sample &sample : data.series[s].samples.edit())
            sample.v = s == 0 ? 10 : 90;
    }
    data.scrapeIntervalMs = 1000;
    return data;
}

/// A panel in a window of its own, painted once.
struct Stage
{
    explicit Stage(PanelData answer = steady(), const PanelSpec &spec = {})
        : panel(spec, darkTheme(), &window)
        , plot(panel.plot())
    {
        window.resize(600, 320);
        panel.setGeometry(window.rect());
        panel.setTimeZone(QTimeZone::utc());
        panel.setData(std::make_shared<const PanelData>(std::move(answer)));
        window.show();
        window.grab();
    }

    [[nodiscard]] QPoint at(double x, double y) const
    {
        const QRectF rect = plot->plotRect();
        return (rect.topLeft() + QPointF(rect.width() * x, rect.height() * y)).toPoint();
    }
    void drag(Qt::MouseButton button, Qt::KeyboardModifiers modifiers, QPoint from, QPoint to) const
    {
        QTest::mousePress(plot, button, modifiers, from);
        QMouseEvent move(QEvent::MouseMove, to, plot->mapToGlobal(to), Qt::NoButton, button, modifiers);
        QApplication::sendEvent(plot, &move);
        QTest::mouseRelease(plot, button, modifiers, to);
    }

    QWidget window;
    TimeSeriesPanel panel;
    TimeSeriesPlot *plot;
};

/// What is told to assistive technology while it lives.
std::vector<std::pair<QAccessible::Event, QVariant>> told;

void hear(QAccessibleEvent *event)
{
    QVariant value;
    if (event->type() == QAccessible::ValueChanged)
        value = static_cast<QAccessibleValueChangeEvent *>(event)->value();
    told.emplace_back(event->type(), value);
}

class TimePlotTest : public sightglass::test::TestCase
{
    Q_OBJECT

private slots:
    /// A row of labels for each zone, with its name at the left; the grid is that of the first.
    void furtherZonesHaveRowsOfTheirOwn()
    {
        Stage stage;
        const auto textsOf = [&stage] {
            DisplayList list;
            stage.plot->addTo(list, {});
            return list.all<DisplayList::Text>();
        };
        const auto has = [&textsOf](const char *text) {
            return std::ranges::any_of(textsOf(),
                                       [text](const auto &one) { return one.text == QLatin1String(text); });
        };
        const double height = stage.plot->plotRect().height();
        QVERIFY(!has("UTC")); // one alone says nothing
        stage.plot->setFurtherZones({QTimeZone("Asia/Tokyo"), QTimeZone("Asia/Kolkata")});
        stage.window.grab();
        QVERIFY(has("UTC") && has("JST") && has("IST"));
        const double lower = stage.plot->plotRect().height();
        QVERIFY(lower < height && lower > height - 60);
        // The same moment in each of them, below each other.
        const auto texts = textsOf();
        const auto rowOf = [&texts](const char *name) {
            const auto at = std::ranges::find_if(
                texts, [name](const auto &one) { return one.text == QLatin1String(name); });
            QList<QPair<double, QString>> row;
            for (const auto &one : texts) {
                if (one.box.center().y() == at->box.center().y() && one.text != at->text)
                    row.append({one.box.center().x(), one.text});
            }
            return row;
        };
        const auto utc = rowOf("UTC");
        const auto tokyo = rowOf("JST");
        QVERIFY(utc.size() > 2);
        QCOMPARE(utc.size(), tokyo.size());
        for (qsizetype i = 0; i < utc.size(); ++i) {
            QCOMPARE(utc[i].first, tokyo[i].first);
            QCOMPARE(utc[i].second.right(3), tokyo[i].second.right(3));
            QVERIFY(utc[i].second != tokyo[i].second);
        }
        // Another first zone names itself anew; and one row is as before.
        stage.panel.setTimeZone(QTimeZone("Europe/Berlin"));
        stage.window.grab();
        QVERIFY(!has("UTC") && has("CET"));
        stage.plot->setFurtherZones({});
        stage.window.grab();
        QVERIFY(!has("CET"));
        QCOMPARE(stage.plot->plotRect().height(), height);
    }

    void zonesOfOneAbbreviationAreCalledByTheirPlaces()
    {
        const auto rows =
            zoneRows(QTimeZone("America/Chicago"), {QTimeZone("Asia/Shanghai"), QTimeZone::utc()}, 0);
        QCOMPARE(rows.size(), std::size_t(3));
        QCOMPARE(rows[0].name, QStringLiteral("Chicago"));
        QCOMPARE(rows[1].name, QStringLiteral("Shanghai"));
        QCOMPARE(rows[2].name, QStringLiteral("UTC"));
        QVERIFY(zoneRows(QTimeZone::utc(), {}, 0).front().name.isEmpty());
    }

    void dragsBrushOrMove_data()
    {
        QTest::addColumn<int>("button");
        QTest::addColumn<int>("modifiers");
        QTest::addColumn<bool>("brushes");
        QTest::newRow("plain") << int(Qt::LeftButton) << int(Qt::NoModifier) << true;
        QTest::newRow("Shift") << int(Qt::LeftButton) << int(Qt::ShiftModifier) << false;
        QTest::newRow("the middle button") << int(Qt::MiddleButton) << int(Qt::NoModifier) << false;
    }

    void dragsBrushOrMove()
    {
        QFETCH(int, button);
        QFETCH(int, modifiers);
        QFETCH(bool, brushes);
        Stage stage;
        std::vector<TimeRange> requested;
        std::vector<TimeRange> moved;
        connect(&stage.panel, &PanelView::rangeRequested, this, [&](TimeRange r) { requested.push_back(r); });
        connect(&stage.panel, &PanelView::rangeMoved, this, [&](TimeRange r) { moved.push_back(r); });
        stage.drag(Qt::MouseButton(button), Qt::KeyboardModifiers(modifiers), stage.at(0.25, 0.5),
                   stage.at(0.75, 0.5));
        QCOMPARE(requested.size(), std::size_t(brushes ? 1 : 0));
        QCOMPARE(moved.size(), std::size_t(brushes ? 0 : 1));
        const TimeRange range = brushes ? requested[0] : moved[0];
        QVERIFY(std::abs(range.lengthMs() - (brushes ? length / 2 : length)) < 4000);
        if (!brushes)
            QVERIFY(std::abs(range.from - (stage.plot->range().from - length / 2)) < 4000);
    }

    void keysNavigate()
    {
        Stage stage;
        std::vector<TimeRange> moved;
        connect(&stage.panel, &PanelView::rangeMoved, this, [&](TimeRange r) { moved.push_back(r); });
        QSignalSpy back(&stage.panel, &PanelView::zoomOutRequested);
        QSignalSpy forward(&stage.panel, &PanelView::zoomInAgainRequested);
        const TimeRange shown = stage.plot->range();
        QTest::keyClick(stage.plot, Qt::Key_Plus);
        QTest::keyClick(stage.plot, Qt::Key_Minus);
        QTest::keyClick(stage.plot, Qt::Key_Left, Qt::ShiftModifier);
        QCOMPARE(moved.size(), std::size_t{3});
        QVERIFY(moved[0].lengthMs() < shown.lengthMs() && moved[1].lengthMs() > shown.lengthMs());
        QVERIFY(moved[2].from < shown.from && moved[2].lengthMs() == shown.lengthMs());
        QTest::keyClick(stage.plot, Qt::Key_Z, Qt::ControlModifier);
        QTest::keyClick(stage.plot, Qt::Key_Backspace);
        QTest::keyClick(stage.plot, Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(back.count(), 2);
        QCOMPARE(forward.count(), 1);
        // The window's shortcuts for the same keys do not take them away.
        QKeyEvent override(QEvent::ShortcutOverride, Qt::Key_Backspace, Qt::NoModifier);
        override.ignore();
        QApplication::sendEvent(stage.plot, &override);
        QVERIFY(override.isAccepted());
        QKeyEvent foreign(QEvent::ShortcutOverride, Qt::Key_Space, Qt::NoModifier);
        foreign.ignore();
        QApplication::sendEvent(stage.plot, &foreign);
        QVERIFY(!foreign.isAccepted());
    }

    void theKeyboardReadsFromSampleToSample()
    {
        Stage stage;
        QTest::keyClick(stage.plot, Qt::Key_End);
        QCOMPARE(stage.plot->currentReadout().title, QStringLiteral("2025-11-21 14:00:00"));
        QTest::keyClick(stage.plot, Qt::Key_Left);
        QCOMPARE(stage.plot->currentReadout().title, QStringLiteral("2025-11-21 13:59:59"));
        QTest::keyClick(stage.plot, Qt::Key_Left, Qt::ControlModifier);
        QCOMPARE(stage.plot->currentReadout().title, QStringLiteral("2025-11-21 13:59:49"));
        QTest::keyClick(stage.plot, Qt::Key_Home);
        QCOMPARE(stage.plot->currentReadout().title, QStringLiteral("2025-11-21 13:55:00"));
        QTest::keyClick(stage.plot, Qt::Key_Left);
        QCOMPARE(stage.plot->currentReadout().title, QStringLiteral("2025-11-21 13:55:00"));
    }

    void aScreenReaderHearsTheValue()
    {
        Stage stage;
        QAccessibleInterface *chart = QAccessible::queryAccessibleInterface(stage.plot);
        QVERIFY(chart != nullptr && chart->valueInterface() != nullptr);
        QCOMPARE(chart->role(), QAccessible::Chart);
        QVERIFY(!chart->text(QAccessible::Name).isEmpty());
        QCOMPARE(chart->text(QAccessible::Description), QStringLiteral("step 1 s"));
        QVERIFY(!chart->valueInterface()->currentValue().isValid());
        told.clear();
        QAccessible::setActive(true);
        const auto before = QAccessible::installUpdateHandler(hear);
        QTest::keyClick(stage.plot, Qt::Key_End);
        QAccessible::installUpdateHandler(before);
        // Without a bus to assistive technology (offscreen) Qt passes nothing on.
        if (QAccessible::isActive()) {
            const auto value = std::find_if(told.begin(), told.end(), [](const auto &event) {
                return event.first == QAccessible::ValueChanged;
            });
            QVERIFY(value != told.end());
            QCOMPARE(value->second.toDouble(), 90.0);
        }
        QCOMPARE(chart->valueInterface()->currentValue().toDouble(), 90.0);
        const QString spoken = chart->text(QAccessible::Value);
        QCOMPARE(spoken, QStringLiteral("2025-11-21 14:00:00, high 90, low 10, step 1 s"));
        QCOMPARE(chart->text(QAccessible::Description), spoken);
        // Its actions are the keys, for those who have none.
        QAccessibleActionInterface *actions = chart->actionInterface();
        QVERIFY(actions->actionNames().contains(QAccessibleActionInterface::decreaseAction()));
        actions->doAction(QAccessibleActionInterface::decreaseAction());
        QVERIFY(chart->text(QAccessible::Value).startsWith(QStringLiteral("2025-11-21 13:59:59")));
        QTest::keyClick(stage.plot, Qt::Key_Escape);
        QVERIFY(!chart->valueInterface()->currentValue().isValid());
        QCOMPARE(chart->text(QAccessible::Description), QStringLiteral("step 1 s"));
    }

    void saysHowFineItIs()
    {
        PanelData data = steady();
        Stage fine(data);
        QVERIFY(!fine.plot->isCoarse());
        QTest::mouseMove(fine.plot, fine.at(0.5, 0.5));
        QVERIFY(fine.plot->currentReadout().note.endsWith(QStringLiteral("step 1 s")));
        data.stepMs = 5000;
        Stage coarse(data);
        QVERIFY(coarse.plot->isCoarse());
        QCOMPARE(coarse.plot->accessibleDescription(), QStringLiteral("step 5 s, source 1 s"));
        data.scrapeIntervalMs = 0;
        Stage unknown(data);
        QVERIFY(!unknown.plot->isCoarse());
        const QRect corner(QPoint(coarse.at(0.6, 0).x(), 0), coarse.at(1, 0));
        QVERIFY2(coarse.window.grab(corner).toImage() != unknown.window.grab(corner).toImage(),
                 "it is seen without a pointer");
    }

    /// What is shaded hides nothing: it is told by its edges and a strip below the axis, where no line of
    /// data can be.
    void regionsAreQuiet()
    {
        Stage stage;
        AnnotationMark mark;
        mark.from = Synthetic{}.now - length * 3 / 4;
        mark.to = Synthetic{}.now - length / 4;
        mark.color = "critical";
        stage.panel.setAnnotations(std::make_shared<const AnnotationMarks>(AnnotationMarks{mark}));
        DisplayList list;
        stage.plot->addTo(list, {});
        const QRectF plot = stage.plot->plotRect();
        const QColor critical = darkTheme().named("critical");
        bool shaded = false;
        for (const DisplayList::Fill &fill : list.all<DisplayList::Fill>()) {
            const QColor color = fill.brush.color();
            const bool wide = std::abs(fill.rect.width() - plot.width() / 2) < 4;
            shaded = shaded || (wide && fill.rect.height() == plot.height() && color.alphaF() < 0.05F);
        }
        QVERIFY(shaded);
        std::vector<double> edges;
        bool hasStrip = false;
        for (const DisplayList::Shape &shape : list.all<DisplayList::Shape>()) {
            const QRectF box = shape.path.boundingRect();
            if (shape.brush.color() == critical && shape.brush.style() == Qt::SolidPattern) {
                QVERIFY(box.top() >= plot.bottom());
                hasStrip = hasStrip || (std::abs(box.width() - plot.width() / 2) < 4 && box.height() < 5);
            }
            if (shape.pen.style() != Qt::DashLine)
                continue;
            for (int i = 0; i < shape.path.elementCount(); i += 2)
                edges.push_back((shape.path.elementAt(i).x - plot.left()) / plot.width());
        }
        QVERIFY(hasStrip);
        QCOMPARE(edges.size(), std::size_t{2});
        QVERIFY(std::abs(edges[0] - 0.25) < 0.01 && std::abs(edges[1] - 0.75) < 0.01);
    }

    void manyMarksStepBack()
    {
        const auto opacityOf = [](int count) {
            Stage stage;
            AnnotationMarks marks;
            for (int i = 0; i < count; ++i) {
                AnnotationMark &mark = marks.emplace_back();
                mark.from = Synthetic{}.now - length * (i + 1) / (count + 2);
                mark.to = mark.from;
            }
            stage.panel.setAnnotations(std::make_shared<const AnnotationMarks>(marks));
            DisplayList list;
            stage.plot->addTo(list, {});
            for (const DisplayList::Shape &shape : list.all<DisplayList::Shape>()) {
                if (shape.pen.style() == Qt::DashLine)
                    return shape.pen.color().alphaF();
            }
            return 0.0F;
        };
        QCOMPARE(opacityOf(1), 1.0F);
        QVERIFY(opacityOf(60) < 0.6F);
        QVERIFY(opacityOf(2000) > 0.25F);
    }

    void saysWhyNothingIsSeen()
    {
        const auto texts = [](const PanelData &data) {
            Stage stage(data);
            DisplayList list;
            stage.plot->addTo(list, {});
            QStringList all;
            for (const DisplayList::Text &text : list.all<DisplayList::Text>())
                all << text.text;
            return all.join(u'|');
        };
        PanelData data = steady();
        QVERIFY(!texts(data).contains(QStringLiteral("NaN")));
        for (PanelSeries &series : data.series) {
            for (Sample &sample : series.samples.edit())
                sample.v = std::nan("");
        }
        QVERIFY(texts(data).contains(QStringLiteral("All values are NaN")));
        data.advice = {{BucketAdvice::Kind::OneBucket, "full", 0, 1, 1},
                       {BucketAdvice::Kind::NoInfinity, "cut", 0, 1, 0}};
        QVERIFY(texts(data).contains(QStringLiteral("cut: there is no le=\"+Inf\" bucket")));
        QVERIFY(!texts(data).contains(QStringLiteral("full")));
        data.series[0].samples.edit()[3].v = std::numeric_limits<double>::infinity();
        QVERIFY(texts(data).contains(QStringLiteral("infinite")));
        data.series[0].samples.edit()[3].v = 7;
        QVERIFY(!texts(data).contains(QStringLiteral("NaN")));
    }

    /// It stands above the plot, always at the same place, whatever fills that.
    void theNoteCoversNoData()
    {
        PanelData data = steady();
        std::size_t i = 0;
        for (Sample &sample : data.series[0].samples.edit())
            sample.v = i++ % 2 == 0 ? 0 : 100;
        PanelSpec spec;
        spec.field.max = 100; // the peaks reach the upper edge
        Stage fine(data, spec);
        data.scrapeIntervalMs = data.stepMs / 2;
        Stage coarse(data, spec);
        QVERIFY(coarse.plot->isCoarse() && !fine.plot->isCoarse());
        DisplayList list;
        coarse.plot->addTo(list, {});
        const QRectF plot = coarse.plot->plotRect();
        const auto texts = list.all<DisplayList::Text>();
        const auto note = std::ranges::find(texts, coarse.plot->resolution(), &DisplayList::Text::text);
        QVERIFY(note != texts.end());
        QVERIFY(note->box.bottom() <= plot.top() && note->box.top() >= 0);
        QVERIFY(std::abs(note->box.right() - plot.right()) <= 1);
        QVERIFY(plot.top() - fine.plot->plotRect().top() < 8);
        const QRect strip(QPoint(plot.center().toPoint().x(), 0),
                          QPoint(int(plot.right()), int(plot.top()) - 1));
        const QImage above = coarse.plot->grab(strip).toImage();
        QVERIFY(above != coarse.plot->grab(strip.translated(-strip.width(), 0)).toImage());
        // Where there is little room it is short.
        coarse.panel.resize(215, 120);
        coarse.window.grab();
        DisplayList narrow;
        coarse.plot->addTo(narrow, {});
        QVERIFY(std::ranges::any_of(narrow.all<DisplayList::Text>(), [&](const DisplayList::Text &text) {
            return text.text.startsWith(QLatin1String("step ")) &&
                   coarse.plot->resolution().startsWith(text.text);
        }));
        // Where there is no room it is left to the read-outs.
        coarse.panel.resize(200, 60);
        coarse.window.grab();
        DisplayList small;
        coarse.plot->addTo(small, {});
        const auto others = small.all<DisplayList::Text>();
        QVERIFY(std::ranges::find(others, coarse.plot->resolution(), &DisplayList::Text::text) ==
                others.end());
    }

    void saysWhatHappenedThere()
    {
        PanelData data = steady();
        data.events = {{Synthetic{}.now - length / 2, PanelEvent::Kind::Restart,
                        Labels(std::vector<Label>{{"instance", "web:80"}})}};
        Stage stage(data);
        QTest::mouseMove(stage.plot, stage.at(0.5, 0.5));
        const Readout readout = stage.plot->currentReadout();
        QCOMPARE(readout.remarks.size(), 1);
        QVERIFY(readout.remarks[0].startsWith(QStringLiteral("13:57:30 process restarted: ")));
        QTest::mouseMove(stage.plot, stage.at(0.2, 0.5));
        QVERIFY(stage.plot->currentReadout().remarks.empty());
    }

    void aRangeIsShownFromWhatIsThere()
    {
        Stage stage;
        const TimeRange all = stage.plot->range();
        const TimeRange part{all.from + 100'000, all.from + 130'000};
        stage.panel.setShownRange(part);
        stage.window.grab();
        QCOMPARE(stage.plot->range(), part);
        QTest::mouseMove(stage.plot, stage.at(0.5, 0.5));
        QVERIFY(stage.plot->currentReadout().title.startsWith(QStringLiteral("2025-11-21 13:56:5")));
        // Beyond the data there is nothing, and it says since when.
        stage.panel.setShownRange({all.to - 10'000, all.to + 90'000});
        stage.window.grab();
        QTest::mouseMove(stage.plot, stage.at(0.9, 0.5));
        QVERIFY(stage.plot->currentReadout().rows.empty());
        QVERIFY(stage.plot->currentReadout().remarks[0].contains(QStringLiteral("14:00:00")));
        stage.panel.setShownRange(all);
        stage.window.grab();
        Stage fresh;
        QCOMPARE(stage.plot->layer().image(), fresh.plot->layer().image());
    }

    void theTipKeepsOffThePointerAtEveryEdge()
    {
        PanelData data = test::walks({.rangeMs = length, .series = 60}, 100);
        for (PanelSeries &series : data.series)
            series.name += std::string(200, 'n');
        Stage stage(data);
        int seen = 0;
        for (double x = 0.005; x < 1; x += 0.11) {
            for (double y = 0.02; y < 1; y += 0.24) {
                QTest::mouseMove(stage.plot, stage.at(x, y));
                const auto *tip = stage.window.findChild<ReadoutTip *>();
                QVERIFY(tip != nullptr);
                if (!tip->isVisible())
                    continue;
                ++seen;
                QVERIFY(!tip->geometry().contains(stage.plot->mapTo(&stage.window, stage.at(x, y))));
                QVERIFY(stage.window.rect().contains(tip->geometry()));
            }
        }
        QVERIFY(seen > 20);
    }
};

SIGHTGLASS_TEST(TimePlotTest)

} // namespace

#include "timeplottest.moc"
