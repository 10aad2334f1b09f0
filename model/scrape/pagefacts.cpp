// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/scrape/pagefacts.h"

#include "model/scrape/scrapereading.h"

namespace sightglass {

ScrapeFacts pageFacts(const TargetConfig &target, const PageTransfer &transfer)
{
    ScrapeFacts facts;
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
