// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/config/scrapeconfig.h"
#include "parser/exposition/expositionformat.h"

namespace sightglass {

/// What of a page a scrape by these rules reads.
[[nodiscard]] inline ExpositionOptions scrapeReading(const SampleRules &rules) noexcept
{
    using Options = ExpositionOptions;
    return {
        rules.scrapeNativeHistograms ? Options::NativeHistograms::Read : Options::NativeHistograms::Ignored,
        rules.alwaysScrapeClassicHistograms ? Options::ClassicSeries::Kept : Options::ClassicSeries::Replaced,
        rules.convertClassicHistograms ? Options::ClassicHistograms::ToCustomBuckets
                                       : Options::ClassicHistograms::AsSeries,
        Options::CreatedLines::AsSeries};
}

} // namespace sightglass
