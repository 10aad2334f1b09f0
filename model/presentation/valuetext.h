// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/units.h"

#include <QString>

#include <string_view>

namespace sightglass {

/// Text of formatValue() or formatTicks(), or a part of it, as the window shows it: its unit's word (or the
/// word that stands for a truth value) in the user's language. Numbers keep their point, whatever the
/// language: they are what PromQL reads and metrics pages write. Plain text, made safe by displayText().
[[nodiscard]] QString valueText(std::string_view formatted);

/// A value of a unit as the window shows it; without decimals said, there are no zeros at the end of a
/// fraction.
[[nodiscard]] QString valueText(double value, std::string_view unit,
                                std::optional<int> decimals = std::nullopt);

} // namespace sightglass
