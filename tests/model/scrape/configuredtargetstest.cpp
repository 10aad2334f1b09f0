// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/scrape/configuredtargets.h"

#include "parser/config/prometheusconfig.h"
#include "tests/support/testcase.h"

#include <QTest>

using namespace sightglass;

namespace {

/// From a prometheus.yml and its static groups to targets.
class ConfiguredTargetsTest : public sightglass::test::TestCase
{
    Q_OBJECT

private slots:
    void targets_data();
    void targets();
    void settingsOfTheJob();
    void sameTargetKeepsItsId();
    void droppedOnesAreRememberedUpToTheirLimit();
    void discoveredLabels();
};

/// The first scrape config of a text whose scrape_configs entry is `job` (indented by two, without its dash).
Result<ConfiguredTargets> configured(const QByteArray &job)
{
    const QByteArray text = "scrape_configs:\n- job_name: j\n" + job;
    const auto config =
        parsePrometheusConfig({text.constData(), static_cast<std::size_t>(text.size())}, {"/etc"});
    if (!config)
        return config.error();
    const ScrapeConfig &scrape = config->scrapeConfigs.front();
    return configuredTargets(scrape, scrape.staticGroups);
}

/// A line for each target, dropped one and problem.
QString told(const Result<ConfiguredTargets> &result)
{
    if (!result)
        return QStringLiteral("error: ") + QString::fromStdString(plainText(result.error()));
    QStringList lines;
    for (TargetConfig target : result->targets) {
        target.origin = QStringLiteral("/etc/prometheus.yml");
        lines += displayUrl(target.url) + QLatin1Char(' ') +
                 QString::fromStdString(targetLabels(target).toString()) +
                 (target.refused
                      ? QStringLiteral(" refused: ") + QString::fromStdString(plainText(*target.refused))
                      : QString());
    }
    if (result->dropped.count > 0)
        lines += QStringLiteral("dropped %1").arg(result->dropped.count);
    for (const Error &problem : result->problems)
        lines +=
            QStringLiteral("%1: ").arg(problem.position.line) + QString::fromStdString(plainText(problem));
    return lines.join(QLatin1Char('\n'));
}

void ConfiguredTargetsTest::targets_data()
{
    QTest::addColumn<QByteArray>("job");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const char *job, const char *expected) {
        QTest::newRow(name) << QByteArray(job) << QString::fromUtf8(expected);
    };
    row("static", "  static_configs:\n  - targets: ['h:1', 'h']\n    labels: {env: dev}\n",
        "http://h:1/metrics {env=\"dev\", instance=\"h:1\", job=\"j\"}\n"
        "http://h/metrics {env=\"dev\", instance=\"h\", job=\"j\"}");
    row("the same twice", "  static_configs:\n  - targets: ['h:1', 'h:1']\n",
        "http://h:1/metrics {instance=\"h:1\", job=\"j\"}");
    row("as many as target_limit", "  target_limit: 1\n  static_configs:\n  - targets: ['h:1', 'h:1']\n",
        "http://h:1/metrics {instance=\"h:1\", job=\"j\"}");
    row("more than target_limit: all fail",
        "  target_limit: 1\n  static_configs:\n  - targets: ['h:1', 'h:2']\n",
        "http://h:1/metrics {instance=\"h:1\", job=\"j\"} refused: target_limit exceeded (number of targets: "
        "2, "
        "limit: 1)\n"
        "http://h:2/metrics {instance=\"h:2\", job=\"j\"} refused: target_limit exceeded (number of targets: "
        "2, "
        "limit: 1)");
    row("path, scheme and parameters",
        "  metrics_path: /probe\n  scheme: https\n  params: {module: [http, x y], a: ['1']}\n"
        "  static_configs:\n  - targets: ['h']\n",
        "https://h/probe?a=1&module=http&module=x y {instance=\"h\", job=\"j\"}");
    row("the blackbox exporter's way",
        "  metrics_path: /probe\n  params: {module: [http]}\n  static_configs:\n  - targets: "
        "['example.org:443']\n"
        "  relabel_configs:\n  - {source_labels: [__address__], target_label: __param_target}\n"
        "  - {source_labels: [__param_target], target_label: instance}\n"
        "  - {target_label: __address__, replacement: 'localhost:9115'}\n",
        "http://localhost:9115/probe?module=http&target=example.org%3A443 "
        "{instance=\"example.org:443\", job=\"j\"}");
    row("dropped",
        "  static_configs:\n  - targets: ['a:1', 'b:1']\n  relabel_configs:\n"
        "  - {source_labels: [__address__], regex: 'a.*', action: drop}\n",
        "http://b:1/metrics {instance=\"b:1\", job=\"j\"}\ndropped 1");
    row("job by relabelling",
        "  static_configs:\n  - targets: ['a:1']\n  relabel_configs:\n"
        "  - {target_label: job, replacement: k}\n",
        "http://a:1/metrics {instance=\"a:1\", job=\"k\"}");
    row("job taken away",
        "  static_configs:\n  - targets: ['a:1']\n  relabel_configs:\n"
        "  - {action: labeldrop, regex: job}\n",
        "http://a:1/metrics {instance=\"a:1\"}");
    row("job made empty",
        "  static_configs:\n  - targets: ['a:1']\n  relabel_configs:\n"
        "  - {target_label: job, replacement: ''}\n",
        "http://a:1/metrics {instance=\"a:1\"}");
    row("a password in the address", "  static_configs:\n  - targets: ['u:PW@a:1', 'PW@b:1']\n",
        "http://a/metrics {instance=\"u:***@a:1\", job=\"j\"} refused: parse "
        "\"http://u:***%40a:1/metrics\": invalid URL escape \"%40\"\n"
        "http://b/metrics {instance=\"***@b:1\", job=\"j\"} refused: parse "
        "\"http://***%40b:1/metrics\": invalid URL escape \"%40\"\n"
        "4: parse \"http://u:***%40a:1/metrics\": invalid URL escape \"%40\"\n"
        "4: parse \"http://***%40b:1/metrics\": invalid URL escape \"%40\"");
    row("addresses that cannot be asked",
        "  static_configs:\n  - targets: ['exec:foo', 'a:b:1', 'h:99999', '[::1', 'a b', '[::1]:2', 'h:']\n",
        "http://exec/metrics {instance=\"exec:foo\", job=\"j\"} refused: parse \"http://exec:foo/metrics\": "
        "invalid port \":foo\" after host\n"
        "http://a/metrics {instance=\"a:b:1\", job=\"j\"} refused: Get \"http://a:b:1/metrics\": dial tcp: "
        "address a:b:1: too many colons in address\n"
        "http://h/metrics {instance=\"h:99999\", job=\"j\"} refused: Get \"http://h:99999/metrics\": dial "
        "tcp: address 99999: invalid port\n"
        "http://invalid/metrics {instance=\"[::1\", job=\"j\"} refused: parse \"http://[::1/metrics\": "
        "missing "
        "']' in host\n"
        "http://a/metrics {instance=\"a b\", job=\"j\"} refused: parse \"http://a%20b/metrics\": invalid URL "
        "escape \"%20\"\n"
        "http://[::1]:2/metrics {instance=\"[::1]:2\", job=\"j\"}\n"
        "http://h/metrics {instance=\"h:\", job=\"j\"}\n"
        "4: parse \"http://exec:foo/metrics\": invalid port \":foo\" after host\n"
        "4: Get \"http://a:b:1/metrics\": dial tcp: address a:b:1: too many colons in address\n"
        "4: Get \"http://h:99999/metrics\": dial tcp: address 99999: invalid port\n"
        "4: parse \"http://[::1/metrics\": missing ']' in host\n"
        "4: parse \"http://a%20b/metrics\": invalid URL escape \"%20\"");
    row("meta labels go", "  static_configs:\n  - targets: ['a:1']\n    labels: {__meta_x: y, __own: z}\n",
        "http://a:1/metrics {instance=\"a:1\", job=\"j\"}");
    row("a socket of this machine",
        "  static_configs:\n  - targets: ['a']\n    labels: {__unix_socket__: /run/x.sock}\n",
        "unix:/run/x.sock:/metrics {instance=\"a\", job=\"j\"}");
    row("a socket whose path is not absolute",
        "  static_configs:\n  - targets: ['a']\n    labels: {__unix_socket__: x.sock}\n",
        "4: no target: unix:x.sock");
    row("no address",
        "  static_configs:\n  - targets: ['a:1']\n  relabel_configs:\n"
        "  - {target_label: __address__, replacement: ''}\n",
        "4: no address");
    row("address with a path",
        "  static_configs:\n  - targets: ['a/b', 'c']\n  relabel_configs:\n"
        "  - {target_label: x, replacement: y}\n",
        "http://c/metrics {instance=\"c\", job=\"j\", x=\"y\"}\n4: \"a/b\" is not a valid hostname");
    row("timeout above the interval",
        "  static_configs:\n  - targets: ['a']\n    labels: {__scrape_interval__: 1s, __scrape_timeout__: "
        "2s}\n",
        "4: scrape timeout cannot be greater than scrape interval (\"2s\" > \"1s\")");
    row("no duration", "  static_configs:\n  - targets: ['a']\n    labels: {__scrape_interval__: soon}\n",
        "4: error parsing scrape interval: not a valid duration string: \"soon\"");
    row("scheme that is none", "  static_configs:\n  - targets: ['a']\n    labels: {__scheme__: exec}\n",
        "4: no target: exec://a");
}

void ConfiguredTargetsTest::targets()
{
    QFETCH(QByteArray, job);
    QTEST(told(configured(job)), "expected");
}

void ConfiguredTargetsTest::settingsOfTheJob()
{
    const auto result = configured(
        "  scrape_interval: 7s\n  scrape_timeout: 3s\n  sample_limit: 9\n  honor_labels: true\n  "
        "enable_compression: false\n  scrape_protocols: [PrometheusText0.0.4]\n  basic_auth: {username: ann, "
        "password: x}\n"
        "  static_configs:\n  - targets: [a]\n    labels: {__scrape_native_histograms__: 'true'}\n");
    QVERIFY(result.ok());
    const TargetConfig &target = result->targets.at(0);
    QCOMPARE(target.intervalMs, std::int64_t{7000});
    QCOMPARE(target.timeoutMs, std::int64_t{3000});
    QCOMPARE(target.samples.limits.samples, std::uint64_t{9});
    QVERIFY(target.samples.honorLabels);
    QVERIFY(!target.enableCompression);
    QCOMPARE(target.protocols, (std::vector{ScrapeProtocol::PrometheusText0_0_4}));
    const auto *basic = std::get_if<BasicAuth>(&target.client.authentication);
    QVERIFY(basic != nullptr);
    QCOMPARE(basic->username, std::string("ann"));
    QVERIFY(target.samples.scrapeNativeHistograms);
}

void ConfiguredTargetsTest::sameTargetKeepsItsId()
{
    const auto before = configured("  static_configs:\n  - targets: [a, b]\n");
    const auto after = configured("  scrape_interval: 5s\n  static_configs:\n  - targets: [c, b]\n");
    QVERIFY(before.ok() && after.ok());
    QCOMPARE(before->targets.at(1).id, after->targets.at(1).id);
    QVERIFY(before->targets.at(0).id != after->targets.at(0).id);
}

void ConfiguredTargetsTest::droppedOnesAreRememberedUpToTheirLimit()
{
    const auto result = configured("  keep_dropped_targets: 1\n  static_configs:\n  - targets: [a, b]\n"
                                   "  relabel_configs:\n  - {action: drop, regex: ''}\n");
    QVERIFY(result.ok());
    QCOMPARE(result->dropped.count, std::size_t{2});
    QCOMPARE(result->dropped.kept.size(), std::size_t{1});
    QCOMPARE(result->dropped.kept.at(0).value("__address__"), std::string_view("a"));
}

/// As they are before relabelling, and the URL as Go writes it; secrets in neither.
void ConfiguredTargetsTest::discoveredLabels()
{
    const auto result = configured(
        "  metrics_path: '/a b?c(!)*é%2F'\n  scrape_interval: 15s\n"
        "  params: {module: [http 2, x], é: ['ü&'], token: [PW]}\n"
        "  static_configs:\n  - targets: ['LocalHost:1', 'u:PW@b:1']\n"
        "    labels: {__meta_x: y, env: dev, empty: '', __meta_url: 'http://s/t?x=PW'}\n  relabel_configs:\n"
        "  - {target_label: env, replacement: prod}\n"
        "  - {source_labels: [__address__], regex: 'u.*', action: drop}\n");
    QVERIFY(result.ok());
    QCOMPARE(result->targets.size(), std::size_t{1});
    const TargetConfig &target = result->targets.front();
    QCOMPARE(
        QString::fromStdString(target.discoveredLabels.toString()),
        QStringLiteral(
            "{__address__=\"LocalHost:1\", __always_scrape_classic_histograms__=\"false\", "
            "__convert_classic_histograms_to_nhcb__=\"false\", __meta_url=\"http://s/t\", __meta_x=\"y\", "
            "__metrics_path__=\"/a b?c(!)*é%2F\", __param_module=\"http 2\", "
            "__param_token=\"***\", \"__param_é\"=\"ü&\", __scheme__=\"http\", "
            "__scrape_interval__=\"15s\", __scrape_native_histograms__=\"false\", "
            "__scrape_timeout__=\"10s\", env=\"dev\", job=\"j\"}"));
    QCOMPARE(target.scrapeUrl,
             QStringLiteral("http://LocalHost:1/a%20b%3Fc%28%21%29%2A%C3%A9%252F?module=http+2&module=x&"
                            "token=***&%C3%A9=%C3%BC%26"));
    QCOMPARE(result->dropped.jobName, std::string("j"));
    QCOMPARE(result->dropped.kept.size(), std::size_t{1});
    QCOMPARE(result->dropped.kept.front().value("__address__"), std::string_view("u:***@b:1"));
}

} // namespace

SIGHTGLASS_TEST(ConfiguredTargetsTest)

#include "configuredtargetstest.moc"
