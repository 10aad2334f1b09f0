// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/timerange.h"
#include "model/fields/frame.h"

#include <optional>
#include <string>
#include <vector>

namespace sightglass {

/// A link whose places are filled in, to an address that may be opened. Hostile but for that.
struct FilledLink
{
    std::string title; ///< may be empty
    std::string url;

    friend bool operator==(const FilledLink &, const FilledLink &) = default;
};

/// One value of a series, as its links see it: their places are those of a frame of a time and a value.
struct LinkedValue
{
    Labels labels;
    std::string name;                    ///< in the legend
    const FieldConfig *config = nullptr; ///< not null; its links are asked for
    FieldValue value = {};               ///< null: there is none
    std::optional<TimestampMs> at = {};  ///< of the value; none: it was calculated
    TimeRange range = {};                ///< of the panel
};

/// The value's links that may be opened, in their order.
[[nodiscard]] std::vector<FilledLink> filledLinks(const LinkedValue &value);

} // namespace sightglass
