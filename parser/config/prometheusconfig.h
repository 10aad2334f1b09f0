// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/base/result.h"
#include "parser/config/configremark.h"
#include "parser/config/scrapeconfig.h"
#include "parser/config/scrapedefaults.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sightglass {

/// What of a prometheus.yml there is a use for here.
struct PrometheusConfig
{
    std::int64_t evaluationIntervalMs = 60'000;
    std::int64_t ruleQueryOffsetMs = 0;
    ScrapeDefaults scrapeDefaults;      ///< already in scrapeConfigs; for parseScrapeConfigFile()
    std::vector<Label> externalLabels;  ///< sorted by name
    std::vector<std::string> ruleFiles; ///< patterns, absolute
    std::vector<std::string>
        scrapeConfigFiles; ///< patterns, absolute; their own entries come by parseScrapeConfigFile()
    std::vector<ScrapeConfig> scrapeConfigs;
    std::vector<ConfigRemark> remarks; ///< in the order of the file

    friend bool operator==(const PrometheusConfig &, const PrometheusConfig &) = default;
};

/// Environment variables for external_labels: the value of a name, if there is one.
using Environment = std::optional<std::string> (*)(std::string_view name);

/// Where a configuration comes from.
struct ConfigSource
{
    std::string directory;             ///< absolute; relative paths in the file are relative to it
    Environment environment = nullptr; ///< none: no variable is set
};

/// Reads a prometheus.yml as Prometheus 3.14 does (scraping reference, section 12): strictly, that is,
/// unknown and duplicate keys, wrong types and bad values are errors with Prometheus' texts and a place. A
/// field that Prometheus knows and we do not honour becomes a remark. Secrets of the text are kept in Secret
/// values only. Errors: ConfigSyntax (no YAML, or not of this shape), ConfigValue, both with line:column.
[[nodiscard]] Result<PrometheusConfig> parsePrometheusConfig(std::string_view text,
                                                             const ConfigSource &source);

/// A file that scrape_config_files names: the key scrape_configs alone. Its entries take their defaults from
/// `main`, to which they and the remarks are added. Errors as above; `main` is then as it was.
[[nodiscard]] Status parseScrapeConfigFile(std::string_view text, const ConfigSource &source,
                                           PrometheusConfig &main);

} // namespace sightglass
