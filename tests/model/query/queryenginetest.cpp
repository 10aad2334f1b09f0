// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/query/queryengine.h"

#include "model/query/promqltest/memorystore.h"
#include "parser/promql/functions.h"
#include "parser/promql/parse.h"
#include "tests/support/testcase.h"

#include <QTest>

#include <limits>

namespace {

using namespace sightglass;

/// The engine's contract beyond what scripts can say: limits, cancelling, what it does not do yet, exact
/// bits.
class QueryEngineTest : public sightglass::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void everyFunction_data();
    void everyFunction();
    void refusals_data();
    void refusals();
    void tooManySamples();
    void extremes_data();
    void extremes();
    void cancelled();
    void timedOut();
    void emptyRange();
    void annotationSpan();
    void longChains_data();
    void longChains();
    void sumsAreExact_data();
    void sumsAreExact();
};

std::shared_ptr<const Snapshot> oneSeries(const std::vector<double> &values)
{
    promqltest::MemoryStore store;
    for (std::size_t i = 0; i < values.size(); ++i) {
        const Status status = store.append(Labels::withName("m", {{"a", "b"}}),
                                           {static_cast<TimestampMs>(i) * 1000, values[i]});
        if (!status)
            return nullptr;
    }
    return store.snapshot();
}

promql::ExprPtr parsed(const char *query)
{
    const auto expr = promql::parseExpr(query, promql::Features::all());
    return expr ? *expr : nullptr;
}

/// An argument of the type, as text.
QByteArray argumentOf(promql::ValueType type)
{
    switch (type) {
    case promql::ValueType::Scalar:
        return "0.5";
    case promql::ValueType::InstantVector:
        return "m";
    case promql::ValueType::RangeVector:
        return "m[1m]";
    case promql::ValueType::String:
        return "\"a\"";
    }
    return {};
}

void QueryEngineTest::longChains_data()
{
    QTest::addColumn<QByteArray>("first");
    QTest::addColumn<QByteArray>("link");
    QTest::addColumn<double>("value");
    QTest::newRow("vectors") << QByteArray("m") << QByteArray(" + m") << 100'001.0;
    QTest::newRow("from the left") << QByteArray("m") << QByteArray(" - 1") << -99'999.0;
    QTest::newRow("pinned to begin with")
        << QByteArray("sum(m @ 0 + m @ 0) + 1") << QByteArray(" + sum(m)") << 100'003.0;
    QTest::newRow("sets") << QByteArray("m") << QByteArray(" or m") << 1.0;
    QTest::newRow("of a subquery") << QByteArray("sum_over_time((m") << QByteArray(" + m") << 200'002.0;
}

/// A chain takes no more stack than one operator.
void QueryEngineTest::longChains()
{
    QFETCH(QByteArray, first);
    QFETCH(QByteArray, link);
    QFETCH(double, value);
    const auto snapshot = oneSeries({1, 1, 1, 1});
    QVERIFY(snapshot);
    QByteArray query = first + link.repeated(100'000);
    if (first.startsWith("sum_over"))
        query += ")[2s:1s])";
    const promql::ExprPtr expr = parsed(query.constData());
    QVERIFY(expr);
    const QueryEngine engine;
    const auto instant = engine.instant(*snapshot, *expr, 3000);
    QVERIFY2(instant.ok(), instant ? "" : plainText(instant.error()).c_str());
    QCOMPARE(instant->vector.size(), std::size_t{1});
    QCOMPARE(instant->vector.front().value, value);
    const auto range = engine.range(*snapshot, *expr, {2000, 3000, 1000});
    QVERIFY2(range.ok(), range ? "" : plainText(range.error()).c_str());
    QCOMPARE(range->matrix.size(), std::size_t{1});
    QCOMPARE(range->matrix.front().samples.size(), std::size_t{2});
    QCOMPARE(range->matrix.front().samples.back().v, value);
}

/// What the parser knows, the engine does.
void QueryEngineTest::everyFunction_data()
{
    QTest::addColumn<QByteArray>("query");
    for (const promql::FunctionSignature &function : promql::functionTable()) {
        QByteArray arguments;
        for (int i = 0; i < function.leastArguments(); ++i)
            arguments += (i > 0 ? ", " : "") + argumentOf(function.arguments[static_cast<std::size_t>(i)]);
        const QByteArray name = QByteArray::fromStdString(std::string(function.name));
        QTest::newRow(name.constData()) << name + '(' + arguments + ')';
    }
}

void QueryEngineTest::everyFunction()
{
    QFETCH(QByteArray, query);
    const auto expr = parsed(query.constData());
    QVERIFY2(expr != nullptr, query.constData());
    QueryOptions options;
    options.features = promql::Features::all();
    const QueryEngine engine(options);
    const auto instant = engine.instant(*oneSeries({1, 2, 3}), *expr, 2000);
    QVERIFY2(instant, instant ? "" : plainText(instant.error()).c_str());
    const auto range = engine.range(*oneSeries({1, 2, 3}), *expr, {0, 2000, 1000});
    QVERIFY2(range, range ? "" : plainText(range.error()).c_str());
}

void QueryEngineTest::refusals_data()
{
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<QByteArray>("text");
    const auto row = [](const char *query, ErrorCode code, const char *text) {
        QTest::newRow(query) << QByteArray(query) << code << QByteArray(text);
    };
    row("sum_over_time(m[5s] anchored)", ErrorCode::QueryFailed,
        "anchored modifier can only be used with: changes, delta, increase, rate, resets - not with "
        "sum_over_time");
    row("resets((m[5s] smoothed))", ErrorCode::QueryFailed,
        "smoothed modifier can only be used with: delta, increase, rate - not with resets");
    row("label_replace(m, \"\\xff\", \"x\", \"a\", \".*\")", ErrorCode::QueryFailed,
        "invalid destination label name in label_replace(): \xff");
    row("topk(scalar(nothing), m)", ErrorCode::QueryFailed, "Parameter value is NaN");
    row("m offset (step() - 0.5 / (step() * 0))", ErrorCode::QueryFailed, "19:37: division by zero");
    row("double_exponential_smoothing(m[1m], 2, 0.5)", ErrorCode::QueryFailed,
        "invalid smoothing factor. Expected: 0 < sf < 1, got: 2.000000");
}

void QueryEngineTest::refusals()
{
    QFETCH(QByteArray, query);
    QFETCH(ErrorCode, code);
    QFETCH(QByteArray, text);
    const auto expr = parsed(query.constData());
    QVERIFY(expr != nullptr);
    const auto result = QueryEngine().instant(*oneSeries({1, 2, 3}), *expr, 2000);
    QVERIFY(!result);
    QCOMPARE(result.error().code, code);
    QCOMPARE(QByteArray::fromStdString(plainText(result.error())), text);
}

void QueryEngineTest::tooManySamples()
{
    QueryOptions options;
    options.maxSamples = 10;
    const auto snapshot = oneSeries({1, 2, 3});
    const auto fits = QueryEngine(options).range(*snapshot, *parsed("m"), {0, 9000, 1000});
    QVERIFY(fits);
    const auto tooMany = QueryEngine(options).range(*snapshot, *parsed("m"), {0, 10'000, 1000});
    QVERIFY(!tooMany);
    QCOMPARE(tooMany.error().code, ErrorCode::QueryTooManySamples);

    options.maxSteps = 10;
    const auto steps = QueryEngine(options).range(*snapshot, *parsed("1"), {0, 10'000, 1000});
    QVERIFY(!steps);
    QCOMPARE(steps.error().code, ErrorCode::QueryFailed);
}

/// Hostile times and ranges end in an error or an empty result, never in overflow or gigabytes.
void QueryEngineTest::extremes_data()
{
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<TimestampMs>("time");
    QTest::addColumn<bool>("refused");
    QTest::newRow("fine-grained subquery")
        << QByteArray("max_over_time(m[200y:1ms])") << TimestampMs{0} << true;
    QTest::newRow("nested subqueries")
        << QByteArray("sum_over_time(sum_over_time(m[100y:1s])[100y:1s])") << TimestampMs{0} << true;
    QTest::newRow("far pin") << QByteArray("m @ 9000000000000000 offset -290y") << TimestampMs{0} << false;
    QTest::newRow("far past") << QByteArray("rate(m[290y] @ -9000000000000000 offset 290y)") << TimestampMs{0}
                              << false;
    QTest::newRow("last time") << QByteArray("m offset -290y") << std::numeric_limits<TimestampMs>::max()
                               << true;
    QTest::newRow("first time") << QByteArray("m") << std::numeric_limits<TimestampMs>::min() << true;
    QTest::newRow("calendar") << QByteArray("year(vector(1e300)) + month(vector(NaN))") << TimestampMs{0}
                              << false;
}

void QueryEngineTest::extremes()
{
    QFETCH(QByteArray, query);
    QFETCH(TimestampMs, time);
    QFETCH(bool, refused);
    const auto expr = parsed(query.constData());
    QVERIFY(expr != nullptr);
    const auto result = QueryEngine().instant(*oneSeries({1, 2, 3}), *expr, time);
    QCOMPARE(result.ok(), !refused);
}

void QueryEngineTest::cancelled()
{
    std::stop_source stop;
    stop.request_stop();
    const auto result = QueryEngine().instant(*oneSeries({1}), *parsed("m"), 0, stop.get_token());
    QVERIFY(!result);
    QCOMPARE(result.error().code, ErrorCode::QueryCancelled);
    QCOMPARE(plainText(result.error()), std::string("query was canceled in expression evaluation"));
}

void QueryEngineTest::timedOut()
{
    QueryOptions options;
    options.timeoutMs = -1;
    const auto result = QueryEngine(options).instant(*oneSeries({1}), *parsed("m"), 0);
    QVERIFY(!result);
    QCOMPARE(result.error().code, ErrorCode::QueryTimedOut);
}

void QueryEngineTest::emptyRange()
{
    const auto result =
        QueryEngine().range(*oneSeries({1}), *parsed("sum(m) + scalar(m) + vector(1)"), {1000, 0, 1000});
    QVERIFY(result);
    QVERIFY(result->matrix.empty());
    const auto wrongType = QueryEngine().range(*oneSeries({1}), *parsed("m[1m]"), {0, 1000, 1000});
    QVERIFY(!wrongType);
    QCOMPARE(plainText(wrongType.error()),
             std::string("invalid expression type \"range vector\" for range query, "
                         "must be Scalar or instant Vector"));
}

void QueryEngineTest::annotationSpan()
{
    const auto result = QueryEngine().instant(*oneSeries({1, 2}), *parsed("2 + rate(m[5s])"), 1000);
    QVERIFY(result);
    QCOMPARE(result->annotations.size(), 1U);
    QCOMPARE(result->annotations.front().severity, Annotation::Severity::Info);
    QCOMPARE(result->annotations.front().span, (SourceSpan{9, 14}));
}

void QueryEngineTest::sumsAreExact_data()
{
    QTest::addColumn<QVector<double>>("values");
    QTest::addColumn<double>("sum");
    QTest::addColumn<double>("average");
    QTest::newRow("whole numbers") << QVector<double>{1, 2, 4} << 7.0 << 7.0 / 3;
    QTest::newRow("cancelling") << QVector<double>{1, 1e100, 1, -1e100} << 2.0 << 0.5;
    QTest::newRow("beyond 2^53") << QVector<double>{9007199254740992, 1, 1} << 9007199254740994.0
                                 << 9007199254740992.0 / 3 + 2.0 / 3;
    QTest::newRow("overflow") << QVector<double>{1e308, 1e308, 1e308}
                              << std::numeric_limits<double>::infinity() << 1e308;
    QTest::newRow("negative zero") << QVector<double>{-0.0} << 0.0 << 0.0;
}

void QueryEngineTest::sumsAreExact()
{
    QFETCH(QVector<double>, values);
    QFETCH(double, sum);
    QFETCH(double, average);
    const auto snapshot = oneSeries({values.begin(), values.end()});
    const TimestampMs last = (values.size() - 1) * 1000;
    const auto summed = QueryEngine().instant(*snapshot, *parsed("sum_over_time(m[1m])"), last);
    QVERIFY(summed);
    QVERIFY(sameBits(summed->vector.at(0).value, sum));
    const auto averaged = QueryEngine().instant(*snapshot, *parsed("avg_over_time(m[1m])"), last);
    QVERIFY(averaged);
    QVERIFY2(sameBits(averaged->vector.at(0).value, average),
             qPrintable(QString::number(averaged->vector.at(0).value, 'g', 17)));
}

} // namespace

SIGHTGLASS_TEST(QueryEngineTest)

#include "queryenginetest.moc"
