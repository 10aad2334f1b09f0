// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/scrape/networkhop.h"

#include "model/scrape/httpfetcher.h"
#include "tests/model/scrape/fetched.h"
#include "tests/support/httpserver.h"
#include "tests/support/testcase.h"

#include <QTest>

namespace {

using namespace sightglass;
using test::HttpAnswer;
using test::HttpServer;

/// Which of several connections failed, and what OpenSSL means.
class NetworkHopTest : public test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void hops_data()
    {
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("expected");
        const auto row = [](ErrorCode code, const char *expected) {
            QTest::addRow("%d", static_cast<int>(code))
                << static_cast<int>(code) << QString::fromUtf8(expected);
        };
        row(ErrorCode::ConnectionRefused, "connection refused by a, to which b redirects");
        row(ErrorCode::HostNotFound, "host not found: a, to which b redirects");
        row(ErrorCode::NetworkFailed, "network error: a, to which b redirects");
        row(ErrorCode::TlsFailed, "TLS connection to a, to which b redirects, failed: x");
        row(ErrorCode::CertificateExpired, "the certificate of a, to which b redirects, has expired");
        row(ErrorCode::CertificateWrongHost, "the certificate is not made out to a, to which b redirects");
        row(ErrorCode::HttpStatus, "server returned HTTP status a");
    }
    void hops()
    {
        QFETCH(int, code);
        const Error error = atHop({static_cast<ErrorCode>(code), {"a", "x"}, {}, {}}, "to which b redirects");
        QVERIFY(error.code == static_cast<ErrorCode>(code));
        QTEST(QString::fromStdString(formatMessage(messageTemplate(error.code), error.arguments)),
              "expected");
    }

    void closedConnections()
    {
        const Error error = atHop({ErrorCode::ConnectionClosed, {}, {}, {}}, "to which b redirects");
        QVERIFY(error.code == ErrorCode::NetworkFailed);
        QVERIFY(error.arguments.front().ends_with(", to which b redirects"));
    }

    void tls_data()
    {
        QTest::addColumn<QString>("said");
        QTest::addColumn<QString>("begins");
        const auto row = [](const char *said, const char *begins) {
            QTest::newRow(said) << QString::fromUtf8(said) << QString::fromUtf8(begins);
        };
        row("error:0A00045C:SSL routines::tlsv13 alert certificate required", "the server wants a client");
        row("error:0A000412:SSL routines::sslv3 alert bad certificate",
            "the server does not accept the client");
        row("tlsv1 alert unknown ca", "the server does not accept the client");
        row("error:0A00042E:SSL routines::tlsv1 alert protocol version", "the server speaks none of the TLS");
        row("SSL routines::unsupported protocol", "the server speaks none of the TLS");
        row("SSL routines::wrong version number", "the server does not speak TLS on this port");
        row("Private key does not certify public key", "the client key does not belong");
        row("something else", "something else");
    }
    void tls()
    {
        QFETCH(QString, said);
        QFETCH(QString, begins);
        const QString text = QString::fromStdString(plainTls(said.toStdString()));
        QVERIFY2(text.startsWith(begins), qPrintable(text));
        QVERIFY(text.endsWith(said));
    }

    void redirectedToNobody()
    {
        HttpServer server;
        const int port = test::unusedPort();
        server.serve("/metrics", HttpAnswer{"HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:" +
                                                QByteArray::number(port) + "/a\r\nContent-Length: 0\r\n\r\n",
                                            {}});
        HttpFetcher fetcher;
        QUrl url = server.url();
        url.setUserInfo(QStringLiteral("u:hush"));
        url.setQuery(QStringLiteral("x=hush")); // shown nowhere: it may be that of a token's URL
        const QString said = test::fetched(fetcher, url);
        QVERIFY2(said.startsWith(
                     QStringLiteral("! connection refused by 127.0.0.1:%1, to which http://u@").arg(port)) &&
                     said.endsWith(QStringLiteral("/metrics redirects")),
                 qPrintable(said));
    }
};

SIGHTGLASS_TEST(NetworkHopTest)

} // namespace

#include "networkhoptest.moc"
