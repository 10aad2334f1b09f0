// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/naiveevaluator.h"

#include "model/query/queryengine.h"
#include "parser/promql/parse.h"
#include "tests/support/querygenerator.h"
#include "tests/support/randomstore.h"
#include "tests/support/rounding.h"
#include "tests/support/testcase.h"

#include <QTest>

using namespace sightglass;
using namespace sightglass::test;

namespace {

constexpr int queriesPerStore = 150;
constexpr int depth = 3;

/// Random expressions over random data give what the naive evaluator gives. The fuzzer `evaluator` goes on
/// where this ends.
class NaiveEvaluatorTest : public TestCase
{
    Q_OBJECT

private slots:
    void sameAnswers_data()
    {
        QTest::addColumn<quint64>("seed");
        for (quint64 seed = 1; seed <= 12; ++seed)
            QTest::addRow("store %d", static_cast<int>(seed)) << seed;
    }

    void sameAnswers()
    {
        QFETCH(quint64, seed);
        const RandomSpan span;
        const auto snapshot = randomStore(seed, span);
        QueryGenerator generator(QueryVocabulary::of(*snapshot, {}), QueryGenerator::seeded(seed));
        const QueryEngine engine;
        for (int i = 0; i < queriesPerStore; ++i) {
            const std::string query = generator.query(depth);
            const auto expr = promql::parseExpr(query);
            QVERIFY2(expr.ok(), query.c_str());
            const TimestampMs first = span.start + (10 + i % 20) * span.stepMs;
            const StepRange steps{first, first + (i % 3 == 0 ? 0 : 10 * span.stepMs),
                                  i % 2 == 0 ? 15'000 : 40'000};
            const Answer ours = answerOf(engine.range(*snapshot, **expr, steps), first);
            const std::string difference =
                firstDifference(ours, NaiveEvaluator(*snapshot, engine.options(), steps).range(**expr));
            QVERIFY2(difference.empty() || hangsOnRounding(*snapshot, engine.options(), steps, **expr),
                     (query + "\n" + difference).c_str());
        }
    }

    void roundingIsTold_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<bool>("hangs");
        QTest::newRow("a logarithm of nothing") << "ln(avg(vector(1)) - 1)" << true;
        QTest::newRow("plain") << "sum(vector(7)) / 3" << false;
        QTest::newRow("whole numbers") << "floor(vector(2))" << false;
        QTest::newRow("floor of what was rounded") << "floor(sum(vector(2)))" << true;
    }

    void roundingIsTold()
    {
        QFETCH(QString, query);
        const RandomSpan span;
        const auto snapshot = randomStore(1, span);
        const auto expr = promql::parseExpr(query.toStdString());
        QVERIFY(expr.ok());
        const StepRange steps{span.start, span.start, 1000};
        QTEST(hangsOnRounding(*snapshot, QueryEngine().options(), steps, **expr), "hangs");
    }
};

} // namespace

SIGHTGLASS_TEST(NaiveEvaluatorTest)

#include "naiveevaluatortest.moc"
