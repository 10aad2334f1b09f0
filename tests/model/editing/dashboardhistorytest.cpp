// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/editing/dashboardhistory.h"

#include "model/editing/dashboardediting.h"
#include "tests/model/editing/editingsupport.h"
#include "tests/support/testcase.h"

#include <QTest>

namespace sightglass {

namespace {

DashboardSpec twoPanels()
{
    return test::drawnDashboard({"AAAABBBB"});
}

class DashboardHistoryTest : public test::TestCase
{
    Q_OBJECT

private slots:
    void undoAndRedo();
    void stepsOfOneGestureAreOne();
    void aGestureThatLeadsBackIsNoStep();
    void whatChangesNothingIsNoStep();
    void newStepsForgetWhatWasUndone();
    void savedIsWhatIsEqual();
    void oldStepsAreForgotten();
};

void DashboardHistoryTest::undoAndRedo()
{
    DashboardHistory history(twoPanels());
    QVERIFY(!history.canUndo() && !history.canRedo());
    history.apply(panelRemoved(history.now(), "A"));
    const DashboardSpec removed = history.now();
    history.apply(panelDuplicated(history.now(), "B"));
    QVERIFY((history.undoName() == EditName{EditKind::DuplicatePanel, "B"}));
    history.undo();
    QVERIFY(history.now() == removed);
    QVERIFY((history.redoName() == EditName{EditKind::DuplicatePanel, "B"}));
    QVERIFY((history.undoName() == EditName{EditKind::RemovePanel, "A"}));
    history.undo();
    QVERIFY(history.now() == twoPanels());
    history.undo();
    QVERIFY(history.now() == twoPanels());
    history.redo();
    history.redo();
    QVERIFY(!history.canRedo());
    QCOMPARE(history.now().panels.size(), std::size_t{2});
}

void DashboardHistoryTest::stepsOfOneGestureAreOne()
{
    DashboardHistory history(twoPanels());
    history.apply(panelMoved(history.now(), "A", {16, 0, 8, 1}, "keys"));
    history.apply(panelMoved(history.now(), "A", {16, 0, 8, 2}, "keys"));
    history.endGesture();
    history.apply(panelMoved(history.now(), "A", {16, 0, 8, 3}, "keys"));
    history.undo();
    QCOMPARE(history.now().panels[1].grid.height, 2);
    history.undo();
    QVERIFY(history.now() == twoPanels());
    QVERIFY(!history.canUndo());
}

void DashboardHistoryTest::aGestureThatLeadsBackIsNoStep()
{
    DashboardHistory history(twoPanels());
    history.apply(panelMoved(history.now(), "A", {0, 0, 8, 2}, "keys"));
    history.apply(panelMoved(history.now(), "A", {0, 0, 8, 1}, "keys"));
    QVERIFY(!history.canUndo());
    QVERIFY(history.now() == twoPanels());
}

void DashboardHistoryTest::whatChangesNothingIsNoStep()
{
    DashboardHistory history(twoPanels());
    history.apply(panelMoved(history.now(), "A", {0, 0, 8, 1}));
    QVERIFY(!history.canUndo());
}

void DashboardHistoryTest::newStepsForgetWhatWasUndone()
{
    DashboardHistory history(twoPanels());
    history.apply(panelRemoved(history.now(), "A"));
    history.undo();
    history.apply(panelRemoved(history.now(), "B"));
    QVERIFY(!history.canRedo());
    QCOMPARE(history.now().panels.front().id, std::string("A"));
}

void DashboardHistoryTest::savedIsWhatIsEqual()
{
    DashboardHistory history(twoPanels());
    QVERIFY(history.isSaved());
    history.apply(panelRemoved(history.now(), "A"));
    QVERIFY(!history.isSaved());
    history.markSaved();
    QVERIFY(history.isSaved());
    history.undo();
    QVERIFY(!history.isSaved());
    history.redo();
    QVERIFY(history.isSaved());
}

void DashboardHistoryTest::oldStepsAreForgotten()
{
    DashboardHistory history(twoPanels());
    for (int i = 0; i < 500; ++i)
        history.apply(rowRenamed(history.now(), "A", std::to_string(i)));
    std::size_t steps = 0;
    for (; history.canUndo(); ++steps)
        history.undo();
    QCOMPARE(steps, DashboardHistory::mostSteps);
}

} // namespace

SIGHTGLASS_TEST(DashboardHistoryTest)

} // namespace sightglass

#include "dashboardhistorytest.moc"
