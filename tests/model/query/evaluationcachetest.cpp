// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/query/evaluationcache.h"

#include "model/query/queryengine.h"
#include "parser/promql/parse.h"
#include "tests/support/querygenerator.h"
#include "tests/support/randomstore.h"
#include "tests/support/testcase.h"

#include <QTest>

#include <thread>

using namespace sightglass;
using namespace sightglass::test;

namespace {

constexpr std::int64_t stepMs = 15'000;

QByteArray textOf(const Result<QueryResult> &result)
{
    if (!result)
        return QByteArray::fromStdString(plainText(result.error()));
    QByteArray text;
    for (const MatrixSeries &series : result->matrix) {
        text += series.labels.toString().c_str();
        for (const Sample &sample : series.samples)
            text += ' ' + QByteArray::number(sample.t) + '=' +
                    QByteArray::number(std::bit_cast<quint64>(sample.v), 16);
        text += '\n';
    }
    for (const Annotation &annotation : result->annotations)
        text += QByteArray::fromStdString(annotation.text) + ' ' +
                QByteArray::number(quint64{annotation.span.begin}) + '\n';
    return text;
}

promql::ExprPtr parsed(const std::string &query)
{
    return promql::parseExpr(query).value();
}

/// Columns from the cache are those of an evaluation without one, bit for bit, while the store grows and
/// windows move.
class EvaluationCacheTest : public TestCase
{
    Q_OBJECT

private slots:
    void movingWindows_data();
    void movingWindows();
    void equalExpressionsAreEvaluatedOnce();
    void lateSamplesAreSeen();
    void windowsOfTwoLengths();
    void whatDependsOnTheQuery_data();
    void whatDependsOnTheQuery();
    void isBounded();
    void severalThreads();
};

void EvaluationCacheTest::movingWindows_data()
{
    QTest::addColumn<quint64>("seed");
    for (quint64 seed = 1; seed <= 6; ++seed)
        QTest::addRow("store %d", static_cast<int>(seed)) << seed;
}

void EvaluationCacheTest::movingWindows()
{
    QFETCH(quint64, seed);
    const RandomSpan span{.steps = 45};
    RandomStore store(seed, span);
    for (int i = 0; i < 15; ++i)
        store.advance();
    QueryGenerator generator(QueryVocabulary::of(*store.head().snapshot(), {}), QueryGenerator::seeded(seed));
    std::vector<std::string> queries;
    for (int i = 0; i < 40; ++i)
        queries.push_back(generator.query(3));
    const auto cache = std::make_shared<EvaluationCache>();
    const QueryEngine plain;
    const QueryEngine caching({}, cache);
    TimestampMs end = span.start + 14 * stepMs;
    do {
        end += stepMs;
        const auto snapshot = store.head().snapshot();
        for (const std::string &query : queries) {
            const StepRange steps{end - 12 * stepMs, end, stepMs};
            const auto expr = parsed(query);
            const QByteArray ours = textOf(caching.range(*snapshot, *expr, steps));
            const QByteArray wanted = textOf(plain.range(*snapshot, *expr, steps));
            QVERIFY2(ours == wanted,
                     (query + "\n" + ours.toStdString() + "\n" + wanted.toStdString()).c_str());
        }
    } while (store.advance());
    QVERIFY(cache->stats().stepsReused > cache->stats().stepsComputed);
}

void EvaluationCacheTest::equalExpressionsAreEvaluatedOnce()
{
    const auto snapshot = randomStore(1);
    const auto cache = std::make_shared<EvaluationCache>();
    const QueryEngine engine({}, cache);
    const StepRange steps{900'000, 1'200'000, stepMs};
    QVERIFY(engine.range(*snapshot, *parsed("sum by (job) (rate(requests_total[1m]))"), steps).ok());
    const auto first = cache->stats();
    QCOMPARE(first.stepsReused, 0U);
    QVERIFY(engine.range(*snapshot, *parsed("max( rate(requests_total[60s]) )"), steps).ok());
    const auto second = cache->stats();
    QCOMPARE(second.stepsComputed - first.stepsComputed, 21U); // of max
    QCOMPARE(second.stepsReused, 21U);                         // of rate
}

void EvaluationCacheTest::lateSamplesAreSeen()
{
    RandomStore store(2);
    while (store.advance()) {
    }
    const auto cache = std::make_shared<EvaluationCache>();
    const QueryEngine engine({}, cache);
    const StepRange steps{900'000, 1'485'000, stepMs};
    const auto expr = parsed("sum(count_over_time({__name__=~\"requests_total|late\"}[1m]))");
    const auto before = engine.range(*store.head().snapshot(), *expr, steps).value();
    const SeriesId late = store.head().seriesFor(Labels::withName("late", {}));
    QVERIFY(store.head().append(late, 1'000'000, 1).ok());
    store.head().commit();
    const auto after = engine.range(*store.head().snapshot(), *expr, steps).value();
    const auto &was = before.matrix.at(0).samples;
    const auto &is = after.matrix.at(0).samples;
    QCOMPARE(is.size(), was.size());
    for (std::size_t i = 0; i < is.size(); ++i)
        QCOMPARE(is[i].v - was[i].v, is[i].t >= 1'000'000 && is[i].t < 1'060'000 ? 1.0 : 0.0);
}

void EvaluationCacheTest::windowsOfTwoLengths()
{
    const RandomSpan span{.steps = 50};
    RandomStore store(3, span);
    for (int i = 0; i < 40; ++i)
        store.advance();
    const auto cache = std::make_shared<EvaluationCache>();
    const QueryEngine engine({}, cache);
    const auto expr = parsed("rate(requests_total[1m])");
    quint64 computed = 0;
    for (int i = 40; i < 50; ++i) {
        store.advance();
        const auto snapshot = store.head().snapshot();
        const TimestampMs end = span.start + i * stepMs;
        for (const int length : {30, 5})
            QVERIFY(engine.range(*snapshot, *expr, {end - length * stepMs, end, stepMs}).ok());
        if (i == 40)
            computed = cache->stats().stepsComputed;
    }
    QCOMPARE(cache->stats().stepsComputed - computed,
             9U); // one new step each, the longer window is not forgotten
}

void EvaluationCacheTest::whatDependsOnTheQuery_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<bool>("pastOnly");
    const auto row = [](const char *query, bool pastOnly) {
        QTest::newRow(query) << QString::fromLatin1(query) << pastOnly;
    };
    row("rate(x[5m])", true);
    row("rate(x[5m] offset 1m)", true);
    row("sum(rate(x[5m:30s]))", true);
    row("x * time()", true);
    row("rate(x[5m] offset -1m)", false);
    row("rate(x[5m] @ end())", false);
    row("rate(x[5m] @ 100)", false);
    row("rate(x[step()])", false);
    row("max_over_time(x[5m:step()])", false);
    row("rate(x[5m] smoothed)", false);
    row("sum(x) / range()", false);
}

void EvaluationCacheTest::whatDependsOnTheQuery()
{
    QFETCH(QString, query);
    QFETCH(bool, pastOnly);
    const auto expr = promql::parseExpr(query.toStdString(), promql::Features::all());
    QVERIFY(expr.ok());
    QCOMPARE(dependsOnThePastOnly(**expr), pastOnly);
}

void EvaluationCacheTest::isBounded()
{
    const auto snapshot = randomStore(4);
    const auto cache = std::make_shared<EvaluationCache>(2000);
    const QueryEngine engine({}, cache);
    for (int minutes = 1; minutes < 40; ++minutes) {
        const auto expr = parsed("rate(requests_total[" + std::to_string(minutes) + "m])");
        QVERIFY(engine.range(*snapshot, *expr, {900'000, 1'200'000, stepMs}).ok());
        QVERIFY(cache->stats().cells <= 2000);
    }
    QVERIFY(cache->stats().cells > 0);
}

void EvaluationCacheTest::severalThreads()
{
    const auto snapshot = randomStore(5);
    const auto cache = std::make_shared<EvaluationCache>();
    const QueryEngine engine({}, cache);
    const auto expr =
        parsed("sum by (job) (rate(requests_total[1m])) / sum by (job) (rate(errors_total[1m]))");
    const StepRange steps{900'000, 1'200'000, stepMs};
    const QByteArray wanted = textOf(QueryEngine().range(*snapshot, *expr, steps));
    std::vector<QByteArray> texts(4);
    {
        std::vector<std::jthread> threads;
        for (QByteArray &text : texts)
            threads.emplace_back([&] { text = textOf(engine.range(*snapshot, *expr, steps)); });
    }
    for (const QByteArray &text : texts)
        QCOMPARE(text, wanted);
    QCOMPARE(cache->stats().stepsComputed, 4U * 21U); // four nodes, each once
}

} // namespace

SIGHTGLASS_TEST(EvaluationCacheTest)

#include "evaluationcachetest.moc"
