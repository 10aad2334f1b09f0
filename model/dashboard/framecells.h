// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/fields/frame.h"

#include <cstddef>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace sightglass {

/// Index of the first column of times.
[[nodiscard]] inline std::optional<std::size_t> timeColumn(const Frame &frame) noexcept
{
    for (std::size_t i = 0; i < frame.fields.size(); ++i) {
        if (frame.fields[i].type == FieldType::Time)
            return i;
    }
    return std::nullopt;
}

/// The cell, or null behind the end of a column that is shorter than the others.
[[nodiscard]] inline const FieldValue &cellOf(const Field &field, std::size_t row) noexcept
{
    static const FieldValue none;
    return row < field.values.size() ? field.values[row] : none;
}

[[nodiscard]] inline Field newField(std::string_view name, FieldType type,
                                    std::vector<FieldValue> values = {})
{
    Field field;
    field.name = name;
    field.type = type;
    field.values = std::move(values);
    return field;
}

} // namespace sightglass
