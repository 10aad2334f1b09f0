// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/config/prometheusconfig.h"

#include "parser/base/quoting.h"
#include "parser/config/configvalues.h"
#include "parser/config/filepattern.h"
#include "parser/config/globalreader.h"
#include "parser/config/scrapereader.h"
#include "parser/config/unsupportedfields.h"
#include "parser/config/yamlmapping.h"

#include <iterator>
#include <unordered_set>
#include <utility>

namespace sightglass {
namespace {

void readPatterns(const YamlNode &node, std::string_view what, std::vector<std::string> &target,
                  ConfigReading &reading)
{
    target.clear();
    readSequence(node, "[]string", reading, [&](const YamlNode &item) {
        std::string &pattern = target.emplace_back();
        readValue(item, pattern, reading);
        if (!isFilePattern(pattern))
            reading.refuseValue(item.position, "invalid " + std::string(what) + " path " + goQuoted(pattern));
        pattern = reading.absolutePath(pattern);
    });
}

/// Adds the drafts to the configuration, with its defaults filled in. Job names are unique over all files.
void addScrapeConfigs(const std::vector<ScrapeDraft> &drafts, PrometheusConfig &config,
                      ConfigReading &reading)
{
    std::unordered_set<std::string> jobs;
    for (const ScrapeConfig &known : config.scrapeConfigs)
        jobs.insert(known.jobName);
    for (const ScrapeDraft &draft : drafts) {
        config.scrapeConfigs.push_back(finishedScrapeConfig(draft, config.scrapeDefaults, reading));
        const std::string &job = draft.config.jobName;
        if (!jobs.insert(job).second)
            reading.refuseValue(draft.position,
                                "found multiple scrape configs with job name " + goQuoted(job));
        if (reading.failed())
            return;
    }
}

PrometheusConfig readMain(const YamlNode &root, ConfigReading &reading)
{
    PrometheusConfig config;
    std::vector<ScrapeDraft> drafts; // finished when global is known, which may come later
    readFields(root, "config.plain", reading, [&](std::string_view key, const YamlNode &value) {
        if (key == "global")
            readGlobal(value, config, reading);
        else if (key == "rule_files")
            readPatterns(value, "rule file", config.ruleFiles, reading);
        else if (key == "scrape_config_files")
            readPatterns(value, "scrape config file", config.scrapeConfigFiles, reading);
        else if (key == "scrape_configs")
            drafts = readScrapeConfigs(value, reading);
        else
            return takeUnsupportedSection(key, value, reading);
        return true;
    });
    if (!reading.failed())
        addScrapeConfigs(drafts, config, reading);
    config.remarks = reading.takeRemarks();
    return config;
}

} // namespace

Result<PrometheusConfig> parsePrometheusConfig(std::string_view text, const ConfigSource &source)
{
    const auto document = YamlDocument::parse(text);
    if (!document)
        return document.error();
    ConfigReading reading(source);
    PrometheusConfig config = readMain(document->root(), reading);
    if (reading.failed())
        return *reading.error();
    return config;
}

Status parseScrapeConfigFile(std::string_view text, const ConfigSource &source, PrometheusConfig &main)
{
    const auto document = YamlDocument::parse(text);
    if (!document)
        return document.error();
    ConfigReading reading(source);
    std::vector<ScrapeDraft> drafts;
    readFields(document->root(), "config.ScrapeConfigs", reading,
               [&](std::string_view key, const YamlNode &value) {
                   if (key == "scrape_configs")
                       drafts = readScrapeConfigs(value, reading);
                   return key == "scrape_configs";
               });
    const std::size_t before = main.scrapeConfigs.size();
    if (!reading.failed())
        addScrapeConfigs(drafts, main, reading);
    if (reading.failed()) {
        main.scrapeConfigs.resize(before);
        return *reading.error();
    }
    const auto remarks = reading.takeRemarks();
    main.remarks.insert(main.remarks.end(), remarks.begin(), remarks.end());
    return Done{};
}

} // namespace sightglass
