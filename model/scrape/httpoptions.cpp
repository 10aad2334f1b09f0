// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/scrape/httpoptions.h"

#include "parser/exposition/contentnegotiation.h"

namespace sightglass {

HttpOptions httpOptions(const TargetConfig &config)
{
    using Native = ExpositionOptions::NativeHistograms;
    const Native native = config.samples.scrapeNativeHistograms ? Native::Read : Native::Ignored;
    const auto protocols = config.protocols.empty() ? defaultScrapeProtocols(native) : config.protocols;
    return {config.client, acceptHeader(protocols, config.nameEscaping), config.fallbackProtocol,
            config.enableCompression ? Compression::Asked : Compression::Never};
}

} // namespace sightglass
