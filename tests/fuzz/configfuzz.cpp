// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/config/prometheusconfig.h"
#include "parser/config/targetgroups.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

namespace {

using namespace sightglass;

void require(bool good)
{
    if (!good)
        std::abort();
}

/// What the program relies on in every configuration that was taken.
void requireInvariants(const PrometheusConfig &config)
{
    for (const ScrapeConfig &scrape : config.scrapeConfigs) {
        require(!scrape.jobName.empty());
        require(scrape.timeoutMs > 0 && scrape.timeoutMs <= scrape.intervalMs);
        for (const RelabelRule &rule : scrape.relabelRules)
            require(rule.action != RelabelAction::HashMod || rule.modulus > 0);
    }
}

void requireText(const Error &error)
{
    require(!plainText(error).empty());
}

} // namespace

/// Any bytes are a configuration or an error with a text; what is taken keeps its promises; a file that is
/// refused leaves the configuration alone.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string_view text(reinterpret_cast<const char *>(data), size);
    const ConfigSource source{"/etc/p"};
    const auto config = parsePrometheusConfig(text, source);
    if (config)
        requireInvariants(*config);
    else
        requireText(config.error());

    PrometheusConfig main;
    if (const Status added = parseScrapeConfigFile(text, source, main); added)
        requireInvariants(main);
    else
        require(main == PrometheusConfig());

    for (const auto format : {TargetGroupFormat::Yaml, TargetGroupFormat::Json})
        if (const auto groups = parseTargetGroups(text, format, "f"); !groups)
            requireText(groups.error());
    return 0;
}
