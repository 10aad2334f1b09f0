// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/sample.h"
#include "model/dashboard/panelspec.h"

#include <QString>

#include <optional>
#include <span>

namespace sightglass {

/// One number for a series. NaN samples are left out; nothing where no sample is left. Last is the last
/// sample that is not NaN.
[[nodiscard]] std::optional<double> calculateSeries(Calculation calculation, std::span<const Sample> samples);

/// "last", "min" … as a column header says it.
[[nodiscard]] QString calculationName(Calculation calculation);

} // namespace sightglass
