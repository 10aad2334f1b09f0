// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/transform/fieldselector.h"
#include "model/transform/transformcontext.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace sightglass {

enum class JoinMode : std::uint8_t
{
    Outer,       ///< one row for each value of the join field; of several rows with one value the last counts
    Inner,       ///< all combinations of rows with equal values
    OuterTabular ///< as Outer for tables, where a value may occur in several rows
};

/// Joins frames by the first selected field of each; frames without one are left out. The join field comes
/// first, the others follow in their order. A field called "Value" takes its frame's name. A single frame is
/// only sorted. Nothing where there is nothing to join.
[[nodiscard]] std::optional<Frame> joinedFrames(std::vector<Frame> frames, const FieldSelector &by,
                                                JoinMode mode, TransformContext &context);

/// By its first time where the first frame has one, else by its first field whose name all frames have.
[[nodiscard]] FieldSelector bestJoinField(const std::vector<Frame> &frames);

} // namespace sightglass
