// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

class QDoubleSpinBox;

namespace sightglass {

/// A field for seconds, from `least` to the longest scrape interval. Numbers have a point everywhere in the
/// window, as in PromQL and on metrics pages; who types a comma means it.
[[nodiscard]] QDoubleSpinBox *secondsBox(double least, std::int64_t milliseconds);

/// What it says, in milliseconds. Finer than it can show is only what it was made with: `before` then.
[[nodiscard]] std::int64_t millisecondsOf(const QDoubleSpinBox &box, std::int64_t before);

} // namespace sightglass
