// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/api/apitime.h"
#include "model/api/jsonwriter.h"
#include "model/api/labelnameescape.h"
#include "model/api/resultjson.h"
#include "model/api/selfmetrics.h"
#include "parser/exposition/expositionparser.h"
#include "tests/model/api/apifixture.h"
#include "tests/support/testcase.h"

#include <QTest>

namespace {

using namespace sightglass;

/// The pieces that answers are made of.
class ApiPartsTest : public sightglass::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void strings_data();
    void strings();
    void writerStopsAtItsLimit();
    void times_data();
    void times();
    void timeTexts();
    void labelNames_data();
    void labelNames();
    void tooManyParameters();
    void histograms();
    void ourOwnMetricsParse();
};

void ApiPartsTest::strings_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("json");
    const auto row = [](const char *name, const QByteArray &text, const char *json) {
        QTest::newRow(name) << text << QByteArray("\"") + json + '"';
    };
    row("plain", "abc", "abc");
    row("quotes", "a\"b\\c", "a\\\"b\\\\c");
    row("blanks", "\n\r\t", "\\n\\r\\t");
    row("controls", QByteArray("\0\x1f\x7f", 3), "\\u0000\\u001f\x7f");
    row("markup", "</script>&", "\\u003c/script\\u003e\\u0026");
    row("separators", "\xE2\x80\xA8\xE2\x80\xA9", "\\u2028\\u2029");
    row("four bytes", "\xF0\x9F\x98\x80!", "\xF0\x9F\x98\x80!");
    row("not UTF-8", "a\xFF\xC3(", "a\\ufffd\\ufffd(");
    row("cut short", "a\xE2\x82", "a\\ufffd\\ufffd");
    row("surrogate", "\xED\xA0\x80", "\\ufffd\\ufffd\\ufffd");
}

void ApiPartsTest::strings()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, json);
    std::string out;
    JsonWriter(out, 1000).string(std::string_view(text.constData(), static_cast<std::size_t>(text.size())));
    QCOMPARE(QByteArray::fromStdString(out), json);
}

void ApiPartsTest::writerStopsAtItsLimit()
{
    std::string out;
    JsonWriter writer(out, 10);
    writer.beginArray();
    writer.string("12345");
    QVERIFY(!writer.full());
    for (int i = 0; i < 1000; ++i)
        writer.string("12345");
    QVERIFY(writer.full());
    QVERIFY(out.size() <= 10);
}

void ApiPartsTest::times_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<qint64>("ms");
    const auto row = [](const char *text, qint64 ms) { QTest::newRow(text) << QByteArray(text) << ms; };
    row("0", 0);
    row("1.2346", 1235);
    row("-1.5", -1500);
    row("1e3", 1'000'000);
    row("1970-01-01T00:00:01Z", 1000);
    row("1970-01-01T01:00:01.98765+01:00", 1987);
    row("1969-12-31T23:59:59.5-00:00", -500);
    row("2024-02-29T12:00:00Z", 1'709'208'000'000);
    row("+Inf", qint64{1} << 61U);
    row("-292273086-05-16T16:47:06Z", -(qint64{1} << 61U));
}

void ApiPartsTest::times()
{
    QFETCH(QByteArray, text);
    QFETCH(qint64, ms);
    const auto t = parseApiTime(text.toStdString());
    QVERIFY(t.has_value());
    QCOMPARE(*t, ms);
    for (const char *damage : {"x", "T", " ", ":"})
        QVERIFY(!parseApiTime((text + damage).toStdString()));
}

void ApiPartsTest::timeTexts()
{
    QCOMPARE(secondsText(0), std::string("0"));
    QCOMPARE(secondsText(1'700'000'000'123), std::string("1700000000.123"));
    QCOMPARE(secondsText(-1005), std::string("-1.005"));
    QCOMPARE(secondsText(50), std::string("0.050"));
    QCOMPARE(rfc3339Text(1'700'000'000'120), std::string("2023-11-14T22:13:20.12Z"));
    QCOMPARE(rfc3339Text(-1), std::string("1969-12-31T23:59:59.999Z"));
    QCOMPARE(rfc3339Text(1000), std::string("1970-01-01T00:00:01Z"));
}

void ApiPartsTest::labelNames_data()
{
    QTest::addColumn<QByteArray>("escaped");
    QTest::addColumn<QByteArray>("name");
    const auto row = [](const char *escaped, const char *name) {
        QTest::newRow(escaped) << QByteArray(escaped) << QByteArray(name);
    };
    row("plain_name", "plain_name");
    row("U__http_2e_status", "http.status");
    row("U__a__b", "a_b");
    row("U__caf_e9_", "caf\xC3\xA9");
    row("U___1F600_", "\xF0\x9F\x98\x80");
    row("U__", "");
    row("U__a_", "U__a_");
    row("U___d800_", "U___d800_");
    row("U___110000_", "U___110000_");
    row("U___zz_", "U___zz_");
    row("U___0000041_", "U___0000041_");
}

void ApiPartsTest::labelNames()
{
    QFETCH(QByteArray, escaped);
    QFETCH(QByteArray, name);
    QCOMPARE(QByteArray::fromStdString(unescapedName(escaped.toStdString())), name);
}

void ApiPartsTest::tooManyParameters()
{
    std::string query = "a=1";
    for (std::size_t i = 1; i < ApiParameters::maxCount; ++i)
        query += "&a=1";
    QCOMPARE(ApiParameters().parse(query), std::string());
    QVERIFY(!ApiParameters().parse(query + "&a=1").empty());
}

void ApiPartsTest::histograms()
{
    FloatHistogram histogram;
    histogram.count = 10;
    histogram.sum = 12.5;
    histogram.zeroThreshold = 0.5;
    histogram.zeroCount = 2;
    histogram.positive.push(1, 3);
    histogram.positive.push(2, 0);
    histogram.negative.push(1, 5);
    QueryResult result;
    result.type = promql::ValueType::InstantVector;
    result.vector = {{Labels::withName("h"), 0, std::make_shared<const FloatHistogram>(histogram)}};
    std::string out;
    JsonWriter writer(out, 10'000);
    QVERIFY(writeResult(writer, result, 1500, 0));
    QCOMPARE(QByteArray::fromStdString(out),
             QByteArray("[{\"metric\":{\"__name__\":\"h\"},\"histogram\":[1.500,{\"count\":\"10\",\"sum\":"
                        "\"12.5\",\"buckets\":[[1,\"-2\",\"-1\",\"5\"],[3,\"-0.5\",\"0.5\",\"2\"],"
                        "[0,\"1\",\"2\",\"3\"]]}]}]"));
}

void ApiPartsTest::ourOwnMetricsParse()
{
    ApiContext context = test::apiContext();
    context.counters.requests[{"/api/v1/query", 200}] = 3;
    context.counters.queries.observe(0.02);
    context.counters.queries.observe(61);
    const std::string page = selfMetrics(context);
    const auto parser = createExpositionParser(ExpositionFormat::PrometheusText, page);
    int samples = 0;
    for (;;) {
        const auto entry = parser->next();
        QVERIFY(entry.ok());
        if (*entry == ExpositionParser::Entry::End)
            break;
        samples += *entry == ExpositionParser::Entry::Sample ? 1 : 0;
    }
    QVERIFY(samples > 40);
    const QByteArray text = QByteArray::fromStdString(page);
    QVERIFY(text.contains("sightglass_http_requests_total{code=\"200\",handler=\"/api/v1/query\"} 3\n"));
    QVERIFY(text.contains("sightglass_query_duration_seconds_bucket{le=\"0.05\"} 1\n"));
    QVERIFY(text.contains("sightglass_query_duration_seconds_bucket{le=\"+Inf\"} 2\n"));
    QVERIFY(text.contains("sightglass_alerts{state=\"firing\"} 1\n"));
    QVERIFY(text.contains("sightglass_target_up{target=\"http://localhost:9100/metrics\"} 1\n"));
}

} // namespace

SIGHTGLASS_TEST(ApiPartsTest)
#include "partstest.moc"
