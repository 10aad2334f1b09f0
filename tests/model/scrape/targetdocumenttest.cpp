// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/scrape/targetdocument.h"

#include "model/scrape/clientsecrets.h"
#include "tests/support/testcase.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace sightglass;

namespace {

TlsConfig fullTls()
{
    TlsConfig tls;
    tls.ca = "-----BEGIN CERTIFICATE-----\nMIIB\n";
    tls.caFile = "/etc/ca.pem";
    tls.certificate = "c";
    tls.certificateFile = "/etc/cert.pem";
    tls.key = SecretFile{"/etc/key.pem"};
    tls.serverName = "a.example";
    tls.insecureSkipVerify = true;
    tls.minVersion = TlsVersion::Tls12;
    tls.maxVersion = TlsVersion::Tls13;
    return tls;
}

ProxyConfig fullProxy()
{
    ProxyConfig proxy;
    proxy.url = "http://user@proxy:3128";
    proxy.password = SecretKey{"proxy key"};
    proxy.noProxy = "localhost,.example.org";
    proxy.fromEnvironment = true;
    proxy.connectHeaders = {{"X-A", {SecretFile{"/a"}, SecretKey{"b"}, Secret()}}};
    return proxy;
}

SampleRules fullRules()
{
    SampleRules rules;
    rules.honorLabels = true;
    rules.honorTimestamps = false;
    rules.trackTimestampsStaleness = true;
    rules.scrapeNativeHistograms = true;
    rules.alwaysScrapeClassicHistograms = true;
    rules.convertClassicHistograms = true;
    rules.extraScrapeMetrics = true;
    rules.nativeHistogramMinBucketFactor = 1.0905;
    rules.nameValidation = NameValidation::Legacy;
    RelabelRule rule;
    rule.sourceLabels = {"__name__", "a"};
    rule.separator = "'\n";
    rule.regex = "go_.*";
    rule.action = RelabelAction::Drop;
    rules.metricRelabelRules = {rule};
    rules.limits = {1, 2, 3, 4, 5, 6, 7, 18'446'744'073'709'551'615U};
    return rules;
}

/// Every field has a value that is not its default.
TargetConfig fullTarget()
{
    TargetConfig target;
    target.id = QStringLiteral("the id");
    target.url = QUrl(QStringLiteral("https://a.example:1/probe?target=b%3A1&x=%20y"));
    target.name = QStringLiteral("näme “x”\n");
    target.labels = Labels({{"env", "dev"}, {"a b", "\xE2\x82\xAC"}});
    target.intervalMs = 12'345;
    target.timeoutMs = 678;
    target.samples = fullRules();
    target.client.tls = fullTls();
    target.client.proxy = fullProxy();
    target.client.headers = {{"X-Token", {SecretKey{"k"}, SecretFile{"/f"}}}};
    target.client.parameters = {{"a token", SecretKey{"p"}}};
    target.client.followRedirects = false;
    target.protocols = {ScrapeProtocol::PrometheusText1_0_0, ScrapeProtocol::PrometheusProto};
    target.fallbackProtocol = ScrapeProtocol::OpenMetricsText1_0_0;
    target.nameEscaping = NameEscaping::Dots;
    target.enableCompression = false;
    target.enabled = false;
    return target;
}

OAuth2 fullOAuth()
{
    OAuth2 oauth;
    oauth.clientId = "id";
    oauth.clientSecret = SecretKey{"client secret key"};
    oauth.tokenUrl = "https://login/token";
    oauth.scopes = {"a", "b:c"};
    oauth.endpointParams = {{"audience", "x&y"}};
    oauth.tls = fullTls();
    oauth.proxy = fullProxy();
    return oauth;
}

using Authentication = decltype(HttpClientConfig::authentication);

/// A document with one member changed.
QString changed(const char *name, const QJsonValue &value)
{
    QJsonObject object = QJsonDocument::fromJson(targetDocument(fullTarget()).toUtf8()).object();
    object.insert(QLatin1String(name), value);
    return QString::fromUtf8(QJsonDocument(object).toJson());
}

class TargetDocumentTest : public test::TestCase
{
    Q_OBJECT

private slots:
    void everyFieldComesBack_data()
    {
        QTest::addColumn<int>("authentication");
        QTest::newRow("none") << 0;
        QTest::newRow("basic") << 1;
        QTest::newRow("authorization") << 2;
        QTest::newRow("OAuth 2") << 3;
    }

    void everyFieldComesBack()
    {
        QFETCH(int, authentication);
        const Authentication kinds[] = {std::monostate(), BasicAuth{"ann", "/user", SecretKey{"p"}},
                                        Authorization{"Token", SecretFile{"/t"}}, fullOAuth()};
        TargetConfig target = fullTarget();
        target.client.authentication = kinds[authentication];
        const ReadTarget read = readTargetDocument(targetDocument(target));
        QCOMPARE(read.problems, QStringList());
        QVERIFY(read.target == target);
    }

    void anOrdinaryTargetComesBack_data()
    {
        QTest::addColumn<QString>("address");
        for (const char *address : {"localhost:9100", "https://a/x?y=1", "unix:/run/x.sock:/metrics?a=b",
                                    "file:///var/lib/a b.prom", "exec:kubectl get \"/a b\" %41", "[::1]:80"})
            QTest::newRow(address) << QString::fromLatin1(address);
    }

    void anOrdinaryTargetComesBack()
    {
        QFETCH(QString, address);
        TargetConfig target;
        target.url = targetUrlFromInput(address);
        QVERIFY(target.url.isValid());
        const ReadTarget read = readTargetDocument(targetDocument(target));
        QCOMPARE(read.problems, QStringList());
        QCOMPARE(displayUrl(read.target.url), displayUrl(target.url));
        QVERIFY(read.target == target);
    }

    void textsOfSecretsAreNeverWritten()
    {
        const SecretText secret{"hunter2"};
        for (const Authentication &kind :
             {Authentication(BasicAuth{"ann", {}, secret}), Authentication(Authorization{"Bearer", secret}),
              Authentication(OAuth2{"id", secret, "https://id:hunter2@x/t?a=b", {}, {}, {}, {}})}) {
            TargetConfig target = fullTarget();
            target.url = QUrl(QStringLiteral("http://user:hunter2@a/metrics?api_key=hunter2&x=%26"));
            target.client.authentication = kind;
            target.client.tls.key = secret;
            target.client.proxy.password = secret;
            target.client.proxy.url = "http://u:hunter2@p";
            target.client.proxy.connectHeaders = {{"A", {secret}}};
            target.client.headers = {{"B", {secret, secret}}};
            const QString document = targetDocument(target);
            QVERIFY(!document.contains(QStringLiteral("hunter2")));
            // What is read back says which secret is missing.
            const ReadTarget read = readTargetDocument(document);
            QCOMPARE(read.target.client.headers.front().values.size(), std::size_t{2});
            QCOMPARE(read.target.client.proxy.url, std::string("http://u@p"));
            if (const auto *oauth = std::get_if<OAuth2>(&read.target.client.authentication))
                QCOMPARE(oauth->tokenUrl, std::string("https://id@x/t?a=b"));
            QVERIFY(secretKeys(read.target.client).contains(secretKeyOf(target.id, "header.B.1")));
            QCOMPARE(read.target.url, QUrl(QStringLiteral("http://user@a/metrics?x=%26")));
            QVERIFY(read.target.client.parameters.back() ==
                    (SecretParameter{"api_key", SecretKey{secretKeyOf(target.id, "parameter.api_key")}}));
            visitSecrets(read.target.client, [](const std::string &field, const Secret &each) {
                QVERIFY2(!std::holds_alternative<SecretText>(each), field.c_str());
            });
        }
    }

    void commandsWithSecretsAreNotInDocuments()
    {
        TargetConfig target;
        target.id = QStringLiteral("c");
        target.url = targetUrlFromInput(QStringLiteral("exec:x -u bob:hunter2 -d '{\"a\":\"hunter2\"}' y"));
        const QString document = targetDocument(target);
        QVERIFY(!document.contains(QStringLiteral("hunter2")));
        const TargetConfig read = readTargetDocument(document).target;
        QCOMPARE(displayUrl(read.url), QStringLiteral("exec:x -u *** -d *** y"));
        QVERIFY(keptCommand(read.client) != nullptr);
        QVERIFY(*keptCommand(read.client) == Secret(SecretKey{secretKeyOf(target.id, "parameter.command")}));
        QCOMPARE(targetDocument(read), document);
    }

    void passwordsInUrlsOfProxies()
    {
        TargetConfig target = fullTarget();
        target.id = QStringLiteral("8f14e45f-ceea-467e-9575-6d0b0e2b3c4d"); // as they are made
        OAuth2 oauth{"id", {}, "https://x/", {}, {}, {}, {}};
        oauth.proxy.url = "http://u:hunter2@q:1";
        target.client.authentication = oauth;
        target.client.proxy = {};
        target.client.proxy.url = "http://u:hunter2@:no:address";
        const QString document = targetDocument(target);
        QVERIFY(!document.contains(QStringLiteral("hunter2")));
        const HttpClientConfig read = readTargetDocument(document).target.client;
        const ProxyConfig proxy = std::get<OAuth2>(read.authentication).proxy;
        QCOMPARE(proxy.url, std::string("http://u@q:1"));
        const std::string key = secretKeyOf(target.id, "oauth2.proxy.password");
        QVERIFY(proxy.password == Secret(SecretKey{key}));
        QVERIFY(isKeyOfPastSession(key));
        QVERIFY(!isKeyOfPastSession(newSecretKey(target.id, "oauth2.proxy.password")));
    }

    void brokenMembersAreToldAndTheRestIsThere_data()
    {
        QTest::addColumn<QString>("document");
        QTest::addColumn<QString>("problem");
        QTest::newRow("a member of another kind") << changed("interval_ms", QStringLiteral("soon"))
                                                  << QStringLiteral("interval_ms: not a whole number");
        QTest::newRow("half a number")
            << changed("interval_ms", 1.5) << QStringLiteral("interval_ms: not a whole");
        QTest::newRow("out of its limits")
            << changed("interval_ms", -5) << QStringLiteral("interval_ms: not from 100");
        QTest::newRow("unknown member") << changed("colour", true) << QStringLiteral("colour: unknown");
        QTest::newRow("unknown word")
            << changed("metric_name_escaping_scheme", QStringLiteral("?")) << QStringLiteral("unknown word");
        QTest::newRow("unknown protocol")
            << changed("fallback_scrape_protocol", QStringLiteral("?")) << QStringLiteral("unknown protocol");
        QTest::newRow("an object that is none")
            << changed("client", 7) << QStringLiteral("client: not an object");
        QTest::newRow("rules that are none")
            << changed("samples",
                       QJsonObject{{QStringLiteral("metric_relabel_configs"), QStringLiteral("- [")}})
            << QStringLiteral("samples.metric_relabel_configs: not a list of rules");
        QTest::newRow("an address that leads nowhere")
            << changed("url", QStringLiteral("ftp://x/")) << QStringLiteral("url: leads nowhere");
    }

    void brokenMembersAreToldAndTheRestIsThere()
    {
        QFETCH(QString, document);
        QFETCH(QString, problem);
        const ReadTarget read = readTargetDocument(document);
        QVERIFY2(read.problems.join(u'\n').contains(problem), qPrintable(read.problems.join(u'\n')));
        QCOMPARE(read.target.id, QStringLiteral("the id"));
        QCOMPARE(read.target.name, fullTarget().name);
        QVERIFY(read.target.labels == fullTarget().labels);
        QVERIFY(read.target.intervalMs >= minScrapeIntervalMs);
    }

    void whatIsNoDocumentIsNoTarget()
    {
        for (const char *text : {"", "[]", "{", "7", "null"}) {
            const ReadTarget read = readTargetDocument(QLatin1String(text));
            QVERIFY(!read.problems.isEmpty());
            QVERIFY(read.target.url.isEmpty());
        }
    }
};

} // namespace

SIGHTGLASS_TEST(TargetDocumentTest)
#include "targetdocumenttest.moc"
