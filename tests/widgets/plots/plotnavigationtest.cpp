// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plots/plotnavigation.h"

#include "tests/support/testcase.h"
#include "widgets/plots/eventmarks.h"
#include "widgets/plots/plottexts.h"

#include <QTest>

#include <cmath>
#include <cstdlib>

namespace {

using namespace sightglass;

constexpr qint64 now = 1'763'733'600'000;
constexpr TimeRange shown{now - 600'000, now};

class PlotNavigationTest : public sightglass::test::TestCase
{
    Q_OBJECT

private slots:
    void zoomKeepsWhatIsBelowThePointer_data()
    {
        QTest::addColumn<double>("factor");
        QTest::addColumn<qint64>("around");
        QTest::addColumn<qint64>("from");
        QTest::addColumn<qint64>("to");
        QTest::newRow("in, middle") << 0.5 << now - 300'000 << now - 450'000 << now - 150'000;
        QTest::newRow("in, right end") << 0.5 << now << now - 300'000 << now;
        QTest::newRow("out, left end") << 2.0 << now - 600'000 << now - 600'000 << now + 600'000;
        QTest::newRow("to nothing") << 0.0 << now - 300'000 << now - 300'000 << now - 299'999;
        QTest::newRow("not at all") << 1.0 << now - 123'456 << now - 600'000 << now;
    }

    void zoomKeepsWhatIsBelowThePointer()
    {
        QFETCH(double, factor);
        QFETCH(qint64, around);
        QFETCH(qint64, from);
        QFETCH(qint64, to);
        const TimeRange range = zoomed(shown, factor, around);
        QVERIFY(std::abs(range.from - from) <= 1);
        QVERIFY(std::abs(range.to - to) <= 1);
    }

    void inAndOutIsWhereOneWas()
    {
        TimeRange range = shown;
        for (int i = 0; i < 20; ++i)
            range = zoomed(range, zoomInFactor, now - 250'000);
        QVERIFY(range.lengthMs() < 10'000);
        for (int i = 0; i < 20; ++i)
            range = zoomed(range, 1 / zoomInFactor, now - 250'000);
        QVERIFY(std::abs(range.from - shown.from) < 1000 && std::abs(range.to - shown.to) < 1000);
    }

    void absurdZoomsDoNotOverflow()
    {
        TimeRange range = shown;
        for (int i = 0; i < 500; ++i)
            range = zoomed(range, 1e6, now);
        QVERIFY(range.from < range.to);
        QVERIFY(panned(range, 1e300).lengthMs() == range.lengthMs());
    }

    void wheels_data()
    {
        QTest::addColumn<QPoint>("angle");
        QTest::addColumn<int>("modifiers");
        QTest::addColumn<bool>("plainZooms");
        QTest::addColumn<double>("zoom");
        QTest::addColumn<double>("pan");
        const auto none = static_cast<int>(Qt::NoModifier);
        const auto shift = static_cast<int>(Qt::ShiftModifier);
        const auto control = static_cast<int>(Qt::ControlModifier);
        QTest::newRow("a notch") << QPoint(0, 120) << none << true << 0.8 << 0.0;
        QTest::newRow("a notch back") << QPoint(0, -120) << none << true << 1.25 << 0.0;
        QTest::newRow("scrolls the page") << QPoint(0, 120) << none << false << 1.0 << 0.0;
        QTest::newRow("Ctrl") << QPoint(0, 120) << control << false << 0.8 << 0.0;
        QTest::newRow("half a notch twice is one") << QPoint(0, 240) << control << false << 0.64 << 0.0;
        QTest::newRow("Shift") << QPoint(0, -120) << shift << false << 1.0 << 0.1;
        QTest::newRow("sideways") << QPoint(-120, 10) << none << false << 1.0 << 0.1;
        QTest::newRow("nothing") << QPoint() << none << true << 1.0 << 0.0;
        QTest::newRow("a broken device")
            << QPoint(0, 2'000'000'000) << control << false << std::pow(0.8, 20) << 0.0;
    }

    void wheels()
    {
        QFETCH(QPoint, angle);
        QFETCH(int, modifiers);
        QFETCH(bool, plainZooms);
        QFETCH(double, zoom);
        QFETCH(double, pan);
        const WheelTurn turn = wheelTurn(angle, Qt::KeyboardModifiers(modifiers), plainZooms);
        QVERIFY(std::abs(turn.zoom - zoom) < 1e-9);
        QVERIFY(std::abs(turn.pan - pan) < 1e-9);
    }

    void brushes()
    {
        const ColumnGrid grid = ColumnGrid::covering(shown, 600);
        PlotDrag drag(PlotDrag::Kind::Brush, 400, shown, grid);
        drag.moveTo(398, 4);
        QVERIFY(!drag.moved() && !drag.brushed());
        drag.moveTo(100, 4);
        QVERIFY(drag.moved());
        QCOMPARE(drag.left(), 100.0);
        QCOMPARE(drag.right(), 400.0);
        QCOMPARE(drag.brushed().value_or(TimeRange{}), (TimeRange{grid.timeAt(100), grid.timeAt(400)}));
        // Back to where it began, it is a brush of nothing.
        drag.moveTo(400, 4);
        QVERIFY(!drag.brushed());
    }

    void aDragMovesByWholeColumns()
    {
        const ColumnGrid grid = ColumnGrid::covering(shown, 600);
        PlotDrag drag(PlotDrag::Kind::Pan, 300, shown, grid);
        for (const double x : {301.0, 310.4, 290.0, -200.0, 299.0}) {
            drag.moveTo(x, 4);
            const TimeRange moved = drag.panned();
            QCOMPARE(moved.lengthMs(), shown.lengthMs());
            const ColumnGrid after = ColumnGrid::covering(moved, 600);
            QCOMPARE(after.bucketUs, grid.bucketUs);
            QVERIFY(std::abs((grid.first - after.first) - std::llround(x - 300)) <= 1);
        }
    }

    void keys_data()
    {
        QTest::addColumn<int>("key");
        QTest::addColumn<int>("modifiers");
        QTest::addColumn<int>("meaning");
        const auto row = [](const char *name, int key, Qt::KeyboardModifiers modifiers, PlotKey meaning) {
            QTest::newRow(name) << key << static_cast<int>(modifiers) << static_cast<int>(meaning);
        };
        row("left", Qt::Key_Left, {}, PlotKey::Earlier);
        row("ctrl right", Qt::Key_Right, Qt::ControlModifier, PlotKey::LeapLater);
        row("shift left", Qt::Key_Left, Qt::ShiftModifier, PlotKey::PanEarlier);
        row("shift right", Qt::Key_Right, Qt::ShiftModifier, PlotKey::PanLater);
        row("plus", Qt::Key_Plus, Qt::ShiftModifier, PlotKey::ZoomIn);
        row("equal", Qt::Key_Equal, {}, PlotKey::ZoomIn);
        row("minus of the keypad", Qt::Key_Minus, Qt::KeypadModifier, PlotKey::ZoomOut);
        row("home", Qt::Key_Home, {}, PlotKey::First);
        row("end", Qt::Key_End, {}, PlotKey::Last);
        row("escape", Qt::Key_Escape, {}, PlotKey::Leave);
        row("undo", Qt::Key_Z, Qt::ControlModifier, PlotKey::Back);
        row("redo", Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier, PlotKey::Forward);
        row("redo, another way", Qt::Key_Y, Qt::ControlModifier, PlotKey::Forward);
        row("backspace", Qt::Key_Backspace, {}, PlotKey::Back);
        row("shift backspace", Qt::Key_Backspace, Qt::ShiftModifier, PlotKey::Forward);
        row("a letter", Qt::Key_Z, {}, PlotKey::None);
        row("zoom of the window", Qt::Key_Plus, Qt::ControlModifier, PlotKey::None);
        row("a menu's", Qt::Key_Left, Qt::AltModifier, PlotKey::None);
    }

    void keys()
    {
        QFETCH(int, key);
        QFETCH(int, modifiers);
        QFETCH(int, meaning);
        QCOMPARE(static_cast<int>(plotKey(key, Qt::KeyboardModifiers(modifiers))), meaning);
    }

    void tellsHowFineThePlotIs_data()
    {
        QTest::addColumn<qint64>("stepMs");
        QTest::addColumn<qint64>("leastMs");
        QTest::addColumn<qint64>("mostMs");
        QTest::addColumn<qint64>("fineMs");
        QTest::addColumn<QString>("lines"); // extremes, states, whole, thinned
        QTest::addColumn<QString>("text");
        const auto row = [](const char *text, qint64 step, qint64 least, qint64 most, qint64 fine,
                            const char *lines = "extremes") {
            QTest::addRow("%s, step %lld", text, step)
                << step << least << most << fine << QString::fromLatin1(lines) << QString::fromLatin1(text);
        };
        row("step 5 s, source 1 s", 5000, 1000, 1000, 0);
        row("step 1 s", 1000, 1000, 1000, 0);
        row("step 1 s", 1000, 0, 0, 0);
        row("step 1 s, source 1 min", 1000, 60'000, 60'000, 0);
        row("step 1 s, source 1 s to 1 min", 1000, 1000, 60'000, 0);
        row("step 100 ms, source 50 ms", 100, 50, 50, 0);
        row("min and max per 30 s, source 1 s", 30'000, 1000, 1000, 500);
        row("min and max per 15 min of every 5 s, source 1 s", 900'000, 1000, 1000, 5000);
        row("step 1 s", 1000, 1000, 1000, 500);
        row("all states per 30 s, source 1 s", 30'000, 1000, 1000, 500, "states");
        row("every sample, source 1 min", 1000, 60'000, 60'000, 0, "whole");
        row("every sample", 1000, 0, 0, 0, "whole");
        row("min and max per 30 s, source 1 s", 30'000, 1000, 1000, 0, "thinned");
    }
    void tellsHowFineThePlotIs()
    {
        QFETCH(qint64, stepMs);
        QFETCH(qint64, leastMs);
        QFETCH(qint64, mostMs);
        QFETCH(qint64, fineMs);
        QFETCH(QString, lines);
        const PlotSource source{
            {leastMs, mostMs}, fineMs, lines == QLatin1String("whole"), lines == QLatin1String("thinned")};
        QTEST(resolutionText(stepMs, source,
                             lines == QLatin1String("states") ? PlotDetail::States : PlotDetail::Extremes),
              "text");
    }

    void tellsHowFineInShort()
    {
        const PlotSource thinned{{1000, 1000}, 0, false, true};
        QCOMPARE(shortResolutionText(30'000, thinned), QStringLiteral("min/max per 30 s"));
        QCOMPARE(shortResolutionText(30'000, thinned, PlotDetail::States), QStringLiteral("states per 30 s"));
        QCOMPARE(shortResolutionText(30'000, {{1000, 1000}, 0, false, false}), QStringLiteral("step 30 s"));
        QCOMPARE(shortResolutionText(30'000, {{1000, 1000}, 0, true, false}), QStringLiteral("every sample"));
    }

    void tellsWhatHappened()
    {
        const Labels hostile = Labels({{"__name__", "x"}, {"l", "\u202E<b>"}});
        const std::vector<PanelEvent> events{{now, PanelEvent::Kind::CounterReset, hostile},
                                             {now + 1000, PanelEvent::Kind::CounterReset, hostile},
                                             {now + 2000, PanelEvent::Kind::Restart, hostile},
                                             {now + 9000, PanelEvent::Kind::FailedScrape, hostile}};
        const std::vector<std::size_t> near{0, 1, 2, 77};
        const QStringList texts = eventTexts(events, near, QTimeZone::utc());
        QCOMPARE(texts.size(), 2);
        QVERIFY(texts[0].startsWith(QStringLiteral("14:00:02 process restarted: ")));
        QVERIFY(texts[1].startsWith(QStringLiteral("14:00:00 counter reset: ")));
        QVERIFY(texts[1].endsWith(QStringLiteral("and 1 more")));
        QVERIFY2(!texts[1].contains(QChar(0x202E)), "made visible");
    }

    void tellsHowLongNobodyScraped()
    {
        const Labels target(std::vector<Label>{{"instance", "a"}});
        const std::vector<PanelEvent> events{
            {now + 60'000, PanelEvent::Kind::NotScraped, target, now},
            {now + 61'000, PanelEvent::Kind::NotScraped, Labels(std::vector<Label>{{"instance", "b"}}), now},
            {now + 36'000'500, PanelEvent::Kind::NotScraped, target, now}};
        const std::vector<std::size_t> both{0, 1};
        const QStringList texts = eventTexts(events, both, QTimeZone::utc());
        QCOMPARE(texts,
                 QStringList{QStringLiteral("14:00:00 – 14:01:00 not scraped: {instance=\"a\"} and 1 more")});
        const std::vector<std::size_t> overnight{2};
        const QString night = eventTexts(events, overnight, QTimeZone::utc()).front();
        QVERIFY2(night.startsWith(QStringLiteral("2025-11-21 14:00 – 2025-11-22 00:00 not scraped: ")),
                 qPrintable(night));
    }

    /// One mark for each hole, however many targets it is of; a short one is a moment among others.
    void holesAreMarkedOnce()
    {
        const ColumnGrid grid = ColumnGrid::covering({now, now + 600'000}, 600);
        const auto hole = [](int from, int to) {
            return PanelEvent{now + to * 1000, PanelEvent::Kind::NotScraped, {}, now + from * 1000};
        };
        const std::vector<PanelEvent> events{
            hole(100, 104), {now + 103'000, PanelEvent::Kind::Restart, {}},      hole(200, 300),
            hole(201, 302), {now + 302'000, PanelEvent::Kind::FailedScrape, {}}, hole(400, 900)};
        const auto marks = layOutEvents(events, grid, 7);
        QCOMPARE(marks.size(), std::size_t{4});
        QVERIFY(!marks[0].isSpan() && marks[0].kind == PanelEvent::Kind::Restart);
        QCOMPARE(marks[0].events, (std::vector<std::size_t>{0, 1}));
        QVERIFY(marks[1].isSpan());
        QCOMPARE(marks[1].events, (std::vector<std::size_t>{2, 3}));
        QVERIFY(std::abs(marks[1].from - grid.xOf(now + 200'000)) < 1e-9 &&
                std::abs(marks[1].to - grid.xOf(now + 302'000)) < 1e-9);
        QCOMPARE(marks[2].kind, PanelEvent::Kind::FailedScrape);
        // What goes on behind the range is marked in the middle of what is seen of it.
        QCOMPARE(marks[3].to, 600.0);
        QCOMPARE(marks[3].x, (marks[3].from + 600) / 2);
        // A hole is read all along, what happened at a time before it.
        QCOMPARE(eventMarkAt(marks, grid.xOf(now + 250'000), 7), &marks[1]);
        QCOMPARE(eventMarkAt(marks, grid.xOf(now + 299'000), 7), &marks[2]);
        QCOMPARE(eventMarkAt(marks, grid.xOf(now + 150'000), 7), nullptr);
    }

    void speaksTheNearestFirst()
    {
        Readout readout;
        readout.title = QStringLiteral("14:00");
        for (int i = 0; i < 30; ++i)
            readout.rows.push_back({Qt::red, QStringLiteral("s%1").arg(i), QString::number(i), i == 20});
        readout.rowsBelow = 5;
        readout.note = QStringLiteral("step 1 s");
        const QString spoken = spokenText(readout);
        QVERIFY(spoken.startsWith(QStringLiteral("14:00, s20 20, s0 0, ")));
        QVERIFY(spoken.endsWith(QStringLiteral("and 22 more, step 1 s")));
        QCOMPARE(spokenText({}), QString());
    }
};

SIGHTGLASS_TEST(PlotNavigationTest)

} // namespace

#include "plotnavigationtest.moc"
