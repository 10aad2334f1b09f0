// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/scrape/httpfetcher.h"
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

namespace {

constexpr std::size_t mib = std::size_t{1} << 20U;
constexpr qint64 gib = qint64{1} << 30;

std::optional<Result<FetchedPage>> fetch(const QUrl &url, std::int64_t timeoutMs = 20'000)
{
    HttpFetcher fetcher;
    std::optional<Result<FetchedPage>> result;
    fetcher.start({url, timeoutMs, 8 * mib, {}}, [&](Result<FetchedPage> told) { result = std::move(told); });
    static_cast<void>(QTest::qWaitFor([&] { return result.has_value(); }, 30'000));
    return result;
}

/// So many header lines of different names, complete.
QByteArray manyHeaders(int count)
{
    QByteArray bytes = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n";
    for (int i = 0; i < count; ++i)
        bytes += "x-" + QByteArray::number(i) + ": v\r\n";
    return bytes + "\r\n";
}

/// A gzip bomb in chunks of 1,000 bytes.
QByteArray chunkedBomb()
{
    const QByteArray bomb = gzipped(QByteArray(1 << 20, '#'), 256);
    QByteArray body;
    for (qsizetype at = 0; at < bomb.size(); at += 1000) {
        const QByteArray chunk = bomb.mid(at, 1000);
        body += QByteArray::number(chunk.size(), 16) + "\r\n" + chunk + "\r\n";
    }
    return "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Encoding: gzip\r\n"
           "Transfer-Encoding: chunked\r\n\r\n" +
           body + "0\r\n\r\n";
}

class HostileAnswersTest : public TestCase
{
    Q_OBJECT

private slots:
    /// Each is refused after little, and hung up on at once.
    void floods_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArray>("repeated"); // sent behind them, for a GiB
        QTest::addColumn<QString>("error");
        const auto row = [](const char *name, const QByteArray &bytes, const QByteArray &repeated,
                            const char *error) {
            QTest::newRow(name) << bytes << repeated << QString::fromUtf8(error);
        };
        const QByteArray ok = "HTTP/1.1 200 OK\r\n";
        const QByteArray chunked = ok + "Content-Type: text/plain\r\nTransfer-Encoding: chunked\r\n\r\n";
        const QByteArray interim = "HTTP/1.1 100 Continue\r\n\r\n";
        row("long header lines", ok, "x: " + QByteArray(10'000, 'y') + "\r\n",
            "HTTP headers of more than 65536 bytes");
        row("short header lines", ok, "x: y\r\n", "more than 256 HTTP headers");
        row("one header line", ok + "x: ", "y", "HTTP headers of more than 16384 bytes");
        row("a status line", "HTTP/1.1 200 ", "y",
            "the first line of the HTTP message has more than 8192 bytes");
        row("20,000 headers", manyHeaders(20'000), "", "more than 256 HTTP headers");
        row("carriage returns", ok + "a: b", "\r", "HTTP headers of more than 16384 bytes");
        row("zeros", "", QByteArray(1, '\0'), "this is not HTTP: ");
        row("100,000 interim answers", interim.repeated(100'000), "", "more than 16 interim HTTP answers");
        row("interim answers", "", interim, "more than 16 interim HTTP answers");
        row("a chunk's extension", chunked + "1;x=", "y", "invalid chunk in the HTTP body: 1;x=y");
        row("tiny chunks in long frames", chunked, "1;" + QByteArray(200, 'x') + "\r\n#\r\n",
            "invalid chunk in the HTTP body: 1;xxx");
        row("trailers", chunked + "0\r\n", "x: y\r\n", "invalid chunk in the HTTP body: x: y");
        row("chunk sizes without end", chunked, "0", "invalid chunk in the HTTP body: 000");
        row("a body", ok + "Content-Type: text/plain\r\n\r\n", "#\n", "body size limit exceeded (8 MiB)");
        row("a body said to be huge",
            ok + "Content-Type: text/plain\r\nContent-Length: 9223372036854775807\r\n\r\n", "#\n",
            "body size limit exceeded (8 MiB)");
        row("a chunk said to be huge", chunked + "7fffffffffffffff\r\n", "#\n",
            "body size limit exceeded (8 MiB)");
        row("a gzip bomb in chunks", chunkedBomb(), "", "body size limit exceeded (8 MiB)");
        row("a body behind a redirect",
            "HTTP/1.1 302 Found\r\nLocation: file:///x\r\nContent-Length: 1000000000\r\n\r\n", "#\n",
            "network error: redirected to something that is not HTTP");
    }
    void floods()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QByteArray, repeated);
        QFETCH(QString, error);
        HttpServer server;
        server.serve("/metrics", repeated.isEmpty() ? HttpAnswer{bytes, {}}
                                                    : HttpAnswer::endlessHeaders(bytes, repeated));
        const qint64 before = residentBytes();
        QElapsedTimer timer;
        timer.start();
        const auto result = fetch(server.url());
        QVERIFY(result && !result->ok());
        const QString text = QString::fromStdString(plainText(result->error()));
        QVERIFY2(text.startsWith(error), qPrintable(text));
        QTRY_COMPARE_WITH_TIMEOUT(server.openConnections(), qsizetype{0}, 500);
        QVERIFY2(timer.elapsed() < 2000, qPrintable(QString::number(timer.elapsed())));
        QVERIFY2(server.endlessBytesSent() < gib / 32,
                 qPrintable(QString::number(server.endlessBytesSent())));
        QVERIFY(residentBytes() - before < 64 * (1 << 20));
    }

    void readsNoMoreThanItNeeds()
    {
        HttpServer server;
        server.serve("/metrics", HttpAnswer::endlessHeaders("HTTP/1.1 200 OK\r\n", "x: y\r\n"));
        std::optional<Result<FetchedPage>> result;
        HttpFetcher fetcher;
        fetcher.start({server.url(), 5000, 0, {}},
                      [&](Result<FetchedPage> told) { result = std::move(told); });
        QTRY_VERIFY(result.has_value());
        QTRY_COMPARE(server.openConnections(), qsizetype{0});
        const qint64 sent = server.endlessBytesSent();
        // As long as another whole scrape takes.
        server.serve("/good", HttpAnswer::page("a 1\n"));
        result.reset();
        HttpFetcher another;
        another.start({server.url(QStringLiteral("/good")), 5000, 0, {}},
                      [&](Result<FetchedPage> told) { result = std::move(told); });
        QTRY_VERIFY(result.has_value());
        QCOMPARE(server.endlessBytesSent(), sent);
    }

    void slowDrip_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArray>("drop");
        QTest::newRow("of a header") << QByteArray("HTTP/1.1 200 OK\r\n") << QByteArray("x");
        QTest::newRow("of header lines") << QByteArray("HTTP/1.1 200 OK\r\n") << QByteArray("x: y\r\n");
        QTest::newRow("of interim answers") << QByteArray() << QByteArray("HTTP/1.1 102 x\r\n\r\n");
        QTest::newRow("of a body") << QByteArray("HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\n")
                                   << QByteArray("#");
    }
    void slowDrip()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QByteArray, drop);
        RawServer server([&](QTcpSocket &socket, int, int) {
            socket.write(bytes);
            auto *timer = new QTimer(&socket);
            connect(timer, &QTimer::timeout, &socket, [&socket, drop] { socket.write(drop); });
            timer->start(40);
        });
        QElapsedTimer timer;
        timer.start();
        const auto result = fetch(server.url(), 300);
        QVERIFY(result && !result->ok());
        QCOMPARE(plainText(result->error()), std::string("no complete answer within 300ms"));
        QVERIFY2(timer.elapsed() < 600, qPrintable(QString::number(timer.elapsed())));
        QTRY_VERIFY(server.findChildren<QTcpSocket *>().isEmpty());
    }

    void bodiesInPiecesOfAnySize_data()
    {
        QTest::addColumn<int>("size");
        for (const int size : {1, 2, 7, 50, 4096})
            QTest::newRow(qPrintable(QString::number(size))) << size;
    }
    void bodiesInPiecesOfAnySize()
    {
        QFETCH(int, size);
        const QByteArray zipped = gzipped("a 1\n");
        const QByteArray whole =
            "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n"
            "Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n\r\n" +
            QByteArray::number(zipped.size(), 16) + ";x\r\n" + zipped + "\r\n0\r\ntrailer: x\r\n\r\n";
        RawServer server([&](QTcpSocket &socket, int, int) {
            const auto at = std::make_shared<qsizetype>(0);
            auto *timer = new QTimer(&socket);
            connect(timer, &QTimer::timeout, &socket, [&socket, whole, size, at, timer] {
                socket.write(whole.mid(*at, size));
                socket.flush();
                *at += size;
                if (*at >= whole.size())
                    timer->stop();
            });
            timer->start(0);
        });
        const auto result = fetch(server.url());
        QVERIFY(result && result->ok());
        QCOMPARE((*result)->body, std::string("a 1\n"));
    }

    void largeBodiesArrive()
    {
        HttpServer server;
        const QByteArray body = QByteArray("some_metric{label=\"value\"} 12345\n").repeated(200'000);
        server.serve("/metrics", HttpAnswer::page(body));
        server.serve("/zipped", HttpAnswer::page(gzipped(body), "text/plain", "Content-Encoding: gzip\r\n"));
        for (const QUrl &url : {server.url(), server.url(QStringLiteral("/zipped"))}) {
            const auto result = fetch(url);
            QVERIFY(result && result->ok());
            QVERIFY(QByteArray::fromStdString((*result)->body) == body);
        }
    }
};

} // namespace

SIGHTGLASS_TEST(HostileAnswersTest)
#include "hostileanswerstest.moc"
