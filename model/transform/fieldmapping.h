// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/transform/fieldselector.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace sightglass {

/// What a column of configuration is used as.
enum class FieldRole : std::uint8_t
{
    Nothing,
    Name,
    Value,
    Label,
    Ignored,
    Max,
    Min,
    Unit,
    Decimals,
    DisplayName,
    Color,
    Threshold,
    MappingValue,
    MappingColor,
    MappingText
};

/// What the options say about one column.
struct FieldMapping
{
    std::string fieldName;
    FieldRole role = FieldRole::Nothing;
    std::optional<Calculation> calculation;
    std::string thresholdColor = "red";
};

[[nodiscard]] std::vector<FieldMapping> readFieldMappings(OptionReader &options);

/// The mapping of each column of a frame: the options' where they name it, else by its own name ("Max" is the
/// maximum).
struct MappedFields
{
    std::vector<FieldMapping> fields;
    std::optional<std::size_t> name;
    std::optional<std::size_t> value;
};

/// Whether columns become names, values and labels of new fields where nothing else is said.
enum class RowsBecome : std::uint8_t
{
    Config,
    Fields
};
[[nodiscard]] MappedFields mappedFields(const Frame &frame, const std::vector<std::string> &names,
                                        const std::vector<FieldMapping> &mappings, RowsBecome rows);

/// What one row of the mapped columns configures; mappings of values come of all rows.
[[nodiscard]] FieldConfig configOfRow(const Frame &frame, std::size_t row, const MappedFields &mapped);
/// What the mapped columns configure, each calculated to one value (the last one where nothing else is said).
[[nodiscard]] FieldConfig configOfColumns(const Frame &frame, const MappedFields &mapped);

} // namespace sightglass
