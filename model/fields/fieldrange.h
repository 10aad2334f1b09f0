// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/fields/frame.h"

#include <vector>

namespace sightglass {

/// The ends that a field's percentages and continuous colours count from.
struct FieldRange
{
    double low = 0;
    double high = 100;

    friend bool operator==(const FieldRange &, const FieldRange &) = default;
};

/// The range of a field: configured ends, else those of its values. 0 to 100 for what has no numbers. Never
/// empty: where it would be, it reaches one beyond its low end.
[[nodiscard]] FieldRange fieldRange(const Field &field);

/// One range for all numbers of several frames, for the ends that are not configured.
[[nodiscard]] FieldRange fieldRange(const std::vector<Frame> &frames, const FieldConfig &defaults);

/// The range that a field of several frames is shown with: its own where its config says fieldMinMax, else
/// that of all for the ends that it does not configure.
[[nodiscard]] FieldRange fieldRange(const Field &field, const std::vector<Frame> &frames);

} // namespace sightglass
