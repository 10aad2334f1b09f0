// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/grafana/migration.h"

namespace sightglass::grafana {

/// Adds {id, value} to an override.
void addProperty(Json &override, std::string_view id, Json value);
/// An override of one matcher without properties.
[[nodiscard]] Json overrideOf(std::string_view matcher, Json options);
/// The override of the series or column an older plugin named: by name, or by /regex/ with flags in any of
/// the plugins' delimiters (~…~, @…@).
[[nodiscard]] Json overrideByPattern(std::string_view pattern);
/// {mode: fixed, fixedColor}.
[[nodiscard]] Json fixedColor(Json color);

/// Brings a panel's fieldConfig to the one form: defaults and overrides are there; mappings, thresholds,
/// colours and numbers are as today; hideFrom says viz, and what is hidden from it is from tooltips too;
/// min, max and decimals are numbers (in overrides null unsets). Malformed overrides are losses.
void normalizeFieldConfig(Json &panel, Migration &migration);

} // namespace sightglass::grafana
