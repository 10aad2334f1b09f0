// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/scrape/httprequest.h"

#include "model/scrape/tcpconnector.h"
#include "tests/support/testcase.h"

#include <QTest>

using namespace sightglass;

namespace {

QByteArray textOf(const QUrl &url, RequestForm form = RequestForm::Origin)
{
    return requestText({url, QByteArrayLiteral("GET"), scrapeFields("*/*", "gzip", 1000), {}}, form);
}

class HttpRequestTest : public sightglass::test::TestCase
{
    Q_OBJECT

private slots:
    void firstLines_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<QByteArray>("lines");
        const auto row = [](const char *url, const char *lines) {
            QTest::newRow(url) << QString::fromUtf8(url) << QByteArray(lines);
        };
        row("http://h", "GET / HTTP/1.1\r\nHost: h\r\n");
        row("http://h:9100/metrics", "GET /metrics HTTP/1.1\r\nHost: h:9100\r\n");
        row("https://h/a?b=c#d", "GET /a?b=c HTTP/1.1\r\nHost: h\r\n");
        row("http://h/?", "GET /? HTTP/1.1\r\nHost: h\r\n");
        row("http://h/a b?c d=\xC3\xA4", "GET /a%20b?c%20d=%C3%A4 HTTP/1.1\r\nHost: h\r\n");
        row("http://h/a%0D%0AX:%20y", "GET /a%0D%0AX:%20y HTTP/1.1\r\nHost: h\r\n");
        row("http://[::1]:9/m", "GET /m HTTP/1.1\r\nHost: [::1]:9\r\n");
        row("http://[fe80::1%25eth0]/m", "GET /m HTTP/1.1\r\nHost: [fe80::1]\r\n");
        row("http://b\xC3\xBC"
            "cher.example/m",
            "GET /m HTTP/1.1\r\nHost: xn--bcher-kva.example\r\n");
    }
    void firstLines()
    {
        QFETCH(QString, url);
        QFETCH(QByteArray, lines);
        const QByteArray request = textOf(QUrl(url));
        QCOMPARE(request.left(lines.size()), lines);
        QVERIFY(request.endsWith("\r\n\r\n"));
        QCOMPARE(request.count("\r\n\r\n"), qsizetype{1});
        QVERIFY(!request.contains("Authorization"));
    }

    void credentialsCannotAddHeaders()
    {
        QUrl url(QStringLiteral("http://h/"));
        url.setUserName(QStringLiteral("a\r\nX: y"));
        const QByteArray request = textOf(url);
        QVERIFY(!request.contains("X: y"));
        QVERIFY(request.contains("\r\nAuthorization: Basic " + QByteArray("a\r\nX: y:").toBase64() + "\r\n"));
    }

    void askedOfAProxy()
    {
        const QUrl url(QStringLiteral("http://u:p@h:9100/m?x"));
        const QByteArray request = textOf(url, RequestForm::Absolute);
        QVERIFY(request.startsWith("GET http://h:9100/m?x HTTP/1.1\r\nHost: h:9100\r\n"));
    }

    void bodiesAndRepeatedFields()
    {
        http::HeaderFields fields;
        fields.append("X-A", "1");
        fields.append("X-A", "2");
        http::HeaderFields further;
        further.append("X-B", "3");
        const QUrl url(QStringLiteral("http://h/t"));
        QCOMPARE(requestText({url, QByteArrayLiteral("POST"), fields, "a=b"}, RequestForm::Origin, further),
                 "POST /t HTTP/1.1\r\nHost: h\r\nX-A: 1\r\nX-A: 2\r\nX-B: 3\r\nContent-Length: 3\r\n\r\na=b");
    }

    void fieldValues()
    {
        for (const char *good : {"", "a b\tc", "\xC3\xA4"})
            QVERIFY2(isFieldValue(good), good);
        for (const char *bad : {"a\r\nX: y", "a\n", "\x01", "\x7F"})
            QVERIFY2(!isFieldValue(bad), bad);
    }

    void redirectTargets_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QByteArray>("location");
        QTest::addColumn<QString>("to"); // or the error's text behind "! "
        const auto row = [](const char *name, const char *from, const char *location, const char *to) {
            QTest::newRow(name) << QString::fromUtf8(from) << QByteArray(location) << QString::fromUtf8(to);
        };
        const char *asked = "http://u:p@h:1/metrics";
        row("path", asked, "/x?y", "http://u:p@h:1/x?y");
        row("relative", asked, "metrics/", "http://u:p@h:1/metrics/");
        row("same origin", asked, "http://h:1/x", "http://u:p@h:1/x");
        row("other port", asked, "http://h:2/x", "http://h:2/x");
        row("other host", asked, "//i:1/x", "http://i:1/x");
        row("upgrade", asked, "https://h:1/x", "https://h:1/x");
        row("credentials of the server's choice", asked, "http://evil:x@i/x", "http://i/x");
        row("and on the same host", asked, "http://evil:x@h:1/x", "http://u:p@h:1/x");
        row("back from another host", "http://i/x", "http://h:1/y", "http://u:p@h:1/y");
        row("downgrade", "https://h/", "http://h/", "! network error: redirected from https to http");
        row("staying secure", "https://h/", "/x", "https://h/x");
        row("file", asked, "file:///etc/passwd", "! network error: redirected to something that is not HTTP");
        row("script", asked, "javascript:alert(1)",
            "! network error: redirected to something that is not HTTP");
        row("no host", asked, "http:///x", "! network error: redirected to something that is not HTTP");
        row("nonsense", asked, "http://[", "! network error: redirected to something that is not HTTP");
    }
    void redirectTargets()
    {
        QFETCH(QString, from);
        QFETCH(QByteArray, location);
        const QUrl asked(QStringLiteral("http://u:p@h:1/metrics"));
        const auto to = redirectTarget(QUrl(from), location.toStdString(), asked);
        QTEST(to ? to->toString() : QLatin1String("! ") + QString::fromStdString(plainText(to.error())),
              "to");
    }

    void hostsAndPorts()
    {
        QCOMPARE(hostAndPort(QUrl(QStringLiteral("http://h/"))), QStringLiteral("h:80"));
        QCOMPARE(hostAndPort(QUrl(QStringLiteral("https://h/"))), QStringLiteral("h:443"));
        QCOMPARE(hostAndPort(QUrl(QStringLiteral("http://[::1]:9/"))), QStringLiteral("[::1]:9"));
        QVERIFY(sameOrigin(QUrl(QStringLiteral("http://h/a")), QUrl(QStringLiteral("http://h:80/b"))));
        QVERIFY(!sameOrigin(QUrl(QStringLiteral("http://h:443/")), QUrl(QStringLiteral("https://h/"))));
    }

    void familiesAreTriedInTurn()
    {
        const auto addresses = [](const char *list) {
            QList<QHostAddress> all;
            for (const QByteArray &text : QByteArray(list).split(' '))
                all.append(QHostAddress(QString::fromLatin1(text)));
            return all;
        };
        QCOMPARE(connectionOrder({}), QList<QHostAddress>());
        QCOMPARE(connectionOrder(addresses("::1 127.0.0.1")), addresses("::1 127.0.0.1"));
        QCOMPARE(connectionOrder(addresses("2::1 2::2 2::1 2::3 1.1.1.1")),
                 addresses("2::1 1.1.1.1 2::2 2::3"));
        QCOMPARE(connectionOrder(addresses("1.0.0.1 1.0.0.2 2::1")), addresses("1.0.0.1 2::1 1.0.0.2"));
        QCOMPARE(connectionOrder(addresses("0.0.0.1 0.0.0.2 0.0.0.3 0.0.0.4 0.0.0.5 0.0.0.6 0.0.0.7 0.0.0.8 "
                                           "0.0.0.9"))
                     .size(),
                 qsizetype{8});
    }
};

} // namespace

SIGHTGLASS_TEST(HttpRequestTest)
#include "httprequesttest.moc"
