// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/analysis/scrapefacts.h"
#include "model/scrape/fetcher.h"
#include "model/scrape/targetconfig.h"

namespace sightglass {

/// What an examination is to know of a page: how it came, and what the target's settings make of it. Errors,
/// times and durations are left to whoever measured them.
[[nodiscard]] ScrapeFacts pageFacts(const TargetConfig &target, const PageTransfer &transfer);

} // namespace sightglass
