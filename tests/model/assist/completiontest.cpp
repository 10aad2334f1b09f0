// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/assist/completion.h"

#include "model/assist/suggestedqueries.h"
#include "parser/promql/parse.h"
#include "tests/model/assist/assiststore.h"
#include "tests/support/testcase.h"

#include <QTest>

namespace {

using namespace sightglass;

class CompletionTest : public sightglass::test::TestCase
{
    Q_OBJECT

private:
    CompletionList complete(QByteArray text)
    {
        const qsizetype cursor = text.indexOf('|');
        text.remove(cursor, 1);
        return completeAt(text.toStdString(), static_cast<std::size_t>(cursor),
                          {*m_catalog, m_snapshot.get(), {}});
    }

    static QStringList texts(const CompletionList &list)
    {
        QStringList all;
        for (const Completion &item : list.items)
            all << QString::fromStdString(item.text);
        return all;
    }

    static const Completion *find(const CompletionList &list, const std::string &text)
    {
        for (const Completion &item : list.items) {
            if (item.text == text)
                return &item;
        }
        return nullptr;
    }

    test::AssistStore m_store;
    std::shared_ptr<const Snapshot> m_snapshot = m_store.snapshot();
    std::shared_ptr<const MetricCatalog> m_catalog = m_store.catalog();

private Q_SLOTS:
    void first_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("first");
        QTest::addColumn<QString>("inserted");
        const auto row = [](const char *text, const char *first, const char *inserted) {
            QTest::newRow(text) << QByteArray(text) << QString::fromUtf8(first)
                                << QString::fromUtf8(inserted);
        };
        row("http_req|", "http_requests_total", "http_requests_total");
        row("depth|", "queue_depth", "queue_depth");
        row("ra|", "rate", "rate()");
        row("rat|", "rate", "rate()");
        row("rat|(x[5m])", "rate", "rate");
        row("histogram_q|", "histogram_quantile", "histogram_quantile()");
        row("su|", "sum", "sum()");
        row("sum(x) b|", "by", "by ()");
        row("a / o|", "on", "on ()");
        row("a / on (b) group_l|", "group_left", "group_left ()");
        row("http_requests_total{co|", "code", "code=\"\"");
        row("http_requests_total{co|=\"200\"}", "code", "code");
        row("http_requests_total{code=\"5|\"}", "500", "\"500\"");
        row("http_requests_total{code=\"5|", "500", "\"500\"");
        row("http_requests_total{method=|", "GET", "\"GET\"");
        row("http_requests_total{code='2|'}", "200", "'200'");
        row("sum by (me|) (rate(http_requests_total[5m]))", "method", "method");
        row("queue_depth / on (qu|) queue_limit", "queue", "queue");
        row("rate(x[|", "$__rate_interval", "$__rate_interval");
        row("rate(x[5|", "5m", "5m");
    }
    void first()
    {
        QFETCH(QByteArray, text);
        const CompletionList list = complete(text);
        QVERIFY(!list.items.empty());
        QTEST(QString::fromStdString(list.items.front().text), "first");
        QTEST(QString::fromStdString(list.items.front().inserted), "inserted");
    }

    void metricsHaveTheirFacts()
    {
        const CompletionList list = complete("http_|");
        const Completion *bucket = find(list, "http_duration_seconds_bucket");
        QVERIFY(bucket != nullptr);
        QCOMPARE(bucket->type, MetricType::Histogram);
        QCOMPARE(QByteArray::fromStdString(bucket->unit), QByteArray("seconds"));
        QCOMPARE(QByteArray::fromStdString(bucket->help), QByteArray("How long requests took"));
        QCOMPARE(find(list, "http_requests_total")->type, MetricType::Counter);
    }

    void rateWantsCounters()
    {
        const QStringList inRate = texts(complete("rate(queue|"));
        QCOMPARE(inRate.first(), QStringLiteral("queue_depth"));
        const QStringList counters = texts(complete("rate(h|"));
        QVERIFY(counters.indexOf(QStringLiteral("http_requests_total")) >= 0);
        QVERIFY(counters.indexOf(QStringLiteral("http_requests_total")) <
                counters.indexOf(QStringLiteral("hour")));
    }

    void labelsAreThoseOfTheMetric()
    {
        const QStringList labels = texts(complete("queue_depth{|"));
        QCOMPARE(labels, (QStringList{QStringLiteral("job"), QStringLiteral("queue")}));
        QVERIFY(texts(complete("no_such_metric{|")).contains(QStringLiteral("version")));
        // One that is there already is not offered again.
        QVERIFY(!texts(complete("queue_depth{queue=\"mail\", |")).contains(QStringLiteral("queue")));
    }

    void valuesKeepToTheOtherMatchers()
    {
        QCOMPARE(texts(complete("queue_depth{queue=\"mail\", job=\"|\"}")),
                 QStringList{QStringLiteral("worker")});
        QVERIFY(texts(complete("queue_depth{job=\"web\", queue=\"|\"}")).isEmpty());
    }

    void keywordsOnlyWhereTheyFit()
    {
        QVERIFY(!texts(complete("up |")).contains(QStringLiteral("by")));
        QVERIFY(texts(complete("up |")).contains(QStringLiteral("offset")));
        QVERIFY(!texts(complete("|")).contains(QStringLiteral("on")));
        QVERIFY(!texts(complete("|")).contains(QStringLiteral("limitk")));
    }

    void timesBehindAt()
    {
        const QStringList both{QStringLiteral("end"), QStringLiteral("start")};
        QCOMPARE(texts(complete("up @ |")), both);
        QCOMPARE(texts(complete("up @ sta|")), QStringList{QStringLiteral("start")});
        QCOMPARE(complete("up @ |").items.front().inserted, std::string("end()"));
        QCOMPARE(complete("up @ sta|()").items.front().inserted, std::string("start"));
    }

    /// What is inserted makes a query that parses, hostile names and values too.
    void hostileTexts()
    {
        m_store.add(Labels::withName("weird \"metric\"", {{"a b", "x\"y\\\n"}}), 1);
        m_snapshot = m_store.snapshot();
        m_catalog = m_store.catalog();
        const CompletionList names = complete("weird|");
        QCOMPARE(QByteArray::fromStdString(names.items.at(0).inserted),
                 QByteArray("{\"weird \\\"metric\\\"\"}"));
        for (const char *quote : {"\"", "'", "`"}) {
            const QByteArray open = QByteArray("{\"a b\"=") + quote;
            const CompletionList values = complete(open + "|");
            QCOMPARE(values.items.size(), std::size_t{1});
            std::string query = open.toStdString();
            query.replace(values.replaced.begin, values.replaced.end - values.replaced.begin,
                          values.items.front().inserted);
            const auto selector = promql::parseSelector(query + "}");
            QVERIFY2(selector.ok(), query.c_str());
            QCOMPARE(selector->front().value, std::string("x\"y\\\n"));
        }
    }

    void fiftyThousandMetricsStayQuick()
    {
        Head head;
        for (int i = 0; i < 50'000; ++i) {
            const SeriesId id =
                head.seriesFor(Labels::withName("service_" + std::to_string(i % 100) + "_component_" +
                                                std::to_string(i) + "_requests_total"));
            QVERIFY(head.append(id, 1'700'000'000'000, 1).ok());
        }
        head.commit();
        const auto snapshot = head.snapshot();
        const auto catalog = MetricCatalog::of(*snapshot);
        QCOMPARE(catalog->metrics().size(), std::size_t{50'000});
        const CompletionSource source{*catalog, snapshot.get(), {}};
        const CompletionList list = completeAt("rate(component_49", 17, source);
        QCOMPARE(list.items.size(), CompletionList::mostItems);
        QVERIFY(list.cut);
        QBENCHMARK
        {
            static_cast<void>(completeAt("rate(component_49", 17, source));
        }
        std::stop_source stopped;
        stopped.request_stop();
        QVERIFY(completeAt("rate(c", 6, source, stopped.get_token()).items.empty());
        QVERIFY(MetricCatalog::of(*snapshot, stopped.get_token()) == nullptr);
    }

    void queriesByType_data()
    {
        QTest::addColumn<QByteArray>("family");
        QTest::addColumn<QByteArray>("query");
        const auto row = [](const char *family, const char *query) {
            QTest::newRow(family) << QByteArray(family) << QByteArray(query);
        };
        row("http_requests_total", "sum by (code) (rate(http_requests_total[1m]))");
        row("http_duration_seconds",
            "histogram_quantile(0.95, sum by (le) (rate(http_duration_seconds_bucket[1m])))");
        row("queue_depth", "queue_depth");
        row("rpc_seconds", "rpc_seconds");
        row("build_info", "build_info");
    }
    void queriesByType()
    {
        QFETCH(QByteArray, family);
        const FamilyEntry *entry = m_catalog->findFamily(family.toStdString());
        QVERIFY(entry != nullptr);
        const auto queries = suggestedQueries(*entry, *m_snapshot, "1m");
        QTEST(QByteArray::fromStdString(queries.front().expr), "query");
        for (const SuggestedQuery &query : queries)
            QVERIFY2(promql::parseExpr(query.expr).ok(), query.expr.c_str());
    }

    void examplesAreOfWhatIsThere()
    {
        const auto examples = exampleQueries(*m_catalog, *m_snapshot, "1m");
        QCOMPARE(examples.size(), std::size_t{4});
        QVERIFY(exampleQueries(MetricCatalog(), *m_snapshot, "1m").empty());
    }

    void unitsComeFromNamesWhereNoneIsDeclared()
    {
        test::AssistStore store;
        store.add(Labels::withName("wait_seconds_total"), 1);
        store.add(Labels::withName("wait_total"), 1);
        const auto catalog = store.catalog();
        QCOMPARE(catalog->find("wait_seconds_total")->unit, std::string("seconds"));
        QCOMPARE(catalog->find("wait_total")->unit, std::string());
        QCOMPARE(catalog->find("queue_depth")->unit, std::string());
    }
};

} // namespace

SIGHTGLASS_TEST(CompletionTest)
#include "completiontest.moc"
