// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/base/quoting.h"
#include "parser/config/namingreader.h"
#include "parser/config/scrapereader.h"

#include <algorithm>

namespace sightglass {
namespace {

std::string forJob(const ScrapeDraft &draft)
{
    return "for scrape config with job name " + goQuoted(draft.config.jobName);
}

void finishTimes(const ScrapeDraft &draft, const ScrapeDefaults &global, ScrapeConfig &config,
                 ConfigReading &reading)
{
    config.intervalMs = draft.intervalMs != 0 ? draft.intervalMs : global.intervalMs;
    if (draft.timeoutMs > config.intervalMs)
        reading.refuseValue(draft.timeoutPosition,
                            "scrape timeout greater than scrape interval " + forJob(draft));
    config.timeoutMs = draft.timeoutMs != 0 ? draft.timeoutMs : std::min(global.timeoutMs, config.intervalMs);
}

void finishProtocols(const ScrapeDraft &draft, const ScrapeDefaults &global, ScrapeConfig &config,
                     ConfigReading &reading)
{
    config.protocols =
        draft.protocols.names ? finishedProtocols(draft.protocols, forJob(draft), reading) : global.protocols;
    if (draft.fallbackProtocol.empty())
        return;
    config.fallbackProtocol = scrapeProtocolNamed(draft.fallbackProtocol);
    if (!config.fallbackProtocol)
        reading.refuseValue(draft.fallbackPosition, "invalid fallback_scrape_protocol " + forJob(draft) +
                                                        ": " + unknownProtocolText(draft.fallbackProtocol));
}

void finishNames(const ScrapeDraft &draft, const ScrapeDefaults &global, ScrapeConfig &config,
                 ConfigReading &reading)
{
    const NameValidation names = draft.nameValidation.value_or(global.nameValidation);
    // A job that sets its validation does not inherit an escaping that may not go with it.
    const NameEscaping inherited = draft.nameValidation
                                       ? defaultEscaping(names)
                                       : global.nameEscaping.value_or(defaultEscaping(global.nameValidation));
    config.samples.nameValidation = names;
    config.nameEscaping = draft.nameEscaping.value_or(inherited);
    if (config.nameEscaping == NameEscaping::AllowUtf8 && names != NameValidation::Utf8)
        reading.refuseValue(draft.position,
                            "utf8 metric names requested but validation scheme is not set to UTF8");
}

std::vector<RelabelRule> finishedRules(const std::vector<RelabelDraft> &drafts, NameValidation names,
                                       ConfigReading &reading)
{
    std::vector<RelabelRule> rules;
    rules.reserve(drafts.size());
    for (const RelabelDraft &draft : drafts)
        rules.push_back(finishedRelabelRule(draft, names, reading));
    return rules;
}

} // namespace

ScrapeConfig finishedScrapeConfig(const ScrapeDraft &draft, const ScrapeDefaults &global,
                                  ConfigReading &reading)
{
    ScrapeConfig config = draft.config;
    config.position = draft.position;
    finishTimes(draft, global, config, reading);
    finishProtocols(draft, global, config, reading);
    finishNames(draft, global, config, reading);
    SampleRules &samples = config.samples;
    samples.limits = finishedLimits(draft.limits, global.limits);
    samples.scrapeNativeHistograms = draft.scrapeNativeHistograms.value_or(global.scrapeNativeHistograms);
    samples.alwaysScrapeClassicHistograms =
        draft.alwaysScrapeClassicHistograms.value_or(global.alwaysScrapeClassicHistograms);
    samples.convertClassicHistograms =
        draft.convertClassicHistograms.value_or(global.convertClassicHistograms);
    samples.extraScrapeMetrics = draft.extraScrapeMetrics.value_or(global.extraScrapeMetrics);
    config.staticGroups = draft.discovery.staticGroups;
    config.discoveries = draft.discovery.discoveries;
    config.relabelRules = finishedRules(draft.relabelRules, samples.nameValidation, reading);
    samples.metricRelabelRules = finishedRules(draft.metricRelabelRules, samples.nameValidation, reading);
    return config;
}

} // namespace sightglass
