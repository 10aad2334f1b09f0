// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/fields/calculation.h"
#include "model/fields/frame.h"

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace sightglass {

struct ByName
{
    std::string name; ///< the display name, or the field's own

    friend bool operator==(const ByName &, const ByName &) = default;
};

/// Several names; Grafana writes it itself for series that were hidden by a click in the legend.
struct ByNames
{
    std::vector<std::string> names;
    bool exclude = false; ///< all but these

    friend bool operator==(const ByNames &, const ByNames &) = default;
};

struct ByRegex
{
    std::string pattern; ///< "/…/flags" or bare, unanchored

    friend bool operator==(const ByRegex &, const ByRegex &) = default;
};

struct ByType
{
    FieldType type = FieldType::Number;

    friend bool operator==(const ByType &, const ByType &) = default;
};

struct ByQuery
{
    std::string refId;

    friend bool operator==(const ByQuery &, const ByQuery &) = default;
};

enum class Comparison : std::uint8_t
{
    Less,
    LessOrEqual,
    Equal,
    NotEqual,
    GreaterOrEqual,
    Greater
};

/// Fields of which a calculation compares so with a value.
struct ByValue
{
    Calculation calculation = Calculation::LastNotNull;
    Comparison comparison = Comparison::GreaterOrEqual;
    double value = 0;

    friend bool operator==(const ByValue &, const ByValue &) = default;
};

using FieldMatcher = std::variant<ByName, ByNames, ByRegex, ByType, ByQuery, ByValue>;

/// What is laid over the defaults of the fields that match.
struct FieldOverride
{
    FieldMatcher matcher;
    FieldConfig config;

    friend bool operator==(const FieldOverride &, const FieldOverride &) = default;
};

[[nodiscard]] bool matches(const FieldMatcher &matcher, const Field &field, const Frame &frame,
                           const std::vector<Frame> &frames);

/// Gives every field its config: the defaults, then each matching override in their order, then its own (that
/// transformations set) where none of them says it.
void applyFieldConfig(std::vector<Frame> &frames, const FieldConfig &defaults,
                      const std::vector<FieldOverride> &overrides);

} // namespace sightglass
