// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/exporting/familyassembly.h"

#include <optional>

namespace sightglass {

[[nodiscard]] ExposedExemplar exposedExemplar(const Exemplar &exemplar);

/// The labels but for the metric's name and, where it is not empty, `own`.
[[nodiscard]] std::vector<Label> exposedLabels(const Labels &labels, std::string_view own = {});

/// The float series of a histogram, gauge histogram or summary put together to its metrics. Empty where one
/// of them is not whole, or where the format would give back something else: other names or
/// other bounds, unless the target puts a gauge histogram's type before them.
[[nodiscard]] std::optional<std::vector<ExposedMetric>>
compoundMetrics(std::string_view name, MetricType type, std::span<const ExportedSeries> series,
                AssemblyTarget target);

} // namespace sightglass
