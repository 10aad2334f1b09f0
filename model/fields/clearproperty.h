// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/fields/fieldconfig.h"

#include <string_view>

namespace sightglass {

/// Whether clearProperty() can take this property away.
[[nodiscard]] bool isClearable(std::string_view id) noexcept;

/// As if nobody had said the property ("unit", "color", "custom.align"): what Grafana's override without a
/// value does. Does nothing for what is not clearable.
void clearProperty(FieldConfig &config, std::string_view id);

} // namespace sightglass
