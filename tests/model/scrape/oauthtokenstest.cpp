// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/scrape/oauthtokens.h"

#include "model/scrape/httpfetcher.h"
#include "tests/model/scrape/fakesecretstore.h"
#include "tests/model/scrape/fetched.h"
#include "tests/support/httpserver.h"
#include "tests/support/testcase.h"

#include <QTest>

#include <optional>

using namespace sightglass;
using namespace sightglass::test;

namespace {

constexpr std::int64_t hourMs = 3'600'000;

HttpAnswer json(const QByteArray &text)
{
    return HttpAnswer::page(text, "application/json");
}

HttpAnswer form(const QByteArray &text)
{
    return HttpAnswer::page(text, "application/x-www-form-urlencoded; charset=utf-8");
}

HttpAnswer refusal(const QByteArray &status, const QByteArray &body, const QByteArray &headers = {})
{
    HttpAnswer answer;
    answer.bytes = "HTTP/1.1 " + status + "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n" +
                   headers + "\r\n" + body;
    return answer;
}

OAuth2 configOf(const HttpServer &server)
{
    OAuth2 config;
    config.clientId = "an id";
    config.clientSecret = SecretKey{"k"};
    config.tokenUrl = server.url(QStringLiteral("/token")).toEncoded().toStdString();
    return config;
}

class OAuthTokensTest : public TestCase
{
    Q_OBJECT

private slots:
    void asksAsGoDoes()
    {
        HttpServer server;
        server.serve("/token",
                     json("{\"access_token\":\"t0\",\"token_type\":\"bearer\",\"expires_in\":3600}"));
        OAuth2 config = configOf(server);
        config.scopes = {"read", "write:x"};
        config.endpointParams = {{"audience", "a&b"}};
        OAuthTokens tokens(config, &*m_store);
        QCOMPARE(ask(tokens), QStringLiteral("Bearer t0"));
        const HttpRequest request = server.requests().value(0);
        QCOMPARE(request.method, "POST");
        QCOMPARE(request.headers.value("content-type"), "application/x-www-form-urlencoded");
        QCOMPARE(request.headers.value("authorization"),
                 "Basic " + QByteArray("an+id:hush%2Bhush").toBase64());
        QCOMPARE(request.body, "audience=a%26b&grant_type=client_credentials&scope=read+write%3Ax");
    }

    void keepsTheTokenUntilShortBeforeItsEnd()
    {
        HttpServer server;
        server.serve("/token", json("{\"access_token\":\"t0\",\"expires_in\":\"60\"}"));
        std::int64_t now = 7;
        OAuthTokens tokens(configOf(server), &*m_store, [&now] { return now; });
        QCOMPARE(ask(tokens), QStringLiteral("Bearer t0"));
        now += 49'999;
        QCOMPARE(ask(tokens), QStringLiteral("Bearer t0"));
        QCOMPARE(server.requests().size(), 1);
        now += 1;
        QCOMPARE(ask(tokens), QStringLiteral("Bearer t0"));
        QCOMPARE(server.requests().size(), 2);
        tokens.forget();
        QCOMPARE(ask(tokens), QStringLiteral("Bearer t0"));
        QCOMPARE(server.requests().size(), 3);
        QCOMPARE(m_store->reads(), 3);
    }

    void tokensWithoutEnd()
    {
        HttpServer server;
        server.serve("/token", json("{\"access_token\":\"t0\",\"token_type\":\"Custom\"}"));
        std::int64_t now = 0;
        OAuthTokens tokens(configOf(server), &*m_store, [&now] { return now; });
        for (int i = 0; i < 3; ++i, now += 1000 * hourMs)
            QCOMPARE(ask(tokens), QStringLiteral("Custom t0"));
        QCOMPARE(server.requests().size(), 1);
    }

    /// Go's oauth2 finds out which way a server wants the client named, and stays with it.
    void clientInTheForm()
    {
        HttpServer server;
        server.serve("/token", [](const HttpRequest &request) {
            if (request.headers.contains("authorization"))
                return refusal("400 Bad Request", "{\"error\":\"invalid_request\"}");
            return json("{\"access_token\":\"t0\"}");
        });
        OAuthTokens tokens(configOf(server), &*m_store);
        QCOMPARE(ask(tokens), QStringLiteral("Bearer t0"));
        QCOMPARE(server.requests().value(1).body,
                 "client_id=an+id&client_secret=hush%2Bhush&grant_type=client_credentials");
        tokens.forget();
        QCOMPARE(ask(tokens), QStringLiteral("Bearer t0"));
        QCOMPARE(server.requests().size(), 3);
    }

    /// Some servers say it with status 200, as GitHub's.
    void clientInTheFormAfterAnErrorThatIsOk()
    {
        HttpServer server;
        server.serve("/token", [](const HttpRequest &request) {
            return request.headers.contains("authorization") ? form("error=incorrect_client_credentials")
                                                             : form("access_token=t0");
        });
        OAuthTokens tokens(configOf(server), &*m_store);
        QCOMPARE(ask(tokens), QStringLiteral("Bearer t0"));
        QCOMPARE(server.requests().size(), 2);
    }

    /// As Go's oauth2 reads them.
    void answersInForms_data()
    {
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("value");
        QTest::addColumn<qint64>("keptSec"); // -1: for ever
        const QByteArray urlencoded = "application/x-www-form-urlencoded";
        QTest::newRow("form") << urlencoded
                              << QByteArray("access_token=a%2Bb+%63&token_type=mac&expires_in=60")
                              << QStringLiteral("MAC a+b c") << qint64{50};
        QTest::newRow("any case, parameters")
            << QByteArray("Application/X-WWW-Form-Urlencoded ; charset=utf-8")
            << QByteArray("&&access_token=t0&x") << QStringLiteral("Bearer t0") << qint64{-1};
        QTest::newRow("text") << QByteArray("text/plain")
                              << QByteArray("expires_in=x&access_token=t0&access_token=t1")
                              << QStringLiteral("Bearer t0") << qint64{-1};
        QTest::newRow("expires") << QByteArray("text/plain;charset=UTF-8")
                                 << QByteArray("access_token=t0&expires_in=null&expires=70")
                                 << QStringLiteral("Bearer t0") << qint64{60};
        QTest::newRow("no type") << QByteArray() << QByteArray("{\"access_token\":\"t0\",\"expires_in\":60}")
                                 << QStringLiteral("Bearer t0") << qint64{50};
    }
    void answersInForms()
    {
        QFETCH(QByteArray, type);
        QFETCH(QByteArray, body);
        QFETCH(QString, value);
        QFETCH(qint64, keptSec);
        HttpServer server;
        const QByteArray header = type.isEmpty() ? QByteArray() : "Content-Type: " + type + "\r\n";
        server.serve("/token", refusal("200 OK", body, header));
        std::int64_t now = 0;
        OAuthTokens tokens(configOf(server), &*m_store, [&now] { return now; });
        QCOMPARE(ask(tokens), value);
        now = keptSec < 0 ? 1000 * hourMs : keptSec * 1000 - 1;
        QCOMPARE(ask(tokens), value);
        QCOMPARE(server.requests().size(), 1);
        ++now;
        QCOMPARE(ask(tokens), value);
        QCOMPARE(server.requests().size(), keptSec < 0 ? 1 : 2);
    }

    void failures_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<QString>("reason");
        const auto row = [](const char *name, const HttpAnswer &answer, const char *reason) {
            QTest::newRow(name) << answer.bytes << QString::fromUtf8(reason);
        };
        row("refused",
            refusal("401 Unauthorized", "{\"error\":\"invalid_client\",\"error_description\":\"hush+hush\"}"),
            "401 Unauthorized (invalid_client: ***)");
        row("refused in a form",
            refusal("400 Bad Request",
                    "error_description=No+such+client%0A%1b%5B1m%3A+an+id%2Fhush%2Bhush&error=invalid_client",
                    "Content-Type: application/x-www-form-urlencoded\r\n"),
            "400 Bad Request (invalid_client: No such client??[1m: an id/***)");
        row("refused by a long text",
            refusal("400 Bad Request", "error=invalid_client&error_description=" + QByteArray(5000, 'x'),
                    "Content-Type: text/plain\r\n"),
            QByteArray("400 Bad Request (invalid_client: " + QByteArray(100, 'x') + ')').constData());
        row("a form with status 200", form("error=invalid_scope&access_token=t0"),
            "an answer that tells of an error (invalid_scope)");
        row("a broken form", form("access_token=%zz"), "an answer that is not what its Content-Type says");
        row("a form called JSON", json("access_token=t0"),
            "an answer that is not what its Content-Type says");
        row("JSON called text", HttpAnswer::page("{\"access_token\":\"t0\"}", "text/plain"),
            "an answer in JSON whose Content-Type says that it is a form: text/plain");
        row("refused, no reason", refusal("403 Forbidden", "hush+hush"), "403 Forbidden");
        row("an error that is no word", refusal("403 Forbidden", "{\"error\":\"hush+hush\"}"),
            "403 Forbidden");
        row("a page", HttpAnswer::page("<html>hush+hush"), "an answer without access_token");
        row("no token", json("{\"expires_in\":3}"), "an answer without access_token");
        row("error with status 200", json("{\"error\":\"invalid_scope\"}"),
            "an answer without access_token (invalid_scope)");
        row("a token that adds headers", json("{\"access_token\":\"a\\r\\nX: y\"}"),
            "a token that no header can carry");
        row("redirected", refusal("307 Temporary Redirect", ""),
            "307 Temporary Redirect: redirects of token requests are not followed, because the client's "
            "secret "
            "would go to another address; name that address as token_url");
        row("too long", json(QByteArray(100'000, ' ')), "an answer of more than 65536 bytes");
    }
    void failures()
    {
        QFETCH(QByteArray, answer);
        QFETCH(QString, reason);
        HttpServer server;
        server.serve("/token", HttpAnswer{answer, {}});
        OAuthTokens tokens(configOf(server), &*m_store);
        QCOMPARE(ask(tokens),
                 QStringLiteral("! network error: oauth2: cannot fetch token from 127.0.0.1:%1: %2")
                     .arg(server.port())
                     .arg(reason));
    }

    void nobodyAnswers()
    {
        OAuth2 config;
        const QString url = QStringLiteral("http://127.0.0.1:%1/token").arg(unusedPort());
        config.tokenUrl = QString(url).replace(QLatin1String("//"), QLatin1String("//u:hush@")).toStdString();
        OAuthTokens tokens(config, &*m_store);
        QCOMPARE(ask(tokens), QStringLiteral("! connection refused by 127.0.0.1:%1, the OAuth 2 token URL %2")
                                  .arg(QUrl(url).port())
                                  .arg(QString(url).replace(QLatin1String("//"), QLatin1String("//u@"))));
    }

    /// Secrets in a query may have any name.
    void queryIsNotShown()
    {
        OAuth2 config;
        const int port = unusedPort();
        config.tokenUrl = QStringLiteral("http://u@127.0.0.1:%1/t?x=hush").arg(port).toStdString();
        OAuthTokens tokens(config, &*m_store);
        QCOMPARE(ask(tokens), QStringLiteral("! connection refused by 127.0.0.1:%1, the OAuth 2 token URL "
                                             "http://***@127.0.0.1:%1/t")
                                  .arg(port));
    }

    void nowhereToAsk()
    {
        OAuth2 config;
        config.tokenUrl = "ftp://u:hush@h/";
        OAuthTokens tokens(config, nullptr);
        QCOMPARE(ask(tokens), QStringLiteral("! not a usable URL: token_url"));
    }

    void scrapesWithTheToken()
    {
        HttpServer server;
        int tokens = 0;
        server.serve("/token", [&tokens](const HttpRequest &) {
            return json("{\"access_token\":\"t" + QByteArray::number(tokens++) + "\",\"expires_in\":3600}");
        });
        QByteArray wanted = "Bearer t0";
        server.serve("/metrics", [&wanted](const HttpRequest &request) {
            const bool good = request.headers.value("authorization") == wanted;
            return good ? HttpAnswer::page("a 1\n") : HttpAnswer::status("401 Unauthorized");
        });
        HttpOptions options;
        options.client.authentication = configOf(server);
        HttpFetcher fetcher(options, &*m_store);
        for (int i = 0; i < 3; ++i)
            QCOMPARE(fetched(fetcher, server.url()), QStringLiteral("a 1\n"));
        QCOMPARE(tokens, 1);
        wanted = "Bearer t1"; // the first one was revoked
        QCOMPARE(fetched(fetcher, server.url()), QStringLiteral("a 1\n"));
        QCOMPARE(tokens, 2);
        wanted = "nothing is good enough";
        QCOMPARE(fetched(fetcher, server.url()),
                 QStringLiteral("! server returned HTTP status 401 Unauthorized"));
        QCOMPARE(tokens, 3);
    }

    void tokensStayWithTheirOrigin()
    {
        HttpServer server;
        HttpServer other;
        server.serve("/token", json("{\"access_token\":\"t0\"}"));
        server.serve("/metrics", HttpAnswer::redirect(other.url().toEncoded()));
        other.serve("/metrics", HttpAnswer::page("a 1\n"));
        HttpOptions options;
        options.client.authentication = configOf(server);
        HttpFetcher fetcher(options, &*m_store);
        QCOMPARE(fetched(fetcher, server.url()), QStringLiteral("a 1\n"));
        QCOMPARE(server.requests().last().headers.value("authorization"), "Bearer t0");
        QVERIFY(!other.requests().value(0).headers.contains("authorization"));
    }

    void silentTokenServersTimeOut()
    {
        HttpServer server;
        server.serve("/token", HttpAnswer::hang());
        HttpOptions options;
        options.client.authentication = configOf(server);
        HttpFetcher fetcher(options, &*m_store);
        QCOMPARE(fetched(fetcher, server.url(), 200), QStringLiteral("! no complete answer within 200ms"));
        QTRY_COMPARE(server.openConnections(), qsizetype{0});
    }

    void init()
    {
        TestCase::init();
        m_store.emplace("k", "hush+hush");
    }

private:
    QString ask(OAuthTokens &tokens)
    {
        std::optional<Result<std::string>> told;
        tokens.ask([&](Result<std::string> value) { told = std::move(value); });
        if (!QTest::qWaitFor([&] { return told.has_value(); }, 10'000))
            return QStringLiteral("nothing");
        return told->ok() ? QString::fromStdString(told->value())
                          : QLatin1String("! ") + QString::fromStdString(plainText(told->error()));
    }

    std::optional<FakeSecretStore> m_store;
};

} // namespace

SIGHTGLASS_TEST(OAuthTokensTest)
#include "oauthtokenstest.moc"
