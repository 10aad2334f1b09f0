// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/alerting/alert.h"
#include "widgets/style/theme.h"

namespace sightglass {

/// The colour of an alert wherever one is shown: how grave it is while it is pending or firing, which of both
/// a mark or a word says; good when it is over.
[[nodiscard]] SemanticColor alertColor(AlertState state, Severity severity) noexcept;

/// Of a rule that cannot be evaluated.
inline constexpr SemanticColor brokenRuleColor = SemanticColor::Notice;

} // namespace sightglass
