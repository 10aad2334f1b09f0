// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/actionrunner.h"
#include "app/demo/sinkhost.h"
#include "app/demo/smtpclient.h"
#include "tests/support/testcase.h"

#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

#include <thread>

namespace {

using namespace sightglass::demo;
using namespace std::chrono_literals;
using Answer = Treatment::Answer;

/// A port that refuses: it was free a moment ago.
std::uint16_t closedPort()
{
    QTcpServer server;
    server.listen(QHostAddress::LocalHost);
    return server.serverPort();
}

class NetworkTest : public sightglass::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void everyRemoteActionSucceeds_data();
    void everyRemoteActionSucceeds();
    void rejectedActions_data() { everyRemoteActionSucceeds_data(); }
    void rejectedActions();
    void silentServicesTimeOut();
    void aLateAnswerDoesNotReachTheNextRequest();
    void refusedConnections();
    void connectionsAreKept();
    void stoppingInterruptsAtOnce();
    void strangeAnswersAreRejected_data();
    void strangeAnswersAreRejected();
    void localActionsWork();
    void faultModelKeepsItsShares();
};

/// What an action needs around it.
struct Bench
{
    explicit Bench(Endpoints endpoints)
        : index(SearchIndex::open(dir.filePath(QStringLiteral("s.db")).toStdString()))
        , runner(endpoints, {cache, *index.value()}, stop)
    {
        job.event = {7, 3, R"({"kind":"order_paid","amount":41})"};
        job.entity = std::make_shared<const Entity>(
            Entity{3, "Customer 3", "gold", "customer3@demo.invalid", "+49 30 3", ".a note\n.with dots"});
    }

    QTemporaryDir dir;
    StopSignal stop;
    ResultCache cache{100'000};
    sightglass::Result<std::unique_ptr<SearchIndex>> index;
    ActionRunner runner;
    Job job;
};

void NetworkTest::everyRemoteActionSucceeds_data()
{
    QTest::addColumn<int>("type");
    for (const ActionType type :
         {ActionType::Webhook, ActionType::Slack, ActionType::Email, ActionType::Sms, ActionType::Push})
        QTest::newRow(nameOf(type).data()) << static_cast<int>(type);
}

void NetworkTest::everyRemoteActionSucceeds()
{
    QFETCH(int, type);
    std::atomic<int> seen = -1;
    SinkHost sinks([&seen](ActionType asked) {
        seen = static_cast<int>(asked);
        return Treatment{.answer = Answer::Accept, .delay = 5ms};
    });
    Bench bench(sinks.endpoints());
    const TimePoint begun = Clock::now();
    const ActionResult result = bench.runner.run(static_cast<ActionType>(type), bench.job);
    QVERIFY(!result.error && !result.cancelled);
    QVERIFY(Clock::now() - begun >= 4ms);
    QCOMPARE(seen.load(), type);
}

void NetworkTest::rejectedActions()
{
    QFETCH(int, type);
    SinkHost sinks([](ActionType) { return Treatment{.answer = Answer::Reject}; });
    Bench bench(sinks.endpoints());
    for (int i = 0; i < 2; ++i) {
        const ActionResult result = bench.runner.run(static_cast<ActionType>(type), bench.job);
        QVERIFY(result.error == ActionError::Rejected);
    }
}

void NetworkTest::silentServicesTimeOut()
{
    SinkHost sinks([](ActionType) { return Treatment{.answer = Answer::Never}; });
    const StopSignal stop;
    const TimePoint begun = Clock::now();
    HttpClient http(sinks.endpoints().http, stop);
    QCOMPARE(http.post("/webhook", "{}", begun + 60ms), NetOutcome::Timeout);
    QCOMPARE(sendMail(sinks.endpoints().smtp, {"a@b", "s", "t"}, begun + 120ms, stop), NetOutcome::Timeout);
    QVERIFY(Clock::now() - begun >= 120ms);
    QVERIFY(Clock::now() - begun < 2s);
}

void NetworkTest::aLateAnswerDoesNotReachTheNextRequest()
{
    std::atomic<int> requests = 0;
    SinkHost sinks([&requests](ActionType) {
        return ++requests == 1 ? Treatment{.answer = Answer::Reject, .delay = 100ms}
                               : Treatment{.delay = 150ms};
    });
    const StopSignal stop;
    HttpClient http(sinks.endpoints().http, stop);
    QCOMPARE(http.post("/webhook", "{}", Clock::now() + 30ms), NetOutcome::Timeout);
    QCOMPARE(http.post("/webhook", "{}", Clock::now() + 5s), NetOutcome::Ok);
}

void NetworkTest::refusedConnections()
{
    const std::uint16_t port = closedPort();
    Bench bench({port, port});
    QVERIFY(bench.runner.run(ActionType::Webhook, bench.job).error == ActionError::Connection);
    QVERIFY(bench.runner.run(ActionType::Email, bench.job).error == ActionError::Connection);
}

void NetworkTest::connectionsAreKept()
{
    SinkHost sinks([](ActionType) { return Treatment{}; });
    const StopSignal stop;
    HttpClient http(sinks.endpoints().http, stop);
    for (int i = 0; i < 50; ++i)
        QCOMPARE(http.post(i % 2 == 0 ? "/webhook" : "/sms", "{}", Clock::now() + 5s), NetOutcome::Ok);
    QCOMPARE(http.post("/nowhere", "{}", Clock::now() + 5s), NetOutcome::Rejected);
    QCOMPARE(http.post("/push", "{}", Clock::now() + 5s), NetOutcome::Ok);
}

void NetworkTest::stoppingInterruptsAtOnce()
{
    SinkHost sinks([](ActionType) { return Treatment{.answer = Answer::Never}; });
    Bench bench(sinks.endpoints());
    std::jthread stopper([&bench] {
        // The sink never answers, and nobody tells that the runner has begun to wait for it.
        std::this_thread::sleep_for(30ms);
        bench.stop.raise();
    });
    const TimePoint begun = Clock::now();
    const ActionResult result = bench.runner.run(ActionType::Email, bench.job);
    QVERIFY(result.cancelled && !result.error);
    QVERIFY(Clock::now() - begun < 1s);
}

void NetworkTest::strangeAnswersAreRejected_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<int>("outcome");
    const auto row = [](const char *name, const QByteArray &answer, NetOutcome outcome) {
        QTest::newRow(name) << answer << static_cast<int>(outcome);
    };
    row("good", "HTTP/1.1 204 No Content\r\ncontent-LENGTH:0\r\n\r\n", NetOutcome::Ok);
    row("with body", "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello", NetOutcome::Ok);
    row("no length", "HTTP/1.1 200 OK\r\n\r\n", NetOutcome::Rejected);
    row("another protocol", "220 smtp here\r\n\r\n", NetOutcome::Rejected);
    row("endless line", QByteArray(20'000, 'x'), NetOutcome::Rejected);
    row("hangs up", "HTTP/1.1 200 OK\r\nContent-Le", NetOutcome::Connection);
}

void NetworkTest::strangeAnswersAreRejected()
{
    QFETCH(QByteArray, answer);
    QFETCH(int, outcome);
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    connect(&server, &QTcpServer::newConnection, this, [&server, answer] {
        QTcpSocket *socket = server.nextPendingConnection();
        connect(socket, &QTcpSocket::readyRead, socket, [socket, answer] {
            socket->readAll();
            socket->write(answer);
            socket->disconnectFromHost();
        });
    });
    const StopSignal stop;
    std::atomic<int> got = -1;
    std::jthread client([&got, &stop, port = server.serverPort()] {
        HttpClient http(port, stop);
        got = static_cast<int>(http.post("/webhook", "{}", Clock::now() + 5s));
    });
    QTRY_COMPARE(got.load(), outcome);
}

void NetworkTest::localActionsWork()
{
    Bench bench({0, 0});
    bench.cache.insert(bench.job.entity);
    QVERIFY(!bench.runner.run(ActionType::Cache, bench.job).error);
    QVERIFY(!bench.cache.find(3));
    QVERIFY(!bench.runner.run(ActionType::Search, bench.job).error);
    QCOMPARE((*bench.index)->count("order_paid"), 1);
}

void NetworkTest::faultModelKeepsItsShares()
{
    FaultModel model(1);
    int rejected = 0;
    int silent = 0;
    for (int i = 0; i < 10'000; ++i) {
        const Answer answer = model.treat(ActionType::Email, {.rejectShare = 0.3, .hangShare = 0.1}).answer;
        rejected += answer == Answer::Reject ? 1 : 0;
        silent += answer == Answer::Never ? 1 : 0;
    }
    QVERIFY(rejected > 2'800 && rejected < 3'200);
    QVERIFY(silent > 880 && silent < 1'120);
    std::vector<Milliseconds> delays;
    for (int i = 0; i < 2'001; ++i)
        delays.push_back(model.treat(ActionType::Email, {.slowdown = 10, .rejectShare = 0}).delay);
    std::ranges::sort(delays);
    QVERIFY(delays[1'000] > 180ms && delays[1'000] < 270ms);
    QVERIFY(delays.back() > 10 * delays[1'000]);
}

} // namespace

SIGHTGLASS_TEST(NetworkTest)

#include "networktest.moc"
