// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/config/prometheusconfig.h"

#include "tests/support/testcase.h"

#include <QTest>

namespace {

using namespace sightglass;

std::optional<std::string> environment(std::string_view name)
{
    if (name == "ZONE")
        return "eu-1";
    if (name == "1")
        return "one";
    return {};
}

PrometheusConfig parsed(std::string_view text)
{
    auto config = parsePrometheusConfig(text, {"/etc/p", environment});
    if (!config)
        qFatal("%s", plainText(config.error()).c_str());
    return std::move(*config);
}

class PrometheusConfigTest : public sightglass::test::TestCase
{
    Q_OBJECT

private slots:
    void empty()
    {
        for (const std::string_view text :
             {"", "global:\n", "global: {}\n", "scrape_configs:\nrule_files: ~\n"})
            QVERIFY(parsed(text) == PrometheusConfig());
    }

    void global()
    {
        const PrometheusConfig config =
            parsed("global:\n"
                   "  scrape_interval: 5s\n"
                   "  evaluation_interval: 1m30s\n"
                   "  rule_query_offset: 2s\n"
                   "  body_size_limit: 1MB\n"
                   "  sample_limit: 1_000\n"
                   "  metric_name_validation_scheme: legacy\n"
                   "  scrape_native_histograms: on\n"
                   "  scrape_protocols: [PrometheusProto, OpenMetricsText1.0.0]\n");
        QCOMPARE(config.evaluationIntervalMs, std::int64_t{90'000});
        QCOMPARE(config.ruleQueryOffsetMs, std::int64_t{2000});
        const ScrapeDefaults &defaults = config.scrapeDefaults;
        QCOMPARE(defaults.intervalMs, std::int64_t{5000});
        QCOMPARE(defaults.timeoutMs, std::int64_t{5000}); // the default of 10 s is more than the interval
        QCOMPARE(defaults.limits.bodySize, std::uint64_t{1024 * 1024});
        QCOMPARE(defaults.limits.samples, std::uint64_t{1000});
        QVERIFY(defaults.nameValidation == NameValidation::Legacy);
        QVERIFY(defaults.scrapeNativeHistograms);
        QVERIFY((defaults.protocols ==
                 std::vector{ScrapeProtocol::PrometheusProto, ScrapeProtocol::OpenMetricsText1_0_0}));
    }

    void paths()
    {
        const PrometheusConfig config = parsed("rule_files: [rules/*.yml, /abs/*.yml, ../x.yml]\n"
                                               "scrape_config_files: ['more/*.yml']\n");
        QCOMPARE(config.ruleFiles,
                 (std::vector<std::string>{"/etc/p/rules/*.yml", "/abs/*.yml", "/etc/x.yml"}));
        QCOMPARE(config.scrapeConfigFiles, (std::vector<std::string>{"/etc/p/more/*.yml"}));
    }

    void externalLabels()
    {
        const PrometheusConfig config = parsed("global:\n"
                                               "  external_labels:\n"
                                               "    zone: ${ZONE}-$ZONE\n"
                                               "    b: $$x${$}y$\n"
                                               "    c: a$NONE.b\n"
                                               "    d: $1${}${x\n"
                                               "    'é.è': 5\n");
        QCOMPARE(config.externalLabels,
                 (std::vector<Label>{
                     {"b", "$x$y$"}, {"c", "a.b"}, {"d", "onex"}, {"zone", "eu-1-eu-1"}, {"é.è", "5"}}));
        QCOMPARE(config.remarks.size(), std::size_t{1});
        QCOMPARE(config.remarks[0].field, std::string("global.external_labels.c"));
        QVERIFY((config.remarks[0].position == SourcePosition{5, 8}));
        QCOMPARE(plainText(config.remarks[0]),
                 std::string("the environment variable NONE is empty or not set"));
    }

    /// What is not honoured is said: where, what, and what is lost; never an error, never silent.
    void remarks()
    {
        const PrometheusConfig config =
            parsed("remote_write:\n"
                   "- url: http://a\n"
                   "  any: thing\n"
                   "scrape_configs:\n"
                   "- job_name: a\n"
                   "  kubernetes_sd_configs: [{role: pod}]\n"
                   "- job_name: b\n"
                   "  enable_http2: true\n"
                   "  tls_config: {ca_ref: x, next_protos: [h2]}\n"
                   "  scrape_failure_log_file: f.log\n"
                   "global:\n"
                   "  query_log_file: q.log\n"
                   "alerting: {alertmanagers: [{static_configs: [{targets: [a]}]}]}\n"
                   "storage: {}\n"
                   "tracing: {}\n"
                   "otlp: {}\n"
                   "runtime: {gogc: 50}\n"
                   "remote_read: []\n");
        std::string text;
        for (const ConfigRemark &remark : config.remarks)
            text += std::to_string(remark.position.line) + ":" + std::to_string(remark.position.column) +
                    " " + remark.field + ": " + plainText(remark) + "\n";
        QCOMPARE(
            text,
            std::string("2:1 remote_write: samples are not sent on\n"
                        "6:26 scrape_configs[0].kubernetes_sd_configs: targets that kubernetes discovery "
                        "would find are not scraped\n"
                        "8:17 scrape_configs[1].enable_http2: requests are sent over HTTP/1.1, not HTTP/2\n"
                        "9:24 scrape_configs[1].tls_config.ca_ref: there is no secret manager to ask for it\n"
                        "9:40 scrape_configs[1].tls_config.next_protos: no protocols are negotiated in the "
                        "TLS handshake\n"
                        "10:28 scrape_configs[1].scrape_failure_log_file: failed scrapes are not logged to a "
                        "file\n"
                        "12:19 global.query_log_file: queries are not logged to a file\n"
                        "13:11 alerting: alerts are not sent to Alertmanagers\n"
                        "14:10 storage: it configures a Prometheus server's storage; how long data is kept "
                        "is set in the program\n"
                        "15:10 tracing: no traces are sent\n"
                        "16:7 otlp: no samples are received by OTLP\n"
                        "17:10 runtime: it tunes a Prometheus server's runtime\n"
                        "18:14 remote_read: queries see the samples kept here only\n"));
    }

    /// The same of how targets and token endpoints are reached.
    void connectionRemarks()
    {
        const PrometheusConfig config =
            parsed("scrape_configs:\n"
                   "- job_name: a\n"
                   "  proxy_url: socks5://127.0.0.1:1080\n"
                   "- job_name: b\n"
                   "  proxy_url: HTTPS://proxy:3128\n"
                   "- job_name: c\n"
                   "  oauth2:\n"
                   "    client_id: i\n"
                   "    token_url: http://t\n"
                   "    proxy_url: socks5h://h\n"
                   "    grant_type: urn:ietf:params:oauth:grant-type:jwt-bearer\n"
                   "    client_certificate_key_file: k\n"
                   "    client_certificate_key_id: x\n"
                   "    signature_algorithm: RS256\n"
                   "    iss: i\n"
                   "    audience: a\n"
                   "    claims: {c: d}\n"
                   "- job_name: d\n"
                   "  http_sd_configs: [{url: 'http://h', proxy_url: 'socks5://s'}]\n"
                   "- job_name: e\n"
                   "  proxy_url: 'proxy:3128'\n"
                   "- job_name: f\n"
                   "  proxy_url: ''\n");
        std::string text;
        for (const ConfigRemark &remark : config.remarks)
            text +=
                std::to_string(remark.position.line) + " " + remark.field + ": " + plainText(remark) + "\n";
        const auto proxy = [](const std::string &scheme) {
            return ": nothing is asked through a " + scheme +
                   " proxy, only through http and https ones: every request fails\n";
        };
        const std::string grant = ": tokens are asked for by client credentials only\n";
        std::string expected = "3 scrape_configs[0].proxy_url" + proxy("socks5");
        expected += "10 scrape_configs[2].oauth2.proxy_url" + proxy("socks5h");
        int line = 11;
        for (const char *field : {"grant_type", "client_certificate_key_file", "client_certificate_key_id",
                                  "signature_algorithm", "iss", "audience", "claims"})
            expected += std::to_string(line++) + " scrape_configs[2].oauth2." + field + grant;
        expected += "19 scrape_configs[3].http_sd_configs[0].proxy_url" + proxy("socks5");
        QCOMPARE(text, expected);
    }

    /// Entries of further files have the main file's defaults, and names of their own.
    void scrapeConfigFiles()
    {
        PrometheusConfig main = parsed("scrape_configs: [{job_name: a}]\n"
                                       "global: {scrape_interval: 7s, label_limit: 3}\n");
        QVERIFY(parseScrapeConfigFile(
                    "scrape_configs:\n- job_name: b\n  bearer_token_file: t\n  consul_sd_configs: []\n",
                    {"/other"}, main)
                    .ok());
        QCOMPARE(main.scrapeConfigs.size(), std::size_t{2});
        const ScrapeConfig &added = main.scrapeConfigs[1];
        QCOMPARE(added.intervalMs, std::int64_t{7000});
        QCOMPARE(added.samples.limits.labels, std::uint64_t{3});
        QVERIFY(std::get<Authorization>(added.client.authentication).credentials ==
                Secret(SecretFile{"/other/t"}));
        QCOMPARE(main.remarks.size(), std::size_t{1});

        const PrometheusConfig before = main;
        const Status again =
            parseScrapeConfigFile("scrape_configs: [{job_name: c}, {job_name: a}]", {"/"}, main);
        QVERIFY(!again.ok());
        QCOMPARE(plainText(again.error()), std::string("found multiple scrape configs with job name \"a\""));
        QVERIFY(main == before);
        const Status other = parseScrapeConfigFile("global: {}", {"/"}, main);
        QCOMPARE(plainText(other.error()),
                 std::string("field global not found in type config.ScrapeConfigs"));
        QVERIFY(parseScrapeConfigFile("", {"/"}, main).ok());
        QVERIFY(main == before);
    }
};

} // namespace

SIGHTGLASS_TEST(PrometheusConfigTest)
#include "prometheusconfigtest.moc"
