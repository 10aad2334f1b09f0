// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/base/labels.h"

namespace sightglass {

/// Where limit_ratio() sees a series between 0 and 1: Prometheus' own hash of its labels, so that the same
/// series are picked (PromQL reference, section 9).
[[nodiscard]] double ratioOffset(const Labels &labels);

/// Whether a ratio from -1 to 1 picks a series there: the lowest part of all, or, where negative, the
/// highest.
[[nodiscard]] bool isWithinRatio(double ratio, double offset) noexcept;

} // namespace sightglass
