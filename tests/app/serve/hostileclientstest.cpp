// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/serve/servedstate.h"
#include "tests/support/testcase.h"

#include <QTest>

#include <sys/resource.h>

#include <memory>
#include <vector>

namespace {

using namespace sightglass;
using sightglass::test::RawAnswer;
using sightglass::test::RawClient;
using sightglass::test::ServedState;

const QByteArray get = ServedState::cheap;

/// Everything that strangers can do to a port.
class HostileClientsTest : public sightglass::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void refusedRequests_data();
    void refusedRequests();
    void slowHead();
    void slowBody();
    void silence();
    void idleConnection();
    void halfRequests();
    void thousandsOfConnections();
    void clientVanishesInTheMiddleOfAQuery();
    void endingWhileAQueryRuns();
    void silentCrowd_data();
    void silentCrowd();
    void crowdThatIsServed();
    void tooManyQueries();
    void cheapQueryWaitsItsTurn();
    void waitingEnds();
    void vanishesWhileWaiting();
    void clientThatDoesNotRead();
    void tooMuchInFlight();
    void floodAheadOfAnswers();
};

void HostileClientsTest::refusedRequests_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("status");
    const auto row = [](const char *name, const QByteArray &bytes, int status) {
        QTest::newRow(name) << bytes << status;
    };
    const QByteArray host = " HTTP/1.1\r\nHost: localhost\r\n";
    const QByteArray end = "\r\n";
    row("no HTTP", "hello\r\n\r\n", 400);
    row("TLS", QByteArray("\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n", 15), 400);
    row("version", "GET / HTTP/2.0\r\nHost: localhost\r\n\r\n", 505);
    row("no Host", "GET /-/healthy HTTP/1.1\r\n\r\n", 400);
    row("two Hosts", "GET /-/healthy HTTP/1.1\r\nHost: localhost\r\nHost: localhost\r\n\r\n", 400);
    row("foreign Host", "GET /-/healthy HTTP/1.1\r\nHost: evil.example:9099\r\n\r\n", 421);
    row("foreign authority", "GET http://evil.example/metrics" + host + end, 421);
    row("foreign Origin", "GET /metrics" + host + "Origin: http://evil.example\r\n\r\n", 403);
    row("null Origin", "GET /metrics" + host + "Origin: null\r\n\r\n", 403);
    row("bare LF", "GET /-/healthy HTTP/1.1\nHost: localhost\n\n", 400);
    row("folded field", "GET /-/healthy" + host + "A: b\r\n c\r\n\r\n", 400);
    row("blank before colon", "GET /-/healthy" + host + "A : b\r\n\r\n", 400);
    row("long line", "GET /" + QByteArray(40'000, 'a') + host + end, 414);
    row("long field", "GET /" + host + "A: " + QByteArray(70'000, 'a') + "\r\n\r\n", 431);
    row("many fields", "GET /" + host + QByteArray("A: b\r\n").repeated(400) + end, 431);
    row("large body", "POST /api/v1/query" + host + "Content-Length: 1048577\r\n\r\n", 413);
    row("huge length", "POST /api/v1/query" + host + "Content-Length: 99999999999999999999\r\n\r\n", 400);
    row("negative length", "POST /api/v1/query" + host + "Content-Length: -1\r\n\r\n", 400);
    row("two lengths", "POST /api/v1/query" + host + "Content-Length: 1\r\nContent-Length: 2\r\n\r\nab", 400);
    row("length and chunks",
        "POST /api/v1/query" + host + "Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        400);
    row("unknown coding", "POST /api/v1/query" + host + "Transfer-Encoding: gzip\r\n\r\n", 501);
    row("bad chunk", "POST /api/v1/query" + host + "Transfer-Encoding: chunked\r\n\r\nxyz\r\n", 400);
    row("endless chunks",
        "POST /api/v1/query" + host + "Transfer-Encoding: chunked\r\n\r\n" +
            ("10000\r\n" + QByteArray(0x10000, 'a') + "\r\n").repeated(20),
        413);
    row("not a form",
        "POST /api/v1/query" + host + "Content-Type: application/json\r\nContent-Length: 2\r\n\r\n{}", 415);
    row("CONNECT", "CONNECT localhost:80" + host + end, 400);
    row("TRACE", "TRACE /metrics" + host + end, 405);
    row("DELETE", "DELETE /api/v1/series?match[]=up" + host + end, 405);
    row("dots", "GET /../../etc/passwd" + host + end, 404);
    row("encoded dots", "GET /%2e%2e/%2e%2e/etc/passwd" + host + end, 404);
    row("slashes", "GET //metrics" + host + end, 404);
    row("encoded slash", "GET /api/v1%2fquery?query=1" + host + end, 404);
    row("NUL", "GET /metrics%00.html" + host + end, 400);
    row("control character", "GET /metrics%0a" + host + end, 400);
    row("fragment", "GET /metrics#a" + host + end, 400);
    row("file", "GET file:///etc/passwd" + host + end, 400);
    row("backslashes", "GET /..\\..\\etc" + host + end, 404);
    row("many parameters", "GET /api/v1/query?" + QByteArray("a&").repeated(1001) + host + end, 400);
}

void HostileClientsTest::refusedRequests()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, status);
    const ServedState served;
    const RawAnswer answer = served.send(bytes);
    QCOMPARE(answer.status, status);
    QVERIFY(!answer.head.contains("Access-Control"));
    // Whatever it was: others are answered.
    QCOMPARE(served.ask("GET /-/healthy").status, 200);
}

void HostileClientsTest::slowHead()
{
    ServeLimits limits;
    limits.requestMs = 300;
    const ServedState served(limits);
    RawClient client(served.port());
    int sent = 0;
    while (client.socket().state() == QAbstractSocket::ConnectedState &&
           client.socket().bytesAvailable() == 0 && sent < 200) {
        client.send(sent == 0 ? "GET /-/healthy HTTP/1.1\r\n" : "A: b\r\n");
        client.socket().waitForReadyRead(20);
        ++sent;
    }
    QVERIFY2(sent < 200, "each byte gave it more time");
    QCOMPARE(client.answer().status, 408);
    QVERIFY(client.isHungUp());
    QCOMPARE(served.metric("sightglass_http_connections_dropped_total"), 1.0);
}

void HostileClientsTest::slowBody()
{
    ServeLimits limits;
    limits.requestMs = 300;
    const ServedState served(limits);
    RawClient client(served.port());
    client.send("POST /api/v1/query HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n"
                "Content-Type: application/x-www-form-urlencoded\r\n\r\nquery=");
    QCOMPARE(client.answer().status, 408);
    QVERIFY(client.isHungUp());
}

void HostileClientsTest::silence()
{
    ServeLimits limits;
    limits.requestMs = 200;
    const ServedState served(limits);
    RawClient client(served.port());
    QVERIFY(client.isHungUp());
    QCOMPARE(client.answer().status, 0);
}

void HostileClientsTest::idleConnection()
{
    ServeLimits limits;
    limits.idleMs = 200;
    const ServedState served(limits);
    RawClient client(served.port());
    client.send(get);
    QCOMPARE(client.answer().status, 200);
    client.send(get);
    QCOMPARE(client.answer().status, 200);
    QVERIFY(client.isHungUp());
    QCOMPARE(served.metric("sightglass_http_connections_dropped_total"), 0.0);
}

void HostileClientsTest::halfRequests()
{
    const ServedState served;
    for (qsizetype size = 0; size < get.size(); ++size) {
        RawClient client(served.port());
        client.send(get.left(size));
        client.socket().abort();
    }
    QTRY_COMPARE(served.metric("sightglass_http_connections_open"), 1.0);
    QCOMPARE(served.ask("GET /-/healthy").status, 200);
}

void HostileClientsTest::thousandsOfConnections()
{
    constexpr int count = 2000;
    rlimit files{};
    QVERIFY(::getrlimit(RLIMIT_NOFILE, &files) == 0);
    files.rlim_cur = files.rlim_max;
    QVERIFY(::setrlimit(RLIMIT_NOFILE, &files) == 0);
    if (files.rlim_cur < count + 600)
        QSKIP("this machine does not let a process have so many sockets");
    const ServedState served;
    RawClient early(served.port());
    early.send(get);
    QCOMPARE(early.answer().status, 200);
    std::vector<std::unique_ptr<RawClient>> clients;
    for (int i = 0; i < count; ++i)
        clients.push_back(served.client());
    // The silent ones give way, the oldest first: the newest and one that has asked before are answered.
    QVERIFY(clients.front()->isHungUp());
    clients.back()->send(get);
    QCOMPARE(clients.back()->answer().status, 200);
    early.send(get);
    QCOMPARE(early.answer().status, 200);
    clients.resize(10);
    QTRY_COMPARE(served.ask("GET /-/healthy").status, 200);
    const ServeLimits limits;
    QTRY_VERIFY(served.metric("sightglass_http_connections_refused_total") >=
                static_cast<double>(count) - static_cast<double>(limits.connections));
}

void HostileClientsTest::clientVanishesInTheMiddleOfAQuery()
{
    const ServedState served({}, ServedState::many);
    RawClient client(served.port());
    client.send(ServedState::slow);
    QTRY_VERIFY(served.snapshot().reads() > 10);
    QCOMPARE(served.metric("sightglass_queries_under_way"), 1.0);
    client.socket().abort();
    QTRY_COMPARE(served.metric("sightglass_queries_under_way"), 0.0);
    QVERIFY2(served.snapshot().reads() < 50'000, "the query ran to its end");
    QTRY_COMPARE(served.metric("sightglass_http_requests_total{code=\"499\",handler=\"/api/v1/query\"}"),
                 1.0);
}

void HostileClientsTest::endingWhileAQueryRuns()
{
    auto served = std::make_unique<ServedState>(ServeLimits{}, ServedState::many);
    RawClient client(served->port());
    client.send(ServedState::slow);
    QTRY_VERIFY(served->snapshot().reads() > 10);
    QElapsedTimer timer;
    timer.start();
    served.reset();
    QVERIFY2(timer.elapsed() < 5000, "the server waited for the query");
    QVERIFY(client.isHungUp());
}

void HostileClientsTest::silentCrowd_data()
{
    QTest::addColumn<QByteArray>("sent");
    QTest::addColumn<int>("status"); ///< 0: there is no answer
    QTest::newRow("nothing") << QByteArray() << 0;
    QTest::newRow("half a head") << get.left(20) << 0;
    QTest::newRow("half a body") << QByteArray("POST /api/v1/query HTTP/1.1\r\nHost: localhost\r\n"
                                               "Expect: 100-continue\r\nContent-Length: 1000\r\n\r\nquery=")
                                 << 100;
    QTest::newRow("one request, long ago") << get << 200;
}

/// Whoever fills all places without being served gives way to a newcomer, the oldest first.
void HostileClientsTest::silentCrowd()
{
    QFETCH(QByteArray, sent);
    QFETCH(int, status);
    ServeLimits limits;
    limits.connections = 8;
    const ServedState served(limits);
    std::vector<std::unique_ptr<RawClient>> crowd;
    for (std::size_t i = 0; i < limits.connections; ++i) {
        crowd.push_back(served.client());
        crowd.back()->send(sent);
        if (status != 0)
            QCOMPARE(crowd.back()->answer().status, status);
    }
    QCOMPARE(served.ask("GET /-/healthy").status, 200);
    QVERIFY(crowd.front()->isHungUp());
    QVERIFY(served.metric("sightglass_http_connections_refused_total") >= 1);
}

/// Nobody who waits for an answer loses it to a newcomer.
void HostileClientsTest::crowdThatIsServed()
{
    ServeLimits limits;
    limits.connections = 3;
    limits.workers = 3;
    const ServedState served(limits, ServedState::many);
    std::vector<std::unique_ptr<RawClient>> crowd;
    for (std::size_t i = 0; i < limits.connections; ++i) {
        crowd.push_back(served.client());
        crowd.back()->send(ServedState::slow);
    }
    QTRY_COMPARE(served.snapshot().selections(), 3);
    QCOMPARE(served.ask("GET /-/healthy").status, 0);
    for (const auto &client : crowd)
        QVERIFY(!client->isHungUp(0));
}

ServeLimits oneWorker()
{
    ServeLimits limits;
    limits.workers = 1;
    return limits;
}

void HostileClientsTest::tooManyQueries()
{
    ServeLimits limits = oneWorker();
    limits.waitingQueries = 2;
    const ServedState served(limits, ServedState::many);
    std::vector<std::unique_ptr<RawClient>> clients;
    for (int i = 0; i < 3; ++i) {
        clients.push_back(served.client());
        clients.back()->send(ServedState::slow);
    }
    QTRY_COMPARE(served.metric("sightglass_queries_under_way"), 3.0);
    const RawAnswer answer = served.send(ServedState::slow);
    QCOMPARE(answer.status, 503);
    QVERIFY2(answer.body.contains("\"errorType\":\"unavailable\""), answer.body.constData());
    QVERIFY(!answer.field("Retry-After").isEmpty());
    clients.clear();
    QTRY_COMPARE(served.metric("sightglass_queries_under_way"), 0.0);
}

void HostileClientsTest::cheapQueryWaitsItsTurn()
{
    const ServedState served(oneWorker(), ServedState::many);
    const auto slow = served.client();
    slow->send(ServedState::slow);
    QTRY_VERIFY(served.snapshot().reads() > 10);
    const auto cheap = served.client();
    cheap->send("GET /api/v1/query?query=1&time=1 HTTP/1.1\r\nHost: localhost\r\n\r\n");
    QTRY_COMPARE(served.metric("sightglass_queries_under_way"), 2.0);
    QCOMPARE(cheap->socket().bytesAvailable(), 0);
    slow->socket().abort();
    QCOMPARE(cheap->answer().status, 200);
}

void HostileClientsTest::waitingEnds()
{
    ServeLimits limits = oneWorker();
    limits.waitMs = 200;
    const ServedState served(limits, ServedState::many);
    const auto slow = served.client();
    slow->send(ServedState::slow);
    QTRY_VERIFY(served.snapshot().reads() > 10);
    QElapsedTimer timer;
    timer.start();
    const RawAnswer answer = served.send(ServedState::slow);
    QVERIFY(timer.elapsed() >= 200);
    QCOMPARE(answer.status, 503);
    QVERIFY2(answer.body.contains("did not end within 200ms"), answer.body.constData());
    QCOMPARE(served.metric("sightglass_queries_under_way"), 1.0);
}

void HostileClientsTest::vanishesWhileWaiting()
{
    const ServedState served(oneWorker(), ServedState::many);
    const auto slow = served.client();
    slow->send(ServedState::slow);
    QTRY_VERIFY(served.snapshot().reads() > 10);
    const auto waiting = served.client();
    waiting->send(ServedState::slow);
    QTRY_COMPARE(served.metric("sightglass_queries_under_way"), 2.0);
    waiting->socket().abort();
    QTRY_COMPARE(served.metric("sightglass_queries_under_way"), 1.0);
    QCOMPARE(served.metric("sightglass_http_requests_total{code=\"499\",handler=\"/api/v1/query\"}"), 1.0);
}

void HostileClientsTest::clientThatDoesNotRead()
{
    ServeLimits limits;
    limits.stalledMs = 300;
    const ServedState served(limits, ServedState::many);
    RawClient client(served.port());
    client.socket().setReadBufferSize(1);
    client.send("GET /api/v1/series?match[]=slow HTTP/1.1\r\nHost: localhost\r\n\r\n");
    QTRY_COMPARE(served.metric("sightglass_http_connections_dropped_total"), 1.0);
    QCOMPARE(served.metric("sightglass_http_connections_open"), 1.0);
}

void HostileClientsTest::tooMuchInFlight()
{
    ServeLimits limits;
    limits.heldBytes = 1'000'000;
    const ServedState served(limits, ServedState::many);
    const RawAnswer answer = served.ask("GET /api/v1/series?match[]=slow");
    QCOMPARE(answer.status, 503);
    QVERIFY2(answer.body.contains("too many answers"), answer.body.constData());
    QCOMPARE(served.ask("GET /api/v1/series?match[]=slow&limit=10").status, 200);
}

void HostileClientsTest::floodAheadOfAnswers()
{
    const ServedState served;
    RawClient flood(served.port());
    constexpr int count = 3000;
    flood.send(get.repeated(count));
    // Others come in between.
    QCOMPARE(served.ask("GET /-/healthy").status, 200);
    for (int i = 0; i < count; ++i)
        QCOMPARE(flood.answer().status, 200);
}

} // namespace

SIGHTGLASS_TEST(HostileClientsTest)
#include "hostileclientstest.moc"
