// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/editing/optionfields.h"

#include <QString>
#include <QStringList>

namespace sightglass {

/// What a field of a form is called ("Line width"), by its pointer. Translated. A field without an entry is
/// called as in the file, readably; a test holds the entries to what there is.
[[nodiscard]] QString optionLabel(std::string_view pointer);
[[nodiscard]] bool hasOptionLabel(std::string_view pointer);

/// Under which heading it stands: "Legend", "Axis", "Graph", …
[[nodiscard]] QString optionGroup(std::string_view pointer);

/// What one of its words is called ("stepBefore": "Step before").
[[nodiscard]] QString choiceLabel(std::string_view pointer, std::string_view word);
[[nodiscard]] bool hasChoiceLabel(std::string_view word);

/// What a calculation is called ("lastNotNull": "Last value").
[[nodiscard]] QString calculationLabel(std::string_view id);
/// The ids that are offered.
[[nodiscard]] const std::vector<std::string> &offeredCalculations();

} // namespace sightglass
