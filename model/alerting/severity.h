// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/base/labels.h"

#include <cstdint>
#include <optional>
#include <string_view>

namespace sightglass {

enum class Severity : std::uint8_t
{
    Info,
    Warning,
    Critical
};

/// The label that says how grave an alert is; a custom, not a rule of Prometheus'.
inline constexpr std::string_view severityLabel = "severity";

/// The value of the severity label: "info", "warning", "critical".
[[nodiscard]] std::string_view severityName(Severity severity) noexcept;

/// Back from the label's value; empty for any other text.
[[nodiscard]] std::optional<Severity> severityFromName(std::string_view name) noexcept;

/// What published rules write for it, in any case: page, error, emergency, … are Critical, none, notice, low,
/// … are Info; anything else, and no such label, is Warning.
[[nodiscard]] Severity severityOf(const Labels &labels);

} // namespace sightglass
