// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/fields/frame.h"

#include <optional>
#include <string>
#include <string_view>

namespace sightglass {

// How JavaScript reads and writes values, where dashboards depend on it.

/// A number as String(number) writes it: the shortest text that reads back ("1e-7", "1e+21", "NaN",
/// "Infinity").
[[nodiscard]] std::string jsText(double value);
/// A cell as a text: "" for what is not there, "true", "false".
[[nodiscard]] std::string cellText(const FieldValue &value);

/// A text as Number(text) reads it: blanks around it are dropped, nothing at all is zero, 0x, 0o and 0b are
/// known; NaN for what is no number.
[[nodiscard]] double jsNumber(std::string_view text) noexcept;
/// A cell as a number, as Grafana takes one: booleans are 1 and 0, NaN for an empty text and for what is not
/// there.
[[nodiscard]] double cellNumber(const FieldValue &value) noexcept;

/// The number at the beginning of a text, as parseFloat() reads it; NaN where there is none.
[[nodiscard]] double jsLeadingNumber(std::string_view text) noexcept;

} // namespace sightglass
