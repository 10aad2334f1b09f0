// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testcase.h"
#include "tests/widgets/panels/syntheticdata.h"
#include "widgets/panelkit/readouttip.h"
#include "widgets/plots/heatmappanel.h"
#include "widgets/plots/heatmapplot.h"
#include "widgets/plots/timeseriespanel.h"
#include "widgets/plots/timeseriesplot.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QMenu>
#include <QMouseEvent>
#include <QSignalSpy>
#include <QTest>

#include <limits>

namespace {

using namespace sightglass;
using sightglass::test::Synthetic;

PanelExemplar exemplar(TimestampMs t, double value, std::vector<Label> labels)
{
    return {t, value, Labels(std::move(labels)),
            Labels::withName("h_bucket", {{"le", "0.1"}, {"instance", "a"}})};
}

PanelDataPtr shared(PanelData data)
{
    return std::make_shared<const PanelData>(std::move(data));
}

/// A heatmap of five minutes in a window of its own, painted once, with these exemplars.
struct Stage
{
    explicit Stage(std::vector<PanelExemplar> exemplars)
        : data(test::buckets({.rangeMs = 300'000, .series = 3}))
        , panel(spec(), darkTheme(), &window)
    {
        data.exemplars = std::move(exemplars);
        window.resize(600, 320);
        panel.setGeometry(window.rect());
        panel.setData(shared(data));
        window.show();
        window.grab();
        QGuiApplication::clipboard()->clear();
    }

    static PanelSpec spec()
    {
        PanelSpec spec;
        spec.options = standardOptions(PanelType::Heatmap);
        spec.field.unit = "s";
        return spec;
    }

    [[nodiscard]] HeatmapPlot *plot() const { return panel.plot(); }
    /// Of the i-th diamond, in the plot's widget.
    [[nodiscard]] QPoint place(std::size_t i) const
    {
        const PointMark &mark = plot()->exemplars().marks().at(i);
        return (plot()->plotRect().topLeft() + QPointF(mark.x, mark.y) / plot()->devicePixelRatioF())
            .toPoint();
    }
    [[nodiscard]] static QString clipboard() { return QGuiApplication::clipboard()->text(); }

    PanelData data;
    QWidget window;
    HeatmapPanel panel;
};

std::vector<PanelExemplar> two()
{
    const TimestampMs now = Synthetic{}.now;
    return {exemplar(now - 200'000, 0.02, {{"trace_id", "4bf92f3577b34da6"}, {"span_id", "00f067aa"}}),
            exemplar(now - 100'000, 0.3, {{"job", "<b>x</b>"}})};
}

QStringList rows(const Readout &readout)
{
    QStringList all;
    for (const ReadoutRow &row : readout.rows)
        all.append(row.name + u'=' + row.value);
    return all;
}

class ExemplarsTest : public sightglass::test::TestCase
{
    Q_OBJECT

private slots:
    /// What no cell counts yet stands over nothing; what is at the edge of the plot is not half beyond it.
    void diamondsStandOverCells()
    {
        const PanelData data = test::buckets({.rangeMs = 300'000, .series = 3});
        const TimestampMs last = data.series.front().samples.back().t;
        const TimestampMs first = data.series.front().samples.front().t;
        QVERIFY(data.stepMs > 1);
        std::vector<PanelExemplar> some;
        for (const TimestampMs t : {first - data.stepMs, first, last, last + 1})
            some.push_back(exemplar(t, 0.02, {{"at", std::to_string(t)}}));
        Stage stage(some);
        const auto &marks = stage.plot()->exemplars().marks();
        QCOMPARE(marks.size(), std::size_t{2});
        QCOMPARE(marks.front().item, std::size_t{1});
        QCOMPARE(marks.back().item, std::size_t{2});
        const double width = stage.plot()->plotRect().width() * stage.plot()->devicePixelRatioF();
        for (const PointMark &mark : marks)
            QVERIFY(mark.x >= 4 && mark.x <= width - 4);
        QCOMPARE(stage.plot()->exemplars().leftOut(), std::size_t{0});
    }

    void whatMovesAwayBelowThePointerIsNotReadAnyMore_data()
    {
        QTest::addColumn<QString>("how");
        for (const char *how : {"leave", "scroll", "another tab", "leave the window", "another window"})
            QTest::newRow(how) << QString::fromLatin1(how);
    }
    void whatMovesAwayBelowThePointerIsNotReadAnyMore()
    {
        QFETCH(QString, how);
        QWidget window;
        QWidget page(&window);
        Stage stage(two());
        stage.panel.setParent(&page);
        stage.window.hide();
        window.resize(600, 320);
        page.setGeometry(window.rect());
        stage.panel.show();
        window.show();
        window.grab();
        QMouseEvent move(QEvent::MouseMove, stage.place(0), stage.plot()->mapToGlobal(stage.place(0)),
                         Qt::NoButton, Qt::NoButton, Qt::NoModifier);
        QCoreApplication::sendEvent(stage.plot(), &move);
        const auto *tip = window.findChild<ReadoutTip *>();
        QVERIFY(tip != nullptr && tip->isVisible());
        QEvent leave(QEvent::Leave);
        QEvent deactivate(QEvent::WindowDeactivate);
        if (how == QStringLiteral("leave"))
            QCoreApplication::sendEvent(stage.plot(), &leave);
        else if (how == QStringLiteral("scroll"))
            page.move(0, -50);
        else if (how == QStringLiteral("another tab"))
            page.hide();
        else
            QCoreApplication::sendEvent(&window,
                                        how == QStringLiteral("another window") ? &deactivate : &leave);
        QVERIFY(!tip->isVisible());
        stage.panel.setData(shared(stage.data));
        QVERIFY(!tip->isVisible());
        stage.panel.setParent(&stage.window);
    }

    void hoverReadsTheExemplar()
    {
        Stage stage(two());
        QCOMPARE(stage.plot()->exemplars().marks().size(), std::size_t{2});
        QTest::mouseMove(stage.plot(), stage.place(0));
        const Readout readout = stage.plot()->currentReadout();
        QCOMPARE(rows(readout),
                 (QStringList{QStringLiteral("exemplar=20 ms"), QStringLiteral("span_id=00f067aa"),
                              QStringLiteral("trace_id=4bf92f3577b34da6"),
                              QStringLiteral("of=h_bucket{instance=\"a\", le=\"0.1\"}")}));
        QVERIFY(readout.note.contains(QStringLiteral("trace id")));
        QCOMPARE(stage.plot()->cursor().shape(), Qt::PointingHandCursor);
        // Between the diamonds the cells are read, as ever.
        QTest::mouseMove(stage.plot(), stage.place(0) + QPoint(40, 0));
        QVERIFY(!rows(stage.plot()->currentReadout()).contains(QStringLiteral("span_id=00f067aa")));
        QCOMPARE(stage.plot()->cursor().shape(), Qt::CrossCursor);
    }

    void aClickCopies()
    {
        Stage stage(two());
        QTest::mouseMove(stage.plot(), stage.place(0));
        QTest::mouseClick(stage.plot(), Qt::LeftButton, {}, stage.place(0));
        QCOMPARE(Stage::clipboard(), QStringLiteral("4bf92f3577b34da6"));
        QVERIFY(stage.plot()->currentReadout().note.contains(QStringLiteral("clipboard")));
        // Without a trace id: all labels.
        QTest::mouseMove(stage.plot(), stage.place(1));
        QVERIFY(!stage.plot()->currentReadout().note.contains(QStringLiteral("clipboard")));
        QTest::mouseClick(stage.plot(), Qt::LeftButton, {}, stage.place(1));
        QCOMPARE(Stage::clipboard(), QStringLiteral("{job=\"<b>x</b>\"}"));
    }

    void aClickElsewhereCopiesNothing()
    {
        Stage stage(two());
        QTest::mouseClick(stage.plot(), Qt::LeftButton, {}, stage.place(0) + QPoint(60, 0));
        QCOMPARE(Stage::clipboard(), QString());
    }

    void brushingFromADiamondZooms()
    {
        Stage stage(two());
        QSignalSpy ranges(stage.plot(), &TimePlot::rangeRequested);
        QTest::mousePress(stage.plot(), Qt::LeftButton, {}, stage.place(0));
        QTest::mouseMove(stage.plot(), stage.place(0) + QPoint(50, 0));
        QTest::mouseRelease(stage.plot(), Qt::LeftButton, {}, stage.place(0) + QPoint(50, 0));
        QCOMPARE(ranges.size(), 1);
        QCOMPARE(Stage::clipboard(), QString());
    }

    void keys()
    {
        Stage stage(two());
        QTest::keyClick(stage.plot(), Qt::Key_E);
        QVERIFY(rows(stage.plot()->currentReadout()).contains(QStringLiteral("job=<b>x</b>")));
        QTest::keyClick(stage.plot(), Qt::Key_E);
        QVERIFY(rows(stage.plot()->currentReadout()).contains(QStringLiteral("span_id=00f067aa")));
        QVERIFY(stage.plot()->accessibleDescription().contains(QStringLiteral("4bf92f3577b34da6")));
        QTest::keyClick(stage.plot(), Qt::Key_Return);
        QCOMPARE(Stage::clipboard(), QStringLiteral("4bf92f3577b34da6"));
        QTest::keyClick(stage.plot(), Qt::Key_E, Qt::ShiftModifier);
        QTest::keySequence(stage.plot(), QKeySequence::Copy);
        QCOMPARE(Stage::clipboard(), QStringLiteral("{job=\"<b>x</b>\"}"));
        // An arrow goes on from there without the exemplar, Escape lets go of all.
        QTest::keyClick(stage.plot(), Qt::Key_Left);
        QVERIFY(!rows(stage.plot()->currentReadout()).contains(QStringLiteral("job=<b>x</b>")));
        QVERIFY(!stage.plot()->currentReadout().empty());
        QTest::keyClick(stage.plot(), Qt::Key_E);
        QTest::keyClick(stage.plot(), Qt::Key_Escape);
        QVERIFY(stage.plot()->currentReadout().empty());
    }

    void theKeyboardsChoiceStaysWithNewData()
    {
        Stage stage(two());
        QTest::keyClick(stage.plot(), Qt::Key_E);
        PanelData next = stage.data;
        next.exemplars.push_back(exemplar(Synthetic{}.now - 1000, 0.1, {{"trace_id", "new"}}));
        stage.panel.setData(shared(next));
        stage.window.grab();
        QVERIFY(rows(stage.plot()->currentReadout()).contains(QStringLiteral("job=<b>x</b>")));
        next.exemplars.pop_back();
        next.exemplars.pop_back();
        stage.panel.setData(shared(next));
        stage.window.grab();
        QVERIFY(!rows(stage.plot()->currentReadout()).contains(QStringLiteral("job=<b>x</b>")));
    }

    void theMenuOffersBoth()
    {
        Stage stage(two());
        QMenu menu;
        addExemplarActions(menu, stage.data.exemplars.front());
        QCOMPARE(menu.actions().size(), 2);
        menu.actions().at(1)->trigger();
        QCOMPARE(Stage::clipboard(), QStringLiteral("{span_id=\"00f067aa\", trace_id=\"4bf92f3577b34da6\"}"));
        menu.actions().at(0)->trigger();
        QCOMPARE(Stage::clipboard(), QStringLiteral("4bf92f3577b34da6"));
        QMenu labelsOnly;
        addExemplarActions(labelsOnly, stage.data.exemplars.back());
        QCOMPARE(labelsOnly.actions().size(), 1);
        // Elsewhere the menu is the panel's.
        const QPoint beside = stage.place(0) + QPoint(60, 0);
        QContextMenuEvent event(QContextMenuEvent::Mouse, beside, stage.plot()->mapToGlobal(beside));
        QCoreApplication::sendEvent(stage.plot(), &event);
        QVERIFY(stage.plot()->findChild<QMenu *>() == nullptr);
    }

    void hostileText()
    {
        const TimestampMs at = Synthetic{}.now - 100'000;
        Stage stage({exemplar(at, 0.1, {{"trace_id", "a\nrm -rf ~\xE2\x80\xAE\x1B"}})});
        QTest::mouseMove(stage.plot(), stage.place(0));
        for (const ReadoutRow &row : stage.plot()->currentReadout().rows)
            QVERIFY(!row.value.contains(u'\n') && !row.value.contains(QChar(0x202E)));
        QTest::mouseClick(stage.plot(), Qt::LeftButton, {}, stage.place(0));
        QVERIFY(!Stage::clipboard().contains(u'\n'));
        QVERIFY(!Stage::clipboard().contains(QChar(0x1B)));
        QVERIFY(Stage::clipboard().startsWith(QStringLiteral("a")));
    }

    void manyAreSpreadAndCounted()
    {
        std::vector<PanelExemplar> many;
        for (int i = 0; i < 3000; ++i)
            many.push_back(exemplar(Synthetic{}.now - 299'000 + i * 99, 0.001 * (i % 900 + 1), {{"n", "1"}}));
        Stage stage(std::move(many));
        const ExemplarLayer &layer = stage.plot()->exemplars();
        QVERIFY(layer.marks().size() > 40 && layer.marks().size() < 1000);
        QVERIFY(layer.leftOut() > 0);
        const std::size_t drawn = layer.marks().size();
        PanelData data = stage.data;
        data.exemplarsLeftOut = 500;
        stage.panel.setData(shared(data));
        stage.window.grab();
        QCOMPARE(layer.marks().size(), drawn);
        QCOMPARE(layer.marks().size() + layer.leftOut(), std::size_t{3500});
    }

    void timeSeriesKeepThemInside()
    {
        PanelData data = test::walks({.rangeMs = 300'000, .series = 2}, 0.5);
        const TimestampMs now = Synthetic{}.now;
        data.exemplars = {
            exemplar(now - 200'000, 0.2, {{"trace_id", "in"}}),
            exemplar(now - 100'000, 1000, {{"trace_id", "above"}}),
            exemplar(now - 50'000, std::numeric_limits<double>::infinity(), {{"trace_id", "inf"}}),
            exemplar(now - 900'000, 0.2, {{"trace_id", "before"}})};
        PanelSpec spec;
        spec.field.unit = "s";
        QWidget window;
        TimeSeriesPanel panel(spec, lightTheme(), &window);
        window.resize(600, 320);
        panel.setGeometry(window.rect());
        panel.setData(shared(data));
        window.show();
        window.grab();
        const std::vector<PointMark> &marks = panel.plot()->exemplars().marks();
        QCOMPARE(marks.size(), std::size_t{3});
        QVERIFY(marks[0].y > 5);
        QCOMPARE(marks[1].y, 0.0);
        QCOMPARE(marks[2].y, 0.0);
    }

    void aCrosshairPaintsNoPlottedColumns()
    {
        Stage stage(two());
        const std::uint64_t before = stage.plot()->layer().columnsDrawn();
        QTest::mouseMove(stage.plot(), stage.place(0));
        stage.window.grab();
        QTest::mouseMove(stage.plot(), stage.place(1));
        stage.window.grab();
        QCOMPARE(stage.plot()->layer().columnsDrawn(), before);
    }
};

SIGHTGLASS_TEST(ExemplarsTest)

} // namespace

#include "exemplarstest.moc"
