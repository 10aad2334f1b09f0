// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/fields/frame.h"

#include <string>
#include <utility>
#include <vector>

namespace sightglass::test {

/// A column of numbers (or of whatever `type` says) by a list of cells.
inline Field makeField(std::string name, std::vector<FieldValue> values, FieldType type = FieldType::Number)
{
    Field field;
    field.name = std::move(name);
    field.type = type;
    field.values = std::move(values);
    return field;
}

inline Frame makeFrame(std::string name, std::vector<Field> fields, std::string refId = "A")
{
    Frame frame;
    frame.name = std::move(name);
    frame.refId = std::move(refId);
    frame.fields = std::move(fields);
    return frame;
}

} // namespace sightglass::test
