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
/// By its key where it has one.
[[nodiscard]] QString optionLabel(const OptionField &field);
[[nodiscard]] bool hasOptionLabel(const OptionField &field);

/// What stands in its empty editor; may be empty. See OptionField::standard for what else may.
[[nodiscard]] QString optionHint(const OptionField &field);

/// Under which heading it stands: "Legend", "Axis", "Graph", … Empty: under none.
[[nodiscard]] QString optionGroup(const OptionField &field);

/// What one of its words is called ("stepBefore": "Step before").
[[nodiscard]] QString choiceLabel(const OptionField &field, std::string_view word);
[[nodiscard]] bool hasChoiceLabel(const OptionField &field, std::string_view word);

/// What a transformation is called ("groupBy": "Group by"), and in a sentence what it does.
[[nodiscard]] QString transformationName(std::string_view id);
[[nodiscard]] QString transformationDescription(std::string_view id);
[[nodiscard]] bool hasTransformationName(std::string_view id);

/// What a calculation is called ("lastNotNull": "Last value").
[[nodiscard]] QString calculationLabel(std::string_view id);
/// The ids that are offered.
[[nodiscard]] const std::vector<std::string> &offeredCalculations();

} // namespace sightglass
