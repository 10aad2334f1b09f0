// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/editing/dashboardediting.h"
#include "model/editing/dashboardhistory.h"
#include "model/editing/panelclipboard.h"
#include "model/editing/panelsections.h"
#include "model/grafana/dashboardfile.h"
#include "tests/model/editing/editingsupport.h"
#include "tests/support/testcase.h"

#include <QTest>

#include <random>

namespace sightglass {

namespace {

constexpr int sequences = 150;
constexpr int stepsEach = 30;

/// Random steps, also senseless ones, from a dashboard with whatever places.
class RandomUser
{
public:
    explicit RandomUser(unsigned seed)
        : m_random(seed)
    {}

    DashboardSpec dashboard()
    {
        DashboardSpec spec;
        spec.id = "random";
        spec.title = "Random";
        const int count = number(0, 12);
        for (int i = 0; i < count; ++i) {
            PanelSpec panel;
            panel.id = std::to_string(i + 1);
            panel.title = "panel " + panel.id;
            panel.grid = place();
            if (number(0, 3) == 0)
                panel.options = RowOptions{number(0, 1) == 0};
            else
                panel.queries = {{"up", {}, false, "A"}};
            spec.panels.push_back(std::move(panel));
        }
        return spec;
    }

    DashboardEdit step(const DashboardSpec &spec)
    {
        const std::string id = anyId(spec);
        PanelSpec panel;
        panel.title = "new";
        panel.grid = place();
        switch (number(0, 9)) {
        case 0:
            return panelAdded(spec, panel, number(0, 40));
        case 1:
            return panelDuplicated(spec, id);
        case 2:
            return panelRemoved(spec, id, number(0, 1) == 0 ? RowPanels::Keep : RowPanels::RemoveToo);
        case 3:
            return rowAdded(spec, "row", number(-3, 60));
        case 4:
            return rowToggled(spec, id);
        case 5:
            return rowMoved(spec, id, number(-5, 60));
        case 6:
            return panelsPasted(spec, dashboard().panels, number(0, 30));
        default:
            return panelMoved(spec, id, place(), number(0, 1) == 0 ? "gesture" : "");
        }
    }

    int number(int from, int to) { return std::uniform_int_distribution(from, to)(m_random); }

private:
    GridPosition place() { return {number(-2, 26), number(-2, 40), number(-1, 26), number(-1, 12)}; }

    std::string anyId(const DashboardSpec &spec)
    {
        if (spec.panels.empty() || number(0, 19) == 0)
            return "nobody";
        return spec.panels[static_cast<std::size_t>(number(0, static_cast<int>(spec.panels.size()) - 1))].id;
    }

    std::mt19937 m_random;
};

class RandomEditingTest : public test::TestCase
{
    Q_OBJECT

private slots:
    void invariantsHold();
    void undoingAllIsTheIdentity();
    void filesComeBack();
};

void RandomEditingTest::invariantsHold()
{
    for (unsigned seed = 0; seed < sequences; ++seed) {
        RandomUser user(seed);
        DashboardSpec spec = user.dashboard();
        spec.panels = arranged(std::move(spec.panels));
        for (int step = 0; step < stepsEach; ++step) {
            const DashboardEdit edit = user.step(spec);
            const std::string broken = test::brokenInvariant(edit.spec);
            if (!broken.empty())
                QFAIL(qPrintable(QStringLiteral("seed %1, step %2: %3\n%4\n%5")
                                     .arg(seed)
                                     .arg(step)
                                     .arg(QString::fromStdString(broken),
                                          QString::fromStdString(test::drawing(spec)),
                                          QString::fromStdString(test::drawing(edit.spec)))));
            spec = edit.spec;
        }
    }
}

void RandomEditingTest::undoingAllIsTheIdentity()
{
    for (unsigned seed = 0; seed < sequences; ++seed) {
        RandomUser user(seed);
        const DashboardSpec first = user.dashboard();
        DashboardHistory history(first);
        for (int step = 0; step < stepsEach; ++step) {
            history.apply(user.step(history.now()));
            if (user.number(0, 4) == 0)
                history.undo();
            if (user.number(0, 4) == 0)
                history.redo();
            if (user.number(0, 4) == 0)
                history.endGesture();
        }
        while (history.canRedo())
            history.redo();
        const DashboardSpec last = history.now();
        while (history.canUndo())
            history.undo();
        QVERIFY2(history.now() == first, qPrintable(QString::number(seed)));
        while (history.canRedo())
            history.redo();
        QVERIFY2(history.now() == last, qPrintable(QString::number(seed)));
    }
}

void RandomEditingTest::filesComeBack()
{
    for (unsigned seed = 0; seed < 40; ++seed) {
        RandomUser user(seed);
        DashboardSpec spec = user.dashboard();
        spec.panels = arranged(std::move(spec.panels));
        for (int step = 0; step < 10; ++step)
            spec = user.step(spec).spec;
        const auto read = readDashboard(writeDashboard(spec));
        QVERIFY2(read, read ? "" : plainText(read.error()).c_str());
        QVERIFY2(*read == spec, qPrintable(QString::number(seed)));
    }
}

} // namespace

SIGHTGLASS_TEST(RandomEditingTest)

} // namespace sightglass

#include "randomeditingtest.moc"
