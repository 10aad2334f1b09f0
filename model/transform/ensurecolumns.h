// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/fields/frame.h"
#include "model/transform/transformcontext.h"

#include <vector>

namespace sightglass {

/// Time series with one name of their times become one frame with a column for each; anything else stays as
/// it is.
[[nodiscard]] std::vector<Frame> joinedByTime(std::vector<Frame> frames, TransformContext &context);

} // namespace sightglass
