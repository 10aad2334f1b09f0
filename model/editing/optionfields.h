// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/dashboard/panelspec.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Options and field configs as forms see them: a list of fields, each with a JSON pointer into Grafana's
/// form and a value that is JSON text. The list, the values and their way back are made of the descriptions
/// that read and write dashboards (model/grafana), so an option that a dashboard can have is one that can be
/// edited.
namespace sightglass {

enum class OptionKind : std::uint8_t
{
    Flag,
    Whole,
    Number,
    Text,
    Choice, ///< one of its words
    Calculations,
    Texts,
    Numbers,
    Json, ///< anything else: thresholds, mappings
    Calculation,
    FieldName, ///< of a column or series; any other text may be typed
    FieldNames,
    LabelName,
    VariableName,
    PanelIds, ///< a list of numbers
    LabelNames,
    QueryName, ///< "A"
    Columns,   ///< of all columns: whether they are there, in which order, by which names; see words
    Objects,   ///< a list of objects
    Named,     ///< an object whose members are objects, by names that are chosen among `words`' one
    Entry      ///< one of Objects or Named
};

struct OptionField
{
    std::string pointer; ///< "/legend/placement", "/custom/lineWidth"
    OptionKind kind = OptionKind::Text;
    /// Of Choice, as files write them; also of Texts that are none but these. Of Columns, which of them can
    /// be said: "hide", "order", "rename". Of Named, what its names are of: "fields" or "queries".
    std::vector<std::string> words;
    std::string standard; ///< what absent means, as JSON; empty: nothing, or as something else says
    /// Of Objects and Named: the fields of any entry, or one field of kind Entry for each that is there, with
    /// its own. Their pointers begin at the entry. Of Entry: its fields.
    std::vector<OptionField> members = {};
    std::string key = {};   ///< by which its texts are found; empty: by the pointer
    std::string group = {}; ///< with a key: of the heading's text; empty: none

    friend bool operator==(const OptionField &, const OptionField &) = default;
};

/// All options of a type, in the order of their description.
[[nodiscard]] std::vector<OptionField> optionFields(PanelType type);

/// The members of a field config that mean something to a type, for its defaults and its overrides.
[[nodiscard]] std::vector<OptionField> configFields(PanelType type);
[[nodiscard]] bool isConfigOf(PanelType type, std::string_view pointer) noexcept;

/// What all panels have: title, description, repeat, time … Pointers begin with "/panel".
[[nodiscard]] std::vector<OptionField> panelFields();
[[nodiscard]] std::string panelValue(const PanelSpec &panel, std::string_view pointer);
[[nodiscard]] std::optional<PanelSpec> withPanelValue(const PanelSpec &panel, std::string_view pointer,
                                                      std::string_view json);

/// The value as JSON text; empty where nothing is said, which is the standard.
[[nodiscard]] std::string optionValue(const PanelOptions &options, std::string_view pointer);
[[nodiscard]] std::string configValue(const FieldConfig &config, std::string_view pointer);

/// With another value, or for an empty text without one. Nothing where the text is no JSON or no value of
/// this field.
[[nodiscard]] std::optional<PanelOptions> withOption(const PanelOptions &options, std::string_view pointer,
                                                     std::string_view json);
[[nodiscard]] std::optional<FieldConfig> withConfigValue(const FieldConfig &config, std::string_view pointer,
                                                         std::string_view json);

/// The same JSON over several lines, keys in their order; what is no JSON as it is.
[[nodiscard]] std::string indentedJson(std::string_view json);

} // namespace sightglass
