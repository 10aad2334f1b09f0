// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/panelframe.h"

#include "tests/support/testcase.h"
#include "tests/widgets/panels/framedpanels.h"
#include "tests/widgets/panels/syntheticdata.h"
#include "widgets/panels/charttable.h"
#include "widgets/panels/charttablemodel.h"
#include "widgets/panels/panelactions.h"
#include "widgets/panels/paneltitle.h"
#include "widgets/tables/filterpopup.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QApplication>
#include <QEnterEvent>
#include <QLayout>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

namespace {

using namespace sightglass;
using test::failed;
using test::specOf;

class PanelFrameTest : public sightglass::test::TestCase
{
    Q_OBJECT

private slots:
    void everyTypeHasAView_data()
    {
        QTest::addColumn<PanelType>("type");
        QTest::newRow("time series") << PanelType::TimeSeries;
        QTest::newRow("stat") << PanelType::Stat;
        QTest::newRow("gauge") << PanelType::Gauge;
        QTest::newRow("bar gauge") << PanelType::BarGauge;
        QTest::newRow("heatmap") << PanelType::Heatmap;
        QTest::newRow("table") << PanelType::Table;
    }

    void everyTypeHasAView()
    {
        QFETCH(PanelType, type);
        PanelFrame frame(specOf(type), darkTheme());
        frame.resize(400, 240);
        QVERIFY(frame.view());
        QVERIFY(!frame.grab().isNull());
        const auto data = type == PanelType::Heatmap ? test::buckets({.rangeMs = 60'000})
                                                     : test::walks({.rangeMs = 60'000}, 10);
        frame.setData(std::make_shared<const PanelData>(data));
        const QImage dark = frame.grab().toImage();
        frame.setTheme(lightTheme());
        QVERIFY(frame.grab().toImage() != dark);
        frame.setData(std::make_shared<const PanelData>());
        QVERIFY(!frame.grab().isNull());
        frame.resize(30, 20);
        QVERIFY(!frame.grab().isNull());
    }

    void rowsHaveNone()
    {
        PanelFrame frame(specOf(PanelType::Row), darkTheme());
        QVERIFY(!frame.view());
        frame.setData(failed({}));
        frame.setTheme(lightTheme());
    }

    void keysAreHeardBelowThePointer()
    {
        QWidget window;
        auto *field = new QLineEdit(&window);
        auto *button = new QPushButton(&window);
        auto *hovered = new PanelFrame(specOf(PanelType::TimeSeries), darkTheme(), &window);
        auto *other = new PanelFrame(specOf(PanelType::TimeSeries), darkTheme(), &window);
        window.resize(800, 400);
        hovered->setGeometry(0, 100, 300, 200);
        other->setGeometry(400, 100, 300, 200);
        for (PanelFrame *frame : {hovered, other})
            frame->setData(std::make_shared<const PanelData>(test::walks({.rangeMs = 60'000}, 10)));
        window.show();
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        const QPointF inside(10, 10);
        QEnterEvent enter(inside, inside, inside);
        QCoreApplication::sendEvent(hovered, &enter);
        button->setFocus();
        QTest::keyClick(button, Qt::Key_T);
        QVERIFY(hovered->isTableShown());
        QVERIFY(!other->isTableShown());
        // What is typed belongs to whoever is typed in, and a panel that has the keyboard goes before.
        field->setFocus();
        QTest::keyClick(field, Qt::Key_T);
        QCOMPARE(field->text(), QStringLiteral("t"));
        QVERIFY(hovered->isTableShown());
        other->setFocus();
        QTest::keyClick(other, Qt::Key_T);
        QVERIFY(other->isTableShown());
        QVERIFY(hovered->isTableShown());
        QEvent leave(QEvent::Leave);
        QCoreApplication::sendEvent(hovered, &leave);
        button->setFocus();
        QTest::keyClick(button, Qt::Key_T);
        QVERIFY(hovered->isTableShown());
    }

    void heatmapsAsTablesShowTheirCells()
    {
        PanelFrame frame(specOf(PanelType::Heatmap), darkTheme());
        frame.resize(600, 300);
        auto data = std::make_shared<PanelData>();
        data->range = {0, 60'000};
        for (const auto &[bound, count] :
             {std::pair("+Inf", 100.0), std::pair("10", 70.0), std::pair("2", 10.0)}) {
            PanelSeries &series = data->series.emplace_back();
            series.labels = Labels(std::vector<Label>{{"le", bound}});
            series.samples = {{1000, count}, {2000, count}};
        }
        frame.setData(data);
        frame.setTableShown(true);
        const auto *table = frame.findChild<QTableView *>();
        const QAbstractItemModel *model = table->model();
        QStringList heads;
        QStringList cells;
        for (int column = 1; column < model->columnCount(); ++column) {
            heads << model->headerData(column, Qt::Horizontal).toString();
            cells << model->index(0, column).data().toString();
        }
        // The lowest bound first, and what lies in each cell: not the sums of those below.
        QCOMPARE(heads, QStringList({QStringLiteral("0 – 2"), QStringLiteral("2 – 10"),
                                     QStringLiteral("10 – +Inf")}));
        QCOMPARE(cells, QStringList({QStringLiteral("10"), QStringLiteral("60"), QStringLiteral("30")}));
    }

    void alertsMarkThePanel()
    {
        PanelFrame frame(specOf(PanelType::Stat), darkTheme());
        frame.resize(300, 150);
        const QImage calm = frame.grab().toImage();
        frame.setAlertState(AlertState::Pending, Severity::Warning, QStringLiteral("soon"));
        const QImage pending = frame.grab().toImage();
        frame.setAlertState(AlertState::Firing, Severity::Critical, QStringLiteral("queue full"));
        const QImage firing = frame.grab().toImage();
        QVERIFY(calm != pending && pending != firing);
        QCOMPARE(frame.alertState(), AlertState::Firing);
        QCOMPARE(frame.accessibleDescription(), QStringLiteral("queue full"));
        const auto *title = frame.findChild<PanelTitle *>();
        QVERIFY(title->toolTipAt({5, title->height() / 2}).contains(QStringLiteral("queue full")));
        frame.setAlertState(AlertState::Inactive, Severity::Info, {});
        QCOMPARE(frame.grab().toImage(), calm);
    }

    void descriptionAndCutTitleAsToolTip()
    {
        PanelFrame frame(specOf(PanelType::Stat), darkTheme());
        frame.resize(300, 150);
        frame.grab();
        const auto *title = frame.findChild<PanelTitle *>();
        QCOMPARE(title->toolTipAt(title->infoRect().center()), QStringLiteral("HELP of the metric"));
        QCOMPARE(title->toolTipAt({20, title->height() / 2}), QString());
        frame.resize(90, 150);
        frame.grab();
        QCOMPARE(title->toolTipAt({20, title->height() / 2}), QStringLiteral("A <b>title</b>"));
        QVERIFY(frame.accessibleName().contains(QStringLiteral("A <b>title</b>")));
    }

    /// A tile of eight in a row of a small window: what it is called is worth more than its buttons.
    void theTitleHasTheWholeLineUntilThePointerComes()
    {
        PanelSpec spec = specOf(PanelType::Stat);
        spec.title = "Query latency p95";
        spec.queries = {{"up", {}}};
        PanelFrame frame(spec, darkTheme());
        const auto *title = qobject_cast<PanelTitle *>(frame.titleWidget());
        QFont bold = title->font();
        bold.setWeight(QFont::DemiBold);
        const int wanted = QFontMetrics(bold).horizontalAdvance(QStringLiteral("Query latency p95"));
        const int margins = frame.contentsMargins().left() + frame.layout()->contentsMargins().left() +
                            frame.layout()->contentsMargins().right();
        frame.resize(wanted + margins + 1, 120);
        frame.grab();
        const auto shownTitle = [title] { return title->drawing().all<DisplayList::Text>().back().text; };
        QCOMPARE(shownTitle(), QStringLiteral("Query latency p95"));
        // All that can be clicked is there once the pointer is, and nothing lies on another.
        const std::vector<QRect> places = {title->infoRect(), title->menuRect()};
        for (const QRect &place : places)
            QVERIFY(title->rect().contains(place));
        QVERIFY(!places[0].intersects(places[1]));
        // Where there is room, the mark is there from the beginning.
        frame.resize(wanted + margins + 200, 120);
        frame.grab();
        QCOMPARE(title->drawing().all<DisplayList::Text>().size(), std::size_t{2});
    }

    /// Of an absolute range there is no other, and a pause is none.
    void theTitleTellsOfItsTime()
    {
        PanelSpec spec;
        spec.title = "Load";
        spec.queries = {{"up", {}}};
        spec.timeFrom = "6h";
        spec.timeShift = "1d";
        PanelFrame frame(spec, darkTheme());
        frame.resize(600, 200);
        const auto *title = qobject_cast<PanelTitle *>(frame.titleWidget());
        const auto told = [&](bool live, std::optional<TimestampMs> now) {
            PanelTime time;
            time.range = {1'000'000, 2'000'000};
            time.live = live;
            time.now = now;
            frame.setShownTime(time);
            frame.grab();
            return title->drawing().all<DisplayList::Text>().back().text;
        };
        const QString relative = QStringLiteral("Load · last 6h · 1d earlier");
        QCOMPARE(told(true, std::nullopt), relative);
        QCOMPARE(told(false, std::nullopt), QStringLiteral("Load · 1d earlier"));
        QCOMPARE(told(false, 2'000'000), relative);
    }

    /// However long a series' name is, its numbers are in sight.
    void aChartsTableShowsItsNumbers()
    {
        PanelData data = test::walks({.rangeMs = 60'000, .series = 1}, 10);
        data.series[0].name = std::string(200, 'w');
        PanelFrame frame(specOf(PanelType::TimeSeries), darkTheme());
        frame.resize(400, 250);
        frame.show();
        frame.setData(std::make_shared<const PanelData>(data));
        frame.setTableShown(true);
        QApplication::processEvents();
        const auto *table = frame.findChild<QTableView *>();
        QVERIFY(table != nullptr && table->isVisible());
        const QRect number = table->visualRect(table->model()->index(0, 1));
        QVERIFY(number.right() <= table->viewport()->width());
        QVERIFY(number.width() > table->viewport()->width() / 3);
    }

    void linksLeadToWebPagesOnly()
    {
        PanelSpec spec = specOf(PanelType::Stat);
        for (const char *url :
             {"https://example.org/run?a=b", "file:///etc/passwd", "javascript:alert(1)", "ssh://host",
              "http://", "HTTP://example.org", "data:text/html,x", "//host", ""})
            spec.links.push_back({"to & <b>it</b>", url, true});
        PanelFrame frame(spec, darkTheme());
        const QList<QAction *> links = frame.panelActions().linkMenu()->actions();
        QCOMPARE(links.size(), 2);
        QCOMPARE(links[0]->text(), QStringLiteral("to && <b>it</b>"));
        QVERIFY(links[0]->toolTip().contains(QStringLiteral("https://example.org/run")));
        QVERIFY(!PanelFrame(specOf(PanelType::Stat), darkTheme())
                     .panelActions()
                     .linkMenu()
                     ->menuAction()
                     ->isVisible());
    }

    void oneClickLeadsToExplore()
    {
        PanelSpec spec = specOf(PanelType::TimeSeries);
        spec.queries = {{"up", {}}};
        PanelFrame frame(spec, darkTheme());
        frame.resize(400, 300);
        frame.show();
        auto *title = qobject_cast<PanelTitle *>(frame.titleWidget());
        int asked = 0;
        connect(&frame, &PanelFrame::exploreRequested, this, [&asked] { ++asked; });
        QTest::mouseClick(title, Qt::LeftButton, {}, title->exploreRect().center());
        QCOMPARE(asked, 1);
        QCOMPARE(title->toolTipAt(title->exploreRect().center()), QStringLiteral("Explore its queries"));
        // What asks nothing has nothing to explore.
        spec.queries.clear();
        const PanelFrame silent(spec, darkTheme());
        QVERIFY(qobject_cast<PanelTitle *>(silent.titleWidget())->exploreRect().isNull());
    }

    void theMenuOffersWhatCanBeDone()
    {
        PanelFrame frame(specOf(PanelType::TimeSeries), darkTheme());
        frame.setData(std::make_shared<const PanelData>(test::walks({.rangeMs = 60'000, .series = 3}, 10)));
        QCOMPARE(frame.actions().first(), frame.panelActions().explore());
        QStringList asked;
        connect(&frame, &PanelFrame::exploreRequested, this,
                [&asked] { asked << QStringLiteral("explore"); });
        connect(&frame, &PanelFrame::copyPictureRequested, this,
                [&asked] { asked << QStringLiteral("picture"); });
        connect(&frame, &PanelFrame::copyDataRequested, this, [&asked] { asked << QStringLiteral("data"); });
        connect(&frame, &PanelFrame::fullSizeRequested, this,
                [&asked](bool full) { asked << (full ? QStringLiteral("full") : QStringLiteral("back")); });
        std::vector<ExportOrder> orders;
        connect(&frame, &PanelFrame::saveRequested, this,
                [&orders](const ExportOrder &order) { orders.push_back(order); });
        frame.panelActions().explore()->trigger();
        frame.panelActions().copyPicture()->trigger();
        frame.panelActions().copyData()->trigger();
        QVERIFY(frame.handleKey(Qt::Key_F));
        QVERIFY(frame.handleKey(Qt::Key_Escape));
        QVERIFY(!frame.handleKey(Qt::Key_Escape));
        QVERIFY(frame.handleKey(Qt::Key_V));
        QCOMPARE(asked.join(u' '), QStringLiteral("explore picture data full back full"));
        for (QAction *action : frame.panelActions().exportMenu()->actions())
            action->trigger();
        QCOMPARE(orders.size(), std::size_t{8});
        QCOMPARE(orders[2].scale, 3);
        QCOMPARE(orders[5].page, PdfPage::A4Landscape);
        QCOMPARE(orders[7].format, ExportFormat::Json);
    }

    void anyChartIsATableWithOneKey()
    {
        PanelFrame frame(specOf(PanelType::TimeSeries), darkTheme());
        frame.resize(500, 300);
        frame.show();
        PanelData data = test::walks({.rangeMs = 60'000, .series = 3}, 10);
        std::vector<Sample> samples = data.series[1].samples.toVector();
        samples.erase(samples.begin() + 5);
        data.series[1].samples = samples;
        data.series[2].samples.clear();
        frame.setData(std::make_shared<const PanelData>(data));
        QTest::keyClick(&frame, Qt::Key_T);
        QVERIFY(frame.isTableShown());
        QVERIFY(frame.view()->isHidden());
        const auto *table = frame.findChild<QTableView *>();
        QVERIFY(table->isVisible());
        QAbstractItemModel *model = table->model();
        const QAbstractItemModelTester tester(model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(model->columnCount(), 4);
        QCOMPARE(model->rowCount(), static_cast<int>(data.series[0].samples.size()));
        // The newest first; where a series has no sample there is none.
        QCOMPARE(model->index(0, 0).data().toString(),
                 QDateTime::fromMSecsSinceEpoch(data.series[0].samples.back().t)
                     .toString(QStringLiteral("yyyy-MM-dd HH:mm:ss")));
        QVERIFY(!model->index(0, 1).data().toString().isEmpty());
        const int missing = model->rowCount() - 1 - 5;
        QVERIFY(model->index(missing, 2).data().toString().isEmpty());
        QVERIFY(!model->index(missing, 1).data().toString().isEmpty());
        QVERIFY(model->index(0, 3).data().toString().isEmpty());
        frame.setData(std::make_shared<const PanelData>(test::walks({.rangeMs = 30'000, .series = 2}, 10)));
        QCOMPARE(model->columnCount(), 3);
        QTest::keyClick(&frame, Qt::Key_T);
        QVERIFY(!frame.isTableShown());
        QVERIFY(frame.view()->isVisible());
        QVERIFY(!table->isVisible());
    }

    void aChartsTableIsFilteredByItsHeads()
    {
        PanelFrame frame(specOf(PanelType::TimeSeries), darkTheme());
        frame.resize(640, 320);
        frame.setData(std::make_shared<const PanelData>(test::walks({.rangeMs = 60'000, .series = 2}, 10)));
        frame.setTableShown(true);
        frame.show();
        auto *table = frame.findChild<ChartTable *>();
        QVERIFY(table != nullptr);
        auto *header = qobject_cast<FunnelHeader *>(table->table()->horizontalHeader());
        QVERIFY(header != nullptr);
        QVERIFY(!frame.filteredRows());
        const int sorted = header->sortIndicatorSection();
        // A click on the funnel does not sort, one beside it does.
        QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, header->funnelOf(1).center());
        auto *popup = frame.findChild<FilterPopup *>();
        QVERIFY(popup != nullptr);
        QCOMPARE(header->sortIndicatorSection(), sorted);
        const int rows = table->model()->rowCount();
        emit popup->applied({{}, FilterOperator::Greater, QStringLiteral("7.5")});
        popup->close();
        QVERIFY(table->model()->rowCount() < rows && table->model()->rowCount() > 0);
        QCOMPARE(frame.filteredRows()->all, static_cast<std::size_t>(rows));
        QVERIFY(frame.shownData()->series[0].samples.size() < frame.panelData()->series[0].samples.size());
        QTest::mouseClick(header->viewport(), Qt::LeftButton, {},
                          header->funnelOf(1).center() - QPoint(40, 0));
        QCOMPARE(header->sortIndicatorSection(), 1);
        // The keyboard does both.
        table->table()->setCurrentIndex(table->model()->index(0, 0));
        QTest::keyClick(table->table(), Qt::Key_Space);
        QCOMPARE(header->sortIndicatorSection(), 0);
        QTest::keyClick(table->table(), Qt::Key_Down, Qt::AltModifier);
        QVERIFY(frame.findChild<FilterPopup *>(QString(), Qt::FindChildrenRecursively) != nullptr);
        // Nothing is filtered where the chart is shown.
        frame.setTableShown(false);
        QVERIFY(!frame.filteredRows());
    }

    void allRowsAreOfferedWhereSomeAreHidden()
    {
        PanelFrame frame(specOf(PanelType::TimeSeries), darkTheme());
        frame.resize(640, 320);
        frame.setData(std::make_shared<const PanelData>(test::walks({.rangeMs = 60'000, .series = 2}, 10)));
        frame.setTableShown(true);
        const PanelActions &actions = frame.panelActions();
        emit actions.exportMenu()->aboutToShow();
        QVERIFY(!actions.copyAllData()->isVisible());
        frame.findChild<ChartTable *>()->model()->setFilter(
            1, {{}, FilterOperator::Greater, QStringLiteral("7.5")});
        emit actions.exportMenu()->aboutToShow();
        QVERIFY(actions.copyAllData()->isVisible());
        QSignalSpy wanted(&frame, &PanelFrame::copyAllDataRequested);
        actions.copyAllData()->trigger();
        QCOMPARE(wanted.size(), 1);
    }

    void aTableIsNoTableOfATable()
    {
        PanelFrame frame(specOf(PanelType::Table), darkTheme());
        frame.setData(std::make_shared<const PanelData>(test::walks({.rangeMs = 60'000}, 10)));
        QVERIFY(!frame.handleKey(Qt::Key_T));
        QVERIFY(!frame.isTableShown());
        QVERIFY(!frame.view()->isHidden());
    }

    void theKeyboardReachesTheMenu()
    {
        QWidget window;
        auto *frame = new PanelFrame(specOf(PanelType::Stat), darkTheme(), &window);
        frame->resize(300, 200);
        window.show();
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        // The window that becomes active gives the focus to its first widget.
        frame->clearFocus();
        QVERIFY(!frame->hasFocus());
        const QImage calm = frame->grab().toImage();
        frame->setFocus(Qt::TabFocusReason);
        QVERIFY(frame->hasFocus());
        QVERIFY(frame->grab().toImage() != calm);
        QTest::keyClick(frame, Qt::Key_Return);
        QTRY_VERIFY(QApplication::activePopupWidget() != nullptr);
        auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
        QVERIFY(menu != nullptr);
        QVERIFY(menu->actions().contains(frame->panelActions().table()));
        menu->close();
    }

    void transparentPanelsHaveNoBox()
    {
        PanelSpec spec = specOf(PanelType::Stat);
        spec.transparent = true;
        PanelFrame frame(spec, darkTheme());
        frame.resize(300, 200);
        frame.setData(std::make_shared<const PanelData>(test::walks({.rangeMs = 60'000, .series = 1}, 10)));
        const QImage picture = frame.grab().toImage();
        QCOMPARE(picture.pixelColor(0, 100), darkTheme().window);
        QCOMPARE(picture.pixelColor(3, 3), darkTheme().window);
    }
};

SIGHTGLASS_TEST(PanelFrameTest)

} // namespace

#include "panelframetest.moc"
