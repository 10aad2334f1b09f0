// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include <span>
#include <string_view>

namespace sightglass {

/// Labels of an axis, of values that ascend or descend: where neighbours that differ look alike, as too few
/// decimals make them, all finite ones are written with as many digits as it takes (see formatTicks()).
[[nodiscard]] QStringList distinctTexts(QStringList texts, std::span<const double> values,
                                        std::string_view unit);

} // namespace sightglass
