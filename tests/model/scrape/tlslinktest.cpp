// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/scrape/httpfetcher.h"
#include "model/scrape/tcplink.h"
#include "tests/support/httpserver.h"
#include "tests/support/testcase.h"

#include <QFile>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslServer>
#include <QSslSocket>
#include <QTest>

#include <functional>
#include <optional>

using namespace sightglass;
using namespace sightglass::test;

namespace {

QByteArray fileOf(const QString &name)
{
    QFile file(QStringLiteral(SIGHTGLASS_SOURCE_DIR "/tests/data/tls/") + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// https on a free loopback port: answers every request with the same bytes, and with a flood of them if
/// told.
class TlsServer
{
public:
    explicit TlsServer(const QString &certificate, QByteArray answer, bool endless = false)
        : m_answer(std::move(answer))
        , m_endless(endless)
    {
        QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
        configuration.setLocalCertificate(QSslCertificate(fileOf(certificate)));
        configuration.setPrivateKey(QSslKey(fileOf(QStringLiteral("server.key")), QSsl::Ec));
        m_server.setSslConfiguration(configuration);
        QObject::connect(&m_server, &QTcpServer::pendingConnectionAvailable, &m_server,
                         [this] { onConnection(); });
        if (!m_server.listen(QHostAddress::LocalHost))
            qFatal("no loopback port to listen on");
    }
    [[nodiscard]] QUrl url(const QString &host = QStringLiteral("127.0.0.1")) const
    {
        return QUrl(QStringLiteral("https://%1:%2/metrics").arg(host).arg(m_server.serverPort()));
    }
    [[nodiscard]] int connections() const { return m_connections; }
    [[nodiscard]] qsizetype openConnections() const { return m_server.findChildren<QTcpSocket *>().size(); }

private:
    void onConnection()
    {
        QTcpSocket *socket = m_server.nextPendingConnection();
        ++m_connections;
        QObject::connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        const auto send = [this, socket] {
            const auto *encrypting = static_cast<QSslSocket *>(socket);
            const qint64 pending = encrypting->bytesToWrite() + encrypting->encryptedBytesToWrite();
            if (socket->state() == QAbstractSocket::ConnectedState && pending < 1 << 20)
                socket->write(m_answer);
        };
        if (m_endless)
            QObject::connect(static_cast<QSslSocket *>(socket), &QSslSocket::encryptedBytesWritten, socket,
                             send);
        QObject::connect(socket, &QTcpSocket::readyRead, socket, [socket, send] {
            socket->readAll();
            send();
        });
    }

    QSslServer m_server;
    QByteArray m_answer;
    bool m_endless;
    int m_connections = 0;
};

/// Trusts authority.pem while it lives.
class Trust
{
public:
    Trust()
    {
        QSslConfiguration configuration = m_before;
        configuration.addCaCertificate(QSslCertificate(fileOf(QStringLiteral("authority.pem"))));
        QSslConfiguration::setDefaultConfiguration(configuration);
    }
    ~Trust() { QSslConfiguration::setDefaultConfiguration(m_before); }

private:
    QSslConfiguration m_before = QSslConfiguration::defaultConfiguration();
};

QString fetchWith(HttpFetcher &fetcher, const QUrl &url, std::int64_t timeoutMs = 5000)
{
    std::optional<Result<FetchedPage>> result;
    fetcher.start({url, timeoutMs, std::size_t{16} << 20U, {}},
                  [&](Result<FetchedPage> told) { result = std::move(told); });
    if (!QTest::qWaitFor([&] { return result.has_value(); }, 10'000))
        return QStringLiteral("nothing");
    return result->ok() ? QString::fromStdString((*result)->body)
                        : QLatin1String("! ") + QString::fromStdString(plainText(result->error()));
}

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
            QCOMPARE(fetchWith(fetcher, server.url()), QStringLiteral("a 1\n"));
        QCOMPARE(server.connections(), 1);
    }

    void largeBodiesArrive()
    {
        const Trust trust;
        const QByteArray body = QByteArray("some_metric{label=\"value\"} 12345\n").repeated(200'000);
        TlsServer server(QStringLiteral("good.pem"), HttpAnswer::page(body).bytes);
        HttpFetcher fetcher;
        QVERIFY(fetchWith(fetcher, server.url(), 20'000) == QString::fromUtf8(body));
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
        QTEST(fetchWith(fetcher, server.url(host)), "error");
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
        QTEST(fetchWith(fetcher, server.url(), 20'000), "error");
        QTRY_COMPARE_WITH_TIMEOUT(server.openConnections(), qsizetype{0}, 1000);
    }

    void noTlsOnTheOtherSide()
    {
        HttpServer server;
        QUrl url = server.url();
        url.setScheme(QStringLiteral("https"));
        HttpFetcher fetcher;
        fetcher.start({url, 300, 0, {}}, {});
        QTest::qWait(50); // it waits for a request that never ends
        fetcher.cancel();
        QTRY_COMPARE(server.openConnections(), qsizetype{0});
    }

    void tlsOnTheOtherSide()
    {
        TlsServer server(QStringLiteral("good.pem"), {});
        QUrl url = server.url();
        url.setScheme(QStringLiteral("http"));
        HttpFetcher fetcher;
        QVERIFY(fetchWith(fetcher, url).startsWith(QLatin1String("! ")));
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
