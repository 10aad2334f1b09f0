// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/options.h"
#include "app/demo/sampler.h"
#include "tests/support/testcase.h"

#include <QTest>

namespace {

using namespace sightglass::demo;
using namespace std::chrono_literals;

OptionsOrProblem parse(const QString &arguments)
{
    return parseOptions(QStringList{QStringLiteral("sightglass-demo")} +
                        arguments.split(QLatin1Char(' '), Qt::SkipEmptyParts));
}

class ConfigTest : public sightglass::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void buckets_data();
    void buckets();
    void samplerPicksEvenly_data();
    void samplerPicksEvenly();
    void defaults();
    void everyOption();
    void listenAddresses_data();
    void listenAddresses();
    void badArguments_data();
    void badArguments();
};

void ConfigTest::buckets_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QVector<double>>("bounds");
    QTest::newRow("one") << QByteArray("1") << QVector<double>{1};
    QTest::newRow("reference") << QByteArray("0.001,0.01,0.1,1,5,10")
                               << QVector<double>{0.001, 0.01, 0.1, 1, 5, 10};
    QTest::newRow("exponent") << QByteArray("1,1e3") << QVector<double>{1, 1000};
    QTest::newRow("zero") << QByteArray("0,1") << QVector<double>{};
    QTest::newRow("negative") << QByteArray("-1,1") << QVector<double>{};
    QTest::newRow("empty") << QByteArray("") << QVector<double>{};
    QTest::newRow("gap") << QByteArray("1,,2") << QVector<double>{};
    QTest::newRow("comma at the end") << QByteArray("1,2,") << QVector<double>{};
    QTest::newRow("blank") << QByteArray("1, 2") << QVector<double>{};
    QTest::newRow("descending") << QByteArray("2,1") << QVector<double>{};
    QTest::newRow("twice the same") << QByteArray("1,1") << QVector<double>{};
    QTest::newRow("infinite") << QByteArray("1,+Inf") << QVector<double>{};
    QTest::newRow("not a number") << QByteArray("1,NaN") << QVector<double>{};
    QTest::newRow("text") << QByteArray("fast") << QVector<double>{};
}

void ConfigTest::buckets()
{
    QFETCH(QByteArray, text);
    QFETCH(QVector<double>, bounds);
    const auto parsed = parseBuckets(text.toStdString());
    QCOMPARE(parsed.has_value(), !bounds.isEmpty());
    if (parsed)
        QCOMPARE(QVector<double>(parsed->begin(), parsed->end()), bounds);
}

void ConfigTest::samplerPicksEvenly_data()
{
    QTest::addColumn<double>("rate");
    QTest::addColumn<int>("picked");
    QTest::newRow("none") << 0.0 << 0;
    QTest::newRow("tenth") << 0.1 << 100;
    QTest::newRow("quarter") << 0.25 << 250;
    QTest::newRow("all") << 1.0 << 1000;
    QTest::newRow("below") << -1.0 << 0;
    QTest::newRow("above") << 2.0 << 1000;
}

void ConfigTest::samplerPicksEvenly()
{
    QFETCH(double, rate);
    QFETCH(int, picked);
    Sampler sampler(rate);
    int count = 0;
    for (int i = 0; i < 1000; ++i)
        count += sampler.pick() ? 1 : 0;
    QCOMPARE(count, picked);
}

void ConfigTest::defaults()
{
    const OptionsOrProblem parsed = parse(QString());
    QVERIFY(parsed.problem.isEmpty());
    const Options &options = parsed.options;
    QCOMPARE(options.task, Options::Task::Run);
    QVERIFY(options.address.isLoopback());
    QVERIFY(!options.port); // each system's own
    QCOMPARE(options.systems, std::vector{SystemId::FraiseqlObserver});
    QCOMPARE(systemEntry(options.systems.front()).port, quint16(9464));
    QVERIFY(options.metrics.enabled);
    QCOMPARE(options.metrics.naming, Naming::Fraiseql);
    QVERIFY(options.metrics.buckets.empty());
    QCOMPARE(options.metrics.sampleRate, 1.0);
    QVERIFY(options.metrics.exportInterval == 60s);
    QVERIFY(options.incident.length == 60s);
}

void ConfigTest::everyOption()
{
    const OptionsOrProblem parsed =
        parse(QStringLiteral("--listen 0.0.0.0:0 --naming plain --scenario burst --incident-after 1.5 "
                             "--incident-for 2 --incident-pause 3 --state-dir /x --seed 9 --no-metrics "
                             "--buckets 1,2 --sample-rate 0.5 --export-interval 0"));
    QCOMPARE(parsed.problem, QString());
    const Options &options = parsed.options;
    QCOMPARE(options.address, QHostAddress(QHostAddress::AnyIPv4));
    QVERIFY(options.port == quint16(0));
    QCOMPARE(options.systems, std::vector{SystemId::PlainObserver});
    QCOMPARE(options.metrics.naming, Naming::Plain);
    QCOMPARE(options.scenario, Scenario::Burst);
    QVERIFY(options.incident.after == 1500ms && options.incident.length == 2s &&
            options.incident.pause == 3s);
    QCOMPARE(options.stateDir, QStringLiteral("/x"));
    QCOMPARE(options.seed, std::uint64_t(9));
    QVERIFY(!options.metrics.enabled);
    QCOMPARE(options.metrics.buckets, (std::vector<double>{1, 2}));
    QCOMPARE(options.metrics.sampleRate, 0.5);
    QVERIFY(options.metrics.exportInterval == 0s);
    QCOMPARE(parse(QStringLiteral("--help")).options.task, Options::Task::ShowHelp);
    QCOMPARE(parse(QStringLiteral("--system allsource --naming plain")).options.systems,
             (std::vector{SystemId::AllSourceCore, SystemId::AllSourceControlPlane}));
    QCOMPARE(parse(QStringLiteral("-v")).options.task, Options::Task::ShowVersion);
}

void ConfigTest::listenAddresses_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("address");
    QTest::newRow("v4") << QStringLiteral("127.0.0.1:1") << QStringLiteral("127.0.0.1");
    QTest::newRow("localhost") << QStringLiteral("localhost:1") << QStringLiteral("127.0.0.1");
    QTest::newRow("v6") << QStringLiteral("[::1]:1") << QStringLiteral("::1");
}

void ConfigTest::listenAddresses()
{
    QFETCH(QString, text);
    QFETCH(QString, address);
    const OptionsOrProblem parsed = parse(QStringLiteral("--listen ") + text);
    QCOMPARE(parsed.problem, QString());
    QCOMPARE(parsed.options.address, QHostAddress(address));
    QVERIFY(parsed.options.port == quint16(1));
}

void ConfigTest::badArguments_data()
{
    QTest::addColumn<QString>("arguments");
    QTest::addColumn<QString>("mentions");
    const auto row = [](const char *arguments, const char *mentions) {
        QTest::newRow(arguments) << QString::fromLatin1(arguments) << QString::fromLatin1(mentions);
    };
    row("--nonsense", "nonsense");
    row("extra", "extra");
    row("--listen", "listen");
    row("--listen 9464", "9464");
    row("--listen :9464", ":9464");
    row("--listen 127.0.0.1:65536", "65536");
    row("--listen nowhere:1", "nowhere");
    row("--listen 127.0.0.1:65535 --system allsource", "--listen");
    row("--system prometheus", "prometheus");
    row("--system sellify,", "sellify,");
    row("--naming other", "other");
    row("--scenario storm", "storm");
    row("--incident-for -1", "incident-for");
    row("--incident-for 0", "incident-for");
    row("--incident-for soon", "soon");
    row("--incident-for nan", "nan");
    row("--buckets 2,1", "2,1");
    row("--sample-rate 1.5", "1.5");
    row("--sample-rate nan", "nan");
    row("--export-interval x", "export-interval");
    row("--seed -1", "-1");
}

void ConfigTest::badArguments()
{
    QFETCH(QString, arguments);
    QFETCH(QString, mentions);
    const OptionsOrProblem parsed = parse(arguments);
    QVERIFY2(parsed.problem.contains(mentions), qPrintable(parsed.problem));
}

} // namespace

SIGHTGLASS_TEST(ConfigTest)

#include "configtest.moc"
