// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/editing/variablerename.h"

#include "model/grafana/exportdashboard.h"
#include "model/grafana/importdashboard.h"
#include "tests/support/conformance.h"
#include "tests/support/testcase.h"

#include <QTest>

#include <algorithm>

namespace sightglass {

namespace {

/// Uses a variable wherever a dashboard can.
Result<ImportedDashboard> everywhere()
{
    return importDashboard(
        test::readFile(QStringLiteral(SIGHTGLASS_SOURCE_DIR "/tests/data/grafana/a-variable-everywhere.json"))
            .toStdString());
}

std::string textOf(const DashboardSpec &dashboard)
{
    return exportDashboard(dashboard, FileFor::Grafana);
}

class VariableRenameTest : public test::TestCase
{
    Q_OBJECT

private slots:
    void everyUseFollows();
    void whatIsNoNameLeavesUsesAlone();
};

void VariableRenameTest::everyUseFollows()
{
    const auto imported = everywhere();
    QVERIFY(imported.ok());
    const DashboardSpec &before = imported->dashboard;
    const DashboardSpec renamed = withVariableName(before, 0, "task");
    QCOMPARE(renamed.variables.front().name, std::string("task"));
    const std::string text = textOf(renamed);
    for (const char *use : {"$job", "${job", "[[job"}) {
        const std::size_t at = text.find(use);
        QVERIFY2(at == std::string::npos, text.substr(std::min(at, text.size()), 100).c_str());
    }
    QCOMPARE(renamed.panels.front().repeat.variable, std::string("task"));
    // Labels and parameters of the same name are none of its uses.
    QVERIFY(text.find("up{job=~\\\"$task\\\"}") != std::string::npos);
    QVERIFY(text.find("var-job=$task&${task:queryparam}") != std::string::npos);
    QVERIFY(withVariableName(renamed, 0, "job") == before);
}

void VariableRenameTest::whatIsNoNameLeavesUsesAlone()
{
    const auto imported = everywhere();
    QVERIFY(imported.ok());
    for (const char *name : {"", "instance", "a b", "__x"}) {
        DashboardSpec expected = imported->dashboard;
        expected.variables.front().name = name;
        QVERIFY(withVariableName(imported->dashboard, 0, name) == expected);
        // Uses of a name that was none are not known.
        DashboardSpec later = expected;
        later.variables.front().name = "task";
        QVERIFY(withVariableName(expected, 0, "task") == later);
    }
}

SIGHTGLASS_TEST(VariableRenameTest)

} // namespace

} // namespace sightglass

#include "variablerenametest.moc"
