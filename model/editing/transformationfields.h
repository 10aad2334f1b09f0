// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/dashboard/paneldata.h"
#include "model/editing/optionfields.h"
#include "model/transform/transformation.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// The options of transformations as forms see them: made of what the transformations' own readers ask for
/// (askedOptions()), so that a form offers all that is honoured and nothing else.
namespace sightglass {

/// The fields that mean something as the options are. What a list or an object of names has in it are fields
/// of kind Entry within it. Names and orders of columns are one field, Columns, of all options. Options that
/// only older files have are there where they are said.
[[nodiscard]] std::vector<OptionField> transformationFields(const TransformationSpec &spec);

/// The value as JSON text; empty where nothing is said.
[[nodiscard]] std::string transformationValue(const TransformationSpec &spec, std::string_view pointer);
/// With another value, or without one. Nothing where the text is no JSON. What is wrong with a value is told
/// by readTransformation().
[[nodiscard]] std::optional<TransformationSpec>
withTransformationValue(const TransformationSpec &spec, std::string_view pointer, std::string_view json);

/// What a new transformation begins with: no options but those without which it would do nothing.
[[nodiscard]] TransformationSpec newTransformation(std::string_view id);

/// The ids that are offered for new ones: one of those that mean the same.
[[nodiscard]] std::vector<std::string_view> offeredTransformations();

/// What a transformation is given, for its options to choose from; in the order of the data, each once, a
/// bounded number. Hostile.
struct StepInput
{
    std::vector<std::string> fields; ///< display names
    std::vector<std::string> labels; ///< names of their labels
    std::vector<std::string> queries;

    friend bool operator==(const StepInput &, const StepInput &) = default;
};

/// One for each transformation of the panel, from the answers to its queries (made of the panel without
/// transformations): what comes out of those before it. Any thread.
[[nodiscard]] std::vector<StepInput> stepInputs(const PanelSpec &panel, const PanelData &answers);

} // namespace sightglass
