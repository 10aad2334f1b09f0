// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/config/globalreader.h"

#include "parser/config/configfields.h"
#include "parser/config/externallabels.h"
#include "parser/config/limitsreader.h"
#include "parser/config/namingreader.h"
#include "parser/config/protocolsreader.h"
#include "parser/config/unsupportedfields.h"

#include <algorithm>
#include <array>
#include <optional>

namespace sightglass {
namespace {

/// `global` as it is written; an interval of 0 is one that is not.
struct GlobalDraft
{
    std::int64_t intervalMs = 0;
    std::int64_t timeoutMs = 0;
    SourcePosition timeoutPosition;
    std::int64_t evaluationMs = 0;
    std::int64_t offsetMs = 0;
    ProtocolsDraft protocols;
    ExternalLabelsDraft externalLabels;
    LimitsDraft limits;
    std::optional<NameValidation> nameValidation;
    std::optional<NameEscaping> nameEscaping;
    bool scrapeNativeHistograms = false;
    bool alwaysScrapeClassicHistograms = false;
    bool convertClassicHistograms = false;
    bool extraScrapeMetrics = false;
};

void readTimeout(const YamlNode &value, GlobalDraft &draft, ConfigReading &reading)
{
    draft.timeoutPosition = value.position;
    readDuration(value, draft.timeoutMs, reading);
}

constexpr auto fields = std::to_array<ConfigField<GlobalDraft>>({
    {"scrape_interval", intoDuration<&GlobalDraft::intervalMs>},
    {"scrape_timeout", readTimeout},
    {"scrape_protocols", [](const YamlNode &value, GlobalDraft &draft,
                            ConfigReading &reading) { readProtocols(value, draft.protocols, reading); }},
    {"evaluation_interval", intoDuration<&GlobalDraft::evaluationMs>},
    {"rule_query_offset", intoDuration<&GlobalDraft::offsetMs>},
    {"query_log_file",
     [](const YamlNode &value, GlobalDraft &, ConfigReading &reading) {
         readUnwrittenFile(value, ConfigLoss::QueryLog, reading);
     }},
    {"scrape_failure_log_file",
     [](const YamlNode &value, GlobalDraft &, ConfigReading &reading) {
         readUnwrittenFile(value, ConfigLoss::ScrapeFailureLog, reading);
     }},
    {"external_labels",
     [](const YamlNode &value, GlobalDraft &draft, ConfigReading &reading) {
         readExternalLabels(value, draft.externalLabels, reading);
     }},
    {"metric_name_validation_scheme",
     [](const YamlNode &value, GlobalDraft &draft,
        ConfigReading &reading) { readNameValidation(value, draft.nameValidation, reading); }},
    {"metric_name_escaping_scheme",
     [](const YamlNode &value, GlobalDraft &draft,
        ConfigReading &reading) { readNameEscaping(value, "global", draft.nameEscaping, reading); }},
    {"scrape_native_histograms", intoMember<&GlobalDraft::scrapeNativeHistograms>},
    {"always_scrape_classic_histograms", intoMember<&GlobalDraft::alwaysScrapeClassicHistograms>},
    {"convert_classic_histograms_to_nhcb", intoMember<&GlobalDraft::convertClassicHistograms>},
    {"extra_scrape_metrics", intoMember<&GlobalDraft::extraScrapeMetrics>},
});

ScrapeDefaults defaultsOf(const GlobalDraft &draft, ConfigReading &reading)
{
    ScrapeDefaults defaults;
    if (draft.intervalMs != 0)
        defaults.intervalMs = draft.intervalMs;
    if (draft.timeoutMs > defaults.intervalMs)
        reading.refuseValue(draft.timeoutPosition, "global scrape timeout greater than scrape interval");
    defaults.timeoutMs =
        draft.timeoutMs != 0 ? draft.timeoutMs : std::min(defaults.timeoutMs, defaults.intervalMs);
    defaults.protocols = finishedProtocols(draft.protocols, "for global config", reading);
    defaults.limits = finishedLimits(draft.limits, {});
    defaults.nameValidation = draft.nameValidation.value_or(NameValidation::Utf8);
    defaults.nameEscaping = draft.nameEscaping;
    defaults.scrapeNativeHistograms = draft.scrapeNativeHistograms;
    defaults.alwaysScrapeClassicHistograms = draft.alwaysScrapeClassicHistograms;
    defaults.convertClassicHistograms = draft.convertClassicHistograms;
    defaults.extraScrapeMetrics = draft.extraScrapeMetrics;
    return defaults;
}

} // namespace

void readGlobal(const YamlNode &node, PrometheusConfig &config, ConfigReading &reading)
{
    GlobalDraft draft;
    readFields(node, "config.plain", reading, [&](std::string_view key, const YamlNode &value) {
        return takeField<GlobalDraft>(fields, key, value, draft, reading) ||
               takeLimitField(key, value, draft.limits, reading);
    });
    config.scrapeDefaults = defaultsOf(draft, reading);
    config.externalLabels =
        finishedExternalLabels(draft.externalLabels, config.scrapeDefaults.nameValidation, reading);
    config.evaluationIntervalMs =
        draft.evaluationMs != 0 ? draft.evaluationMs : PrometheusConfig().evaluationIntervalMs;
    config.ruleQueryOffsetMs = draft.offsetMs;
}

} // namespace sightglass
