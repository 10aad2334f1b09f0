// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/base/labels.h"
#include "parser/base/result.h"

#include <span>

namespace sightglass {

/// The label set of a decoded series as Prometheus' scrape loop would store it: sorted, without empty values.
/// The series must have a metric name, names of non-empty valid UTF-8, and no name twice (exposition
/// reference, section 0.4, scheme utf8); otherwise InvalidSeries with Prometheus' own text, and the whole
/// scrape is to be rejected. A label that is given twice and once empty counts as absent. To be called after
/// relabelling, with the target's labels in place.
[[nodiscard]] Result<Labels> validatedLabels(std::span<const Label> decoded);

} // namespace sightglass
