// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/scrape/httpoptions.h"

#include "parser/exposition/contentnegotiation.h"

namespace sightglass {

namespace {

/// Who has a prometheus.yml is asked for as Prometheus asks, so that endpoints see the same requests.
Compression compressionOf(const TargetConfig &config)
{
    if (!config.enableCompression)
        return Compression::Never;
    return config.origin.isEmpty() ? Compression::AsFound : Compression::Always;
}

} // namespace

HttpOptions httpOptions(const TargetConfig &config)
{
    using Native = ExpositionOptions::NativeHistograms;
    const Native native = config.samples.scrapeNativeHistograms ? Native::Read : Native::Ignored;
    const auto protocols = config.protocols.empty() ? defaultScrapeProtocols(native) : config.protocols;
    return {config.client, acceptHeader(protocols, config.nameEscaping), config.fallbackProtocol,
            compressionOf(config)};
}

} // namespace sightglass
