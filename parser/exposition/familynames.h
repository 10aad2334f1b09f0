// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/exposition/metrictype.h"

#include <span>
#include <string_view>

namespace sightglass {

/// What may follow a family's name in its samples' names, by OpenMetrics 1.0 (section "Suffixes"); empty
/// text where the name itself is one.
[[nodiscard]] std::span<const std::string_view> openMetricsSuffixes(MetricType type) noexcept;

/// The same in the Prometheus text format, where counters have no suffix of their own.
[[nodiscard]] std::span<const std::string_view> prometheusSuffixes(MetricType type) noexcept;

/// Whether the sample's name is the family's with one of these suffixes, which goes to `suffix`.
[[nodiscard]] bool isSampleOf(std::string_view sample, std::string_view family,
                              std::span<const std::string_view> suffixes, std::string_view &suffix) noexcept;

/// Whether the family's name ends in an underscore and the unit.
[[nodiscard]] bool isUnitOf(std::string_view unit, std::string_view family) noexcept;

/// The label that tells the samples of one point from each other: le, quantile or, of state sets, the
/// family's own name. Empty for the other samples.
[[nodiscard]] std::string_view ownLabel(MetricType type, std::string_view family,
                                        std::string_view suffix) noexcept;

} // namespace sightglass
