// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/scrape/jsonfields.h"
#include "model/scrape/targetconfig.h"
#include "parser/config/relabeltext.h"
#include "parser/exposition/contentnegotiation.h"

#include <array>
#include <type_traits>

namespace sightglass {

// What of a target is written down, and under which names (see jsonfields.h). A secret's text never is.

template<typename Fields>
void describe(Fields &fields, Secret &secret)
{
    // Fields of what the secret is not are written as empty texts, and an empty text is none when it is read.
    SecretFile file =
        std::holds_alternative<SecretFile>(secret) ? std::get<SecretFile>(secret) : SecretFile();
    SecretKey key = std::holds_alternative<SecretKey>(secret) ? std::get<SecretKey>(secret) : SecretKey();
    fields("file", file.path);
    fields("key", key.key);
    if (!file.path.empty())
        secret = file;
    else if (!key.key.empty())
        secret = key;
}

template<typename Fields>
void describe(Fields &fields, BasicAuth &basic)
{
    fields("username", basic.username);
    fields("username_file", basic.usernameFile);
    fields("password", basic.password);
}

template<typename Fields>
void describe(Fields &fields, Authorization &authorization)
{
    fields("type", authorization.type);
    fields("credentials", authorization.credentials);
}

template<typename Fields>
void describe(Fields &fields, TlsConfig &tls)
{
    static constexpr auto versions =
        std::to_array<std::string_view>({"", "TLS10", "TLS11", "TLS12", "TLS13"});
    fields("ca", tls.ca);
    fields("ca_file", tls.caFile);
    fields("cert", tls.certificate);
    fields("cert_file", tls.certificateFile);
    fields("key", tls.key);
    fields("server_name", tls.serverName);
    fields("insecure_skip_verify", tls.insecureSkipVerify);
    fields.word("min_version", tls.minVersion, versions);
    fields.word("max_version", tls.maxVersion, versions);
}

template<typename Fields>
void describe(Fields &fields, ProxyConfig &proxy)
{
    fields("url", proxy.url);
    fields("password", proxy.password);
    fields("no_proxy", proxy.noProxy);
    fields("from_environment", proxy.fromEnvironment);
    fields("connect_headers", proxy.connectHeaders);
}

template<typename Fields>
void describe(Fields &fields, OAuth2 &oauth)
{
    fields("client_id", oauth.clientId);
    fields("client_secret", oauth.clientSecret);
    fields("token_url", oauth.tokenUrl);
    fields("scopes", oauth.scopes);
    fields("endpoint_params", oauth.endpointParams);
    fields("tls", oauth.tls);
    fields("proxy", oauth.proxy);
}

template<typename Fields>
void describe(Fields &fields, HttpHeader &header)
{
    fields("name", header.name);
    fields("values", header.values);
}

template<typename Fields>
void describe(Fields &fields, SecretParameter &parameter)
{
    fields("name", parameter.name);
    fields("value", parameter.value);
}

template<typename Fields>
void describe(Fields &fields, HttpClientConfig &client)
{
    // At most one of the three is there.
    const auto alternative = [&](const char *name, auto value) {
        using Kind = decltype(value);
        [[maybe_unused]] auto *const held = std::get_if<Kind>(&client.authentication);
        if constexpr (std::is_same_v<Fields, JsonReader>) {
            const bool there = fields.has(name);
            fields(name, value);
            if (there)
                client.authentication = std::move(value);
        } else if (held) {
            fields(name, *held);
        }
    };
    alternative("basic_auth", BasicAuth());
    alternative("authorization", Authorization());
    alternative("oauth2", OAuth2());
    fields("tls", client.tls);
    fields("proxy", client.proxy);
    fields("headers", client.headers);
    fields("parameters", client.parameters);
    fields("follow_redirects", client.followRedirects);
}

template<typename Fields>
void describe(Fields &fields, ScrapeLimits &limits)
{
    fields("body_size", limits.bodySize);
    fields("samples", limits.samples);
    fields("targets", limits.targets);
    fields("labels", limits.labels);
    fields("label_name_length", limits.labelNameLength);
    fields("label_value_length", limits.labelValueLength);
    fields("native_histogram_buckets", limits.nativeHistogramBuckets);
    fields("keep_dropped_targets", limits.keepDroppedTargets);
}

/// As text, as in a prometheus.yml: what can be read by one reader needs no second one.
template<typename Fields>
void describeRules(Fields &fields, std::vector<RelabelRule> &rules)
{
    std::string text = relabelRulesText(rules);
    fields("metric_relabel_configs", text);
    if constexpr (std::is_same_v<Fields, JsonReader>) {
        auto read = parseRelabelRules(text);
        if (!read) {
            fields.refuse(fields.pathOf(QStringLiteral("metric_relabel_configs")), "not a list of rules");
            return;
        }
        rules = *std::move(read);
        for (RelabelRule &rule : rules)
            rule.position = {}; // of no file
    }
}

template<typename Fields>
void describe(Fields &fields, SampleRules &samples)
{
    static constexpr auto schemes = std::to_array<std::string_view>({"utf8", "legacy"});
    fields("honor_labels", samples.honorLabels);
    fields("honor_timestamps", samples.honorTimestamps);
    fields("track_timestamps_staleness", samples.trackTimestampsStaleness);
    fields("scrape_native_histograms", samples.scrapeNativeHistograms);
    fields("always_scrape_classic_histograms", samples.alwaysScrapeClassicHistograms);
    fields("convert_classic_histograms_to_nhcb", samples.convertClassicHistograms);
    fields("extra_scrape_metrics", samples.extraScrapeMetrics);
    fields("native_histogram_min_bucket_factor", samples.nativeHistogramMinBucketFactor);
    fields.word("metric_name_validation_scheme", samples.nameValidation, schemes);
    describeRules(fields, samples.metricRelabelRules);
    fields("limits", samples.limits);
}

template<typename Fields>
void describeProtocols(Fields &fields, TargetConfig &target)
{
    std::vector<std::string> names;
    for (const ScrapeProtocol protocol : target.protocols)
        names.emplace_back(scrapeProtocolName(protocol));
    std::string fallback(target.fallbackProtocol ? scrapeProtocolName(*target.fallbackProtocol) : "");
    fields("scrape_protocols", names);
    fields("fallback_scrape_protocol", fallback);
    if constexpr (std::is_same_v<Fields, JsonReader>) {
        target.protocols.clear();
        for (const std::string &name : names) {
            if (const auto protocol = scrapeProtocolFromName(name))
                target.protocols.push_back(*protocol);
            else
                fields.refuse(fields.pathOf(QStringLiteral("scrape_protocols")), "unknown protocol");
        }
        target.fallbackProtocol = scrapeProtocolFromName(fallback);
        if (!fallback.empty() && !target.fallbackProtocol)
            fields.refuse(fields.pathOf(QStringLiteral("fallback_scrape_protocol")), "unknown protocol");
    }
}

template<typename Fields>
void describe(Fields &fields, TargetConfig &target)
{
    static constexpr auto escapings =
        std::to_array<std::string_view>({"allow-utf-8", "underscores", "dots", "values"});
    QString url = target.url.toString(QUrl::RemovePassword | QUrl::FullyEncoded);
    std::vector<std::pair<std::string, std::string>> labels;
    for (const LabelView label : target.labels)
        labels.emplace_back(label.name, label.value);
    fields("id", target.id);
    fields("url", url);
    fields("name", target.name);
    fields("labels", labels);
    fields("interval_ms", target.intervalMs);
    fields("timeout_ms", target.timeoutMs);
    fields("samples", target.samples);
    fields("client", target.client);
    describeProtocols(fields, target);
    fields.word("metric_name_escaping_scheme", target.nameEscaping, escapings);
    fields("enable_compression", target.enableCompression);
    fields("enabled", target.enabled);
    if constexpr (std::is_same_v<Fields, JsonReader>) {
        std::vector<Label> read;
        for (auto &[name, value] : labels)
            read.push_back({std::move(name), std::move(value)});
        target.labels = Labels(std::move(read));
        target.url = QUrl(url, QUrl::StrictMode);
        if (!targetKind(target.url)) {
            target.url = QUrl();
            fields.refuse(fields.pathOf(QStringLiteral("url")), "leads nowhere");
        }
    }
}

} // namespace sightglass
