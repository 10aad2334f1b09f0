// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocale>
#include <QString>

#include <cstdint>
#include <optional>
#include <string_view>

namespace sightglass {

// Numbers that speak of the program's own work, counts, sizes, durations, are written as the user's language
// writes them. Metrics' values are not among them: they keep the point of PromQL (see valueText()).

/// The locale of such numbers: the program's, with groups of thousands.
[[nodiscard]] QLocale countLocale();

/// 1,234,567
[[nodiscard]] QString countText(std::uint64_t count);

/// "1.2 %", "34 %": one digit behind the point below ten. Empty where the whole is none.
[[nodiscard]] QString shareText(std::size_t part, std::size_t whole);

/// A duration, a size … with its unit, scaled as valueText() does.
[[nodiscard]] QString measureText(double value, std::string_view unit);

} // namespace sightglass
