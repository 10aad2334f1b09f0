// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/editing/grideditor.h"

#include "model/editing/dashboardediting.h"
#include "model/editing/panelclipboard.h"
#include "tests/support/testcase.h"
#include "tests/widgets/editing/editedwall.h"
#include "widgets/editing/placemark.h"
#include "widgets/editing/rowrename.h"
#include "widgets/panels/panelactions.h"
#include "widgets/plots/timeplot.h"
#include "widgets/views/rowheading.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QMenu>
#include <QMimeData>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

namespace {

using namespace sightglass;
using sightglass::test::EditedWall;

/// Height of so many rows of the grid.
int rows(int count)
{
    return count * 36;
}

class GridEditorTest : public sightglass::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void draggingByTheTitleMoves()
    {
        EditedWall wall;
        QWidget *title = wall.title("a");
        wall.press(title);
        QVERIFY(!wall.editor->isDragging());
        wall.moveBy(title, QPoint(490, 0));
        QVERIFY(wall.editor->isDragging());
        // The others make room while it goes on; the document knows nothing yet.
        auto *mark = wall.view.gridWidget()->findChild<PlaceMark *>();
        QVERIFY(mark != nullptr && mark->isVisible());
        QVERIFY(wall.frame("b")->geometry().top() > wall.frame("a")->geometry().bottom());
        QVERIFY(!wall.document->isDirty());
        wall.release(title, QPoint(20, 8));
        QVERIFY(!wall.editor->isDragging());
        QVERIFY((wall.place("a") == GridPosition{12, 0, 12, 8}));
        QVERIFY((wall.place("b") == GridPosition{12, 8, 12, 8}));
        QCOMPARE(wall.document->undoText(), QStringLiteral("Move “Panel a”"));
        QVERIFY(wall.view.gridWidget()->findChild<PlaceMark *>() == nullptr);
        QVERIFY(wall.frame("a")->hasFocus());
    }

    void framesThatOnlyMoveAreKeptWithTheirData()
    {
        EditedWall wall;
        std::map<std::string, PanelFrame *> frames;
        for (const char *id : {"a", "b", "c", "d"})
            frames[id] = wall.frame(id);
        wall.drag(wall.title("c"), QPoint(0, -rows(8)));
        QVERIFY((wall.place("c") == GridPosition{0, 0, 24, 8}));
        for (const char *id : {"a", "b", "c", "d"}) {
            QVERIFY(wall.frame(id) == frames[id]);
            QVERIFY(wall.frame(id)->panelData() != nullptr);
        }
        QVERIFY(wall.frame("a")->spec().grid.y == 8);
    }

    /// Though Ctrl+D deletes, too, where desktops of X11 have their way.
    void controlAndDDuplicates()
    {
        EditedWall wall;
        wall.frame("a")->setFocus();
        const std::size_t before = wall.document->spec().panels.size();
        QTest::keyClick(wall.frame("a"), Qt::Key_D, Qt::ControlModifier);
        QCOMPARE(wall.document->spec().panels.size(), before + 1);
        wall.frame("a")->setFocus();
        QTest::keyClick(wall.frame("a"), Qt::Key_Delete);
        QCOMPARE(wall.document->spec().panels.size(), before);
        wall.editor->undo();
        QCOMPARE(wall.document->panel(), std::string("a"));
    }

    void escapeTakesADragBack()
    {
        EditedWall wall;
        const QRect before = wall.frame("a")->geometry();
        QWidget *title = wall.title("a");
        wall.press(title);
        wall.moveBy(title, QPoint(490, 100));
        QTest::keyClick(wall.frame("a"), Qt::Key_Escape);
        QVERIFY(!wall.editor->isDragging());
        QCOMPARE(wall.frame("a")->geometry(), before);
        wall.release(title, QPoint(20, 8));
        QVERIFY(!wall.document->isDirty());
    }

    void aClickIsNoDrag()
    {
        EditedWall wall;
        wall.drag(wall.title("b"), QPoint(2, 2));
        QVERIFY(!wall.document->canUndo());
        QCOMPARE(wall.editor->selected(), std::string("b"));
    }

    void theCornerResizes()
    {
        EditedWall wall;
        QVERIFY(wall.grip("b") != nullptr && wall.grip("b")->isVisible());
        wall.drag(wall.grip("b"), QPoint(-164, rows(2)));
        QVERIFY((wall.place("b") == GridPosition{12, 0, 8, 10}));
        QCOMPARE(wall.document->undoText(), QStringLiteral("Resize “Panel b”"));
        QVERIFY(wall.place("c").y == 10);
        // Never to nothing, never out of the grid.
        wall.drag(wall.grip("b"), QPoint(-5000, -5000));
        QVERIFY((wall.place("b") == GridPosition{12, 0, 2, 2}));
        wall.drag(wall.grip("b"), QPoint(5000, 0));
        QCOMPARE(wall.place("b").width, 12);
    }

    void rowsAreDraggedWithTheirPanels()
    {
        EditedWall wall;
        wall.document->apply(rowAdded(wall.document->spec(), "Last", 100));
        const std::string last = wall.document->panel();
        RowHeading *heading = wall.view.heading(wall.view.indexOf(last));
        QSignalSpy toggled(&wall.view, &DashboardView::rowToggled);
        wall.press(heading);
        wall.moveBy(heading, QPoint(0, -rows(7)));
        QVERIFY(wall.editor->isDragging());
        wall.release(heading, QPoint(20, 8));
        QCOMPARE(wall.document->undoText(), QStringLiteral("Move “Last”"));
        QVERIFY(wall.document->spec().panels[3].id == last);
        // That was no click.
        QCOMPARE(toggled.count(), 0);
        QTest::mouseClick(heading, Qt::LeftButton);
        QCOMPARE(toggled.count(), 1);
    }

    void theEdgeScrolls()
    {
        EditedWall wall(QSize(1000, 400));
        QWidget *title = wall.title("a");
        wall.press(title);
        wall.moveBy(title, QPoint(0, 375));
        QTRY_VERIFY(wall.view.verticalScrollBar()->value() > 40);
        QTest::keyClick(wall.frame("a"), Qt::Key_Escape);
        const int value = wall.view.verticalScrollBar()->value();
        QTest::qWait(60);
        QCOMPARE(wall.view.verticalScrollBar()->value(), value);
        wall.release(title, QPoint(20, 8));
    }

    void arrowsMoveAndResize_data()
    {
        QTest::addColumn<QString>("id");
        QTest::addColumn<Qt::Key>("key");
        QTest::addColumn<bool>("shift");
        QTest::addColumn<GridPosition>("place");
        QTest::newRow("right over a neighbour") << "a" << Qt::Key_Right << false << GridPosition{1, 0, 12, 8};
        QTest::newRow("down past the next one") << "b" << Qt::Key_Down << false << GridPosition{12, 8, 12, 8};
        QTest::newRow("up past the one before") << "c" << Qt::Key_Up << false << GridPosition{0, 0, 24, 8};
        QTest::newRow("not out of the grid") << "a" << Qt::Key_Left << false << GridPosition{0, 0, 12, 8};
        QTest::newRow("narrower") << "a" << Qt::Key_Left << true << GridPosition{0, 0, 11, 8};
        QTest::newRow("higher") << "a" << Qt::Key_Down << true << GridPosition{0, 0, 12, 9};
    }

    void arrowsMoveAndResize()
    {
        QFETCH(QString, id);
        QFETCH(Qt::Key, key);
        QFETCH(bool, shift);
        QFETCH(GridPosition, place);
        EditedWall wall;
        const QByteArray name = id.toUtf8();
        wall.frame(name.constData())->setFocus();
        QTest::keyClick(wall.frame(name.constData()), key, shift ? Qt::ShiftModifier : Qt::NoModifier);
        if (name == "b" && key == Qt::Key_Down)
            QVERIFY(wall.place("b").y >= 8);
        else
            QVERIFY(wall.place(name.constData()) == place);
        QVERIFY(wall.frame(name.constData())->hasFocus());
    }

    void severalKeysAreOneStep()
    {
        EditedWall wall;
        const DashboardSpec before = wall.document->spec();
        wall.frame("a")->setFocus();
        for (int i = 0; i < 3; ++i)
            QTest::keyClick(wall.frame("a"), Qt::Key_Down, Qt::ShiftModifier);
        QCOMPARE(wall.place("a").height, 11);
        QTest::keyClick(wall.frame("a"), Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(wall.document->spec() == before);
        QTest::keyClick(wall.frame("a"), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(wall.place("a").height, 11);
    }

    void keysDuplicateRemoveCopyAndPaste()
    {
        EditedWall wall;
        wall.frame("d")->setFocus();
        QTest::keyClick(wall.frame("d"), Qt::Key_D, Qt::ControlModifier);
        QCOMPARE(wall.document->spec().panels.size(), std::size_t{6});
        const std::string copy = wall.editor->selected();
        QVERIFY(copy != "d" && !copy.empty());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Delete);
        QCOMPARE(wall.document->spec().panels.size(), std::size_t{5});
        wall.frame("b")->setFocus();
        QTest::keyClick(wall.frame("b"), Qt::Key_X, Qt::ControlModifier);
        QCOMPARE(wall.document->spec().panels.size(), std::size_t{4});
        QVERIFY(QApplication::clipboard()->text().contains(QStringLiteral("\"metric_b\"")));
        wall.editor->paste();
        QCOMPARE(wall.document->spec().panels.size(), std::size_t{5});
        QCOMPARE(wall.document->undoText(), QStringLiteral("Paste “Panel b”"));
    }

    void panelsGoFromOneDashboardToAnother()
    {
        EditedWall one;
        EditedWall other;
        one.editor->perform(PanelCommand::Copy, "c");
        other.editor->paste();
        const DashboardSpec &spec = other.document->spec();
        const PanelSpec &pasted = spec.panels[*panelIndex(spec.panels, other.document->panel())];
        QCOMPARE(pasted.title, std::string("Panel c"));
        QVERIFY(!one.document->isDirty());
    }

    void whatIsNoPanelIsTold()
    {
        EditedWall wall;
        QSignalSpy told(wall.editor, &GridEditor::told);
        QApplication::clipboard()->setText(QStringLiteral("rate(x[5m])"));
        wall.editor->paste();
        QCOMPARE(told.count(), 1);
        QVERIFY(told.first().at(1).toBool());
        QVERIFY(!wall.document->canUndo());
    }

    void commandsOutsideOfEditingAskForIt()
    {
        EditedWall wall;
        wall.editor->setDocument(nullptr);
        QVERIFY(wall.frame("a")->findChild<PanelGrip *>() == nullptr);
        QSignalSpy asked(wall.editor, &GridEditor::editingRequested);
        wall.editor->perform(PanelCommand::Remove, "a");
        QCOMPARE(asked.count(), 1);
        QVERIFY(!wall.document->isDirty());
        // The answer may be a copy that numbers its panels.
        auto copy = DashboardDocument::copyOf(wall.view.spec(), QStringLiteral("/nowhere"));
        connect(wall.editor, &GridEditor::editingRequested, this,
                [&] { wall.editor->setDocument(copy.get()); });
        PanelFrame *kept = wall.frame("b");
        wall.editor->perform(PanelCommand::Remove, "a");
        QCOMPARE(copy->spec().panels.size(), std::size_t{4});
        QCOMPARE(copy->spec().panels.front().title, std::string("Panel b"));
        QVERIFY(wall.view.panel(0) == kept);
        QVERIFY(kept->panelData() != nullptr);
        // Copying changes nothing.
        wall.editor->setDocument(nullptr);
        wall.editor->disconnect(this);
        QSignalSpy again(wall.editor, &GridEditor::editingRequested);
        wall.editor->perform(PanelCommand::Copy, wall.view.spec().panels.front().id);
        QCOMPARE(again.count(), 0);
    }

    void theMenuGivesCommands()
    {
        EditedWall wall;
        QSignalSpy edit(wall.editor, &GridEditor::panelEditRequested);
        QSignalSpy alert(wall.editor, &GridEditor::alertRequested);
        QStringList texts;
        QList<QAction *> all = wall.frame("a")->actions();
        for (qsizetype i = 0; i < all.size(); ++i) {
            if (all[i]->menu() != nullptr)
                all += all[i]->menu()->actions();
        }
        const auto trigger = [&all](const QString &text) {
            for (QAction *action : std::as_const(all)) {
                if (action->text().remove(u'&') == text)
                    return action->trigger();
            }
            QFAIL(qPrintable(text));
        };
        trigger(QStringLiteral("Edit…"));
        QCOMPARE(edit.count(), 1);
        trigger(QStringLiteral("Alert on this…"));
        QCOMPARE(alert.count(), 1);
        trigger(QStringLiteral("Duplicate"));
        QCOMPARE(wall.document->spec().panels.size(), std::size_t{6});
        trigger(QStringLiteral("Remove"));
        QCOMPARE(wall.document->spec().panels.size(), std::size_t{5});
        QVERIFY(wall.view.indexOf("a") < 0);
    }

    void rowsAreNamedOnTheSpot()
    {
        EditedWall wall;
        wall.editor->startRenaming("r");
        auto *field = wall.view.findChild<RowRename *>();
        QVERIFY(field != nullptr);
        QTest::keyClicks(field, QStringLiteral("Back end"));
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(wall.document->undoText(), QStringLiteral("Rename row to “Back end”"));
        QCOMPARE(wall.view.heading(wall.view.indexOf("r"))->title(), QStringLiteral("Back end"));
        QTRY_VERIFY(wall.view.findChild<RowRename *>() == nullptr);
        wall.editor->startRenaming("r");
        field = wall.view.findChild<RowRename *>();
        QTest::keyClicks(field, QStringLiteral("x"));
        QTest::keyClick(field, Qt::Key_Escape);
        QCOMPARE(wall.view.heading(wall.view.indexOf("r"))->title(), QStringLiteral("Back end"));
    }

    void newPanelsAreSeenAndSelected()
    {
        EditedWall wall(QSize(1000, 300));
        PanelSpec panel;
        panel.title = "New";
        panel.grid = {0, 0, 24, 8};
        wall.editor->add(panel);
        const std::string id = wall.document->panel();
        QCOMPARE(wall.editor->selected(), id);
        const int index = wall.view.indexOf(id);
        QVERIFY(wall.view.visiblePanels()[static_cast<std::size_t>(index)]);
    }

    void aNarrowWindowSaysWhyNothingMoves()
    {
        EditedWall wall(QSize(380, 500));
        QSignalSpy told(wall.editor, &GridEditor::told);
        wall.drag(wall.title("a"), QPoint(0, 300));
        QCOMPARE(told.count(), 1);
        QVERIFY(!wall.document->isDirty());
    }

    /// A picture for people: SIGHTGLASS_PICTURES names the folder.
    void picture()
    {
        const QString folder = qEnvironmentVariable("SIGHTGLASS_PICTURES");
        if (folder.isEmpty())
            QSKIP("no folder for pictures");
        EditedWall wall;
        wall.press(wall.title("a"));
        wall.moveBy(wall.title("a"), QPoint(440, 60));
        wall.view.grab().save(folder + QStringLiteral("/drag.png"));
    }

    /// A plot goes back in time by the same keys, where nothing is edited.
    void undoIsUndoWhereverTheFocusIs()
    {
        EditedWall wall;
        wall.editor->perform(PanelCommand::Remove, "c");
        QVERIFY(wall.document->isDirty());
        auto *plot = wall.frame("a")->findChild<TimePlot *>();
        QVERIFY(plot != nullptr);
        plot->setFocus();
        QVERIFY(plot->hasFocus());
        const QSignalSpy back(plot, &TimePlot::zoomOutRequested);
        QTest::keyClick(plot, Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(!wall.document->isDirty());
        QCOMPARE(back.size(), 0);
        QTest::keyClick(plot, Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(wall.document->isDirty());
        // Beside the panels, too.
        wall.view.setFocus();
        QTest::keyClick(&wall.view, Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(!wall.document->isDirty());
        wall.editor->setDocument(nullptr);
        wall.frame("a")->findChild<TimePlot *>()->setFocus();
        QTest::keyClick(wall.frame("a")->findChild<TimePlot *>(), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(back.size(), 1);
    }

    void undoWhileDraggingEndsTheDrag()
    {
        EditedWall wall;
        wall.document->apply(panelRemoved(wall.document->spec(), "d"));
        QWidget *title = wall.title("a");
        wall.press(title);
        wall.moveBy(title, QPoint(490, 0));
        wall.document->undo();
        QVERIFY(!wall.editor->isDragging());
        wall.release(title, QPoint(20, 8));
        QVERIFY(!wall.document->isDirty());
    }
};

} // namespace

SIGHTGLASS_TEST(GridEditorTest)

#include "grideditortest.moc"
