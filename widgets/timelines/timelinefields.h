// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/dashboard/paneldata.h"
#include "model/dashboard/panelspec.h"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace sightglass {

/// What becomes a row of a timeline: a series, or a column of a frame beside its times. Points into the
/// panel's data and spec.
struct TimelineField
{
    std::string name; ///< hostile
    Labels labels;
    FieldType type = FieldType::Number;
    const FieldConfig *config = nullptr; ///< never null
    std::span<const Sample> samples;     ///< of a series
    std::span<const FieldValue> times;   ///< of a frame, in step with its values
    std::span<const FieldValue> values;
    std::int64_t fineMs = 0; ///< of a thinned series: how far apart its values are; 0: it is not
    std::span<const TimestampMs> breaks = {}; ///< of such a one

    [[nodiscard]] std::size_t size() const noexcept { return times.empty() ? samples.size() : times.size(); }
    /// Empty for a row without a time.
    [[nodiscard]] std::optional<TimestampMs> timeAt(std::size_t index) const noexcept;
    /// monostate: the row ends what was before it.
    [[nodiscard]] FieldValue valueAt(std::size_t index) const;
};

/// The rows of a timeline panel: every column of numbers, texts or truth values in a frame with times, else
/// the series; without those that are hidden from the plot.
[[nodiscard]] std::vector<TimelineField> timelineFields(const PanelSpec &spec, const PanelData &data);

} // namespace sightglass
