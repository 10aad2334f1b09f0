// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/serve/gzip.h"
#include "app/serve/listenaddress.h"
#include "app/serve/requesttarget.h"
#include "model/scrape/systemclock.h"
#include "tests/app/serve/servedstate.h"
#include "tests/support/testcase.h"

#include <QSignalSpy>
#include <QTcpServer>
#include <QTest>

#include <libdeflate.h>

namespace {

using namespace sightglass;
using sightglass::test::RawAnswer;
using sightglass::test::RawClient;
using sightglass::test::ServedState;

/// The listener among well-behaved clients, and its parts.
class ServerTest : public sightglass::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void listenAddresses_data();
    void listenAddresses();
    void targets_data();
    void targets();
    void hosts_data();
    void hosts();
    void origins_data();
    void origins();
    void gzipIsTaken_data();
    void gzipIsTaken();
    void getPostAndHead();
    void chunkedForm();
    void bodiesWeDoNotRead_data();
    void bodiesWeDoNotRead();
    void slashBehindAPage();
    void optionsAndMethods();
    void inOrderOnOneConnection();
    void oldClients();
    void expectContinue();
    void gzippedAnswer();
    void token();
    void absoluteTarget();
    void portTaken();
};

void ServerTest::listenAddresses_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("address");
    QTest::addColumn<bool>("loopback");
    const auto row = [](const char *text, const char *address, bool loopback) {
        QTest::newRow(text) << QString::fromLatin1(text) << QString::fromLatin1(address) << loopback;
    };
    row("127.0.0.1:9099", "127.0.0.1:9099", true);
    row("localhost:1", "127.0.0.1:1", true);
    row("[::1]:80", "[::1]:80", true);
    row("0", "127.0.0.1:0", true);
    row("0.0.0.0:80", "0.0.0.0:80", false);
    row("[::]:80", "[::]:80", false);
    row(":80", "0.0.0.0:80", false);
    row("10.1.2.3:80", "10.1.2.3:80", false);
    row("[::ffff:127.0.0.1]:9099", "127.0.0.1:9099", true);
    row("[::ffff:10.1.2.3]:80", "10.1.2.3:80", false);
    for (const char *bad : {"", "x", "127.0.0.1", "127.0.0.1:", "127.0.0.1:99999", "::1:80", "::1", "[::1]",
                            "::ffff:127.0.0.1:80", "[1.2.3.4]:5", "example.org:80", "127.0.0.1:-1"})
        row(bad, "", false);
}

void ServerTest::listenAddresses()
{
    QFETCH(QString, text);
    QFETCH(QString, address);
    QFETCH(bool, loopback);
    const auto parsed = parseListenAddress(text);
    QCOMPARE(parsed ? parsed->toString() : QString(), address);
    if (parsed)
        QCOMPARE(parsed->isLoopback(), loopback);
}

void ServerTest::targets_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArray>("parts"); ///< authority path query
    const auto row = [](const char *target, const char *parts) {
        QTest::newRow(target) << QByteArray(target) << QByteArray(parts);
    };
    row("/a?b=c?d", " /a b=c?d");
    row("/", " / ");
    row("*", " * ");
    row("http://host:80/a?b", "host:80 /a b");
    row("HTTP://[::1]:80", "[::1]:80 / ");
    row("http://host?b", "host / b");
    row("http:///a", "");
    row("http://user@host/", "");
    row("https://host/", "");
    row("host:80", "");
    row("a", "");
    row("/a#b", "");
}

void ServerTest::targets()
{
    QFETCH(QByteArray, target);
    QFETCH(QByteArray, parts);
    const auto parsed = parseRequestTarget(target.toStdString());
    const std::string text = parsed ? parsed->authority + ' ' + parsed->path + ' ' + parsed->query : "";
    QCOMPARE(QByteArray::fromStdString(text), parts);
}

void ServerTest::hosts_data()
{
    QTest::addColumn<QByteArray>("host");
    QTest::addColumn<int>("status");
    const auto row = [](const char *host, int status) { QTest::newRow(host) << QByteArray(host) << status; };
    row("localhost", 200);
    row("LocalHost:9099", 200);
    row("127.0.0.1:1", 200);
    row("[::1]:9099", 200);
    row("127.0.0.1.evil.example", 421);
    row("localhost.evil.example", 421);
    row("localhost:9099@evil.example", 421);
    row("[::1].evil.example", 421);
    row("", 421);
}

void ServerTest::hosts()
{
    QFETCH(QByteArray, host);
    QFETCH(int, status);
    const ServedState served;
    QCOMPARE(served.ask("GET /-/healthy HTTP/1.1\r\nHost: " + host).status, status);
}

void ServerTest::origins_data()
{
    QTest::addColumn<QByteArray>("host");
    QTest::addColumn<QByteArray>("origin");
    QTest::addColumn<int>("status");
    const auto row = [](const char *host, const char *origin, int status) {
        QTest::addRow("%s from %s", host, origin) << QByteArray(host) << QByteArray(origin) << status;
    };
    row("localhost:9099", "http://localhost:9099", 200);
    row("127.0.0.1:9099", "http://localhost:9099", 200);
    row("localhost:9099", "http://127.0.0.1:9099", 200);
    row("127.0.0.1:9099", "http://[::1]:9099", 200);
    row("LocalHost:9099", "http://127.0.0.1:9099", 200);
    row("127.0.0.1", "http://localhost:80", 200);
    row("127.0.0.1:9099", "http://localhost:3000", 403);
    row("127.0.0.1:9099", "http://localhost", 403);
    row("127.0.0.1:9099", "https://localhost:9099", 403);
    row("127.0.0.1:9099", "http://localhost.evil.example:9099", 403);
    row("127.0.0.1:9099", "http://evil.example:9099", 403);
    row("127.0.0.1:9099", "http://localhost@evil.example:9099", 403);
    row("127.0.0.1:9099", "http://localhost:9099/", 403);
}

/// All our names on loopback are one host to us.
void ServerTest::origins()
{
    QFETCH(QByteArray, host);
    QFETCH(QByteArray, origin);
    QFETCH(int, status);
    const ServedState served;
    QCOMPARE(served.ask("GET /-/healthy HTTP/1.1\r\nHost: " + host + "\r\nOrigin: " + origin).status, status);
}

void ServerTest::gzipIsTaken_data()
{
    QTest::addColumn<QByteArray>("accepts");
    QTest::addColumn<bool>("taken");
    const auto row = [](const char *accepts, bool taken) {
        QTest::newRow(accepts) << QByteArray(accepts) << taken;
    };
    row("gzip", true);
    row("deflate, GZIP;q=0.5", true);
    row("*", true);
    row("gzip;q=0", false);
    row("gzip; q=0.000", false);
    row("*;q=0", false);
    row("identity", false);
    row("gzip;q=0, *", false);
    row("", false);
}

void ServerTest::gzipIsTaken()
{
    QFETCH(QByteArray, accepts);
    QFETCH(bool, taken);
    http::HeaderFields fields;
    fields.append("Accept-Encoding", accepts.toStdString());
    QCOMPARE(acceptsGzip(fields), taken);
}

void ServerTest::getPostAndHead()
{
    const ServedState served;
    const RawAnswer got = served.ask("GET /api/v1/query?query=1%2B1&time=5");
    QCOMPARE(got.status, 200);
    QCOMPARE(got.field("Content-Type"), QByteArray("application/json"));
    const QByteArray body =
        "{\"status\":\"success\",\"data\":{\"resultType\":\"scalar\",\"result\":[5,\"2\"]}}";
    QCOMPARE(got.body, body);
    RawClient client(served.port());
    // The body's parameters come before those of the URL.
    client.send("POST /api/v1/query?query=7 HTTP/1.1\r\nHost: localhost\r\nContent-Length: 18\r\n"
                "Content-Type: application/x-www-form-urlencoded; charset=utf-8\r\n\r\nquery=1%2B1&time=5");
    QCOMPARE(client.answer().body, body);
    const RawAnswer head = served.ask("HEAD /api/v1/query?query=1%2B1&time=5");
    QCOMPARE(head.status, 200);
    QCOMPARE(head.field("Content-Length").toInt(), body.size());
    QVERIFY(!head.field("Date").isEmpty());
}

void ServerTest::chunkedForm()
{
    const ServedState served;
    RawClient client(served.port());
    client.send("POST /api/v1/query HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n"
                "Content-Type: application/x-www-form-urlencoded\r\n\r\n8\r\nquery=1%\r\n");
    client.send("a\r\n2B1&time=5\r\n0\r\n\r\n");
    QVERIFY(client.answer().body.contains("[5,\"2\"]"));
}

void ServerTest::bodiesWeDoNotRead_data()
{
    QTest::addColumn<QByteArray>("fields");
    QTest::addColumn<int>("status");
    const QByteArray form = "Content-Type: application/x-www-form-urlencoded\r\n";
    QTest::newRow("gzip") << form + "Content-Encoding: gzip\r\n" << 415;
    QTest::newRow("any") << form + "Content-Encoding: br\r\n" << 415;
    QTest::newRow("one of two") << form + "Content-Encoding: identity, gzip\r\n" << 415;
    QTest::newRow("identity") << form + "Content-Encoding: Identity\r\n" << 200;
    QTest::newRow("none") << form << 200;
    QTest::newRow("JSON") << QByteArray("Content-Type: application/json\r\n") << 415;
}

void ServerTest::bodiesWeDoNotRead()
{
    QFETCH(QByteArray, fields);
    QFETCH(int, status);
    const ServedState served;
    RawClient client(served.port());
    client.send("POST /api/v1/query HTTP/1.1\r\nHost: localhost\r\nContent-Length: 14\r\n" + fields +
                "\r\nquery=1&time=1");
    const RawAnswer answer = client.answer();
    QCOMPARE(answer.status, status);
    QCOMPARE(answer.field("Content-Type"), QByteArray("application/json"));
    QCOMPARE(answer.body.contains("\"errorType\":\"bad_data\""), status == 415);
    QCOMPARE(answer.field("Accept-Encoding"), status == 415 ? QByteArray("identity") : QByteArray());
    // It was read to its end: the connection goes on.
    client.send(ServedState::cheap);
    QCOMPARE(client.answer().status, 200);
}

void ServerTest::slashBehindAPage()
{
    const ServedState served;
    const RawAnswer answer = served.ask("GET /metrics/?a=b");
    QCOMPARE(answer.status, 301);
    QCOMPARE(answer.field("Location"), QByteArray("/metrics?a=b"));
    QCOMPARE(served.ask("GET /api/v1/query/?query=1").status, 404);
}

void ServerTest::optionsAndMethods()
{
    const ServedState served;
    const RawAnswer options = served.ask("OPTIONS /api/v1/query");
    QCOMPARE(options.status, 204);
    QCOMPARE(options.field("Allow"), QByteArray("GET, HEAD, POST, OPTIONS"));
    QVERIFY(!options.head.contains("Access-Control"));
    QCOMPARE(served.ask("OPTIONS *").status, 204);
    const RawAnswer put = served.ask("PUT /api/v1/query");
    QCOMPARE(put.status, 405);
    QCOMPARE(put.field("Allow"), QByteArray("GET, HEAD, POST, OPTIONS"));
}

void ServerTest::inOrderOnOneConnection()
{
    const ServedState served;
    RawClient client(served.port());
    QByteArray requests;
    for (int i = 0; i < 20; ++i)
        requests += "GET /api/v1/query?query=" + QByteArray::number(i) +
                    "&time=1 HTTP/1.1\r\nHost: localhost\r\n\r\n";
    client.send(requests);
    for (int i = 0; i < 20; ++i)
        QVERIFY(client.answer().body.contains("[1,\"" + QByteArray::number(i) + "\"]"));
    client.send("GET /-/healthy HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    QVERIFY(client.answer().closed);
}

void ServerTest::oldClients()
{
    const ServedState served;
    RawClient client(served.port());
    client.send("GET /-/healthy HTTP/1.0\r\n\r\n");
    const RawAnswer answer = client.answer();
    QCOMPARE(answer.status, 200);
    QVERIFY(answer.closed);
}

void ServerTest::expectContinue()
{
    const ServedState served;
    RawClient client(served.port());
    client.send("POST /api/v1/query HTTP/1.1\r\nHost: localhost\r\nContent-Length: 14\r\n"
                "Content-Type: application/x-www-form-urlencoded\r\nExpect: 100-continue\r\n\r\n");
    QCOMPARE(client.answer().status, 100);
    client.send("query=1&time=1");
    QCOMPARE(client.answer().status, 200);
}

void ServerTest::gzippedAnswer()
{
    const ServedState served;
    const QByteArray request = "GET /api/v1/series?match[]=slow&limit=100 HTTP/1.1\r\nHost: localhost";
    const RawAnswer plain = served.ask(request);
    const RawAnswer answer = served.ask(request + "\r\nAccept-Encoding: gzip");
    QCOMPARE(answer.field("Content-Encoding"), QByteArray("gzip"));
    QVERIFY(answer.body.size() < plain.body.size() / 4);
    QByteArray inflated(plain.body.size(), '\0');
    std::size_t size = 0;
    libdeflate_decompressor *decompressor = libdeflate_alloc_decompressor();
    libdeflate_gzip_decompress(decompressor, answer.body.constData(),
                               static_cast<std::size_t>(answer.body.size()), inflated.data(),
                               static_cast<std::size_t>(inflated.size()), &size);
    libdeflate_free_decompressor(decompressor);
    QCOMPARE(inflated, plain.body);
}

void ServerTest::token()
{
    const ServedState served({}, 1, "s3cret");
    const auto status = [&served](const QByteArray &fields) {
        return served.ask("GET /metrics HTTP/1.1\r\nHost: localhost" + fields).status;
    };
    QCOMPARE(status({}), 401);
    QCOMPARE(status("\r\nAuthorization: Bearer s3cret"), 200);
    QCOMPARE(status("\r\nAuthorization: bearer  s3cret"), 200);
    QCOMPARE(status("\r\nAuthorization: Bearer s3cre"), 401);
    QCOMPARE(status("\r\nAuthorization: Bearer s3cretx"), 401);
    QCOMPARE(status("\r\nAuthorization: Bearer"), 401);
    QCOMPARE(status("\r\nAuthorization: Basic s3cret"), 401);
    QCOMPARE(status("\r\nAuthorization: Bearer x\r\nAuthorization: Bearer s3cret"), 401);
    QVERIFY(served.ask("GET /-/healthy").field("WWW-Authenticate").startsWith("Bearer"));
}

void ServerTest::absoluteTarget()
{
    const ServedState served;
    QCOMPARE(served.ask("GET http://localhost/-/healthy").status, 200);
    QCOMPARE(served.ask("GET http://127.0.0.1:9/api/v1/query?query=1").status, 200);
}

void ServerTest::portTaken()
{
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost));
    ServeOptions options;
    options.address.port = other.serverPort();
    ApiServer server(options, std::make_shared<SystemClock>(), Retention{});
    QSignalSpy failed(&server, &ApiServer::failed);
    server.start();
    QVERIFY(failed.wait(5000));
    QVERIFY(!failed.at(0).at(0).toString().isEmpty());
}

} // namespace

SIGHTGLASS_TEST(ServerTest)
#include "servertest.moc"
