// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/editing/dashboardediting.h"

#include "model/editing/panelsections.h"
#include "model/grafana/dashboardfile.h"
#include "tests/model/editing/editingsupport.h"
#include "tests/support/testcase.h"

#include <QStringList>
#include <QTest>

#include <functional>

namespace sightglass {

namespace {

using Lines = std::vector<std::string_view>;
using Step = std::function<DashboardEdit(const DashboardSpec &)>;

PanelSpec sized(const char *title, int width, int height)
{
    PanelSpec panel;
    panel.title = title;
    panel.grid = {0, 0, width, height};
    panel.queries = {{"up", {}}};
    return panel;
}

class DashboardEditingTest : public test::TestCase
{
    Q_OBJECT

private slots:
    void steps_data();
    void steps();
    void foldedPanelsGoWithTheirRow();
    void foldingAndUnfoldingGivesTheSame();
    void whatAFoldedRowHidesIsSeenWhenItGoes();
    void unknownPanelsChangeNothing();
    void newIdsRenumberNoOther();
    void copiesHaveIdsOfTheirOwn();
    void changedPanelsKeepTheirPlace();
    void ownCopiesHaveNumbersAndANameOfTheirOwn();
    void slugs_data();
    void slugs();
    void aChangeOfOnePanelChangesItsLinesOnly();
};

void DashboardEditingTest::steps_data()
{
    QTest::addColumn<Lines>("before");
    QTest::addColumn<Step>("step");
    QTest::addColumn<QString>("after");
    QTest::addColumn<EditKind>("kind");

    const Lines two = {"AAAAAABBBBBB", "CCCCCC"};
    QTest::newRow("add") << two
                         << Step([](const DashboardSpec &d) { return panelAdded(d, sized("x", 12, 1)); })
                         << "AAAAAABBBBBB\nCCCCCC444444\n"
                         << EditKind::AddPanel;
    QTest::newRow("add below what is looked at")
        << two << Step([](const DashboardSpec &d) { return panelAdded(d, sized("x", 24, 2), 1); })
        << "AAAAAABBBBBB\nCCCCCC\n444444444444\n444444444444\n"
        << EditKind::AddPanel;
    QTest::newRow("add below a folded row: above it")
        << Lines{"AAAA", "####"}
        << Step([](const DashboardSpec &d) { return panelAdded(d, sized("x", 8, 1), 9); })
        << "AAAA\n3333\n############\n"
        << EditKind::AddPanel;
    QTest::newRow("duplicate where there is room beside") << two << Step([](const DashboardSpec &d) {
        return panelDuplicated(d, "C");
    }) << "AAAAAABBBBBB\nCCCCCC444444\n" << EditKind::DuplicatePanel;
    QTest::newRow("duplicate where there is none") << two << Step([](const DashboardSpec &d) {
        return panelDuplicated(d, "A");
    }) << "AAAAAABBBBBB\n444444\nCCCCCC\n" << EditKind::DuplicatePanel;
    QTest::newRow("remove") << two << Step([](const DashboardSpec &d) { return panelRemoved(d, "A"); })
                            << "CCCCCCBBBBBB\n"
                            << EditKind::RemovePanel;
    const Lines rows = {"AAAA", "====", "BBBB", "====", "CCCC"};
    QTest::newRow("remove a row, keep its panels") << rows << Step([](const DashboardSpec &d) {
        return panelRemoved(d, "row 1");
    }) << "AAAA\nBBBB\n============\nCCCC\n" << EditKind::RemoveRow;
    QTest::newRow("remove a row with its panels") << rows << Step([](const DashboardSpec &d) {
        return panelRemoved(d, "row 1", RowPanels::RemoveToo);
    }) << "AAAA\n============\nCCCC\n" << EditKind::RemoveRow;
    QTest::newRow("fold") << rows << Step([](const DashboardSpec &d) { return rowToggled(d, "row 1"); })
                          << "AAAA\n############\n============\nCCCC\n"
                          << EditKind::FoldRow;
    QTest::newRow("move a row up") << rows
                                   << Step([](const DashboardSpec &d) { return rowMoved(d, "row 2", 1); })
                                   << "AAAA\n============\nCCCC\n============\nBBBB\n"
                                   << EditKind::MoveRow;
    QTest::newRow("move a row down") << rows
                                     << Step([](const DashboardSpec &d) { return rowMoved(d, "row 1", 3); })
                                     << "AAAA\n============\nCCCC\n============\nBBBB\n"
                                     << EditKind::MoveRow;
    QTest::newRow("a row stays below what has none")
        << rows << Step([](const DashboardSpec &d) { return rowMoved(d, "row 1", 0); })
        << "AAAA\n============\nBBBB\n============\nCCCC\n"
        << EditKind::MoveRow;
    QTest::newRow("duplicate a row") << rows << Step([](const DashboardSpec &d) {
        return panelDuplicated(d, "row 1");
    }) << "AAAA\n============\nBBBB\n============\n7777\n============\nCCCC\n"
                                     << EditKind::DuplicatePanel;
    QTest::newRow("add a row") << two << Step([](const DashboardSpec &d) { return rowAdded(d, "r", 1); })
                               << "AAAAAABBBBBB\n============\nCCCCCC\n"
                               << EditKind::AddRow;
    QTest::newRow("add a row beyond the end")
        << two << Step([](const DashboardSpec &d) { return rowAdded(d, "r", 99); })
        << "AAAAAABBBBBB\nCCCCCC\n============\n"
        << EditKind::AddRow;
    QTest::newRow("paste two as they lay") << two << Step([](const DashboardSpec &d) {
        std::vector<PanelSpec> panels = {sized("x", 8, 1), sized("y", 4, 2)};
        panels[1].grid.x = 8;
        panels[0].grid.y = panels[1].grid.y = 30;
        return panelsPasted(d, panels);
    }) << "AAAAAABBBBBB\nCCCCCC444455\n..........55\n"
                                           << EditKind::PastePanel;
    QTest::newRow("paste a row with its panels") << two << Step([](const DashboardSpec &d) {
        return panelsPasted(d, test::drawnDashboard({"====", "BBBB"}).panels);
    }) << "AAAAAABBBBBB\nCCCCCC\n============\n5555\n"
                                                 << EditKind::PastePanel;
}

void DashboardEditingTest::steps()
{
    QFETCH(Lines, before);
    QFETCH(Step, step);
    QFETCH(QString, after);
    QFETCH(EditKind, kind);
    const DashboardSpec dashboard = test::drawnDashboard(before);
    const DashboardEdit edit = step(dashboard);
    QCOMPARE(QString::fromStdString(test::drawing(edit.spec)), after);
    QCOMPARE(test::brokenInvariant(edit.spec), std::string());
    QCOMPARE(edit.name.kind, kind);
    if (!edit.panel.empty())
        QVERIFY(panelIndex(edit.spec.panels, edit.panel));
}

void DashboardEditingTest::foldedPanelsGoWithTheirRow()
{
    DashboardSpec dashboard = test::drawnDashboard({"AAAA", "####", "====", "CCCC"});
    test::addBehind(dashboard, "row 1", "B", {4, 2, 8, 3});
    // Two rows higher, what is above is pushed: the row goes down, and what it hides with it.
    const DashboardSpec after = panelMoved(dashboard, "A", {0, 0, 8, 3}).spec;
    QCOMPARE(test::brokenInvariant(after), std::string());
    const auto row = *panelIndex(after.panels, "row 1");
    QCOMPARE(after.panels[row].grid.y, 3);
    QCOMPARE(after.panels[row + 1].id, std::string("B"));
    QVERIFY((after.panels[row + 1].grid == GridPosition{4, 4, 8, 3}));
    const DashboardSpec opened = rowToggled(after, "row 1").spec;
    QCOMPARE(test::drawing(opened),
             std::string("AAAA\nAAAA\nAAAA\n============\n..BBBB\n..BBBB\n..BBBB\n============\nCCCC\n"));
}

void DashboardEditingTest::foldingAndUnfoldingGivesTheSame()
{
    const DashboardSpec dashboard =
        test::drawnDashboard({"AAAA", "====", "BBBBCC", "BBBBDD", "====", "EEEE"});
    const DashboardSpec folded = rowToggled(dashboard, "row 1").spec;
    QCOMPARE(test::drawing(folded), std::string("AAAA\n############\n============\nEEEE\n"));
    QVERIFY(rowToggled(folded, "row 1").spec == dashboard);
}

void DashboardEditingTest::whatAFoldedRowHidesIsSeenWhenItGoes()
{
    DashboardSpec dashboard = test::drawnDashboard({"AAAA", "####"});
    test::addBehind(dashboard, "row 1", "B", {0, 2, 8, 1});
    QCOMPARE(test::drawing(panelRemoved(dashboard, "row 1").spec), std::string("AAAA\nBBBB\n"));
}

void DashboardEditingTest::unknownPanelsChangeNothing()
{
    const DashboardSpec dashboard = test::drawnDashboard({"AAAABBBB", "===="});
    PanelSpec stranger = sized("x", 4, 4);
    stranger.id = "nobody";
    for (const DashboardEdit &edit :
         {panelDuplicated(dashboard, "x"), panelRemoved(dashboard, "x"), panelMoved(dashboard, "x", {}),
          rowMoved(dashboard, "A", 0), rowToggled(dashboard, "A"), rowRenamed(dashboard, "x", "t"),
          panelChanged(dashboard, stranger), panelsPasted(dashboard, {})})
        QVERIFY(edit.spec == dashboard);
}

void DashboardEditingTest::newIdsRenumberNoOther()
{
    std::vector<PanelSpec> panels(3);
    QCOMPARE(freshPanelId({}), std::string("1"));
    panels[0].id = "cpu";
    panels[1].id = "memory";
    panels[2].id = "2";
    QCOMPARE(freshPanelId(panels), std::string("4"));
    panels[1].id = "41";
    QCOMPARE(freshPanelId(panels), std::string("42"));
    panels[1].id = "2147483647";
    QCOMPARE(freshPanelId(panels), std::string("4"));
    panels[1].id = "007";
    QCOMPARE(freshPanelId(panels), std::string("4"));
}

void DashboardEditingTest::copiesHaveIdsOfTheirOwn()
{
    DashboardSpec dashboard = test::drawnDashboard({"AAAA"});
    dashboard.panels[0].alerts = {"HighLoad"};
    const DashboardEdit edit = panelDuplicated(dashboard, "A");
    const PanelSpec &copy = edit.spec.panels[*panelIndex(edit.spec.panels, edit.panel)];
    QVERIFY(copy.id != "A");
    QVERIFY(copy.alerts == dashboard.panels[0].alerts);
    // Rules belong to their dashboard.
    const DashboardEdit pasted = panelsPasted(dashboard, {dashboard.panels[0]});
    QVERIFY(pasted.spec.panels[*panelIndex(pasted.spec.panels, pasted.panel)].alerts.empty());
}

void DashboardEditingTest::changedPanelsKeepTheirPlace()
{
    const DashboardSpec dashboard = test::drawnDashboard({"AAAA..", "BBBBBB"});
    PanelSpec changed = dashboard.panels[0];
    changed.title = "Other";
    DashboardSpec after = panelChanged(dashboard, changed).spec;
    QCOMPARE(after.panels[0].title, std::string("Other"));
    QCOMPARE(test::drawing(after), test::drawing(dashboard));
    changed.grid.height = 2;
    after = panelChanged(dashboard, changed).spec;
    QCOMPARE(test::drawing(after), std::string("AAAA\nAAAA\nBBBBBB\n"));
}

void DashboardEditingTest::ownCopiesHaveNumbersAndANameOfTheirOwn()
{
    DashboardSpec dashboard = test::drawnDashboard({"AAAABBBBCCCC"});
    dashboard.panels[1].id = "1";
    dashboard.panels[2].id = "1";
    dashboard.title = "Node  Exporter!";
    dashboard.requiredMetrics = {"node_load1"};
    dashboard.editable = false;
    const DashboardSpec copy =
        ownCopy(dashboard, [](const std::string &id) { return id == "node-exporter"; });
    // Alerts can be switched off in its list, as in Grafana's.
    QCOMPARE(copy.annotations.size(), std::size_t{1});
    QVERIFY(copy.annotations.front().builtIn && copy.annotations.front().enabled);
    QCOMPARE(ownCopy(copy, [](const std::string &) { return false; }).annotations.size(), std::size_t{1});
    QCOMPARE(copy.id, std::string("node-exporter-2"));
    QCOMPARE(copy.uid, copy.id);
    QVERIFY(!copy.editable); // kept for Grafana's sake
    QVERIFY(copy.requiredMetrics.empty());
    QCOMPARE(copy.panels[0].id, std::string("2"));
    QCOMPARE(copy.panels[1].id, std::string("1"));
    QCOMPARE(copy.panels[2].id, std::string("3"));
}

void DashboardEditingTest::slugs_data()
{
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("slug");

    QTest::newRow("words") << "Node Exporter Full"
                           << "node-exporter-full";
    QTest::newRow("no letters") << "日本語"
                                << "dashboard";
    QTest::newRow("empty") << ""
                           << "dashboard";
    QTest::newRow("no way out of the folder") << "../../etc/passwd"
                                              << "etc-passwd";
    QTest::newRow("long") << QString(500, u'a') << QString(60, u'a');
}

void DashboardEditingTest::slugs()
{
    QFETCH(QString, title);
    QFETCH(QString, slug);
    QCOMPARE(QString::fromStdString(dashboardSlug(title.toStdString())), slug);
}

void DashboardEditingTest::aChangeOfOnePanelChangesItsLinesOnly()
{
    DashboardSpec dashboard = test::drawnDashboard({"AAAABBBBCCCC", "AAAABBBBCCCC"});
    int number = 0;
    for (PanelSpec &panel : dashboard.panels) {
        panel.id = std::to_string(++number);
        panel.queries = {{"up{job=\"" + panel.id + "\"}", {}, false, "A"}};
    }
    PanelSpec changed = dashboard.panels[1];
    changed.field.unit = "bytes";
    changed.queries[0].expr = "other";
    const auto lines = [](const DashboardSpec &spec) {
        return QString::fromStdString(writeDashboard(spec)).split(u'\n');
    };
    const QStringList before = lines(dashboard);
    const QStringList after = lines(panelChanged(dashboard, changed).spec);
    // Equal from both ends up to the panel's own lines.
    qsizetype head = 0;
    while (before[head] == after[head])
        ++head;
    qsizetype tail = 1;
    while (before[before.size() - tail] == after[after.size() - tail])
        ++tail;
    const QString untouched =
        before.mid(0, head).join(u'\n') + before.mid(before.size() - tail + 1).join(u'\n');
    QVERIFY(untouched.contains(QStringLiteral("job=\\\"1\\\"")));
    QVERIFY(untouched.contains(QStringLiteral("job=\\\"3\\\"")));
    QVERIFY(before.size() - tail - head <= 12);
    const auto read = readDashboard(after.join(u'\n').toStdString());
    QVERIFY(read);
    QVERIFY(read->panels[1].field.unit == "bytes");
}

} // namespace

SIGHTGLASS_TEST(DashboardEditingTest)

} // namespace sightglass

#include "dashboardeditingtest.moc"
