// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/livecheckoutcome.h"
#include "tests/app/cli/program.h"
#include "tests/support/httpserver.h"
#include "tests/support/testcase.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

#include <algorithm>
#include <csignal>
#include <memory>

namespace {

using namespace sightglass;
using namespace sightglass::test;

constexpr const char *rules = "groups:\n- name: g\n  interval: 1s\n  rules:\n"
                              "  - {record: twice, expr: depth * 2}\n"
                              "  - alert: Deep\n    expr: twice > 10\n    labels: {severity: warning}\n"
                              "    annotations: {summary: 'depth {{ $value }} <b>&'}\n"
                              "  - {alert: Later, expr: depth > 1, for: 1h}\n"
                              "  - {alert: Gone, expr: absent(depth)}\n";

Outcome check(const QStringList &arguments)
{
    return runProgram(QStringList{QStringLiteral("check")} + arguments);
}

/// `sightglass check --target`, the real program, and what it makes of a check.
class LiveCheckTest : public TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { write("rules.yml", rules); }

    void quiet()
    {
        HttpServer server;
        server.serve("/metrics", HttpAnswer::page("depth 1\n"));
        const Outcome outcome = check(arguments(server.url()));
        QVERIFY2(outcome.exitCode == 0, outcome.said().constData());
        QVERIFY2(outcome.out.contains(QStringLiteral("1 target, 4 rules, 0 alerts fired, 0 pending")),
                 outcome.said().constData());
    }

    void alerts()
    {
        HttpServer server;
        server.serve("/metrics", HttpAnswer::page("depth{q=\"\xe2\x80\xae\\\"x\"} 6\n"));
        const QString junit = path("junit.xml");
        const Outcome outcome =
            check(arguments(server.url()) + QStringList{QStringLiteral("--junit"), junit});
        QVERIFY2(outcome.exitCode == 1, outcome.said().constData());
        for (const char *part : {"ALERT", "Deep", "firing", "warning", "12", "depth 12 <b>&", "Later",
                                 "pending", "1 alert fired, 1 pending"})
            QVERIFY2(outcome.out.contains(QLatin1String(part)), outcome.said().constData());
        QVERIFY2(!outcome.out.contains(QChar(0x202e)), outcome.said().constData());
        const QMap<QString, QString> cases = verdicts(read(junit));
        QCOMPARE(cases.value(QStringLiteral("g/Deep")), QStringLiteral("failure: 1 alert fired"));
        QCOMPARE(cases.value(QStringLiteral("g/Later")), QStringLiteral("system-out"));
        QCOMPARE(cases.value(QStringLiteral("g/twice")), QString());
        QVERIFY(cases.contains(QStringLiteral("targets/") + server.url().toString()));
    }

    void severityThatFails_data()
    {
        QTest::addColumn<QString>("failOn");
        QTest::addColumn<int>("exitCode");
        QTest::newRow("info") << QStringLiteral("info") << 1;
        QTest::newRow("warning") << QStringLiteral("warning") << 1;
        QTest::newRow("critical") << QStringLiteral("critical") << 0;
        QTest::newRow("unknown") << QStringLiteral("bad") << 2;
    }
    void severityThatFails()
    {
        QFETCH(QString, failOn);
        QFETCH(int, exitCode);
        HttpServer server;
        server.serve("/metrics", HttpAnswer::page("depth 6\n"));
        const Outcome outcome =
            check(arguments(server.url()) + QStringList{QStringLiteral("--fail-on"), failOn});
        QVERIFY2(outcome.exitCode == exitCode, outcome.said().constData());
    }

    /// What fired and is over still counts.
    void resolvedMeanwhile()
    {
        HttpServer server;
        int scrapes = 0;
        server.serve("/metrics", [&scrapes](const HttpRequest &) {
            return HttpAnswer::page(++scrapes < 4 ? "depth 6\n" : "depth 1\n");
        });
        const Outcome outcome = check(arguments(server.url(), "7s"));
        QVERIFY2(outcome.exitCode == 1, outcome.said().constData());
        QVERIFY2(outcome.out.contains(QStringLiteral("resolved")), outcome.said().constData());
    }

    void couldNotTell_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<bool>("answers");
        QTest::addColumn<QString>("said");
        QTest::newRow("never answered") << QByteArray(rules) << false << QStringLiteral("never answered: ");
        QTest::newRow("broken file") << QByteArray(
                                            "groups:\n- name: g\n  rules:\n  - {alert: A, expr: 'up >'}\n")
                                     << true << QStringLiteral("x.yml:4:27: group \"g\", rule 1, \"A\": ");
        QTest::newRow("rule fails")
            << QByteArray(
                   "groups:\n- name: g\n  rules:\n  - {record: r, expr: 'depth * on () group_left two'}\n")
            << true << QStringLiteral("g / r failed: ");
        QTest::newRow("nothing to look at")
            << QByteArray("groups:\n- name: g\n  rules:\n  - {alert: A, expr: 'rate(dept[1m]) > 1'}\n")
            << true
            << QStringLiteral("g / A saw nothing: there is no series of dept\n"
                              "no alerting rule had anything to look at");
        QTest::newRow("no rules") << QByteArray("groups: []\n") << true
                                  << QStringLiteral("no alerting rule had anything to look at");
    }
    void couldNotTell()
    {
        QFETCH(QByteArray, file);
        QFETCH(bool, answers);
        QFETCH(QString, said);
        HttpServer server;
        server.serve("/metrics", HttpAnswer::page("depth 1\ntwo{a=\"1\"} 1\ntwo{a=\"2\"} 1\n"));
        QUrl url = server.url();
        if (!answers)
            url.setPort(unusedPort());
        write("x.yml", file);
        const QString junit = path("errors.xml");
        const Outcome outcome =
            check({QStringLiteral("--target"), url.toString(), QStringLiteral("--rules"), path("x.yml"),
                   QStringLiteral("--for"), QStringLiteral("3s"), QStringLiteral("--junit"), junit});
        QVERIFY2(outcome.exitCode == 2, outcome.said().constData());
        QVERIFY2((outcome.out + outcome.err).contains(said), outcome.said().constData());
        if (answers && said.contains(QLatin1String("failed")))
            QVERIFY(verdicts(read(junit)).value(QStringLiteral("g/r")).startsWith(QLatin1String("error: ")));
        if (said.contains(QLatin1String("x.yml")))
            QVERIFY(verdicts(read(junit))
                        .value(QStringLiteral("files/") + path("x.yml"))
                        .contains(QStringLiteral("x.yml:4:27: ")));
        if (said.contains(QLatin1String("dept")))
            QCOMPARE(verdicts(read(junit)).value(QStringLiteral("g/A")),
                     QStringLiteral("error: there is no series of dept"));
        // Whoever reads the report alone sees that too.
        QVERIFY2(read(junit).contains("<error"), read(junit).constData());
    }

    /// An alert is certain whatever else cannot be seen; that it is quiet, is not.
    void aDeadTargetBesideAnother_data()
    {
        QTest::addColumn<QByteArray>("page");
        QTest::addColumn<int>("exitCode");
        QTest::newRow("an alert") << QByteArray("depth 6\n") << 1;
        QTest::newRow("quiet") << QByteArray("depth 1\n") << 2;
    }
    void aDeadTargetBesideAnother()
    {
        QFETCH(QByteArray, page);
        QFETCH(int, exitCode);
        HttpServer server;
        server.serve("/metrics", HttpAnswer::page(page));
        const QString junit = path("dead.xml");
        const QString dead = QStringLiteral("http://127.0.0.1:%1/metrics").arg(unusedPort());
        const Outcome outcome =
            check(arguments(server.url()) +
                  QStringList{QStringLiteral("--junit"), junit, QStringLiteral("--target"), dead});
        QVERIFY2(outcome.exitCode == exitCode, outcome.said().constData());
        QVERIFY2(outcome.out.contains(dead + QStringLiteral(" never answered")), outcome.said().constData());
        const QMap<QString, QString> cases = verdicts(read(junit));
        QVERIFY(cases.value(QStringLiteral("targets/") + dead).startsWith(QStringLiteral("error: never")));
        QCOMPARE(cases.value(QStringLiteral("g/Deep")).startsWith(QStringLiteral("failure")), exitCode == 1);
    }

    /// A target that went away, or was hardly there, does not tell that it was quiet; what fired is certain.
    void aTargetThatDies_data()
    {
        QTest::addColumn<QString>("answered"); // scrape by scrape, the last for all further ones
        QTest::addColumn<QByteArray>("page");
        QTest::addColumn<int>("exitCode");
        QTest::addColumn<QString>("said");
        QTest::newRow("dead at the end") << QStringLiteral("+++-") << QByteArray("depth 2\n") << 2
                                         << QStringLiteral("down at the end, missed ");
        QTest::newRow("after an alert")
            << QStringLiteral("+++-") << QByteArray("depth 6\n") << 1 << QStringLiteral("down at the end");
        QTest::newRow("hardly there")
            << QStringLiteral("+-----+") << QByteArray("depth 2\n") << 2 << QStringLiteral("missed 5 of ");
        QTest::newRow("once away") << QStringLiteral("++-+") << QByteArray("depth 2\n") << 0 << QString();
    }
    void aTargetThatDies()
    {
        QFETCH(QString, answered);
        QFETCH(QByteArray, page);
        QFETCH(int, exitCode);
        QFETCH(QString, said);
        HttpServer server;
        qsizetype scrapes = 0;
        server.serve("/metrics", [&](const HttpRequest &) {
            const QChar answer = answered.at(std::min(scrapes++, answered.size() - 1));
            return answer == u'+' ? HttpAnswer::page(page) : HttpAnswer::status("503 Service Unavailable");
        });
        write("x.yml", "groups:\n- name: g\n  interval: 1s\n  rules:\n  - {alert: A, expr: depth > 5}\n"
                       "  - {alert: B, expr: depth > 1, for: 1m}\n");
        const QString junit = path("dies.xml");
        const Outcome outcome = check({QStringLiteral("--target"), server.url().toString(),
                                       QStringLiteral("--rules"), path("x.yml"), QStringLiteral("--for"),
                                       QStringLiteral("8s"), QStringLiteral("--junit"), junit});
        QVERIFY2(outcome.exitCode == exitCode, outcome.said().constData());
        const QString verdict =
            verdicts(read(junit)).value(QStringLiteral("targets/") + server.url().toString());
        if (said.isEmpty()) {
            QCOMPARE(verdict, QString());
            return;
        }
        QVERIFY2(verdict.startsWith(QStringLiteral("error: ") + said), qPrintable(verdict));
        QVERIFY2(outcome.out.contains(QStringLiteral("missed ")), outcome.said().constData());
    }

    /// Told before anything is measured; no folder is made.
    void reportThatCannotBeWritten()
    {
        HttpServer server;
        server.serve("/metrics", HttpAnswer::page("depth 6\n"));
        const Outcome missing = check(arguments(server.url(), "10m") +
                                      QStringList{QStringLiteral("--junit"), path("no such folder/x.xml")});
        QCOMPARE(missing.exitCode, 2);
        QVERIFY2(missing.err.contains(QStringLiteral("there is no folder ") + path("no such folder")),
                 missing.said().constData());
        QVERIFY(!QFile::exists(path("no such folder")));
        const Outcome folder =
            check(arguments(server.url(), "3s") + QStringList{QStringLiteral("--junit"), path(".")});
        QVERIFY2(folder.exitCode == 2, folder.said().constData());
    }

    /// One that is blind beside others is told, and no more.
    void oneSeesNothing()
    {
        HttpServer server;
        server.serve("/metrics", HttpAnswer::page("depth 1\n"));
        write("x.yml", "groups:\n- name: g\n  rules:\n  - {alert: A, expr: dept > 1}\n"
                       "  - {alert: B, expr: depth > 1}\n  - {alert: C, expr: absent(depth)}\n");
        const Outcome outcome =
            check({QStringLiteral("--target"), server.url().toString(), QStringLiteral("--rules"),
                   path("x.yml"), QStringLiteral("--for"), QStringLiteral("3s")});
        QVERIFY2(outcome.exitCode == 0, outcome.said().constData());
        QVERIFY2(outcome.out.contains(QStringLiteral("g / A saw nothing")), outcome.said().constData());
        QVERIFY2(!outcome.out.contains(QStringLiteral("g / C")), outcome.said().constData());
    }

    /// What was seen until then is told, and written.
    void interrupted()
    {
        HttpServer server;
        server.serve("/metrics", HttpAnswer::page("depth 6\n"));
        const QString junit = path("interrupted.xml");
        QProcess process;
        process.start(QStringLiteral(SIGHTGLASS_BIN_DIR "/sightglass"),
                      QStringList{QStringLiteral("check")} + arguments(server.url(), "10m") +
                          QStringList{QStringLiteral("--junit"), junit});
        QVERIFY(process.waitForStarted());
        QTRY_VERIFY_WITH_TIMEOUT(server.requests().size() > 3, 20'000);
        ::kill(static_cast<pid_t>(process.processId()), SIGINT);
        QTRY_COMPARE_WITH_TIMEOUT(process.state(), QProcess::NotRunning, 10'000);
        QCOMPARE(process.exitStatus(), QProcess::NormalExit);
        QCOMPARE(process.exitCode(), 1); // what fired until then is certain
        const QByteArray said = process.readAllStandardOutput();
        QVERIFY2(said.contains("interrupted after "), said.constData());
        QVERIFY(verdicts(read(junit))
                    .value(QStringLiteral("targets/the whole check"))
                    .startsWith(QLatin1String("error: interrupted")));
    }

    /// Rules of one name and other labels are told apart, also where an alert came and went between two
    /// looks.
    void sameNames()
    {
        HttpServer server;
        server.serve("/metrics", HttpAnswer::page("depth 6\n"));
        write("x.yml", "groups:\n- name: g\n  interval: 1s\n  rules:\n"
                       "  - {alert: A, expr: depth > 5, labels: {severity: warning}}\n"
                       "  - {alert: A, expr: depth > 50, labels: {severity: critical}}\n");
        const QString junit = path("same.xml");
        const Outcome outcome = check({QStringLiteral("--target"), server.url().toString(),
                                       QStringLiteral("--rules"), path("x.yml"), QStringLiteral("--for"),
                                       QStringLiteral("3s"), QStringLiteral("--junit"), junit});
        QVERIFY2(outcome.exitCode == 1, outcome.said().constData());
        QVERIFY2(outcome.out.contains(QStringLiteral("1 alert fired")), outcome.said().constData());
        QCOMPARE(read(junit).count("<failure"), 1);
    }

    void byConfiguration()
    {
        HttpServer server;
        server.serve("/metrics", HttpAnswer::page("depth 6\n"));
        write("p.yml",
              "global: {evaluation_interval: 1s, scrape_interval: 1s, external_labels: {site: home}}\n"
              "rule_files: [r.yml]\nscrape_configs:\n- job_name: j\n  static_configs: [{targets: ['" +
                  server.url().authority().toUtf8() + "']}]\n");
        write("r.yml", "groups: [{name: c, rules: [{alert: Deep, expr: 'depth{job=\"j\"} > 5', annotations: "
                       "{summary: 'at {{ $externalLabels.site }}'}}]}]\n");
        const Outcome outcome =
            check({QStringLiteral("--config"), path("p.yml"), QStringLiteral("--for"), QStringLiteral("5s")});
        QVERIFY2(outcome.exitCode == 1, outcome.said().constData());
        QVERIFY2(outcome.out.contains(QStringLiteral("at home")), outcome.said().constData());
        write("p.yml", "global: {evaluation_intervall: 1s}\n");
        const Outcome broken = check({QStringLiteral("--config"), path("p.yml")});
        QCOMPARE(broken.exitCode, 2);
        QVERIFY2(broken.err.contains(QStringLiteral("p.yml:1:10: field evaluation_intervall not found")),
                 broken.said().constData());
    }

    void wrongUsage()
    {
        QCOMPARE(check({QStringLiteral("--rules"), path("rules.yml")}).exitCode, 2);
        QCOMPARE(check({QStringLiteral("--target"), QStringLiteral("http://127.0.0.1:1/")}).exitCode, 2);
        const Outcome help =
            check({QStringLiteral("--target"), QStringLiteral("x"), QStringLiteral("--help")});
        QCOMPARE(help.exitCode, 0);
        QVERIFY(help.out.contains(QStringLiteral("--fail-on")));
        QVERIFY2(help.out.contains(QStringLiteral("observer-plain")), help.said().constData());
    }

    /// XML holds neither control characters nor halves of pairs, whatever labels do.
    void hostileTextInTheReport()
    {
        const auto rule = std::make_shared<Rule>();
        rule->name = "A ]]> <x a=\"1\"> & \x01\x02";
        CheckedRule checked;
        checked.status.group = "g\"'<>&\n";
        checked.status.file = "f\xff\xfe";
        checked.status.rule = rule;
        checked.status.lastEvaluation = 1;
        checked.alerts = {
            {Labels({{"alertname", "A"}, {"l", std::string("\0\x1f\x7f\xed\xa0\x80\xef\xbf\xbe", 9)}}),
             AlertState::Firing,
             AlertState::Firing,
             0.5,
             {{"summary", "]]><!-- \x0b -->&amp;"}}}};
        LiveCheckOutcome outcome;
        outcome.targets = {{QStringLiteral("http://x/?a=1&b=<2>"), true, {}}};
        outcome.rules = {checked};
        const QByteArray xml = checkJunit(outcome, Severity::Info);
        const QMap<QString, QString> cases = verdicts(xml);
        QCOMPARE(cases.size(), 2);
        QVERIFY(cases.contains(QStringLiteral("targets/http://x/?a=1&b=<2>")));
        QVERIFY(cases.last() == QLatin1String("failure: 1 alert fired") ||
                cases.first() == QLatin1String("failure: 1 alert fired"));
    }

private:
    /// "class/name" of each case to what it says; fails the test where this is no XML, or its figures are
    /// wrong.
    static QMap<QString, QString> verdicts(const QByteArray &bytes)
    {
        QXmlStreamReader xml(bytes);
        QMap<QString, QString> cases;
        QString current;
        int tests = -1;
        while (!xml.atEnd()) {
            if (xml.readNext() != QXmlStreamReader::StartElement)
                continue;
            const QXmlStreamAttributes attributes = xml.attributes();
            if (xml.name() == QLatin1String("testsuites"))
                tests = attributes.value(QLatin1String("tests")).toInt();
            if (xml.name() == QLatin1String("testcase")) {
                current = attributes.value(QLatin1String("classname")).toString() + u'/' +
                          attributes.value(QLatin1String("name")).toString();
                cases.insert(current, {});
            } else if (!current.isEmpty() && xml.name() == QLatin1String("system-out")) {
                cases[current] = QStringLiteral("system-out");
            } else if (!current.isEmpty() && attributes.hasAttribute(QLatin1String("message"))) {
                cases[current] = xml.name().toString() + QStringLiteral(": ") +
                                 attributes.value(QLatin1String("message")).toString();
            }
        }
        if (xml.hasError() || tests != cases.size()) {
            QTest::qFail(qPrintable(xml.errorString() + QString::fromUtf8(bytes)), __FILE__, __LINE__);
            cases.clear();
        }
        return cases;
    }

    [[nodiscard]] QStringList arguments(const QUrl &url, const char *length = "4s") const
    {
        return {QStringLiteral("--target"), url.toString(),          QStringLiteral("--rules"),
                path("rules.yml"),          QStringLiteral("--for"), QLatin1String(length)};
    }

    [[nodiscard]] QString path(const char *name) const { return m_folder.filePath(QLatin1String(name)); }

    void write(const char *name, const QByteArray &content) const
    {
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) == content.size());
    }

    static QByteArray read(const QString &name)
    {
        QFile file(name);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    QTemporaryDir m_folder;
};

} // namespace

SIGHTGLASS_TEST(LiveCheckTest)

#include "livechecktest.moc"
