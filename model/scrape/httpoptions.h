// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/scrape/httprequest.h"
#include "model/scrape/targetconfig.h"
#include "parser/config/httpclientconfig.h"
#include "parser/exposition/scrapeprotocol.h"

#include <optional>
#include <string>

namespace sightglass {

/// How an HttpFetcher asks. A value; the defaults are Prometheus'.
struct HttpOptions
{
    HttpClientConfig client;
    std::string accept;                     ///< the Accept header; empty: the default one
    std::optional<ScrapeProtocol> fallback; ///< where the answer does not say what it is
    Compression compression = Compression::Asked;
};

/// Of a target. Protobuf is asked for where it is listed, or where nothing is listed and native histograms
/// are scraped (exposition reference, section 0.2).
[[nodiscard]] HttpOptions httpOptions(const TargetConfig &config);

} // namespace sightglass
