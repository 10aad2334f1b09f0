// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/senders/senderaddress.h"

#include "model/scrape/systemclock.h"
#include "model/senders/alertsenders.h"
#include "tests/model/scrape/fakesecretstore.h"
#include "tests/support/httpserver.h"
#include "tests/support/testcase.h"

#include <QTest>

#include <variant>

namespace {

using namespace sightglass;
using namespace sightglass::test;

AlertNotice notice()
{
    AlertNotice made;
    made.groupLabels = Labels(std::vector<Label>{{"alertname", "A"}});
    made.groupKey = "{}:" + made.groupLabels.toString();
    NotifyAlert alert;
    alert.labels = made.groupLabels;
    alert.startsAt = 1'700'000'000'000;
    made.firing = {alert};
    return made;
}

std::shared_ptr<const Clock> systemClock()
{
    return std::make_shared<SystemClock>();
}

class SenderAddressTest : public TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void inTwoParts_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<AddressOf>("kind");
        QTest::addColumn<QString>("shown"); // empty: no address
        QTest::addColumn<QString>("whole"); // empty: no secret
        const auto row = [](const char *typed, AddressOf kind, const char *shown, const char *whole) {
            QTest::addRow("%s %d", typed, static_cast<int>(kind))
                << QString::fromUtf8(typed) << kind << QString::fromUtf8(shown) << QString::fromUtf8(whole);
        };
        const auto manager = AddressOf::Alertmanager;
        const auto hook = AddressOf::Webhook;
        row("http://127.0.0.1:9093", manager, "http://127.0.0.1:9093", "");
        row("http://127.0.0.1:9093/", manager, "http://127.0.0.1:9093/", "");
        row("https://h/am/", manager, "https://h/am/", "");
        row("http://127.0.0.1:5001", hook, "http://127.0.0.1:5001", "");
        row("http://127.0.0.1:5001/?", hook, "http://127.0.0.1:5001/", "");
        row("https://hooks.example/services/T0/B0/XyZ", hook, "https://hooks.example/***",
            "https://hooks.example/services/T0/B0/XyZ");
        row("https://h?x=1", hook, "https://h/***", "https://h?x=1");
        row("https://h/?TOKEN", hook, "https://h/***", "https://h/?TOKEN");
        row("https://ann@h", hook, "https://h/***", "https://ann@h");
        row("https://ann:pa%40ss@h/am?tenant=1", manager, "https://***@h/am",
            "https://ann:pa%40ss@h/am?tenant=1");
        row("https://:pass@h/am", manager, "https://***@h/am", "https://:pass@h/am");
        row("https://h/am?tenant", manager, "https://***@h/am", "https://h/am?tenant");
        row("https://h/#SECRET", hook, "https://h/", "");
        row("https://h/am#SECRET", manager, "https://h/am", "");
        row("ftp://h/x", hook, "", "");
        row("hooks.example/services/T0", hook, "", "");
        row("https:///x", hook, "", "");
        row("https://h/a b", hook, "", "");
    }
    void inTwoParts()
    {
        QFETCH(QString, typed);
        QFETCH(AddressOf, kind);
        QFETCH(QString, shown);
        QFETCH(QString, whole);
        const auto address = senderAddress(typed, kind);
        QCOMPARE(address.has_value(), !shown.isEmpty());
        if (!address)
            return;
        QCOMPARE(shownAddresses({*address}, kind), QStringList{shown});
        const auto *text = std::get_if<SecretText>(&address->whole);
        QCOMPARE(text != nullptr ? QString::fromStdString(text->text) : QString(), whole);
        if (whole.isEmpty()) {
            QVERIFY(readSavedAddress(savedAddress(*address), kind) == address);
            return;
        }
        // What settings get of it.
        const QString saved = savedAddress(*address);
        for (const char *secret : {"T0", "XyZ", "x=1", "TOKEN", "ann", "pass", "tenant"})
            QVERIFY2(!saved.contains(QLatin1String(secret)), qPrintable(saved));
        const auto lost = readSavedAddress(saved, kind);
        QVERIFY(lost && isLost(*lost) && lost->url == address->url);
        SenderAddress kept = *address;
        kept.whole = SecretKey{newSenderKey()};
        QVERIFY(readSavedAddress(savedAddress(kept), kind) == kept);
        QVERIFY(!isLost(kept) && senderKeys({kept, *lost}).size() == 1);
    }

    void otherSecretsAreNotReached()
    {
        const auto address =
            readSavedAddress(QStringLiteral("https://evil password of target 1 ab"), AddressOf::Webhook);
        QVERIFY(address && isLost(*address));
    }

    void thoseThatLookTheSameAreNumbered()
    {
        std::vector<SenderAddress> addresses;
        for (const char *typed : {"https://h/a", "https://h/b", "https://h", "https://i/c"})
            addresses.push_back(*senderAddress(QLatin1String(typed), AddressOf::Webhook));
        QCOMPARE(shownAddresses(addresses, AddressOf::Webhook),
                 (QStringList{QStringLiteral("https://h/***"), QStringLiteral("https://h/***2"),
                              QStringLiteral("https://h"), QStringLiteral("https://i/***")}));
    }

    void namesAreTheirOwn()
    {
        NotificationCenter center(systemClock(), {});
        AlertSendersConfig config;
        const auto plain = senderAddress(QStringLiteral("http://127.0.0.1:9"), AddressOf::Webhook);
        config.alertmanagers = {*plain, *plain};
        config.webhooks = {*plain};
        const AlertSenders senders(config, &center, systemClock());
        QStringList names;
        for (const ShownSender &sender : senders.senders())
            names << sender.name;
        QCOMPARE(names,
                 (QStringList{QStringLiteral("http://127.0.0.1:9"), QStringLiteral("http://127.0.0.1:9 (2)"),
                              QStringLiteral("http://127.0.0.1:9 (3)")}));
    }

    void mistypedOnesAreNotRepeated_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("shown");
        const auto row = [](const char *typed, const char *shown) {
            QTest::newRow(typed) << QString::fromUtf8(typed) << QString::fromUtf8(shown);
        };
        row("hooks.example/services/T0", "hooks.example/***");
        row("https:/hooks.example/T0", "https:/hooks.example/***");
        row("ftp://h?T0", "ftp://h/***");
        row("https://ann:T0@h", "https://***");
        row("https://ann:T0/x@h", "https://***");
        row("nothing", "nothing");
    }
    void mistypedOnesAreNotRepeated()
    {
        QFETCH(QString, typed);
        QTEST(maskedSender(typed), "shown");
    }

    void wordsOfTheServer_data()
    {
        QTest::addColumn<QByteArray>("said");
        QTest::addColumn<bool>("isRepeated");
        QTest::newRow("harmless") << QByteArray("channel_is_archived") << true;
        QTest::newRow("path") << QByteArray("Cannot POST /services/T000/B000/XyZzySecret") << false;
        QTest::newRow("cut") << QByteArray("no hook named XyZzySe") << false;
        QTest::newRow("other case") << QByteArray("no hook named xyzzysecret") << false;
        QTest::newRow("encoded") << QByteArray("no hook named %58yZzySecret") << false;
        QTest::newRow("escaped") << QByteArray("{\"at\":\"\\/services\\/T000\"}") << false;
        QTest::newRow("password") << QByteArray("pa@ss is wrong") << false;
    }
    void wordsOfTheServer()
    {
        QFETCH(QByteArray, said);
        QFETCH(bool, isRepeated);
        const QUrl whole(QStringLiteral("https://carla:pa%40ss@h/services/T000/B000/XyZzySecret?q=1"));
        const Error error =
            withoutSecrets({ErrorCode::HttpStatus, {"404 (" + said.toStdString() + ')'}, {}, {}}, whole);
        QCOMPARE(QString::fromStdString(error.arguments.front()),
                 isRepeated ? QStringLiteral("404 (%1)").arg(QString::fromUtf8(said))
                            : QStringLiteral("404"));
        const Error other = withoutSecrets({ErrorCode::NetworkFailed, {"connection refused"}, {}, {}}, whole);
        QCOMPARE(other.arguments.front(), std::string("connection refused"));
    }

    void aSecretOfTheStoreIsAsked()
    {
        HttpServer server;
        server.serve("/services/XyZzySecret", HttpAnswer::page("", "text/plain"));
        QUrl url = server.url(QStringLiteral("/services/XyZzySecret"));
        url.setQuery(QStringLiteral("to=ops"));
        url.setUserInfo(QStringLiteral("ann:pass"));
        SenderAddress address = *senderAddress(url.toString(), AddressOf::Webhook);
        const std::string key = newSenderKey();
        FakeSecretStore store(key, std::get<SecretText>(address.whole).text);
        address.whole = SecretKey{key};
        WebhookSender sender(address, {}, {}, systemClock(), &store);
        sender.notify(notice());
        QTRY_COMPARE(sender.status().sent, std::uint64_t{1});
        QCOMPARE(server.requests().constLast().path, QByteArray("/services/XyZzySecret?to=ops"));
        QCOMPARE(server.requests().constLast().headers.value("authorization"),
                 "Basic " + QByteArray("ann:pass").toBase64());
    }

    void whatIsKeptForAnotherHostGoesNowhere()
    {
        HttpServer server;
        HttpServer other;
        SenderAddress address = *senderAddress(server.url().toString(), AddressOf::Webhook);
        const std::string key = newSenderKey();
        FakeSecretStore store(key, other.url(QStringLiteral("/XyZzySecret")).toString().toStdString());
        address.whole = SecretKey{key};
        WebhookSender sender(address, {}, {}, systemClock(), &store);
        sender.notify(notice());
        QTRY_COMPARE(sender.status().failed, std::uint64_t{1});
        QVERIFY(sender.status().lastError->code == ErrorCode::InvalidUrl);
        QVERIFY(plainText(*sender.status().lastError).find("XyZzy") == std::string::npos);
        QVERIFY(server.requests().isEmpty() && other.requests().isEmpty());
    }

    /// Neither the name nor the problem shows it, and one that is lost says so before the first alert.
    void nothingShowsIt()
    {
        HttpServer server;
        server.serve("/XyZzySecret", [](const HttpRequest &request) {
            HttpAnswer answer = HttpAnswer::page("Cannot POST " + request.path, "text/plain");
            answer.bytes.replace("200 OK", "404 Not Found");
            return answer;
        });
        NotificationCenter center(systemClock(), {});
        AlertSendersConfig config;
        const auto kind = AddressOf::Webhook;
        config.webhooks = {*senderAddress(server.url(QStringLiteral("/XyZzySecret")).toString(), kind),
                           *readSavedAddress(QStringLiteral("https://h session-only"), kind)};
        AlertSenders senders(config, &center, systemClock());
        QVERIFY(senders.senders().at(1).status.lastError.has_value());
        emit center.noticed(notice());
        QTRY_COMPARE(senders.senders().at(0).status.failed, std::uint64_t{1});
        const ShownSender shown = senders.senders().at(0);
        const QString problem = QString::fromStdString(plainText(*shown.status.lastError));
        QVERIFY2(problem.endsWith(QLatin1String("404")), qPrintable(problem));
        QCOMPARE(shown.name, server.url(QStringLiteral("/***")).toString());
    }
};

} // namespace

SIGHTGLASS_TEST(SenderAddressTest)

#include "senderaddresstest.moc"
