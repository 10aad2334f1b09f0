// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/api/federation.h"

#include "model/storage/head.h"
#include "parser/exposition/expositionparser.h"
#include "tests/model/api/apifixture.h"
#include "tests/support/testcase.h"

#include <QTest>

namespace {

using namespace sightglass;

constexpr const char *text = "text/plain; version=0.0.4; charset=utf-8; escaping=";

class FederationTest : public sightglass::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void formats_data()
    {
        QTest::addColumn<QByteArray>("accept");
        QTest::addColumn<QByteArray>("contentType");
        const auto row = [](const char *name, const char *accept, const QByteArray &contentType) {
            QTest::newRow(name) << QByteArray(accept) << contentType;
        };
        const QByteArray plain(text);
        const QByteArray newText("text/plain; version=1.0.0; charset=utf-8; escaping=");
        const QByteArray protobuf("application/vnd.google.protobuf; "
                                  "proto=io.prometheus.client.MetricFamily; encoding=delimited; escaping=");
        row("nothing said", "", plain + "underscores");
        row("a browser", "text/html,application/xhtml+xml,*/*;q=0.8", plain + "underscores");
        row("Prometheus 3",
            "application/openmetrics-text;version=1.0.0;escaping=allow-utf-8;q=0.6,"
            "application/openmetrics-text;version=0.0.1;q=0.5,"
            "text/plain;version=1.0.0;escaping=allow-utf-8;q=0.4,text/plain;version=0.0.4;q=0.3,*/*;q=0.2",
            newText + "allow-utf-8");
        row("Prometheus 2",
            "application/openmetrics-text;version=1.0.0,application/openmetrics-text;version=0.0.1;q=0.75,"
            "text/plain;version=0.0.4;q=0.5,*/*;q=0.1",
            plain + "underscores");
        row("with native histograms",
            "application/vnd.google.protobuf;proto=io.prometheus.client.MetricFamily;encoding=delimited,"
            "text/plain;version=0.0.4;q=0.5",
            protobuf + "underscores");
        row("by weight",
            "application/"
            "vnd.google.protobuf;proto=io.prometheus.client.MetricFamily;encoding=delimited;q=0.1,"
            "text/plain;version=0.0.4;q=0.5",
            plain + "underscores");
        row("protobuf to be read",
            "application/vnd.google.protobuf;proto=io.prometheus.client.MetricFamily;encoding=text",
            plain + "underscores");
        row("another message", "application/vnd.google.protobuf;proto=x;encoding=delimited",
            plain + "underscores");
        row("another version", "text/plain;version=0.0.3", plain + "underscores");
        row("escaping", "text/plain ; version = 0.0.4 ; escaping = values", plain + "values");
        row("unknown escaping", "text/plain;escaping=runes", plain + "underscores");
        row("damaged", ";;,=,q=;q=x,,", plain + "underscores");
    }

    void formats()
    {
        QFETCH(QByteArray, accept);
        QFETCH(QByteArray, contentType);
        QCOMPARE(QByteArray::fromStdString(federationFormat(accept.toStdString()).contentType), contentType);
    }

    void pages_data()
    {
        QTest::addColumn<QByteArray>("request");
        QTest::addColumn<int>("code");
        QTest::addColumn<QByteArray>("body");
        const auto row = [](const char *name, const char *request, int code, const char *body) {
            QTest::newRow(name) << QByteArray(request) << code << QByteArray(body);
        };
        row("no selector", "GET /federate", 200, "");
        row("nothing selected", "GET /federate?match[]=nothing", 200, "");
        row("typed by the family of OpenMetrics", "GET /federate?match[]=http_requests_total{job=\"web\"}",
            200,
            "# HELP http_requests_total Requests.\n# TYPE http_requests_total counter\n"
            "http_requests_total{code=\"200\",instance=\"localhost:9100\",job=\"web\"} 7 1700000600000\n");
        row("several selectors, each series once, without instance",
            "GET /federate?match[]=odd{kind=\"nan\"}&match[]=odd{kind!=\"tiny\"}", 200,
            "# HELP odd A \"quoted\" help.\n# TYPE odd gauge\nodd{kind=\"inf\",instance=\"\"} +Inf "
            "1700000600000\nodd{kind=\"nan\",instance=\"\"} NaN 1700000600000\n");
        row("names escaped", "GET /federate?match[]=utf8", 200,
            "# TYPE utf8 untyped\nutf8{http_status=\"ü<b>\",instance=\"\"} 10 1700000600000\n");
        row("a damaged selector", "GET /federate?match[]=up{", 400,
            "1:4: parse error: unexpected end of input inside braces\n");
        row("no such method", "POST /federate?match[]=up", 405, "Method Not Allowed\n");
        row("a slash", "GET /federate/", 301, "Moved Permanently\n");
    }

    void pages()
    {
        QFETCH(QByteArray, request);
        QFETCH(int, code);
        QFETCH(QByteArray, body);
        const ApiResponse response = test::ask(test::apiContext(), request.toStdString());
        QCOMPARE(QByteArray::fromStdString(response.body), body);
        QCOMPARE(response.code, code);
        if (code == 200)
            QCOMPARE(QByteArray::fromStdString(response.contentType), QByteArray(text) + "underscores");
    }

    void protobufHasExemplars()
    {
        ApiRequest request;
        request.path = "/federate";
        request.parameters.add("match[]", "http_requests_total{job=\"web\"}");
        request.accept =
            "application/vnd.google.protobuf;proto=io.prometheus.client.MetricFamily;encoding=delimited";
        const ApiResponse response =
            answerRequest(findRoute(request.method, request.path), request, test::apiContext());
        QCOMPARE(response.code, 200);
        const auto parser = createExpositionParser(ExpositionFormat::Protobuf, response.body);
        auto entry = parser->next();
        while (entry && *entry != ExpositionParser::Entry::Sample && *entry != ExpositionParser::Entry::End)
            entry = parser->next();
        QVERIFY(entry && *entry == ExpositionParser::Entry::Sample);
        QCOMPARE(parser->value(), 7.0);
        ExposedExemplar exemplar;
        QVERIFY(parser->nextExemplar(exemplar));
        QCOMPARE(exemplar.labels, (std::vector<Label>{{"span", "<b>"}, {"trace_id", "def"}}));
    }

    void nothingIsThereYet()
    {
        ApiContext context = test::apiContext();
        auto state = std::make_shared<ApiState>(*context.state);
        state->snapshot = nullptr;
        context.state = state;
        QCOMPARE(test::ask(context, "GET /federate?match[]=up").code, 503);
    }

    void bounded()
    {
        ApiContext context = test::apiContext();
        context.maxResponseBytes = 100;
        const ApiResponse response = test::ask(context, "GET /federate?match[]={__name__!=\"\"}");
        QCOMPARE(response.code, 422);
        QCOMPARE(response.body, std::string("the page has more than 100 bytes: select less\n"));
    }
};

SIGHTGLASS_TEST(FederationTest)

} // namespace

#include "federationtest.moc"
