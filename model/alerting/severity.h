// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/alerting/thresholdrule.h"

#include <optional>
#include <string_view>

namespace sightglass {

/// The value of the severity label: "info", "warning", "critical".
[[nodiscard]] std::string_view severityName(Severity severity) noexcept;

/// Back from the label's value; empty for any other text.
[[nodiscard]] std::optional<Severity> severityFromName(std::string_view name) noexcept;

} // namespace sightglass
