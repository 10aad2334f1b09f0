// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/cli/program.h"
#include "tests/support/httpserver.h"
#include "tests/support/peer.h"
#include "tests/support/serveprocess.h"
#include "tests/support/testcase.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QSaveFile>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

namespace {

using namespace sightglass::test;

/// By this a system is recognised whose dashboard switches bundled rules on.
constexpr const char *streamhousePage = "streamhouse_producer_records_total 1\n";

/// Rule files of `sightglass serve`, and its alerts across kills.
class ServeRulesTest : public TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void filesAreFollowed();
    void patternsAreFollowed();
    void hangUpReadsAgain();
    void stateFileOfSomebodyElse_data();
    void stateFileOfSomebodyElse();
    void garbledSamplesAreTold();
    void bundledRulesOff_data();
    void bundledRulesOff();
    void brokenAtFirst();
    void killedWhilePending();
    void killedWhileFiring();
    void endedByASignal();
    void itsOwnAddress_data();
    void itsOwnAddress();
    void rulesThatComeAlong();
    void sendersAreTold();

private:
    [[nodiscard]] QString path(const char *name) const { return m_folder->filePath(QLatin1String(name)); }
    /// As editors do it: the file is replaced.
    void write(const char *name, const QByteArray &content) const
    {
        QSaveFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) == content.size() && file.commit());
    }
    [[nodiscard]] QStringList arguments() const
    {
        return {QStringLiteral("--target"), m_target->url().toString(),      QStringLiteral("--rules"),
                path("rules.yml"),          QStringLiteral("--alert-state"), path("state.json")};
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<HttpServer> m_target;
};

void ServeRulesTest::init()
{
    TestCase::init();
    m_folder = std::make_unique<QTemporaryDir>();
    m_target = std::make_unique<HttpServer>();
    m_target->serve("/metrics", HttpAnswer::page("depth 6\n"));
}

QString stateOf(const QJsonArray &alerts)
{
    return alerts.isEmpty() ? QString() : alerts.at(0)[QLatin1String("state")].toString();
}

QDateTime activeSince(const QJsonArray &alerts)
{
    return QDateTime::fromString(alerts.at(0)[QLatin1String("activeAt")].toString(), Qt::ISODateWithMs);
}

void ServeRulesTest::filesAreFollowed()
{
    write("rules.yml",
          "groups:\n- name: g\n  interval: 1s\n  limit: 7\n  rules:\n  - {alert: Deep, expr: depth > 5}\n");
    ServeProcess serve;
    QVERIFY(serve.start(arguments()));
    QTRY_COMPARE_WITH_TIMEOUT(stateOf(serve.alerts()), QStringLiteral("firing"), 20'000);
    const QDateTime since = activeSince(serve.alerts());
    const QJsonObject group = serve.groups().at(0).toObject();
    QCOMPARE(group[QLatin1String("name")].toString(), QStringLiteral("g"));
    QCOMPARE(group[QLatin1String("file")].toString(), path("rules.yml"));
    QCOMPARE(group[QLatin1String("interval")].toDouble(), 1.0);
    QCOMPARE(group[QLatin1String("limit")].toInt(), 7);
    const QJsonObject rule = group[QLatin1String("rules")].toArray().at(0).toObject();
    QCOMPARE(rule[QLatin1String("health")].toString(), QStringLiteral("ok"));
    QVERIFY(rule[QLatin1String("evaluationTime")].toDouble() > 0);
    QVERIFY(QDateTime::fromString(rule[QLatin1String("lastEvaluation")].toString(), Qt::ISODateWithMs) >=
            since);

    // A broken file keeps its groups and says where it is broken.
    write("rules.yml", "groups:\n- name: g\n  interval: 1s\n  rules:\n  - {alert: Deep, expr: depth >}\n");
    QTRY_VERIFY(!serve.answer("/api/v1/rules")[QLatin1String("warnings")].toArray().isEmpty());
    const QString warning =
        serve.answer("/api/v1/rules")[QLatin1String("warnings")].toArray().at(0).toString();
    QVERIFY2(warning.startsWith(path("rules.yml") + QStringLiteral(":5:")), qPrintable(warning));
    QCOMPARE(stateOf(serve.alerts()), QStringLiteral("firing"));
    QTRY_VERIFY(serve.errors().contains(path("rules.yml").toUtf8() + ":5:"));

    // A good one takes the states along.
    write("rules.yml",
          "groups:\n- name: g\n  interval: 1s\n  rules:\n  - {record: r, expr: depth}\n  - {alert: Deep, "
          "expr: depth > 4}\n");
    QTRY_COMPARE(serve.groups().at(0)[QLatin1String("rules")].toArray().size(), 2);
    QVERIFY(serve.answer("/api/v1/rules")[QLatin1String("warnings")].toArray().isEmpty());
    QCOMPARE(activeSince(serve.alerts()), since);
    write("rules.yml", "");
    QTRY_VERIFY(serve.groups().isEmpty());
}

QStringList groupNames(const QJsonArray &groups)
{
    QStringList names;
    for (const QJsonValue &group : groups)
        names << group[QLatin1String("name")].toString();
    return names;
}

/// As rule_files of a prometheus.yml.
void ServeRulesTest::patternsAreFollowed()
{
    write("r1.yml", "groups: [{name: one, rules: [{record: a, expr: depth}]}]\n");
    ServeProcess serve;
    QVERIFY(serve.start({QStringLiteral("--target"), m_target->url().toString(), QStringLiteral("--rules"),
                         path("r*.yml"), QStringLiteral("--alert-state"), QStringLiteral("none")}));
    QTRY_COMPARE_WITH_TIMEOUT(groupNames(serve.groups()), QStringList{QStringLiteral("one")}, 20'000);
    write("r2.yml", "groups: [{name: two, rules: [{record: b, expr: depth}]}]\n");
    const QStringList both{QStringLiteral("one"), QStringLiteral("two")};
    QTRY_COMPARE_WITH_TIMEOUT(groupNames(serve.groups()), both, 20'000);
    // A broken one is told, keeps its groups, and holds up no other.
    write("r1.yml", "groups: [{name: one, rules: [{record: a, expr: depth >}]}]\n");
    QTRY_VERIFY_WITH_TIMEOUT(serve.errors().contains(path("r1.yml").toUtf8() + ":1:"), 20'000);
    write("r3.yml", "groups: [{name: three, rules: [{record: c, expr: depth}]}]\n");
    QTRY_COMPARE_WITH_TIMEOUT(groupNames(serve.groups()), both + QStringList{QStringLiteral("three")},
                              20'000);
    QVERIFY(QFile::remove(path("r2.yml")));
    QTRY_COMPARE_WITH_TIMEOUT(groupNames(serve.groups()),
                              (QStringList{QStringLiteral("one"), QStringLiteral("three")}), 20'000);
    QVERIFY(serve.terminate());
    const Outcome none =
        runProgram({QStringLiteral("serve"), QStringLiteral("--listen"), QStringLiteral("127.0.0.1:0"),
                    QStringLiteral("--target"), m_target->url().toString(), QStringLiteral("--rules"),
                    path("x*.yml"), QStringLiteral("--alert-state"), QStringLiteral("none")});
    QVERIFY2(none.exitCode == 1 && none.err.contains(QStringLiteral("no file matches it")),
             none.said().constData());
}

/// As Prometheus, which does not end.
void ServeRulesTest::hangUpReadsAgain()
{
    write("rules.yml", "groups:\n- name: g\n  interval: 1s\n  rules:\n  - {alert: Deep, expr: depth > 5}\n");
    ServeProcess serve;
    QVERIFY(serve.start(arguments()));
    QTRY_COMPARE_WITH_TIMEOUT(stateOf(serve.alerts()), QStringLiteral("firing"), 20'000);
    const QDateTime since = activeSince(serve.alerts());
    for (int times = 1; times <= 2; ++times) {
        serve.hangUp();
        QTRY_COMPARE_WITH_TIMEOUT(serve.errors().count("SIGHUP: "), times, 20'000);
        QCOMPARE(activeSince(serve.alerts()), since);
    }
    QVERIFY(serve.terminate());
    QCOMPARE(serve.exitCode(), 0);
}

void ServeRulesTest::stateFileOfSomebodyElse_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("rules") << QStringLiteral("state.json") << QByteArray("groups: []\n");
    QTest::newRow("other JSON") << QStringLiteral("state.json") << QByteArray("{\"a\": 1}");
    QTest::newRow("beside it") << QStringLiteral("state.json.samples") << QByteArray("my samples\n");
}

/// Whatever the user names by mistake is not overwritten.
void ServeRulesTest::stateFileOfSomebodyElse()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, content);
    write("rules.yml", "groups: []\n");
    write(name.toLatin1().constData(), content);
    const Outcome outcome = runProgram(
        QStringList{QStringLiteral("serve"), QStringLiteral("--listen"), QStringLiteral("127.0.0.1:0")} +
        arguments());
    QVERIFY2(outcome.exitCode == 2, outcome.said().constData());
    QVERIFY2(outcome.err.contains(m_folder->filePath(name) + QStringLiteral(" is not a file of kept")),
             outcome.said().constData());
    QFile file(m_folder->filePath(name));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), content);
}

/// Its own are told, and gone on without; an empty file is none.
void ServeRulesTest::garbledSamplesAreTold()
{
    write("rules.yml", "groups: []\n");
    write("state.json", "");
    write("state.json.samples", "sightglass kept samples 1\ngarbled, and long enough to be a batch");
    ServeProcess serve;
    QVERIFY(serve.start(arguments()));
    QTRY_VERIFY_WITH_TIMEOUT(serve.errors().contains("state.json.samples: garbled from byte 26 on"), 20'000);
    QVERIFY2(!serve.errors().contains("state.json: "), serve.errors().constData());
}

void ServeRulesTest::bundledRulesOff_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<QStringList>("files");
    const QString house = QStringLiteral("bundled:streamhouse");
    QTest::newRow("usual") << QStringList() << QStringList{house};
    QTest::newRow("off") << QStringList{QStringLiteral("--no-bundled-rules")} << QStringList();
    const QStringList others{QStringLiteral("--webhook"), QStringLiteral("http://127.0.0.1:1/x")};
    QTest::newRow("others are told") << others << QStringList();
    QTest::newRow("asked for") << others + QStringList{QStringLiteral("--rules"), house}
                               << QStringList{house};
}

void ServeRulesTest::bundledRulesOff()
{
    QFETCH(QStringList, options);
    QFETCH(QStringList, files);
    m_target->serve("/metrics", HttpAnswer::page(streamhousePage));
    write("rules.yml", "groups: [{name: own, rules: [{record: a, expr: up}]}]\n");
    ServeProcess serve;
    QVERIFY(serve.start(arguments() + options));
    const auto shown = [&serve] {
        QStringList names;
        for (const QJsonValue &group : serve.groups())
            names << group[QLatin1String("file")].toString();
        names.removeAll(QString());
        names.removeDuplicates();
        return names;
    };
    const QStringList own{path("rules.yml")};
    QTRY_VERIFY_WITH_TIMEOUT(shown().contains(own.first()), 20'000);
    if (files.isEmpty())
        QTest::qWait(3000); // as long as it takes to recognise it
    QTRY_COMPARE_WITH_TIMEOUT(shown().mid(0, 2), own + files, 20'000);
}

/// As Prometheus, it does not begin with rules that are none.
void ServeRulesTest::brokenAtFirst()
{
    write("rules.yml", "groups: [{name: g, rules: [{record: r}]}]\n");
    const Outcome outcome = runProgram(
        QStringList{QStringLiteral("serve"), QStringLiteral("--listen"), QStringLiteral("127.0.0.1:0")} +
        arguments());
    QCOMPARE(outcome.exitCode, 1);
    QVERIFY2(outcome.err.contains(path("rules.yml") + QStringLiteral(":1:")), outcome.said().constData());
}

void ServeRulesTest::killedWhilePending()
{
    write("rules.yml",
          "groups:\n- name: g\n  interval: 1s\n  rules:\n  - {alert: Deep, expr: depth > 5, for: 30m}\n");
    auto serve = std::make_unique<ServeProcess>();
    QVERIFY(serve->start(arguments()));
    QTRY_COMPARE_WITH_TIMEOUT(stateOf(serve->alerts()), QStringLiteral("pending"), 20'000);
    const QDateTime since = activeSince(serve->alerts());
    QTRY_VERIFY_WITH_TIMEOUT(QFile(path("state.json")).size() > 80, 20'000);
    QFile file(path("state.json"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const double seenAt = QJsonDocument::fromJson(file.readAll())[QLatin1String("alerts")]
                              .toArray()
                              .at(0)[QLatin1String("seenAt")]
                              .toDouble();
    QTest::qWait(4000); // an outage
    serve->kill();
    serve = std::make_unique<ServeProcess>();
    QVERIFY(serve->start(arguments()));
    QTRY_COMPARE_WITH_TIMEOUT(stateOf(serve->alerts()), QStringLiteral("pending"), 20'000);
    // Behind its second evaluation: what it was, moved on by what nobody saw.
    QTRY_VERIFY_WITH_TIMEOUT(activeSince(serve->alerts()) < since.addSecs(12), 20'000);
    QVERIFY(activeSince(serve->alerts()) >= since.addSecs(-1));
    QVERIFY(seenAt > 1e9);
    QCOMPARE(stateOf(serve->alerts()), QStringLiteral("pending"));
}

/// Its file as it is after half an hour, which no test waits for.
void ServeRulesTest::killedWhileFiring()
{
    write("rules.yml",
          "groups:\n- name: g\n  interval: 1s\n  rules:\n  - {alert: Deep, expr: depth > 5, for: 20m}\n");
    const qint64 now = QDateTime::currentSecsSinceEpoch();
    // Which job a target without a name has, is the product's affair: asked of itself.
    ServeProcess asked;
    QVERIFY(asked.start({QStringLiteral("--target"), m_target->url().toString(), QStringLiteral("--rules"),
                         path("rules.yml"), QStringLiteral("--alert-state"), QStringLiteral("none")}));
    QTRY_VERIFY_WITH_TIMEOUT(!asked.alerts().isEmpty(), 20'000);
    const QJsonObject labels = asked.alerts().at(0)[QLatin1String("labels")].toObject();
    asked.kill();
    const QJsonObject kept{
        {QStringLiteral("version"), 1},
        {QStringLiteral("alerts"),
         QJsonArray{QJsonObject{{QStringLiteral("labels"), labels},
                                {QStringLiteral("seenAt"), static_cast<double>(now - 30)},
                                {QStringLiteral("activeAt"), static_cast<double>(now - 1800)}}}}};
    write("state.json", QJsonDocument(kept).toJson());
    ServeProcess serve;
    QVERIFY(serve.start(arguments()));
    QTRY_COMPARE_WITH_TIMEOUT(stateOf(serve.alerts()), QStringLiteral("firing"), 20'000);
    QCOMPARE(activeSince(serve.alerts()).toSecsSinceEpoch(), now - 1800);
}

void ServeRulesTest::endedByASignal()
{
    write("rules.yml",
          "groups:\n- name: g\n  interval: 1s\n  rules:\n  - {alert: Deep, expr: depth > 5, for: 30m}\n");
    ServeProcess serve;
    QVERIFY(serve.start(arguments()));
    QTRY_COMPARE_WITH_TIMEOUT(stateOf(serve.alerts()), QStringLiteral("pending"), 20'000);
    QVERIFY(serve.terminate());
    QCOMPARE(serve.exitCode(), 0);
    QFile file(path("state.json"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll().contains("\"Deep\""));
    QCOMPARE(file.permissions() & (QFileDevice::ReadOther | QFileDevice::ReadGroup),
             QFileDevice::Permissions());
}

void ServeRulesTest::itsOwnAddress_data()
{
    QTest::addColumn<QString>("given");
    QTest::addColumn<QString>("path");
    QTest::newRow("where it listens") << QString() << QString();
    QTest::newRow("as it is told") << QStringLiteral("https://alerts.example.org/sight/")
                                   << QStringLiteral("/sight");
}

/// As Prometheus: templates know how to link back.
void ServeRulesTest::itsOwnAddress()
{
    QFETCH(QString, given);
    QFETCH(QString, path);
    write("rules.yml", "groups:\n- name: g\n  interval: 1s\n  rules:\n  - alert: Deep\n    expr: depth > 5\n"
                       "    annotations: {url: '{{ externalURL }}', same: '{{ $externalURL }}', path: '{{ "
                       "pathPrefix }}'}\n");
    ServeProcess serve;
    const quint16 port = unusedPort();
    const QStringList more =
        given.isEmpty() ? QStringList() : QStringList{QStringLiteral("--external-url"), given};
    QVERIFY(serve.start(arguments() + more, port));
    QTRY_COMPARE_WITH_TIMEOUT(stateOf(serve.alerts()), QStringLiteral("firing"), 20'000);
    const QJsonObject said = serve.alerts().at(0)[QLatin1String("annotations")].toObject();
    const QString expected = given.isEmpty() ? QStringLiteral("http://127.0.0.1:%1").arg(port)
                                             : QStringLiteral("https://alerts.example.org/sight");
    QCOMPARE(said[QLatin1String("url")].toString(), expected);
    QCOMPARE(said[QLatin1String("same")].toString(), expected);
    QCOMPARE(said[QLatin1String("path")].toString(), path);
}

/// Off until switched on, or until a dashboard asks for them; each with unit tests that promtool and we pass.
void ServeRulesTest::rulesThatComeAlong()
{
    const QDir rules(QStringLiteral(SIGHTGLASS_SOURCE_DIR "/resources/rules"));
    const QStringList tests = rules.entryList({QStringLiteral("*.test.yml")}, QDir::Files);
    QVERIFY(tests.size() >= 9);
    QFile resources(QStringLiteral(SIGHTGLASS_SOURCE_DIR "/resources/resources.qrc"));
    QVERIFY(resources.open(QIODevice::ReadOnly));
    const QByteArray listed = resources.readAll();
    QCOMPARE(rules.entryList({QStringLiteral("*.yml")}, QDir::Files).size(), 2 * tests.size());
    for (const QString &test : tests) {
        const QString file = rules.filePath(test);
        const QByteArray rulesName = "rules/" + test.section(QLatin1Char('.'), 0, 0).toUtf8() + ".yml<";
        QVERIFY2(listed.contains(rulesName), rulesName.constData());
        const Outcome outcome = runProgram({QStringLiteral("test"), QStringLiteral("rules"), file});
        QVERIFY2(outcome.exitCode == 0, outcome.said().constData());
        const QString promtool = peerProgram(QStringLiteral("promtool"));
        if (!promtool.isEmpty())
            QCOMPARE(QProcess::execute(promtool, {QStringLiteral("test"), QStringLiteral("rules"), file}), 0);
    }
    ServeProcess serve;
    QVERIFY(serve.start({QStringLiteral("--target"), m_target->url().toString(), QStringLiteral("--rules"),
                         QStringLiteral("bundled:process"), QStringLiteral("--alert-state"),
                         QStringLiteral("none")}));
    QTRY_COMPARE_WITH_TIMEOUT(serve.groups().size(), 1, 20'000);
    QCOMPARE(serve.groups().at(0)[QLatin1String("file")].toString(), QStringLiteral("bundled:process"));
}

/// The API and the metrics say who is told; of Alertmanagers as Debian's Prometheus says it.
void ServeRulesTest::sendersAreTold()
{
    write("rules.yml", "groups:\n- name: g\n  interval: 1s\n  rules:\n  - {alert: Deep, expr: depth > 5}\n");
    HttpServer alertmanager;
    alertmanager.serve("/api/v2/alerts", HttpAnswer::page("{}", "application/json"));
    alertmanager.serve("/api/v2/silences", HttpAnswer::page("[]", "application/json"));
    const QString base = QStringLiteral("http://127.0.0.1:%1").arg(alertmanager.port());
    write("hook", base.toUtf8() + "/gone\n"); // not an argument, which other users see
    ServeProcess serve;
    QVERIFY(
        serve.start(arguments() + QStringList{QStringLiteral("--alertmanager"), base,
                                              QStringLiteral("--webhook"), QLatin1Char('@') + path("hook")}));
    const QJsonObject expected{
        {QStringLiteral("activeAlertmanagers"),
         QJsonArray{QJsonObject{{QStringLiteral("url"), base + QStringLiteral("/api/v2/alerts")}}}},
        {QStringLiteral("droppedAlertmanagers"), QJsonArray{}}};
    const auto told = [&serve] {
        return serve.answer("/api/v1/alertmanagers")[QLatin1String("data")].toObject();
    };
    QTRY_COMPARE_WITH_TIMEOUT(told(), expected, 20'000);
    const auto figure = [&serve](const QByteArray &name, const QByteArray &sender) {
        const QByteArray page = serve.metrics();
        const qsizetype at = page.indexOf("\n" + name + "{sender=\"" + sender + "\"} ");
        return at < 0 ? -1.0 : page.mid(page.indexOf("} ", at) + 2).split('\n').first().toDouble();
    };
    QTRY_VERIFY_WITH_TIMEOUT(figure("sightglass_notifications_sent_total", base.toUtf8()) > 0, 20'000);
    // The webhook waits for its group; what may be a secret in its address is nobody's.
    const QByteArray page = serve.metrics();
    QCOMPARE(page.count("\nsightglass_notifications_failed_total{"), 2);
    QVERIFY2(!page.contains("/gone"), page.constData());

    Peer prometheus;
    if (peerProgram(QStringLiteral("prometheus")).isEmpty())
        QSKIP(qPrintable(peerSkipText(QStringLiteral("prometheus"))));
    QVERIFY(prometheus.startPrometheus("alerting: {alertmanagers: [{static_configs: [{targets: ['127.0.0.1:" +
                                       QByteArray::number(alertmanager.port()) + "']}]}]}\n"));
    const auto theirs = [&prometheus] {
        QTcpSocket socket;
        socket.connectToHost(QHostAddress(QHostAddress::LocalHost), prometheus.port());
        socket.write("GET /api/v1/alertmanagers HTTP/1.0\r\n\r\n");
        QByteArray bytes;
        while (socket.waitForReadyRead(5000))
            bytes += socket.readAll();
        return QJsonDocument::fromJson(bytes.mid(bytes.indexOf("\r\n\r\n") + 4))
            .object()[QLatin1String("data")]
            .toObject();
    };
    QTRY_COMPARE_WITH_TIMEOUT(theirs(), expected, 20'000);
}

} // namespace

SIGHTGLASS_TEST(ServeRulesTest)

#include "serverulestest.moc"
