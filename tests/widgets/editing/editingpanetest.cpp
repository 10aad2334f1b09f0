// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/editing/editingpane.h"

#include "model/presentation/catalogsource.h"
#include "tests/model/assist/assiststore.h"
#include "tests/support/testcase.h"
#include "widgets/editing/editbar.h"
#include "widgets/editing/optionform.h"
#include "widgets/editing/paneleditor.h"
#include "widgets/editing/typepicker.h"
#include "widgets/editors/promqleditor.h"
#include "widgets/panelkit/legendview.h"
#include "widgets/panels/panelframe.h"
#include "widgets/plots/timeseriespanel.h"
#include "widgets/views/dashboardview.h"
#include "widgets/views/metricbrowser.h"

#include <QAction>
#include <QFile>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

namespace {

using namespace sightglass;
using sightglass::test::AssistStore;

DashboardSpec onePanel()
{
    DashboardSpec spec;
    spec.id = "d";
    spec.title = "One";
    PanelSpec panel;
    panel.id = "1";
    panel.title = "Load";
    panel.queries = {{"load", {}, false, "A"}};
    spec.panels = {panel};
    return spec;
}

struct Desk
{
    explicit Desk(QSize size = QSize(1100, 700), const Theme &theme = darkTheme())
        : pool(std::make_shared<QueryPool>(1))
        , catalog(pool)
        , view(new DashboardView(onePanel(), theme))
        , pane(view, EditingContext{pool, &catalog, QueryEngine(), promql::Features(), 1000}, theme)
        , document(DashboardDocument::copyOf(onePanel(), folder.path()))
    {
        store.add(Labels({{"__name__", "jobs_total"}, {"job", "api"}}), 3, 1);
        store.add(Labels({{"__name__", "load"}, {"job", "api"}}), 3, 1);
        store.declare("jobs_total", MetricType::Counter, {}, "Jobs done.");
        catalog.setSnapshot(store.snapshot());
        QPalette palette = theme.palette();
        palette.setColor(QPalette::Window, theme.window);
        pane.setPalette(palette);
        pane.setAutoFillBackground(true);
        pane.resize(size);
        pane.show();
        QObject::connect(&pane, &EditingPane::editingRequested, &pane,
                         [this] { pane.setDocument(document.get()); });
    }

    [[nodiscard]] QToolButton *button(const char *name) const
    {
        return pane.bar()->findChild<QToolButton *>(QLatin1String(name));
    }
    [[nodiscard]] const std::vector<PanelSpec> &panels() const { return document->spec().panels; }

    QTemporaryDir folder;
    AssistStore store;
    std::shared_ptr<QueryPool> pool;
    CatalogSource catalog;
    DashboardView *view;
    EditingPane pane;
    std::unique_ptr<DashboardDocument> document;
};

class EditingPaneTest : public sightglass::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void aPanelComesFromAMetric()
    {
        Desk desk;
        QTRY_VERIFY(desk.catalog.catalog()->findFamily("jobs_total") != nullptr);
        desk.pane.showAddPage();
        QVERIFY(desk.pane.addPage() != nullptr && desk.pane.addPage()->isVisible());
        emit desk.pane.addPage()->metrics()->familyChosen("jobs_total", false);
        QTRY_COMPARE(desk.panels().size(), std::size_t{2});
        QCOMPARE(desk.panels()[1].queries.front().expr,
                 std::string("sum(rate(jobs_total[$__rate_interval]))"));
        QVERIFY(desk.view->isVisible());
        QVERIFY(desk.view->panel(1)->hasFocus());
    }

    /// A series has in the preview the colour that it has on the dashboard, whatever came before it there.
    void thePreviewHasTheDashboardsColours()
    {
        Desk desk;
        const Labels api({{"__name__", "load"}, {"job", "api"}});
        // Where the panel before had its colour taken, it has another one than of itself.
        const std::size_t natural = SeriesColorBook().slotOf(api, {});
        const std::size_t own = desk.view->colorBook()->slotOf(api, std::span(&natural, 1));
        QVERIFY(own != natural);
        desk.pane.setDocument(desk.document.get());
        desk.pane.editPanel("1");
        QVERIFY(desk.pane.panelEditor() != nullptr);
        PanelTime time;
        time.range = {AssistStore::now - 60'000, AssistStore::now};
        time.scrapeIntervalMs = 1000;
        desk.pane.refresh({desk.store.snapshot(), time});
        const PanelPreview *preview = desk.pane.panelEditor()->preview();
        QTRY_VERIFY(preview->frame()->panelData() != nullptr);
        const auto *panel = qobject_cast<const TimeSeriesPanel *>(preview->frame()->view());
        QCOMPARE(panel->legend()->items().front().color, seriesColor(own, darkTheme()));
    }

    void aPanelComesFromAQuery()
    {
        Desk desk;
        desk.pane.showAddPage();
        desk.pane.addPage()->query()->setQuery(QStringLiteral("sum(load)"));
        desk.pane.addPage()->findChild<QPushButton *>(QStringLiteral("addQueryPanel"))->click();
        // Nothing is in the dashboard before it is applied.
        QVERIFY(desk.pane.panelEditor() != nullptr);
        QCOMPARE(desk.panels().size(), std::size_t{1});
        desk.pane.panelEditor()->apply();
        QCOMPARE(desk.panels().size(), std::size_t{2});
        QCOMPARE(desk.panels()[1].queries.front().expr, std::string("sum(load)"));
    }

    void aPanelComesFromAPicture()
    {
        Desk desk;
        desk.pane.showAddPage();
        desk.pane.addPage()->types()->button(PanelType::Gauge)->click();
        QVERIFY(desk.pane.panelEditor() != nullptr);
        QVERIFY(desk.pane.panelEditor()->panel().type() == PanelType::Gauge);
        desk.pane.panelEditor()->discard();
        QVERIFY(desk.pane.panelEditor() == nullptr);
        QCOMPARE(desk.panels().size(), std::size_t{1});
    }

    void aPanelIsEditedInItsPlace()
    {
        Desk desk;
        desk.pane.grid()->perform(PanelCommand::Edit, "1");
        PanelEditor *editor = desk.pane.panelEditor();
        QVERIFY(editor != nullptr && editor->isVisible());
        QVERIFY(!desk.view->isVisible());
        editor->types()->button(PanelType::Stat)->click();
        editor->apply();
        QVERIFY(desk.view->isVisible());
        QVERIFY(desk.panels().front().type() == PanelType::Stat);
        QCOMPARE(desk.document->undoText(), QStringLiteral("Change “Load”"));
    }

    void theBarSavesUndoesAndEnds()
    {
        Desk desk;
        desk.pane.showAddPage();
        QVERIFY(desk.pane.bar()->isVisible());
        PanelSpec panel;
        panel.title = "New";
        desk.pane.add(panel);
        QSignalSpy told(&desk.pane, &EditingPane::told);
        desk.button("save")->click();
        QVERIFY(QFile::exists(desk.document->path()));
        QVERIFY(!desk.document->isDirty());
        QCOMPARE(told.count(), 1);
        QVERIFY(!told.first().at(1).toBool());
        desk.button("undo")->click();
        QCOMPARE(desk.panels().size(), std::size_t{1});
        QVERIFY(desk.button("revert")->isEnabled());
        desk.button("revert")->click();
        QCOMPARE(desk.panels().size(), std::size_t{2});
        desk.button("addRow")->click();
        QCOMPARE(desk.panels().size(), std::size_t{3});
        QSignalSpy ended(&desk.pane, &EditingPane::editingEnded);
        desk.button("done")->click();
        QCOMPARE(ended.count(), 1);
        desk.pane.setDocument(nullptr);
        QVERIFY(!desk.pane.bar()->isVisible());
    }

    void settingsAreEditedInPlaceOfTheGrid()
    {
        Desk desk;
        desk.pane.add(PanelSpec());
        desk.button("settings")->click();
        DashboardSettingsPage *page = desk.pane.settingsPage();
        QVERIFY(page != nullptr && page->isVisible() && !desk.view->isVisible());
        auto *title = page->general()->editor("/title")->findChild<QLineEdit *>();
        title->selectAll();
        QTest::keyClicks(title, QStringLiteral("Better"));
        QCOMPARE(desk.document->spec().title, std::string("Better"));
        QCOMPARE(desk.panels().size(), std::size_t{2});
        // Typing is one step.
        QCOMPARE(desk.document->undoText(), QStringLiteral("Change the dashboard's settings"));
        desk.button("undo")->click();
        QCOMPARE(desk.document->spec().title, std::string("One"));
        QCOMPARE(title->text(), QStringLiteral("One"));
        QTest::keyClick(page, Qt::Key_Escape);
        QVERIFY(desk.pane.settingsPage() == nullptr && desk.view->isVisible());
        // Nothing entered: nothing changed.
        const DashboardSpec before = desk.document->spec();
        desk.button("settings")->click();
        desk.button("settings")->click();
        QVERIFY(desk.pane.settingsPage() == nullptr);
        QVERIFY(desk.document->spec() == before);
    }

    void anEmptyDashboardSaysHowToGoOn()
    {
        Desk desk;
        desk.button("addPanel")->click();
        emit desk.pane.addPage()->cancelled();
        QVERIFY(!desk.pane.invitation()->isVisible());
        desk.pane.grid()->perform(PanelCommand::Remove, desk.panels().front().id);
        QVERIFY(desk.pane.invitation()->isVisible());
        desk.pane.invitation()->findChild<QPushButton *>(QStringLiteral("inviteToAdd"))->click();
        QVERIFY(desk.pane.addPage() != nullptr);
        emit desk.pane.addPage()->cancelled();
        desk.button("undo")->click();
        QVERIFY(!desk.pane.invitation()->isVisible());
        desk.pane.setDocument(nullptr);
        QVERIFY(!desk.pane.invitation()->isVisible());
    }

    void aConflictIsAsked()
    {
        Desk desk;
        desk.pane.add(PanelSpec());
        QVERIFY(desk.document->save().saving == DashboardDocument::Saving::Saved);
        desk.pane.add(PanelSpec());
        QFile file(desk.document->path());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("theirs");
        file.close();
        desk.button("save")->click();
        auto *mine = desk.pane.findChild<QPushButton *>(QStringLiteral("keepMine"));
        QVERIFY(mine->isVisible());
        mine->click();
        QVERIFY(!mine->isVisible());
        desk.button("save")->click();
        QVERIFY(!desk.document->isDirty());
    }

    /// Pictures for people: SIGHTGLASS_PICTURES names the folder.
    void pictures()
    {
        const QString folder = qEnvironmentVariable("SIGHTGLASS_PICTURES");
        if (folder.isEmpty())
            QSKIP("no folder for pictures");
        for (const auto &[name, theme] : {std::pair("dark", darkTheme()), std::pair("light", lightTheme())}) {
            for (const QSize size : {QSize(900, 600), QSize(1400, 900)}) {
                Desk desk(size, theme);
                QTRY_VERIFY(desk.catalog.catalog()->findFamily("jobs_total") != nullptr);
                desk.pane.showAddPage();
                QTest::qWait(60);
                const QString ending =
                    QStringLiteral("-%1-%2.png").arg(QLatin1String(name)).arg(size.width());
                desk.pane.grab().save(folder + QStringLiteral("/add") + ending);
                desk.pane.add(PanelSpec());
                desk.pane.add(PanelSpec());
                desk.pane.grid()->addRow();
                QTest::qWait(60);
                desk.pane.grab().save(folder + QStringLiteral("/grid") + ending);
            }
        }
    }
};

} // namespace

SIGHTGLASS_TEST(EditingPaneTest)

#include "editingpanetest.moc"
