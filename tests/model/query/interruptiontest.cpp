// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/query/promqltest/memorystore.h"
#include "model/query/queryengine.h"
#include "parser/promql/parse.h"
#include "tests/support/testcase.h"

#include <QElapsedTimer>
#include <QTest>

#include <chrono>
#include <cmath>
#include <thread>

namespace {

using namespace sightglass;

/// A query that would go on for a long time within one series ends soon after it is told to.
class InterruptionTest : public test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void endsInTime_data();
    void endsInTime();
    void endsWhenCancelled();
    void refusesHugeLabels_data();
    void refusesHugeLabels();

private:
    [[nodiscard]] Result<QueryResult> run(const QByteArray &query, std::int64_t timeoutMs,
                                          std::stop_token cancel) const;

    std::shared_ptr<const Snapshot> m_snapshot;
};

constexpr int samples = 400'000;
constexpr std::int64_t secondMs = 1000;
constexpr qint64 soonMs = 3000; // a busy machine's soon; the queries would take many times as long

void InterruptionTest::initTestCase()
{
    promqltest::MemoryStore store;
    const Labels labels = Labels::withName("m", {});
    for (int i = 0; i < samples; ++i)
        QVERIFY(store.append(labels, {i * secondMs, std::sin(i)}).ok());
    m_snapshot = store.snapshot();
}

/// Some 2·10^9 samples in 10,000 windows.
Result<QueryResult> InterruptionTest::run(const QByteArray &query, std::int64_t timeoutMs,
                                          std::stop_token cancel) const
{
    const auto expr = promql::parseExpr(query.toStdString(), promql::Features::all());
    if (!expr)
        return expr.error();
    QueryOptions options;
    options.timeoutMs = timeoutMs;
    constexpr std::int64_t end = samples * secondMs;
    return QueryEngine(options).range(*m_snapshot, **expr, {end / 2, end, 20 * secondMs}, std::move(cancel));
}

void InterruptionTest::endsInTime_data()
{
    QTest::addColumn<QByteArray>("query");
    for (const char *query :
         {"quantile_over_time(0.5, m[2d])", "stdvar_over_time(m[2d])", "mad_over_time(m[2d])", "deriv(m[2d])",
          "double_exponential_smoothing(m[2d], 0.5, 0.5)", "sum_over_time(m[2d])", "rate(m[2d] smoothed)"})
        QTest::newRow(query) << QByteArray(query);
}

void InterruptionTest::endsInTime()
{
    QFETCH(QByteArray, query);
    QElapsedTimer timer;
    timer.start();
    const auto result = run(query, 1, {});
    QVERIFY(!result);
    QCOMPARE(result.error().code, ErrorCode::QueryTimedOut);
    QVERIFY2(timer.elapsed() < soonMs, qPrintable(QString::number(timer.elapsed())));
}

void InterruptionTest::endsWhenCancelled()
{
    std::stop_source cancel;
    std::jthread canceller([&cancel] {
        // The query runs, which takes minutes, and tells nobody that it has begun.
        std::this_thread::sleep_for(std::chrono::milliseconds(30));
        cancel.request_stop();
    });
    QElapsedTimer timer;
    timer.start();
    const auto result = run("quantile_over_time(0.5, m[2d])", 120'000, cancel.get_token());
    QVERIFY(!result);
    QCOMPARE(result.error().code, ErrorCode::QueryCancelled);
    QVERIFY2(timer.elapsed() < soonMs, qPrintable(QString::number(timer.elapsed())));
}

void InterruptionTest::refusesHugeLabels_data()
{
    QTest::addColumn<QString>("outer");
    QTest::addColumn<QString>("function");
    QTest::newRow("label_replace") << QStringLiteral(
                                          "label_replace(%1, 'a', '$1$1$1$1$1$1$1$1$1$1', 'a', '(.*)')")
                                   << QStringLiteral("label_replace()");
    QTest::newRow("label_join")
        << QStringLiteral("label_join(%1, 'a', '', 'a', 'a', 'a', 'a', 'a', 'a', 'a', 'a', 'a', 'a')")
        << QStringLiteral("label_join()");
}

/// Twelve calls within each other would make a label of 10^13 bytes out of ten.
void InterruptionTest::refusesHugeLabels()
{
    QFETCH(QString, outer);
    QFETCH(QString, function);
    constexpr int depth = 12;
    QString query = QStringLiteral("label_replace(m, 'a', '0123456789', '', '')");
    for (int i = 0; i < depth; ++i)
        query = QString(outer).replace(QStringLiteral("%1"), query);
    const auto expr = promql::parseExpr(query.toStdString(), promql::Features::all());
    QVERIFY(expr.ok());
    const auto result = QueryEngine(QueryOptions{}).instant(*m_snapshot, **expr, secondMs);
    QVERIFY(!result);
    QCOMPARE(result.error().code, ErrorCode::QueryFailed);
    QCOMPARE(result.error().arguments.at(0),
             "labels of more than 67108864 bytes written by " + function.toStdString());
}

} // namespace

SIGHTGLASS_TEST(InterruptionTest)

#include "interruptiontest.moc"
