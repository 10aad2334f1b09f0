// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/scrape/httpfetcher.h"
#include "tests/model/scrape/rawserver.h"
#include "tests/support/httpserver.h"
#include "tests/support/testcase.h"

#include <QTest>

#include <memory>
#include <optional>

using namespace sightglass;
using namespace sightglass::test;

namespace {

const QByteArray page = HttpAnswer::page("a 1\n").bytes;

/// The page's text, or the error's behind "! ".
QString fetchWith(HttpFetcher &fetcher, const QUrl &url)
{
    std::optional<Result<FetchedPage>> result;
    fetcher.start({url, 5000, 0, {}}, [&](Result<FetchedPage> told) { result = std::move(told); });
    if (!QTest::qWaitFor([&] { return result.has_value(); }, 10'000))
        return QStringLiteral("nothing");
    return result->ok() ? QString::fromStdString((*result)->body)
                        : QLatin1String("! ") + QString::fromStdString(plainText(result->error()));
}

class KeepAliveTest : public TestCase
{
    Q_OBJECT

private slots:
    void connectionIsKept()
    {
        HttpServer server;
        server.serve("/metrics", HttpAnswer::page("a 1\n"));
        HttpFetcher fetcher;
        for (int i = 0; i < 5; ++i)
            QCOMPARE(fetchWith(fetcher, server.url()), QStringLiteral("a 1\n"));
        QCOMPARE(server.connections(), 1);
    }

    void connectionIsNotKept_data()
    {
        QTest::addColumn<QByteArray>("answer");
        const QByteArray type = "Content-Type: text/plain\r\n";
        QTest::newRow("asked to close")
            << HttpAnswer::page("a 1\n", "text/plain", "Connection: close\r\n").bytes;
        QTest::newRow("HTTP/1.0") << "HTTP/1.0 200 OK\r\n" + type + "Content-Length: 4\r\n\r\na 1\n";
        QTest::newRow("more than the answer") << page + "HTTP/1.1 200 OK\r\n";
        QTest::newRow("framed twice") << "HTTP/1.1 200 OK\r\n" + type +
                                             "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n"
                                             "4\r\na 1\n\r\n0\r\n\r\n";
    }
    void connectionIsNotKept()
    {
        QFETCH(QByteArray, answer);
        RawServer server([&](QTcpSocket &socket, int, int) { socket.write(answer); });
        HttpFetcher fetcher;
        for (int i = 0; i < 3; ++i)
            QCOMPARE(fetchWith(fetcher, server.url()), QStringLiteral("a 1\n"));
        QCOMPARE(server.connections(), 3);
    }

    void oldServersAreKeptToo()
    {
        RawServer server([](QTcpSocket &socket, int, int) {
            socket.write("HTTP/1.0 200 OK\r\nContent-Type: text/plain\r\nConnection: keep-alive\r\n"
                         "Content-Length: 4\r\n\r\na 1\n");
        });
        HttpFetcher fetcher;
        QCOMPARE(fetchWith(fetcher, server.url()), QStringLiteral("a 1\n"));
        QCOMPARE(fetchWith(fetcher, server.url()), QStringLiteral("a 1\n"));
        QCOMPARE(server.connections(), 1);
    }

    void closedBetweenScrapes()
    {
        RawServer server([](QTcpSocket &socket, int, int) {
            socket.write(page);
            socket.disconnectFromHost();
        });
        HttpFetcher fetcher;
        for (int i = 0; i < 3; ++i) {
            QCOMPARE(fetchWith(fetcher, server.url()), QStringLiteral("a 1\n"));
            QTest::qWait(20); // for the end to arrive, which the fetcher tells nobody
        }
        QCOMPARE(server.connections(), 3);
    }

    void closedInsteadOfTheSecondAnswer()
    {
        RawServer server([](QTcpSocket &socket, int connection, int request) {
            if (connection == 1 && request == 2)
                socket.abort();
            else
                socket.write(page);
        });
        HttpFetcher fetcher;
        for (int i = 0; i < 4; ++i)
            QCOMPARE(fetchWith(fetcher, server.url()), QStringLiteral("a 1\n"));
        QCOMPARE(server.connections(), 2);
    }

    void replacedOnlyOnce()
    {
        RawServer server([](QTcpSocket &socket, int connection, int) {
            if (connection == 1 && socket.property("told").isNull())
                socket.write(page);
            else
                socket.abort();
            socket.setProperty("told", true);
        });
        HttpFetcher fetcher;
        QCOMPARE(fetchWith(fetcher, server.url()), QStringLiteral("a 1\n"));
        QCOMPARE(fetchWith(fetcher, server.url()),
                 QStringLiteral("! network error: the connection was closed before the answer was complete"));
        QCOMPARE(server.connections(), 2);
    }

    void halfAnAnswerIsNotAskedForAgain()
    {
        RawServer server([](QTcpSocket &socket, int, int request) {
            socket.write(request == 1 ? page : page.chopped(1));
            if (request == 2)
                socket.disconnectFromHost();
        });
        HttpFetcher fetcher;
        QCOMPARE(fetchWith(fetcher, server.url()), QStringLiteral("a 1\n"));
        QCOMPARE(fetchWith(fetcher, server.url()),
                 QStringLiteral("! network error: the connection was closed before the answer was complete"));
        QCOMPARE(server.connections(), 1);
    }

    void answersThatNobodyAskedFor()
    {
        RawServer server([](QTcpSocket &socket, int connection, int) {
            socket.write(page);
            QMetaObject::invokeMethod(
                &socket,
                [&socket, connection] {
                    if (connection == 1)
                        socket.write(HttpAnswer::page("b 2\n").bytes);
                },
                Qt::QueuedConnection);
        });
        HttpFetcher fetcher;
        QCOMPARE(fetchWith(fetcher, server.url()), QStringLiteral("a 1\n"));
        QTest::qWait(50); // for the bytes to arrive, which the fetcher tells nobody
        QCOMPARE(fetchWith(fetcher, server.url()), QStringLiteral("a 1\n"));
        QCOMPARE(server.connections(), 2);
    }

    void redirectsOnOneConnection_data()
    {
        QTest::addColumn<QByteArray>("redirect");
        QTest::addColumn<int>("connections");
        const QByteArray moved = "HTTP/1.1 301 Moved\r\nLocation: /there\r\n";
        QTest::newRow("without a body") << moved + "Content-Length: 0\r\n\r\n" << 1;
        QTest::newRow("with a body") << moved + "Content-Length: 5\r\n\r\nthere" << 1;
        QTest::newRow("with a long body") << moved + "Content-Length: 100000\r\n\r\n" << 2;
        QTest::newRow("with a body of unknown length") << moved + "\r\nthere" << 2;
    }
    void redirectsOnOneConnection()
    {
        QFETCH(QByteArray, redirect);
        QFETCH(int, connections);
        HttpServer server;
        server.serve("/metrics", HttpAnswer{redirect, {}});
        server.serve("/there", HttpAnswer::page("a 1\n"));
        HttpFetcher fetcher;
        QCOMPARE(fetchWith(fetcher, server.url()), QStringLiteral("a 1\n"));
        QCOMPARE(server.connections(), connections);
    }

    void anotherHostGetsAnotherConnection()
    {
        HttpServer one;
        HttpServer other;
        one.serve("/metrics", HttpAnswer::page("a 1\n"));
        other.serve("/metrics", HttpAnswer::page("b 2\n"));
        HttpFetcher fetcher;
        QCOMPARE(fetchWith(fetcher, one.url()), QStringLiteral("a 1\n"));
        QCOMPARE(fetchWith(fetcher, other.url()), QStringLiteral("b 2\n"));
        QTRY_COMPARE(one.openConnections(), qsizetype{0});
    }

    void endsInsideItsOwnCall()
    {
        HttpServer server;
        server.serve("/metrics", HttpAnswer::page("a 1\n"));
        auto fetcher = std::make_unique<HttpFetcher>();
        bool called = false;
        fetcher->start({server.url(), 5000, 0, {}}, [&](const Result<FetchedPage> &) {
            fetcher.reset();
            called = true;
        });
        QTRY_VERIFY(called);
        QTRY_COMPARE(server.openConnections(), qsizetype{0});
    }

    void asksAgainInsideItsOwnCall()
    {
        HttpServer server;
        server.serve("/metrics", HttpAnswer::page("a 1\n"));
        server.serve("/bad", HttpAnswer::page("<html>", "text/html"));
        HttpFetcher fetcher;
        int pages = 0;
        fetcher.start({server.url(QStringLiteral("/bad")), 5000, 0, {}}, [&](const Result<FetchedPage> &) {
            fetcher.start({server.url(), 5000, 0, {}}, [&](const Result<FetchedPage> &first) {
                pages += first.ok() ? 1 : 0;
                fetcher.start({server.url(), 5000, 0, {}},
                              [&](const Result<FetchedPage> &second) { pages += second.ok() ? 1 : 0; });
            });
        });
        QTRY_COMPARE(pages, 2);
        QCOMPARE(server.connections(), 2);
    }
};

} // namespace

SIGHTGLASS_TEST(KeepAliveTest)
#include "keepalivetest.moc"
