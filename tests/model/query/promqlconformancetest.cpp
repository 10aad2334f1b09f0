// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/query/promqltest/scriptrunner.h"
#include "tests/support/conformance.h"
#include "tests/support/headstore.h"
#include "tests/support/memorysnapshot.h"
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

/// Prometheus' own query tests, as far as they need neither native histograms nor a feature switch.
class PromqlConformanceTest : public sightglass::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void ownScript();
    void ownScriptOnRealStore();
    void delayedNameRemovalOnRealStore();
    void stableFloatEvals();
    void delayedNameRemoval();
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
    runOwnScript<sightglass::test::MemoryStore>();
}

void PromqlConformanceTest::ownScriptOnRealStore()
{
    runOwnScript<sightglass::test::HeadStore>();
}

/// In default mode all 979 float-only evals that need no switch pass. What is left depends on delayed name
/// removal, which Prometheus' own test engine has on.
void PromqlConformanceTest::stableFloatEvals()
{
    if (sightglass::test::conformancePath(QStringLiteral("promqltest")).isEmpty())
        QSKIP("conformance data is not there");
    constexpr int stableFloatOnly = 979;
    constexpr int needDelayedNameRemoval = 18;
    QStringList failures;
    const Totals totals = runAll<sightglass::test::MemoryStore>(ScriptRunner::testOptions(), failures);
    QVERIFY2(totals.passed >= stableFloatOnly, qPrintable(failures.join(QLatin1Char('\n'))));
    QVERIFY2(totals.failed <= needDelayedNameRemoval, qPrintable(failures.join(QLatin1Char('\n'))));
}

/// The configuration of Prometheus' own test engine in this respect: nothing may fail.
template<typename Store>
void runWithDelayedNameRemoval()
{
    if (sightglass::test::conformancePath(QStringLiteral("promqltest")).isEmpty())
        QSKIP("conformance data is not there");
    sightglass::QueryOptions options = ScriptRunner::testOptions();
    options.features.delayedNameRemoval = true;
    QStringList failures;
    const Totals totals = runAll<Store>(options, failures);
    QVERIFY2(failures.isEmpty(), qPrintable(failures.join(QLatin1Char('\n'))));
    QVERIFY(totals.passed >= 997);
}

void PromqlConformanceTest::delayedNameRemoval()
{
    runWithDelayedNameRemoval<sightglass::test::MemoryStore>();
}

void PromqlConformanceTest::delayedNameRemovalOnRealStore()
{
    runWithDelayedNameRemoval<sightglass::test::HeadStore>();
}

} // namespace

SIGHTGLASS_TEST(PromqlConformanceTest)

#include "promqlconformancetest.moc"
