// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/query/promqltest/memorystore.h"
#include "model/query/queryengine.h"
#include "parser/promql/parse.h"
#include "tests/support/testcase.h"

#include <QTest>

#include <optional>

namespace {

using namespace sightglass;

constexpr TimestampMs at = 201'000;

/// What queries say they have read, counted as Prometheus counts it.
class SampleStatisticsTest : public sightglass::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void instant_data();
    void instant();
    void range_data();
    void range();
    void onlyOnDemand();
    void peak();
};

/// One sample every ten seconds: `one` has one series, `three` has three.
std::shared_ptr<const Snapshot> samples()
{
    promqltest::MemoryStore store;
    const std::vector<Labels> all = {Labels::withName("one", {}), Labels::withName("three", {{"a", "1"}}),
                                     Labels::withName("three", {{"a", "2"}}),
                                     Labels::withName("three", {{"a", "3"}})};
    for (const Labels &labels : all) {
        for (TimestampMs t = 0; t <= 1'000'000; t += 10'000) {
            if (!store.append(labels, {t, static_cast<double>(t)}))
                return nullptr;
        }
    }
    return store.snapshot();
}

QueryEngine counting()
{
    QueryOptions options;
    options.collectsStatistics = true;
    return QueryEngine(options);
}

promql::ExprPtr parsed(const char *query)
{
    const auto expr = promql::parseExpr(query);
    return expr ? *expr : nullptr;
}

void SampleStatisticsTest::instant_data()
{
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<qulonglong>("samples");
    const auto row = [](const char *query, qulonglong samples) {
        QTest::newRow(query) << QByteArray(query) << samples;
    };
    row("1", 0);
    row("one", 1);
    row("three", 3);
    row("timestamp(three)", 3);
    row("one offset 10m", 0);
    row("one[60s]", 6);
    row("three[60s]", 18);
    row("one[60s] @ 30", 4);
    row("sum_over_time(three[60s])", 18);
    row("sum by (a) (three) + sum by (a) (three)", 6);
    row("max_over_time(one[60s:5s])", 12);
    row("one[60s:5s]", 12);
    row("max_over_time(one[60s])[20s:5s]", 24);
    row("max_over_time(max_over_time(one[60s])[20s:5s])", 4);
    row("absent_over_time(one[60s])", 6);
}

void SampleStatisticsTest::instant()
{
    QFETCH(QByteArray, query);
    const auto expr = parsed(query.constData());
    QVERIFY(expr != nullptr);
    const auto result = counting().instant(*samples(), *expr, at);
    QVERIFY(result);
    QTEST(static_cast<qulonglong>(result->statistics.samples), "samples");
}

void SampleStatisticsTest::range_data()
{
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<qulonglong>("samples");
    const auto row = [](const char *query, qulonglong samples) {
        QTest::newRow(query) << QByteArray(query) << samples;
    };
    row("one", 4);
    row("three", 12);
    row("max_over_time(three[60s])", 72);
    row("max_over_time(one[60s:5s])", 48);
}

void SampleStatisticsTest::range()
{
    QFETCH(QByteArray, query);
    const auto expr = parsed(query.constData());
    QVERIFY(expr != nullptr);
    const auto result = counting().range(*samples(), *expr, {at, at + 19'000, 5'000});
    QVERIFY(result);
    QTEST(static_cast<qulonglong>(result->statistics.samples), "samples");
}

void SampleStatisticsTest::onlyOnDemand()
{
    const auto result = QueryEngine().instant(*samples(), *parsed("three"), at);
    QVERIFY(result);
    QCOMPARE(result->statistics.samples, std::uint64_t{0});
}

void SampleStatisticsTest::peak()
{
    const auto few = counting().instant(*samples(), *parsed("one"), at);
    const auto many = counting().range(*samples(), *parsed("three + on (a) three"), {0, 1'000'000, 1'000});
    QVERIFY(few && many);
    QCOMPARE(few->statistics.peakSamples, std::size_t{1});
    QVERIFY(many->statistics.peakSamples >= 6 * 1001);
    QVERIFY(many->statistics.sortSeconds >= 0);
}

} // namespace

SIGHTGLASS_TEST(SampleStatisticsTest)

#include "samplestatisticstest.moc"
