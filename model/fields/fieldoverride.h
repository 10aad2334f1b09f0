// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/fields/calculation.h"
#include "model/fields/frame.h"
#include "parser/base/error.h"

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
    std::string pattern; ///< "/…/flags" for a part of the display name or bare for all of it, see JsRegex

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

/// Fields of which a calculation compares so with a value. Flags (AllIsZero, AllIsNull) are not compared:
/// those match of which they are true.
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
    /// Properties that are as if nobody had said them ("custom.align"), before `config` is laid over; see
    /// clearProperty().
    std::vector<std::string> cleared = {};
    /// JSON of Grafana's override that nobody here reads, to be written back; empty: nothing. Where it has a
    /// matcher, that is one of an unknown kind, and `matcher` matches nothing.
    std::string kept = {};

    friend bool operator==(const FieldOverride &, const FieldOverride &) = default;
};

/// Whether a field is one of those. Names are display names under the field's present config, so that an
/// override that renames a field is seen by those behind it. A pattern that cannot be read matches nothing,
/// see patternProblems(). `field` is one of the frame's.
[[nodiscard]] bool matches(const FieldMatcher &matcher, const Field &field, const Frame &frame,
                           const std::vector<Frame> &frames);

/// Gives every field its config: its own (that queries and transformations set), the defaults where it says
/// nothing, then each matching override in their order. Links of its own and of the defaults are joined. A
/// field with thresholds and no colour is coloured by them; ends in the wrong order are exchanged.
void applyFieldConfig(std::vector<Frame> &frames, const FieldConfig &defaults,
                      const std::vector<FieldOverride> &overrides);

/// The regular expressions of matchers and mappings that cannot be done, each with its reason: what an import
/// reports. Empty where all is well.
[[nodiscard]] std::vector<Error> patternProblems(const FieldConfig &defaults,
                                                 const std::vector<FieldOverride> &overrides);

} // namespace sightglass
