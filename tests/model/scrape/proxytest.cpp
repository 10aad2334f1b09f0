// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/scrape/httpfetcher.h"
#include "model/scrape/proxychoice.h"
#include "tests/model/scrape/fetched.h"
#include "tests/model/scrape/tlsserver.h"
#include "tests/model/scrape/tunnelproxy.h"
#include "tests/support/httpserver.h"
#include "tests/support/testcase.h"

#include <QTest>

#include <map>

using namespace sightglass;
using namespace sightglass::test;

namespace {

HttpOptions optionsOf(ProxyConfig proxy)
{
    HttpOptions options;
    options.client.proxy = std::move(proxy);
    options.client.tls.caFile = tlsPath(QStringLiteral("authority.pem")).toStdString();
    return options;
}

ProxyConfig through(const std::string &url)
{
    ProxyConfig proxy;
    proxy.url = url;
    return proxy;
}

QUrl urlOf(const char *text)
{
    return QUrl(QString::fromUtf8(text));
}

class ProxyTest : public TestCase
{
    Q_OBJECT

private slots:
    /// As golang.org/x/net/http/httpproxy decides it.
    void bypasses_data()
    {
        QTest::addColumn<QString>("list");
        QTest::addColumn<QString>("url");
        QTest::addColumn<bool>("direct");
        const auto row = [](const char *list, const char *url, bool direct) {
            QTest::addRow("%s for %s", list, url)
                << QString::fromUtf8(list) << QString::fromUtf8(url) << direct;
        };
        row("", "http://foo.com/", false);
        row("", "http://localhost:9090/", true);
        row("", "http://127.0.0.2/", true);
        row("", "http://[::1]/", true);
        row("*", "http://foo.com/", true);
        row("bar.com, *", "http://foo.com/", true);
        row("foo.com", "http://foo.com/", true);
        row("FOO.com", "http://Foo.COM/", true);
        row("foo.com", "http://bar.foo.com/", true);
        row("foo.com", "http://barfoo.com/", false);
        row(".foo.com", "http://foo.com/", false);
        row(".foo.com", "http://bar.foo.com/", true);
        row("*.foo.com", "http://bar.foo.com/", true);
        row("*.foo.com", "http://foo.com/", false);
        row("foo.com:80", "http://foo.com/", true);
        row("foo.com:443", "http://foo.com/", false);
        row("foo.com:443", "https://foo.com/", true);
        row("a, foo.com ,,b", "http://foo.com/", true);
        row("10.0.0.0/8", "http://10.1.2.3/", true);
        row("10.0.0.0/8", "http://11.1.2.3/", false);
        row("10.0.0.0/8", "http://foo.com/", false);
        row("fd00::/8", "http://[fd01::1]:9/", true);
        row("10.1.2.3", "http://10.1.2.3:9100/", true);
        row("10.1.2.3:9100", "http://10.1.2.3:9100/", true);
        row("10.1.2.3:9101", "http://10.1.2.3:9100/", false);
        row("[fd01::1]:9", "http://[fd01::1]:9/", true);
        row("fd01::1", "http://[fd01::1]:9/", true);
        row("2.3", "http://10.1.2.3/", false);
        row("10.0.0.0/x", "http://10.0.0.0/", false);
        row(":80", "http://foo.com/", false);
    }
    void bypasses()
    {
        QFETCH(QString, list);
        QFETCH(QString, url);
        QTEST(bypassesProxy(list.toStdString(), QUrl(url)), "direct");
    }

    void choices()
    {
        const auto choice = [](const ProxyConfig &config, const char *url) {
            const auto proxy = proxyFor(config, urlOf(url), [](const char *) { return std::string(); });
            return proxy ? proxy->toString() : QString::fromStdString(plainText(proxy.error()));
        };
        QCOMPARE(choice({}, "http://foo.com/"), QString());
        ProxyConfig config = through("http://u:p@proxy:3128");
        QCOMPARE(choice(config, "http://localhost/"), QStringLiteral("http://u:p@proxy:3128"));
        config.noProxy = "foo.com";
        QCOMPARE(choice(config, "http://localhost/"), QString());
        QCOMPARE(choice(config, "https://foo.com/"), QString());
        QCOMPARE(choice(config, "https://bar.com/"), QStringLiteral("http://u:p@proxy:3128"));
        QCOMPARE(choice(through("proxy:3128"), "http://foo.com/"), QStringLiteral("http://proxy:3128"));
        QCOMPARE(choice(through("socks5://u:hush@proxy:1080"), "http://foo.com/"),
                 QStringLiteral("not supported: a proxy of this kind: socks5://proxy"));
    }

    void environment()
    {
        const std::map<std::string, std::string> set{
            {"http_proxy", "one:1"}, {"HTTPS_PROXY", "http://two:2"}, {"no_proxy", "foo.com"}};
        const auto choice = [&](const char *url) {
            ProxyConfig config;
            config.fromEnvironment = true;
            const auto proxy = proxyFor(config, urlOf(url), [&](const char *name) {
                const auto found = set.find(name);
                return found == set.end() ? std::string() : found->second;
            });
            return proxy ? proxy->toString() : QString::fromStdString(plainText(proxy.error()));
        };
        QCOMPARE(choice("http://bar.com/"), QStringLiteral("http://one:1"));
        QCOMPARE(choice("https://bar.com/"), QStringLiteral("http://two:2"));
        QCOMPARE(choice("https://foo.com/"), QString());
        QCOMPARE(choice("http://localhost/"), QString());
    }

    void httpIsAskedByTheWholeUrl()
    {
        HttpServer proxy;
        proxy.serve("http://example.test:9100/metrics", HttpAnswer::page("a 1\n"));
        QUrl url = proxy.url();
        url.setUserInfo(QStringLiteral("pu:pp"));
        HttpFetcher fetcher(optionsOf(through(url.toEncoded().toStdString())));
        for (int i = 0; i < 2; ++i)
            QCOMPARE(fetched(fetcher, urlOf("http://example.test:9100/metrics?x=1")),
                     QStringLiteral("a 1\n"));
        QCOMPARE(proxy.connections(), 1);
        const HttpRequest request = proxy.requests().value(0);
        QCOMPARE(request.path, "http://example.test:9100/metrics?x=1");
        QCOMPARE(request.headers.value("host"), "example.test:9100");
        QCOMPARE(request.headers.value("proxy-authorization"), "Basic " + QByteArray("pu:pp").toBase64());
        QVERIFY(!request.headers.contains("authorization"));
    }

    void redirectedToSomethingAskedDirectly()
    {
        HttpServer proxy;
        HttpServer server;
        proxy.serve("http://example.test/metrics", HttpAnswer::redirect(server.url().toEncoded()));
        server.serve("/metrics", HttpAnswer::page("a 1\n"));
        ProxyConfig config = through(proxy.url(QStringLiteral("/")).toEncoded().toStdString());
        config.noProxy = "127.0.0.1";
        HttpFetcher fetcher(optionsOf(config));
        QCOMPARE(fetched(fetcher, urlOf("http://example.test/metrics")), QStringLiteral("a 1\n"));
        QVERIFY(!server.requests().value(0).headers.contains("proxy-authorization"));
    }

    void httpsGoesThroughATunnel()
    {
        TlsServer server(QStringLiteral("good.pem"), HttpAnswer::page("a 1\n").bytes);
        TunnelProxy proxy;
        ProxyConfig config = through(proxy.url("pu:pp@"));
        config.connectHeaders = {{"X-Via", {SecretText{"me"}}}};
        HttpFetcher fetcher(optionsOf(config));
        for (int i = 0; i < 2; ++i)
            QCOMPARE(fetched(fetcher, server.url()), QStringLiteral("a 1\n"));
        QCOMPARE(proxy.requests().size(), 1);
        const QByteArray host = "127.0.0.1:" + QByteArray::number(server.port());
        QCOMPARE(proxy.requests().first(), "CONNECT " + host + " HTTP/1.1\r\nHost: " + host +
                                               "\r\nProxy-Authorization: Basic " +
                                               QByteArray("pu:pp").toBase64() + "\r\nX-Via: me\r\n\r\n");
        QVERIFY(server.received().startsWith("GET /metrics HTTP/1.1\r\n"));
        QVERIFY(!server.received().contains("Proxy-"));
        QVERIFY(!server.received().contains("X-Via"));
    }

    void tunnelsStillVerifyTheServer()
    {
        TlsServer server(QStringLiteral("selfsigned.pem"), HttpAnswer::page("a 1\n").bytes);
        TunnelProxy proxy;
        HttpFetcher fetcher(optionsOf(through(proxy.url())));
        QCOMPARE(fetched(fetcher, server.url()),
                 QStringLiteral("! the certificate of 127.0.0.1 is self-signed"));
    }

    void badProxies_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<QString>("error");
        const auto row = [](const char *name, const QByteArray &answer, const char *error) {
            QTest::newRow(name) << answer << QString::fromUtf8(error);
        };
        row("refuses", "HTTP/1.1 407 Proxy Authentication Required\r\n\r\n",
            "! network error: the proxy %1 answered 407 Proxy Authentication Required");
        row("talks on", "HTTP/1.1 200 OK\r\n\r\nhello",
            "! network error: the proxy %1 spoke in the server's place");
        row("is no proxy", "hello\r\n", "! this is not HTTP: hello");
        row("never ends", "HTTP/1.1 200 OK\r\n" + QByteArray("x: y\r\n").repeated(300),
            "! more than 256 HTTP headers");
    }
    void badProxies()
    {
        QFETCH(QByteArray, answer);
        QFETCH(QString, error);
        TunnelProxy proxy;
        proxy.refuseWith(answer);
        HttpFetcher fetcher(optionsOf(through(proxy.url("u:hush@"))));
        const QString name = QStringLiteral("127.0.0.1:%1").arg(proxy.serverPort());
        QCOMPARE(fetched(fetcher, urlOf("https://example.test/metrics")),
                 error.contains(QLatin1String("%1")) ? error.arg(name) : error);
    }

    void unreachableProxy()
    {
        const QString name = QStringLiteral("127.0.0.1:%1").arg(unusedPort());
        HttpFetcher fetcher(optionsOf(through("http://" + name.toStdString())));
        for (const char *url : {"http://example.test/metrics", "https://example.test/metrics"})
            QCOMPARE(fetched(fetcher, urlOf(url)),
                     QStringLiteral("! connection refused by the proxy ") + name);
    }

    void httpsProxies()
    {
        TlsServer proxy(QStringLiteral("good.pem"), HttpAnswer::page("a 1\n").bytes);
        HttpFetcher fetcher(optionsOf(through("https://127.0.0.1:" + std::to_string(proxy.port()))));
        QCOMPARE(fetched(fetcher, urlOf("http://example.test/metrics")), QStringLiteral("a 1\n"));
        QVERIFY(proxy.received().startsWith("GET http://example.test/metrics HTTP/1.1\r\n"));
        QCOMPARE(fetched(fetcher, urlOf("https://example.test/metrics")),
                 QStringLiteral("! not supported: https through an https proxy"));
    }
};

} // namespace

SIGHTGLASS_TEST(ProxyTest)
#include "proxytest.moc"
