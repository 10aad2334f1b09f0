// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/query/promqltest/scriptstore.h"
#include "model/query/promqltest/seriesnotation.h"
#include "parser/base/result.h"

#include <map>
#include <span>
#include <vector>

namespace sightglass::promqltest {

/// The custom-bucket histograms that load_with_nhcb stores beside the classic series of a load: those with
/// equal base names and labels, time by time. Errors: what cannot be converted fails the load.
[[nodiscard]] Result<std::map<Labels, std::vector<ScriptSample>>>
customBucketSeries(std::span<const SeriesDescription> series, std::int64_t stepMs);

} // namespace sightglass::promqltest
