// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/scrape/httpfetcher.h"
#include "model/scrape/tcplink.h"
#include "tests/model/scrape/fetched.h"
#include "tests/model/scrape/tlsserver.h"
#include "tests/support/httpserver.h"
#include "tests/support/testcase.h"

#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslSocket>
#include <QTest>

#include <optional>

using namespace sightglass;
using namespace sightglass::test;

namespace {

/// Trusts authority.pem while it lives.
class Trust
{
public:
    Trust()
    {
        QSslConfiguration configuration = m_before;
        configuration.addCaCertificate(QSslCertificate(tlsFile(QStringLiteral("authority.pem"))));
        QSslConfiguration::setDefaultConfiguration(configuration);
    }
    ~Trust() { QSslConfiguration::setDefaultConfiguration(m_before); }

private:
    QSslConfiguration m_before = QSslConfiguration::defaultConfiguration();
};

class TlsLinkTest : public TestCase
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        if (!QSslSocket::supportsSsl())
            QSKIP("Qt has no TLS here");
    }

    void fetchesAndKeepsTheConnection()
    {
        const Trust trust;
        TlsServer server(QStringLiteral("good.pem"), HttpAnswer::page("a 1\n").bytes);
        HttpFetcher fetcher;
        for (int i = 0; i < 3; ++i)
            QCOMPARE(fetched(fetcher, server.url()), QStringLiteral("a 1\n"));
        QCOMPARE(server.connections(), 1);
    }

    void largeBodiesArrive()
    {
        const Trust trust;
        const QByteArray body = QByteArray("some_metric{label=\"value\"} 12345\n").repeated(200'000);
        TlsServer server(QStringLiteral("good.pem"), HttpAnswer::page(body).bytes);
        HttpFetcher fetcher;
        QVERIFY(fetched(fetcher, server.url(), 20'000) == QString::fromUtf8(body));
    }

    void badCertificates_data()
    {
        QTest::addColumn<QString>("certificate");
        QTest::addColumn<QString>("host");
        QTest::addColumn<bool>("trusted");
        QTest::addColumn<QString>("error");
        const auto row = [](const char *name, const char *certificate, const char *host, bool trusted,
                            const char *error) {
            QTest::newRow(name) << QString::fromUtf8(certificate) << QString::fromUtf8(host) << trusted
                                << QString::fromUtf8(error);
        };
        row("of an unknown authority", "good.pem", "127.0.0.1", false,
            "! the certificate of 127.0.0.1 comes from an authority that is not trusted here");
        row("self-signed", "selfsigned.pem", "127.0.0.1", false,
            "! the certificate of 127.0.0.1 is self-signed");
        row("expired", "expired.pem", "127.0.0.1", true, "! the certificate of 127.0.0.1 has expired");
        row("another host's", "good.pem", "localhost", true,
            "! the certificate is not made out to localhost");
    }
    void badCertificates()
    {
        QFETCH(QString, certificate);
        QFETCH(QString, host);
        QFETCH(bool, trusted);
        std::optional<Trust> trust;
        if (trusted)
            trust.emplace();
        TlsServer server(certificate, HttpAnswer::page("a 1\n").bytes);
        HttpFetcher fetcher;
        QTEST(fetched(fetcher, server.url(host)), "error");
        QTRY_COMPARE(server.openConnections(), qsizetype{0});
    }

    void floods_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<QString>("error");
        QTest::newRow("headers") << "HTTP/1.1 200 OK\r\n" + QByteArray("x: y\r\n").repeated(10'000)
                                 << QStringLiteral("! more than 256 HTTP headers");
        QTest::newRow("body") << "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\n" +
                                     QByteArray("#\n").repeated(50'000)
                              << QStringLiteral("! body size limit exceeded (16 MiB)");
    }
    void floods()
    {
        QFETCH(QByteArray, answer);
        const Trust trust;
        TlsServer server(QStringLiteral("good.pem"), answer, true);
        HttpFetcher fetcher;
        QTEST(fetched(fetcher, server.url(), 20'000), "error");
        QTRY_COMPARE_WITH_TIMEOUT(server.openConnections(), qsizetype{0}, 1000);
    }

    void noTlsOnTheOtherSide()
    {
        HttpServer server;
        QUrl url = server.url();
        url.setScheme(QStringLiteral("https"));
        HttpFetcher fetcher;
        fetcher.start({url, 300, 0, {}}, {});
        QTRY_COMPARE(server.openConnections(), qsizetype{1}); // it waits for a request that never ends
        fetcher.cancel();
        QTRY_COMPARE(server.openConnections(), qsizetype{0});
    }

    void tlsOnTheOtherSide()
    {
        TlsServer server(QStringLiteral("good.pem"), {});
        QUrl url = server.url();
        url.setScheme(QStringLiteral("http"));
        HttpFetcher fetcher;
        QVERIFY(fetched(fetcher, url).startsWith(QLatin1String("! ")));
    }

    void verdicts_data()
    {
        using E = QSslError;
        QTest::addColumn<QList<int>>("errors");
        QTest::addColumn<int>("code");
        const auto row = [](const char *name, const QList<int> &errors, ErrorCode code) {
            QTest::newRow(name) << errors << static_cast<int>(code);
        };
        row("authority unknown", {E::UnableToGetLocalIssuerCertificate, E::UnableToVerifyFirstCertificate},
            ErrorCode::CertificateUntrusted);
        row("own authority", {E::SelfSignedCertificateInChain}, ErrorCode::CertificateUntrusted);
        row("wrong host of an unknown authority", {E::HostNameMismatch, E::UnableToGetLocalIssuerCertificate},
            ErrorCode::CertificateUntrusted);
        row("expired, wrong host", {E::CertificateExpired, E::HostNameMismatch},
            ErrorCode::CertificateWrongHost);
        row("not yet", {E::CertificateNotYetValid}, ErrorCode::CertificateNotYetValid);
        row("revoked", {E::CertificateRevoked}, ErrorCode::CertificateRevoked);
        row("anything else", {E::InvalidPurpose}, ErrorCode::TlsFailed);
        row("nothing", {}, ErrorCode::TlsFailed);
    }
    void verdicts()
    {
        QFETCH(QList<int>, errors);
        QList<QSslError> all;
        for (const int error : errors)
            all.append(QSslError(static_cast<QSslError::SslError>(error)));
        const Error verdict = certificateError(all, QStringLiteral("h"));
        QTEST(static_cast<int>(verdict.code), "code");
        QCOMPARE(verdict.arguments.front(), std::string("h"));
    }
};

} // namespace

SIGHTGLASS_TEST(TlsLinkTest)
#include "tlslinktest.moc"
