// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/scrape/pagefacts.h"

#include "model/scrape/httpoptions.h"
#include "model/scrape/scrapereading.h"

namespace sightglass {

ScrapeFacts pageFacts(const TargetConfig &target, const PageTransfer &transfer)
{
    ScrapeFacts facts;
    const auto kind = targetKind(target.url);
    if (kind == TargetKind::Http || kind == TargetKind::UnixSocket)
        facts.accept = httpOptions(target).accept;
    facts.contentType = transfer.contentType;
    facts.contentEncoding = transfer.contentEncoding;
    facts.compression = transfer.compression;
    facts.wireBytes = transfer.wireBytes;
    facts.timeoutMs = effectiveTimeoutMs(target);
    facts.bodySizeLimit = target.samples.limits.bodySize;
    facts.targetLabels = targetLabels(target);
    facts.honorLabels = target.samples.honorLabels;
    facts.reading = scrapeReading(target.samples);
    return facts;
}

} // namespace sightglass
