// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/demo/demoservice.h"
#include "tests/support/testcase.h"

#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

namespace {

using namespace sightglass::demo;

QString name(const char *text)
{
    return QString::fromLatin1(text);
}

QStringList words(const char *text)
{
    return name(text).split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

class ProcessTest : public sightglass::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void steadyServiceIsWell();
    void countersRiseAndHistogramsAdd_data();
    void countersRiseAndHistogramsAdd();
    void statusPages();
    void aScenarioMovesTheQueue();
    void anIncidentComesAndGoes();
    void signalsEndIt_data();
    void signalsEndIt();
    void anotherSignalSwitchesTheScenario();
    void aRestartRecovers();
    void metricsAreExported();
    void withoutMetrics();
    void helpAndVersion_data();
    void helpAndVersion();
    void badArguments_data();
    void badArguments();
    void aTakenPortIsSaid();
    void aTakenStateFolderIsSaid();
};

/// Runs it to its end.
struct Finished
{
    explicit Finished(const QStringList &arguments)
    {
        QProcess process;
        process.start(sightglass::test::DemoProcess::binary(), arguments);
        process.waitForFinished(10'000);
        code = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
        output = QString::fromUtf8(process.readAllStandardOutput());
        complaint = QString::fromUtf8(process.readAllStandardError());
    }

    int code = -1;
    QString output;
    QString complaint;
};

void ProcessTest::steadyServiceIsWell()
{
    const QTemporaryDir dir;
    const DemoService demo(dir.path(), words("--scenario steady"));
    QVERIFY(!demo.url().isEmpty());
    const QString prefix = name("fraiseql_observer_");
    QTRY_VERIFY(demo.scrape().sum(prefix + name("events_processed_total")) > 400);
    const ExpositionText text = demo.scrape();
    QVERIFY(text.sum(prefix + name("cache_hit_rate")) > 75);
    QVERIFY(text.sum(prefix + name("backlog_size")) < 100);
    QCOMPARE(text.sum(prefix + name("dlq_items")), 0.0);
    QVERIFY(text.sum(prefix + name("dedup_detected_total")) > 0);
    QVERIFY(text.sum(prefix + name("events_failed_total")) <
            0.05 * text.sum(prefix + name("events_processed_total")));
    // Every type of action has been at work.
    const QStringList actions = text.seriesOf(prefix + name("actions_executed_total"));
    QCOMPARE(actions.size(), 7);
    for (const QString &action : actions)
        QVERIFY2(text.values.value(action) > 0, qPrintable(action));
    // The gauge tells what the counters tell.
    const double hits = text.sum(prefix + name("cache_hits_total"));
    const double misses = text.sum(prefix + name("cache_misses_total"));
    QVERIFY(std::abs(text.sum(prefix + name("cache_hit_rate")) - 100 * hits / (hits + misses)) < 3);
}

void ProcessTest::countersRiseAndHistogramsAdd_data()
{
    QTest::addColumn<QString>("naming");
    QTest::addColumn<QString>("events");
    QTest::addColumn<QString>("histogram");
    QTest::addColumn<QString>("executed");
    QTest::newRow("fraiseql") << name("fraiseql") << name("fraiseql_observer_events_processed_total")
                              << name("fraiseql_observer_action_duration_seconds")
                              << name("fraiseql_observer_actions_executed_total");
    QTest::newRow("plain") << name("plain") << name("events_processed_total") << name("action_duration_ms")
                           << name("actions_executed_total");
}

void ProcessTest::countersRiseAndHistogramsAdd()
{
    QFETCH(QString, naming);
    QFETCH(QString, events);
    QFETCH(QString, histogram);
    QFETCH(QString, executed);
    const QTemporaryDir dir;
    const DemoService demo(dir.path(), {name("--naming"), naming, name("--scenario"), name("steady")});
    QVERIFY(!demo.url().isEmpty());
    QTRY_VERIFY(demo.scrape().sum(executed) > 20);
    const ExpositionText before = demo.scrape();
    QTRY_VERIFY(demo.scrape().sum(events) > before.sum(events) + 100);
    const ExpositionText after = demo.scrape();
    QCOMPARE(after.values.keys(), before.values.keys());
    for (auto it = before.values.cbegin(); it != before.values.cend(); ++it) {
        const QString family = it.key().section(QLatin1Char('{'), 0, 0);
        if (after.types.value(family) != name("gauge"))
            QVERIFY2(after.values.value(it.key()) >= it.value(), qPrintable(it.key()));
    }
    const QStringList buckets = after.seriesOf(histogram + name("_bucket"));
    double infinite = 0;
    for (const QString &bucket : buckets)
        infinite += bucket.contains(name("le=\"+Inf\"")) ? after.values.value(bucket) : 0;
    QVERIFY(infinite > 0);
    QCOMPARE(infinite, after.sum(histogram + name("_count")));
    QVERIFY(after.sum(histogram + name("_sum")) > 0);
    QVERIFY(std::abs(after.sum(histogram + name("_count")) - after.sum(executed)) < 10);
}

void ProcessTest::statusPages()
{
    const QTemporaryDir dir;
    const DemoService demo(dir.path(), words("--scenario steady"));
    QVERIFY(!demo.url().isEmpty());
    const auto metrics = demo.get(name("/metrics"));
    QCOMPARE(metrics.status, 200);
    QCOMPARE(metrics.contentType, QByteArray("text/plain; version=0.0.4; charset=utf-8"));
    const auto openMetrics = demo.get(name("/metrics"), "application/openmetrics-text;version=1.0.0");
    QCOMPARE(openMetrics.contentType,
             QByteArray("application/openmetrics-text; version=1.0.0; charset=utf-8"));
    QVERIFY(openMetrics.body.endsWith("# EOF\n"));
    const auto health = demo.get(name("/health"));
    QCOMPARE(health.status, 200);
    const QJsonObject summary = QJsonDocument::fromJson(health.body).object();
    QCOMPARE(summary.value(name("status")).toString(), name("ok"));
    QCOMPARE(summary.value(name("scenario")).toString(), name("steady"));
    QCOMPARE(summary.value(name("lost_metric_updates")).toInt(-1), 0);
    QCOMPARE(demo.get(name("/health/ready")).status, 200);
    QCOMPARE(demo.get(name("/health/live")).status, 200);
    QCOMPARE(demo.get(name("/")).status, 200);
    QCOMPARE(demo.get(name("/nothing-here")).status, 404);
    QCOMPARE(demo.post(name("/scenario?name=storm")).status, 400);
    QCOMPARE(demo.post(name("/scenario")).status, 400);
    QCOMPARE(demo.post(name("/scenario?name=burst")).status, 200);
    const QJsonObject scenario = QJsonDocument::fromJson(demo.get(name("/scenario")).body).object();
    QCOMPARE(scenario.value(name("current")).toString(), name("burst"));
    QCOMPARE(scenario.value(name("all")).toArray().size(), 6);
}

void ProcessTest::aScenarioMovesTheQueue()
{
    const QTemporaryDir dir;
    const DemoService demo(dir.path(), words("--scenario steady --naming plain"));
    QVERIFY(!demo.url().isEmpty());
    const auto depth = [&demo] { return demo.scrape().sum(name("queue_depth")); };
    QTRY_VERIFY(demo.scrape().sum(name("events_processed_total")) > 100);
    QVERIFY(depth() < 60);
    QCOMPARE(demo.post(name("/scenario?name=slow-actions")).status, 200);
    QTRY_VERIFY(depth() > 100);
    QCOMPARE(demo.post(name("/scenario?name=steady")).status, 200);
    QTRY_VERIFY_WITH_TIMEOUT(depth() < 30, 40'000);
}

void ProcessTest::anIncidentComesAndGoes()
{
    const QTemporaryDir dir;
    const DemoService demo(
        dir.path(), words("--scenario incident --incident-after 1 --incident-for 7 --incident-pause 600"));
    QVERIFY(!demo.url().isEmpty());
    const QString prefix = name("fraiseql_observer_");
    double backlog = 0;
    double deadLetters = 0;
    double hitRate = 100;
    const auto look = [&] {
        const ExpositionText text = demo.scrape();
        backlog = text.sum(prefix + name("backlog_size"));
        deadLetters = text.sum(prefix + name("dlq_items"));
        hitRate = text.sum(prefix + name("cache_hit_rate"));
    };
    QTRY_VERIFY_WITH_TIMEOUT((look(), backlog > 400 && deadLetters > 0 && hitRate < 60), 40'000);
    QTRY_VERIFY_WITH_TIMEOUT((look(), backlog < 30), 40'000);
    const ExpositionText calm = demo.scrape();
    QVERIFY(calm.sum(prefix + name("events_failed_total")) > 50);
    QTRY_VERIFY(demo.scrape().sum(prefix + name("events_processed_total")) >
                calm.sum(prefix + name("events_processed_total")) + 200);
    const ExpositionText later = demo.scrape();
    const double failed =
        later.sum(prefix + name("events_failed_total")) - calm.sum(prefix + name("events_failed_total"));
    QVERIFY2(failed < 10, qPrintable(QString::number(failed)));
}

void ProcessTest::signalsEndIt_data()
{
    QTest::addColumn<int>("number");
    QTest::newRow("SIGTERM") << SIGTERM;
    QTest::newRow("SIGINT") << SIGINT;
}

void ProcessTest::signalsEndIt()
{
    QFETCH(int, number);
    const QTemporaryDir dir;
    DemoService demo(dir.path(), words("--scenario slow-actions"));
    QVERIFY(!demo.url().isEmpty());
    // All workers are waiting for slow services now.
    QTRY_VERIFY(demo.scrape().sum(name("fraiseql_observer_backlog_size")) > 5);
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(::kill(static_cast<pid_t>(demo.process().processId()), number), 0);
    QVERIFY(demo.process().waitForFinished(5000));
    QVERIFY2(timer.elapsed() < 1000, qPrintable(QString::number(timer.elapsed())));
    QCOMPARE(demo.process().exitStatus(), QProcess::NormalExit);
    QCOMPARE(demo.process().exitCode(), 0);
    QCOMPARE(demo.process().readAllStandardError(), QByteArray());
}

void ProcessTest::anotherSignalSwitchesTheScenario()
{
    const QTemporaryDir dir;
    DemoService demo(dir.path(), words("--scenario steady"));
    QVERIFY(!demo.url().isEmpty());
    QCOMPARE(::kill(static_cast<pid_t>(demo.process().processId()), SIGUSR1), 0);
    QTRY_VERIFY(demo.get(name("/scenario")).body.contains("\"current\":\"burst\"") ||
                demo.get(name("/scenario")).body.contains("\"current\": \"burst\""));
}

void ProcessTest::aRestartRecovers()
{
    const QTemporaryDir dir;
    const QStringList arguments = words("--naming plain --scenario slow-actions");
    {
        const DemoService demo(dir.path(), arguments);
        QVERIFY(!demo.url().isEmpty());
        QCOMPARE(demo.scrape().sum(name("checkpoint_recovery_total")), 0.0);
        // So many that a start on a crowded machine cannot work them off before the first look.
        QTRY_VERIFY_WITH_TIMEOUT(demo.scrape().sum(name("queue_depth")) > 150, 40'000);
    }
    const DemoService again(dir.path(), arguments);
    QVERIFY(!again.url().isEmpty());
    const ExpositionText text = again.scrape();
    QCOMPARE(text.sum(name("checkpoint_recovery_total")), 1.0);
    QVERIFY(text.sum(name("queue_depth")) + text.sum(name("events_in_flight")) > 35);
}

void ProcessTest::metricsAreExported()
{
    const QTemporaryDir dir;
    const DemoService demo(dir.path(), words("--scenario steady --export-interval 1"));
    QVERIFY(!demo.url().isEmpty());
    const QString path = dir.filePath(name("metrics.prom"));
    QTRY_VERIFY(QFile::exists(path));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(ExpositionText(file.readAll()).sum(name("fraiseql_observer_events_processed_total")) > 0);
}

void ProcessTest::withoutMetrics()
{
    const QTemporaryDir dir;
    const DemoService demo(dir.path(), words("--scenario steady --no-metrics"));
    QVERIFY(!demo.url().isEmpty());
    QCOMPARE(demo.get(name("/metrics")).status, 404);
    QTRY_VERIFY(QJsonDocument::fromJson(demo.get(name("/health")).body)
                    .object()
                    .value(name("events_processed"))
                    .toInt() > 20);
}

void ProcessTest::helpAndVersion_data()
{
    QTest::addColumn<QString>("argument");
    QTest::addColumn<QString>("contains");
    QTest::newRow("--help") << name("--help") << name("--incident-after");
    QTest::newRow("-h") << name("-h") << name("/scenario?name=incident");
    QTest::newRow("--version") << name("--version") << name("sightglass-demo " SIGHTGLASS_VERSION);
}

void ProcessTest::helpAndVersion()
{
    QFETCH(QString, argument);
    QFETCH(QString, contains);
    const Finished finished({argument});
    QCOMPARE(finished.code, 0);
    QVERIFY2(finished.output.contains(contains), qPrintable(finished.output));
    QCOMPARE(finished.complaint, QString());
}

void ProcessTest::badArguments_data()
{
    QTest::addColumn<QString>("argument");
    QTest::newRow("unknown option") << name("--nonsense");
    QTest::newRow("unknown scenario") << name("--scenario=storm");
    QTest::newRow("bad address") << name("--listen=here");
}

void ProcessTest::badArguments()
{
    QFETCH(QString, argument);
    const Finished finished({argument});
    QCOMPARE(finished.code, 2);
    QCOMPARE(finished.output, QString());
    QVERIFY2(finished.complaint.contains(name("--help")), qPrintable(finished.complaint));
}

void ProcessTest::aTakenPortIsSaid()
{
    const QTemporaryDir dir;
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    const QString port = QString::number(server.serverPort());
    const Finished finished({name("--state-dir"), dir.path(), name("--listen"), name("127.0.0.1:") + port});
    QCOMPARE(finished.code, 1);
    QVERIFY2(finished.complaint.contains(port), qPrintable(finished.complaint));
}

void ProcessTest::aTakenStateFolderIsSaid()
{
    const QTemporaryDir dir;
    const DemoService demo(dir.path(), words("--scenario steady"));
    QVERIFY(!demo.url().isEmpty());
    const Finished finished({name("--state-dir"), dir.path(), name("--listen"), name("127.0.0.1:0")});
    QCOMPARE(finished.code, 1);
    QVERIFY2(finished.complaint.contains(dir.path()), qPrintable(finished.complaint));
}

} // namespace

SIGHTGLASS_TEST(ProcessTest)

#include "processtest.moc"
