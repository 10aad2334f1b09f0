// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/assist/finding.h"
#include "model/assist/languagedocs.h"
#include "parser/exposition/metrictype.h"

#include <QString>

namespace sightglass {

/// What is shown of a text that the engine itself says: its errors name two series with all their labels, and
/// what is wrong with them stands behind.
inline constexpr qsizetype longestEngineText = 2000;

/// A finding as the window shows it: the translated text of its kind with the arguments put in, made
/// displayable and bounded. Plain text.
[[nodiscard]] QString findingDisplayText(const Finding &finding);

/// The translated line of documentation of a word of PromQL.
[[nodiscard]] QString wordDocText(const char *text);

/// The translated name of a value's type.
[[nodiscard]] QString valueTypeDisplayText(promql::ValueType type);

/// How long something took: "240 µs", "3.1 ms", "1250 ms".
[[nodiscard]] QString elapsedText(double milliseconds);

/// "counter", "histogram" …, translated; "" for an undeclared metric.
[[nodiscard]] QString metricTypeText(MetricType type);

} // namespace sightglass
