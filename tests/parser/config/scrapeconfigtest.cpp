// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/config/prometheusconfig.h"
#include "tests/support/testcase.h"

#include <QTest>

namespace {

using namespace sightglass;

/// The first scrape config of a text; `fields` stand below its name.
ScrapeConfig scrapeConfig(const std::string &fields, const std::string &global = {})
{
    auto config = parsePrometheusConfig("global: {" + global + "}\nscrape_configs:\n- job_name: a\n" + fields,
                                        {"/etc/p"});
    if (!config)
        qFatal("%s", plainText(config.error()).c_str());
    return config->scrapeConfigs.at(0);
}

class ScrapeConfigTest : public sightglass::test::TestCase
{
    Q_OBJECT

private slots:
    void defaults()
    {
        ScrapeConfig expected;
        expected.jobName = "a";
        expected.position = {3, 3};
        QVERIFY(scrapeConfig("") == expected);
    }

    void times()
    {
        QCOMPARE(scrapeConfig("", "scrape_interval: 30s, scrape_timeout: 20s").timeoutMs,
                 std::int64_t{20'000});
        QCOMPARE(scrapeConfig("  scrape_interval: 3s\n", "scrape_timeout: 20s").timeoutMs,
                 std::int64_t{3000});
        QCOMPARE(scrapeConfig("  scrape_interval: 0\n", "scrape_interval: 8s").intervalMs,
                 std::int64_t{8000});
        QCOMPARE(scrapeConfig("  scrape_timeout: 1s500ms\n").timeoutMs, std::int64_t{1500});
    }

    void samples()
    {
        const ScrapeConfig config =
            scrapeConfig("  honor_labels: yes\n"
                         "  honor_timestamps: off\n"
                         "  track_timestamps_staleness: true\n"
                         "  always_scrape_classic_histograms: false\n"
                         "  convert_classic_histograms_to_nhcb: true\n"
                         "  native_histogram_min_bucket_factor: 1.1\n"
                         "  native_histogram_bucket_limit: 9\n"
                         "  body_size_limit: -1B\n"
                         "  sample_limit: 5\n",
                         "always_scrape_classic_histograms: true, extra_scrape_metrics: true, "
                         "body_size_limit: 1KB, sample_limit: 3, target_limit: 4");
        const SampleRules &samples = config.samples;
        QVERIFY(samples.honorLabels && !samples.honorTimestamps && samples.trackTimestampsStaleness);
        QVERIFY(!samples.alwaysScrapeClassicHistograms && samples.convertClassicHistograms &&
                samples.extraScrapeMetrics);
        QCOMPARE(samples.nativeHistogramMinBucketFactor, 1.1);
        QCOMPARE(samples.limits.bodySize, std::uint64_t{0}); // below 0: no limit, whatever global says
        QCOMPARE(samples.limits.samples, std::uint64_t{5});
        QCOMPARE(samples.limits.targets, std::uint64_t{4});
        QCOMPARE(samples.limits.nativeHistogramBuckets, std::uint64_t{9});
    }

    void request()
    {
        const ScrapeConfig config = scrapeConfig("  metrics_path: /m\n"
                                                 "  scheme: https\n"
                                                 "  params: {b: [x, 5], a: []}\n"
                                                 "  enable_compression: no\n"
                                                 "  fallback_scrape_protocol: PrometheusText0.0.4\n"
                                                 "  scrape_protocols: [OpenMetricsText0.0.1]\n"
                                                 "  metric_name_escaping_scheme: dots\n");
        QCOMPARE(config.metricsPath, std::string("/m"));
        QCOMPARE(config.scheme, std::string("https"));
        QVERIFY((config.params == std::vector<std::pair<std::string, std::vector<std::string>>>{
                                      {"b", {"x", "5"}}, {"a", {}}}));
        QVERIFY(!config.enableCompression);
        QVERIFY(config.fallbackProtocol == ScrapeProtocol::PrometheusText0_0_4);
        QVERIFY(config.protocols == std::vector{ScrapeProtocol::OpenMetricsText0_0_1});
        QVERIFY(config.nameEscaping == NameEscaping::Dots);
    }

    /// A job that sets its validation does not inherit global's escaping.
    void naming()
    {
        const std::string legacy = "metric_name_validation_scheme: legacy";
        QVERIFY(scrapeConfig("", legacy).nameEscaping == NameEscaping::Underscores);
        QVERIFY(scrapeConfig("  " + legacy + "\n").nameEscaping == NameEscaping::Underscores);
        QVERIFY(scrapeConfig("  metric_name_validation_scheme: utf8\n", legacy).nameEscaping ==
                NameEscaping::AllowUtf8);
        QVERIFY(scrapeConfig("", "metric_name_escaping_scheme: values").nameEscaping == NameEscaping::Values);
        QVERIFY(scrapeConfig("  " + legacy + "\n", "metric_name_escaping_scheme: values").nameEscaping ==
                NameEscaping::Underscores);
    }

    void relabelling()
    {
        const ScrapeConfig config =
            scrapeConfig("  relabel_configs:\n"
                         "  - source_labels: [a, b.c]\n"
                         "    separator: ','\n"
                         "    regex: (x).*\n"
                         "    target_label: ${1}_y\n"
                         "    replacement: $1\n"
                         "  - {action: HashMod, modulus: 8, target_label: m, source_labels: []}\n"
                         "  metric_relabel_configs: [{action: drop, regex: }]\n");
        RelabelRule first;
        first.sourceLabels = {"a", "b.c"};
        first.separator = ",";
        first.regex = "(x).*";
        first.targetLabel = "${1}_y";
        first.position = {5, 5};
        QCOMPARE(config.relabelRules.size(), std::size_t{2});
        QVERIFY(config.relabelRules[0] == first);
        QVERIFY(config.relabelRules[1].action == RelabelAction::HashMod);
        QCOMPARE(config.relabelRules[1].modulus, std::uint64_t{8});
        QCOMPARE(config.samples.metricRelabelRules.at(0).regex, std::string()); // written, and empty
    }

    void authentication()
    {
        const auto of = [](const std::string &fields) { return scrapeConfig(fields).client.authentication; };
        QVERIFY(of("  basic_auth: {username: u, password_file: p}\n") ==
                decltype(HttpClientConfig::authentication)(BasicAuth{"u", "", SecretFile{"/etc/p/p"}}));
        QVERIFY(std::get<BasicAuth>(of("  basic_auth: {username_file: u, password: 5}\n")) ==
                (BasicAuth{"", "/etc/p/u", SecretText{"5"}}));
        QVERIFY(std::get<Authorization>(of("  authorization: {type: ' Token ', credentials: c}\n")) ==
                (Authorization{"Token", SecretText{"c"}}));
        QVERIFY(std::get<Authorization>(of("  bearer_token: t\n")) ==
                (Authorization{"Bearer", SecretText{"t"}}));
        QVERIFY(std::holds_alternative<std::monostate>(of("  bearer_token: ''\n  basic_auth:\n")));
        const auto oauth2 = std::get<OAuth2>(of("  oauth2:\n"
                                                "    client_id: i\n"
                                                "    client_secret_file: s\n"
                                                "    token_url: https://t\n"
                                                "    scopes: [x]\n"
                                                "    endpoint_params: {k: v}\n"
                                                "    tls_config: {ca_file: c}\n"
                                                "    proxy_url: http://p\n"));
        QVERIFY(oauth2.clientSecret == Secret(SecretFile{"/etc/p/s"}));
        QCOMPARE(oauth2.tls.caFile, std::string("/etc/p/c"));
        QCOMPARE(oauth2.proxy.url, std::string("http://p"));
        QVERIFY((oauth2.endpointParams == std::vector<std::pair<std::string, std::string>>{{"k", "v"}}));
    }

    void client()
    {
        const HttpClientConfig client =
            scrapeConfig("  tls_config:\n"
                         "    ca: PEM\n"
                         "    cert_file: /c\n"
                         "    key_file: k\n"
                         "    server_name: s\n"
                         "    insecure_skip_verify: true\n"
                         "    min_version: TLS12\n"
                         "    max_version: TLS13\n"
                         "  follow_redirects: false\n"
                         "  proxy_url: http://u:p@proxy:3128\n"
                         "  no_proxy: a,b\n"
                         "  proxy_connect_header: {P: [s]}\n"
                         "  http_headers: {x-tenant: {files: [f], values: [v], secrets: [s]}}\n")
                .client;
        QVERIFY(client.tls == (TlsConfig{"PEM", "", "", "/c", SecretFile{"/etc/p/k"}, "s", true,
                                         TlsVersion::Tls12, TlsVersion::Tls13}));
        QVERIFY(!client.followRedirects);
        QCOMPARE(client.proxy.noProxy, std::string("a,b"));
        QVERIFY(client.proxy.connectHeaders.at(0).second == std::vector<Secret>{SecretText{"s"}});
        QVERIFY((
            client.headers ==
            std::vector{HttpHeader{"X-Tenant", {SecretText{"v"}, SecretText{"s"}, SecretFile{"/etc/p/f"}}}}));
    }

    void discovery()
    {
        const ScrapeConfig config =
            scrapeConfig("  static_configs:\n"
                         "  - targets: [a:1, b:2]\n"
                         "    labels: {z: 1, y: yes}\n"
                         "  - targets: []\n"
                         "  dns_sd_configs: [{names: [n], type: aaaa, port: 80, refresh_interval: 5s}]\n"
                         "  file_sd_configs: [{files: ['t/*.json', /x.yml]}]\n"
                         "  http_sd_configs: [{url: 'https://h/sd', basic_auth: {username: u}}]\n");
        QVERIFY((config.staticGroups ==
                 std::vector<TargetGroup>{{"0", {"a:1", "b:2"}, {{"y", "yes"}, {"z", "1"}}, {5, 5}},
                                          {"1", {}, {}, {7, 5}}}));
        QCOMPARE(config.discoveries.size(), std::size_t{3});
        QVERIFY(std::get<DnsDiscovery>(config.discoveries[0]) ==
                (DnsDiscovery{{"n"}, DnsRecord::Aaaa, 80, 5000}));
        QVERIFY(std::get<FileDiscovery>(config.discoveries[1]) ==
                (FileDiscovery{{"/etc/p/t/*.json", "/x.yml"}, 300'000}));
        const auto &http = std::get<HttpDiscovery>(config.discoveries[2]);
        QCOMPARE(http.refreshMs, std::int64_t{60'000});
        QCOMPARE(std::get<BasicAuth>(http.client.authentication).username, std::string("u"));
    }

    /// Merged fields are the mapping's own, in the file's order.
    void merging()
    {
        const auto config = parsePrometheusConfig("scrape_configs:\n"
                                                  "- &base {job_name: a, scheme: https, metrics_path: /a}\n"
                                                  "- <<: [*base, {scheme: http, sample_limit: 5}]\n"
                                                  "  job_name: b\n"
                                                  "  metrics_path: /b\n",
                                                  {"/"});
        QVERIFY(config.ok());
        const ScrapeConfig &merged = config->scrapeConfigs.at(1);
        QCOMPARE(merged.jobName, std::string("b"));
        QCOMPARE(merged.scheme, std::string("https"));
        QCOMPARE(merged.metricsPath, std::string("/b"));
        QCOMPARE(merged.samples.limits.samples, std::uint64_t{5});
    }
};

} // namespace

SIGHTGLASS_TEST(ScrapeConfigTest)
#include "scrapeconfigtest.moc"
