// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/scrape/httpfetcher.h"

#include "model/scrape/httprequest.h"
#include "tests/model/scrape/scrapehelpers.h"
#include "tests/support/httpserver.h"
#include "tests/support/testcase.h"

#include <QElapsedTimer>
#include <QTest>

#include <memory>
#include <optional>

using namespace sightglass;
using namespace sightglass::test;

namespace {

constexpr std::size_t mib = std::size_t{1} << 20U;

class HttpFetcherTest : public TestCase
{
    Q_OBJECT

private slots:
    void asksAsPrometheusDoes()
    {
        HttpServer server;
        server.serve("/metrics", HttpAnswer::page("a 1\n"));
        QUrl url = server.url(QStringLiteral("/metrics?x=1&y=a%20b"));
        url.setUserName(QStringLiteral("ann"));
        url.setPassword(QStringLiteral("p:w"));
        const auto result = fetch({url, 1500, 0, {}});
        QVERIFY(result && result->ok());
        QCOMPARE((*result)->body, std::string("a 1\n"));
        QVERIFY((*result)->format == ExpositionFormat::PrometheusText);
        const HttpRequest request = server.requests().value(0);
        QCOMPARE(request.path, "/metrics?x=1&y=a%20b");
        const auto header = [&](const char *name) { return request.headers.value(name); };
        QCOMPARE(header("accept"), QByteArray::fromStdString(std::string(scrapeAcceptHeader())));
        QCOMPARE(header("accept-encoding"), "gzip, zstd"); // as anywhere else, also on this machine
        QCOMPARE(header("x-prometheus-scrape-timeout-seconds"), "1.5");
        QVERIFY(header("user-agent").startsWith("Sightglass/"));
        QCOMPARE(header("host"), QByteArray("127.0.0.1:") + QByteArray::number(server.port()));
        QCOMPARE(header("authorization"), "Basic " + QByteArray("ann:p:w").toBase64());
        QVERIFY(!request.headers.contains("cookie"));
    }

    void answers_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<QString>("result"); // the body, or the error's text behind "! "
        const auto row = [](const char *name, const HttpAnswer &answer, const char *result) {
            QTest::newRow(name) << answer.bytes << QString::fromUtf8(result);
        };
        const QByteArray zipped = gzipped("a 1\n");
        const QByteArray unpacked = "Content-Encoding: gzip\r\n";
        row("page", HttpAnswer::page("a 1\n"), "a 1\n");
        row("OpenMetrics", HttpAnswer::page("a 1\n# EOF\n", "application/openmetrics-text; version=1.0.0"),
            "a 1\n# EOF\n");
        row("gzip", HttpAnswer::page(zipped, "text/plain", unpacked), "a 1\n");
        row("gzip, damaged", HttpAnswer::page(zipped.chopped(3), "text/plain", unpacked),
            "! the compressed answer is damaged: unexpected end");
        row("gzip, says so but is not", HttpAnswer::page("a 1\n", "text/plain", unpacked),
            "! the compressed answer is damaged: incorrect header check");
        row("chunked",
            HttpAnswer::raw("HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n"
                            "Transfer-Encoding: chunked\r\n\r\n3\r\na 1\r\n1\r\n\n\r\n0\r\n\r\n"),
            "a 1\n");
        row("HTTP/1.0, until closed",
            HttpAnswer::raw("HTTP/1.0 200 OK\r\nContent-Type: text/plain\r\n\r\na 1\n"), "a 1\n");
        row("interim answers before it",
            HttpAnswer::raw("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\n" +
                            HttpAnswer::page("a 1\n").bytes),
            "a 1\n");
        row("bare line feeds", HttpAnswer::raw("HTTP/1.1 200 OK\nContent-Type: text/plain\n\na 1\n"),
            "a 1\n");
        row("two lengths that agree", HttpAnswer::page("a 1\n", "text/plain", "Content-Length: 4\r\n"),
            "a 1\n");
        row("another compression", HttpAnswer::page("a 1\n", "text/plain", "Content-Encoding: br\r\n"),
            "a 1\n");
        row("empty page of any type", HttpAnswer::page("", "text/html"), "");
        row("HTML", HttpAnswer::page("<html>", "text/html; charset=utf-8"),
            "! received unsupported Content-Type \"text/html; charset=utf-8\" and no "
            "fallback_scrape_protocol specified for target");
        row("an escaped type", HttpAnswer::page("{}", "application/json; a=\"\xC3\xA4\t\""),
            "! received unsupported Content-Type \"application/json; a=\\\"\xC3\xA4\\t\\\"\" and no "
            "fallback_scrape_protocol specified for target");
        row("no media type", HttpAnswer::page("a 1\n", "text/; charset=utf-8"),
            "! cannot parse Content-Type \"text/; charset=utf-8\" and no fallback_scrape_protocol for "
            "target");
        row("no type", HttpAnswer::raw("HTTP/1.1 200 OK\r\n\r\na 1\n"),
            "! non-compliant scrape target sending blank Content-Type and no fallback_scrape_protocol "
            "specified for target");
        row("404", HttpAnswer::status("404 Not Found"), "! server returned HTTP status 404 Not Found");
        row("401", HttpAnswer::status("401 Unauthorized", "WWW-Authenticate: Basic realm=\"x\"\r\n"),
            "! server returned HTTP status 401 Unauthorized");
        row("500", HttpAnswer::status("500 Internal Server Error"),
            "! server returned HTTP status 500 Internal Server Error");
        row("204", HttpAnswer::status("204 No Content"), "! server returned HTTP status 204 No Content");
        row("redirect to nowhere", HttpAnswer::status("302 Found"),
            "! server returned HTTP status 302 Found");
        row("redirect to a file", HttpAnswer::redirect("file:///etc/hostname"),
            "! network error: redirected to something that is not HTTP");
        row("cut short",
            HttpAnswer::raw("HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n"
                            "Content-Length: 100\r\n\r\na 1\n"),
            "! network error: the connection was closed before the answer was complete");
        row("chunks cut short",
            HttpAnswer::raw("HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n"
                            "Transfer-Encoding: chunked\r\n\r\n9\r\na 1\n"),
            "! network error: the connection was closed before the answer was complete");
        row("nothing at all", HttpAnswer::raw(""),
            "! network error: the connection was closed before the answer was complete");
        row("not HTTP", HttpAnswer::raw("SSH-2.0-OpenSSH_9.2\r\n"),
            "! this is not HTTP: SSH-2.0-OpenSSH_9.2");
        row("HTTP/2", HttpAnswer::raw("HTTP/2.0 200 OK\r\n\r\n"), "! HTTP version not supported: HTTP/2.0");
        row("negative length", HttpAnswer::raw("HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n"),
            "! invalid length of the HTTP body: -1");
        row("length of 2^64",
            HttpAnswer::raw("HTTP/1.1 200 OK\r\nContent-Length: 18446744073709551616\r\n\r\n"),
            "! invalid length of the HTTP body: 18446744073709551616");
        row("two lengths that do not agree",
            HttpAnswer::raw("HTTP/1.1 200 OK\r\nContent-Length: 3\r\nContent-Length: 4\r\n\r\na 1\n"),
            "! invalid length of the HTTP body: 3, 4");
        row("another transfer coding", HttpAnswer::raw("HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip\r\n\r\n"),
            "! HTTP transfer coding not supported: gzip");
        row("chunk of 2^64",
            HttpAnswer::raw("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n10000000000000000\r\n"),
            "! invalid chunk in the HTTP body: 10000000000000000");
        row("switching protocols", HttpAnswer::raw("HTTP/1.1 101 Switching Protocols\r\n\r\n"),
            "! server returned HTTP status 101 Switching Protocols");
        row("too long by its own word",
            HttpAnswer::raw("HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n"
                            "Content-Length: 1073741824\r\n\r\na 1\n"),
            "! body size limit exceeded (8 MiB)");
    }
    void answers()
    {
        QFETCH(QByteArray, answer);
        HttpServer server;
        const bool whole = answer.contains("Content-Length: ") && !answer.contains("Content-Length: 1");
        HttpAnswer told{answer, {}};
        told.then = whole ? HttpAnswer::Then::KeepOpen : HttpAnswer::Then::Close;
        server.serve("/metrics", told);
        const auto result = fetch({server.url(), 5000, 8 * mib, {}});
        QVERIFY(result);
        QTEST(result->ok() ? QString::fromStdString((*result)->body)
                           : QLatin1String("! ") + QString::fromStdString(plainText(result->error())),
              "result");
    }

    void redirects()
    {
        HttpServer server;
        HttpServer other;
        server.serve("/metrics", HttpAnswer::redirect("/there"));
        server.serve("/there", HttpAnswer::redirect(other.url(QStringLiteral("/page")).toEncoded()));
        other.serve("/page", HttpAnswer::page("a 1\n"));
        QUrl url = server.url();
        url.setUserName(QStringLiteral("ann"));
        const auto result = fetch({url, 5000, 0, {}});
        QVERIFY(result && result->ok());
        QCOMPARE((*result)->body, std::string("a 1\n"));
        QVERIFY(server.requests().value(1).headers.contains("authorization"));
        QVERIFY(!other.requests().value(0).headers.contains("authorization"));
    }

    void endlessRedirects()
    {
        HttpServer server;
        server.serve("/metrics", HttpAnswer::redirect("/metrics"));
        const auto result = fetch({server.url(), 5000, 0, {}});
        QVERIFY(result && !result->ok());
        QCOMPARE(result->error().code, ErrorCode::TooManyRedirects);
        QCOMPARE(server.requests().size(), 1 + maxRedirects);
    }

    void timeouts_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::newRow("says nothing") << QByteArray();
        QTest::newRow("half a header") << QByteArray("HTTP/1.1 200 OK\r\nContent-");
        QTest::newRow("half a body") << QByteArray(
            "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 9\r\n\r\na 1\n");
    }
    void timeouts()
    {
        QFETCH(QByteArray, answer);
        HttpServer server;
        server.serve("/metrics", HttpAnswer{answer, {}});
        QElapsedTimer timer;
        timer.start();
        const auto result = fetch({server.url(), 200, 0, {}});
        QVERIFY(result && !result->ok());
        QCOMPARE(plainText(result->error()), std::string("no complete answer within 200ms"));
        QVERIFY(timer.elapsed() >= 190);
    }

    void unreachable()
    {
        const QUrl refused(QStringLiteral("http://127.0.0.1:%1/metrics").arg(unusedPort()));
        const auto noPort = fetch({refused, 5000, 0, {}});
        QVERIFY(noPort && !noPort->ok());
        QCOMPARE(noPort->error().code, ErrorCode::ConnectionRefused);
        QCOMPARE(noPort->error().arguments.front(),
                 QStringLiteral("127.0.0.1:%1").arg(refused.port()).toStdString());
        // .invalid never resolves (RFC 6761); without a resolver the answer may be a timeout.
        const auto noHost = fetch({QUrl(QStringLiteral("http://sightglass.invalid/metrics")), 3000, 0, {}});
        QVERIFY(noHost && !noHost->ok());
        QVERIFY(noHost->error().code == ErrorCode::HostNotFound ||
                noHost->error().code == ErrorCode::ScrapeTimedOut);
    }

    void hugeBodyIsCutAndBounded_data()
    {
        QTest::addColumn<bool>("packed");
        QTest::newRow("1 GiB of lines") << false;
        QTest::newRow("gzip bomb") << true;
    }
    void hugeBodyIsCutAndBounded()
    {
        QFETCH(bool, packed);
        constexpr qint64 gib = qint64{1} << 30;
        HttpServer server;
        if (packed)
            server.serve("/metrics", HttpAnswer::page(gzipped(QByteArray(1 << 20, '#'), 256), "text/plain",
                                                      "Content-Encoding: gzip\r\n"));
        else
            server.serve("/metrics", HttpAnswer::endless("some_metric{label=\"value\"} 12345\n", gib));
        const qint64 before = residentBytes();
        const auto result = fetch({server.url(), 20'000, 8 * mib, {}});
        QVERIFY(result && !result->ok());
        QCOMPARE(result->error().code, ErrorCode::BodyTooLarge);
        QVERIFY(server.endlessBytesSent() < gib / 8);
        QVERIFY2(residentBytes() - before < 64 * (1 << 20),
                 "memory is bounded by the limit, not by the body");
    }

    void cancelledFetchIsNeverHeardOf()
    {
        HttpServer server;
        server.serve("/metrics", HttpAnswer::page("a 1\n"));
        HttpFetcher fetcher;
        bool called = false;
        fetcher.start({server.url(), 100, 0, {}}, [&](Result<FetchedPage>) { called = true; });
        fetcher.cancel();
        // A twin that nobody cancels is answered, and another runs into the same timeout.
        QVERIFY(fetch({server.url(), 5000, 0, {}}));
        server.serve("/silent", HttpAnswer::hang());
        QVERIFY(fetch({server.url(QStringLiteral("/silent")), 100, 0, {}}));
        QVERIFY(!called);
    }

private:
    std::optional<Result<FetchedPage>> fetch(FetchRequest request)
    {
        HttpFetcher fetcher;
        std::optional<Result<FetchedPage>> result;
        fetcher.start(std::move(request), [&](Result<FetchedPage> page) { result = std::move(page); });
        static_cast<void>(QTest::qWaitFor([&] { return result.has_value(); }, 30'000));
        return result;
    }
};

} // namespace

SIGHTGLASS_TEST(HttpFetcherTest)
#include "httpfetchertest.moc"
