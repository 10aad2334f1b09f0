// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/scrape/fetcher.h"
#include "model/scrape/targetconfig.h"

#include <memory>

namespace sightglass {

class SecretStore;

/// The fetcher for a target whose URL leads somewhere (see targetKind()); of one that is refused, one that
/// fails without asking. `secrets`, where SecretKeys are looked up, outlives it; null: none are kept here.
[[nodiscard]] std::unique_ptr<Fetcher> makeFetcher(const TargetConfig &config,
                                                   SecretStore *secrets = nullptr);

} // namespace sightglass
