// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/bucketexemplars.h"

#include <prometheus/labels.h>
#include <prometheus/metric_family.h>

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <utility>

namespace sightglass::demo {

/// The exemplars of histograms by family and labels.
using ExemplarSources = std::map<std::pair<std::string, prometheus::Labels>, const BucketExemplars *>;

/// What prometheus-cpp collected as OpenMetrics 1.0, which its own serializer cannot write. An exemplar has
/// the label trace_id: the event's id as a trace id of W3C, 32 hexadecimal digits, so that all actions of one
/// event share it.
[[nodiscard]] std::string openMetricsText(std::span<const prometheus::MetricFamily> families,
                                          const ExemplarSources &exemplars);

/// Whether an Accept header puts OpenMetrics before the text format, which is the default.
[[nodiscard]] bool wantsOpenMetrics(std::string_view accept);

} // namespace sightglass::demo
