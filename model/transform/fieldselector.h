// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/fields/calculation.h"
#include "model/fields/fieldoverride.h"
#include "model/fields/jsregex.h"
#include "model/transform/frametools.h"
#include "model/transform/optionreader.h"
#include "model/transform/transformcontext.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace sightglass {

/// Which fields an option means: Grafana's field matchers, as they are written. Names and patterns may hold
/// dashboard variables; FieldSelector is what they come to in one run.
struct FieldMatching
{
    enum class Kind : std::uint8_t
    {
        All,
        None,
        Names, ///< texts, or the pattern where there is one too
        Types,
        NotTime,
        First,
        FirstTime,
        Query,
        Value,
        AnyOf,
        AllOf,
        NoneOf
    };

    Kind kind = Kind::All;
    std::vector<std::string> texts;
    std::string pattern;
    bool exclude = false; ///< of Names: all but these
    std::vector<FieldType> types;
    ByValue value;
    std::vector<FieldMatching> children;

    [[nodiscard]] static FieldMatching byNames(std::vector<std::string> names);
    [[nodiscard]] static FieldMatching byTypes(std::vector<FieldType> types);
    [[nodiscard]] static FieldMatching notTime();

    /// Of a matcher's {"id": …, "options": …}; says what is not known.
    [[nodiscard]] static FieldMatching read(OptionReader matcher);
};

/// A field at its place.
struct FieldPlace
{
    const Frame &frame;
    std::size_t index;
    const std::string &displayName;

    [[nodiscard]] const Field &field() const { return frame.fields[index]; }
};

using FieldSelector = std::function<bool(const FieldPlace &)>;

/// With variables replaced and patterns compiled; a pattern that cannot be compiled is noted and selects
/// nothing.
[[nodiscard]] FieldSelector fieldSelector(const FieldMatching &matching, TransformContext &context);

/// A pattern as Grafana reads it, with variables replaced; null, and noted, where it cannot be compiled.
[[nodiscard]] std::shared_ptr<const JsRegex> compiledPattern(std::string_view pattern,
                                                             TransformContext &context);

/// The indices of the selected fields of one frame.
[[nodiscard]] std::vector<std::size_t> selectedFields(const Frame &frame,
                                                      const std::vector<std::string> &displayNames,
                                                      const FieldSelector &selector);

/// Grafana's words for types of fields. Empty for those that Prometheus' answers never have.
[[nodiscard]] std::optional<FieldType> fieldTypeFromWord(std::string_view word) noexcept;

/// A calculation by its id; says so where it is not known.
[[nodiscard]] std::optional<Calculation> readCalculation(OptionReader &options, std::string_view name,
                                                         std::string_view fallback = {});

} // namespace sightglass
