// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <compare>
#include <string_view>

namespace sightglass {

/// The order of sort_by_label (PromQL reference, section 10): texts are cut into runs of digits and runs of
/// everything else; two runs of digits compare as numbers, other runs bytewise. A text that ends first comes
/// first. Where that tells no difference ("07" and "7") the bytes do, so that the order is total. A number
/// beyond 64 bits counts as text, as in Prometheus.
[[nodiscard]] std::strong_ordering naturalOrder(std::string_view a, std::string_view b) noexcept;

} // namespace sightglass
