// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/scrape/httpfetcher.h"
#include "tests/model/scrape/fetched.h"
#include "tests/model/scrape/tlsserver.h"
#include "tests/support/httpserver.h"
#include "tests/support/testcase.h"

#include <QSslSocket>
#include <QTemporaryFile>
#include <QTest>

using namespace sightglass;
using namespace sightglass::test;

namespace {

std::string path(const char *name)
{
    return tlsPath(QString::fromUtf8(name)).toStdString();
}

std::string pem(const char *name)
{
    return tlsFile(QString::fromUtf8(name)).toStdString();
}

HttpOptions optionsOf(TlsConfig tls)
{
    HttpOptions options;
    options.client.tls = std::move(tls);
    return options;
}

TlsConfig trusting()
{
    TlsConfig tls;
    tls.caFile = path("authority.pem");
    return tls;
}

class TlsConfigTest : public TestCase
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        if (!QSslSocket::supportsSsl())
            QSKIP("Qt has no TLS here");
    }

    void servers_data()
    {
        QTest::addColumn<TlsConfig>("tls");
        QTest::addColumn<QString>("certificate");
        QTest::addColumn<QString>("host");
        QTest::addColumn<QString>("result");
        const auto row = [](const char *name, const TlsConfig &tls, const char *certificate, const char *host,
                            const char *result) {
            QTest::newRow(name) << tls << QString::fromUtf8(certificate) << QString::fromUtf8(host)
                                << QString::fromUtf8(result);
        };
        const char *here = "127.0.0.1";
        row("authority in a file", trusting(), "good.pem", here, "a 1\n");
        TlsConfig tls;
        tls.ca = pem("authority.pem");
        row("authority in the text", tls, "good.pem", here, "a 1\n");
        tls.ca = pem("selfsigned.pem");
        row("another authority", tls, "good.pem", here,
            "! the certificate of 127.0.0.1 comes from an authority that is not trusted here");
        row("self-signed and named", tls, "selfsigned.pem", here, "a 1\n");
        row("another host", trusting(), "good.pem", "localhost",
            "! the certificate is not made out to localhost");
        tls = trusting();
        tls.serverName = here;
        row("server name", tls, "good.pem", "localhost", "a 1\n");
        tls.serverName = "example.org";
        row("another server name", tls, "good.pem", here, "! the certificate is not made out to example.org");
        row("expired", trusting(), "expired.pem", here, "! the certificate of 127.0.0.1 has expired");
        tls = {};
        tls.insecureSkipVerify = true;
        row("not verified", tls, "expired.pem", "localhost", "a 1\n");
    }
    void servers()
    {
        QFETCH(TlsConfig, tls);
        QFETCH(QString, certificate);
        QFETCH(QString, host);
        TlsServer server(certificate, HttpAnswer::page("a 1\n").bytes);
        HttpFetcher fetcher(optionsOf(tls));
        QTEST(fetched(fetcher, server.url(host)), "result");
    }

    void versions_data()
    {
        QTest::addColumn<TlsVersion>("least");
        QTest::addColumn<TlsVersion>("most");
        QTest::addColumn<bool>("spoken");
        QTest::newRow("1.2 is enough") << TlsVersion::Default << TlsVersion::Default << true;
        QTest::newRow("1.2 by name") << TlsVersion::Tls12 << TlsVersion::Tls12 << true;
        QTest::newRow("a range") << TlsVersion::Tls10 << TlsVersion::Tls13 << true;
        QTest::newRow("1.2 is too old") << TlsVersion::Tls13 << TlsVersion::Default << false;
        QTest::newRow("1.2 is too new") << TlsVersion::Tls10 << TlsVersion::Tls11 << false;
    }
    void versions()
    {
        QFETCH(TlsVersion, least);
        QFETCH(TlsVersion, most);
        QFETCH(bool, spoken);
        TlsConfig tls = trusting();
        tls.minVersion = least;
        tls.maxVersion = most;
        TlsServer server(QStringLiteral("good.pem"), HttpAnswer::page("a 1\n").bytes);
        server.setProtocol(QSsl::TlsV1_2);
        HttpFetcher fetcher(optionsOf(tls));
        const QString result = fetched(fetcher, server.url());
        if (spoken)
            QCOMPARE(result, QStringLiteral("a 1\n"));
        else
            QVERIFY2(result.startsWith(QLatin1String("! TLS connection to 127.0.0.1 failed: ")),
                     qPrintable(result));
    }

    void clientCertificates()
    {
        TlsServer server(QStringLiteral("good.pem"), HttpAnswer::page("a 1\n").bytes);
        server.demandClientCertificate();
        TlsConfig tls = trusting();
        HttpFetcher stranger(optionsOf(tls));
        QVERIFY(fetched(stranger, server.url()).startsWith(QLatin1String("! ")));
        tls.certificateFile = path("good.pem");
        tls.key = SecretFile{path("server.key")};
        HttpFetcher known(optionsOf(tls));
        QCOMPARE(fetched(known, server.url()), QStringLiteral("a 1\n"));
        tls.certificateFile.clear();
        tls.certificate = pem("good.pem");
        tls.key = SecretText{pem("server.key")};
        HttpFetcher inlined(optionsOf(tls));
        QCOMPARE(fetched(inlined, server.url()), QStringLiteral("a 1\n"));
    }

    void unusable_data()
    {
        QTest::addColumn<TlsConfig>("tls");
        QTest::addColumn<QString>("error");
        TlsConfig tls;
        tls.caFile = path("server.key");
        QTest::newRow("authority") << tls
                                   << QStringLiteral(
                                          "! not supported: TLS with an unusable certificate authority in ") +
                                          tlsPath(QStringLiteral("server.key"));
        tls.caFile = path("nowhere.pem");
        QTest::newRow("no file") << tls
                                 << QStringLiteral("! cannot read %1: No such file or directory")
                                        .arg(tlsPath(QStringLiteral("nowhere.pem")));
        tls = trusting();
        tls.certificateFile = path("good.pem");
        QTest::newRow("no key") << tls << QStringLiteral("! not supported: TLS with an unusable client key");
        tls.certificateFile.clear();
        tls.key = SecretFile{path("server.key")};
        QTest::newRow("no certificate")
            << tls << QStringLiteral("! not supported: TLS with an unusable client certificate");
    }
    void unusable()
    {
        QFETCH(TlsConfig, tls);
        TlsServer server(QStringLiteral("good.pem"), HttpAnswer::page("a 1\n").bytes);
        HttpFetcher fetcher(optionsOf(tls));
        QTEST(fetched(fetcher, server.url()), "error");
        QCOMPARE(server.connections(), 0);
    }

    void changedFilesCount()
    {
        QTemporaryFile file;
        QVERIFY(file.open());
        file.write(tlsFile(QStringLiteral("authority.pem")));
        QVERIFY(file.flush());
        TlsConfig tls;
        tls.caFile = file.fileName().toStdString();
        TlsServer server(QStringLiteral("good.pem"), HttpAnswer::page("a 1\n").bytes);
        HttpFetcher fetcher(optionsOf(tls));
        QCOMPARE(fetched(fetcher, server.url()), QStringLiteral("a 1\n"));
        QCOMPARE(fetched(fetcher, server.url()), QStringLiteral("a 1\n"));
        QCOMPARE(server.connections(), 1);
        QVERIFY(file.resize(0) && file.seek(0));
        file.write(tlsFile(QStringLiteral("selfsigned.pem")));
        QVERIFY(file.flush());
        QVERIFY(
            fetched(fetcher, server.url()).startsWith(QLatin1String("! the certificate of 127.0.0.1 comes")));
    }
};

} // namespace

SIGHTGLASS_TEST(TlsConfigTest)
#include "tlsconfigtest.moc"
