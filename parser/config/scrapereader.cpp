// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/config/scrapereader.h"

#include "parser/base/quoting.h"
#include "parser/config/configfields.h"
#include "parser/config/namingreader.h"
#include "parser/config/unsupportedfields.h"

#include <array>
#include <string>

namespace sightglass {
namespace {

template<auto Member>
constexpr auto intoConfig = [](const YamlNode &value, ScrapeDraft &draft, ConfigReading &reading) {
    readValue(value, draft.config.*Member, reading);
};

template<auto Member>
constexpr auto intoSamples = [](const YamlNode &value, ScrapeDraft &draft, ConfigReading &reading) {
    readValue(value, draft.config.samples.*Member, reading);
};

void readTimeout(const YamlNode &value, ScrapeDraft &draft, ConfigReading &reading)
{
    draft.timeoutPosition = value.position;
    readDuration(value, draft.timeoutMs, reading);
}

void readFallback(const YamlNode &value, ScrapeDraft &draft, ConfigReading &reading)
{
    draft.fallbackPosition = value.position;
    readText(value, "config.ScrapeProtocol", draft.fallbackProtocol, reading);
}

void readParams(const YamlNode &node, ScrapeDraft &draft, ConfigReading &reading)
{
    auto &params = draft.config.params;
    params.clear();
    readMap(node, "url.Values", reading, [&](std::string_view name, const YamlNode &, const YamlNode &value) {
        readValue(value, params.emplace_back(std::string(name), std::vector<std::string>()).second, reading);
    });
}

void readBuckets(const YamlNode &value, ScrapeDraft &draft, ConfigReading &reading)
{
    readValue(value, draft.limits.others.nativeHistogramBuckets, reading);
}

constexpr auto
    fields =
        std::
            to_array<ConfigField<ScrapeDraft>>(
                {
                    {"job_name", intoConfig<&ScrapeConfig::jobName>},
                    {"honor_labels", intoSamples<&SampleRules::honorLabels>},
                    {"honor_timestamps", intoSamples<&SampleRules::honorTimestamps>},
                    {"track_timestamps_staleness", intoSamples<&SampleRules::trackTimestampsStaleness>},
                    {"params", readParams},
                    {"scrape_interval", intoDuration<&ScrapeDraft::intervalMs>},
                    {"scrape_timeout", readTimeout},
                    {"scrape_protocols",
                     [](const YamlNode &value, ScrapeDraft &draft, ConfigReading &reading) {
                         readProtocols(value, draft.protocols, reading);
                     }},
                    {"fallback_scrape_protocol", readFallback},
                    {"scrape_native_histograms", intoMember<&ScrapeDraft::scrapeNativeHistograms>},
                    {"always_scrape_classic_histograms",
                     intoMember<&ScrapeDraft::alwaysScrapeClassicHistograms>},
                    {"convert_classic_histograms_to_nhcb",
                     intoMember<&ScrapeDraft::convertClassicHistograms>},
                    {"scrape_failure_log_file",
                     [](const YamlNode &value, ScrapeDraft &, ConfigReading &reading) {
                         readUnwrittenFile(value, ConfigLoss::ScrapeFailureLog, reading);
                     }},
                    {"metrics_path", intoConfig<&ScrapeConfig::metricsPath>},
                    {"scheme", intoConfig<&ScrapeConfig::scheme>},
                    {"enable_compression", intoConfig<&ScrapeConfig::enableCompression>},
                    {"native_histogram_bucket_limit", readBuckets},
                    {"native_histogram_min_bucket_factor",
                     intoSamples<&SampleRules::nativeHistogramMinBucketFactor>},
                    {"metric_name_validation_scheme",
                     [](const YamlNode &value, ScrapeDraft &draft, ConfigReading &reading) {
                         readNameValidation(value, draft.nameValidation, reading);
                     }},
                    {"metric_name_escaping_scheme",
                     [](const YamlNode &value, ScrapeDraft &draft, ConfigReading &reading) {
                         readNameEscaping(value, "scrape config", draft.nameEscaping, reading);
                     }},
                    {"extra_scrape_metrics", intoMember<&ScrapeDraft::extraScrapeMetrics>},
                    {"relabel_configs",
                     [](const YamlNode &value, ScrapeDraft &draft, ConfigReading &reading) {
                         draft.relabelRules = readRelabelRules(
                             value, "empty or null target relabeling rule in scrape config", reading);
                     }},
                    {"metric_relabel_configs",
                     [](const YamlNode &value, ScrapeDraft &draft, ConfigReading &reading) {
                         draft.metricRelabelRules = readRelabelRules(
                             value, "empty or null metric relabeling rule in scrape config", reading);
                     }},
                });

/// Addresses with a '/' are URLs that somebody put there by mistake, unless relabelling makes more of them.
void checkStaticTargets(const ScrapeDraft &draft, ConfigReading &reading)
{
    if (!draft.relabelRules.empty())
        return;
    for (const TargetGroup &group : draft.discovery.staticGroups)
        for (const std::string &address : group.addresses)
            if (address.find('/') != std::string::npos)
                return reading.refuseValue(group.position, goQuoted(address) + " is not a valid hostname");
}

ScrapeDraft readScrapeConfig(const YamlNode &node, ConfigReading &reading)
{
    ScrapeDraft draft;
    draft.position = node.position;
    readFields(node, "config.ScrapeConfig", reading, [&](std::string_view key, const YamlNode &value) {
        return takeField<ScrapeDraft>(fields, key, value, draft, reading) ||
               takeLimitField(key, value, draft.limits, reading) ||
               takeDiscoveryField(key, value, draft.discovery, reading) ||
               takeHttpClientField(key, value, draft.client, reading);
    });
    if (draft.config.jobName.empty())
        reading.refuseValue(node.position, "job_name is empty");
    draft.config.client = finishedHttpClient(draft.client, node.position, reading);
    checkStaticTargets(draft, reading);
    return draft;
}

} // namespace

std::vector<ScrapeDraft> readScrapeConfigs(const YamlNode &node, ConfigReading &reading)
{
    std::vector<ScrapeDraft> drafts;
    readSequence(node, "[]*config.ScrapeConfig", reading, [&](const YamlNode &item) {
        if (item.kind == YamlKind::Null)
            return reading.refuseValue(item.position, "empty or null scrape config section");
        drafts.push_back(readScrapeConfig(item, reading));
    });
    return drafts;
}

} // namespace sightglass
