// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/histogram/floathistogram.h"
#include "parser/base/result.h"
#include "parser/config/scrapeconfig.h"
#include "parser/exposition/nativehistogram.h"

namespace sightglass {

/// The histogram that is stored for an exposed one: checked, compacted as Prometheus' parsers do (empty
/// buckets go), and made coarser where the rules ask for it (native_histogram_min_bucket_factor,
/// native_histogram_bucket_limit; scraping reference, section 3). Null where it has more buckets than the
/// limit however coarse: then the rest of the scrape is read, for the counts, and the scrape fails. Errors:
/// InvalidSeries with the text of Prometheus' storage, for what that refuses.
[[nodiscard]] Result<HistogramPtr> storedHistogram(const NativeHistogram &exposed, const SampleRules &rules);

} // namespace sightglass
