// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/assist/completion.h"
#include "widgets/editors/choicepopup.h"

#include <vector>

namespace sightglass {

/// Completions as the popup shows them, in the same order: texts made displayable, kinds as letters.
[[nodiscard]] std::vector<Choice> choicesOf(const CompletionList &list);

} // namespace sightglass
