// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/scrape/httpfetcher.h"
#include "model/scrape/targetfetcher.h"
#include "parser/exposition/contentnegotiation.h"
#include "tests/model/scrape/fakesecretstore.h"
#include "tests/model/scrape/fetched.h"
#include "tests/support/httpserver.h"
#include "tests/support/testcase.h"

#include <QTemporaryFile>
#include <QTest>

#include <memory>
#include <string>

using namespace sightglass;
using namespace sightglass::test;

namespace {

HttpOptions optionsOf(HttpClientConfig client)
{
    HttpOptions options;
    options.client = std::move(client);
    return options;
}

std::string pathOf(QTemporaryFile &file, const QByteArray &content)
{
    if (!file.open() || !file.resize(0) || file.write(content) != content.size() || !file.flush())
        qFatal("cannot write a file for the test");
    return file.fileName().toStdString();
}

/// What a target's configuration asks for, and with what.
class HttpClientConfigTest : public TestCase
{
    Q_OBJECT

private slots:
    void acceptHeaders()
    {
        TargetConfig config;
        QCOMPARE(httpOptions(config).accept, std::string(scrapeAcceptHeader()));
        config.samples.scrapeNativeHistograms = true;
        QVERIFY(httpOptions(config).accept.starts_with("application/vnd.google.protobuf;"));
        config.protocols = {ScrapeProtocol::PrometheusText1_0_0, ScrapeProtocol::PrometheusProto};
        config.nameEscaping = NameEscaping::Dots;
        QCOMPARE(httpOptions(config).accept,
                 std::string("text/plain;version=1.0.0;escaping=dots;q=0.6,application/vnd.google.protobuf;"
                             "proto=io.prometheus.client.MetricFamily;encoding=delimited;q=0.5,*/*;q=0.4"));
        QVERIFY(httpOptions(config).compression == Compression::Asked);
        config.enableCompression = false;
        QVERIFY(httpOptions(config).compression == Compression::Never);
    }

    void targetsAskAsConfigured()
    {
        HttpServer server;
        server.serve("/metrics", HttpAnswer::page("a 1\n", "text/html"));
        TargetConfig config;
        config.url = server.url();
        config.protocols = {ScrapeProtocol::OpenMetricsText0_0_1};
        config.client.authentication = Authorization{"Bearer", SecretKey{"token"}};
        QVERIFY(fetched(*makeFetcher(config), config.url).contains(QLatin1String("no secret store")));
        FakeSecretStore store("token", "t0");
        QCOMPARE(fetched(*makeFetcher(config, &store), config.url),
                 QStringLiteral("! received unsupported Content-Type \"text/html\" and no "
                                "fallback_scrape_protocol specified for target"));
        config.fallbackProtocol = ScrapeProtocol::PrometheusText0_0_4;
        QCOMPARE(fetched(*makeFetcher(config, &store), config.url), QStringLiteral("a 1\n"));
        QCOMPARE(server.requests().last().headers.value("accept"),
                 "application/openmetrics-text;version=0.0.1;q=0.6,*/*;q=0.5");
        QCOMPARE(server.requests().last().headers.value("authorization"), "Bearer t0");
    }

    void credentials_data()
    {
        QTest::addColumn<HttpClientConfig>("client");
        QTest::addColumn<QByteArray>("authorization");
        const auto row = [](const char *name, const auto &authentication, const QByteArray &authorization) {
            HttpClientConfig client;
            client.authentication = authentication;
            QTest::newRow(name) << client << authorization;
        };
        row("none", std::monostate{}, {});
        row("basic", BasicAuth{"ann", {}, SecretText{"p:w"}}, "Basic " + QByteArray("ann:p:w").toBase64());
        row("basic, no password", BasicAuth{"ann", {}, {}}, "Basic " + QByteArray("ann:").toBase64());
        row("basic, from the store", BasicAuth{"ann", {}, SecretKey{"k"}},
            "Basic " + QByteArray("ann:stored").toBase64());
        row("basic, from files", BasicAuth{{}, m_userPath, SecretFile{m_secretPath}},
            "Basic " + QByteArray("bob:in file").toBase64());
        row("bearer", Authorization{"Bearer", SecretText{"t0"}}, "Bearer t0");
        row("another type, from a file", Authorization{"Token", SecretFile{m_secretPath}}, "Token in file");
    }
    void credentials()
    {
        QFETCH(HttpClientConfig, client);
        HttpServer server;
        server.serve("/metrics", HttpAnswer::page("a 1\n"));
        FakeSecretStore store("k", "stored");
        HttpFetcher fetcher(optionsOf(client), &store);
        QCOMPARE(fetched(fetcher, server.url()), QStringLiteral("a 1\n"));
        QTEST(server.requests().value(0).headers.value("authorization"), "authorization");
    }

    void credentialsOfTheUrlGoFirst()
    {
        HttpServer server;
        server.serve("/metrics", HttpAnswer::page("a 1\n"));
        HttpClientConfig client;
        client.authentication = Authorization{"Bearer", SecretText{"t0"}};
        HttpFetcher fetcher(optionsOf(client));
        QUrl url = server.url();
        url.setUserName(QStringLiteral("ann"));
        QCOMPARE(fetched(fetcher, url), QStringLiteral("a 1\n"));
        QCOMPARE(server.requests().value(0).headers.value("authorization"),
                 "Basic " + QByteArray("ann:").toBase64());
    }

    void secretsAreReadForEachRequest()
    {
        HttpServer server;
        server.serve("/metrics", HttpAnswer::page("a 1\n"));
        QTemporaryFile file;
        HttpClientConfig client;
        client.headers = {{"X-Api-Key", {SecretFile{pathOf(file, "one")}}}};
        HttpFetcher fetcher(optionsOf(client));
        QCOMPARE(fetched(fetcher, server.url()), QStringLiteral("a 1\n"));
        pathOf(file, "two\n");
        QCOMPARE(fetched(fetcher, server.url()), QStringLiteral("a 1\n"));
        QCOMPARE(server.requests().value(0).headers.value("x-api-key"), "one");
        QCOMPARE(server.requests().value(1).headers.value("x-api-key"), "two");
        QCOMPARE(server.connections(), 1);
        file.remove();
        QCOMPARE(fetched(fetcher, server.url()),
                 QStringLiteral("! cannot read %1: No such file or directory")
                     .arg(QString::fromStdString(std::get<SecretFile>(client.headers[0].values[0]).path)));
    }

    void secretsCannotAddHeaders()
    {
        HttpServer server;
        HttpClientConfig client;
        client.authentication = Authorization{"Bearer", SecretText{"hush\r\nX: y"}};
        HttpFetcher fetcher(optionsOf(client));
        QCOMPARE(fetched(fetcher, server.url()),
                 QStringLiteral("! not supported: invalid header field value for \"Authorization\""));
        QCOMPARE(server.requests().size(), 0);
    }

    void nothingIsToldToOtherOrigins()
    {
        HttpServer server;
        HttpServer other;
        server.serve("/metrics", HttpAnswer::redirect("/there"));
        server.serve("/there", HttpAnswer::redirect(other.url(QStringLiteral("/page")).toEncoded()));
        other.serve("/page", HttpAnswer::redirect(server.url(QStringLiteral("/back")).toEncoded()));
        server.serve("/back", HttpAnswer::page("a 1\n"));
        HttpClientConfig client;
        client.authentication = Authorization{"Bearer", SecretText{"t0"}};
        client.headers = {{"X-Api-Key", {SecretText{"k0"}}}};
        client.parameters = {{"to ken", SecretText{"a&b"}}, {"t", SecretText{"2"}}};
        server.serve("/metrics?x=1&to%20ken=a%26b&t=2", HttpAnswer::redirect("/there"));
        HttpFetcher fetcher(optionsOf(client));
        QCOMPARE(fetched(fetcher, server.url(QStringLiteral("/metrics?x=1"))), QStringLiteral("a 1\n"));
        QCOMPARE(server.requests().value(0).path, "/metrics?x=1&to%20ken=a%26b&t=2");
        QCOMPARE(server.requests().value(1).path, "/there");
        const HttpRequest elsewhere = other.requests().value(0);
        QCOMPARE(elsewhere.path, "/page");
        QVERIFY(!elsewhere.headers.contains("authorization"));
        QVERIFY(!elsewhere.headers.contains("x-api-key"));
        for (const HttpRequest &request : server.requests()) {
            QCOMPARE(request.headers.value("authorization"), "Bearer t0");
            QCOMPARE(request.headers.value("x-api-key"), "k0");
        }
    }

    void redirectsAreFailuresWhereTheyAreNotFollowed()
    {
        HttpServer server;
        server.serve("/metrics", HttpAnswer::redirect("/there"));
        HttpClientConfig client;
        client.followRedirects = false;
        HttpFetcher fetcher(optionsOf(client));
        QVERIFY(fetched(fetcher, server.url()).startsWith(QLatin1String("! server returned HTTP status 30")));
        QCOMPARE(server.requests().size(), 1);
    }

    void cancelledWhileSecretsAreRead()
    {
        HttpServer server;
        FakeSecretStore store("k", "s");
        HttpClientConfig client;
        client.authentication = BasicAuth{"ann", {}, SecretKey{"k"}};
        HttpFetcher fetcher(optionsOf(client), &store);
        bool called = false;
        fetcher.start({server.url(), 100, 0, {}}, [&](const Result<FetchedPage> &) { called = true; });
        QCOMPARE(store.reads(), 1);
        fetcher.cancel();
        // A twin that nobody cancels runs into its timeout: by then the other one would have, too.
        HttpServer silent;
        silent.serve("/metrics", HttpAnswer::hang());
        HttpFetcher twin;
        bool isOver = false;
        twin.start({silent.url(), 100, 0, {}}, [&](const Result<FetchedPage> &) { isOver = true; });
        QTRY_VERIFY(isOver);
        QVERIFY(!called);
        QCOMPARE(server.requests().size(), 0);
    }

    void mayGoAwayWithTheAnswer_data()
    {
        QTest::addColumn<HttpClientConfig>("client");
        HttpClientConfig client;
        client.tls.caFile = "/nowhere";
        QTest::newRow("file") << client;
        client = {};
        client.authentication = BasicAuth{"ann", {}, SecretKey{"none"}};
        QTest::newRow("key") << client;
        client.authentication = Authorization{"Bearer", SecretText{"\n"}};
        QTest::newRow("header") << client;
        client.authentication =
            OAuth2{"id", {}, "http://127.0.0.1:" + std::to_string(unusedPort()), {}, {}, {}, {}};
        QTest::newRow("token") << client;
        client = {};
        client.proxy.url = "socks5://127.0.0.1:1";
        QTest::newRow("proxy") << client;
        client = {};
        client.tls.ca = "no certificate";
        QTest::newRow("TLS") << client;
    }
    void mayGoAwayWithTheAnswer()
    {
        QFETCH(HttpClientConfig, client);
        FakeSecretStore store;
        auto fetcher = std::make_unique<HttpFetcher>(optionsOf(client), &store);
        bool failed = false;
        fetcher->start({QUrl(QStringLiteral("https://127.0.0.1:%1/").arg(unusedPort())), 5000, 0, {}},
                       [&](const Result<FetchedPage> &page) {
                           failed = !page.ok() && page.error().code != ErrorCode::ScrapeTimedOut;
                           fetcher.reset();
                       });
        QVERIFY(!failed);
        QTRY_VERIFY(failed);
        QVERIFY(!fetcher);
    }

    void initTestCase()
    {
        m_userPath = pathOf(m_user, "bob\n");
        m_secretPath = pathOf(m_secret, "\tin file \n");
    }

private:
    QTemporaryFile m_user;
    QTemporaryFile m_secret;
    std::string m_userPath;
    std::string m_secretPath;
};

} // namespace

SIGHTGLASS_TEST(HttpClientConfigTest)
#include "httpclientconfigtest.moc"
