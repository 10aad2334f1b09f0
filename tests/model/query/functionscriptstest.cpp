// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/query/promqltest/scriptrunner.h"
#include "tests/support/conformance.h"
#include "tests/support/memorysnapshot.h"
#include "tests/support/testcase.h"

#include <QDir>
#include <QTest>

namespace {

using namespace sightglass;

/// Our own scripts about single functions, with every feature on.
class FunctionScriptsTest : public sightglass::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void scripts_data();
    void scripts();
};

void FunctionScriptsTest::scripts_data()
{
    QTest::addColumn<QString>("path");
    const QDir folder(QStringLiteral(SIGHTGLASS_SOURCE_DIR "/tests/model/query/scripts"));
    for (const QFileInfo &file : folder.entryInfoList({QStringLiteral("*.test")}, QDir::Files, QDir::Name))
        QTest::newRow(qPrintable(file.fileName())) << file.absoluteFilePath();
}

void FunctionScriptsTest::scripts()
{
    QFETCH(QString, path);
    QueryOptions options = promqltest::ScriptRunner::testOptions();
    options.features = promql::Features::all();
    test::MemoryStore store;
    promqltest::ScriptRunner runner(store, options);
    const auto outcomes = runner.run(test::readFile(path).toStdString());
    QVERIFY(!outcomes.empty());
    for (const promqltest::EvalOutcome &outcome : outcomes)
        QVERIFY2(outcome.verdict == promqltest::EvalOutcome::Verdict::Passed,
                 (std::to_string(outcome.line) + ": " + outcome.expr + ": " + outcome.detail).c_str());
}

} // namespace

SIGHTGLASS_TEST(FunctionScriptsTest)

#include "functionscriptstest.moc"
