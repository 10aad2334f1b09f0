// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/scrape/fetcher.h"
#include "model/scrape/targetconfig.h"

#include <memory>

namespace sightglass {

/// The fetcher for a target whose URL leads somewhere (see targetKind()).
[[nodiscard]] std::unique_ptr<Fetcher> makeFetcher(const TargetConfig &config);

} // namespace sightglass
