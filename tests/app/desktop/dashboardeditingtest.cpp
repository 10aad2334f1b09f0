// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/dashboardediting.h"

#include "app/desktop/dashboardpages.h"
#include "app/desktop/mainwindow.h"
#include "app/desktop/windowdashboards.h"
#include "model/editing/dashboardediting.h"
#include "model/editing/newpanels.h"
#include "model/editing/variablerename.h"
#include "model/grafana/dashboardfile.h"
#include "model/scrape/systemclock.h"
#include "tests/app/desktop/dashboardprogram.h"
#include "tests/support/testcase.h"
#include "widgets/editing/editbar.h"
#include "widgets/editing/paneleditor.h"
#include "widgets/editing/placemark.h"
#include "widgets/panels/panelframe.h"
#include "widgets/views/dashboardview.h"

#include <QAbstractButton>
#include <QApplication>
#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <QMenu>
#include <QMenuBar>
#include <QMessageBox>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTabBar>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

namespace {

using namespace sightglass;

const char *const page = "# TYPE up_things gauge\n"
                         "up_things{cluster=\"a\",node=\"a1\"} 1\n"
                         "up_things{cluster=\"a\",node=\"a2\"} 2\n";

QByteArray grafana()
{
    return "{\"title\":\"Nodes\",\"uid\":\"nodes\",\"schemaVersion\":39,\"templating\":{\"list\":["
           "{\"name\":\"node\",\"type\":\"query\",\"query\":\"label_values(up_things, node)\",\"refresh\":1,"
           "\"sort\":1,\"multi\":true,\"includeAll\":true,\"current\":{\"text\":\"All\",\"value\":\"$__all\"}"
           "}]},"
           "\"panels\":[{\"id\":1,\"type\":\"stat\",\"title\":\"Node\",\"repeat\":\"node\",\"gridPos\":{"
           "\"h\":4,"
           "\"w\":24,\"x\":0,\"y\":0},\"targets\":[{\"expr\":\"up_things{node=~\\\"$node\\\"}\",\"refId\":"
           "\"A\"}]},"
           "{\"id\":3,\"type\":\"timeseries\",\"title\":\"All\",\"gridPos\":{\"h\":8,\"w\":24,\"x\":0,\"y\":"
           "4},"
           "\"targets\":[{\"expr\":\"up_things\",\"refId\":\"A\"}]}]}";
}

DashboardSpec own(const char *title)
{
    DashboardSpec spec;
    spec.id = "own";
    spec.title = title;
    PanelSpec panel = newPanel(PanelType::TimeSeries);
    panel.id = "1";
    panel.title = "Things";
    panel.queries.front().expr = "up_things";
    spec.panels = {panel};
    return spec;
}

QByteArray textOf(const DashboardSpec &spec)
{
    return QByteArray::fromStdString(writeDashboard(spec));
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(none)");
}

/// The window with one target, which is a file.
struct Program : test::DashboardProgram
{
    using DashboardProgram::DashboardProgram;

    [[nodiscard]] EditingPane *pane() const { return front()->editing()->pane(); }
    [[nodiscard]] DashboardDocument *document() const { return front()->editing()->document(); }
};

void answer(const char *text)
{
    QTRY_VERIFY(qobject_cast<QMessageBox *>(QApplication::activeModalWidget()) != nullptr);
    auto *box = qobject_cast<QMessageBox *>(QApplication::activeModalWidget());
    for (QAbstractButton *button : box->buttons()) {
        if (button->text() == QLatin1String(text))
            return button->click();
    }
    QFAIL(text);
}

class DashboardEditingTest : public test::TestCase
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;

    QString write(const QString &name, const QByteArray &text) const
    {
        return test::writtenFile(*m_folder, name, text);
    }

private Q_SLOTS:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }
    void init()
    {
        TestCase::init();
        m_folder = std::make_unique<QTemporaryDir>();
        write(QStringLiteral("page.prom"), page);
        QDir(DashboardEditing::folder()).removeRecursively();
    }
    void cleanup() { QDir(DashboardEditing::folder()).removeRecursively(); }
    void cleanupTestCase() { QStandardPaths::setTestModeEnabled(false); }

    void ofGrafanaACopyIsEdited()
    {
        const QString path = write(QStringLiteral("nodes.json"), grafana());
        Program program(m_folder->path(), {path});
        QTRY_VERIFY(program.isFront("Nodes"));
        QTRY_COMPARE_WITH_TIMEOUT(program.front()->view()->panelCount(), 3, 10'000);
        program.pages()->editFront();
        // Nothing moves: copies stay, to be looked at.
        QVERIFY(program.front()->isEdited());
        QCOMPARE(program.front()->view()->panelCount(), 3);
        QVERIFY(program.pane()->bar()->isVisible());
        QVERIFY(!program.front()->isDirty());
        QTRY_VERIFY_WITH_TIMEOUT(program.front()->view()->panel(1)->panelData() != nullptr, 10'000);
        program.pane()->grid()->perform(PanelCommand::Remove, "3");
        QVERIFY(program.front()->isDirty());
        const int tab = program.pages()->currentIndex();
        QTRY_VERIFY(program.pages()->tabText(tab).startsWith(QStringLiteral("• ")));
        const DashboardDocument::SaveResult result = program.document()->save();
        QVERIFY2(result.saving == DashboardDocument::Saving::Saved, qPrintable(result.problem));
        const QString saved = program.document()->path();
        QCOMPARE(QDir(DashboardEditing::folder()).entryList(QDir::Files),
                 QStringList{QStringLiteral("nodes.json")});
        QTRY_VERIFY(!program.pages()->tabText(tab).startsWith(QStringLiteral("• ")));
        // Done: the copy has a tab of its own, and the one it was made of is as it was.
        program.pages()->editFront();
        QTRY_VERIFY(program.pages()->showFile(DashboardFiles::sourceOf(saved)));
        QTRY_COMPARE_WITH_TIMEOUT(program.front()->view()->panelCount(), 2, 10'000);
        QVERIFY(program.pages()->showFile(DashboardFiles::sourceOf(path)));
        QTRY_COMPARE_WITH_TIMEOUT(program.front()->view()->panelCount(), 3, 10'000);
        QCOMPARE(contentOf(path), grafana());
    }

    /// The first of them stands for all.
    void copiesAreNotEdited()
    {
        const QString path = write(QStringLiteral("nodes.json"), grafana());
        Program program(m_folder->path(), {path});
        QTRY_VERIFY(program.isFront("Nodes"));
        QTRY_COMPARE_WITH_TIMEOUT(program.front()->view()->panelCount(), 3, 10'000);
        program.pages()->editFront();
        DashboardView *view = program.front()->view();
        QCOMPARE(view->panelCount(), 3);
        const DashboardSpec before = program.document()->spec();
        const std::string first = view->spec().panels.at(0).id;
        const std::string copy = view->spec().panels.at(1).id;
        QVERIFY(copy.starts_with(first) && copy != first);
        QVERIFY(view->panel(0)->findChild<PanelGrip *>() != nullptr);
        QVERIFY(view->panel(1)->findChild<PanelGrip *>() == nullptr);
        const QSignalSpy told(program.pane()->grid(), &GridEditor::told);
        for (const PanelCommand command :
             {PanelCommand::Edit, PanelCommand::Duplicate, PanelCommand::Cut, PanelCommand::Remove})
            program.pane()->grid()->perform(command, copy);
        QCOMPARE(told.size(), 4);
        QVERIFY(program.pane()->panelEditor() == nullptr);
        QVERIFY(program.document()->spec() == before);
        // What is done to the first one, all follow.
        const GridPosition was = view->spec().panels.at(2).grid;
        program.document()->apply(panelMoved(program.document()->spec(), first, {0, 0, 12, 6}));
        QCOMPARE(view->spec().panels.at(1).grid.height, 6);
        QCOMPARE(view->spec().panels.at(2).grid.y, was.y + 2);
    }

    /// As long as nothing was changed; then somebody has to say.
    void aForeignFileIsFollowedUntilItsCopyIsChanged()
    {
        const QString path = write(QStringLiteral("nodes.json"), grafana());
        Program program(m_folder->path(), {path});
        QTRY_VERIFY(program.isFront("Nodes"));
        program.pages()->editFront();
        const auto renamed = [](const char *title) {
            return grafana().replace("\"title\":\"Nodes\"", QByteArray("\"title\":\"") + title + "\"");
        };
        write(QStringLiteral("nodes.json"), renamed("Other nodes"));
        QTRY_COMPARE_WITH_TIMEOUT(program.document()->spec().title, std::string("Other nodes"), 10'000);
        QVERIFY(program.front()->isEdited() && !program.front()->isDirty());
        QCOMPARE(program.front()->dashboard().title, std::string("Other nodes"));
        program.document()->apply(
            settingsChanged(program.document()->spec(), [](DashboardSpec &spec) { spec.title = "Mine"; }));
        write(QStringLiteral("nodes.json"), renamed("Theirs"));
        QTRY_VERIFY_WITH_TIMEOUT(program.document()->isOriginConflict(), 10'000);
        QCOMPARE(program.document()->spec().title, std::string("Mine"));
        program.document()->resolve(DashboardDocument::Resolution::KeepMine);
        QVERIFY(!program.document()->hasConflict());
        QCOMPARE(program.document()->spec().title, std::string("Mine"));
        write(QStringLiteral("nodes.json"), renamed("Theirs again"));
        QTRY_VERIFY_WITH_TIMEOUT(program.document()->isOriginConflict(), 10'000);
        program.document()->resolve(DashboardDocument::Resolution::TakeTheirs);
        QCOMPARE(program.document()->spec().title, std::string("Theirs again"));
        QVERIFY(!program.front()->isDirty());
        program.document()->undo();
        QCOMPARE(program.document()->spec().title, std::string("Mine"));
        program.document()->redo();
    }

    /// Letter by letter, as it is typed.
    void aRenamedVariableKeepsWhatIsChosen()
    {
        const QString path = write(QStringLiteral("nodes.json"), grafana());
        Program program(m_folder->path(), {path});
        QTRY_VERIFY(program.isFront("Nodes"));
        QTRY_COMPARE_WITH_TIMEOUT(program.front()->view()->panelCount(), 3, 10'000);
        DashboardChoices choices;
        choices.variables["node"] = {{"a2", "a2"}};
        program.front()->setChoices(choices);
        program.pages()->editFront();
        for (const char *name : {"nod", "no", "nox", "host"})
            program.document()->apply({withVariableName(program.document()->spec(), 0, name), {}, {}, {}});
        const auto &chosen = program.front()->choices().variables;
        QVERIFY(!chosen.contains("node") && chosen.contains("host"));
        QCOMPARE(chosen.at("host").front().value, std::string("a2"));
        QCOMPARE(program.front()->view()->spec().panels.front().queries.front().expr,
                 std::string("up_things{node=~\"a2\"}"));
        // And as it was when that is taken back.
        while (program.document()->canUndo())
            program.document()->undo();
        QVERIFY(chosen.contains("node") && !chosen.contains("host"));
    }

    /// From its first save on, though no tab has its file yet.
    void aSavedCopyIsFollowed()
    {
        const QString path = write(QStringLiteral("nodes.json"), grafana());
        Program program(m_folder->path(), {path});
        QTRY_VERIFY(program.isFront("Nodes"));
        program.pages()->editFront();
        program.pane()->grid()->perform(PanelCommand::Remove, "3");
        program.pane()->bar()->save();
        const QString saved = program.document()->path();
        const auto change = [&](const char *title) {
            DashboardSpec theirs = program.document()->spec();
            theirs.title = title;
            QFile file(saved);
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(textOf(theirs));
        };
        change("Theirs");
        QTRY_COMPARE_WITH_TIMEOUT(program.document()->spec().title, std::string("Theirs"), 10'000);
        QVERIFY(!program.front()->isDirty());
        program.pane()->add(newPanel(PanelType::Gauge));
        change("Again");
        QTRY_VERIFY_WITH_TIMEOUT(program.document()->hasConflict(), 10'000);
        program.document()->resolve(DashboardDocument::Resolution::KeepMine);
        program.pane()->bar()->save();
        QVERIFY(contentOf(saved).contains("\"gauge\""));
        // It may vanish, too.
        QVERIFY(QFile::remove(saved));
        QTRY_VERIFY_WITH_TIMEOUT(!program.document()->hasFile(), 10'000);
        program.pane()->bar()->save();
        QVERIFY(contentOf(saved).contains("\"gauge\""));
        program.front()->editing()->end();
    }

    void ownFilesAreEditedThemselves()
    {
        const QString path = write(QStringLiteral("own.json"), textOf(own("Own")));
        Program program(m_folder->path(), {path});
        QTRY_VERIFY(program.isFront("Own"));
        program.pages()->editFront();
        QCOMPARE(program.document()->path(), path);
        program.pane()->add(newPanel(PanelType::Gauge));
        program.pane()->bar()->save();
        QVERIFY(contentOf(path).contains("\"gauge\""));
        // Somebody else changes it: without unsaved changes that is taken.
        write(QStringLiteral("own.json"), textOf(own("Theirs")));
        QTRY_COMPARE_WITH_TIMEOUT(program.document()->spec().title, std::string("Theirs"), 10'000);
        // With some it is asked.
        program.pane()->add(newPanel(PanelType::Stat));
        write(QStringLiteral("own.json"), textOf(own("Again")));
        QTRY_VERIFY_WITH_TIMEOUT(program.document()->hasConflict(), 10'000);
        QCOMPARE(program.document()->spec().panels.size(), std::size_t{2});
        QCOMPARE(contentOf(path), textOf(own("Again")));
        program.document()->resolve(DashboardDocument::Resolution::TakeTheirs);
        QVERIFY(program.isFront("Again"));
        program.pages()->editFront();
        QVERIFY(!program.front()->isEdited());
    }

    void aTargetsDashboardIsLeftAsItWas()
    {
        Program program(m_folder->path());
        QTRY_VERIFY_WITH_TIMEOUT(program.front() != nullptr && program.front()->view()->panelCount() > 0,
                                 20'000);
        const DashboardSpec before = program.front()->dashboard();
        // A panel's menu begins the editing.
        const auto panel = std::ranges::find_if(
            before.panels, [](const PanelSpec &one) { return one.type() != PanelType::Row; });
        QVERIFY(panel != before.panels.end());
        program.pane()->grid()->perform(PanelCommand::Remove, panel->id);
        QVERIFY(program.front()->isEdited() && program.front()->isDirty());
        QCOMPARE(program.document()->spec().panels.size(), before.panels.size() - 1);
        program.pages()->editFront();
        answer("Do not save");
        QVERIFY(!program.front()->isEdited());
        QTRY_COMPARE(program.front()->dashboard().id, before.id);
        QVERIFY(!QDir(DashboardEditing::folder()).exists());
    }

    void panelsHaveTheirEditor()
    {
        Program program(m_folder->path(), {write(QStringLiteral("own.json"), textOf(own("Own")))});
        QTRY_VERIFY(program.isFront("Own"));
        program.pane()->grid()->perform(PanelCommand::Edit, "1");
        PanelEditor *editor = program.pane()->panelEditor();
        QVERIFY(editor != nullptr && editor->isVisible());
        QTRY_VERIFY_WITH_TIMEOUT(editor->preview()->frame()->panelData() != nullptr, 10'000);
        QTRY_COMPARE_WITH_TIMEOUT(editor->preview()->frame()->panelData()->series.size(), std::size_t{2},
                                  10'000);
        editor->discard();
        QVERIFY(program.front()->view()->isVisible());
    }

    void closingAsks()
    {
        Program program(m_folder->path(), {write(QStringLiteral("own.json"), textOf(own("Own")))});
        QTRY_VERIFY(program.isFront("Own"));
        program.pane()->add(newPanel(PanelType::Gauge));
        QVERIFY(!program.window->close());
        answer("Cancel");
        QVERIFY(program.window->isVisible());
        QVERIFY(program.front()->isDirty());
        QVERIFY(!program.window->close());
        answer("Save");
        QTRY_VERIFY(!program.window->isVisible());
        QVERIFY(contentOf(m_folder->filePath(QStringLiteral("own.json"))).contains("\"gauge\""));
    }

    void closingATabAsks()
    {
        Program program(m_folder->path(), {write(QStringLiteral("own.json"), textOf(own("Own")))});
        QTRY_VERIFY(program.isFront("Own"));
        program.pane()->add(newPanel(PanelType::Gauge));
        program.pages()->closeFront();
        answer("Do not save");
        QTRY_VERIFY(!program.isFront("Own"));
    }

    /// Whichever of them is read last.
    void ofSeveralFilesTheOneAskedForLastIsInFront()
    {
        const QByteArray padding(4'000'000, ' '); // takes a while to read
        DashboardSpec third = own("Three");
        third.id = "third";
        Program program(m_folder->path(), {write(QStringLiteral("one.json"), textOf(own("One")) + padding),
                                           write(QStringLiteral("two.json"), textOf(own("Two"))),
                                           write(QStringLiteral("three.json"), textOf(third))});
        QTRY_COMPARE_WITH_TIMEOUT(program.pages()->files()->entries().size(), std::size_t(3), 20'000);
        QTRY_VERIFY(program.isFront("Three"));
        const int front = program.pages()->currentIndex();
        QCOMPARE(program.pages()->tabBar()->tabText(front - 1), QStringLiteral("Two"));
        QCOMPARE(program.pages()->tabBar()->tabText(front - 2), QStringLiteral("One"));
        // What is opened now comes to the front, and what was chosen since a file was asked for stays there.
        program.pages()->files()->open(write(QStringLiteral("four.json"), textOf(own("Four"))));
        QTRY_VERIFY(program.isFront("Four"));
        program.pages()->files()->open(write(QStringLiteral("five.json"), textOf(own("Five")) + padding));
        program.pages()->openDashboard(third.id);
        QTRY_COMPARE_WITH_TIMEOUT(program.pages()->files()->entries().size(), std::size_t(5), 20'000);
        QVERIFY(program.isFront("Three"));
    }

    /// And Explore is nobody's wish.
    void closingATabShowsItsNeighbour()
    {
        Program program(m_folder->path(), {write(QStringLiteral("one.json"), textOf(own("One"))),
                                           write(QStringLiteral("two.json"), textOf(own("Two"))),
                                           write(QStringLiteral("three.json"), textOf(own("Three")))});
        QTRY_COMPARE_WITH_TIMEOUT(program.pages()->files()->entries().size(), std::size_t(3), 20'000);
        QTRY_VERIFY(program.isFront("Three"));
        program.pages()->closeFront();
        QTRY_VERIFY(program.isFront("Two"));
        // Somebody else writes another one's file: it is not looked at for that.
        write(QStringLiteral("one.json"), textOf(own("One anew")));
        QTRY_VERIFY(program.pages()->tabBar()->tabText(program.pages()->currentIndex() - 1) ==
                    QStringLiteral("One anew"));
        QVERIFY(program.isFront("Two"));
        program.pages()->closeFront();
        QTRY_VERIFY(program.isFront("One anew"));
    }

    void menuExportsForGrafana()
    {
        Program program(m_folder->path(), {write(QStringLiteral("own.json"), textOf(own("Own")))});
        QTRY_VERIFY(program.isFront("Own"));
        QAction *entry = nullptr;
        for (QAction *action : program.window->menuBar()->findChildren<QAction *>()) {
            if (action->text().remove(u'&') == QStringLiteral("Grafana JSON…"))
                entry = action;
        }
        QVERIFY(entry != nullptr);
        entry->trigger();
        auto *dialog = program.window->findChild<QFileDialog *>();
        QVERIFY(dialog != nullptr);
        const QString path = m_folder->filePath(QStringLiteral("grafana.json"));
        emit dialog->fileSelected(path);
        dialog->close();
        QTRY_VERIFY(contentOf(path).contains("\"schemaVersion\": 42"));
        QVERIFY2(contentOf(path).contains("up_things"), contentOf(path));
    }

    void exploreOffersPanels()
    {
        Program program(m_folder->path(), {write(QStringLiteral("own.json"), textOf(own("Own")))});
        QTRY_VERIFY(program.isFront("Own"));
        PanelSpec panel = panelForQueries({{"sum(up_things)", {}}}, MetricCatalog());
        const auto choose = [&](const QString &text) {
            program.pages()->offerPanel(panel);
            auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
            QVERIFY(menu != nullptr);
            for (QAction *action : menu->actions()) {
                if (action->text().remove(u'&') == text) {
                    action->trigger();
                    menu->close();
                    return;
                }
            }
            QFAIL(qPrintable(text));
        };
        choose(QStringLiteral("Own"));
        QCOMPARE(program.document()->spec().panels.size(), std::size_t{2});
        choose(QStringLiteral("New dashboard"));
        QTRY_VERIFY(program.isFront("New dashboard"));
        QTRY_VERIFY(program.front()->isEdited());
        QCOMPARE(program.document()->spec().panels.size(), std::size_t{1});
        QVERIFY(!program.front()->isDirty());
    }
};

} // namespace

SIGHTGLASS_TEST(DashboardEditingTest)

#include "dashboardeditingtest.moc"
