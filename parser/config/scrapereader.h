// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/config/configreading.h"
#include "parser/config/discoveryreader.h"
#include "parser/config/httpclientreader.h"
#include "parser/config/limitsreader.h"
#include "parser/config/protocolsreader.h"
#include "parser/config/relabelreader.h"
#include "parser/config/scrapedefaults.h"

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace sightglass {

/// One entry of scrape_configs as it is written, before global's values come in.
struct ScrapeDraft
{
    SourcePosition position;
    ScrapeConfig config;         ///< the fields that stand alone are read right into it
    std::int64_t intervalMs = 0; ///< 0: as global
    std::int64_t timeoutMs = 0;  ///< 0: as global, but not above the interval
    SourcePosition timeoutPosition;
    ProtocolsDraft protocols;
    std::string fallbackProtocol;
    SourcePosition fallbackPosition;
    std::optional<bool> scrapeNativeHistograms;
    std::optional<bool> alwaysScrapeClassicHistograms;
    std::optional<bool> convertClassicHistograms;
    std::optional<bool> extraScrapeMetrics;
    std::optional<NameValidation> nameValidation;
    std::optional<NameEscaping> nameEscaping;
    LimitsDraft limits;
    DiscoveryDraft discovery;
    HttpClientDraft client;
    std::vector<RelabelDraft> relabelRules;
    std::vector<RelabelDraft> metricRelabelRules;
};

/// Reads scrape_configs. A null entry is refused.
[[nodiscard]] std::vector<ScrapeDraft> readScrapeConfigs(const YamlNode &node, ConfigReading &reading);

/// Fills in what a scrape config leaves to `global`, and checks what has to do with each other.
[[nodiscard]] ScrapeConfig finishedScrapeConfig(const ScrapeDraft &draft, const ScrapeDefaults &global,
                                                ConfigReading &reading);

} // namespace sightglass
