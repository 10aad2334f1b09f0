// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/systems/systemtable.h"
#include "tests/app/demo/demoservice.h"
#include "tests/app/demo/systems/documentedmetrics.h"
#include "tests/support/peer.h"
#include "tests/support/testcase.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

namespace {

using namespace sightglass;
using namespace sightglass::demo;

QStringList words(const QString &text)
{
    return text.split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

/// The modelled systems as programs that answer.
class SystemPagesTest : public test::TestCase
{
    Q_OBJECT

private:
    static void systemRows()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("probes");
        for (const SystemEntry &entry : systemTable()) {
            if (entry.makeModel != nullptr)
                QTest::newRow(entry.name.data()) << QString::fromLatin1(entry.name.data())
                                                 << (entry.healthPages == HealthPages::ReadyAndLive);
        }
    }

private Q_SLOTS:
    void pages_data() { systemRows(); }
    void pages();
    void promtoolHasNothingButNamesToSay_data() { systemRows(); }
    void promtoolHasNothingButNamesToSay();
    void anIncidentComesAndGoes();
    void withoutMetrics();
    void allAtOnce();
    void portsFollowEachOther();
};

void SystemPagesTest::pages()
{
    QFETCH(QString, name);
    QFETCH(bool, probes);
    const QTemporaryDir dir;
    const demo::DemoService demo(dir.path(), words(QStringLiteral("--scenario steady --system ") + name));
    QVERIFY(!demo.url().isEmpty());
    const auto metrics = demo.get(QStringLiteral("/metrics"), "application/openmetrics-text;version=1.0.0");
    QCOMPARE(metrics.status, 200);
    QCOMPARE(metrics.contentType, QByteArray("text/plain; version=0.0.4; charset=utf-8"));
    QVERIFY(metrics.body.size() > 1000);
    const auto health = demo.get(QStringLiteral("/health"));
    QCOMPARE(health.status, 200);
    const QJsonObject summary = QJsonDocument::fromJson(health.body).object();
    QCOMPARE(summary.value(QStringLiteral("status")).toString(), QStringLiteral("ok"));
    QCOMPARE(summary.value(QStringLiteral("scenario")).toString(), QStringLiteral("steady"));
    QVERIFY(summary.size() > 2);
    QCOMPARE(demo.get(QStringLiteral("/health/ready")).status, probes ? 200 : 404);
    QCOMPARE(demo.get(QStringLiteral("/health/live")).status, probes ? 200 : 404);
    // Time goes on.
    const ExpositionText before(metrics.body);
    const auto grown = [&] {
        const ExpositionText now = demo.scrape();
        return std::any_of(before.values.keyBegin(), before.values.keyEnd(), [&](const QString &series) {
            return series.contains(QLatin1String("_count")) &&
                   now.values.value(series) > before.values.value(series);
        });
    };
    QTRY_VERIFY(grown());
}

void SystemPagesTest::promtoolHasNothingButNamesToSay()
{
    QFETCH(QString, name);
    const QString promtool = test::peerProgram(QStringLiteral("promtool"));
    if (promtool.isEmpty())
        QSKIP(qPrintable(test::peerSkipText(QStringLiteral("promtool"))));
    const auto model = systemEntry(systemsNamed(name.toStdString()).front()).makeModel(1);
    model->step(1, {});
    QProcess process;
    process.start(promtool, {QStringLiteral("check"), QStringLiteral("metrics")});
    process.write(QByteArray::fromStdString(model->metrics().text()));
    process.closeWriteChannel();
    QVERIFY(process.waitForFinished());
    QVERIFY2(process.exitCode() == 0 || process.exitCode() == 3,
             qPrintable(QString::number(process.exitCode())));
    const QList<QByteArray> lines = process.readAllStandardError().split('\n');
    for (const QByteArray &line : lines) {
        // A gauge that ends like a counter, a counter that does not.
        const bool aboutTheName = line.isEmpty() ||
                                  line.contains("non-counter metrics should not have \"_total\" suffix") ||
                                  line.contains("counter metrics should have \"_total\" suffix");
        QVERIFY2(aboutTheName, line.constData());
        const auto documented = [&line](const DocumentedMetric &metric) {
            return line.startsWith(QByteArray(metric.name.data()) + ' ');
        };
        QVERIFY2(line.isEmpty() || std::ranges::any_of(documentedMetrics(), documented), line.constData());
    }
}

void SystemPagesTest::anIncidentComesAndGoes()
{
    const QTemporaryDir dir;
    const demo::DemoService demo(
        dir.path(), words(QStringLiteral("--system streamhouse --scenario incident --incident-after 1 "
                                         "--incident-for 8 --incident-pause 600")));
    QVERIFY(!demo.url().isEmpty());
    const auto agents = [&demo] { return demo.scrape().sum(QStringLiteral("streamhouse_agents_active")); };
    QTRY_COMPARE_WITH_TIMEOUT(agents(), 2.0, 20'000);
    QVERIFY(demo.get(QStringLiteral("/health")).body.contains("degraded"));
    QTRY_COMPARE_WITH_TIMEOUT(agents(), 3.0, 40'000);
    QCOMPARE(demo.post(QStringLiteral("/scenario?name=incident")).status, 200);
    QTRY_COMPARE_WITH_TIMEOUT(agents(), 2.0, 20'000);
}

void SystemPagesTest::withoutMetrics()
{
    const QTemporaryDir dir;
    const demo::DemoService demo(dir.path(), words(QStringLiteral("--system sellify --no-metrics")));
    QVERIFY(!demo.url().isEmpty());
    QCOMPARE(demo.get(QStringLiteral("/metrics")).status, 404);
    QCOMPARE(demo.get(QStringLiteral("/health")).status, 200);
}

void SystemPagesTest::allAtOnce()
{
    test::DemoProcess demo;
    QVERIFY2(demo.start(words(QStringLiteral("--system all --scenario steady"))),
             qPrintable(demo.errorText()));
    QStringList lines{QStringLiteral("metrics at %1 (fraiseql)").arg(demo.url())};
    for (std::size_t i = 1; i < systemTable().size(); ++i)
        lines.append(demo.nextLine());
    for (std::size_t i = 0; i < systemTable().size(); ++i) {
        const QString name = QString::fromLatin1(systemTable()[i].name.data());
        const QString line = lines.at(static_cast<qsizetype>(i));
        QVERIFY2(line.endsWith(QStringLiteral(" (%1)").arg(name)), qPrintable(line));
        QVERIFY2(lines.count(line) == 1, qPrintable(line));
    }
}

void SystemPagesTest::portsFollowEachOther()
{
    // Two free ports in a row; another program may take them before ours does, then others are tried.
    for (int attempt = 0; attempt < 20; ++attempt) {
        QTcpServer first;
        QVERIFY(first.listen(QHostAddress::LocalHost));
        const quint16 port = first.serverPort();
        first.close();
        test::DemoProcess demo;
        if (!demo.start(
                words(QStringLiteral("--system streamhouse,sellify --listen 127.0.0.1:%1").arg(port))))
            continue;
        QCOMPARE(demo.url(), QStringLiteral("http://127.0.0.1:%1/metrics").arg(port));
        QCOMPARE(demo.nextLine(),
                 QStringLiteral("metrics at http://127.0.0.1:%1/metrics (sellify)").arg(port + 1));
        return;
    }
    QFAIL("no two free ports in a row");
}

} // namespace

SIGHTGLASS_TEST(SystemPagesTest)

#include "systempagestest.moc"
