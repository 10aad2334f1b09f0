// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/scrape/systemclock.h"
#include "model/senders/alertmanagersender.h"
#include "model/senders/noticesender.h"
#include "tests/support/httpserver.h"
#include "tests/support/testcase.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

namespace {

using namespace sightglass;
using namespace sightglass::test;

AlertNotice notice(const char *name)
{
    AlertNotice made;
    made.groupLabels = Labels(std::vector<Label>{{"alertname", name}});
    made.groupKey = "{}:" + made.groupLabels.toString();
    NotifyAlert alert;
    alert.labels = made.groupLabels;
    alert.startsAt = 1'700'000'000'000;
    made.firing = {alert};
    return made;
}

NotifyAlert alert(int number)
{
    NotifyAlert made;
    made.labels = Labels({{"alertname", "A"}, {"n", std::to_string(number)}});
    made.startsAt = SystemClock().nowMs() - 1000;
    return made;
}

std::shared_ptr<const Clock> systemClock()
{
    return std::make_shared<SystemClock>();
}

class SendersTest : public TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void backoff()
    {
        QCOMPARE(retryDelayMs(1), std::int64_t{1000});
        QCOMPARE(retryDelayMs(2), std::int64_t{2000});
        QCOMPARE(retryDelayMs(6), std::int64_t{32'000});
        QCOMPARE(retryDelayMs(7), std::int64_t{60'000});
        QCOMPARE(retryDelayMs(100'000), std::int64_t{60'000});
    }

    void failuresAreTriedAgain()
    {
        std::vector<std::string> tried;
        SenderLimits limits;
        limits.firstDelayMs = 5;
        SenderQueue queue(
            systemClock(),
            [&tried](const std::string &payload, const SenderQueue::Ended &ended) {
                tried.push_back(payload);
                ended(tried.size() < 3 ? std::optional(Error{ErrorCode::NetworkFailed, {"x"}, {}, {}})
                                       : std::nullopt);
            },
            limits);
        queue.add("a");
        queue.add("b");
        QTRY_COMPARE(queue.status().sent, std::uint64_t{2});
        QCOMPARE(tried, (std::vector<std::string>{"a", "a", "a", "b"}));
        QCOMPARE(queue.status().failed, std::uint64_t{2});
        QCOMPARE(queue.status().waiting, std::size_t{0});
        QVERIFY(!queue.status().lastError);
        QVERIFY(queue.status().lastErrorAt && queue.status().lastSuccess);
    }

    /// Nobody answers: a bounded queue, the oldest go.
    void boundedQueue()
    {
        std::vector<std::string> tried;
        SenderLimits limits;
        limits.capacity = 3;
        SenderQueue queue(
            systemClock(),
            [&tried](const std::string &payload, const SenderQueue::Ended &) { tried.push_back(payload); },
            limits);
        queue.add("0");
        QTRY_COMPARE(tried.size(), std::size_t{1});
        for (int i = 1; i < 1000; ++i)
            queue.add(std::to_string(i));
        QCOMPARE(queue.status().waiting, std::size_t{3});
        QCOMPARE(queue.status().dropped, std::uint64_t{997});
    }

    void tooOldIsDropped()
    {
        SenderLimits limits;
        limits.longestMs = -1;
        SenderQueue queue(
            systemClock(),
            [](const std::string &, const SenderQueue::Ended &ended) {
                ended(Error{ErrorCode::NetworkFailed, {"x"}, {}, {}});
            },
            limits);
        queue.add("a");
        QTRY_COMPARE(queue.status().dropped, std::uint64_t{1});
        QVERIFY(queue.status().lastError.has_value());
    }

    void webhook()
    {
        HttpServer server;
        bool fails = true;
        server.serve("/hook", [&fails](const HttpRequest &) {
            return std::exchange(fails, false) ? HttpAnswer::status("503 Service Unavailable")
                                               : HttpAnswer::page("", "text/plain");
        });
        HttpClientConfig client;
        client.authentication = BasicAuth{"ann", {}, SecretText{"pass"}};
        WebhookSender sender({server.url(QStringLiteral("/hook"))}, client, {"http://x", {}, "hook"},
                             systemClock());
        sender.notify(notice("A"));
        QTRY_COMPARE(sender.status().failed, std::uint64_t{1});
        QVERIFY(sender.status().lastError->code == ErrorCode::HttpStatus);
        QTRY_COMPARE(sender.status().sent, std::uint64_t{1});
        const HttpRequest request = server.requests().constLast();
        QCOMPARE(request.method, QByteArray("POST"));
        QCOMPARE(request.headers.value("content-type"), QByteArray("application/json"));
        QCOMPARE(request.headers.value("authorization"), "Basic " + QByteArray("ann:pass").toBase64());
        QVERIFY(request.body.contains("\"version\":\"4\"") && request.body.contains("\"receiver\":\"hook\""));
    }

    /// Redirects of a body are followed where the same is to be sent again.
    void redirects()
    {
        HttpServer server;
        server.serve("/to", HttpAnswer::page("", "text/plain"));
        server.serve("/307", HttpAnswer::status("307 Temporary Redirect", "Location: /to\r\n"));
        server.serve("/302", HttpAnswer::status("302 Found", "Location: /to\r\n"));
        for (const char *path : {"/307", "/302"}) {
            WebhookSender sender({server.url(QLatin1String(path))}, {}, {}, systemClock());
            sender.notify(notice("A"));
            QTRY_VERIFY(sender.status().sent + sender.status().failed == 1);
            QCOMPARE(sender.status().sent, std::uint64_t(path[3] == '7' ? 1 : 0));
        }
        QCOMPARE(server.requests().size(), 3);
        QVERIFY(server.requests().at(1).body.contains("\"version\":\"4\""));
    }

    /// One that hangs holds up nobody: calls return at once.
    void hangingServer()
    {
        HttpServer server;
        server.serve("/hook", HttpAnswer::hang());
        WebhookSender sender({server.url(QStringLiteral("/hook"))}, {}, {}, systemClock());
        QElapsedTimer timer;
        timer.start();
        for (int i = 0; i < 200; ++i)
            sender.notify(notice("A"));
        QVERIFY2(timer.elapsed() < 1000, qPrintable(QString::number(timer.elapsed())));
        QTRY_COMPARE(server.requests().size(), 1);
        QCOMPARE(sender.status().waiting, std::size_t{100});
        QCOMPARE(sender.status().dropped, std::uint64_t{100});
    }

    void command()
    {
        QTemporaryDir folder;
        const QString out = folder.filePath(QStringLiteral("got"));
        CommandSender sender(
            {QStringLiteral("/bin/sh"), QStringLiteral("-c"), QStringLiteral("cat > \"$0\""), out},
            {"http://x", {}, "command"}, systemClock());
        sender.notify(notice("A $(touch x) `y`"));
        QTRY_COMPARE(sender.status().sent, std::uint64_t{1});
        QFile file(out);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll().contains("A $(touch x) `y`"));
    }

    void failingCommands_data()
    {
        QTest::addColumn<QStringList>("command");
        QTest::addColumn<QString>("reason");
        QTest::newRow("code") << QStringList{QStringLiteral("/bin/sh"), QStringLiteral("-c"),
                                             QStringLiteral("exit 3")}
                              << QStringLiteral("it ended with 3");
        // It says its option in the first line, and more in a second one.
        QTest::newRow("complaint") << QStringList{QStringLiteral("/bin/ls"),
                                                  QStringLiteral("--token=s3cr3tword")}
                                   << QStringLiteral("it ended with 2: /bin/ls: ");
        QTest::newRow("none") << QStringList{QStringLiteral("/nowhere/at/all")} << QString();
        QTest::newRow("hangs") << QStringList{QStringLiteral("/bin/sleep"), QStringLiteral("60")}
                               << QStringLiteral("it takes too long");
    }
    void failingCommands()
    {
        QFETCH(QStringList, command);
        QFETCH(QString, reason);
        CommandSender sender(command, {}, systemClock());
        sender.setTimeoutMs(300);
        sender.notify(notice("A"));
        QTRY_COMPARE(sender.status().failed, std::uint64_t{1});
        const QString said = QString::fromStdString(plainText(*sender.status().lastError));
        QVERIFY2(said.contains(reason) && said.contains(command.constFirst()), qPrintable(said));
        QVERIFY2(!said.contains(QStringLiteral("s3cr3t")) && !said.contains(QStringLiteral("--help")),
                 qPrintable(said));
    }

    void alertmanager()
    {
        HttpServer server;
        server.serve("/am/api/v2/alerts", HttpAnswer::page("{}", "application/json"));
        server.serve(
            "/am/api/v2/silences",
            HttpAnswer::page("[{\"id\":\"x\",\"startsAt\":\"2024-01-01T00:00:00Z\",\"endsAt\":"
                             "\"2034-01-01T01:00:00Z\",\"matchers\":[{\"name\":\"a\",\"value\":\"b\","
                             "\"isRegex\":false}]}]",
                             "application/json"));
        AlertmanagerSender sender({{server.url(QStringLiteral("/am/"))}, {}, {"http://me", {}, {}}},
                                  systemClock());
        QTRY_COMPARE(sender.silences().size(), std::size_t{1});
        std::vector<NotifyAlert> alerts;
        for (int i = 0; i < 300; ++i)
            alerts.push_back(alert(i));
        sender.update(alerts);
        sender.update(alerts); // nothing is due again
        QTRY_COMPARE(sender.status().sent, std::uint64_t{2});
        QList<qsizetype> sizes;
        for (const HttpRequest &request : server.requests()) {
            if (request.method == "POST")
                sizes << request.body.count("\"generatorURL\"");
        }
        QCOMPARE(sizes, (QList<qsizetype>{256, 44}));
    }
};

} // namespace

SIGHTGLASS_TEST(SendersTest)

#include "senderstest.moc"
