// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/query/promqltest/memorystore.h"
#include "model/query/promqltest/scriptrunner.h"
#include "tests/support/conformance.h"
#include "tests/support/headstore.h"
#include "tests/support/testcase.h"

#include <QDir>
#include <QTest>

namespace {

using namespace sightglass;

/// Our own scripts about single functions, with every feature on, over the naive store and the product's own.
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

template<typename Store>
std::vector<promqltest::EvalOutcome> outcomesOf(const QString &path)
{
    QueryOptions options = promqltest::ScriptRunner::testOptions();
    options.features = promql::Features::all();
    Store store;
    return promqltest::ScriptRunner(store, options).run(test::readFile(path).toStdString());
}

void verifyAll(const std::vector<promqltest::EvalOutcome> &outcomes)
{
    QVERIFY(!outcomes.empty());
    for (const promqltest::EvalOutcome &outcome : outcomes)
        QVERIFY2(outcome.verdict == promqltest::EvalOutcome::Verdict::Passed,
                 (std::to_string(outcome.line) + ": " + outcome.expr + ": " + outcome.detail).c_str());
}

void FunctionScriptsTest::scripts()
{
    QFETCH(QString, path);
    verifyAll(outcomesOf<promqltest::MemoryStore>(path));
    verifyAll(outcomesOf<test::HeadStore>(path));
}

} // namespace

SIGHTGLASS_TEST(FunctionScriptsTest)

#include "functionscriptstest.moc"
