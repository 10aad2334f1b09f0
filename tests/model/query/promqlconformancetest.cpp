// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/query/promqltest/memorystore.h"
#include "model/query/promqltest/scriptrunner.h"
#include "tests/support/conformance.h"
#include "tests/support/headstore.h"
#include "tests/support/testcase.h"

#include <QDir>
#include <QTest>

#include <map>

namespace {

using sightglass::promqltest::EvalOutcome;
using sightglass::promqltest::ScriptRunner;

struct Totals
{
    int passed = 0;
    int failed = 0;
    int skipped = 0;
};

/// Prometheus' own query tests, every eval of them: with all switches off what needs none, with all switches
/// on everything; over the naive store and over the product's own.
class PromqlConformanceTest : public sightglass::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void ownScript();
    void ownScriptOnRealStore();
    void production();
    void productionOnRealStore();
    void allFeatures();
    void allFeaturesOnRealStore();
};

template<typename Store>
Totals runFile(const QString &path, const sightglass::QueryOptions &options, QStringList &failures)
{
    Store store;
    ScriptRunner runner(store, options);
    Totals totals;
    std::map<std::string, int> reasons;
    for (const EvalOutcome &outcome : runner.run(sightglass::test::readFile(path).toStdString())) {
        totals.passed += outcome.verdict == EvalOutcome::Verdict::Passed ? 1 : 0;
        totals.skipped += outcome.verdict == EvalOutcome::Verdict::Skipped ? 1 : 0;
        if (outcome.verdict == EvalOutcome::Verdict::Skipped)
            ++reasons[outcome.detail];
        if (outcome.verdict != EvalOutcome::Verdict::Failed)
            continue;
        ++totals.failed;
        failures << QStringLiteral("%1:%2: %3: %4")
                        .arg(QFileInfo(path).fileName())
                        .arg(outcome.line)
                        .arg(QString::fromStdString(outcome.expr), QString::fromStdString(outcome.detail));
    }
    QString skipped;
    for (const auto &[reason, count] : reasons)
        skipped += QStringLiteral(" [%1: %2]").arg(QString::fromStdString(reason)).arg(count);
    qInfo().noquote() << QStringLiteral("%1 %2/%3")
                             .arg(QFileInfo(path).fileName(), -28)
                             .arg(totals.passed)
                             .arg(totals.passed + totals.failed)
                      << skipped;
    return totals;
}

template<typename Store>
Totals runAll(const sightglass::QueryOptions &options, QStringList &failures)
{
    const QDir folder(sightglass::test::conformancePath(QStringLiteral("promqltest")));
    Totals sum;
    for (const QFileInfo &file : folder.entryInfoList({QStringLiteral("*.test")}, QDir::Files, QDir::Name)) {
        const Totals totals = runFile<Store>(file.absoluteFilePath(), options, failures);
        sum.passed += totals.passed;
        sum.failed += totals.failed;
        sum.skipped += totals.skipped;
    }
    qInfo().noquote() << QStringLiteral("total %1/%2, %3 skipped")
                             .arg(sum.passed)
                             .arg(sum.passed + sum.failed)
                             .arg(sum.skipped);
    return sum;
}

template<typename Store>
void runOwnScript()
{
    QStringList failures;
    const QString path = QStringLiteral(SIGHTGLASS_SOURCE_DIR "/tests/model/query/engine.test");
    const Totals totals = runFile<Store>(path, ScriptRunner::testOptions(), failures);
    QVERIFY2(failures.isEmpty(), qPrintable(failures.join(QLatin1Char('\n'))));
    QCOMPARE(totals.skipped, 0);
    QVERIFY(totals.passed > 25);
}

void PromqlConformanceTest::ownScript()
{
    runOwnScript<sightglass::promqltest::MemoryStore>();
}

void PromqlConformanceTest::ownScriptOnRealStore()
{
    runOwnScript<sightglass::test::HeadStore>();
}

template<typename Store>
void runConformance(const sightglass::promql::Features &features, int expected)
{
    if (sightglass::test::conformancePath(QStringLiteral("promqltest")).isEmpty())
        QSKIP("conformance data is not there");
    constexpr int everyEval = 2214;
    sightglass::QueryOptions options = ScriptRunner::testOptions();
    options.features = features;
    QStringList failures;
    const Totals totals = runAll<Store>(options, failures);
    QVERIFY2(failures.isEmpty(), qPrintable(failures.join(QLatin1Char('\n'))));
    QCOMPARE(totals.passed, expected);
    QCOMPARE(totals.skipped, everyEval - expected);
}

constexpr int needNoSwitch = 1777;

void PromqlConformanceTest::production()
{
    runConformance<sightglass::promqltest::MemoryStore>({}, needNoSwitch);
}

void PromqlConformanceTest::productionOnRealStore()
{
    runConformance<sightglass::test::HeadStore>({}, needNoSwitch);
}

constexpr int needAnySwitch = 437;

void PromqlConformanceTest::allFeatures()
{
    runConformance<sightglass::promqltest::MemoryStore>(sightglass::promql::Features::all(),
                                                        needNoSwitch + needAnySwitch);
}

void PromqlConformanceTest::allFeaturesOnRealStore()
{
    runConformance<sightglass::test::HeadStore>(sightglass::promql::Features::all(),
                                                needNoSwitch + needAnySwitch);
}

} // namespace

SIGHTGLASS_TEST(PromqlConformanceTest)

#include "promqlconformancetest.moc"
