// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/fields/calculation.h"
#include "model/transform/fieldselector.h"
#include "model/transform/frametools.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace sightglass {

/// Rows with equal values in the fields, groups and rows in order of appearance.
[[nodiscard]] std::vector<std::vector<std::size_t>> groupedRows(const Frame &frame,
                                                                std::span<const std::size_t> fields);

/// A calculation as the options name it: columns are called by that very name.
struct NamedCalculation
{
    std::string id;
    Calculation calculation = Calculation::LastNotNull;
};

/// What "group by" does with some fields.
struct GroupRule
{
    enum class Operation : std::uint8_t
    {
        None,
        GroupBy,
        Aggregate
    };
    FieldMatching fields;
    Operation operation = Operation::None;
    std::vector<NamedCalculation> calculations;
};

/// Of {"operation": …, "aggregations": […]}, both known to the caller's reader afterwards.
[[nodiscard]] GroupRule readGroupRule(OptionReader &options);
/// Of the options' "fields", which are rules by name.
[[nodiscard]] std::vector<GroupRule> readGroupFields(OptionReader &options);

/// One frame's rows grouped by those fields and calculated by those rules, a column "name (id)" for each
/// calculation. The first rule that is for a field counts. Nothing where no field is grouped by.
[[nodiscard]] std::optional<Frame> groupedFrame(const Frame &frame, const std::vector<std::string> &names,
                                                std::span<const GroupRule> rules, TransformContext &context);

} // namespace sightglass
