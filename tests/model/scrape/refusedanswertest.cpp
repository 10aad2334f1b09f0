// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/scrape/collector.h"
#include "model/scrape/httpfetcher.h"
#include "model/scrape/systemclock.h"
#include "tests/model/scrape/rawserver.h"
#include "tests/model/scrape/scrapehelpers.h"
#include "tests/support/httpserver.h"
#include "tests/support/testcase.h"

#include <QElapsedTimer>
#include <QTest>
#include <QTimer>

#include <memory>
#include <optional>

using namespace sightglass;
using namespace sightglass::test;

Q_DECLARE_METATYPE(sightglass::HttpOptions)

namespace {

constexpr std::size_t roomBytes = 1000;
constexpr std::int64_t withinMs = 200;

/// What one request came to.
struct Told
{
    std::optional<Error> error;
    std::optional<RefusedAnswer> refused;
    PageTransfer transfer;
    qint64 verdictMs = -1;
    qint64 refusedMs = -1;
    bool wasAnnounced = false;
};

/// Asks, and waits for all that is to come.
Told ask(const QUrl &url, HttpOptions options = {}, std::size_t bodySizeLimit = 1 << 20)
{
    Told told;
    QElapsedTimer timer;
    timer.start();
    HttpFetcher fetcher(std::move(options));
    bool done = false;
    FetchRequest request{url, 5000, bodySizeLimit, {}};
    request.refused = {[&](RefusedAnswer answer, PageTransfer transfer) {
                           told.refused = std::move(answer);
                           told.transfer = std::move(transfer);
                           told.refusedMs = timer.elapsed();
                       },
                       roomBytes, withinMs};
    fetcher.start(std::move(request), [&](Result<FetchedPage> page) {
        if (!page)
            told.error = page.error();
        told.verdictMs = timer.elapsed();
        told.wasAnnounced = fetcher.isReadingRefused();
        done = true;
    });
    static_cast<void>(
        QTest::qWaitFor([&] { return done && (!told.wasAnnounced || told.refused.has_value()); }, 8000));
    return told;
}

QByteArray answer(const char *status, const QByteArray &headers, const QByteArray &body)
{
    return QByteArray("HTTP/1.1 ") + status + "\r\n" + headers +
           "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

TargetConfig target(const QUrl &url, std::int64_t intervalMs)
{
    TargetConfig config;
    config.id = QStringLiteral("t");
    config.url = url;
    config.intervalMs = intervalMs;
    return config;
}

class RefusedAnswerTest : public TestCase
{
    Q_OBJECT

private slots:
    void whatCameIsTold_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("error");
        QTest::addColumn<QString>("status");
        QTest::addColumn<QString>("type");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<bool>("whole");
        const auto row = [](const char *name, const QByteArray &bytes, const char *error, const char *status,
                            const char *type, const QByteArray &body, bool whole) {
            QTest::newRow(name) << bytes << QString::fromUtf8(error) << QString::fromUtf8(status)
                                << QString::fromUtf8(type) << body << whole;
        };
        const QByteArray html = "Content-Type: text/html; charset=utf-8\r\n";
        const QByteArray page = "<title>Sign in</title>";
        row("401", answer("401 Unauthorized", html, page), "server returned HTTP status 401 Unauthorized",
            "401 Unauthorized", "text/html; charset=utf-8", page, true);
        row("500 without a type", answer("500", {}, "boom"), "server returned HTTP status 500", "500", "",
            "boom", true);
        row("no body", answer("404 Not Found", {}, {}), "server returned HTTP status 404 Not Found",
            "404 Not Found", "", {}, true);
        row("HTML with 200", answer("200 OK", html, page), "received unsupported Content-Type \"text/html",
            "200 OK", "text/html; charset=utf-8", page, true);
        row("no type", answer("200 OK", {}, "a 1\n"),
            "non-compliant scrape target sending blank Content-Type and no fallback_scrape_protocol "
            "specified for target",
            "200 OK", "", "a 1\n", true);
        row("a broken type", answer("200 OK", "Content-Type: text/plain;;=\r\n", "a 1\n"),
            "cannot parse Content-Type \"text/plain;;=\" and no fallback_scrape_protocol for target",
            "200 OK", "text/plain;;=", "a 1\n", true);
        row("packed", answer("503 x", "Content-Encoding: gzip\r\n", gzipped("try later")),
            "server returned HTTP status 503 x", "503 x", "", "try later", true);
        row("not packed as it says", answer("200 OK", "Content-Encoding: gzip\r\n" + html, page), "",
            "200 OK", "text/html; charset=utf-8", page, true);
        row("long", answer("500 x", {}, QByteArray(5000, 'x')), "server returned HTTP status 500 x", "500 x",
            "", QByteArray(roomBytes, 'x'), false);
        row("a bomb", answer("500 x", "Content-Encoding: gzip\r\n", gzipped(QByteArray(1 << 20, '#'), 64)),
            "server returned HTTP status 500 x", "500 x", "", QByteArray(roomBytes, '#'), false);
        row("in chunks", "HTTP/1.1 500 x\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nboom\r\n0\r\n\r\n",
            "server returned HTTP status 500 x", "500 x", "", "boom", true);
        row("broken chunks", "HTTP/1.1 500 x\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nboom\r\nzz\r\n\r\n",
            "server returned HTTP status 500 x", "500 x", "", "boom", false);
    }
    void whatCameIsTold()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, error);
        QFETCH(QByteArray, body);
        HttpServer server;
        server.serve("/metrics", HttpAnswer{bytes, {}});
        const Told told = ask(server.url());
        QVERIFY(told.error && told.refused && told.wasAnnounced);
        const QString text = QString::fromStdString(plainText(*told.error));
        QVERIFY2(text.startsWith(error), qPrintable(text));
        QTEST(QString::fromStdString(told.refused->statusText), "status");
        QTEST(QString::fromStdString(told.refused->contentType), "type");
        QCOMPARE(QByteArray::fromStdString(told.refused->body), body);
        QTEST(told.refused->isWhole, "whole");
    }

    void pagesAndRefusedConnectionsHaveNone()
    {
        HttpServer server;
        server.serve("/metrics", HttpAnswer::page("a 1\n"));
        const Told good = ask(server.url());
        QVERIFY(!good.error && !good.refused && !good.wasAnnounced);
        const Told none = ask(QUrl(QStringLiteral("http://127.0.0.1:%1/").arg(unusedPort())));
        QVERIFY(none.error && !none.refused && !none.wasAnnounced);
    }

    /// The verdict is there with the head; a server that drips is hung up on soon.
    void theVerdictDoesNotWait()
    {
        RawServer server([&](QTcpSocket &socket, int, int) {
            socket.write("HTTP/1.1 500 x\r\n\r\nboom");
            auto *timer = new QTimer(&socket);
            connect(timer, &QTimer::timeout, &socket, [&socket] { socket.write("."); });
            timer->start(20);
        });
        const Told told = ask(server.url());
        QVERIFY(told.refused && !told.refused->isWhole);
        QVERIFY(told.refused->body.starts_with("boom."));
        QVERIFY2(told.refusedMs - told.verdictMs >= withinMs / 2,
                 qPrintable(QString::number(told.refusedMs - told.verdictMs)));
        QVERIFY2(told.refusedMs - told.verdictMs < withinMs + 400,
                 qPrintable(QString::number(told.refusedMs - told.verdictMs)));
        QTRY_VERIFY(server.findChildren<QTcpSocket *>().isEmpty());
    }

    void floodsAreCut()
    {
        HttpServer server;
        server.serve("/metrics", HttpAnswer::endlessHeaders("HTTP/1.1 500 x\r\n\r\n", "x\n"));
        const Told told = ask(server.url());
        QVERIFY(told.refused);
        QCOMPARE(told.refused->body.size(), roomBytes);
        QTRY_COMPARE(server.openConnections(), qsizetype{0});
        QVERIFY(server.endlessBytesSent() < (1 << 25));
    }

    void whatCameOfATooLargePageIsTold()
    {
        HttpServer server;
        server.serve("/metrics", HttpAnswer::page(QByteArray("a 1\n").repeated(10'000)));
        const Told told = ask(server.url(), {}, 4000);
        QVERIFY(told.error && told.error->code == ErrorCode::BodyTooLarge);
        QVERIFY(told.refused && !told.refused->isWhole);
        QVERIFY(told.refused->body.starts_with("a 1\n"));
        QVERIFY(told.refused->body.size() <= roomBytes);
    }

    /// The next request goes over the same connection where the answer was read to its end.
    void theConnectionIsKept()
    {
        HttpServer server;
        server.serve("/metrics", HttpAnswer{answer("401 x", {}, "no"), {}});
        HttpFetcher fetcher;
        for (int i = 0; i < 2; ++i) {
            bool told = false;
            FetchRequest request{server.url(), 5000, 0, {}};
            request.refused.take = [&](const RefusedAnswer &, const PageTransfer &) { told = true; };
            fetcher.start(std::move(request), [](const Result<FetchedPage> &) {});
            QTRY_VERIFY(told);
        }
        QCOMPARE(server.connections(), 1);
    }

    void askingAnewFromTheVerdictDropsTheAnswer()
    {
        HttpServer server;
        server.serve("/metrics", HttpAnswer{answer("401 x", {}, "no"), {}});
        server.serve("/good", HttpAnswer::page("a 1\n"));
        HttpFetcher fetcher;
        bool refused = false;
        bool good = false;
        FetchRequest request{server.url(), 5000, 0, {}};
        request.refused.take = [&](const RefusedAnswer &, const PageTransfer &) { refused = true; };
        fetcher.start(std::move(request), [&](const Result<FetchedPage> &) {
            fetcher.start({server.url(QStringLiteral("/good")), 5000, 0, {}},
                          [&](const Result<FetchedPage> &page) { good = page.ok(); });
        });
        QTRY_VERIFY(good);
        QVERIFY(!refused);
    }

    void aFetcherMayGoWithTheVerdict()
    {
        HttpServer server;
        server.serve("/metrics", HttpAnswer{answer("401 x", {}, "no"), {}});
        auto fetcher = std::make_unique<HttpFetcher>();
        bool done = false;
        FetchRequest request{server.url(), 5000, 0, {}};
        request.refused.take = [](const RefusedAnswer &, const PageTransfer &) { QFAIL("told by nobody"); };
        fetcher->start(std::move(request), [&](const Result<FetchedPage> &) {
            fetcher.reset();
            done = true;
        });
        QTRY_VERIFY(done);
    }

    /// A server that repeats what it was sent does not make us show it.
    void secretsAreMasked_data()
    {
        QTest::addColumn<HttpOptions>("options");
        QTest::addColumn<QString>("userInfo");
        QTest::addColumn<QByteArray>("secret");
        HttpOptions basic;
        basic.client.authentication = BasicAuth{"ann", {}, SecretText{"hunter22"}};
        QTest::newRow("password") << basic << QString() << QByteArray("hunter22");
        QTest::newRow("credentials") << basic << QString() << QByteArray("ann:hunter22").toBase64();
        HttpOptions bearer;
        bearer.client.authentication = Authorization{"Bearer", SecretText{"tok/en+1"}};
        QTest::newRow("token") << bearer << QString() << QByteArray("tok/en+1");
        QTest::newRow("token in a query") << bearer << QString() << QByteArray("tok%2Fen%2B1");
        QTest::newRow("password of the address")
            << HttpOptions{} << QStringLiteral("ann:hunter22") << QByteArray("hunter22");
        QTest::newRow("query of the address")
            << HttpOptions{} << QStringLiteral("?") << QByteArray("swordfish");
        HttpOptions parameters;
        parameters.client.parameters = {{"token", SecretText{"swordfish"}}};
        QTest::newRow("parameter") << parameters << QString() << QByteArray("swordfish");
    }
    void secretsAreMasked()
    {
        QFETCH(HttpOptions, options);
        QFETCH(QString, userInfo);
        QFETCH(QByteArray, secret);
        HttpServer server;
        server.serve("/metrics", HttpAnswer{answer("401 " + secret,
                                                   "WWW-Authenticate: Basic realm=" + secret +
                                                       "\r\nContent-Type: x/" + secret + "\r\n",
                                                   "you sent " + secret + ", ann, and " + secret.left(5)),
                                            {}});
        QUrl url = server.url();
        if (userInfo == QLatin1String("?"))
            url.setQuery(QStringLiteral("x=1&token=swordfish"));
        else
            url.setUserInfo(userInfo);
        const Told told = ask(url, options);
        QVERIFY(told.error && told.refused);
        const RefusedAnswer &refused = *told.refused;
        for (const std::string &text :
             {refused.body, refused.challenge, refused.statusText, refused.contentType,
              told.transfer.contentType, plainText(*told.error)})
            QVERIFY2(text.find(secret.toStdString()) == std::string::npos, text.c_str());
        QCOMPARE(refused.body, std::string("you sent ***, ann, and ***"));
    }

    /// On the way to whoever looks: one page for each scrape, with the answer; and at once when one begins to
    /// look.
    void theCollectorKeepsIt()
    {
        HttpServer server;
        server.serve("/metrics",
                     HttpAnswer{answer("401 Unauthorized", "Content-Type: text/html\r\n", "<html>"), {}});
        const auto clock = std::make_shared<SystemClock>();
        Collector collector(clock, {});
        std::shared_ptr<const PageCapture> seen;
        int pages = 0;
        bool scraped = false;
        QObject::connect(&collector, &Collector::tick, &collector, [&](const CollectorTick &tick) {
            scraped = scraped || (!tick.targets.empty() && tick.targets.front().lastScrape);
            if (tick.watchedPage != nullptr && tick.watchedPage != seen) {
                seen = tick.watchedPage;
                ++pages;
            }
        });
        collector.setTargets({target(server.url(), 3'600'000)});
        QTRY_VERIFY(scraped);
        QCOMPARE(server.requests().size(), 1);
        collector.watchPages(QStringLiteral("t"));
        QTRY_VERIFY(seen != nullptr);
        QVERIFY(seen->refused != nullptr);
        QCOMPARE(seen->refused->body, std::string("<html>"));
        QVERIFY(seen->body.empty());
        QVERIFY(seen->error && seen->error->code == ErrorCode::HttpStatus);
        QCOMPARE(pages, 1);
        QCOMPARE(server.requests().size(), 1);
    }
};

} // namespace

SIGHTGLASS_TEST(RefusedAnswerTest)
#include "refusedanswertest.moc"
