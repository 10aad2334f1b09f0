// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/base/labels.h"
#include "parser/base/sourcespan.h"
#include "parser/config/httpclientconfig.h"
#include "parser/config/relabelrule.h"
#include "parser/exposition/scrapeprotocol.h"

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace sightglass {

/// Bounds of one scrape (scraping reference, section 5). 0: none.
struct ScrapeLimits
{
    std::uint64_t bodySize = 0; ///< bytes after decompression; a body of this size or more fails
    std::uint64_t samples = 0;
    std::uint64_t targets = 0;          ///< of the job, after relabelling
    std::uint64_t labels = 0;           ///< of a series, __name__ and target labels included
    std::uint64_t labelNameLength = 0;  ///< bytes
    std::uint64_t labelValueLength = 0; ///< bytes
    std::uint64_t nativeHistogramBuckets = 0;
    std::uint64_t keepDroppedTargets = 0; ///< how many dropped targets are remembered for show

    friend bool operator==(const ScrapeLimits &, const ScrapeLimits &) = default;
};

/// Which metric and label names are good.
enum class NameValidation : std::uint8_t
{
    Utf8,
    Legacy
};

/// How samples become series. What a re-scrape needs for each sample; plain data that can be compared.
struct SampleRules
{
    bool honorLabels = false;
    bool honorTimestamps = true;
    bool trackTimestampsStaleness = false;
    bool scrapeNativeHistograms = false;
    bool alwaysScrapeClassicHistograms = false;
    bool convertClassicHistograms = false; ///< to native ones with custom buckets
    bool extraScrapeMetrics = false;
    double nativeHistogramMinBucketFactor = 0;
    NameValidation nameValidation = NameValidation::Utf8;
    std::vector<RelabelRule> metricRelabelRules;
    ScrapeLimits limits;

    friend bool operator==(const SampleRules &, const SampleRules &) = default;
};

/// Addresses with the labels they share. `source` tells groups apart: a new group replaces that of its
/// source.
struct TargetGroup
{
    std::string source;
    std::vector<std::string> addresses;
    std::vector<Label> labels;
    SourcePosition position;

    friend bool operator==(const TargetGroup &, const TargetGroup &) = default;
};

struct FileDiscovery
{
    std::vector<std::string> files; ///< absolute; `*` in the last part only
    std::int64_t refreshMs = 5 * 60 * 1000;

    friend bool operator==(const FileDiscovery &, const FileDiscovery &) = default;
};

struct HttpDiscovery
{
    std::string url;
    std::int64_t refreshMs = 60 * 1000;
    HttpClientConfig client;

    friend bool operator==(const HttpDiscovery &, const HttpDiscovery &) = default;
};

enum class DnsRecord : std::uint8_t
{
    Srv,
    A,
    Aaaa,
    Mx,
    Ns
};

struct DnsDiscovery
{
    std::vector<std::string> names;
    DnsRecord type = DnsRecord::Srv;
    std::uint16_t port = 0; ///< needed by all but Srv
    std::int64_t refreshMs = 30 * 1000;

    friend bool operator==(const DnsDiscovery &, const DnsDiscovery &) = default;
};

using Discovery = std::variant<FileDiscovery, HttpDiscovery, DnsDiscovery>;

/// One entry of scrape_configs with global's values already filled in (scraping reference, section 12).
struct ScrapeConfig
{
    std::string jobName;
    std::int64_t intervalMs = 60'000;
    std::int64_t timeoutMs = 10'000; ///< 0 < timeout <= interval
    std::string metricsPath = "/metrics";
    std::string scheme = "http";
    std::vector<std::pair<std::string, std::vector<std::string>>> params;
    std::vector<ScrapeProtocol> protocols; ///< empty: the default list
    std::optional<ScrapeProtocol> fallbackProtocol;
    NameEscaping nameEscaping = NameEscaping::AllowUtf8;
    bool enableCompression = true;
    SampleRules samples;
    HttpClientConfig client;
    std::vector<TargetGroup> staticGroups;
    std::vector<Discovery> discoveries;
    std::vector<RelabelRule> relabelRules;
    SourcePosition position;

    friend bool operator==(const ScrapeConfig &, const ScrapeConfig &) = default;
};

} // namespace sightglass
